// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command.h"
#include "app/cli/forecastoutput.h"
#include "app/cli/inputs.h"
#include "model/policy/groupedoutcome.h"
#include "widgets/words/words.h"

#include <algorithm>

namespace waxseal::cli {

namespace {

CommandHelp help()
{
    CommandHelp text;
    text.usage = QStringLiteral("simulate INPUT... --require REQ:SCOPE [OPTIONS]");
    text.description
        = Cli::tr("Says which of the messages in the logs a policy would have refused. The loss is split "
                  "into legitimate mail, spam and "
                  "mail that no scanner has labelled, and by evidence: never (the host never met the requirement), "
                  "mixed (at other times it did: likely to come "
                  "back if refused later), failed (its handshake with us failed: our settings may be at "
                  "fault), unknown (too little "
                  "seen). The interval is a forecast of wanted mail (all that is not labelled spam) for the "
                  "next period of the same length; it needs 14 days of logs. Below that an upper bound is given. What "
                  "contradicts a forecast (a domain that changed, a trend) is said with it, and how it did on the two "
                  "halves of these logs.");
    text.options = policyOptions() + testOptions();
    text.options += {QStringLiteral("fail-above"), QStringLiteral("PERCENT"),
        Cli::tr("End with status 1 when more than this share of the wanted mail (mail that is not labelled spam) would "
                "be lost, or when of most of it the logs cannot tell.")};
    text.options += {QStringLiteral("all"), {}, Cli::tr("Show every domain that would lose mail, not the first 20.")};
    text.options
        += QList<Option>{directionOption(), groupingOption()} + tableOptions() + periodOptions() + inputOptions();
    text.examples = {QStringLiteral("waxseal-cli simulate /var/log/mail.log* --require encrypt:all"),
        Cli::tr("If STARTTLS were required of everybody."),
        QStringLiteral(
            "waxseal-cli simulate mail.log --require 'encrypt>=1.2:.bank.example,.gov.example' --refuse now"),
        Cli::tr("TLS 1.2 of two domains and their subdomains."),
        QStringLiteral(
            "waxseal-cli simulate mail.log --require encrypt:all --require none:.old.example --fail-above 0.1%"),
        Cli::tr("Everybody but one; for a nightly check.")};
    return text;
}

/** Whether what the logs know of wanted mail is enough to say that no more than `limit` of it is lost. */
bool isWithin(const Outcome& outcome, double limit)
{
    // Where most is unknown, what little is known says nothing of the rest.
    return outcome.lostWantedShare() <= limit && outcome.wanted(Fate::Unknown) <= outcome.wanted() / 2;
}

/** Domains that something is required of, or that lose mail; most lost first. */
std::vector<std::size_t> affected(const Simulation& simulation)
{
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < simulation.domainCount(); ++row) {
        const Outcome& outcome = simulation.outcome(row);
        if (outcome.lost() > 0 || outcome.unknown() > 0 || simulation.hasOwnRow(row))
            rows.push_back(row);
    }
    std::stable_sort(rows.begin(), rows.end(),
        [&](std::size_t a, std::size_t b) { return simulation.outcome(a).lost() > simulation.outcome(b).lost(); });
    return rows;
}

QString requirementText(const Simulation& simulation, std::size_t row)
{
    return QString::fromStdString(simulation.effective(row).text());
}

/** The loss of a group, split, for JSON. */
void addLoss(JsonWriter& json, const Outcome& outcome)
{
    json.value("messages", outcome.total());
    json.value("accepted", outcome.accepted());
    json.value("lost", outcome.lost());
    json.value("unknown", outcome.unknown());
    json.value("lost_legitimate", outcome.of(Fate::Lost, SpamVerdict::Legitimate));
    json.value("lost_spam", outcome.of(Fate::Lost, SpamVerdict::Spam));
    json.value("lost_unlabelled", outcome.of(Fate::Lost, SpamVerdict::Unlabelled));
}

/** With --by: the same loss by organisation or host. */
void addGroups(JsonWriter& json, const Simulation& simulation, Grouping grouping)
{
    if (grouping == Grouping::Domain)
        return;
    json.beginArray(grouping == Grouping::Host ? "hosts" : "organisations");
    for (const GroupedOutcome& group : outcomesBy(simulation, grouping)) {
        json.beginObject();
        json.value(name(grouping).data(), group.name);
        if (grouping == Grouping::Host)
            json.value("name", simulation.facts().host(group.host).name);
        json.value("domains", std::uint64_t{group.domains});
        addLoss(json, group.outcome);
        json.end();
    }
    json.end();
}

void printGroupsCsv(Output& out, const Simulation& simulation, Grouping grouping)
{
    const std::string_view word = name(grouping);
    out.write(QByteArray(word.data(), static_cast<qsizetype>(word.size()))
        + ",name,domains,messages,accepted,lost,unknown,lost_legitimate,lost_spam,lost_unlabelled\r\n");
    for (const GroupedOutcome& group : outcomesBy(simulation, grouping)) {
        CsvLine line;
        line.text(group.name).text(grouping == Grouping::Host ? simulation.facts().host(group.host).name : group.name);
        line.number(std::uint64_t{group.domains}).number(group.outcome.total()).number(group.outcome.accepted());
        line.number(group.outcome.lost()).number(group.outcome.unknown());
        for (const SpamVerdict verdict : {SpamVerdict::Legitimate, SpamVerdict::Spam, SpamVerdict::Unlabelled})
            line.number(group.outcome.of(Fate::Lost, verdict));
        out.write(line.line());
    }
}

/** Those that lose mail; the first 20, or all. */
void printGroups(Output& out, const Simulation& simulation, Grouping grouping, bool all)
{
    constexpr std::size_t few = 20;
    TextTable table({grouping == Grouping::Host ? Cli::tr("Host") : Cli::tr("Organisation"), Cli::tr("Domains"),
                        Cli::tr("Messages"), Cli::tr("Lost"), Cli::tr("of it spam"), Cli::tr("Unknown")},
        QStringLiteral("lrrrrr"));
    std::size_t shown = 0;
    std::size_t left = 0;
    for (const GroupedOutcome& group : outcomesBy(simulation, grouping)) {
        const Outcome& outcome = group.outcome;
        if (outcome.lost() == 0 && !all)
            continue;
        if (shown == few && !all) {
            ++left;
            continue;
        }
        ++shown;
        QString label = printable(group.name);
        if (grouping == Grouping::Host) {
            const std::string& hostName = simulation.facts().host(group.host).name;
            label = group.name.empty() ? Cli::tr("not logged") : label;
            if (!hostName.empty())
                label += QStringLiteral(" (") + printable(hostName) + u')';
        }
        table.add({label, count(group.domains), count(outcome.total()), count(outcome.lost()),
            count(outcome.of(Fate::Lost, SpamVerdict::Spam)), count(outcome.unknown())});
    }
    if (!table.isEmpty())
        out.write(table.text().toUtf8());
    if (left > 0)
        out.line(Cli::tr("and %n more; --all shows them.", nullptr, static_cast<int>(left)));
}

void printJson(Output& out, const Simulation& simulation, Grouping grouping)
{
    const Outcome& total = simulation.outcome();
    JsonWriter json;
    json.beginObject();
    json.value("schema", std::uint64_t{1});
    json.value("direction", name(simulation.direction()));
    json.value("messages", total.total());
    json.value("accepted", total.accepted());
    json.value("lost", total.lost());
    json.value("unknown", total.unknown());
    json.value("lost_percent", total.lostShare() * 100.0, 4);
    json.beginObject("wanted");
    json.value("messages", total.wanted());
    json.value("accepted", total.wanted(Fate::Accepted));
    json.value("lost", total.wanted(Fate::Lost));
    json.value("unknown", total.wanted(Fate::Unknown));
    json.value("lost_percent", total.lostWantedShare() * 100.0, 4);
    json.end();
    addForecast(json, simulation);
    json.value("lost_legitimate", total.of(Fate::Lost, SpamVerdict::Legitimate));
    json.value("lost_spam", total.of(Fate::Lost, SpamVerdict::Spam));
    json.value("lost_unlabelled", total.of(Fate::Lost, SpamVerdict::Unlabelled));
    json.beginObject("lost_by_evidence");
    for (const EvidenceClass evidence :
        {EvidenceClass::Never, EvidenceClass::Mixed, EvidenceClass::Failed, EvidenceClass::Unknown})
        json.value(name(evidence).data(), total.lostByEvidence[static_cast<std::size_t>(evidence)]);
    json.end();
    json.value("judged_by_test", total.byTest);
    json.beginArray("domains");
    for (const std::size_t row : affected(simulation)) {
        const Outcome& outcome = simulation.outcome(row);
        json.beginObject();
        json.value("domain", simulation.traffic(row).key);
        json.value("requirement", requirementText(simulation, row));
        addLoss(json, outcome);
        json.value("upper_bound_percent", upperBound(outcome.lost(), outcome.total()) * 100.0, 4);
        const auto evidence = simulation.evidence(row, simulation.effective(row));
        if (evidence)
            json.value("evidence", name(*evidence));
        else
            json.null("evidence");
        json.end();
    }
    json.end();
    addGroups(json, simulation, grouping);
    json.end();
    out.write(json.take());
}

void printCsv(Output& out, const Simulation& simulation)
{
    out.write("domain,requirement,messages,accepted,lost,unknown,lost_legitimate,lost_spam,lost_unlabelled,"
              "upper_bound_percent,evidence\r\n");
    for (const std::size_t row : affected(simulation)) {
        const Outcome& outcome = simulation.outcome(row);
        const auto evidence = simulation.evidence(row, simulation.effective(row));
        CsvLine line;
        line.text(simulation.traffic(row).key).text(requirementText(simulation, row)).number(outcome.total());
        line.number(outcome.accepted()).number(outcome.lost()).number(outcome.unknown());
        for (const SpamVerdict verdict : {SpamVerdict::Legitimate, SpamVerdict::Spam, SpamVerdict::Unlabelled})
            line.number(outcome.of(Fate::Lost, verdict));
        line.number(upperBound(outcome.lost(), outcome.total()) * 100.0, 4);
        out.write(line.text(evidence ? name(*evidence) : std::string_view()).line());
    }
}

/** What becomes of wanted mail, in a line. */
QString headline(const Outcome& total)
{
    const std::uint64_t all = total.wanted();
    const std::uint64_t unknown = total.wanted(Fate::Unknown);
    if (total.isWhollyUnknown())
        return Cli::tr("Of %1 messages the logs cannot tell what would become of them").arg(count(all));
    const QString share = percent(total.lostWantedShare());
    QString text = all == total.total() ? Cli::tr("Lost %1 of %2 messages").arg(share, count(all))
                                        : Cli::tr("Lost %1 of %2 wanted messages").arg(share, count(all));
    if (unknown > 0)
        text += Cli::tr(", of %1 the logs cannot tell").arg(percentOf(unknown, all));
    return text;
}

void printTable(Output& out, const Simulation& simulation, Grouping grouping, bool all)
{
    const Outcome& total = simulation.outcome();
    const auto share = [&](std::uint64_t part) { return percent(shareOf(part, total.total())); };
    out.line(headline(total));
    printForecast(out, simulation);
    out.line({});

    TextTable sums({Cli::tr("Outcome"), Cli::tr("Messages"), Cli::tr("Share")}, QStringLiteral("lrr"));
    const auto sum = [&](const QString& what, std::uint64_t messages) {
        sums.add({what, count(messages), share(messages)});
    };
    sum(Cli::tr("accepted"), total.accepted());
    sum(Cli::tr("lost"), total.lost());
    sum(Cli::tr("  legitimate"), total.of(Fate::Lost, SpamVerdict::Legitimate));
    sum(Cli::tr("  spam"), total.of(Fate::Lost, SpamVerdict::Spam));
    sum(Cli::tr("  unlabelled"), total.of(Fate::Lost, SpamVerdict::Unlabelled));
    sum(Cli::tr("unknown"), total.unknown());
    out.write(sums.text().toUtf8());
    out.line({});

    if (total.byTest > 0) {
        out.line(
            Cli::tr("Of these, %1 were judged by live tests, since the logs cannot tell.").arg(count(total.byTest)));
        out.line({});
    }

    if (total.lost() > 0) {
        TextTable reasons({Cli::tr("Evidence of what would be lost"), Cli::tr("Messages")}, QStringLiteral("lr"));
        for (const EvidenceClass evidence :
            {EvidenceClass::Never, EvidenceClass::Mixed, EvidenceClass::Failed, EvidenceClass::Unknown})
            reasons.add({words::text(evidence), count(total.lostByEvidence[static_cast<std::size_t>(evidence)])});
        out.write(reasons.text().toUtf8());
        out.line({});
    }

    if (grouping != Grouping::Domain) {
        printGroups(out, simulation, grouping, all);
        return;
    }
    constexpr std::size_t few = 20;
    TextTable table({Cli::tr("Domain"), Cli::tr("Requirement"), Cli::tr("Messages"), Cli::tr("Lost"),
                        Cli::tr("of it spam"), Cli::tr("Unknown"), Cli::tr("At most"), Cli::tr("Evidence")},
        QStringLiteral("llrrrrrl"));
    std::size_t left = 0;
    std::size_t shown = 0;
    for (const std::size_t row : affected(simulation)) {
        const Outcome& outcome = simulation.outcome(row);
        if (outcome.lost() == 0 && !all)
            continue;
        if (shown == few && !all) {
            ++left;
            continue;
        }
        ++shown;
        const auto evidence = simulation.evidence(row, simulation.effective(row));
        table.add({printable(simulation.traffic(row).key), requirementText(simulation, row), count(outcome.total()),
            count(outcome.lost()), count(outcome.of(Fate::Lost, SpamVerdict::Spam)), count(outcome.unknown()),
            percent(upperBound(outcome.lost(), outcome.total())), evidence ? words::text(*evidence) : QString()});
    }
    if (!table.isEmpty())
        out.write(table.text().toUtf8());
    if (left > 0)
        out.line(Cli::tr("and %n more domain(s); --all shows them.", nullptr, static_cast<int>(left)));
}

/** Says why, where it is not the loss itself. */
bool failsAbove(const Options& options, const Outcome& outcome, double limit)
{
    if (!options.has(QStringLiteral("fail-above")) || isWithin(outcome, limit))
        return false;
    if (outcome.wanted(Fate::Unknown) > outcome.wanted() / 2)
        complain(Cli::tr("--fail-above: of %1 of the mail the logs cannot tell what would become of it. The check has "
                         "not passed.")
                     .arg(percentOf(outcome.wanted(Fate::Unknown), outcome.wanted())));
    return true;
}

} // namespace

