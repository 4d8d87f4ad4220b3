// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/cli/clitest.h"

#include <QTemporaryDir>

using namespace waxseal::test;
using namespace Qt::StringLiterals;

/** Help, misuse, exit codes, and what goes where. */
class CliBasicsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void helpListsTheCommands();
    void everyCommandTeaches_data();
    void everyCommandTeaches();
    void versionIsPrinted();
    void misuseEndsWithTwo_data();
    void misuseEndsWithTwo();
    void inputErrorsEndWithThree();
    void otherServersAreNamed_data();
    void otherServersAreNamed();
    void inputsWithoutMailSayWhatTheyAre();
    void aFullDiskEndsWithThree_data();
    void aFullDiskEndsWithThree();
    void nothingButResultsOnStandardOutput();
    void standardInputIsRead();
    void failAboveDecidesTheCode();
    void unknownMailDoesNotPassTheCheck();
    void pluralsAreRight();
};

void CliBasicsTest::helpListsTheCommands()
{
    for (const QString& word : {u"--help"_s, u"-h"_s, u"help"_s}) {
        const Ran ran = run({word});
        QCOMPARE(ran.code, 0);
        QCOMPARE(ran.err, "");
        for (const QByteArray command :
            {"summary", "domains", "messages", "simulate", "recommend", "export", "report", "save"})
            QVERIFY2(ran.out.contains(QByteArray("\n  " + command + ' ')), command.constData());
        QVERIFY(ran.out.contains("Exit status: 0 done"));
    }
    const Ran none = run({});
    QCOMPARE(none.code, 2);
    QCOMPARE(none.out, "");
    QVERIFY(none.err.contains("--help"));
}

void CliBasicsTest::everyCommandTeaches_data()
{
    QTest::addColumn<QString>("command");
    for (const char* command : {"summary", "domains", "messages", "simulate", "recommend", "export", "report", "save"})
        QTest::addRow("%s", command) << QString::fromLatin1(command);
}

void CliBasicsTest::everyCommandTeaches()
{
    QFETCH(QString, command);
    const Ran ran = run({command, u"--help"_s});
    QCOMPARE(ran.code, 0);
    QVERIFY(ran.out.startsWith(QByteArray("Usage: waxseal-cli " + command.toLatin1() + " INPUT...")));
    QVERIFY(ran.out.contains("Examples:\n  "));
    QVERIFY(ran.out.contains(QByteArray("waxseal-cli " + command.toLatin1())));
    for (const QByteArray option : {"--internal CIDR", "--forwarder CIDR", "--year YYYY", "--timezone NAME",
             "--format auto|postfix", "--local-domain NAME"})
        QVERIFY2(ran.out.contains(QByteArray("  " + option)), option.constData());
    QCOMPARE(run({u"help"_s, command}).out, ran.out);
    for (const QByteArray& line : ran.lines())
        QVERIFY2(QString::fromUtf8(line).size() <= 125, line.constData());
}

void CliBasicsTest::versionIsPrinted()
{
    const Ran ran = run({u"--version"_s});
    QCOMPARE(ran.code, 0);
    QVERIFY(ran.out.startsWith("waxseal-cli 0."));
}

