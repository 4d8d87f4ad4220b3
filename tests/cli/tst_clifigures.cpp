// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/cli/clitest.h"

#include <QJsonArray>
#include <QTemporaryDir>

#include <map>

using namespace waxseal::test;
using namespace Qt::StringLiterals;

namespace {

const QString baseline = QStringLiteral(SHARED_DATA "/logs/closed-loop/postfix/baseline.log");
const QString truth = QStringLiteral(SHARED_DATA "/logs/closed-loop/postfix/ground_truth.csv");

QStringList onBaseline(const QString& command, const QStringList& more)
{
    return QStringList{command, baseline, u"--internal"_s, u"none"_s, u"--quiet"_s} + more;
}

/** Counts of a domain as `domains --csv` has them: messages, plaintext, 1.0, 1.1, 1.2, 1.3, other, unknown. */
using Counts = std::array<int, 8>;

} // namespace

#define NEEDS_SHARED()                                                                                                 \
    do {                                                                                                               \
        if (!QFile::exists(baseline)) {                                                                                \
            if (qEnvironmentVariable("WAXSEAL_SHARED") == "required"_L1)                                               \
                QFAIL("the shared example logs are missing");                                                          \
            QSKIP("the shared example logs are not here");                                                             \
        }                                                                                                              \
    } while (false)

/** The figures themselves: what a real server's log is known to say, and what hand-made logs must. */
class CliFiguresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void domainsEqualTheGroundTruth();
    void messagesEqualTheGroundTruth();
    void simulationsLoseWhatTheyMust_data();
    void simulationsLoseWhatTheyMust();
    void otherServersLoseWhatTheyMust_data();
    void otherServersLoseWhatTheyMust();
    void summaryKeys();
    void simulateKeys();
    void rowsBeatSubtreesBeatTheDefault();
    void domainsComeFromAList();
    void absentDomainsAreNamed();
    void nullSenderHasItsRow();
    void unknownIsNeverPlaintext();
    void recommendStaysWithinTheBudget();
    void forecastAppearsWithEnoughData();
};

void CliFiguresTest::domainsEqualTheGroundTruth()
{
    NEEDS_SHARED();
    QFile file(truth);
    QVERIFY(file.open(QIODevice::ReadOnly));
    std::map<QByteArray, Counts> expected;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray& line : lines.mid(1)) {
        if (line.trimmed().isEmpty())
            continue;
        // The domain has no comma; the sender before it may, so count from the end.
        const QList<QByteArray> fields = line.trimmed().split(',');
        QByteArray domain = fields[fields.size() - 8].toLower();
        // A bare MAIL FROM:<root> is logged under the server's own name.
        if (domain.isEmpty() || domain == "root" || domain == "(none)")
            domain = "mx.local.test";
        Counts& counts = expected[domain];
        ++counts[0];
        if (fields[fields.size() - 6] == "no")
            ++counts[1];
        else
            ++counts[fields[fields.size() - 5] == "TLSv1" ? 2 : fields[fields.size() - 5] == "TLSv1.2" ? 4 : 5];
    }
    const Ran ran = run(onBaseline(u"domains"_s, {u"--csv"_s}));
    QCOMPARE(ran.code, 0);
    QVERIFY(ran.lines().first().startsWith("domain,messages,plaintext,tls10,tls11,tls12,tls13,other,unknown"));
    std::map<QByteArray, Counts> found;
    Counts sum{};
    for (const QByteArray& line : ran.lines().mid(1)) {
        const QList<QByteArray> fields = line.split(',');
        Counts& counts = found[fields[0]];
        for (qsizetype i = 0; i < 8; ++i) {
            counts[static_cast<std::size_t>(i)] = fields[i + 1].toInt();
            sum[static_cast<std::size_t>(i)] += fields[i + 1].toInt();
        }
    }
    QCOMPARE(sum[0], 217);
    QCOMPARE(sum[1], 74);
    QCOMPARE(sum[2] + sum[3] + sum[4] + sum[5], 143);
    for (const auto& [domain, counts] : expected) {
        QVERIFY2(found.contains(domain), domain.constData());
        QVERIFY2(found[domain] == counts, domain.constData());
    }
    QCOMPARE(found.size(), expected.size());
}

