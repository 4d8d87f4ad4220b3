// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/cli/clitest.h"

#include <QDir>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QXmlStreamReader>

using namespace waxseal::test;
using namespace Qt::StringLiterals;

/** What is written: workspaces, exports, reports; and what strangers' text may not do. */
class CliFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void savingAgainCountsNothingTwice();
    void savedAnswersAreTheSame();
    void savedPoliciesAreUsed();
    void workspacesGoOnByTheirRules();
    void workspacesAreNotOverwritten();
    void damagedWorkspacesAreRefused();
    void exportShowsBeforeItWrites();
    void exportWritesOnceAndAsked();
    void exportAsJson();
    void exportLeavesStrangersOut();
    void reportIsOneSafeFile();
    void inventedMailIsNamed();
    void overlappingSavesLoseNothing();
    void remoteNamesHarmNoWorkspace();
    void aFullDiskIsNoSuccess();
    void aReaderThatHasGoneIsNoSuccess();
    void onlyPlainFilesAreReplaced();
    void newWorkspacesAtOnce();
    void terminalsAreNotSteered();
    void spreadsheetsRunNothing();
    void outboundRowsAreKeyedByNextHop();
    void followsAcrossRotation();
};

void CliFilesTest::savingAgainCountsNothingTwice()
{
    const QTemporaryDir folder;
    const QString log = folder.filePath(u"mail.log"_s);
    const QString workspace = folder.filePath(u"a.waxseal"_s);
    LogBuilder mail;
    mail.inbound("a@a.example", "TLSv1.3").inbound("b@b.example", {});
    mail.writeTo(log);
    QCOMPARE(run({u"save"_s, log, u"--output"_s, workspace}).code, 0);
    const auto messages = [&](const QString& input) {
        return run({u"summary"_s, input, u"--json"_s, u"--quiet"_s}).json().value(u"inbound"_s)[u"messages"_s].toInt();
    };
    QCOMPARE(messages(workspace), 2);

    // The same log again: nothing new.
    QCOMPARE(run({u"save"_s, workspace, log, u"--output"_s, workspace}).code, 0);
    QCOMPARE(messages(workspace), 2);

    // It has grown.
    mail.inbound("c@c.example", "TLSv1.2").writeTo(log);
    QCOMPARE(run({u"save"_s, workspace, log, u"--output"_s, workspace}).code, 0);
    QCOMPARE(messages(workspace), 3);

    // It was rotated, and a new one begun.
    QVERIFY(QFile::rename(log, log + u".1"_s));
    LogBuilder().day(2).inbound("d@d.example", "TLSv1.2").writeTo(log);
    QCOMPARE(run({u"save"_s, workspace, log, log + u".1"_s, u"--output"_s, workspace}).code, 0);
    QCOMPARE(messages(workspace), 4);
}

void CliFilesTest::savedAnswersAreTheSame()
{
    const QTemporaryDir folder;
    const QString log = LogBuilder()
                            .inbound("a@a.example", "TLSv1.3")
                            .inbound("b@b.example", {})
                            .inbound("c@c.example", "TLSv1", "192.0.2.9", "Trusted")
                            .writeTo(folder.filePath(u"mail.log"_s));
    const QString workspace = folder.filePath(u"a.waxseal"_s);
    QCOMPARE(run({u"save"_s, log, u"--output"_s, workspace}).code, 0);
    for (const QStringList& question : {QStringList{u"domains"_s, u"--csv"_s}, QStringList{u"domains"_s},
             QStringList{u"simulate"_s, u"--json"_s, u"--require"_s, u"encrypt>=1.2:all"_s},
             QStringList{u"recommend"_s, u"--json"_s, u"--budget"_s, u"5%"_s, u"--minimum"_s, u"1"_s},
             QStringList{u"summary"_s, u"--csv"_s}}) {
        QStringList fromLog = question;
        QStringList fromWorkspace = question;
        fromLog.insert(1, log);
        fromWorkspace.insert(1, workspace);
        const Ran expected = run(fromLog);
        QCOMPARE(expected.code, 0);
        QCOMPARE(run(fromWorkspace).out, expected.out);
    }
    // A workspace holds sums.
    QCOMPARE(run({u"messages"_s, workspace}).code, 2);
    QCOMPARE(run({u"summary"_s, workspace, workspace}).code, 2);
}

