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
void loadTranslations(QApplication& app)
{
    const auto load = [&](const QString& name, const QString& folder) {
        auto* translator = new QTranslator(&app);
        // No language of ours: English still needs its plurals.
        if (translator->load(QLocale(), name, u"_"_s, folder) || translator->load(name + u"_en"_s, folder))
            QApplication::installTranslator(translator);
        else
            delete translator;
    };
    load(u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    load(u"waxseal"_s, u":/i18n"_s);
}

} // namespace

int main(int argc, char* argv[])
{
    QApplication app(argc, argv);
    QApplication::setOrganizationName(u"Waxseal"_s);
    QApplication::setApplicationName(u"waxseal"_s);
    QApplication::setApplicationDisplayName(u"Waxseal"_s);
    QApplication::setApplicationVersion(QStringLiteral(WAXSEAL_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral(WAXSEAL_APP_ID));
    loadTranslations(app);
    QApplication::setWindowIcon(waxseal::style::applicationIcon());

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("main", "Know what you would lose before you require TLS, and prove it."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption demo(u"demo"_s,
        QCoreApplication::translate("main", "Open the demo log: a month of a made-up company's mail server."));
    parser.addOption(demo);
    parser.addPositionalArgument(u"files"_s,
        QCoreApplication::translate("main", "Mail logs, folders of them, or a workspace (*.waxseal)."), u"[files…]"_s);
    // For ./run where there is no display: a picture of the window once all is read, then the end.
    QCommandLineOption picture(u"picture"_s, {}, u"FILE"_s);
    picture.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOption(picture);
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
        if (parser.isSet(demo))
            window.openDemo();
        if (!parser.positionalArguments().isEmpty())
            window.open(parser.positionalArguments());
    });
    return QApplication::exec();
}
