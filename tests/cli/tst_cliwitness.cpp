// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// "waxseal-cli witness": what it prints, what it keeps, and that nothing mixes it with mail.

#include "clitest.h"

#include <QJsonArray>
#include <QTemporaryDir>

using namespace waxseal::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray report(const QByteArray& id, const QByteArray& day, int failed)
{
    return R"({"organization-name":"sender.example","date-range":{"start-datetime":")" + day
        + R"(T00:00:00Z","end-datetime":")" + day + R"(T23:59:59Z"},"report-id":")" + id
        + R"(","policies":[{"policy":{"policy-type":"sts","policy-string":["mode: testing"],"policy-domain":"own.example"},"summary":{"total-successful-session-count":97,"total-failure-session-count":)"
        + QByteArray::number(failed)
        + R"(},"failure-details":[{"result-type":"certificate-expired","receiving-mx-hostname":"mx.own.example","failed-session-count":)"
        + QByteArray::number(failed) + "}]}]}";
}

QString write(const QTemporaryDir& folder, const QString& name, const QByteArray& bytes)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        QTest::qFail("cannot write", __FILE__, __LINE__);
    return file.fileName();
}

} // namespace

class CliWitnessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printsThreeForms();
    void keepsThemBesideTheFacts();
    void saysWhatIsNone();
    void takesAPeriod();
};

void CliWitnessTest::printsThreeForms()
{
    QTemporaryDir folder;
    write(folder, u"a.json"_s, report("1", "2026-11-20", 3));
    write(folder, u"b.json"_s, report("2", "2026-11-21", 0));
    const Ran csv = run({u"witness"_s, folder.path(), u"--csv"_s});
    QCOMPARE(csv.code, 0);
    QCOMPARE(csv.lines(),
        (QList<QByteArray>{"domain,day,successful,failed,failed_percent,results",
            "own.example,2026-11-20,97,3,3.00,certificate-expired:3", "own.example,2026-11-21,97,0,0.00,"}));
    const QJsonObject json = run({u"witness"_s, folder.path(), u"--json"_s}).json();
    QCOMPARE(json[u"schema"_s].toInt(), 1);
    QCOMPARE(json[u"reports"_s].toInt(), 2);
    const QJsonObject domain = json[u"domains"_s].toArray().at(0).toObject();
    QCOMPARE(domain[u"domain"_s].toString(), u"own.example"_s);
    QCOMPARE(domain[u"successful"_s].toInt(), 194);
    QCOMPARE(domain[u"failed"_s].toInt(), 3);
    const QJsonObject cause = json[u"causes"_s].toArray().at(0).toObject();
    QCOMPARE(cause[u"organization"_s].toString(), u"sender.example"_s);
    QCOMPARE(cause[u"result"_s].toString(), u"certificate-expired"_s);
    QCOMPARE(cause[u"sessions"_s].toInt(), 3);
    QCOMPARE(json[u"policies"_s].toArray().at(0)[u"mode"_s].toString(), u"testing"_s);
    const Ran text = run({u"witness"_s, folder.path()});
    QVERIFY(text.out.contains("certificate expired"));
    QVERIFY(text.out.contains("MTA-STS (mode testing)"));
}

void CliWitnessTest::keepsThemBesideTheFacts()
{
    QTemporaryDir folder;
    const QString log = LogBuilder()
                            .inbound("a@bank.example", "TLSv1.3")
                            .inbound("b@bank.example", "")
                            .writeTo(folder.filePath(u"mail.log"_s));
    const QString first = write(folder, u"a.json"_s, report("1", "2026-11-20", 3));
    const QString workspace = folder.filePath(u"x.waxseal"_s);
    QCOMPARE(run({u"save"_s, log, u"--output"_s, workspace, u"--require"_s, u"encrypt:bank.example"_s}).code, 0);
    const QJsonObject before = run({u"summary"_s, workspace, u"--json"_s}).json();
    QCOMPARE(run({u"witness"_s, workspace, first, u"--output"_s, workspace}).code, 0);
    QCOMPARE(run({u"summary"_s, workspace, u"--json"_s}).json(), before); // sessions are no messages
    // Read again it counts once, and saving more mail keeps it.
    const Ran again = run({u"witness"_s, workspace, first, u"--output"_s, workspace, u"--json"_s});
    QCOMPARE(again.json()[u"reports"_s].toInt(), 1);
    QVERIFY(again.err.contains("1 report"));
    QCOMPARE(run({u"save"_s, workspace, log, u"--output"_s, workspace, u"--quiet"_s}).code, 0);
    QCOMPARE(run({u"witness"_s, workspace, u"--json"_s}).json()[u"reports"_s].toInt(), 1);
    QCOMPARE(run({u"simulate"_s, workspace, u"--json"_s}).json()[u"lost"_s].toInt(), 1); // the policy stayed, too
}

void CliWitnessTest::saysWhatIsNone()
{
    QTemporaryDir folder;
    const QString log = LogBuilder().inbound("a@bank.example", "TLSv1.3").writeTo(folder.filePath(u"mail.log"_s));
    const Ran none = run({u"witness"_s, log});
    QCOMPARE(none.code, 3);
    QVERIFY(none.err.contains("holds no TLS report"));
    QCOMPARE(run({u"witness"_s}).code, 2);
    QCOMPARE(run({u"witness"_s, folder.filePath(u"missing"_s)}).code, 3);
    // What is there already is not overwritten.
    const QString good = write(folder, u"a.json"_s, report("1", "2026-11-20", 3));
    QCOMPARE(run({u"witness"_s, good, u"--output"_s, log}).code, 3);
    // A stranger's words move no cursor.
    const QString evil = write(folder, u"evil.json"_s,
        QByteArray(report("1", "2026-11-20", 3)).replace("sender.example", "\\u001b[2Jsender\\u202e"));
    QVERIFY(!run({u"witness"_s, evil}).out.contains('\x1b'));
}

void CliWitnessTest::takesAPeriod()
{
    QTemporaryDir folder;
    write(folder, u"a.json"_s, report("1", "2026-11-10", 3));
    write(folder, u"b.json"_s, report("2", "2026-11-20", 1));
    QCOMPARE(run({u"witness"_s, folder.path(), u"--csv"_s, u"--since"_s, u"2026-11-15"_s}).lines().size(), 2);
    QCOMPARE(run({u"witness"_s, folder.path(), u"--csv"_s, u"--since"_s, u"5d"_s}).lines().size(), 2);
    QCOMPARE(run({u"witness"_s, folder.path(), u"--csv"_s, u"--since"_s, u"yesterday"_s}).code, 2);
}

QTEST_GUILESS_MAIN(CliWitnessTest)
#include "tst_cliwitness.moc"
