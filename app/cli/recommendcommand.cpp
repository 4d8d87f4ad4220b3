// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command.h"
#include "app/cli/inputs.h"
#include "model/forecast/forecast.h"

namespace waxseal::cli {

namespace {

CommandHelp help()
{
    CommandHelp text;
    text.usage = QStringLiteral("recommend INPUT... --budget PERCENT [OPTIONS]");
    text.description = Cli::tr("Chooses the domains to require TLS of so that most mail is protected and no more than "
                               "the budget of wanted mail (mail that "
                               "is not labelled spam) is to be expected lost in the next period of the same length. "
                               "What was not lost so far can be lost tomorrow: every domain is expected to lose "
                               "something, the more the less was seen of it; the column “at most” is the upper 95 % "
                               "bound. A domain without any mail over TLS is never proposed.");
    text.options = {{QStringLiteral("budget"), QStringLiteral("PERCENT"), Cli::tr("For example 0.1%.")},
        {QStringLiteral("level"), QStringLiteral("REQ"), Cli::tr("What to require. Default: encrypt")},
        {QStringLiteral("minimum"), QStringLiteral("N"),
            Cli::tr("Propose domains with at least N messages. Default: 3")}};
    text.options
        += QList<Option>{directionOption()} + testOptions() + tableOptions() + periodOptions() + inputOptions();
    text.examples = {QStringLiteral("waxseal-cli recommend /var/log/mail.log* --budget 0.1%"),
        Cli::tr("With at most one message in a thousand lost."),
        QStringLiteral("waxseal-cli recommend mail.waxseal --budget 1% --level 'encrypt>=1.2' --csv"),
        Cli::tr("TLS 1.2 within one message in a hundred, for a spreadsheet.")};
    return text;
}

struct Proposal
{
    std::uint32_t row = 0;
    double expected = 0; ///< wanted messages to be expected lost in the next period
    Outcome outcome; ///< under the requirement
};

std::vector<Proposal> proposals(
    const Simulation& simulation, const Frontier& frontier, const Selection& selection, const Requirement& level)
{
    std::vector<Proposal> out;
    for (const Selection::Run& run : selection.runs) {
        for (std::uint32_t i = run.begin; i < run.end; ++i) {
            const FrontierPoint& point = frontier.points[i];
            out.push_back({point.row, point.expected, simulation.whatIf(point.row, level)});
        }
    }
    return out;
}

/** What the chosen domains would have lost, share of all wanted mail. */
double lostShareOf(const std::vector<Proposal>& chosen, const Outcome& everybody)
{
    std::uint64_t lost = 0;
    for (const Proposal& proposal : chosen)
        lost += proposal.outcome.lostWanted();
    return shareOf(lost, everybody.wanted());
}

std::uint64_t wantedTls(const Outcome& outcome)
{
    return outcome.accepted() - outcome.of(Fate::Accepted, SpamVerdict::Spam);
}

/** What becomes of all mail when everybody must meet the requirement. */
Outcome ofEverybody(const Simulation& simulation, const Requirement& level)
{
    Outcome out;
    for (std::size_t row = 0; row < simulation.domainCount(); ++row)
        out += simulation.whatIf(row, level);
    return out;
}

void printJson(Output& out, const Simulation& simulation, const Frontier& frontier, const Selection& selection,
    const std::vector<Proposal>& chosen, const Requirement& level, double budget, const Outcome& everybody)
{
    JsonWriter json;
    json.beginObject();
    json.value("schema", std::uint64_t{1});
    json.value("direction", name(simulation.direction()));
    json.value("budget_percent", budget * 100.0, 4);
    json.value("requirement", level.text());
    json.value("cost_percent", selection.cost * 100.0, 4);
    json.value("lost_percent", lostShareOf(chosen, everybody) * 100.0, 4);
    json.value("covered_percent", selection.value * 100.0, 4);
    if (everybody.isWhollyUnknown())
        json.null("require_all_cost_percent");
    else
        json.value("require_all_cost_percent", frontier.requireAllCost * 100.0, 4);
    json.value("require_all_unknown_percent", shareOf(everybody.wanted(Fate::Unknown), everybody.wanted()) * 100.0, 4);
    json.beginArray("domains");
    for (const Proposal& proposal : chosen) {
        json.beginObject();
        json.value("domain", simulation.traffic(proposal.row).key);
        json.value("messages", proposal.outcome.total());
        json.value("protected", wantedTls(proposal.outcome));
        json.value("lost_wanted", proposal.outcome.lostWanted());
        json.value("expected_lost", proposal.expected, 4);
        json.value("lost_spam", proposal.outcome.of(Fate::Lost, SpamVerdict::Spam));
        json.value("upper_bound_percent", upperBound(proposal.outcome.lost(), proposal.outcome.total()) * 100.0, 4);
        json.end();
    }
    json.end();
    json.end();
    out.write(json.take());
}

void printCsv(Output& out, const Simulation& simulation, const std::vector<Proposal>& chosen, const Requirement& level)
{
    out.write("domain,requirement,messages,protected,lost_wanted,lost_spam,upper_bound_percent,expected_lost\r\n");
    for (const Proposal& proposal : chosen) {
        CsvLine line;
        line.text(simulation.traffic(proposal.row).key).text(level.text()).number(proposal.outcome.total());
        line.number(wantedTls(proposal.outcome)).number(proposal.outcome.lostWanted());
        line.number(proposal.outcome.of(Fate::Lost, SpamVerdict::Spam));
        line.number(upperBound(proposal.outcome.lost(), proposal.outcome.total()) * 100.0, 4);
        out.write(line.number(proposal.expected, 4).line());
    }
}

void printTable(Output& out, const Simulation& simulation, const Frontier& frontier, const Selection& selection,
    const std::vector<Proposal>& chosen, const Requirement& level, double budget, const Outcome& everybody)
{
    const QString requirement = QString::fromStdString(level.text());
    if (chosen.empty()) {
        out.line(everybody.isWhollyUnknown()
                ? Cli::tr("The logs cannot tell of a single message what requiring %1 would lose.").arg(requirement)
                : Cli::tr("No domain can be required to %1 within a budget of %2.").arg(requirement, percent(budget)));
    } else {
        out.line(Cli::tr("Require %1 of %n domain(s): %2 of the wanted mail is protected, %3 would have been lost, %4 "
                         "is to be expected lost in the next period.",
            nullptr, static_cast<int>(chosen.size()))
                     .arg(requirement, percent(selection.value), percent(lostShareOf(chosen, everybody)),
                         percent(selection.cost)));
    }
    const std::uint64_t unknown = everybody.wanted(Fate::Unknown);
    if (unknown == 0)
        out.line(Cli::tr("Requiring it of everybody would have lost %1.").arg(percent(frontier.requireAllCost)));
    else if (!everybody.isWhollyUnknown())
        out.line(Cli::tr("Requiring it of everybody would have lost %1; of %2 the logs cannot tell.")
                     .arg(percent(frontier.requireAllCost), percentOf(unknown, everybody.wanted())));
    if (chosen.empty())
        return;
    out.line({});
    TextTable table({Cli::tr("Domain"), Cli::tr("Messages"), Cli::tr("Protected"), Cli::tr("Lost"), Cli::tr("Expected"),
                        Cli::tr("At most")},
        QStringLiteral("lrrrrr"));
    for (const Proposal& proposal : chosen)
        table.add({printable(simulation.traffic(proposal.row).key), count(proposal.outcome.total()),
            count(wantedTls(proposal.outcome)), count(proposal.outcome.lostWanted()),
            QString::number(proposal.expected, 'f', 2),
            percent(upperBound(proposal.outcome.lost(), proposal.outcome.total()))});
    out.write(table.text().toUtf8());
}

} // namespace

int runRecommend(const QStringList& arguments)
{
    Options options(help());
    if (const auto code = options.parse(arguments))
        return *code;
    const auto direction = options.direction();
    if (!direction)
        return Usage;
    if (!options.has(QStringLiteral("budget")))
        return options.misused(Cli::tr("Say how much may be lost, for example --budget 0.1%"));
    const auto budget = options.share(QStringLiteral("budget"));
    if (!budget)
        return Usage;
    Requirement level{Level::Encrypt, TlsVersion::Unknown};
    if (options.has(QStringLiteral("level"))) {
        const auto parsed = Requirement::parse(options.value(QStringLiteral("level")).toStdString(), *direction);
        if (!parsed || parsed->level == Level::None || parsed->level == Level::May)
            return options.misused(
                Cli::tr("--level: “%1” is no requirement.").arg(options.value(QStringLiteral("level"))));
        level = *parsed;
    }
    bool isNumber = true;
    const std::uint64_t minimum
        = options.has(QStringLiteral("minimum")) ? options.value(QStringLiteral("minimum")).toULongLong(&isNumber) : 3;
    if (!isNumber)
        return options.misused(Cli::tr("--minimum: “%1” is no number.").arg(options.value(QStringLiteral("minimum"))));
    int code = Done;
    const auto loaded = load(options, code);
    if (!loaded)
        return code;
    const Simulation simulation = simulationOf(loaded->grounds(*direction), *direction);
    const Frontier all = frontier(simulation, level, minimum);
    const Selection selection = all.within(*budget);
    const std::vector<Proposal> chosen = proposals(simulation, all, selection, level);
    const Outcome everybody = ofEverybody(simulation, level);
    Output out;
    if (options.has(QStringLiteral("json")))
        printJson(out, simulation, all, selection, chosen, level, *budget, everybody);
    else if (options.has(QStringLiteral("csv")))
        printCsv(out, simulation, chosen, level);
    else
        printTable(out, simulation, all, selection, chosen, level, *budget, everybody);
    return out.flush() ? Done : InputOutput;
}

} // namespace waxseal::cli