void CliBasicsTest::misuseEndsWithTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("hint");
    const auto row = [](const char* name, const QStringList& arguments, const QByteArray& hint) {
        QTest::addRow("%s", name) << arguments << hint;
    };
    row("no such command", {u"sumary"_s}, "sumary");
    row("no such option", {u"summary"_s, u"-"_s, u"--jsn"_s}, "jsn");
    row("no input", {u"summary"_s}, "Name a log");
    row("json and csv", {u"summary"_s, u"-"_s, u"--json"_s, u"--csv"_s}, "exclude");
    row("direction", {u"domains"_s, u"-"_s, u"--direction"_s, u"sideways"_s}, "sideways");
    row("format", {u"domains"_s, u"-"_s, u"--format"_s, u"morse"_s}, "morse");
    row("year", {u"domains"_s, u"-"_s, u"--year"_s, u"26"_s}, "26");
    row("zone", {u"domains"_s, u"-"_s, u"--timezone"_s, u"Moon/Crater"_s}, "Moon/Crater");
    row("networks", {u"domains"_s, u"-"_s, u"--internal"_s, u"10.0.0.0/99"_s}, "10.0.0.0/99");
    row("local domain", {u"domains"_s, u"-"_s, u"--local-domain"_s, u"a b"_s}, "a b");
    row("relay host", {u"domains"_s, u"-"_s, u"--relayhost"_s, u"[mail"_s}, "[mail");
    row("transports", {u"domains"_s, u"-"_s, u"--transports"_s, u"/nowhere/x"_s}, "/nowhere/x");
    row("nothing to simulate", {u"simulate"_s, u"-"_s}, "--require");
    row("no requirement", {u"simulate"_s, u"-"_s, u"--require"_s, u"encript:all"_s}, "encript");
    row("no scope", {u"simulate"_s, u"-"_s, u"--require"_s, u"encrypt"_s}, "encrypt:all");
    row("bad scope", {u"simulate"_s, u"-"_s, u"--require"_s, u"encrypt:a b"_s}, "a b");
    row("other direction", {u"simulate"_s, u"-"_s, u"--require"_s, u"dane:all"_s}, "--direction");
    row("refuse", {u"simulate"_s, u"-"_s, u"--require"_s, u"encrypt:all"_s, u"--refuse"_s, u"never"_s}, "never");
    row("fail above", {u"simulate"_s, u"-"_s, u"--require"_s, u"encrypt:all"_s, u"--fail-above"_s, u"lots"_s}, "lots");
    row("no budget", {u"recommend"_s, u"-"_s}, "--budget");
    row("budget", {u"recommend"_s, u"-"_s, u"--budget"_s, u"200%"_s}, "200%");
    row("no target", {u"export"_s, u"-"_s}, "--target postfix");
    row("target", {u"export"_s, u"-"_s, u"--target"_s, u"carrier-pigeon"_s}, "There is: postfix");
    row("audit and enforce", {u"export"_s, u"-"_s, u"--target"_s, u"postfix"_s, u"--audit"_s, u"--enforce"_s},
        "exclude");
    row("target's option", {u"export"_s, u"-"_s, u"--target"_s, u"postfix"_s, u"--map-type"_s, u"abacus"_s}, "abacus");
    row("save where", {u"save"_s, u"-"_s}, "--output");
    row("report where", {u"report"_s, u"-"_s}, "--output");
}

void CliBasicsTest::misuseEndsWithTwo()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, hint);
    const Ran ran = run(arguments, LogBuilder().inbound("a@a.example", "TLSv1.3").text());
    QCOMPARE(ran.code, 2);
    QCOMPARE(ran.out, "");
    QVERIFY2(ran.err.contains(hint), ran.err.constData());
    QVERIFY(ran.err.contains("--help"));
}

void CliBasicsTest::inputErrorsEndWithThree()
{
    const QTemporaryDir folder;
    const Ran missing = run({u"summary"_s, folder.filePath(u"none.log"_s)});
    QCOMPARE(missing.code, 3);
    QVERIFY(missing.err.contains("none.log"));
    QCOMPARE(missing.out, "");

    QFile other(folder.filePath(u"other.txt"_s));
    QVERIFY(other.open(QIODevice::WriteOnly));
    other.write("Dear all,\nthis is a letter.\n");
    other.close();
    const Ran notALog = run({u"summary"_s, other.fileName()});
    QCOMPARE(notALog.code, 3);
    QVERIFY(notALog.err.contains("not a mail log"));

    const QString log = LogBuilder().inbound("a@a.example", "TLSv1.3").writeTo(folder.filePath(u"mail.log"_s));
    QCOMPARE(run({u"save"_s, log, u"--output"_s, folder.filePath(u"no/such/dir/x"_s)}).code, 3);
    QCOMPARE(
        run({u"report"_s, log, u"--output"_s, folder.filePath(u"no/such/dir/x"_s), u"--require"_s, u"encrypt:all"_s})
            .code,
        3);
    QCOMPARE(run({u"save"_s, log, u"--output"_s, log}).code, 3); // a log is not overwritten
    QCOMPARE(run({u"domains"_s, log, u"--csv"_s, u"--quiet"_s}).lines().size(), 2);
}

void CliBasicsTest::otherServersAreNamed_data()
{
    QTest::addColumn<QByteArray>("log");
    QTest::addColumn<QByteArray>("server");
    QTest::newRow("Exchange") << QByteArray(
        "\xef\xbb\xbf#Software: Microsoft Exchange Server\r\n#Version: 15.0.0.0\r\n")
                              << QByteArray("Exchange");
}