void CliFilesTest::savedPoliciesAreUsed()
{
    const QTemporaryDir folder;
    const QString log
        = LogBuilder().inbound("a@a.example", {}).inbound("b@b.example", {}).writeTo(folder.filePath(u"mail.log"_s));
    const QString workspace = folder.filePath(u"a.waxseal"_s);
    QCOMPARE(
        run({u"save"_s, log, u"--output"_s, workspace, u"--require"_s, u"encrypt:a.example"_s, u"--refuse"_s, u"now"_s})
            .code,
        0);
    QCOMPARE(run({u"simulate"_s, workspace, u"--json"_s}).json().value(u"lost"_s).toInt(), 1);
    QVERIFY(run({u"export"_s, workspace, u"--target"_s, u"postfix"_s, u"--enforce"_s})
                .out.contains("plaintext_reject_code = 554"));
    // Another one on the command line takes its place, for once.
    QCOMPARE(
        run({u"simulate"_s, workspace, u"--json"_s, u"--require"_s, u"encrypt:all"_s}).json().value(u"lost"_s).toInt(),
        2);
    QCOMPARE(run({u"simulate"_s, workspace, u"--json"_s}).json().value(u"lost"_s).toInt(), 1);
    // The other direction has none.
    QCOMPARE(run({u"export"_s, workspace, u"--target"_s, u"postfix"_s, u"--direction"_s, u"outbound"_s}).code, 2);
}

/** Two outbound messages through a relay, and what decides by which name they are counted. */
void CliFilesTest::workspacesGoOnByTheirRules()
{
    QTemporaryDir folder;
    const QString workspace = folder.filePath(u"a.waxseal"_s);
    const auto logOf = [&](const QByteArray& day) {
        const QByteArray at = "2026-03-" + day + "T08:00:00.000000+00:00 mail postfix/";
        LogBuilder log;
        for (const QByteArray to : {"x@far.example", "y@own.example"}) {
            const QByteArray id = "4R" + day + to.left(1).toUpper();
            log.raw(at + "pickup[5]: " + id + ": uid=0 from=<root@own.example>");
            log.raw(at + "qmgr[6]: " + id + ": from=<root@own.example>, size=9, nrcpt=1 (queue active)");
            log.raw(at + "smtp[7]: " + id + ": to=<" + to
                + ">, relay=relay.example[203.0.113.9]:587, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (250 ok)");
            log.raw(at + "qmgr[6]: " + id + ": removed");
        }
        return log.writeTo(folder.filePath(u"log"_s + QString::fromLatin1(day)));
    };
    const auto names = [&] {
        QStringList out;
        const QJsonObject json = run({u"domains"_s, workspace, u"--direction"_s, u"outbound"_s, u"--json"_s}).json();
        for (const QJsonValue& domain : json.value(u"domains"_s).toArray())
            out.append(domain[u"domain"_s].toString() + u' ' + QString::number(domain[u"messages"_s].toInt()));
        return out.join(u", "_s);
    };
    const QString relay = u"[relay.example]:587"_s;
    QCOMPARE(run({u"save"_s, logOf("01"), u"--relayhost"_s, relay, u"--local-domain"_s, u"own.example"_s,
                     u"--timezone"_s, u"Europe/Berlin"_s, u"--output"_s, workspace})
                 .code,
        0);
    QCOMPARE(names(), relay + u" 1"_s);

    // Nothing said: as before. The same said again: no word of it.
    const Ran silent = run({u"save"_s, workspace, logOf("02"), u"--output"_s, workspace});
    QCOMPARE(silent.code, 0);
    QCOMPARE(names(), relay + u" 2"_s);
    const Ran same = run({u"save"_s, workspace, logOf("03"), u"--relayhost"_s, relay, u"--local-domain"_s,
        u"own.example"_s, u"--timezone"_s, u"Europe/Berlin"_s, u"--output"_s, workspace});
    QCOMPARE(names(), relay + u" 3"_s);
    for (const Ran& ran : {silent, same})
        QVERIFY2(!ran.err.contains("other values"), ran.err.constData());

    // Something else said: it is told which, and new mail counts by it.
    const Ran other = run({u"save"_s, workspace, logOf("04"), u"--relayhost"_s, u"other.example"_s, u"--timezone"_s,
        u"Europe/Berlin"_s, u"--internal"_s, u"198.51.100.0/24"_s, u"--output"_s, workspace});
    QCOMPARE(other.code, 0);
    QVERIFY2(other.err.contains("other values of --internal, --relayhost."), other.err.constData());
    QCOMPARE(names(), relay + u" 3, other.example 1"_s);
    const Ran after = run({u"save"_s, workspace, logOf("05"), u"--output"_s, workspace});
    QCOMPARE(after.code, 0);
    QCOMPARE(names(), relay + u" 3, other.example 2"_s);
}