int runSimulate(const QStringList& arguments)
{
    Options options(help());
    if (const auto code = options.parse(arguments))
        return *code;
    const auto direction = options.direction();
    const auto grouping = options.grouping();
    if (!direction || !grouping)
        return Usage;
    // Both are looked at before a long log is read.
    const auto limit
        = options.has(QStringLiteral("fail-above")) ? options.share(QStringLiteral("fail-above")) : std::optional(1.0);
    if (!limit || !options.policy(*direction, {}))
        return Usage;
    int code = Done;
    const auto loaded = load(options, code);
    if (!loaded)
        return code;
    if (!options.has(QStringLiteral("require")) && !options.has(QStringLiteral("policy"))
        && loaded->workspacePath.isEmpty())
        return options.misused(Cli::tr("Say what to simulate, for example --require encrypt:all"));
    const auto policy = options.policy(*direction, loaded->policy.of(*direction));
    if (!policy)
        return Usage;
    const Simulation simulation = simulationOf(loaded->grounds(*direction), *direction, *policy);
    sayWhoIsAbsent(options, simulation);
    Output out;
    if (options.has(QStringLiteral("json")))
        printJson(out, simulation, *grouping);
    else if (options.has(QStringLiteral("csv")))
        *grouping == Grouping::Domain ? printCsv(out, simulation) : printGroupsCsv(out, simulation, *grouping);
    else
        printTable(out, simulation, *grouping, options.has(QStringLiteral("all")));
    if (!out.flush())
        return InputOutput;
    return failsAbove(options, simulation.outcome(), *limit) ? CheckFailed : Done;
}

} // namespace waxseal::cli
