// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/verdict/probeevidence.h"
#include "samplefacts.h"
#include "tests/cli/clitest.h"
#include "tests/probe/probefacts.h"
#include "widgets/document/document.h"
#include "widgets/document/documentloader.h"
#include "widgets/document/domaindetails.h"
#include "widgets/document/forecaster.h"
#include "widgets/document/presets.h"
#include "widgets/items/domaintablemodel.h"
#include "widgets/pages/planfigures.h"
#include "widgets/pages/reportwriter.h"
#include "widgets/style/numbers.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace waxseal;
using namespace Qt::StringLiterals;

namespace {

constexpr Requirement encrypt{Level::Encrypt, TlsVersion::Unknown};
constexpr Requirement secure{Level::Secure, TlsVersion::Unknown};

struct Expected
{
    std::uint64_t accepted = 0;
    std::uint64_t lost = 0;
    std::uint64_t unknown = 0;
    std::uint64_t byTest = 0;
    bool operator==(const Expected&) const = default;
};

Expected of(const Outcome& outcome)
{
    return {outcome.accepted(), outcome.lost(), outcome.unknown(), outcome.byTest};
}

Expected of(const QJsonObject& json)
{
    const auto count = [&](const QString& key) { return static_cast<std::uint64_t>(json.value(key).toInteger(-1)); };
    return {count(u"accepted"_s), count(u"lost"_s), count(u"unknown"_s), count(u"judged_by_test"_s)};
}

TlsFact unknownTls()
{
    return {TlsState::Unknown, {}, {}, {}};
}

/** A test that found what Postfix calls secure, or no STARTTLS at all. */
Workspace::ProbeRecord testOf(const std::string& domain, bool isGood)
{
    DomainFacts facts = test::goodDomain();
    facts.domain = domain;
    facts.hosts = {test::goodHost("mx." + domain, 10, "192.0.2.1")}; // secure compares names with the domain
    if (!isGood)
        test::onlyAddress(facts).startTls = StartTls::NotOffered;
    Workspace::ProbeRecord record = probeRecord(facts);
    // The words that were stored with the facts say the opposite: a program of another version, or a stranger.
    record.json.replace(isGood ? R"("outcome":"delivered")" : R"("outcome":"deferred")",
        isGood ? R"("outcome":"bounced")" : R"("outcome":"delivered")");
    return record;
}

/**
 * Outbound, 20 days. Secure is required of all, encrypt of maybe.example and shut.example.
 *
 *   domain          messages                        live test   of them by the log      with the test
 *   good.example    80 over TLS, chain not checked  secure      80 unknown              80 accepted
 *   plain.example   60 over TLS, chain not checked  no TLS      60 unknown              60 lost
 *   shy.example     40 over TLS, chain not checked  none        40 unknown              40 unknown
 *   a–f.example     40 verified and 20 in clear     none        40 accepted, 20 lost    the same
 *   maybe.example   20 over TLS, 20 of unknown TLS  secure      20 accepted, 20 unknown 40 accepted
 *   shut.example    20 over TLS, 20 of unknown TLS  no TLS      20 accepted, 20 unknown 20 accepted, 20 lost
 */
Workspace workspace()
{
    Workspace out;
    out.state = sample::import().state;
    out.state.settled = FactTable();
    sample::Filler fill(out.state.settled);
    fill.direction = Direction::Outbound;
    fill.days = 20;
    const TlsFact unchecked = sample::tls(TlsVersion::Tls13, Trust::Untrusted);
    fill.add("good.example", 80, unchecked, "192.0.2.1");
    fill.add("plain.example", 60, unchecked, "192.0.2.2");
    fill.add("shy.example", 40, unchecked, "192.0.2.3");
    for (const char* domain : {"a.example", "b.example", "c.example", "d.example", "e.example", "f.example"}) {
        fill.add(domain, 40, sample::tls(TlsVersion::Tls13, Trust::Verified), "192.0.2.4");
        fill.add(domain, 20, sample::plaintext(), "192.0.2.4");
    }
    for (const char* domain : {"maybe.example", "shut.example"}) {
        fill.add(domain, 20, unchecked, "192.0.2.5");
        fill.add(domain, 20, unknownTls(), "192.0.2.5");
    }
    out.policy.outbound.byDefault = secure;
    out.policy.outbound.rows[{"maybe.example", false}] = encrypt;
    out.policy.outbound.rows[{"shut.example", false}] = encrypt;
    out.probes = {testOf("good.example", true), testOf("plain.example", false), testOf("maybe.example", true),
        testOf("shut.example", false)};
    return out;
}

constexpr Expected byLog{240 + 20 + 20, 120, 180 + 20 + 20, 0};
constexpr Expected byTests{80 + 240 + 40 + 20, 60 + 120 + 20, 40, 80 + 60 + 20 + 20};

/** What a report says of the policy and what it would lose, without the day and the name of the file. A test has no
 * translation, so its plurals read otherwise than the program's. */
QByteArray figuresOf(const QByteArray& html)
{
    const qsizetype from = html.indexOf("class=\"headline\"");
    const qsizetype to = html.indexOf("What the logs say", from);
    return from < 0 || to < 0 ? QByteArray() : html.mid(from, to - from).replace("(s)", "s");
}

QByteArray number(std::uint64_t value)
{
    return QByteArray::number(static_cast<qulonglong>(value));
}

QByteArray read(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/** One workspace with live tests, looked at on every surface: the same numbers everywhere, and those counted by hand.
 */
class SurfacesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void commandLine_data() { ways(); }
    void commandLine();
    void tableDetailsAndPlan_data() { ways(); }
    void tableDetailsAndPlan();
    void frontierAndRecommendation_data() { ways(); }
    void frontierAndRecommendation();
    void forecastAndReport_data() { ways(); }
    void forecastAndReport();
    void exportsPredictTheSame_data() { ways(); }
    void exportsPredictTheSame();
    void votingIsOfTheWorkspace();
    void votingIsAnUndoStep();

private:
    static void ways()
    {
        QTest::addColumn<bool>("vote");
        QTest::newRow("tests vote") << true;
        QTest::newRow("without tests") << false;
    }
    static const Expected& expected(bool vote) { return vote ? byTests : byLog; }
    static QStringList outbound(bool vote)
    {
        QStringList options{u"--direction"_s, u"outbound"_s};
        return vote ? options : options + QStringList{u"--without-tests"_s};
    }
    /** Opens the file as the window does. */
    void open(Document& document, bool vote) const
    {
        DocumentLoader loader;
        QSignalSpy failed(&loader, &DocumentLoader::failed);
        bool isOpen = false;
        connect(&loader, &DocumentLoader::opened, &document, [&](const auto& facts, const QString& path) {
            document.setWorkspaceFacts(std::move(*facts), path);
            isOpen = true;
        });
        loader.openWorkspace(m_path);
        QTRY_VERIFY(isOpen || !failed.isEmpty());
        QVERIFY(failed.isEmpty());
        document.setTestsVote(vote);
    }

    QTemporaryDir m_folder;
    QString m_path;
};

void SurfacesTest::initTestCase()
{
    m_path = m_folder.filePath(u"mail.waxseal"_s);
    QVERIFY(saveWorkspace(workspace(), m_path).hasValue());
}

void SurfacesTest::commandLine()
{
    QFETCH(bool, vote);
    const test::Ran ran = test::run(QStringList{u"simulate"_s, m_path, u"--json"_s} + outbound(vote));
    QVERIFY2(ran.code == 0, ran.err.constData());
    QCOMPARE(of(ran.json()), expected(vote));
    const QJsonObject wanted = ran.json().value(u"wanted"_s).toObject(); // nothing is labelled spam
    QCOMPARE(static_cast<std::uint64_t>(wanted.value(u"lost"_s).toInteger()), expected(vote).lost);

    // The same from domains and simulate: messages of each domain.
    const test::Ran domains = test::run({u"domains"_s, m_path, u"--json"_s, u"--direction"_s, u"outbound"_s});
    std::uint64_t messages = 0;
    for (const auto& domain : domains.json().value(u"domains"_s).toArray())
        messages += static_cast<std::uint64_t>(domain[u"messages"_s].toInteger());
    QCOMPARE(messages, std::uint64_t{620});
    QCOMPARE(ran.json().value(u"messages"_s).toInteger(), qint64{620});
}

void SurfacesTest::tableDetailsAndPlan()
{
    QFETCH(bool, vote);
    Document document;
    open(document, vote);
    const Simulation& simulation = document.simulation(Direction::Outbound);
    QCOMPARE(of(simulation.outcome()), expected(vote));

    const QJsonArray told = test::run(QStringList{u"simulate"_s, m_path, u"--json"_s} + outbound(vote))
                                .json()
                                .value(u"domains"_s)
                                .toArray();
    QVERIFY(!told.isEmpty());
    DomainTableModel model(&document);
    model.setDirection(Direction::Outbound);
    std::uint64_t lostInDetails = 0;
    std::uint64_t lostInTable = 0;
    for (std::size_t row = 0; row < simulation.domainCount(); ++row) {
        const std::string_view key = simulation.traffic(row).key;
        const DomainDetails details
            = collectDetails(simulation, document.index(Direction::Outbound), row, simulation.effective(row));
        QVERIFY2(details.lost == simulation.outcome(row).lost(), std::string(key).c_str());
        lostInDetails += details.lost;
        std::uint64_t ofHosts = 0;
        for (const DomainDetails::HostRow& host : details.hosts)
            ofHosts += host.lost;
        QCOMPARE(ofHosts, details.lost);
        const auto at = std::find_if(told.begin(), told.end(),
            [&](const QJsonValue& domain) { return domain[u"domain"_s].toString().toStdString() == key; });
        QCOMPARE(at != told.end() ? (*at)[u"lost"_s].toInteger() : 0, static_cast<qint64>(details.lost));
    }
    for (int row = 0; row < model.rowCount(); ++row)
        // What is lost sorts above every price: a constant is added to its key.
        lostInTable += model.index(row, DomainTableModel::Loses).data(DomainTableModel::SortRole).toULongLong()
            % 1'000'000'000'000'000U;
    QCOMPARE(lostInDetails, expected(vote).lost);
    QCOMPARE(lostInTable, expected(vote).lost);

    std::uint64_t lostByDay = 0;
    for (const Outcome& day : simulation.days())
        lostByDay += day.lost();
    QCOMPARE(lostByDay, expected(vote).lost);

    const PlanFigures plan = planFigures(simulation);
    QCOMPARE(plan.wantedMessages, std::uint64_t{620});
    QCOMPARE(plan.protectedMessages, expected(vote).accepted);
    QCOMPARE(plan.losingDomains, std::size_t{vote ? 8U : 6U}); // a–f, and plain and shut if their tests vote

    // The price of asking for encryption, which stands in the rows of which nothing is required.
    const std::size_t shut = *simulation.rowOf("shut.example");
    QCOMPARE(document.index(Direction::Outbound).price(shut).lost, vote ? 20U : 0U);
}

void SurfacesTest::frontierAndRecommendation()
{
    QFETCH(bool, vote);
    const QStringList arguments{u"recommend"_s, m_path, u"--json"_s, u"--budget"_s};
    const QJsonObject all = test::run(arguments + QStringList{u"100%"_s} + outbound(vote)).json();
    const QJsonObject some = test::run(arguments + QStringList{u"4%"_s} + outbound(vote)).json();

    Document document;
    open(document, vote);
    Forecaster forecaster(&document);
    forecaster.setDirection(Direction::Outbound);
    QTRY_VERIFY(forecaster.frontier() && !forecaster.isPending());
    const Frontier& frontier = *forecaster.frontier();
    QVERIFY(!frontier.points.empty());
    QCOMPARE(qRound64(frontier.requireAllCost * 620), qint64{vote ? 140 : 120}); // a–f in clear; shut by its test
    const auto same = [](double share, const QJsonValue& percentage) {
        return std::abs(100 * share - percentage.toDouble()) < 0.0001;
    };
    QVERIFY(same(frontier.requireAllCost, all.value(u"require_all_cost_percent"_s)));
    QVERIFY(same(frontier.points.back().cost, all.value(u"cost_percent"_s)));
    QVERIFY(same(frontier.points.back().covered, all.value(u"covered_percent"_s)));

    const Simulation& simulation = document.simulation(Direction::Outbound);
    const auto preset = [&](Preset which, double budget) {
        QStringList domains;
        const Selection points = presetPoints(frontier, which, budget);
        for (const auto& [scope, requirement] : frontierPolicy(simulation, frontier, points).rows)
            domains.append(QString::fromStdString(scope.text()));
        domains.sort();
        return domains;
    };
    const auto recommended = [](const QJsonObject& json) {
        QStringList domains;
        for (const auto& domain : json.value(u"domains"_s).toArray())
            domains.append(domain[u"domain"_s].toString());
        domains.sort();
        return domains;
    };
    QCOMPARE(preset(Preset::Budget, 0.04), recommended(some));
    QCOMPARE(preset(Preset::Budget, 1.0), recommended(all));
    QCOMPARE(preset(Preset::NoLoss, 0).contains(u"shut.example"_s), !vote);

    // A change of mind reaches the frontier that is on screen.
    document.setTestsVote(!vote);
    QTRY_COMPARE(qRound64(forecaster.frontier()->requireAllCost * 620), qint64{vote ? 120 : 140});
}

void SurfacesTest::forecastAndReport()
{
    QFETCH(bool, vote);
    const QString fromCommandLine = m_folder.filePath(vote ? u"cli1.html"_s : u"cli0.html"_s);
    const QString fromWindow = m_folder.filePath(vote ? u"window1.html"_s : u"window0.html"_s);
    const test::Ran ran = test::run(QStringList{u"report"_s, m_path, u"--output"_s, fromCommandLine} + outbound(vote));
    QVERIFY2(ran.code == 0, ran.err.constData());
    Document document;
    open(document, vote);
    ReportWriter writer(&document);
    std::optional<bool> isWritten;
    connect(&writer, &ReportWriter::finished, this, [&](const Status& status) { isWritten = status.hasValue(); });
    writer.write(Direction::Outbound, fromWindow);
    QTRY_VERIFY(isWritten.has_value());
    QVERIFY(*isWritten);
    const QByteArray figures = figuresOf(read(fromCommandLine));
    const QByteArray lost = number(expected(vote).lost) + " of 620 messages";
    QVERIFY(figures.contains(lost));
    QCOMPARE(figuresOf(read(fromWindow)), figures);

    Forecaster forecaster(&document);
    forecaster.setDirection(Direction::Outbound);
    QTRY_VERIFY(!forecaster.isPending());
    const QJsonValue interval
        = test::run(QStringList{u"simulate"_s, m_path, u"--json"_s} + outbound(vote)).json().value(u"interval"_s);
    QCOMPARE(forecaster.interval().has_value(), interval.isObject());
    if (forecaster.interval()) {
        QVERIFY(std::abs(100 * forecaster.interval()->low - interval[u"low"_s].toDouble()) < 0.0001);
        QVERIFY(std::abs(100 * forecaster.interval()->high - interval[u"high"_s].toDouble()) < 0.0001);
    }
}

void SurfacesTest::exportsPredictTheSame()
{
    QFETCH(bool, vote);
    const test::Ran ran = test::run(QStringList{u"export"_s, m_path, u"--target"_s, u"postfix"_s} + outbound(vote));
    QVERIFY2(ran.code == 0, ran.err.constData());
    const QByteArray lost = "would be lost  " + number(expected(vote).lost) + " messages";
    const QByteArray unknown = "cannot be told " + number(expected(vote).unknown) + " messages";
    QVERIFY2(ran.out.contains(lost), ran.out.constData());
    QVERIFY2(ran.out.contains(unknown), ran.out.constData());
}

/** The choice is saved, by either program, and read by the other. */
void SurfacesTest::votingIsOfTheWorkspace()
{
    const QString other = m_folder.filePath(u"quiet.waxseal"_s);
    QCOMPARE(test::run({u"save"_s, m_path, u"--without-tests"_s, u"--output"_s, other}).code, 0);
    const auto simulated = [&](const QStringList& options = {}) {
        return of(test::run(QStringList{u"simulate"_s, other, u"--json"_s, u"--direction"_s, u"outbound"_s} + options)
                      .json());
    };
    QCOMPARE(simulated(), byLog);
    QCOMPARE(simulated({u"--with-tests"_s}), byTests);
    Result<Workspace> opened = openWorkspace(other);
    QVERIFY(opened.hasValue());
    QVERIFY(!opened->testsVote);
    Document document;
    document.setWorkspace(*opened, other);
    QVERIFY(!document.testsVote());
    QCOMPARE(of(document.simulation(Direction::Outbound).outcome()), byLog);
    document.setTestsVote(true);
    QVERIFY(saveWorkspace(document.workspace(), other).hasValue());
    QCOMPARE(simulated(), byTests);
}

void SurfacesTest::votingIsAnUndoStep()
{
    Document document;
    open(document, true);
    QVERIFY(!document.isModified());
    QSignalSpy changed(&document, &Document::testsVoteChanged);
    document.setTestsVote(false);
    QVERIFY(document.isModified());
    QCOMPARE(of(document.simulation(Direction::Outbound).outcome()), byLog);
    document.undoStack()->undo();
    QVERIFY(!document.isModified());
    QVERIFY(document.testsVote());
    QCOMPARE(of(document.simulation(Direction::Outbound).outcome()), byTests);
    QCOMPARE(changed.size(), 2);
}

QTEST_MAIN(SurfacesTest)
#include "tst_surfaces.moc"