void CliFiguresTest::messagesEqualTheGroundTruth()
{
    NEEDS_SHARED();
    QFile file(truth);
    QVERIFY(file.open(QIODevice::ReadOnly));
    std::map<QByteArray, QByteArray> expected; // message id → version or "plaintext"
    for (const QByteArray& line : file.readAll().split('\n').mid(1)) {
        const QList<QByteArray> fields = line.trimmed().split(',');
        if (fields.size() < 10)
            continue;
        const QByteArray& version = fields[fields.size() - 5];
        expected[fields[0]] = fields[fields.size() - 6] == "no" ? QByteArray("plaintext")
            : version == "TLSv1"                                ? QByteArray("1.0")
                                                                : version.mid(4);
    }
    const Ran ran = run(onBaseline(u"messages"_s, {u"--json"_s}));
    QCOMPARE(ran.code, 0);
    std::map<QByteArray, QByteArray> found;
    for (const QByteArray& line : ran.lines()) {
        const QJsonObject message = QJsonDocument::fromJson(line).object();
        QCOMPARE(message.value(u"schema"_s).toInt(), 1);
        found[message.value(u"message_id"_s).toString().toLatin1()] = message.value(u"tls"_s).toString().toLatin1();
    }
    QCOMPARE(found.size(), std::size_t{217});
    for (const auto& [id, tls] : expected)
        QVERIFY2(found[id] == tls || found[id.mid(1, id.size() - 2)] == tls, id.constData());
    const Ran csv = run(onBaseline(u"messages"_s, {u"--csv"_s}));
    QVERIFY(csv.lines().first().startsWith("time,direction,domain,host,queue_id,message_id,tls,cipher,trust,spam"));
    QCOMPARE(csv.lines().size(), 218);
}

void CliFiguresTest::simulationsLoseWhatTheyMust_data()
{
    QTest::addColumn<QString>("requirement");
    QTest::addColumn<int>("lost");
    QTest::addRow("all") << u"encrypt:all"_s << 74;
    QTest::addRow("six with subdomains")
        << u"encrypt:.bank.example,.uni.example,.isp.example,.hospital.example,.list.example,.oldlaw.example"_s << 24;
    QTest::addRow("the same six exact")
        << u"encrypt:bank.example,uni.example,isp.example,hospital.example,list.example,oldlaw.example"_s << 19;
    QTest::addRow("a minimum version") << u"encrypt>=1.2:all"_s << 79;
    QTest::addRow("certificates") << u"trusted:.bank.example,.partner.example,.gov.example"_s << 15;
    QTest::addRow("the null sender") << u"encrypt:<>"_s << 2;
}

void CliFiguresTest::simulationsLoseWhatTheyMust()
{
    QFETCH(QString, requirement);
    QFETCH(int, lost);
    NEEDS_SHARED();
    const Ran ran = run(onBaseline(u"simulate"_s, {u"--json"_s, u"--require"_s, requirement}));
    QCOMPARE(ran.code, 0);
    QCOMPARE(ran.json().value(u"lost"_s).toInt(), lost);
    QCOMPARE(ran.json().value(u"messages"_s).toInt(), 217);
    int sum = 0;
    for (const auto& domain : ran.json().value(u"domains"_s).toArray())
        sum += domain[u"lost"_s].toInt();
    QCOMPARE(sum, lost);
}

/** The same mix as other servers took it: Exim took TLS 1.0, and refused two of the mails in clear; the others refused
 * TLS 1.0, Sendmail one in clear, and OpenSMTPD one (of hospital.example). */
