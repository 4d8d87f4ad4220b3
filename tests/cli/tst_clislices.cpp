// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/cli/clitest.h"

#include <QJsonArray>
#include <QTemporaryDir>

#include <map>

using namespace waxseal::test;
using namespace Qt::StringLiterals;

namespace {

/** Four days of mail, made so that every sum can be counted by hand. */
QByteArray fourDays()
{
    LogBuilder log;
    log.day(0).inbound("a@news.bank.example", "TLSv1.3", "198.51.100.1").inbound("a@bank.example", "", "198.51.100.2");
    log.day(1).inbound("b@bank.example", "TLSv1.2", "198.51.100.1").inbound("c@shop.example", "", "203.0.113.9");
    log.day(2).inbound("c@shop.example", "", "203.0.113.9").inbound("", "TLSv1.3", "203.0.113.9");
    log.day(9).inbound("a@news.bank.example", "", "198.51.100.2");
    return log.text();
}

QStringList quiet(const QStringList& arguments)
{
    return arguments + QStringList{u"-"_s, u"--quiet"_s, u"--timezone"_s, u"UTC"_s};
}

qint64 messagesOf(const Ran& ran, const QString& direction = u"inbound"_s)
{
    return ran.json()[direction].toObject()[u"messages"_s].toInteger(-1);
}

} // namespace

/** Parts of the facts: days (--since, --until), organisations and hosts (--by, hosts). */
class CliSlicesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void daysAreChosen_data();
    void daysAreChosen();
    void theStatedPeriodIsThatOfTheDays();
    void wrongDaysAreRefused_data();
    void wrongDaysAreRefused();
    void messagesKeepToTheDays();
    void hostsNameTheirDomains();
    void organisationsSumTheirDomains();
    void lossesByOrganisationAndHost();
    void hostsEqualTheGroundTruth();
    void beginsWithAnExistingPolicy();
};

void CliSlicesTest::daysAreChosen_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("messages");
    QTest::newRow("all") << QStringList{} << 7;
    QTest::newRow("since a date") << QStringList{u"--since"_s, u"2026-03-02"_s} << 5;
    QTest::newRow("until a date") << QStringList{u"--until"_s, u"2026-03-02"_s} << 4;
    QTest::newRow("one day") << QStringList{u"--since"_s, u"2026-03-03"_s, u"--until"_s, u"2026-03-03"_s} << 2;
    QTest::newRow("the last day with mail") << QStringList{u"--since"_s, u"1d"_s} << 1;
    QTest::newRow("the last eight days") << QStringList{u"--since"_s, u"8d"_s} << 3;
    QTest::newRow("all but the last eight days") << QStringList{u"--until"_s, u"8d"_s} << 4;
    QTest::newRow("more days than there are") << QStringList{u"--since"_s, u"4000000d"_s} << 7;
    QTest::newRow("no mail in them") << QStringList{u"--since"_s, u"2027-01-01"_s} << 0;
}

void CliSlicesTest::daysAreChosen()
{
    QFETCH(QStringList, options);
    QFETCH(int, messages);
    const Ran ran = run(quiet({u"summary"_s, u"--json"_s}) + options, fourDays());
    QCOMPARE(ran.code, 0);
    QCOMPARE(messagesOf(ran), messages);
}

void CliSlicesTest::theStatedPeriodIsThatOfTheDays()
{
    const Ran ran = run(
        quiet({u"summary"_s, u"--json"_s, u"--since"_s, u"2026-03-02"_s, u"--until"_s, u"2026-03-03"_s}), fourDays());
    const QJsonObject period = ran.json()[u"period"_s].toObject();
    QVERIFY2(period[u"from"_s].toString().startsWith(u"2026-03-02T00:00:00"), ran.out.constData());
    QVERIFY2(period[u"to"_s].toString().startsWith(u"2026-03-03T23:59:59"), ran.out.constData());
}