void CliFilesTest::workspacesAreNotOverwritten()
{
    const QTemporaryDir folder;
    const QString log = LogBuilder().inbound("a@a.example", {}).writeTo(folder.filePath(u"mail.log"_s));
    const QString workspace = folder.filePath(u"a.waxseal"_s);
    QCOMPARE(run({u"save"_s, log, u"--output"_s, workspace}).code, 0);
    const Ran again = run({u"save"_s, log, u"--output"_s, workspace});
    QCOMPARE(again.code, 3);
    QVERIFY(again.err.contains("not overwritten"));
    QCOMPARE(run({u"save"_s, log, u"--output"_s, workspace, u"--overwrite"_s}).code, 0);
}

void CliFilesTest::damagedWorkspacesAreRefused()
{
    const QTemporaryDir folder;
    const QString log = LogBuilder().inbound("a@a.example", {}).writeTo(folder.filePath(u"mail.log"_s));
    const QString workspace = folder.filePath(u"a.waxseal"_s);
    QCOMPARE(run({u"save"_s, log, u"--output"_s, workspace}).code, 0);
    QVERIFY(QFile::resize(workspace, 5000));
    const Ran ran = run({u"summary"_s, workspace});
    QCOMPARE(ran.code, 3);
    QVERIFY2(ran.err.contains("damaged"), ran.err.constData());
}

void CliFilesTest::exportShowsBeforeItWrites()
{
    const QTemporaryDir folder;
    const QByteArray log = LogBuilder().inbound("a@a.example", {}).inbound("b@b.example", "TLSv1.3").text();
    const Ran audit
        = run({u"export"_s, u"-"_s, u"--target"_s, u"postfix"_s, u"--require"_s, u"encrypt:.a.example"_s}, log);
    QCOMPARE(audit.code, 0);
    QVERIFY(audit.out.contains("==> waxseal_sender <==\n"));
    QVERIFY(audit.out.contains("\n.a.example waxseal_encrypt\n"));
    QVERIFY(audit.out.contains("waxseal_encrypt = warn_if_reject reject_plaintext_session"));
    QVERIFY(audit.out.contains("would be lost  1 messages (50.00 %)"));
    const Ran enforce = run({u"export"_s, u"-"_s, u"--target"_s, u"postfix"_s, u"--require"_s, u"encrypt:.a.example"_s,
                                u"--enforce"_s, u"--server-directory"_s, u"/srv/postfix"_s, u"--map-type"_s, u"lmdb"_s},
        log);
    QVERIFY(enforce.out.contains("waxseal_encrypt = reject_plaintext_session, permit"));
    QVERIFY(enforce.out.contains("lmdb:/srv/postfix/waxseal_sender"));
    const Ran outbound = run({u"export"_s, u"-"_s, u"--target"_s, u"postfix"_s, u"--direction"_s, u"outbound"_s,
                                 u"--require"_s, u"dane-only:.a.example"_s, u"--enforce"_s},
        log);
    QVERIFY(outbound.out.contains("\n.a.example dane-only\n"));
    QCOMPARE(run({u"export"_s, u"-"_s, u"--target"_s, u"postfix"_s}, log).code, 2); // nothing required
    QCOMPARE(run({u"export"_s, u"-"_s, u"--target"_s, u"postfix"_s, u"--require"_s, u"encrypt:all"_s,
                     u"--server-directory"_s, u"/a b"_s},
                 log)
                 .code,
        2);
}