void CliFiguresTest::otherServersLoseWhatTheyMust_data()
{
    QTest::addColumn<QString>("log");
    QTest::addColumn<QString>("requirement");
    QTest::addColumn<int>("messages");
    QTest::addColumn<int>("lost");
    const QString six
        = u"encrypt:.bank.example,.uni.example,.isp.example,.hospital.example,.list.example,.oldlaw.example"_s;
    const auto row = [](const char* name, const QString& log, const QString& requirement, int messages, int lost) {
        QTest::newRow(name) << log << requirement << messages << lost;
    };
    row("Exim, all", u"exim/baseline.log.xz"_s, u"encrypt:all"_s, 215, 72);
    row("Exim, six with subdomains", u"exim/baseline.log.xz"_s, six, 215, 24);
    row("Exim, a minimum version", u"exim/baseline.log.xz"_s, u"encrypt>=1.2:all"_s, 215, 77);
    row("Exim, certificates", u"exim/baseline.log.xz"_s, u"trusted:.bank.example,.partner.example,.gov.example"_s, 215,
        15);
    row("Sendmail, all", u"sendmail/baseline.log.xz"_s, u"encrypt:all"_s, 211, 73);
    row("Sendmail, six with subdomains", u"sendmail/baseline.log.xz"_s, six, 211, 24);
    row("Sendmail, a minimum version", u"sendmail/baseline.log.xz"_s, u"encrypt>=1.2:all"_s, 211, 73);
    row("OpenSMTPD, all", u"opensmtpd/baseline.log.xz"_s, u"encrypt:all"_s, 211, 73);
    row("OpenSMTPD, six with subdomains", u"opensmtpd/baseline.log.xz"_s, six, 211, 23);
    row("OpenSMTPD, a minimum version", u"opensmtpd/baseline.log.xz"_s, u"encrypt>=1.2:all"_s, 211, 73);
}

void CliFiguresTest::otherServersLoseWhatTheyMust()
{
    QFETCH(const QString, log);
    QFETCH(const QString, requirement);
    QFETCH(const int, messages);
    QFETCH(const int, lost);
    const Ran ran = run({u"simulate"_s, QStringLiteral(TEST_DATA "/") + log, u"--internal"_s, u"none"_s, u"--quiet"_s,
        u"--json"_s, u"--require"_s, requirement});
    QCOMPARE(ran.code, 0);
    QCOMPARE(ran.json().value(u"messages"_s).toInt(), messages);
    QCOMPARE(ran.json().value(u"lost"_s).toInt(), lost);
    QCOMPARE(ran.json().value(u"unknown"_s).toInt(), 0);
}

void CliFiguresTest::summaryKeys()
{
    const Ran ran = run({u"summary"_s, u"-"_s, u"--json"_s},
        LogBuilder().inbound("a@a.example", "TLSv1.2").inbound("b@b.example", {}).text());
    QCOMPARE(ran.code, 0);
    QVERIFY(ran.out.startsWith("{\n  \"schema\": 1,")); // first, for those who read streams
    const QJsonObject json = ran.json();
    QCOMPARE(json.keys(),
        QStringList({u"excluded"_s, u"files"_s, u"inbound"_s, u"notes"_s, u"outbound"_s, u"period"_s, u"schema"_s,
            u"submission"_s}));
    const QJsonObject inbound = json.value(u"inbound"_s).toObject();
    QCOMPARE(
        inbound.keys(), QStringList({u"domains"_s, u"messages"_s, u"plaintext"_s, u"spam"_s, u"tls"_s, u"unknown"_s}));
    QCOMPARE(inbound.value(u"messages"_s).toInt(), 2);
    QCOMPARE(inbound.value(u"plaintext"_s).toInt(), 1);
    QCOMPARE(inbound.value(u"tls"_s)[u"1.2"_s].toInt(), 1);
    QCOMPARE(
        inbound.value(u"tls"_s).toObject().keys(), QStringList({u"1.0"_s, u"1.1"_s, u"1.2"_s, u"1.3"_s, u"other"_s}));
    QCOMPARE(json.value(u"excluded"_s).toObject().keys(),
        QStringList({u"authenticated"_s, u"forwarded"_s, u"internal"_s, u"reinjected"_s, u"rejected"_s}));
    QCOMPARE(json.value(u"period"_s)[u"from"_s].toString(), u"2026-03-01T08:00:00Z"_s);
    QCOMPARE(json.value(u"files"_s)[0][u"format"_s].toString(), u"postfix"_s);
}