void CliBasicsTest::otherServersAreNamed()
{
    QFETCH(QByteArray, log);
    QFETCH(QByteArray, server);
    const Ran ran = run({u"summary"_s, u"-"_s}, log);
    QCOMPARE(ran.code, 3);
    QCOMPARE(ran.out, "");
    QVERIFY2(ran.err.contains(QByteArray("standard input: is a log of " + server)), ran.err.constData());
    QVERIFY(ran.err.contains("Logs of these servers are understood"));
    QVERIFY(ran.err.contains("Postfix, Exim, Sendmail, OpenSMTPD"));
    // Beside a log that is understood it is no more than a note.
    const QTemporaryDir folder;
    LogBuilder().inbound("a@a.example", "TLSv1.3").writeTo(folder.filePath(u"mail.log"_s));
    QFile other(folder.filePath(u"other.log"_s));
    QVERIFY(other.open(QIODevice::WriteOnly));
    other.write(log);
    other.close();
    const Ran both = run({u"domains"_s, folder.path(), u"--csv"_s});
    QCOMPARE(both.code, 0);
    QCOMPARE(both.lines().size(), 2);
    QVERIFY2(both.err.contains(QByteArray("other.log: left out, it is a log of " + server)), both.err.constData());
}

void CliBasicsTest::inputsWithoutMailSayWhatTheyAre()
{
    const Ran nothing = run({u"summary"_s, u"-"_s});
    QCOMPARE(nothing.code, 3);
    QVERIFY2(nothing.err.contains("standard input: is empty"), nothing.err.constData());
    const QTemporaryDir folder;
    const Ran bare = run({u"summary"_s, folder.path()});
    QCOMPARE(bare.code, 3);
    QVERIFY2(bare.err.contains("no file in this folder"), bare.err.constData());
    const Ran strange = run({u"summary"_s, u"-"_s}, "Nov 22 12:00:01 mx CRON[7]: (root) CMD (true)\n");
    QCOMPARE(strange.code, 3);
    QVERIFY2(strange.err.contains("no lines of a known mail server"), strange.err.constData());
    // mail.info repeats lines of mail.log, as Debian's rsyslog writes them.
    const QByteArray log = LogBuilder().inbound("a@a.example", "TLSv1.3").text();
    for (const QString& name : {u"mail.log"_s, u"mail.info"_s}) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(log);
    }
    const Ran debian = run({u"domains"_s, folder.path(), u"--csv"_s});
    QVERIFY2(debian.err.contains("mail.info: left out, its lines are in mail.log, too."), debian.err.constData());
    QVERIFY2(debian.out.contains("\r\na.example,1,"), debian.out.constData());
}

void CliBasicsTest::aFullDiskEndsWithThree_data()
{
    QTest::addColumn<QString>("command");
    for (const char* command : {"summary", "domains --csv", "domains --json", "messages --csv",
             "simulate --require encrypt:all", "recommend --budget 1%", "report --output - --require encrypt:all",
             "export --target postfix --require encrypt:a.example"})
        QTest::addRow("%s", command) << QString::fromLatin1(command);
}

void CliBasicsTest::aFullDiskEndsWithThree()
{
    QFETCH(QString, command);
    if (!QFile::exists(u"/dev/full"_s))
        QSKIP("no /dev/full here");
    const QTemporaryDir folder;
    const QString log = LogBuilder().inbound("a@a.example", "TLSv1.3").writeTo(folder.filePath(u"mail.log"_s));
    QProcess shell;
    QStringList arguments{u"-c"_s, u"exec \"$@\" > /dev/full"_s, u"sh"_s, QStringLiteral(WAXSEAL_CLI)};
    arguments += command.split(u' ');
    shell.start(u"sh"_s, arguments << log);
    QVERIFY(shell.waitForFinished());
    QCOMPARE(shell.exitCode(), 3);
    QVERIFY(shell.readAllStandardError().contains("could not be written"));
}

void CliBasicsTest::nothingButResultsOnStandardOutput()
{
    const QTemporaryDir folder;
    const QString log = LogBuilder()
                            .raw("not a log line at all")
                            .inbound("a@a.example", "TLSv1.3")
                            .writeTo(folder.filePath(u"mail.log"_s));
    const Ran ran = run({u"summary"_s, log, u"--json"_s});
    QCOMPARE(ran.code, 0);
    QCOMPARE(ran.json().value(u"schema"_s).toInt(), 1);
    QVERIFY(ran.err.contains("1 line skipped"));
    QVERIFY(!ran.err.contains('\x1b')); // no terminal, no progress
    const Ran quiet = run({u"summary"_s, log, u"--json"_s, u"--quiet"_s});
    QCOMPARE(quiet.err, "");
    QCOMPARE(quiet.out, ran.out);
}

