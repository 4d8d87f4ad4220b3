// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/report/htmlreport.h"

#include "model/report/svgchart.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace waxseal {

namespace {

using report::escaped;

// Okabe and Ito's palette: told apart by colour-blind eyes; a legend and hatching say the same again.
constexpr char16_t blue[] = u"#0072B2";
constexpr char16_t vermilion[] = u"#D55E00";
constexpr char16_t grey[] = u"#999999";
constexpr char16_t hatch[] = u"url(#hatch)";

constexpr char style[] = R"CSS(
:root { color-scheme: light dark; }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; margin-bottom: 0; } h2 { font-size: 1.2rem; margin-top: 2.5rem; }
.headline { font-size: 2rem; margin: .5rem 0; }
table { border-collapse: collapse; margin: 1rem 0; font-variant-numeric: tabular-nums; }
th, td { padding: .2rem .8rem .2rem 0; text-align: right; border-bottom: 1px solid #8884; }
th:first-child, td:first-child, td.text, th.text { text-align: left; overflow-wrap: anywhere; }
svg { width: 100%; height: auto; } svg text { font: 12px system-ui, sans-serif; fill: currentColor; }
.quiet { opacity: .75; } .warning { border-left: 4px solid #D55E00; padding-left: .8rem; }
@media print { body { margin: 0; max-width: none; } h2 { break-after: avoid; } tr { break-inside: avoid; } }
)CSS";

QString count(std::uint64_t value)
{
    return QLocale().toString(static_cast<qulonglong>(value));
}

QString percent(double share)
{
    return QLocale().toString(share * 100.0, 'f', 2) + QStringLiteral(" %");
}

QString percentOf(std::uint64_t part, std::uint64_t whole)
{
    return whole == 0 ? QStringLiteral("–") : percent(static_cast<double>(part) / static_cast<double>(whole));
}

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
            "Report", "the host met it at other times: likely to come back if refused for now");
    case EvidenceClass::Failed:
        return QCoreApplication::translate(
            "Report", "its handshake with this server failed first: our own settings may be at fault");
    case EvidenceClass::Unknown:
        return QCoreApplication::translate("Report", "too little seen to tell");
    }
    return {};
}

/** Rows of a table; the cells are plain text, escaped here. */
class Table
{
public:
    explicit Table(const QStringList& header, int textColumns = 1)
        : m_textColumns(textColumns)
    {
        m_out = QStringLiteral("<table>\n<thead>") + row(header, QStringLiteral("th"))
            + QStringLiteral("</thead>\n<tbody>\n");
    }
    void add(const QStringList& cells) { m_out += row(cells, QStringLiteral("td")); }
    QString html() const { return m_out + QStringLiteral("</tbody></table>\n"); }

private:
    QString row(const QStringList& cells, const QString& tag) const
    {
        QString out = QStringLiteral("<tr>");
        for (qsizetype i = 0; i < cells.size(); ++i)
            out += QStringLiteral("<%1%2>%3</%1>")
                       .arg(tag, i < m_textColumns ? QStringLiteral(" class=\"text\"") : QString(), escaped(cells[i]));
        return out + QStringLiteral("</tr>\n");
    }
    int m_textColumns;
    QString m_out;
};

QString paragraph(const QString& text, const QString& cssClass = {})
{
    return QStringLiteral("<p%1>%2</p>\n")
        .arg(cssClass.isEmpty() ? QString() : QStringLiteral(" class=\"%1\"").arg(cssClass), escaped(text));
}

QString heading(const QString& text)
{
    return QStringLiteral("<h2>%1</h2>\n").arg(escaped(text));
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
        return daysPerBar == 1
            ? QCoreApplication::translate("Report", "messages a day")
            : QCoreApplication::translate("Report", "messages every %n day(s)", nullptr, static_cast<int>(daysPerBar));
    }
    std::size_t daysPerBar = 1;
    QStringList names;
};

QString trafficChart(const TrafficSummary& traffic, Direction direction)
{
    const Bars bars(traffic.firstDay, traffic.days.size());
    report::StackedChart chart;
    chart.title = QCoreApplication::translate("Report", "%1: TLS by day").arg(directionName(direction));
    chart.description
        = QCoreApplication::translate("Report", "%1 over TLS, %2 in clear, %3 unknown")
              .arg(count(traffic.total.overTls()), count(traffic.total.plaintext), count(traffic.total.unknown));
    chart.unit = bars.unit();
    chart.bars = bars.names;
    chart.series = {{QCoreApplication::translate("Report", "over TLS"), QString::fromUtf16(blue), bars.empty()},
        {QCoreApplication::translate("Report", "plaintext"), QString::fromUtf16(vermilion), bars.empty()},
        {QCoreApplication::translate("Report", "unknown"), QString::fromUtf16(hatch), bars.empty()}};
    for (std::size_t day = 0; day < traffic.days.size(); ++day) {
        chart.series[0].values[day / bars.daysPerBar] += traffic.days[day].tls;
        chart.series[1].values[day / bars.daysPerBar] += traffic.days[day].plaintext;
        chart.series[2].values[day / bars.daysPerBar] += traffic.days[day].unknown;
    }
    return report::svg(chart);
}

