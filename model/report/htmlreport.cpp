// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/report/htmlreport.h"

#include "model/core/percent.h"
#include "model/report/htmlparts.h"
#include "model/report/losschart.h"
#include "model/report/svgchart.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace waxseal {

namespace {

using report::count;
using report::escaped;
using report::heading;
using report::paragraph;
using report::Table;

QString dayName(Day day)
{
    return QDate(1970, 1, 1).addDays(day).toString(Qt::ISODate);
}

QString timeName(qint64 microseconds)
{
    return QDateTime::fromMSecsSinceEpoch(microseconds / 1000, Qt::UTC)
        .toString(QStringLiteral("yyyy-MM-dd HH:mm 'UTC'"));
}

QString directionName(Direction direction)
{
    switch (direction) {
    case Direction::Inbound:
        return QCoreApplication::translate("Report", "Inbound");
    case Direction::Outbound:
        return QCoreApplication::translate("Report", "Outbound");
    case Direction::Submission:
        return QCoreApplication::translate("Report", "Submission");
    }
    return {};
}

QString evidenceName(EvidenceClass evidence)
{
    switch (evidence) {
    case EvidenceClass::Never:
        return QCoreApplication::translate("Report", "the host never met the requirement: cannot, as far as seen");
    case EvidenceClass::Mixed:
        return QCoreApplication::translate(
            "Report", "the host met it at other times: likely to come back if refused later (4xx)");
    case EvidenceClass::Failed:
        return QCoreApplication::translate(
            "Report", "its handshake with this server failed first: our own settings may be at fault");
    case EvidenceClass::Unknown:
        return QCoreApplication::translate("Report", "too little seen to tell");
    }
    return {};
}

/** For a column of a table. */
QString shortEvidence(std::optional<EvidenceClass> evidence)
{
    if (!evidence)
        return {};
    switch (*evidence) {
    case EvidenceClass::Never:
        return QCoreApplication::translate("Report", "never met it");
    case EvidenceClass::Mixed:
        return QCoreApplication::translate("Report", "met it at times");
    case EvidenceClass::Failed:
        return QCoreApplication::translate("Report", "handshake failed");
    case EvidenceClass::Unknown:
        return QCoreApplication::translate("Report", "too little seen");
    }
    return {};
}

/** Days in so few bars that each can be seen: a bar is a day, or several. */
struct Bars
{
    explicit Bars(Day first, std::size_t dayCount)
    {
        constexpr std::size_t most = 200;
        daysPerBar = (dayCount + most - 1) / most;
        daysPerBar = std::max<std::size_t>(daysPerBar, 1);
        for (std::size_t day = 0; day < dayCount; day += daysPerBar)
            names.append(dayName(static_cast<Day>(first + day)));
    }
    std::vector<std::uint64_t> empty() const
    {
        return std::vector<std::uint64_t>(static_cast<std::size_t>(names.size()));
    }
    QString unit() const
    {
        const int days = static_cast<int>(daysPerBar); // lupdate does not see a plural behind a cast
        return days == 1 ? QCoreApplication::translate("Report", "messages a day")
                         : QCoreApplication::translate("Report", "messages every %n day(s)", nullptr, days);
    }
    std::size_t daysPerBar = 1;
    QStringList names;
};

/** What every chart says below its title, so that it can be cut out: unit, source and period. */
QStringList chartNotes(const QString& unit, const ReportInput& input, Day first, std::size_t days)
{
    QStringList notes{unit};
    if (!input.source.isEmpty())
        notes.append(input.source);
    if (days > 0)
        notes.append(QCoreApplication::translate("Report", "%1 to %2", "days of a period")
                         .arg(dayName(first), dayName(static_cast<Day>(first + days - 1))));
    return notes;
}

/** The policy in a few words. */
QString policyInShort(const Simulation& simulation)
{
    const DirectionPolicy& policy = simulation.policy();
    const QString byDefault = QString::fromStdString(policy.byDefault.text());
    if (policy.rows.empty())
        return QCoreApplication::translate("Report", "policy: %1 for all").arg(byDefault);
    const int rows = static_cast<int>(policy.rows.size()); // lupdate does not see a plural behind a cast
    return QCoreApplication::translate("Report", "policy: %n row(s), %1 for all others", nullptr, rows).arg(byDefault);
}

QString trafficChart(const ReportInput& input, Direction direction)
{
    const TrafficSummary& traffic = input.traffic[static_cast<std::size_t>(direction)];
    const Bars bars(traffic.firstDay, traffic.days.size());
    report::StackedChart chart;
    chart.title = QCoreApplication::translate("Report", "%1: TLS by day").arg(directionName(direction));
    chart.description
        = QCoreApplication::translate("Report", "%1 over TLS, %2 in clear, %3 unknown")
              .arg(count(traffic.total.overTls()), count(traffic.total.plaintext), count(traffic.total.unknown));
    chart.notes = chartNotes(bars.unit(), input, traffic.firstDay, traffic.days.size());
    chart.bars = bars.names;
    namespace fills = report::fills;
    chart.series = {{QCoreApplication::translate("Report", "over TLS"), fills::accepted(), bars.empty()},
        {QCoreApplication::translate("Report", "plaintext"), fills::plaintext(), bars.empty()},
        {QCoreApplication::translate("Report", "unknown"), fills::unknown(), bars.empty()}};
    for (std::size_t day = 0; day < traffic.days.size(); ++day) {
        chart.series[0].values[day / bars.daysPerBar] += traffic.days[day].tls;
        chart.series[1].values[day / bars.daysPerBar] += traffic.days[day].plaintext;
        chart.series[2].values[day / bars.daysPerBar] += traffic.days[day].unknown;
    }
    return report::svg(chart);
}

QString outcomeChart(const ReportInput& input)
{
    const Simulation& simulation = *input.simulation;
    const Bars bars(simulation.firstDay(), simulation.days().size());
    report::LossChart chart;
    chart.title = QCoreApplication::translate("Report", "Accepted and lost by day");
    chart.description = QCoreApplication::translate("Report", "%1 accepted, %2 lost, %3 unknown")
                            .arg(count(simulation.outcome().accepted()), count(simulation.outcome().lost()),
                                count(simulation.outcome().unknown()));
    chart.notes = chartNotes(QCoreApplication::translate("Report", "wanted mail, %1").arg(bars.unit()), input,
        simulation.firstDay(), simulation.days().size());
    chart.notes.insert(1, policyInShort(simulation));
    chart.names = bars.names;
    chart.bars.resize(static_cast<std::size_t>(bars.names.size()));
    for (std::size_t day = 0; day < simulation.days().size(); ++day) {
        const Outcome& outcome = simulation.days()[day];
        const auto wanted = [&](Fate fate) { return outcome.of(fate) - outcome.of(fate, SpamVerdict::Spam); };
        report::LossChart::Bar& bar = chart.bars[day / bars.daysPerBar];
        bar.accepted += wanted(Fate::Accepted);
        bar.unknown += wanted(Fate::Unknown);
        bar.lost += wanted(Fate::Lost);
        bar.spam += outcome.of(Fate::Lost, SpamVerdict::Spam);
    }
    return report::svg(chart);
}

QString trafficSection(const ReportInput& input)
{
    QString out = heading(QCoreApplication::translate("Report", "What the logs say"));
    const auto version = [](const TrafficSummary& traffic, TlsVersion which) {
        return traffic.total.byVersion[static_cast<std::size_t>(which)];
    };
    const auto other = [&](const TrafficSummary& traffic) {
        return version(traffic, TlsVersion::Other) + version(traffic, TlsVersion::Unknown);
    };
    const bool anyOther
        = std::any_of(input.traffic.begin(), input.traffic.end(), [&](const auto& each) { return other(each) > 0; });
    QStringList header{QCoreApplication::translate("Report", "Direction"),
        QCoreApplication::translate("Report", "Messages"), QCoreApplication::translate("Report", "Domains"),
        QCoreApplication::translate("Report", "Over TLS"), QCoreApplication::translate("Report", "Plaintext"),
        QCoreApplication::translate("Report", "Unknown"), QStringLiteral("TLS 1.3"), QStringLiteral("TLS 1.2"),
        QStringLiteral("TLS 1.1"), QStringLiteral("TLS 1.0")};
    if (anyOther)
        header.append(QCoreApplication::translate("Report", "Other TLS"));
    Table table(header);
    for (const Direction direction : allDirections) {
        const TrafficSummary& traffic = input.traffic[static_cast<std::size_t>(direction)];
        const DomainTraffic& total = traffic.total;
        QStringList row{directionName(direction), count(total.messages), count(traffic.domainCount),
            percentOf(total.overTls(), total.messages), percentOf(total.plaintext, total.messages),
            percentOf(total.unknown, total.messages)};
        for (const TlsVersion each : {TlsVersion::Tls13, TlsVersion::Tls12, TlsVersion::Tls11, TlsVersion::Tls10})
            row.append(count(version(traffic, each)));
        if (anyOther)
            row.append(count(other(traffic)));
        table.add(row);
    }
    out += table.html();
    for (const Direction direction : allDirections) {
        const TrafficSummary& traffic = input.traffic[static_cast<std::size_t>(direction)];
        if (!traffic.days.empty() && (input.simulation == nullptr || direction == input.simulation->direction()))
            out += trafficChart(input, direction);
    }
    out += paragraph(QCoreApplication::translate("Report",
                         "Not counted: %1 re-injected by a content filter, %2 authenticated, %3 from internal "
                         "networks, %4 rejected. "
                         "Mail whose TLS the log does not tell is unknown, never plaintext.")
                         .arg(count(input.excluded.reinjected), count(input.excluded.authenticated),
                             count(input.excluded.internal), count(input.excluded.rejected)),
        QStringLiteral("quiet"));
    return out;
}

/** What is required of how many, and what that loses: a line a requirement. */
QString requirementTable(const Simulation& simulation)
{
    struct Sum
    {
        std::uint64_t domains = 0;
        std::uint64_t messages = 0;
        std::uint64_t lost = 0;
        std::uint64_t unknown = 0;
    };
    std::map<std::string, Sum> sums;
    for (std::size_t row = 0; row < simulation.domainCount(); ++row) {
        const Outcome& outcome = simulation.outcome(row);
        Sum& sum = sums[simulation.effective(row).text()];
        ++sum.domains;
        sum.messages += outcome.total();
        sum.lost += outcome.lost();
        sum.unknown += outcome.unknown();
    }
    Table table({QCoreApplication::translate("Report", "Required"),
        QCoreApplication::translate("Report", "Domains with mail"), QCoreApplication::translate("Report", "Messages"),
        QCoreApplication::translate("Report", "Lost"), QCoreApplication::translate("Report", "Unknown")});
    for (const auto& [requirement, sum] : sums)
        table.add({QString::fromStdString(requirement), count(sum.domains), count(sum.messages), count(sum.lost),
            count(sum.unknown)});
    return table.html();
}

/** Every row of the policy by name, for those who must know exactly. */
QString policyNames(const DirectionPolicy& policy)
{
    if (policy.rows.empty())
        return {};
    constexpr std::size_t most = 2000;
    QString out = heading(QCoreApplication::translate("Report", "The policy, name by name"));
    QStringList names;
    for (const auto& [scope, requirement] : policy.rows) {
        if (static_cast<std::size_t>(names.size()) == most)
            break;
        const QString domain = QString::fromStdString(scope.domain);
        const QString who
            = scope.subdomains ? QCoreApplication::translate("Report", "%1 and subdomains").arg(domain) : domain;
        names.append(QStringLiteral("%1: %2").arg(who, QString::fromStdString(requirement.text())));
    }
    out += report::nameList(names);
    const int more = static_cast<int>(policy.rows.size() - static_cast<std::size_t>(names.size()));
    if (more > 0)
        out += paragraph(QCoreApplication::translate("Report", "and %n more row(s).", nullptr, more));
    return out;
}

QString refusalText(const DirectionPolicy& policy, Direction direction)
{
    if (direction == Direction::Outbound)
        return QCoreApplication::translate("Report",
            "Mail that cannot be sent as required is kept back and tried again for days, then returned to its sender.");
    return policy.refusal == Refusal::Now
        ? QCoreApplication::translate("Report", "Refused now (5xx): the sender's server returns the mail at once.")
        : QCoreApplication::translate(
            "Report", "Refused later (4xx): the sender's server tries again for days, then returns the mail.");
}

QString domainTable(const Simulation& simulation, std::size_t most)
{
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < simulation.domainCount(); ++row) {
        if (simulation.outcome(row).lost() > 0)
            rows.push_back(row);
    }
    if (rows.empty())
        return {};
    // Wanted mail first: what is lost to the domains of spammers is many rows and little harm.
    const auto harm = [&](std::size_t row) {
        return std::pair(simulation.outcome(row).lostWanted(), simulation.outcome(row).lost());
    };
    std::stable_sort(rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) { return harm(a) > harm(b); });
    QString out = heading(QCoreApplication::translate("Report", "Domains that would lose mail"));
    Table table({QCoreApplication::translate("Report", "Domain"), QCoreApplication::translate("Report", "Required"),
                    QCoreApplication::translate("Report", "Messages"), QCoreApplication::translate("Report", "Lost"),
                    QCoreApplication::translate("Report", "of it spam"),
                    QCoreApplication::translate("Report", "At most (95 %)"),
                    QCoreApplication::translate("Report", "Its hosts")},
        2);
    for (std::size_t i = 0; i < std::min(most, rows.size()); ++i) {
        const Outcome& outcome = simulation.outcome(rows[i]);
        const std::string_view key = simulation.traffic(rows[i]).key;
        table.add({QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size())),
            QString::fromStdString(simulation.effective(rows[i]).text()), count(outcome.total()), count(outcome.lost()),
            count(outcome.of(Fate::Lost, SpamVerdict::Spam)), percent(upperBound(outcome.lost(), outcome.total())),
            shortEvidence(simulation.evidence(rows[i], simulation.effective(rows[i])))});
    }
    out += table.html();
    const int more = static_cast<int>(rows.size() - std::min(most, rows.size()));
    if (more > 0)
        out += paragraph(QCoreApplication::translate("Report", "and %n more domain(s).", nullptr, more));
    return out;
}