void CliBasicsTest::standardInputIsRead()
{
    const QByteArray log = LogBuilder().inbound("a@a.example", "TLSv1.3").inbound("b@b.example", {}).text();
    const Ran ran = run({u"domains"_s, u"-"_s, u"--csv"_s}, log);
    QCOMPARE(ran.code, 0);
    QCOMPARE(ran.lines().size(), 3);
}

void CliBasicsTest::failAboveDecidesTheCode()
{
    LogBuilder log;
    for (int i = 0; i < 9; ++i)
        log.inbound("a@a.example", "TLSv1.3");
    log.inbound("b@b.example", {});
    const QStringList base{u"simulate"_s, u"-"_s, u"--require"_s, u"encrypt:all"_s, u"--json"_s, u"--fail-above"_s};
    QCOMPARE(run(base + QStringList{u"9.9%"_s}, log.text()).code, 1);
    QCOMPARE(run(base + QStringList{u"10%"_s}, log.text()).code, 0);
    QCOMPARE(run(base + QStringList{u"10"_s}, log.text()).code, 0);
    const Ran failed = run(base + QStringList{u"0"_s}, log.text());
    QCOMPARE(failed.code, 1);
    QCOMPARE(failed.json().value(u"lost"_s).toInt(), 1); // the figures are printed all the same
}

void CliBasicsTest::unknownMailDoesNotPassTheCheck()
{
    // Sessions whose beginnings are not in the log: of none of this mail it is known how it came.
    QByteArray unknown;
    for (int i = 0; i < 4; ++i) {
        const QByteArray id = "4QUNKN" + QByteArray::number(i);
        const QByteArray at = "2026-03-01T07:00:0" + QByteArray::number(i) + ".000000+00:00 mail postfix/";
        unknown += at + "smtpd[7" + QByteArray::number(i) + "]: " + id + ": client=mx.far.example[192.0.2.77]\n" + at
            + "qmgr[8]: " + id + ": from=<u@far.example>, size=1, nrcpt=1 (queue active)\n" + at + "qmgr[8]: " + id
            + ": removed\n";
    }
    const QStringList base{u"simulate"_s, u"-"_s, u"--require"_s, u"encrypt:all"_s};
    const Ran failed = run(base + QStringList{u"--json"_s, u"--fail-above"_s, u"0%"_s}, unknown);
    QCOMPARE(failed.json().value(u"unknown"_s).toInt(), 4);
    QCOMPARE(failed.code, 1);
    QVERIFY(failed.err.contains("100.00 %"));
    QCOMPARE(run(base + QStringList{u"--fail-above"_s, u"100%"_s}, unknown).code, 1);
    const Ran told = run(base, unknown);
    QCOMPARE(told.code, 0);
    QVERIFY(told.out.startsWith("Of 4 messages the logs cannot tell"));

    // Some unknown mail among mail that is known is no reason: two of six.
    LogBuilder known;
    for (int i = 0; i < 4; ++i)
        known.inbound("a@a.example", "TLSv1.3");
    const qsizetype half = unknown.indexOf("2026-03-01T07:00:02");
    const Ran some
        = run(base + QStringList{u"--json"_s, u"--fail-above"_s, u"0%"_s}, unknown.left(half) + known.text());
    QCOMPARE(some.json().value(u"messages"_s).toInt(), 6);
    QCOMPARE(some.code, 0);

    const Ran table = run({u"recommend"_s, u"-"_s, u"--budget"_s, u"1%"_s}, unknown);
    QCOMPARE(table.code, 0);
    QVERIFY(!table.out.contains("0.00 %"));
    QVERIFY(table.out.contains("cannot tell"));
    const QJsonObject json = run({u"recommend"_s, u"-"_s, u"--budget"_s, u"1%"_s, u"--json"_s}, unknown).json();
    QVERIFY(json.value(u"require_all_cost_percent"_s).isNull());
    QCOMPARE(json.value(u"require_all_unknown_percent"_s).toDouble(), 100.0);
}

void CliBasicsTest::pluralsAreRight()
{
    const QByteArray log = LogBuilder().inbound("a@a.example", "TLSv1.3").text();
    const Ran one = run({u"summary"_s, u"-"_s}, "nonsense\n" + log);
    QVERIFY2(one.err.contains("1 line skipped"), one.err.constData());
    const Ran two = run({u"summary"_s, u"-"_s}, "nonsense\nnonsense\n" + log);
    QVERIFY2(two.err.contains("2 lines skipped"), two.err.constData());
}

QTEST_GUILESS_MAIN(CliBasicsTest)
#include "tst_clibasics.moc"
