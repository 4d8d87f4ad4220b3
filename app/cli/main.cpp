// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command.h"
#include "app/cli/output.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

#ifdef Q_OS_UNIX
#include <csignal>
#include <fcntl.h>
#include <unistd.h>
#endif

using namespace waxseal::cli;

namespace {

void printOverview(Output& out)
{
    out.line(Cli::tr("Waxseal: know what you would lose before you require TLS, and prove it."));
    out.line({});
    out.line(Cli::tr("Usage: %1").arg(QStringLiteral("waxseal-cli COMMAND INPUT... [OPTIONS]")));
    out.line({});
    out.line(Cli::tr("Commands:"));
    for (const Command& command : commands())
        out.line(QStringLiteral("  %1  %2").arg(QLatin1StringView(command.name), -10).arg(command.summary()));
    out.line({});
    out.line(Cli::tr("“waxseal-cli COMMAND --help” explains a command, with examples. A first look:"));
    out.line(QStringLiteral("  waxseal-cli summary /var/log/mail.log*"));
    out.line(QStringLiteral("  waxseal-cli simulate /var/log/mail.log* --require encrypt:all"));
    out.line({});
    out.line(Cli::tr(
        "Exit status: 0 done, 1 a check failed or the loss is above --fail-above, 2 usage, 3 input or output."));
}

#ifdef Q_OS_UNIX
/** A reader that has gone and a limit on file sizes are failures to be told, with exit status 3, not a sudden death. */
void takeSignalsAsErrors()
{
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
}

/** A stream that was closed before we began would lend its number to the next file, and our words would go there. */
void fillStandardStreams()
{
    int handle = 0;
    do
        handle = ::open("/dev/null", O_RDONLY); // reading finds nothing, writing fails
    while (handle >= 0 && handle <= STDERR_FILENO);
    if (handle > STDERR_FILENO)
        ::close(handle);
}
#endif

} // namespace

int main(int argc, char* argv[])
{
#ifdef Q_OS_UNIX
    fillStandardStreams();
    takeSignalsAsErrors();
#endif
    const QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("waxseal-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(WAXSEAL_VERSION));
    QTranslator translator;
    // English has a file of its own, for its plural forms; it also stands in for languages that we do not speak.
    if (translator.load(QLocale(), QStringLiteral("waxseal"), QStringLiteral("_"), QStringLiteral(":/i18n"))
        || translator.load(QStringLiteral("waxseal_en"), QStringLiteral(":/i18n")))
        QCoreApplication::installTranslator(&translator);

    QStringList arguments = QCoreApplication::arguments().mid(1);
    Output out;
    const QString word = arguments.value(0);
    if (word == QStringLiteral("--version")) {
        out.line(QStringLiteral("waxseal-cli %1").arg(QCoreApplication::applicationVersion()));
        return out.flush() ? Done : InputOutput;
    }
    if (word == QStringLiteral("--help") || word == QStringLiteral("-h") || word == QStringLiteral("help")) {
        // "help COMMAND" is "COMMAND --help".
        if (arguments.size() < 2) {
            printOverview(out);
            return out.flush() ? Done : InputOutput;
        }
        arguments = {arguments[1], QStringLiteral("--help")};
    }
    for (const Command& command : commands()) {
        if (arguments.value(0) != QLatin1StringView(command.name))
            continue;
        const int code = command.run(arguments.mid(1));
        if (!out.flush()) {
            if (!Output::isReaderGone()) // who pipes into head knows
                complain(Cli::tr("The output could not be written."));
            return InputOutput;
        }
        return code;
    }
    if (arguments.isEmpty())
        complain(Cli::tr("Name a command."));
    else
        complain(Cli::tr("“%1” is no command.").arg(arguments[0]));
    complain(Cli::tr("“waxseal-cli --help” lists them."));
    return Usage;
}