/** Wanted mail that comes encrypted or not at all, now that its domain must. */
std::uint64_t protectedMail(const Simulation& simulation)
{
    std::uint64_t sum = 0;
    for (std::size_t row = 0; row < simulation.domainCount(); ++row) {
        const Level level = simulation.effective(row).level;
        const Outcome& outcome = simulation.outcome(row);
        if (level != Level::None && level != Level::May)
            sum += outcome.accepted() - outcome.of(Fate::Accepted, SpamVerdict::Spam);
    }
    return sum;
}

/** What contradicts the forecast: who changed, what moves. */
QString warningText(const ForecastWarning& warning, const Simulation& simulation)
{
    if (warning.kind == ForecastWarning::Kind::Trend)
        return QCoreApplication::translate("Report", "The loss moves: from about %1 to %2 over these days.")
            .arg(percent(warning.before), percent(warning.after));
    const std::string_view name = simulation.traffic(warning.row).key;
    return QCoreApplication::translate("Report", "%1 changed: before %2 it lost %3 of its wanted mail, since then %4.")
        .arg(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())),
            QDate(1970, 1, 1).addDays(warning.since).toString(Qt::ISODate), percent(warning.before),
            percent(warning.after));
}

/** The figures that a decision hangs on, in the order in which they are asked for. */
QString inShort(const ReportInput& input)
{
    const Simulation& simulation = *input.simulation;
    const Outcome& outcome = simulation.outcome();
    const std::uint64_t wanted = outcome.wanted();
    const QString share = percent(outcome.lostWantedShare());
    QString headline = QCoreApplication::translate("Report", "Lost %1").arg(share);
    if (outcome.isWhollyUnknown())
        headline = QCoreApplication::translate("Report", "Loss unknown");
    else if (input.forecast.interval)
        headline = QCoreApplication::translate("Report", "Lost %1 (%2 to %3)")
                       .arg(share, percent(input.forecast.interval->low), percent(input.forecast.interval->high));
    QString out = paragraph(headline, QStringLiteral("headline"));
    if (outcome.wanted(Fate::Unknown) > 0)
        out += paragraph(
            QCoreApplication::translate("Report", "Of %1 messages (%2 of the wanted mail) the logs cannot tell.")
                .arg(count(outcome.wanted(Fate::Unknown)), percentOf(outcome.wanted(Fate::Unknown), wanted)));
    if (outcome.byTest > 0)
        out += paragraph(QCoreApplication::translate("Report",
            "%1 messages were judged by live tests of their servers, since the logs cannot tell what would become of "
            "them.")
                             .arg(count(outcome.byTest)));
    out += paragraph(QCoreApplication::translate("Report",
        "%1 of %2 messages would not have arrived. Without what a scanner called spam, that is %3 of %4 messages (%5).")
                         .arg(count(outcome.lost()), count(outcome.total()), count(outcome.lostWanted()), count(wanted),
                             percentOf(outcome.lostWanted(), wanted)));
    const std::uint64_t never = outcome.lostByEvidence[static_cast<std::size_t>(EvidenceClass::Never)];
    if (never < outcome.lost())
        out += paragraph(QCoreApplication::translate("Report",
            "At worst all of it, at best %1 messages (%2): the rest came from hosts that met the requirement at other "
            "times, whose handshake failed, or of which too little was seen.")
                             .arg(count(never), percentOf(never, outcome.total())));
    const std::uint64_t guarded = protectedMail(simulation);
    out += paragraph(QCoreApplication::translate("Report",
        "In return %1 messages (%2 of the wanted mail) travel encrypted or not at all: they can no longer be read or "
        "changed on the way by somebody who merely suppresses STARTTLS.")
                         .arg(count(guarded), percentOf(guarded, wanted)));
    out += paragraph(input.forecast.interval
            ? QCoreApplication::translate("Report",
                "Of the mail in the logs; in brackets the forecast of wanted mail for the next period of the same "
                "length, at 95 % "
                "(days resampled within each domain and weekday, widened by what the weeks say of each other).")
            : QCoreApplication::translate("Report",
                "Of the mail in the logs. There are too few data for a forecast; with 95 % the next period "
                "loses at most %1 of the wanted mail.")
                  .arg(percent(input.forecast.atMost)),
        QStringLiteral("quiet"));
    for (const ForecastWarning& warning : input.forecast.warnings)
        out += paragraph(warningText(warning, simulation));
    return out;
}