void CliFiguresTest::simulateKeys()
{
    const Ran ran = run({u"simulate"_s, u"-"_s, u"--json"_s, u"--require"_s, u"encrypt:all"_s},
        LogBuilder().inbound("a@a.example", "TLSv1.2").inbound("b@b.example", {}).text());
    QCOMPARE(ran.code, 0);
    const QJsonObject json = ran.json();
    for (const QString& key : {u"schema"_s, u"messages"_s, u"accepted"_s, u"lost"_s, u"unknown"_s, u"lost_percent"_s,
             u"interval"_s, u"expected_percent"_s, u"at_most_percent"_s, u"warnings"_s, u"backtest"_s,
             u"lost_legitimate"_s, u"lost_spam"_s, u"lost_unlabelled"_s, u"lost_by_evidence"_s, u"wanted"_s,
             u"judged_by_test"_s, u"domains"_s})
        QVERIFY2(json.contains(key), qPrintable(key));
    QVERIFY(json.value(u"interval"_s).isNull());
    QCOMPARE(json.value(u"lost_percent"_s).toDouble(), 50.0);
    QCOMPARE(json.value(u"wanted"_s).toObject(),
        (QJsonObject{
            {u"messages"_s, 2}, {u"accepted"_s, 1}, {u"lost"_s, 1}, {u"unknown"_s, 0}, {u"lost_percent"_s, 50.0}}));
    QCOMPARE(json.value(u"lost_by_evidence"_s).toObject().keys(),
        QStringList({u"failed"_s, u"mixed"_s, u"never"_s, u"unknown"_s}));
}

void CliFiguresTest::rowsBeatSubtreesBeatTheDefault()
{
    LogBuilder log;
    for (const QByteArray domain : {"a.example", "news.a.example", "deep.news.a.example", "b.example"})
        log.inbound("x@" + domain, {});
    const auto lost = [&](const QStringList& rules) {
        QStringList arguments{u"simulate"_s, u"-"_s, u"--csv"_s};
        for (const QString& rule : rules)
            arguments += {u"--require"_s, rule};
        QStringList domains;
        for (const QByteArray& line : run(arguments, log.text()).lines().mid(1)) {
            const QList<QByteArray> fields = line.split(',');
            if (fields[4].toInt() > 0)
                domains.append(QString::fromLatin1(fields[0]));
        }
        domains.sort();
        return domains.join(u' ');
    };
    QCOMPARE(lost({u"encrypt:.a.example"_s}), u"a.example deep.news.a.example news.a.example"_s);
    QCOMPARE(lost({u"encrypt:a.example"_s}), u"a.example"_s);
    QCOMPARE(lost({u"encrypt:.a.example"_s, u"none:a.example"_s}), u"deep.news.a.example news.a.example"_s);
    QCOMPARE(lost({u"encrypt:.a.example"_s, u"none:.news.a.example"_s}), u"a.example"_s);
    QCOMPARE(lost({u"encrypt:all"_s, u"none:.a.example"_s}), u"b.example"_s);
    QCOMPARE(lost({u"encrypt:all"_s, u"none:.a.example"_s, u"encrypt:news.a.example,b.example"_s}),
        u"b.example news.a.example"_s);
}

void CliFiguresTest::domainsComeFromAList()
{
    const QTemporaryDir folder;
    const QByteArray log = LogBuilder()
                               .inbound("a@a.example", {})
                               .inbound("b@b.example", {})
                               .inbound("c@sub.b.example", {})
                               .inbound("d@d.example", {})
                               .text();
    const QString path = folder.filePath(u"list.csv"_s);
    const auto simulate = [&](const QByteArray& list) {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(list) != list.size())
            QTest::qFail("the list cannot be written", __FILE__, __LINE__);
        file.close();
        return run({u"simulate"_s, u"-"_s, u"--json"_s, u"--require"_s, QString(u"encrypt:@"_s + path)}, log);
    };
    QCOMPARE(simulate("domain,requirement\r\na.example,encrypt\r\n\"b.example\",encrypt\r\n")
                 .json()
                 .value(u"lost"_s)
                 .toInt(),
        2);
    QCOMPARE(simulate("# partners\n.b.example # and below\n\nd.example").json().value(u"lost"_s).toInt(), 3);
    const Ran wrong = simulate("a.example\nno domain\n");
    QCOMPARE(wrong.code, 2);
    QVERIFY2(wrong.err.contains("line 2"), wrong.err.constData());
    QCOMPARE(run({u"simulate"_s, u"-"_s, u"--require"_s, u"encrypt:@/nowhere/list"_s}, log).code, 2);
    // What is recommended can be required.
    LogBuilder good;
    for (int i = 0; i < 5; ++i)
        good.inbound("a@a.example", "TLSv1.3").inbound("b@b.example", {});
    const QByteArray chosen = run({u"recommend"_s, u"-"_s, u"--budget"_s, u"20"_s, u"--csv"_s}, good.text()).out;
    QVERIFY2(chosen.contains("\r\na.example,encrypt,"), chosen.constData());
    const QJsonObject again = simulate(chosen).json();
    QCOMPARE(again.value(u"domains"_s).toArray().at(0).toObject().value(u"domain"_s).toString(), u"a.example"_s);
}