QString outcomeChart(const Simulation& simulation)
{
    const Bars bars(simulation.firstDay(), simulation.days().size());
    report::StackedChart chart;
    chart.title = QCoreApplication::translate("Report", "Accepted and lost mail by day");
    chart.description = QCoreApplication::translate("Report", "%1 accepted, %2 lost, %3 unknown")
                            .arg(count(simulation.outcome().accepted()), count(simulation.outcome().lost()),
                                count(simulation.outcome().unknown()));
    chart.unit = bars.unit();
    chart.bars = bars.names;
    chart.series = {{QCoreApplication::translate("Report", "accepted"), QString::fromUtf16(blue), bars.empty()},
        {QCoreApplication::translate("Report", "lost, not spam"), QString::fromUtf16(vermilion), bars.empty()},
        {QCoreApplication::translate("Report", "lost, spam"), QString::fromUtf16(grey), bars.empty()},
        {QCoreApplication::translate("Report", "unknown"), QString::fromUtf16(hatch), bars.empty()}};
    for (std::size_t day = 0; day < simulation.days().size(); ++day) {
        const Outcome& outcome = simulation.days()[day];
        chart.series[0].values[day / bars.daysPerBar] += outcome.accepted();
        chart.series[1].values[day / bars.daysPerBar] += outcome.lostWanted();
        chart.series[2].values[day / bars.daysPerBar] += outcome.of(Fate::Lost, SpamVerdict::Spam);
        chart.series[3].values[day / bars.daysPerBar] += outcome.unknown();
    }
    return report::svg(chart);
}

QString trafficSection(const ReportInput& input)
{
    QString out = heading(QCoreApplication::translate("Report", "What the logs say"));
    Table table({QCoreApplication::translate("Report", "Direction"), QCoreApplication::translate("Report", "Messages"),
        QCoreApplication::translate("Report", "Domains"), QCoreApplication::translate("Report", "Over TLS"),
        QCoreApplication::translate("Report", "Plaintext"), QCoreApplication::translate("Report", "Unknown"),
        QStringLiteral("TLS 1.3"), QStringLiteral("TLS 1.2"), QStringLiteral("TLS 1.1"), QStringLiteral("TLS 1.0")});
    for (const Direction direction : allDirections) {
        const TrafficSummary& traffic = input.traffic[static_cast<std::size_t>(direction)];
        const DomainTraffic& total = traffic.total;
        const auto version = [&](TlsVersion v) { return count(total.byVersion[static_cast<std::size_t>(v)]); };
        table.add({directionName(direction), count(total.messages), count(traffic.domainCount),
            percentOf(total.overTls(), total.messages), percentOf(total.plaintext, total.messages),
            percentOf(total.unknown, total.messages), version(TlsVersion::Tls13), version(TlsVersion::Tls12),
            version(TlsVersion::Tls11), version(TlsVersion::Tls10)});
    }
    out += table.html();
    for (const Direction direction : allDirections) {
        const TrafficSummary& traffic = input.traffic[static_cast<std::size_t>(direction)];
        if (!traffic.days.empty() && (input.simulation == nullptr || direction == input.simulation->direction()))
            out += trafficChart(traffic, direction);
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

QString policyTable(const DirectionPolicy& policy)
{
    constexpr std::size_t most = 500;
    Table table(
        {QCoreApplication::translate("Report", "Of whom"), QCoreApplication::translate("Report", "Required")}, 2);
    table.add({QCoreApplication::translate("Report", "all others"), QString::fromStdString(policy.byDefault.text())});
    std::size_t shown = 0;
    for (const auto& [scope, requirement] : policy.rows) {
        if (++shown > most)
            break;
        const QString domain = QString::fromStdString(scope.domain);
        table.add({scope.subdomains ? QCoreApplication::translate("Report", "%1 and subdomains").arg(domain) : domain,
            QString::fromStdString(requirement.text())});
    }
    QString out = table.html();
    if (policy.rows.size() > most)
        out += paragraph(QCoreApplication::translate(
            "Report", "and %n more row(s).", nullptr, static_cast<int>(policy.rows.size() - most)));
    return out;
}

QString refusalText(const DirectionPolicy& policy, Direction direction)
{
    if (direction == Direction::Outbound)
        return QCoreApplication::translate("Report",
            "Mail that cannot be sent as required is kept back and tried again for days, then returned to its sender.");
    return policy.refusal == Refusal::Now
        ? QCoreApplication::translate("Report", "Refused for good (5xx): the sender's server returns the mail at once.")
        : QCoreApplication::translate(
            "Report", "Refused for now (4xx): the sender's server tries again for days, then returns the mail.");
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
    std::stable_sort(rows.begin(), rows.end(),
        [&](std::size_t a, std::size_t b) { return simulation.outcome(a).lost() > simulation.outcome(b).lost(); });
    QString out = heading(QCoreApplication::translate("Report", "Domains that would lose mail"));
    Table table({QCoreApplication::translate("Report", "Domain"), QCoreApplication::translate("Report", "Required"),
                    QCoreApplication::translate("Report", "Messages"), QCoreApplication::translate("Report", "Lost"),
                    QCoreApplication::translate("Report", "of it spam"),
                    QCoreApplication::translate("Report", "At most (95 %)")},
        2);
    for (std::size_t i = 0; i < std::min(most, rows.size()); ++i) {
        const Outcome& outcome = simulation.outcome(rows[i]);
        const std::string_view key = simulation.traffic(rows[i]).key;
        table.add({QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size())),
            QString::fromStdString(simulation.effective(rows[i]).text()), count(outcome.total()), count(outcome.lost()),
            count(outcome.of(Fate::Lost, SpamVerdict::Spam)), percent(upperBound(outcome.lost(), outcome.total()))});
    }
    out += table.html();
    if (rows.size() > most)
        out += paragraph(QCoreApplication::translate(
            "Report", "and %n more domain(s).", nullptr, static_cast<int>(rows.size() - most)));
    return out;
}

