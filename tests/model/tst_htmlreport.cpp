// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/report/htmlreport.h"
#include "model/report/svgchart.h"

#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>

using namespace waxseal;
using namespace Qt::StringLiterals;

namespace {

std::shared_ptr<FactTable> facts(int days)
{
    auto table = std::make_shared<FactTable>();
    const TlsId modern = table->tlsId({TlsState::Tls, TlsVersion::Tls13, Trust::Anonymous, "x"});
    const TlsId clear = table->tlsId({TlsState::Plaintext, TlsVersion::Unknown, Trust::Unknown, {}});
    for (int day = 0; day < days; ++day) {
        FactKey key;
        key.day = static_cast<Day>(20000 + day);
        key.domain = table->domains.id("bank.example");
        key.host = table->hostId(*IpAddress::parse("192.0.2.1"), {});
        key.tls = modern;
        table->add(key, 9, 9);
        key.domain = table->domains.id("old.example");
        key.tls = clear;
        key.spam = SpamVerdict::Spam;
        table->add(key, 1, 1);
    }
    return table;
}

ReportInput input(const Simulation& simulation)
{
    ReportInput out;
    out.source = u"mail <b>&.log"_s;
    out.now = QDateTime(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);
    for (const Direction direction : allDirections)
        out.traffic[static_cast<std::size_t>(direction)] = summarise(simulation.facts(), direction);
    out.simulation = &simulation;
    out.notes = {u"a note with <i>markup</i>"_s};
    return out;
}

/** The elements of a name in the SVGs of a report, each SVG checked to be well-formed. */
QList<qsizetype> countInCharts(const QByteArray& html, const QString& element)
{
    QList<qsizetype> counts;
    for (qsizetype at = html.indexOf("<svg role"); at >= 0; at = html.indexOf("<svg role", at + 1)) {
        QXmlStreamReader reader(html.mid(at, html.indexOf("</svg>", at) + 6 - at));
        qsizetype count = 0;
        while (!reader.atEnd())
            count += reader.readNext() == QXmlStreamReader::StartElement && reader.name() == element ? 1 : 0;
        if (reader.hasError())
            QTest::qFail(qPrintable(reader.errorString()), __FILE__, __LINE__);
        counts.append(count);
    }
    return counts;
}

} // namespace

class HtmlReportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatWouldBeLost();
    void theDecisionComesFirst();
    void wantedMailIsNamedFirst();
    void remarkOnlyWhereItBelongs();
    void nothingFromOutsideIsMarkup();
    void syntheticMailIsNamed();
    void longPeriodsHaveFewBars();
    void lossHangsBelowTheLine();
    void chartsSayWhatTheyAre();
    void oneMeaningOneColour();
    void headersAreNotBroken();
    void worksWithoutAnything();
    void stepsAreRound_data();
    void stepsAreRound();
};

void HtmlReportTest::saysWhatWouldBeLost()
{
    Simulation simulation(facts(20), Direction::Inbound);
    simulation.setRequirement({"old.example", true}, Requirement{Level::Encrypt, TlsVersion::Unknown});
    ReportInput in = input(simulation);
    in.forecast.interval = LossInterval{0.0, 0.02, 0.95, "x"};
    in.backtest = Backtest{0.1, LossInterval{0.05, 0.2, 0.95, "x"}, 0.11};
    const QByteArray html = htmlReport(in);
    QVERIFY(html.contains("Lost 0.00 % (0.00 % to 2.00 %)"));
    QVERIFY(html.contains("old.example and subdomains"));
    QVERIFY(html.contains("predicts 10.00 % (5.00 % to 20.00 %), the second half lost 11.00 %"));
    QVERIFY(html.contains(
        "<td class=\"text\">old.example</td><td class=\"text\">encrypt</td><td>20</td><td>20</td><td>20</td>"));
    QCOMPARE(countInCharts(html, u"g"_s), (QList<qsizetype>{20, 20}));
}

void HtmlReportTest::theDecisionComesFirst()
{
    Simulation simulation(facts(20), Direction::Inbound);
    simulation.setRequirement({"old.example", true}, Requirement{Level::Encrypt, TlsVersion::Unknown});
    simulation.setRequirement({"bank.example", false}, Requirement{Level::Encrypt, TlsVersion::Unknown});
    const QByteArray html = htmlReport(input(simulation));
    // 180 of bank.example over TLS, 20 of old.example in clear and spam.
    QVERIFY(html.contains("20 of 200 messages would not have arrived."));
    QVERIFY(html.contains("that is 0 of 180 messages (0.00 %)"));
    QVERIFY(html.contains("180 messages (100.00 % of the wanted mail)"));
    QVERIFY(html.contains("<td class=\"text\">encrypt</td><td>2</td><td>200</td><td>20</td><td>0</td>"));
    const qsizetype order[] = {html.indexOf("class=\"headline\""), html.indexOf("The policy (inbound)"),
        html.indexOf("What it would lose"), html.indexOf("What the logs say"), html.indexOf("Decision"),
        html.indexOf("<li>old.example and subdomains: encrypt</li>")};
    QVERIFY(order[0] > 0 && std::is_sorted(std::begin(order), std::end(order)));
}