void CliFilesTest::exportWritesOnceAndAsked()
{
    const QTemporaryDir folder;
    const QString target = folder.filePath(u"out"_s);
    const QByteArray log = LogBuilder().inbound("a@a.example", {}).text();
    const QStringList arguments{u"export"_s, u"-"_s, u"--target"_s, u"postfix"_s, u"--require"_s,
        u"encrypt:a.example"_s, u"--output"_s, target};
    const Ran first = run(arguments, log);
    QCOMPARE(first.code, 0);
    QCOMPARE(first.out, "");
    QCOMPARE(QDir(target).entryList(QDir::Files),
        QStringList({u"waxseal-inbound.cf"_s, u"waxseal-inbound.sh"_s, u"waxseal_sender_exact"_s,
            u"waxseal_sender_exact.regexp"_s}));
    QCOMPARE(run(arguments, log).code, 3);
    QCOMPARE(run(arguments + QStringList{u"--overwrite"_s}, log).code, 0);
}

void CliFilesTest::exportAsJson()
{
    const Ran ran
        = run({u"export"_s, u"-"_s, u"--target"_s, u"postfix"_s, u"--require"_s, u"encrypt:a.example"_s, u"--json"_s},
            LogBuilder().inbound("a@a.example", {}).text());
    QCOMPARE(ran.code, 0);
    QCOMPARE(ran.json().value(u"files"_s)[0][u"name"_s].toString(), u"waxseal-inbound.cf"_s);
    QVERIFY(ran.json().value(u"files"_s)[0][u"content"_s].toString().contains(u"waxseal_inbound = "_s));
    QCOMPARE(ran.json().value(u"refused"_s).toArray().size(), 0);
}

void CliFilesTest::exportLeavesStrangersOut()
{
    // A name that is none cannot be required in the first place, whatever the log says.
    const QByteArray log = LogBuilder().inbound("a@bad_name.example", {}).text();
    for (const QString& scope : {u"bad_name.example"_s, u"a b"_s, u"*.example"_s, u"a.example;b"_s, u"$x"_s})
        QCOMPARE(
            run({u"export"_s, u"-"_s, u"--target"_s, u"postfix"_s, u"--require"_s, QString(u"encrypt:"_s + scope)}, log)
                .code,
            2);
}

void CliFilesTest::reportIsOneSafeFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"report.html"_s);
    const QString log = LogBuilder()
                            .inbound("x@<script>alert(1)</script>.example", {})
                            .inbound("x@a&b\"'.example", {})
                            .inbound("a@a.example", "TLSv1.3")
                            .day(3)
                            .inbound("b@b.example", {})
                            .writeTo(folder.filePath(u"<b>mail.log"_s));
    QCOMPARE(run({u"report"_s, log, u"--output"_s, path, u"--require"_s, u"encrypt:all"_s}).code, 0);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray html = file.readAll();
    QVERIFY(html.startsWith("<!DOCTYPE html>"));
    QVERIFY(html.contains("RFC 3207"));
    QVERIFY(html.contains("Lost 75.00 %"));
    QVERIFY(html.contains("b.example"));
    for (const QByteArray bad : {"<script", "<b>", "href=", "src=", "http://", "https://", "@import", "onload"})
        QVERIFY2(!html.contains(bad), bad.constData());
    QVERIFY(html.contains("default-src 'none'"));
    // The charts are well-formed by themselves, and two: traffic and outcome.
    int charts = 0;
    for (qsizetype at = html.indexOf("<svg role"); at >= 0; at = html.indexOf("<svg role", at + 1)) {
        QXmlStreamReader reader(html.mid(at, html.indexOf("</svg>", at) + 6 - at));
        while (!reader.atEnd())
            reader.readNext();
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        ++charts;
    }
    QCOMPARE(charts, 2);
    QCOMPARE(run({u"report"_s, log, u"--output"_s, path, u"--require"_s, u"encrypt:all"_s}).code, 3); // it is there
    QVERIFY(run({u"report"_s, log, u"--output"_s, u"-"_s}).out.contains("Nothing is required of anybody"));
}