QString policySection(const Simulation& simulation)
{
    const DirectionPolicy& policy = simulation.policy();
    QString out = heading(
        QCoreApplication::translate("Report", "The policy (%1)").arg(directionName(simulation.direction()).toLower()));
    out += requirementTable(simulation);
    const QString byDefault = QString::fromStdString(policy.byDefault.text());
    const int named = static_cast<int>(policy.rows.size());
    const QString scope = named == 0
        ? QCoreApplication::translate("Report", "It holds for everybody: %1.")
        : QCoreApplication::translate(
            "Report", "It names %n domain(s), listed at the end; for all others: %1.", nullptr, named);
    out += paragraph(scope.arg(byDefault));
    out += paragraph(refusalText(policy, simulation.direction()));
    if (simulation.direction() == Direction::Inbound && policy.byDefault.level != Level::None)
        out += paragraph(QCoreApplication::translate("Report",
                             "RFC 3207, section 4 (before it RFC 2487, section 5): a publicly-referenced SMTP server "
                             "must not require "
                             "STARTTLS in order to deliver mail locally. This policy does, by the choice of whoever "
                             "runs the server. "
                             "MTA-STS (RFC 8461) and DANE (RFC 7672) get encryption from those who can without losing "
                             "those who cannot."),
            QStringLiteral("warning"));
    return out;
}