void CliFiguresTest::absentDomainsAreNamed()
{
    const QByteArray log = LogBuilder().inbound("a@sub.a.example", {}).inbound("b@b.example", {}).text();
    const QStringList base{u"simulate"_s, u"-"_s, u"--require"_s};
    const Ran slip = run(base + QStringList{u"encrypt:.a.example,b.example,.exampel,sub.b.example"_s}, log);
    QCOMPARE(slip.code, 0);
    QVERIFY2(slip.err.contains("no mail of .exampel in"), slip.err.constData());
    QVERIFY2(slip.err.contains("no mail of sub.b.example in"), slip.err.constData());
    QVERIFY2(!slip.err.contains("no mail of .a.example") && !slip.err.contains("no mail of b.example"),
        slip.err.constData());
    const Ran exact = run(base + QStringList{u"encrypt:a.example"_s}, log); // only its subdomain sends
    QVERIFY2(exact.err.contains("no mail of a.example in"), exact.err.constData());
    const Ran many = run(base + QStringList{u"encrypt:1.test,2.test,3.test,4.test,5.test,6.test"_s}, log);
    QVERIFY2(many.err.contains("Nor of 1 other domain with"), many.err.constData());
}

void CliFiguresTest::nullSenderHasItsRow()
{
    const QByteArray log = LogBuilder().inbound({}, {}).inbound("a@a.example", {}).text();
    const Ran ran = run({u"domains"_s, u"-"_s, u"--csv"_s}, log);
    QVERIFY(ran.out.contains("\r\n<>,1,1,"));
    QCOMPARE(
        run({u"simulate"_s, u"-"_s, u"--json"_s, u"--require"_s, u"encrypt:all"_s, u"--require"_s, u"none:<>"_s}, log)
            .json()
            .value(u"lost"_s)
            .toInt(),
        1);
}

void CliFiguresTest::unknownIsNeverPlaintext()
{
    // A session whose beginning is not in the log: nobody can tell.
    const QByteArray cut
        = "2026-03-01T07:00:00.000000+00:00 mail postfix/smtpd[7]: 4QABC: client=mx.cut.example[192.0.2.77]\n"
          "2026-03-01T07:00:01.000000+00:00 mail postfix/qmgr[8]: 4QABC: from=<u@cut.example>, size=1, nrcpt=1 (queue "
          "active)\n"
          "2026-03-01T07:00:02.000000+00:00 mail postfix/qmgr[8]: 4QABC: removed\n";
    const QByteArray log = cut + LogBuilder().inbound("a@a.example", "TLSv1.3").text();
    const Ran domains = run({u"domains"_s, u"-"_s, u"--csv"_s}, log);
    QVERIFY2(domains.out.contains("cut.example,1,0,0,0,0,0,0,1,"), domains.out.constData());
    const QJsonObject simulated
        = run({u"simulate"_s, u"-"_s, u"--json"_s, u"--require"_s, u"encrypt:all"_s}, log).json();
    QCOMPARE(simulated.value(u"lost"_s).toInt(), 0);
    QCOMPARE(simulated.value(u"unknown"_s).toInt(), 1);
}

