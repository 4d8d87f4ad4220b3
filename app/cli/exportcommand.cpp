// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command.h"
#include "app/cli/inputs.h"
#include "model/exporter/exporter.h"
#include "model/policy/simulation.h"

namespace waxseal::cli {

namespace {

CommandHelp help()
{
    CommandHelp text;
    text.usage = QStringLiteral("export INPUT... --target postfix --require REQ:SCOPE [OPTIONS]");
    text.description = Cli::tr("Writes the policy as configuration of the mail server, with the prediction that it was "
                               "made for in every file. Without "
                               "--output the files are shown and nothing is written. The audit form comes first: it "
                               "refuses nothing and makes the server "
                               "log what it would refuse.");
    text.options = {{QStringLiteral("target"), QStringLiteral("postfix"), Cli::tr("The mail server.")},
        {QStringLiteral("output"), QStringLiteral("DIR"), Cli::tr("Write the files into this folder.")},
        {QStringLiteral("overwrite"), {}, Cli::tr("Replace files that are there.")},
        {QStringLiteral("audit"), {}, Cli::tr("Log what would be refused, refuse nothing. The default.")},
        {QStringLiteral("enforce"), {}, Cli::tr("Refuse.")},
        {QStringLiteral("server-directory"), QStringLiteral("DIR"),
            Cli::tr("Where the files will lie on the server. Default: /etc/postfix")},
        {QStringLiteral("map-type"), exportMapTypes().join(u'|'),
            Cli::tr("postmap's table type; “postconf default_database_type” tells. Default: hash")}};
    text.options += policyOptions() + testOptions() + QList<Option>{directionOption()};
    text.options += {QStringLiteral("json"), {}, Cli::tr("Print the files as JSON.")};
    text.options += periodOptions() + inputOptions();
    text.examples = {QStringLiteral("waxseal-cli export mail.waxseal --target postfix"),
        Cli::tr("Show what would be written for the workspace's policy."),
        QStringLiteral("waxseal-cli export /var/log/mail.log* --target postfix --require encrypt:.bank.example "
                       "--output /etc/postfix"),
        Cli::tr("The audit form. Then: sh /etc/postfix/waxseal-inbound.sh on"),
        QStringLiteral("waxseal-cli export mail.waxseal --target postfix --enforce --output /etc/postfix --overwrite"),
        Cli::tr("When the audit said what was expected.")};
    return text;
}

/** The other servers' configuration is planned, and named so that the message can say what exists. */
constexpr const char* targets[] = {"postfix"};

std::optional<int> checkTarget(const Options& options)
{
    const QString target = options.value(QStringLiteral("target"));
    if (target.isEmpty())
        return options.misused(Cli::tr("Say for which mail server: --target postfix"));
    QStringList known;
    for (const char* name : targets) {
        known.append(QLatin1StringView(name));
        if (target == known.back())
            return {};
    }
    return options.misused(Cli::tr("--target: configuration for “%1” cannot be written yet. There is: %2")
                               .arg(target, known.join(QStringLiteral(", "))));
}

QString refusalText(const ExportRefusal& refusal)
{
    switch (refusal.reason) {
    case ExportRefusal::Reason::NotAHostName:
        return Cli::tr("“%1” is no valid host name and was left out.").arg(refusal.domain);
    case ExportRefusal::Reason::NotExpressible:
        return Cli::tr("What is required of %1 cannot be said in this server's configuration; it was left out.")
            .arg(refusal.domain);
    case ExportRefusal::Reason::NoNullSender:
        return Cli::tr("The null sender <> is never a next hop; it was left out.");
    }
    return {};
}

std::string_view word(ExportRefusal::Reason reason)
{
    switch (reason) {
    case ExportRefusal::Reason::NotAHostName:
        return "not-a-host-name";
    case ExportRefusal::Reason::NotExpressible:
        return "not-expressible";
    case ExportRefusal::Reason::NoNullSender:
        return "no-null-sender";
    }
    return {};
}

void printJson(Output& out, const ExportPlan& plan)
{
    JsonWriter json;
    json.beginObject();
    json.value("schema", std::uint64_t{1});
    json.beginArray("files");
    for (const ExportFile& file : plan.files) {
        json.beginObject();
        json.value("name", file.name);
        json.value("content", QString::fromUtf8(file.content));
        json.end();
    }
    json.end();
    json.beginArray("refused");
    for (const ExportRefusal& refusal : plan.refused) {
        json.beginObject();
        json.value("domain", refusal.domain);
        json.value("reason", word(refusal.reason));
        json.end();
    }
    json.end();
    json.end();
    out.write(json.take());
}

void printPreview(Output& out, const ExportPlan& plan)
{
    for (const ExportFile& file : plan.files) {
        out.line(QStringLiteral("==> %1 <==").arg(file.name));
        out.write(file.content + '\n');
    }
}

} // namespace

int runExport(const QStringList& arguments)
{
    Options options(help());
    if (const auto code = options.parse(arguments))
        return *code;
    if (const auto code = checkTarget(options))
        return *code;
    if (options.has(QStringLiteral("audit")) && options.has(QStringLiteral("enforce")))
        return options.misused(Cli::tr("--audit and --enforce exclude each other."));
    const auto direction = options.direction();
    if (!direction || !options.policy(*direction, {}))
        return Usage;
    int code = Done;
    const auto loaded = load(options, code);
    if (!loaded)
        return code;
    const auto policy = options.policy(*direction, loaded->policy.of(*direction));
    if (!policy)
        return Usage;
    const Simulation simulation = simulationOf(loaded->grounds(*direction), *direction, *policy);
    sayWhoIsAbsent(options, simulation);

    const ImportState& state = loaded->import.state;
    ExportRequest request = exportRequest(simulation, state.firstTime, state.lastTime);
    request.audit = !options.has(QStringLiteral("enforce"));
    if (options.has(QStringLiteral("server-directory")))
        request.directory = options.value(QStringLiteral("server-directory"));
    if (options.has(QStringLiteral("map-type")))
        request.mapType = options.value(QStringLiteral("map-type"));
    const auto plan = exportPostfix(request);
    if (!plan)
        return report(plan.error());
    for (const ExportRefusal& refusal : plan->refused)
        complain(refusalText(refusal));
    if (plan->files.empty())
        return report({ErrorCode::NothingToExport, {}, {}});

    Output out;
    if (options.has(QStringLiteral("output"))) {
        const Status written
            = writeExport(*plan, options.value(QStringLiteral("output")), options.has(QStringLiteral("overwrite")));
        if (!written)
            return report(written.error());
    }
    if (options.has(QStringLiteral("json")))
        printJson(out, *plan);
    else if (!options.has(QStringLiteral("output")))
        printPreview(out, *plan);
    return out.flush() ? Done : InputOutput;
}

} // namespace waxseal::cli