QString lossSection(const ReportInput& input)
{
    const Simulation& simulation = *input.simulation;
    const Outcome& outcome = simulation.outcome();
    QString out = heading(QCoreApplication::translate("Report", "What it would lose"));
    Table table({QCoreApplication::translate("Report", "Outcome"), QCoreApplication::translate("Report", "Messages"),
        QCoreApplication::translate("Report", "Share")});
    const auto add = [&](const QString& what, std::uint64_t messages) {
        table.add({what, count(messages), percentOf(messages, outcome.total())});
    };
    add(QCoreApplication::translate("Report", "accepted"), outcome.accepted());
    add(QCoreApplication::translate("Report", "lost, legitimate"), outcome.of(Fate::Lost, SpamVerdict::Legitimate));
    add(QCoreApplication::translate("Report", "lost, not labelled by a spam filter"),
        outcome.of(Fate::Lost, SpamVerdict::Unlabelled));
    add(QCoreApplication::translate("Report", "lost, spam"), outcome.of(Fate::Lost, SpamVerdict::Spam));
    add(QCoreApplication::translate("Report", "unknown"), outcome.unknown());
    out += table.html() + outcomeChart(input);
    if (outcome.lost() > 0) {
        Table evidence({QCoreApplication::translate("Report", "Of the lost mail"),
            QCoreApplication::translate("Report", "Messages")});
        for (const EvidenceClass each :
            {EvidenceClass::Never, EvidenceClass::Mixed, EvidenceClass::Failed, EvidenceClass::Unknown})
            evidence.add({evidenceName(each), count(outcome.lostByEvidence[static_cast<std::size_t>(each)])});
        out += evidence.html();
    }
    if (input.backtest)
        out += paragraph(QCoreApplication::translate("Report",
            "Tested backwards on these logs: the first half of the days predicts %1, the second half lost %2.")
                             .arg(input.backtest->interval ? QCoreApplication::translate("Report", "%1 (%2 to %3)")
                                                                 .arg(percent(input.backtest->predicted),
                                                                     percent(input.backtest->interval->low),
                                                                     percent(input.backtest->interval->high))
                                                           : percent(input.backtest->predicted),
                                 percent(input.backtest->observed)));
    const NewCorrespondents fresh = newCorrespondents(simulation);
    if (fresh.share > 0)
        out += paragraph(QCoreApplication::translate("Report",
            "About %1 of the next wanted mail comes from domains not seen yet; of the domains seen once, %2 would have "
            "been "
            "lost.")
                             .arg(percent(fresh.share), percent(fresh.lostShare)));
    return out + domainTable(simulation, input.mostDomains);
}