QString predictionSection(const ReportInput& input)
{
    const Simulation& simulation = *input.simulation;
    const Outcome& outcome = simulation.outcome();
    QString out = heading(
        QCoreApplication::translate("Report", "The policy (%1)").arg(directionName(simulation.direction()).toLower()));
    if (simulation.policy().isNone())
        return out
            + paragraph(
                QCoreApplication::translate("Report", "Nothing is required of anybody, so nothing would be lost."));
    out += policyTable(simulation.policy());
    out += paragraph(refusalText(simulation.policy(), simulation.direction()));
    if (simulation.direction() == Direction::Inbound && simulation.policy().byDefault.level != Level::None)
        out += paragraph(QCoreApplication::translate("Report",
                             "RFC 3207, section 4 (before it RFC 2487, section 5): a publicly-referenced SMTP server "
                             "must not require "
                             "STARTTLS in order to deliver mail locally. This policy does, by the choice of whoever "
                             "runs the server. "
                             "MTA-STS (RFC 8461) and DANE (RFC 7672) get encryption from those who can without losing "
                             "those who cannot."),
            QStringLiteral("warning"));

    out += heading(QCoreApplication::translate("Report", "What it would lose"));
    const QString share = percent(outcome.lostShare());
    out += paragraph(input.interval ? QCoreApplication::translate("Report", "Lost %1 (%2 to %3)")
                                          .arg(share, percent(input.interval->low), percent(input.interval->high))
                                    : QCoreApplication::translate("Report", "Lost %1").arg(share),
        QStringLiteral("headline"));
    out += paragraph(
        input.interval ? QCoreApplication::translate("Report",
            "Of the mail in the logs; in brackets the forecast for the next period of the same length, with the same "
            "correspondents, at 95 % (days resampled within each domain, widened by √2).")
                       : QCoreApplication::translate("Report",
                           "Of the mail in the logs. There is not enough data for a forecast: it needs 14 days and 5 "
                           "domains that lose mail."));
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
    out += table.html() + outcomeChart(simulation);
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
            "About %1 of the next mail comes from domains not seen yet, which no forecast covers; of the domains seen "
            "once, %2 would "
            "have been lost.")
                             .arg(percent(fresh.share), percent(fresh.lostShare)));
    return out + domainTable(simulation, input.mostDomains);
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
    out += QString::fromLatin1(style) + QStringLiteral("</style>\n</head>\n<body>\n");
    out += QStringLiteral(
        "<svg width=\"0\" height=\"0\" style=\"position:absolute\" aria-hidden=\"true\"><defs>"
        "<pattern id=\"hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" "
        "patternTransform=\"rotate(45)\">"
        "<rect width=\"6\" height=\"6\" fill=\"#CFE8F7\"/><rect width=\"2\" height=\"6\" fill=\"#56B4E9\"/>"
        "</pattern></defs></svg>\n");
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
    out += trafficSection(input);
    if (input.simulation != nullptr)
        out += predictionSection(input);
    out += limitsSection() + sourcesSection(input);
    out += paragraph(QCoreApplication::translate("Report", "Made by Waxseal."), QStringLiteral("quiet"));
    return QString(out + QStringLiteral("</body>\n</html>\n")).toUtf8();
}

} // namespace waxseal
