// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command.h"
#include "app/cli/inputs.h"
#include "model/witness/witnessreader.h"
#include "model/witness/witnesssums.h"
#include "widgets/words/witnesswords.h"
#include "widgets/words/words.h"

#include <QFileInfo>

#include <algorithm>

namespace waxseal::cli {

namespace {

CommandHelp help()
{
    CommandHelp text;
    text.usage = QStringLiteral("witness FILE... [--output FILE.waxseal] [OPTIONS]");
    text.description = Cli::tr(
        "Prints what others saw: who could not reach us over TLS, and why. FILE is a TLS report (RFC 8460: JSON, gzip, "
        "zip, or the mail it came in), an mbox or a folder of them, Google's “Safer email” table (CSV), - for standard "
        "input, or a workspace. Reports count sessions, not messages, and are never added to what the logs say. A "
        "report counts once, by its organisation and id. With --output they are kept in the workspace, beside the "
        "facts.");
    text.options = {{QStringLiteral("output"), QStringLiteral("FILE.waxseal"),
                        Cli::tr("Keep them in this workspace: the one among the inputs, or a new one.")},
        {QStringLiteral("quiet"), {}, Cli::tr("No notes.")}};
    text.options = tableOptions() + periodOptions() + text.options;
    text.examples = {QStringLiteral("waxseal-cli witness ~/Maildir/.tlsrpt"),
        Cli::tr("All reports of a mail folder, by domain and day."),
        QStringLiteral("waxseal-cli witness mail.waxseal reports/ --output mail.waxseal"),
        Cli::tr("Adds new reports to the workspace.")};
    return text;
}

QString dayText(Day day)
{
    return dateOf(day).toString(Qt::ISODate);
}

void printCsv(Output& out, const std::vector<WitnessDay>& days)
{
    out.write("domain,day,successful,failed,failed_percent,results\r\n");
    for (const WitnessDay& day : days) {
        CsvLine line;
        line.text(day.domain).text(dayText(day.day)).number(day.successful).number(day.failed);
        line.number(shareOf(day.failed, day.successful + day.failed) * 100, 2);
        std::string results;
        for (const auto& [type, sessions] : day.results)
            results += (results.empty() ? "" : " ") + (type.empty() ? "not-explained" : type) + ":"
                + std::to_string(sessions);
        out.write(line.text(results).line());
    }
}

void addResults(JsonWriter& json, const std::map<std::string, std::uint64_t>& results)
{
    json.beginObject("results");
    for (const auto& [type, sessions] : results)
        json.value(type.empty() ? "not-explained" : type.c_str(), sessions);
    json.end();
}

void addDays(JsonWriter& json, const std::vector<WitnessDay>& days)
{
    json.beginArray("domains");
    for (auto first = days.begin(); first != days.end();) {
        const auto last
            = std::find_if(first, days.end(), [&](const WitnessDay& day) { return day.domain != first->domain; });
        json.beginObject();
        json.value("domain", first->domain);
        std::uint64_t successful = 0;
        std::uint64_t failed = 0;
        for (auto day = first; day != last; ++day) {
            successful += day->successful;
            failed += day->failed;
        }
        json.value("successful", successful);
        json.value("failed", failed);
        json.beginArray("days");
        for (auto day = first; day != last; ++day) {
            json.beginObject();
            json.value("day", dayText(day->day));
            json.value("successful", day->successful);
            json.value("failed", day->failed);
            addResults(json, day->results);
            json.end();
        }
        json.end();
        json.end();
        first = last;
    }
    json.end();
}

void addCauses(JsonWriter& json, const std::vector<WitnessCause>& causes)
{
    json.beginArray("causes");
    for (const WitnessCause& cause : causes) {
        json.beginObject();
        json.value("organization", cause.organization);
        json.value("domain", cause.domain);
        json.value("result", cause.resultType.empty() ? std::string_view("not-explained") : cause.resultType);
        json.value("reason", cause.reason);
        json.value("mx_host", cause.mxHost);
        json.value("sessions", cause.sessions);
        json.value("reports", cause.reports);
        json.value("first_day", dayText(cause.first));
        json.value("last_day", dayText(cause.last));
        json.end();
    }
    json.end();
}

void printJson(Output& out, const Witnesses& witnesses, const Period& period)
{
    JsonWriter json;
    json.beginObject();
    json.value("schema", std::uint64_t{1});
    json.value("reports", std::uint64_t{witnesses.reports().size()});
    addDays(json, witnessDays(witnesses, period));
    addCauses(json, witnessCauses(witnesses, period));
    json.beginArray("policies");
    for (const WitnessVote& vote : witnessVotes(witnesses, period)) {
        json.beginObject();
        json.value("domain", vote.domain);
        json.value("type", vote.type);
        json.value("mode", vote.mode);
        json.value("successful", vote.successful);
        json.value("failed", vote.failed);
        json.value("organizations", vote.organizations);
        json.end();
    }
    json.end();
    json.beginArray("safer_email");
    for (const SaferEmail& row : witnesses.saferEmail()) {
        json.beginObject();
        json.value("domain", row.domain);
        json.value("host", row.host);
        json.value("direction", name(row.direction));
        json.value("region", row.region);
        json.value("date", row.date);
        json.value("encrypted_percent", row.encrypted / 1e4, 4);
        json.end();
    }
    json.end();
    json.end();
    out.write(json.take());
}

void printText(Output& out, const Witnesses& witnesses, const Period& period)
{
    const auto days = witnessDays(witnesses, period);
    if (!days.empty()) {
        TextTable table({Cli::tr("Domain"), Cli::tr("Day"), Cli::tr("Sessions"), Cli::tr("Failed"), Cli::tr("Share"),
                            Cli::tr("Why")},
            QStringLiteral("llrrrl"));
        for (const WitnessDay& day : days) {
            const std::uint64_t all = day.successful + day.failed;
            table.add({printable(day.domain), dayText(day.day), count(all), count(day.failed),
                percentOf(day.failed, all), words::resultTypes(day.results, 3)});
        }
        out.write(table.text().toUtf8());
    }
    const auto causes = witnessCauses(witnesses, period);
    if (!causes.empty()) {
        out.line({});
        out.line(Cli::tr("Who could not reach us, and why:"));
        TextTable table({Cli::tr("Who"), Cli::tr("Domain"), Cli::tr("Why"), Cli::tr("MX"), Cli::tr("Sessions"),
                            Cli::tr("Reports"), Cli::tr("Last")},
            QStringLiteral("llllrrl"));
        for (const WitnessCause& cause : causes) {
            const QString why = words::resultType(cause.resultType);
            table.add({printable(cause.organization), printable(cause.domain),
                cause.reason.empty() ? why : QStringLiteral("%1: %2").arg(why, printable(cause.reason)),
                printable(cause.mxHost), count(cause.sessions), count(cause.reports), dayText(cause.last)});
        }
        out.write(table.text().toUtf8());
    }
    const auto votes = witnessVotes(witnesses, period);
    if (!votes.empty()) {
        out.line({});
        for (const WitnessVote& vote : votes)
            out.line(words::text(vote, PercentForm::Fixed));
    }
    if (!witnesses.saferEmail().empty()) {
        out.line({});
        const int rows = words::plural(witnesses.saferEmail().size());
        out.line(Cli::tr("Google's “Safer email” table: %n row(s); --json prints them.", nullptr, rows));
    }
}

/** Adds what the files say; false when something was wrong, which has been said. */
bool readFiles(const Options& options, const QStringList& files, Witnesses& witnesses)
{
    for (const QString& file : files) {
        if (file != QStringLiteral("-") && !QFileInfo::exists(file)) {
            report({ErrorCode::CannotOpen, file, Cli::tr("there is no such file")});
            return false;
        }
    }
    const WitnessReading reading = readWitnesses(files, witnesses);
    if (!options.has(QStringLiteral("quiet"))) {
        constexpr std::size_t few = 20;
        for (std::size_t i = 0; i < std::min(few, reading.notes.size()); ++i)
            complain(words::text(reading.notes[i]));
        const int more = words::plural(reading.notes.size() - std::min(few, reading.notes.size()));
        if (more > 0)
            complain(Cli::tr("And %n other file(s) of that kind.", nullptr, more));
        const int known = words::plural(reading.known);
        if (known > 0)
            complain(Cli::tr("%n report(s) had been read before.", nullptr, known));
        const int skipped = words::plural(reading.saferSkipped);
        if (skipped > 0)
            complain(Cli::tr("%n row(s) of the table have no domain, direction or share.", nullptr, skipped));
    }
    if (!files.isEmpty() && reading.reports + reading.known + reading.saferRows + reading.saferKnown == 0) {
        complain(Cli::tr("There is neither a TLS report nor Google's table among these files."));
        return false;
    }
    return true;
}

/** The newest day that a report tells of. */
std::optional<Day> newestDay(const Witnesses& witnesses)
{
    std::optional<Day> newest;
    for (const WitnessDay& day : witnessDays(witnesses))
        newest = std::max(newest.value_or(0), day.day);
    return newest;
}

bool isSameFile(const QString& a, const QString& b)
{
    const QString canonical = QFileInfo(a).canonicalFilePath();
    return !canonical.isEmpty() && canonical == QFileInfo(b).canonicalFilePath();
}

} // namespace

int runWitness(const QStringList& arguments)
{
    Options options(help());
    if (const auto code = options.parse(arguments))
        return *code;
    if (options.inputs().isEmpty())
        return options.misused(Cli::tr("Name a TLS report, a folder of them, or a workspace."));
    if (!options.period({}))
        return Usage;
    QStringList files;
    QString workspacePath;
    for (const QString& input : options.inputs()) {
        if (!isWorkspace(input))
            files.append(input);
        else if (workspacePath.isEmpty())
            workspacePath = input;
        else
            return options.misused(Cli::tr("Name one workspace at most."));
    }
    const QString output = options.value(QStringLiteral("output"));
    const bool continues = !output.isEmpty() && !workspacePath.isEmpty() && isSameFile(output, workspacePath);
    const Overwrite overwrite = continues ? Overwrite::Yes : Overwrite::No;
    if (!output.isEmpty()) {
        if (const Status status = checkTarget(output, overwrite); !status)
            return report(status.error());
    }
    Workspace workspace;
    if (!workspacePath.isEmpty()) {
        auto opened = openWorkspace(workspacePath);
        if (!opened)
            return report(opened.error());
        workspace = std::move(opened).value();
    }
    if (!readFiles(options, files, workspace.witnesses))
        return InputOutput;
    const auto period = options.period(newestDay(workspace.witnesses));
    if (!period)
        return Usage;
    if (!output.isEmpty()) {
        if (const auto saved = saveWorkspace(workspace, output, overwrite); !saved)
            return report(saved.error());
    }
    Output out;
    if (options.has(QStringLiteral("json")))
        printJson(out, workspace.witnesses, *period);
    else if (options.has(QStringLiteral("csv")))
        printCsv(out, witnessDays(workspace.witnesses, *period));
    else
        printText(out, workspace.witnesses, *period);
    return out.flush() ? Done : InputOutput;
}

} // namespace waxseal::cli