QString decisionSection()
{
    QString out = heading(QCoreApplication::translate("Report", "Decision"));
    out += paragraph(QCoreApplication::translate("Report", "☐ as above \u2003 ☐ with changes \u2003 ☐ not"));
    out += QStringLiteral("<div class=\"sign\">");
    for (const QString& line : {QCoreApplication::translate("Report", "Name"),
             QCoreApplication::translate("Report", "Date"), QCoreApplication::translate("Report", "Signature")})
        out += QStringLiteral("<span>%1</span>").arg(escaped(line));
    return out + QStringLiteral("</div>\n");
}

QString limitsSection()
{
    QString out = heading(QCoreApplication::translate("Report", "What this does not say"));
    out += QStringLiteral("<ul>\n");
    for (const QString& line :
        {QCoreApplication::translate("Report", "Requiring TLS does not stop spam for long: those who send it adapt."),
            QCoreApplication::translate(
                "Report", "TLS protects a hop, not the message. End to end is OpenPGP or S/MIME."),
            QCoreApplication::translate("Report",
                "A client certificate is not needed for encryption; requiring a trusted one loses more legitimate "
                "mail."),
            QCoreApplication::translate(
                "Report", "Senders change: a host that never used TLS may learn it, and the other way round.")})
        out += QStringLiteral("<li>%1</li>\n").arg(escaped(line));
    return out + QStringLiteral("</ul>\n");
}