void CliSlicesTest::wrongDaysAreRefused_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("a word") << QStringList{u"--since"_s, u"yesterday"_s};
    QTest::newRow("no such date") << QStringList{u"--until"_s, u"2026-02-30"_s};
    QTest::newRow("zero days") << QStringList{u"--since"_s, u"0d"_s};
    QTest::newRow("negative") << QStringList{u"--since"_s, u"-3d"_s};
    QTest::newRow("before 1970") << QStringList{u"--since"_s, u"1969-12-31"_s};
    QTest::newRow("the wrong way round") << QStringList{u"--since"_s, u"2026-03-03"_s, u"--until"_s, u"2026-03-01"_s};
}

void CliSlicesTest::wrongDaysAreRefused()
{
    QFETCH(QStringList, options);
    const Ran ran = run(quiet({u"summary"_s, u"--json"_s}) + options, fourDays());
    QCOMPARE(ran.code, 2);
    QVERIFY(ran.out.isEmpty());
    QVERIFY(ran.err.contains("--since") || ran.err.contains("--until"));
}

void CliSlicesTest::messagesKeepToTheDays()
{
    const Ran ran = run(quiet({u"messages"_s, u"--csv"_s, u"--since"_s, u"2026-03-03"_s}), fourDays());
    QCOMPARE(ran.code, 0);
    QCOMPARE(ran.lines().size(), 4); // the heading, two of 3 March, one of 10 March
    for (const QByteArray& line : ran.lines().mid(1))
        QVERIFY2(line.startsWith("2026-03-03T") || line.startsWith("2026-03-10T"), line.constData());
}

void CliSlicesTest::hostsNameTheirDomains()
{
    const Ran ran = run(quiet({u"hosts"_s, u"--csv"_s}), fourDays());
    QCOMPARE(ran.code, 0);
    std::map<QByteArray, QList<QByteArray>> rows;
    for (const QByteArray& line : ran.lines().mid(1))
        rows[line.split(',')[0]] = line.split(',');
    QCOMPARE(rows.size(), std::size_t{3});
    // host,name,organisation,messages,plaintext,tls10,tls11,tls12,tls13,other,unknown,recipients,domains,…,domain_names
    QCOMPARE(rows["198.51.100.1"].mid(3, 6), (QList<QByteArray>{"2", "0", "0", "0", "1", "1"}));
    QCOMPARE(rows["198.51.100.2"].mid(3, 2), (QList<QByteArray>{"2", "2"}));
    QCOMPARE(rows["203.0.113.9"].mid(3, 2), (QList<QByteArray>{"3", "2"}));
    QCOMPARE(rows["203.0.113.9"].last(), QByteArray("\"shop.example <>\""));
    QCOMPARE(rows["198.51.100.2"].last(), QByteArray("\"bank.example news.bank.example\""));
}

void CliSlicesTest::organisationsSumTheirDomains()
{
    const Ran ran = run(quiet({u"domains"_s, u"--json"_s, u"--by"_s, u"organisation"_s}), fourDays());
    QCOMPARE(ran.code, 0);
    const QJsonArray rows = ran.json()[u"organisations"_s].toArray();
    QCOMPARE(rows.size(), 3);
    const QJsonObject bank = rows[0].toObject();
    QCOMPARE(bank[u"organisation"_s].toString(), u"bank.example"_s);
    QCOMPARE(bank[u"messages"_s].toInteger(), 4);
    QCOMPARE(bank[u"plaintext"_s].toInteger(), 2);
    QCOMPARE(bank[u"domains"_s].toInteger(), 2);
    QCOMPARE(bank[u"hosts"_s].toInteger(), 2); // both of its domains used both
    QCOMPARE(bank[u"days"_s].toInteger(), 3);
}

void CliSlicesTest::lossesByOrganisationAndHost()
{
    const QStringList simulate = quiet({u"simulate"_s, u"--json"_s, u"--require"_s, u"encrypt:.bank.example"_s});
    const QJsonObject byOrganisation = run(simulate + QStringList{u"--by"_s, u"organisation"_s}, fourDays()).json();
    QCOMPARE(byOrganisation[u"lost"_s].toInteger(), 2);
    const QJsonArray organisations = byOrganisation[u"organisations"_s].toArray();
    QCOMPARE(organisations.size(), 1);
    QCOMPARE(organisations[0].toObject()[u"lost"_s].toInteger(), 2);
    QCOMPARE(organisations[0].toObject()[u"accepted"_s].toInteger(), 2);
    const QJsonArray hosts = run(simulate + QStringList{u"--by"_s, u"host"_s}, fourDays()).json()[u"hosts"_s].toArray();
    QCOMPARE(hosts.size(), 1);
    QCOMPARE(hosts[0].toObject()[u"host"_s].toString(), u"198.51.100.2"_s);
    QCOMPARE(hosts[0].toObject()[u"lost"_s].toInteger(), 2);
}