void CliFiguresTest::recommendStaysWithinTheBudget()
{
    LogBuilder log;
    for (int i = 0; i < 40; ++i)
        log.inbound("x@good.example", "TLSv1.3", "192.0.2.1");
    for (int i = 0; i < 50; ++i)
        log.inbound("x@mostly.example", i == 0 ? "" : "TLSv1.3", "192.0.2.2");
    for (int i = 0; i < 10; ++i)
        log.inbound("x@never.example", {}, "192.0.2.3");
    const auto domains = [&](const QString& budget) {
        QStringList out;
        for (const auto& domain : run({u"recommend"_s, u"-"_s, u"--json"_s, u"--budget"_s, budget}, log.text())
                                      .json()
                                      .value(u"domains"_s)
                                      .toArray())
            out.append(domain[u"domain"_s].toString());
        return out;
    };
    QCOMPARE(domains(u"0%"_s), QStringList()); // nobody is free
    QCOMPARE(domains(u"0.9%"_s), QStringList{u"good.example"_s});
    QCOMPARE(domains(u"1%"_s), QStringList{u"good.example"_s}); // one message lost: more is to be expected
    QCOMPARE(domains(u"2.5%"_s), QStringList({u"good.example"_s, u"mostly.example"_s}));
    QCOMPARE(domains(u"100%"_s), QStringList({u"good.example"_s, u"mostly.example"_s})); // never.example never
    const QJsonObject json = run({u"recommend"_s, u"-"_s, u"--json"_s, u"--budget"_s, u"2.5"_s}, log.text()).json();
    QCOMPARE(json.value(u"lost_percent"_s).toDouble(), 1.0);
    QVERIFY(json.value(u"cost_percent"_s).toDouble() > 1.0 && json.value(u"cost_percent"_s).toDouble() < 2.5);
    QCOMPARE(json.value(u"covered_percent"_s).toDouble(), 89.0);
    QCOMPARE(json.value(u"require_all_cost_percent"_s).toDouble(), 11.0);
    QVERIFY(run({u"recommend"_s, u"-"_s, u"--budget"_s, u"2.5%"_s}, log.text())
                .out.startsWith("Require encrypt of 2 domains: 89.00 %"));
}

void CliFiguresTest::forecastAppearsWithEnoughData()
{
    LogBuilder log;
    for (int day = 0; day < 16; ++day) {
        log.day(day);
        for (int d = 0; d < 6; ++d) {
            log.inbound("x@d" + QByteArray::number(d) + ".example", "TLSv1.3", "192.0.2." + QByteArray::number(d));
            if ((day + d) % 4 == 0)
                log.inbound("x@d" + QByteArray::number(d) + ".example", {}, "192.0.2." + QByteArray::number(d));
        }
    }
    const Ran ran = run({u"simulate"_s, u"-"_s, u"--json"_s, u"--require"_s, u"encrypt:all"_s}, log.text());
    const QJsonValue interval = ran.json().value(u"interval"_s);
    QVERIFY2(interval.isObject(), ran.out.constData());
    const double lost = ran.json().value(u"lost_percent"_s).toDouble();
    QVERIFY(interval[u"low"_s].toDouble() < lost && lost < interval[u"high"_s].toDouble());
    QCOMPARE(interval[u"level"_s].toDouble(), 0.95);
    QVERIFY(interval[u"method"_s].toString().contains(u"bootstrap"_s));
    // 24 of 120 lost; in the first eight days as many as in the last eight.
    const QJsonObject test = ran.json().value(u"backtest"_s).toObject();
    QCOMPARE(test.value(u"predicted_percent"_s).toDouble(), 20.0);
    QCOMPARE(test.value(u"observed_percent"_s).toDouble(), 20.0);
    QVERIFY(ran.json().value(u"warnings"_s).isArray());
    QVERIFY(ran.json().value(u"at_most_percent"_s).toDouble() > 20);
    const QByteArray text = run({u"simulate"_s, u"-"_s, u"--require"_s, u"encrypt:all"_s}, log.text()).out;
    QVERIFY2(text.contains("Next period: ") && text.contains("Checked on these logs"), text.constData());
}

QTEST_GUILESS_MAIN(CliFiguresTest)
#include "tst_clifigures.moc"