void CliFilesTest::inventedMailIsNamed()
{
    const QTemporaryDir folder;
    const QString log
        = LogBuilder()
              .raw("2026-03-01T00:00:00+0000 mx1 waxseal-demo[1]: synthetic log: every name in it is invented")
              .inbound("a@a.example", {})
              .writeTo(folder.filePath(u"a.log"_s));
    const Ran ran = run({u"report"_s, log, u"--require"_s, u"encrypt:all"_s, u"--output"_s, u"-"_s});
    QVERIFY2(ran.err.contains("synthetic"), ran.err.constData());
    QVERIFY(ran.out.contains("synthetic mail of an invented company"));
    // Only the log itself can say so, not somebody who writes to its server.
    const QString other = LogBuilder()
                              .inbound("a@waxseal-demo.example", {})
                              .raw("x waxseal-demo[1]: synthetic log")
                              .writeTo(folder.filePath(u"b.log"_s));
    const Ran real = run({u"report"_s, other, u"--require"_s, u"encrypt:all"_s, u"--output"_s, u"-"_s});
    QVERIFY2(!real.err.contains("synthetic"), real.err.constData());
    QVERIFY(!real.out.contains("synthetic"));
}

void CliFilesTest::overlappingSavesLoseNothing()
{
    const QTemporaryDir folder;
    const QString workspace = folder.filePath(u"mail.waxseal"_s);
    const QString first = LogBuilder().inbound("a@a.example", {}).writeTo(folder.filePath(u"a.log"_s));
    QCOMPARE(run({u"save"_s, first, u"--output"_s, workspace}).code, 0);
    // One save waits for the end of its standard input while another one goes past it.
    QProcess slow;
    slow.start(QStringLiteral(WAXSEAL_CLI), {u"save"_s, workspace, u"-"_s, u"--output"_s, workspace});
    QVERIFY(slow.waitForStarted());
    slow.write(LogBuilder().day(1).inbound("b@b.example", {}).text());
    const QString second = LogBuilder().day(2).inbound("c@c.example", {}).writeTo(folder.filePath(u"c.log"_s));
    // The slow one has surely read the workspace once it has taken from its pipe what no pipe holds.
    slow.write(QByteArray(1 << 20, '\n'));
    while (slow.bytesToWrite() > 0)
        QVERIFY(slow.waitForBytesWritten());
    QCOMPARE(run({u"save"_s, workspace, second, u"--output"_s, workspace}).code, 0);
    slow.closeWriteChannel();
    QVERIFY(slow.waitForFinished());
    QCOMPARE(slow.exitCode(), 3);
    QVERIFY(slow.readAllStandardError().contains("changed by another program"));
    const Ran kept = run({u"domains"_s, workspace, u"--csv"_s});
    QVERIFY(kept.out.contains("\r\na.example,") && kept.out.contains("\r\nc.example,"));
}

/** Two senders whose names differ in noncharacters only, as Postfix logs them of clients that speak SMTPUTF8. */
void CliFilesTest::remoteNamesHarmNoWorkspace()
{
    const QTemporaryDir folder;
    const QString log = folder.filePath(u"mail.log"_s);
    const QString workspace = folder.filePath(u"a.waxseal"_s);
    LogBuilder()
        .inbound("a@x\xEF\xBF\xBE.example", "TLSv1.3")
        .inbound("b@x\xEF\xBF\xBF.example", {})
        .inbound("c@x\xFF.example", {})
        .writeTo(log);
    QCOMPARE(run({u"save"_s, log, u"--output"_s, workspace}).code, 0);
    const Ran saved = run({u"domains"_s, workspace, u"--csv"_s, u"--quiet"_s});
    QCOMPARE(saved.code, 0);
    QCOMPARE(saved.out, run({u"domains"_s, log, u"--csv"_s, u"--quiet"_s}).out);
    QCOMPARE(saved.lines().size(), 4);
    QCOMPARE(run({u"save"_s, workspace, log, u"--output"_s, workspace}).code, 0);
}

namespace {

/** Runs the program by a shell that prepares its files; `$@` are the arguments. */
Ran runByShell(const QString& script, const QStringList& arguments)
{
    QProcess process;
    process.start(u"/bin/sh"_s, QStringList{u"-c"_s, script, QStringLiteral(WAXSEAL_CLI)} + arguments);
    Ran out;
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit) {
        process.kill();
        process.waitForFinished();
        QTest::qFail("waxseal-cli did not end by itself", __FILE__, __LINE__);
        return out;
    }
    out.code = process.exitCode();
    out.out = process.readAllStandardOutput();
    out.err = process.readAllStandardError();
    return out;
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(no file)");
}

} // namespace

