// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/document/document.h"
#include "widgets/style/icons.h"
#include "widgets/window/filecontroller.h"
#include "widgets/window/mainwindow.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QLibraryInfo>
#include <QLocale>
#include <QTimer>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace {

/** Qt's own words first, then ours, in the languages the user prefers; English needs ours too, for its plurals. */
void loadTranslations(QCoreApplication& app)
{
    const auto load = [&](const QString& name, const QString& folder) {
        auto* translator = new QTranslator(&app);
        // No language of ours: English still needs its plurals.
        if (translator->load(QLocale(), name, u"_"_s, folder) || translator->load(name + u"_en"_s, folder))
            QCoreApplication::installTranslator(translator);
        else
            delete translator;
    };
    load(u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    load(u"waxseal"_s, u":/i18n"_s);
}

/** The options, once for those who ask for them and once for the window. */
struct CommandLine
{
    CommandLine()
        : demo(u"demo"_s,
            QCoreApplication::translate("main", "Open the demo log: a month of a made-up company's mail server."))
        , picture(u"picture"_s, {}, u"FILE"_s)
    {
        parser.setApplicationDescription(
            QCoreApplication::translate("main", "Know what you would lose before you require TLS, and prove it."));
        parser.addHelpOption();
        parser.addVersionOption();
        parser.addOption(demo);
        parser.addPositionalArgument(u"files"_s,
            QCoreApplication::translate(
                "main", "Mail logs, folders of them, a workspace (*.waxseal), or - for a log on standard input."),
            u"[files…]"_s);
        // For ./run where there is no display: a picture of the window once all is read, then the end.
        picture.setFlags(QCommandLineOption::HiddenFromHelp);
        parser.addOption(picture);
    }
    QCommandLineParser parser;
    QCommandLineOption demo;
    QCommandLineOption picture;
};

void name()
{
    QCoreApplication::setOrganizationName(u"Waxseal"_s);
    QCoreApplication::setApplicationName(u"waxseal"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(WAXSEAL_VERSION));
}

/** Help and version are for terminals, with a display or without. */
bool asksForWords(int argc, char* argv[])
{
    for (int i = 1; i < argc; ++i) {
        const QByteArrayView word(argv[i]);
        if (word == "--")
            return false;
        for (const char* option : {"-h", "--help", "--help-all", "-v", "--version"}) {
            if (word == option)
                return true;
        }
    }
    return false;
}

} // namespace

int main(int argc, char* argv[])
{
    if (asksForWords(argc, argv)) {
        QCoreApplication app(argc, argv);
        name();
        loadTranslations(app);
        CommandLine().parser.process(app); // ends the program
    }
    QApplication app(argc, argv);
    name();
    QApplication::setApplicationDisplayName(u"Waxseal"_s);
    QGuiApplication::setDesktopFileName(QStringLiteral(WAXSEAL_APP_ID));
    loadTranslations(app);
    QApplication::setWindowIcon(waxseal::style::applicationIcon());
    CommandLine options;
    QCommandLineParser& parser = options.parser;
    const QCommandLineOption& picture = options.picture;
    parser.process(app);

    waxseal::MainWindow window;
    if (parser.isSet(picture)) {
        window.resize(1280, 800);
        QObject::connect(window.files(), &waxseal::FileController::workChanged, &window, [&](const QString& what) {
            if (!what.isEmpty() || window.document()->isEmpty())
                return;
            window.showPlace(waxseal::MainWindow::Place::Traffic);
            QTimer::singleShot(
                300, &window, [&] { QApplication::exit(window.grab().save(parser.value(picture)) ? 0 : 3); });
        });
    }
    window.show();
    // The window is on the screen before anything is read.
    QTimer::singleShot(0, &window, [&] {
        if (parser.isSet(options.demo))
            window.openDemo();
        if (!parser.positionalArguments().isEmpty())
            window.open(parser.positionalArguments());
    });
    return QApplication::exec();
}