QString sourcesSection(const ReportInput& input)
{
    QString out;
    if (!input.notes.isEmpty()) {
        out += heading(QCoreApplication::translate("Report", "Notes of the import")) + QStringLiteral("<ul>\n");
        for (const QString& note : input.notes)
            out += QStringLiteral("<li>%1</li>\n").arg(escaped(note));
        out += QStringLiteral("</ul>\n");
    }
    if (!input.files.empty()) {
        out += heading(QCoreApplication::translate("Report", "Logs read"));
        Table table({QCoreApplication::translate("Report", "File"), QCoreApplication::translate("Report", "Format"),
                        QCoreApplication::translate("Report", "Bytes"), QCoreApplication::translate("Report", "Lines"),
                        QCoreApplication::translate("Report", "Skipped")},
            2);
        for (const SourceReport& file : input.files)
            table.add({file.path, QString(file.format + QStringLiteral(", ") + file.envelope), count(file.bytes),
                count(file.lines), count(file.skipped)});
        out += table.html();
    }
    return out;
}

} // namespace

QByteArray htmlReport(const ReportInput& input)
{
    const QString title = QCoreApplication::translate("Report", "Requiring TLS: what would be lost");
    QString out = QStringLiteral("<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\">\n")
                      .arg(QLocale().bcp47Name());
    // Nothing may be loaded and nothing may run, whatever stands in the text.
    out += QStringLiteral(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>%1</title>\n<style>")
               .arg(escaped(title));
    out += report::styleSheet() + QStringLiteral("</style>\n</head>\n<body>\n");
    out += report::fills::definitions();
    out += QStringLiteral("<h1>%1</h1>\n").arg(escaped(title));
    QStringList line;
    if (!input.source.isEmpty())
        line.append(input.source);
    if (input.firstTime != 0)
        line.append(QCoreApplication::translate("Report", "mail from %1 to %2")
                        .arg(timeName(input.firstTime), timeName(input.lastTime)));
    line.append(QCoreApplication::translate("Report", "report of %1")
                    .arg(input.now.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm 'UTC'"))));
    out += paragraph(line.join(QStringLiteral(" · ")), QStringLiteral("quiet"));
    if (input.synthetic)
        out += paragraph(QCoreApplication::translate(
                             "Report", "This is the demonstration log: synthetic mail of an invented company."),
            QStringLiteral("warning"));
    const bool hasPolicy = input.simulation != nullptr && !input.simulation->policy().isNone();
    if (hasPolicy)
        out += inShort(input) + policySection(*input.simulation) + lossSection(input);
    else if (input.simulation != nullptr)
        out += paragraph(
            QCoreApplication::translate("Report", "Nothing is required of anybody, so nothing would be lost."));
    out += trafficSection(input) + limitsSection();
    if (hasPolicy)
        out += decisionSection();
    out += sourcesSection(input);
    if (hasPolicy)
        out += policyNames(input.simulation->policy());
    out += paragraph(QCoreApplication::translate("Report", "Made by Waxseal."), QStringLiteral("quiet"));
    return QString(out + QStringLiteral("</body>\n</html>\n")).toUtf8();
}

} // namespace waxseal
