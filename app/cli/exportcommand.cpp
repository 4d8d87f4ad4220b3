// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command.h"
#include "app/cli/exportoptions.h"
#include "app/cli/inputs.h"
#include "model/policy/simulation.h"
#include "widgets/words/words.h"

namespace waxseal::cli {

namespace {

CommandHelp help()
{
    CommandHelp text;
    text.usage = QStringLiteral("export INPUT... --target TARGET --require REQ:SCOPE [OPTIONS]");
    text.description = Cli::tr("Writes the policy as configuration of the mail server, with the prediction that it was "
                               "made for in every file. Without "
                               "--output the files are shown and nothing is written. The audit form comes first: it "
                               "refuses nothing and makes the server "
                               "log what it would refuse.");
    text.options = {{QStringLiteral("target"), targetIds(QStringLiteral("|")),
                        Cli::tr("The mail server, or what is to be published.")},
        {QStringLiteral("output"), QStringLiteral("DIR"), Cli::tr("Write the files into this folder.")},
        {QStringLiteral("overwrite"), {}, Cli::tr("Replace files that are there.")},
        {QStringLiteral("audit"), {}, Cli::tr("Log what would be refused, refuse nothing. The default.")},
        {QStringLiteral("enforce"), {}, Cli::tr("Refuse.")}};
    text.options += targetOptions();
    text.options += policyOptions() + testOptions() + QList<Option>{directionOption()};
    text.options += {QStringLiteral("json"), {}, Cli::tr("Print the files as JSON.")};
    text.options += periodOptions() + inputOptions();
    text.examples = {QStringLiteral("waxseal-cli export mail.waxseal --target postfix"),
        Cli::tr("Show what would be written for the workspace's policy."),
        QStringLiteral("waxseal-cli export /var/log/mail.log* --target postfix --require encrypt:.bank.example "
                       "--output /etc/postfix"),
        Cli::tr("The audit form. Then: sh /etc/postfix/waxseal-inbound.sh on"),
        QStringLiteral("waxseal-cli export mail.waxseal --target postfix --enforce --output /etc/postfix --overwrite"),
        Cli::tr("When the audit said what was expected."),
        QStringLiteral("waxseal-cli export --target mta-sts --domain example.org --hosts mx1.example.org"),
        Cli::tr("What to publish, so that others send over TLS; no log is needed.")};
    return text;
}

QString refusalText(const ExportRefusal& refusal)
{
    return Cli::tr("“%1” was left out: %2.").arg(refusal.domain, words::text(refusal.reason));
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
    case ExportRefusal::Reason::NoCertificate:
        return "no-certificate";
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
    const ExportTarget* target = chosenTarget(options);
    if (target == nullptr)
        return Usage;
    if (options.has(QStringLiteral("audit")) && options.has(QStringLiteral("enforce")))
        return options.misused(Cli::tr("--audit and --enforce exclude each other."));
    const auto direction = options.direction();
    if (!direction || !options.policy(*direction, {}))
        return Usage;
    std::map<QString, QString> targetValues;
    if (!readTargetOptions(options, *target, *direction, targetValues))
        return Usage;
    ExportRequest request;
    request.now = QDateTime::currentDateTimeUtc();
    std::vector<Workspace::ProbeRecord> tests;
    // What others are asked to do needs no logs.
    if (target->fromPolicy || !options.inputs().isEmpty()) {
        int code = Done;
        const auto loaded = load(options, code);
        if (!loaded)
            return code;
        const auto policy = options.policy(*direction, loaded->policy.of(*direction));
        if (!policy)
            return Usage;
        const Simulation simulation = simulationOf(loaded->grounds(*direction), *direction, *policy);
        sayWhoIsAbsent(options, simulation);
        request = exportRequest(simulation, loaded->import.state.firstTime, loaded->import.state.lastTime);
        tests = loaded->probes;
    }
    if (!completeTargetOptions(options, *target, tests, targetValues))
        return Usage;
    request.options = targetValues;
    request.audit = !options.has(QStringLiteral("enforce"));
    const auto plan = planExport(*target, request);
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