void HtmlReportTest::wantedMailIsNamedFirst()
{
    auto table = facts(2);
    FactKey key;
    key.day = 20000;
    key.domain = table->domains.id("needed.example");
    key.tls = table->tlsId({TlsState::Plaintext, TlsVersion::Unknown, Trust::Unknown, {}});
    table->add(key, 1, 1); // fewer than the spam of old.example
    Simulation simulation(table, Direction::Inbound);
    simulation.setDefault({Level::Encrypt, TlsVersion::Unknown});
    const QByteArray html = htmlReport(input(simulation));
    const qsizetype rows = html.indexOf("Domains that would lose mail");
    QVERIFY(html.indexOf(">needed.example<", rows) > 0);
    QVERIFY(html.indexOf(">needed.example<", rows) < html.indexOf(">old.example<", rows));
}

void HtmlReportTest::remarkOnlyWhereItBelongs()
{
    Simulation simulation(facts(3), Direction::Inbound);
    simulation.setRequirement({"old.example", false}, Requirement{Level::Encrypt, TlsVersion::Unknown});
    QVERIFY(!htmlReport(input(simulation)).contains("RFC 3207"));
    simulation.setDefault({Level::Encrypt, TlsVersion::Unknown});
    QVERIFY(htmlReport(input(simulation)).contains("RFC 3207"));
}

void HtmlReportTest::nothingFromOutsideIsMarkup()
{
    auto table = facts(2);
    FactKey key;
    key.day = 20000;
    key.domain = table->domains.id("</td><script>alert(1)</script>\"'&\x1b\xe2\x80\xae.example");
    key.tls = table->tlsId({TlsState::Plaintext, TlsVersion::Unknown, Trust::Unknown, {}});
    table->add(key, 5, 5);
    Simulation simulation(table, Direction::Inbound);
    simulation.setDefault({Level::Encrypt, TlsVersion::Unknown});
    ReportInput in = input(simulation);
    in.files.push_back({u"<img src=x onerror=alert(1)>.log"_s, u"postfix"_s, u"bsd"_s, 1, 1, 0});
    const QByteArray html = htmlReport(in);
    for (const QByteArray bad : {"<script", "<img", "<i>", "<b>", "\x1b", "\xe2\x80\xae"})
        QVERIFY2(!html.contains(bad), bad.constData());
    QVERIFY(html.contains("&lt;script&gt;"));
    QVERIFY(html.contains("mail &lt;b&gt;&amp;.log"));
    countInCharts(html, u"g"_s);
}

void HtmlReportTest::syntheticMailIsNamed()
{
    const Simulation simulation(facts(3), Direction::Inbound);
    ReportInput in = input(simulation);
    QVERIFY(!htmlReport(in).contains("synthetic"));
    in.synthetic = true;
    QVERIFY(htmlReport(in).contains("synthetic"));
}

void HtmlReportTest::longPeriodsHaveFewBars()
{
    Simulation simulation(facts(450), Direction::Inbound);
    simulation.setDefault({Level::Encrypt, TlsVersion::Unknown});
    const QByteArray html = htmlReport(input(simulation));
    QCOMPARE(countInCharts(html, u"g"_s), (QList<qsizetype>{150, 150})); // three days a bar
    QVERIFY(html.contains("accepted: 27\n") || html.contains("accepted: 27<"));
}

/** 9 accepted and 1 lost of ten wanted messages a day: lost mail hangs below the line, ten times as large. */
void HtmlReportTest::lossHangsBelowTheLine()
{
    auto table = std::make_shared<FactTable>();
    for (int day = 0; day < 10; ++day) {
        FactKey key;
        key.day = static_cast<Day>(20000 + day);
        key.domain = table->domains.id("bank.example");
        key.host = table->hostId(*IpAddress::parse("192.0.2.1"), {});
        key.tls = table->tlsId({TlsState::Tls, TlsVersion::Tls13, Trust::Anonymous, "x"});
        table->add(key, 9, 9);
        key.tls = table->tlsId({TlsState::Plaintext, TlsVersion::Unknown, Trust::Unknown, {}});
        table->add(key, 1, 1);
    }
    Simulation simulation(table, Direction::Inbound);
    simulation.setDefault({Level::Encrypt, TlsVersion::Unknown});
    const QByteArray html = htmlReport(input(simulation));
    const QByteArray chart = html.mid(html.indexOf("<svg role"), html.indexOf("</svg>", html.indexOf("<svg role")));
    // 10 messages are 110 high, so 9 are 99; below, 1 message × 10 may fill 82 % of 150: the scale is × 10.
    QVERIFY(chart.contains("scale \xc3\x97 10<"));
    QVERIFY(chart.contains("accepted 90<") && chart.contains("lost 10<"));
    QXmlStreamReader reader(chart);
    double line = 0;
    int bars = 0;
    while (!reader.atEnd()) {
        reader.readNext();
        if (!reader.isStartElement() || reader.name() != u"rect"_s)
            continue;
        const double y = reader.attributes().value(u"y"_s).toDouble();
        const double high = reader.attributes().value(u"height"_s).toDouble();
        if (reader.attributes().value(u"fill"_s) == u"#0072B2"_s && high > 20) {
            QCOMPARE(high, 99.0);
            line = y + high;
        } else if (reader.attributes().value(u"fill"_s) == u"url(#lost)"_s && high > 20) {
            QCOMPARE(high, 110.0);
            QCOMPARE(y, line);
            ++bars;
        }
    }
    QCOMPARE(bars, 10);
}