void CliFilesTest::aFullDiskIsNoSuccess()
{
#ifndef Q_OS_LINUX
    QSKIP("Linux only");
#endif
    const QTemporaryDir folder;
    const QString log = folder.filePath(u"mail.log"_s);
    LogBuilder().inbound("a@a.example", "TLSv1.3").inbound("b@b.example", {}).writeTo(log);
    const QString workspace = folder.filePath(u"a.waxseal"_s);
    const QString report = folder.filePath(u"r.html"_s);
    const QString maps = folder.filePath(u"maps"_s);
    const QStringList require{u"--require"_s, u"encrypt:a.example"_s};
    const QList<QStringList> commands{QStringList{u"save"_s, log, u"--output"_s, workspace, u"--overwrite"_s},
        QStringList{u"report"_s, log, u"--output"_s, report, u"--overwrite"_s} + require,
        QStringList{u"export"_s, log, u"--target"_s, u"postfix"_s, u"--output"_s, maps, u"--overwrite"_s} + require};
    for (const QStringList& command : commands)
        QCOMPARE(run(command).code, 0);
    QMap<QString, QByteArray> before;
    for (const QString& name : QDir(maps).entryList(QDir::Files))
        before.insert(maps + u'/' + name, contentOf(maps + u'/' + name));
    QVERIFY(!before.isEmpty());
    for (const QString& path : {workspace, report})
        before.insert(path, contentOf(path));
    for (const QStringList& command : commands) {
        const Ran failed = runByShell(u"ulimit -f 0; exec \"$0\" \"$@\""_s, command);
        QCOMPARE(failed.code, 3);
        QVERIFY(failed.err.contains("cannot be written"));
    }
    for (const auto& [path, content] : before.toStdMap())
        QCOMPARE(contentOf(path), content);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden),
        (QStringList{u"a.waxseal"_s, u"mail.log"_s, u"r.html"_s}));

    for (const QStringList& command : {QStringList{u"summary"_s, log, u"--json"_s}, QStringList{u"domains"_s, log},
             QStringList{u"messages"_s, log, u"--csv"_s}, QStringList{u"report"_s, log, u"--output"_s, u"-"_s},
             QStringList{u"export"_s, log, u"--target"_s, u"postfix"_s} + require, QStringList{u"--help"_s}}) {
        QCOMPARE(runByShell(u"exec \"$0\" \"$@\" > /dev/full"_s, command).code, 3);
        QCOMPARE(runByShell(u"exec \"$0\" \"$@\" >&-"_s, command).code, 3);
    }
}

void CliFilesTest::aReaderThatHasGoneIsNoSuccess()
{
    const QTemporaryDir folder;
    const QString log = folder.filePath(u"mail.log"_s);
    LogBuilder mail;
    for (int i = 0; i < 3000; ++i)
        mail.inbound("a@d" + QByteArray::number(i) + ".example", "TLSv1.3");
    mail.writeTo(log);
    // The status of the program goes to standard error, since the shell's is that of the last in the pipe.
    const QString script = u"{ \"$0\" \"$@\"; echo status $? >&2; } | head -n 1 > /dev/null"_s;
    const Ran gone = runByShell(script, {u"domains"_s, log, u"--csv"_s, u"--quiet"_s});
    QCOMPARE(gone.err, QByteArray("status 3\n"));
    QCOMPARE(runByShell(script, {u"messages"_s, log, u"--json"_s, u"--quiet"_s}).err, QByteArray("status 3\n"));
}