/** A real Postfix's log: messages and clear messages by client address, as the senders wrote them down. */
void CliSlicesTest::hostsEqualTheGroundTruth()
{
    const QString folder = QStringLiteral(SHARED_DATA "/logs/closed-loop/postfix/");
    QFile file(folder + u"ground_truth.csv"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        if (qEnvironmentVariable("WAXSEAL_SHARED") == "required"_L1)
            QFAIL("the shared example logs are missing");
        QSKIP("the shared example logs are not here");
    }
    std::map<QByteArray, std::pair<int, int>> expected; // address → messages, in clear
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray& line : lines.mid(1)) {
        // The sender may hold commas: count from the end.
        const QList<QByteArray> fields = line.trimmed().split(',');
        if (fields.size() < 10)
            continue;
        auto& [messages, clear] = expected[fields[fields.size() - 7]];
        ++messages;
        clear += fields[fields.size() - 6] == "no" ? 1 : 0;
    }
    const Ran ran = run({u"hosts"_s, folder + u"baseline.log"_s, u"--internal"_s, u"none"_s, u"--quiet"_s, u"--csv"_s});
    std::map<QByteArray, std::pair<int, int>> found;
    for (const QByteArray& line : ran.lines().mid(1)) {
        const QList<QByteArray> fields = line.split(',');
        found[fields[0]] = {fields[3].toInt(), fields[4].toInt()};
    }
    QVERIFY(!expected.empty());
    QVERIFY(found == expected);
}

void CliSlicesTest::beginsWithAnExistingPolicy()
{
    const QTemporaryDir folder;
    const auto write = [&](const QString& name, const QByteArray& content) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            QTest::qFail("cannot write", __FILE__, __LINE__);
        return file.fileName();
    };
    const QString table = write(u"partners"_s, "bank.example need_tls\nuser@shop.example need_tls\n");
    const QString settings = write(u"main.cf"_s,
        "need_tls = reject_plaintext_session\n"
        "smtpd_sender_restrictions = check_sender_access hash:/x/partners\n");
    // A domain of an access map stands for what is below it: one message each of bank.example and news.bank.example.
    const QStringList simulate{u"simulate"_s, u"--json"_s, u"--policy"_s, table, u"--policy"_s, settings};
    const Ran ran = run(simulate + QStringList{u"-"_s, u"--timezone"_s, u"UTC"_s}, fourDays());
    QVERIFY2(ran.code == 0, ran.err.constData());
    QCOMPARE(ran.json()[u"lost"_s].toInteger(), 2);
    QVERIFY2(ran.err.contains("partners:2: "), ran.err.constData()); // one address alone
    QVERIFY2(!ran.err.contains("hash:/x/partners"), ran.err.constData()); // it was given
    const Ran more = run(quiet(simulate + QStringList{u"--require"_s, u"encrypt:shop.example"_s}), fourDays());
    QCOMPARE(more.json()[u"lost"_s].toInteger(), 4);
    const Ran nothing = run(quiet({u"simulate"_s, u"--policy"_s, write(u"empty"_s, "# nothing\n")}), fourDays());
    QCOMPARE(nothing.code, 2);
    QCOMPARE(run(quiet({u"simulate"_s, u"--policy"_s, folder.filePath(u"none"_s)}), fourDays()).code, 2);
    const Ran other = run(quiet({u"simulate"_s, u"--direction"_s, u"outbound"_s, u"--policy"_s, table}), fourDays());
    QCOMPARE(other.code, 2); // it says nothing of the way out
}

QTEST_GUILESS_MAIN(CliSlicesTest)
#include "tst_clislices.moc"