void HtmlReportTest::chartsSayWhatTheyAre()
{
    Simulation simulation(facts(3), Direction::Inbound);
    simulation.setRequirement({"old.example", false}, Requirement{Level::Encrypt, TlsVersion::Unknown});
    const QByteArray html = htmlReport(input(simulation));
    // Title, unit, policy, source and period; day 20000 is 4 October 2024.
    QVERIFY(html.contains("class=\"title\">Accepted and lost by day<"));
    QVERIFY(html.contains("class=\"notes\">wanted mail, messages a day \xc2\xb7 policy: 1 row(s), none for all others "
                          "\xc2\xb7 mail &lt;b&gt;&amp;.log \xc2\xb7 2024-10-04 to 2024-10-06<"));
    QVERIFY(html.contains("class=\"notes\">messages a day \xc2\xb7 mail &lt;b&gt;&amp;.log \xc2\xb7 2024-10-04 to"));
}

/** What is lost is vermilion, what is in clear is not: the window has it so. */
void HtmlReportTest::oneMeaningOneColour()
{
    const Simulation nothing(facts(3), Direction::Inbound);
    const QByteArray html = htmlReport(input(nothing)); // the traffic alone
    const qsizetype at = html.indexOf("<svg role");
    const QByteArray chart = html.mid(at, html.indexOf("</svg>", at) - at);
    QVERIFY(chart.contains("url(#clear)"));
    QVERIFY(!chart.contains("D55E00") && !chart.contains("url(#lost)"));
    QVERIFY(html.contains("id=\"clear\"") && html.contains("id=\"lost\""));
}

/** On paper a table is narrow: only what is longer than a column is broken, never a header or a direction. */
void HtmlReportTest::headersAreNotBroken()
{
    auto table = facts(2);
    FactKey key;
    key.day = 20000;
    key.domain = table->domains.id("a-very-long-name-of-a-department.subsidiary.company.example");
    key.tls = table->tlsId({TlsState::Plaintext, TlsVersion::Unknown, Trust::Unknown, {}});
    table->add(key, 1, 1);
    Simulation simulation(table, Direction::Inbound);
    simulation.setDefault({Level::Encrypt, TlsVersion::Unknown});
    const QByteArray html = htmlReport(input(simulation));
    QVERIFY(html.contains("<td class=\"text long\">a-very-long-name"));
    QVERIFY(html.contains("<td class=\"text\">Submission<"));
    QVERIFY(html.contains("<th class=\"text\">Direction<"));
    const QByteArray style = html.mid(html.indexOf("<style>"), html.indexOf("</style>") - html.indexOf("<style>"));
    QCOMPARE(style.count("anywhere"), 2); // long cells, and the names of the policy
    QVERIFY(style.contains("td.long { overflow-wrap: anywhere"));
}

void HtmlReportTest::worksWithoutAnything()
{
    QVERIFY(htmlReport({}).contains("</html>"));
    const Simulation none(std::make_shared<FactTable>(), Direction::Outbound);
    QVERIFY(htmlReport(input(none)).contains("Nothing is required of anybody"));
}

void HtmlReportTest::stepsAreRound_data()
{
    QTest::addColumn<quint64>("maximum");
    QTest::addColumn<quint64>("step");
    QTest::addRow("1") << quint64{1} << quint64{1};
    QTest::addRow("5") << quint64{5} << quint64{1};
    QTest::addRow("9") << quint64{9} << quint64{2};
    QTest::addRow("29") << quint64{29} << quint64{5};
    QTest::addRow("2390") << quint64{2390} << quint64{500};
    QTest::addRow("a billion") << quint64{1'000'000'000} << quint64{200'000'000};
}

void HtmlReportTest::stepsAreRound()
{
    QFETCH(quint64, maximum);
    QFETCH(quint64, step);
    QCOMPARE(report::roundStep(maximum, 6), step);
}

QTEST_GUILESS_MAIN(HtmlReportTest)
#include "tst_htmlreport.moc"