void CliFilesTest::onlyPlainFilesAreReplaced()
{
#ifndef Q_OS_LINUX
    QSKIP("Linux only");
#endif
    const QTemporaryDir folder;
    const QString log = folder.filePath(u"mail.log"_s);
    LogBuilder().inbound("a@a.example", "TLSv1.3").writeTo(log);
    const QString fifo = folder.filePath(u"fifo"_s);
    QCOMPARE(QProcess::execute(u"mkfifo"_s, {fifo}), 0);
    const QString dangling = folder.filePath(u"link"_s);
    QVERIFY(QFile::link(folder.filePath(u"nowhere"_s), dangling));
    for (const QString& target : {fifo, dangling}) {
        for (const QString& command : {u"save"_s, u"report"_s}) {
            const Ran refused = run({command, log, u"--output"_s, target, u"--overwrite"_s});
            QCOMPARE(refused.code, 3);
            QVERIFY(refused.err.contains(target == fifo ? "no plain file" : "leads nowhere"));
            QVERIFY(!refused.err.contains("damaged"));
        }
    }
    QVERIFY(QFileInfo(dangling).isSymLink());
    QVERIFY(QFileInfo::exists(fifo) && !QFileInfo(fifo).isFile());
    QVERIFY(!QFileInfo::exists(folder.filePath(u"nowhere"_s)));
}

