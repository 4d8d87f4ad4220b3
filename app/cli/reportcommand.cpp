// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command.h"
#include "app/cli/inputs.h"
#include "model/core/safefile.h"
#include "model/report/htmlreport.h"
#include "widgets/words/words.h"

#include <QFileInfo>

namespace waxseal::cli {

namespace {

CommandHelp help()
{
    CommandHelp text;
    text.usage = QStringLiteral("report INPUT... --output FILE.html [OPTIONS]");
    text.description = Cli::tr("Writes one HTML file that says what the logs say, what the policy would lose and why, "
                               "with charts and the limits of the "
                               "forecast. It loads nothing from elsewhere and can be printed or mailed. With - as FILE "
                               "it goes to standard output.");
    text.options = {{QStringLiteral("output"), QStringLiteral("FILE.html"), Cli::tr("Where to.")},
        {QStringLiteral("overwrite"), {}, Cli::tr("Replace a file that is there.")}};
    text.options
        += policyOptions() + testOptions() + QList<Option>{directionOption()} + periodOptions() + inputOptions();
    text.examples = {QStringLiteral("waxseal-cli report /var/log/mail.log* --require encrypt:all --output report.html"),
        Cli::tr("If STARTTLS were required of everybody."),
        QStringLiteral("waxseal-cli report mail.waxseal --output report.html"),
        Cli::tr("For the policy in the workspace.")};
    return text;
}

ReportInput reportInput(const Loaded& loaded, const Options& options, const Simulation& simulation)
{
    ReportInput input;
    QStringList names;
    for (const QString& path : options.inputs())
        names.append(QFileInfo(path).fileName());
    constexpr qsizetype few = 3;
    input.source = names.mid(0, few).join(QStringLiteral(", "));
    if (names.size() > few)
        input.source += QStringLiteral(" …");
    input.synthetic = loaded.synthetic;
    input.now = QDateTime::currentDateTimeUtc();
    input.firstTime = loaded.import.state.firstTime;
    input.lastTime = loaded.import.state.lastTime;
    for (const Direction direction : allDirections)
        input.traffic[static_cast<std::size_t>(direction)] = summarise(*loaded.import.facts, direction);
    input.excluded = loaded.import.excluded;
    input.files = loaded.import.state.sources;
    for (const ImportNote& note : loaded.import.state.notes)
        input.notes.append(words::text(note));
    input.simulation = &simulation;
    input.forecast = forecastLoss(simulation);
    input.backtest = backtest(simulation);
    return input;
}

} // namespace

int runReport(const QStringList& arguments)
{
    Options options(help());
    if (const auto code = options.parse(arguments))
        return *code;
    const QString output = options.value(QStringLiteral("output"));
    if (output.isEmpty())
        return options.misused(Cli::tr("Say where to: --output FILE.html"));
    const bool toStandardOutput = output == QStringLiteral("-");
    const auto direction = options.direction();
    if (!direction || !options.policy(*direction, {}))
        return Usage;
    const Overwrite overwrite = options.has(QStringLiteral("overwrite")) ? Overwrite::Yes : Overwrite::No;
    if (!toStandardOutput) {
        if (const Status status = checkTarget(output, overwrite); !status)
            return report(status.error());
    }
    int code = Done;
    const auto loaded = load(options, code);
    if (!loaded)
        return code;
    const auto policy = options.policy(*direction, loaded->policy.of(*direction));
    if (!policy)
        return Usage;
    const Simulation simulation = simulationOf(loaded->grounds(*direction), *direction, *policy);
    sayWhoIsAbsent(options, simulation);
    const QByteArray html = htmlReport(reportInput(*loaded, options, simulation));
    if (toStandardOutput) {
        Output out;
        out.write(html);
        return out.flush() ? Done : InputOutput;
    }
    const Status written = writeSafely(output, html, overwrite);
    return written ? Done : report(written.error());
}

} // namespace waxseal::cli