void CliFilesTest::newWorkspacesAtOnce()
{
    // Four that make the same new file, and then four that continue it: who says 0 is in the file.
    const QTemporaryDir folder;
    const QString workspace = folder.filePath(u"a.waxseal"_s);
    for (int i = 0; i < 4; ++i)
        LogBuilder()
            .inbound("a@d" + QByteArray::number(i) + ".example", "TLSv1.3")
            .writeTo(folder.filePath(u"log%1"_s.arg(i)));
    const auto atOnce = [&](const QStringList& first) {
        std::array<QProcess, 4> processes;
        for (std::size_t i = 0; i < processes.size(); ++i)
            processes[i].start(QStringLiteral(WAXSEAL_CLI),
                first + QStringList{folder.filePath(u"log%1"_s.arg(i)), u"--output"_s, workspace, u"--quiet"_s});
        QList<int> codes;
        for (QProcess& process : processes) {
            process.waitForFinished(60'000);
            codes.append(process.exitCode());
        }
        return codes;
    };
    const auto domains = [&] { return run({u"domains"_s, workspace, u"--csv"_s, u"--quiet"_s}).lines().size() - 1; };
    const QList<int> made = atOnce({u"save"_s});
    QCOMPARE(made.count(0), 1);
    QCOMPARE(made.count(3), 3);
    QCOMPARE(domains(), 1);
    qsizetype known = 1;
    for (int round = 0; round < 3; ++round) {
        for (int i = 0; i < 4; ++i)
            LogBuilder()
                .inbound("a@r" + QByteArray::number(round) + 'd' + QByteArray::number(i) + ".example", "TLSv1.3")
                .writeTo(folder.filePath(u"log%1"_s.arg(i)));
        const QList<int> codes = atOnce({u"save"_s, workspace});
        QCOMPARE(codes.count(0) + codes.count(3), 4);
        QVERIFY(codes.count(0) >= 1);
        known += codes.count(0);
        QCOMPARE(domains(), known);
    }
}

void CliFilesTest::terminalsAreNotSteered()
{
    const QByteArray log = LogBuilder()
                               .inbound("x@\x1b]0;owned\x07.example", {})
                               .inbound("x@\xe2\x80\xae"
                                        "evil.example",
                                   {})
                               .text();
    for (const QString& command : {u"domains"_s, u"messages"_s, u"summary"_s}) {
        for (const QString& style : {u"--quiet"_s, u"--csv"_s, u"--json"_s}) {
            const Ran ran = run({command, u"-"_s, style}, log);
            QCOMPARE(ran.code, 0);
            QVERIFY(!ran.out.contains('\x1b') && !ran.out.contains('\x07'));
            QVERIFY(!ran.out.contains("\xe2\x80\xae"));
        }
    }
    const Ran usage = run({u"\x1b[31mred"_s});
    QVERIFY(!usage.err.contains('\x1b'));
}

void CliFilesTest::spreadsheetsRunNothing()
{
    const QByteArray log = LogBuilder()
                               .inbound("x@=cmd|'/c calc'!a1", {})
                               .inbound("x@@sum.example", {})
                               .inbound("x@-1+2.example", {})
                               .text();
    const Ran ran = run({u"domains"_s, u"-"_s, u"--csv"_s}, log);
    QCOMPARE(ran.code, 0);
    for (const QByteArray& line : ran.lines().mid(1))
        QVERIFY2(!QByteArray("=+-@").contains(line.front()) && !line.startsWith("\"=") && !line.startsWith("\"-"),
            line.constData());
    QVERIFY2(ran.out.contains("\"'=cmd|"), ran.out.constData());
}

void CliFilesTest::outboundRowsAreKeyedByNextHop()
{
    const QTemporaryDir folder;
    const QByteArray log
        = "2026-03-01T07:00:00.000000+00:00 mail postfix/qmgr[8]: 4QABC: from=<u@local.example>, size=1, nrcpt=1 "
          "(queue active)\n"
          "2026-03-01T07:00:01.000000+00:00 mail postfix/smtp[9]: Untrusted TLS connection established to "
          "relay.example[192.0.2.5]:587: TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)\n"
          "2026-03-01T07:00:02.000000+00:00 mail postfix/smtp[9]: 4QABC: to=<x@far.example>, "
          "relay=relay.example[192.0.2.5]:587, delay=1, delays=0/0/1/0, dsn=2.0.0, status=sent (250 ok)\n"
          "2026-03-01T07:00:03.000000+00:00 mail postfix/qmgr[8]: 4QABC: removed\n";
    const QStringList base{u"domains"_s, u"-"_s, u"--csv"_s, u"--direction"_s, u"outbound"_s};
    QVERIFY(run(base, log).out.contains("\r\nfar.example,1,0,"));
    const Ran relayed = run(base + QStringList{u"--relayhost"_s, u"[relay.example]:587"_s}, log);
    QVERIFY2(relayed.out.contains("\r\n[relay.example]:587,1,0,"), relayed.out.constData());
    QFile transports(folder.filePath(u"transport"_s));
    QVERIFY(transports.open(QIODevice::WriteOnly));
    transports.write("# ours\nfar.example smtp:[relay.example]:587\n");
    transports.close();
    QVERIFY(run(base + QStringList{u"--transports"_s, transports.fileName()}, log)
                .out.contains("[relay.example]:587,1,0,"));
}

void CliFilesTest::followsAcrossRotation()
{
    const QTemporaryDir folder;
    const QString log = folder.filePath(u"mail.log"_s);
    LogBuilder mail;
    const auto append = [&](const QByteArray& bytes) {
        QFile file(log);
        QVERIFY(file.open(QIODevice::Append) && file.write(bytes) == bytes.size());
    };
    const auto since = [&mail](qsizetype before) { return mail.text().mid(before); };
    append(mail.inbound("a@a.example", "TLSv1.3").inbound("b@b.example", {}).text());

    QProcess process;
    process.start(QStringLiteral(WAXSEAL_CLI), {u"messages"_s, u"--follow"_s, u"--csv"_s, u"--quiet"_s, log});
    QByteArray said;
    const auto rows = [&] {
        said += process.readAllStandardOutput();
        QList<QByteArray> domains;
        for (const QByteArray& line : said.split('\n').mid(1)) {
            if (line.count(',') > 5) {
                domains.append(line.split(',').at(2));
                domains.last() += ' ' + line.split(',').at(5);
            }
        }
        return domains;
    };
    QTRY_VERIFY_WITH_TIMEOUT(rows().isEmpty() && said.startsWith("time,"), 30'000);
    qsizetype before = mail.text().size();
    mail.day(1).inbound("c@c.example", "TLSv1.3");
    append(since(before));
    QTRY_VERIFY_WITH_TIMEOUT(rows().contains("b.example <m2@sender.example>"), 30'000);
    QVERIFY(QFile::rename(log, log + u".1"_s));
    before = mail.text().size();
    mail.day(2)
        .inbound("d@d.example", "TLSv1.3")
        .inbound("e@e.example", "TLSv1.3")
        .day(3)
        .inbound("late@f.example", {});
    append(since(before));
    // The last message waits for what may still come of it; each other one is there once.
    QTRY_COMPARE_WITH_TIMEOUT(rows(),
        (QList<QByteArray>{"a.example <m1@sender.example>", "b.example <m2@sender.example>",
            "c.example <m3@sender.example>", "d.example <m4@sender.example>", "e.example <m5@sender.example>"}),
        30'000);
    process.terminate();
    QVERIFY(process.waitForFinished());
    QCOMPARE(run({u"messages"_s, u"--follow"_s, u"-"_s}, mail.text()).code, 2);
}

QTEST_GUILESS_MAIN(CliFilesTest)
#include "tst_clifiles.moc"
