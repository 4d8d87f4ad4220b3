// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// amavis's lines, and how its word reaches the message that came from outside.

#include "model/spam/spamscanner.h"
#include "testlog.h"

using namespace waxseal;
using namespace waxseal::test;

class AmavisTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isRegistered();
    void reads_data();
    void reads();
    void judges_data();
    void judges();
    void ignores_data();
    void ignores();
    void labelsMessages_data();
    void labelsMessages();
};

void AmavisTest::isRegistered()
{
    for (const char* program : {"amavis", "amavisd"}) {
        QVERIFY2(spamScanner(program) != nullptr, program);
        QCOMPARE(spamScanner(program)->program, std::string_view(program));
    }
    for (const char* program : {"", "amavi", "amavis2", "postfix/smtpd", "spamd"})
        QVERIFY2(spamScanner(program) == nullptr, program);
}

void AmavisTest::reads_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("queueId");
    QTest::addColumn<QByteArray>("messageId");
    QTest::addColumn<QByteArray>("queuedAs");
    const auto row
        = [](const char* name, const QByteArray& line, const QByteArray& queueId, const QByteArray& messageId,
              const QByteArray& queuedAs) { QTest::newRow(name) << line << queueId << messageId << queuedAs; };
    row("with a queue id",
        "(03492-02) Passed CLEAN {RelayedInbound}, [192.0.2.3]:55548 [203.0.113.42] <s@x.example> -> <u@y.example>, "
        "Queue-ID: D64C32381F, "
        "Message-ID: <a=b@mail.x.example>, mail_id: y56hSa8ZL3DA, Hits: 0.052, size: 2888, queued_as: 37ABA23820, 2342 "
        "ms",
        "D64C32381F", "<a=b@mail.x.example>", "37ABA23820");
    row("old, without one",
        "(28221-03) Passed CLEAN, [192.0.2.3] [192.0.2.3] <s@x.example> -> <u@y.example>, Message-ID: <m@x.example>, "
        "mail_id: GF, Hits: 2.339, "
        "size: 1713, queued_as: E06A2A15D8, 5278 ms",
        "", "<m@x.example>", "E06A2A15D8");
    row("several recipients",
        "(1-1) Passed CLEAN {RelayedInbound}, [192.0.2.3]:1 [192.0.2.3] <s@x.example> -> "
        "<u@y.example>,<v@y.example>,<w@y.example>, "
        "Queue-ID: AAAA1, Message-ID: <m@x>, queued_as: BBBB1, 9 ms",
        "AAAA1", "<m@x>", "BBBB1");
    row("null sender",
        "(1-1) Passed CLEAN {RelayedInbound}, [192.0.2.3]:1 <> -> <u@y.example>, Queue-ID: AAAA1, queued_as: BBBB1, 9 "
        "ms",
        "AAAA1", "", "BBBB1");
    row("copy on another server",
        "(1-1) Passed CLEAN {RelayedInbound}, [192.0.2.3]:1 <s@x> -> <u@y>, Queue-ID: AAAA1, queued_as: BBBB1/CCCC1, 9 "
        "ms",
        "AAAA1", "", "BBBB1");
    row("message-id with a comma",
        "(1-1) Passed CLEAN {RelayedInbound}, [192.0.2.3]:1 <s@x> -> <u@y>, Queue-ID: AAAA1, Message-ID: "
        "<a,Queue-ID:_EVIL1@x>, queued_as: BBBB1, 9 ms",
        "AAAA1", "<a,Queue-ID:_EVIL1@x>", "BBBB1");
    row("hostile sender",
        "(1-1) Blocked SPAM {DiscardedInbound}, [192.0.2.3]:1 <\"a> -> <b@c>, Queue-ID: EVIL1, queued_as: "
        "EVIL2\"@x.example> -> <u@y>, "
        "Queue-ID: AAAA1, mail_id: m, Hits: 20, size: 9, 9 ms",
        "AAAA1", "", "");
    row("quoted pair in a sender",
        "(1-1) Blocked SPAM {DiscardedInbound}, [192.0.2.3]:1 <\"a\\\"> -> <b@c>, Queue-ID: EVIL1\"@x> -> <u@y>, "
        "Queue-ID: AAAA1, 9 ms",
        "AAAA1", "", "");
    row("a message-id that claims a copy",
        "(1-1) Blocked SPAM {DiscardedInbound}, [192.0.2.3]:1 <a@x> -> <u@y>, Queue-ID: AAAA1, Message-ID: <x, "
        "queued_as: EVIL1, y@z>, mail_id: m, Hits: 99, size: 9, 9 ms",
        "AAAA1", "", "");
    row("a message-id that ends and claims a copy",
        "(1-1) Blocked SPAM {DiscardedInbound}, [192.0.2.3]:1 <a@x> -> <u@y>, Queue-ID: AAAA1, Message-ID: <x@z>, "
        "queued_as: EVIL1, mail_id: m, Hits: 99, size: 9, 9 ms",
        "AAAA1", "<x@z>", "");
    row("a message-id that goes on like the line",
        "(1-1) Passed SPAMMY {RelayedInbound}, [192.0.2.3]:1 <a@x> -> <u@y>, Queue-ID: AAAA1, Message-ID: <x@z>, "
        "mail_id: e, Hits: 1, size: 1, queued_as: EVIL1, mail_id: m, Hits: 7, size: 9, queued_as: BBBB1, 9 ms",
        "AAAA1", "<x@z>", "");
    row("a subject that claims a copy",
        "(1-1) Blocked SPAM {DiscardedInbound}, [192.0.2.3]:1 <a@x> -> <u@y>, Queue-ID: AAAA1, Message-ID: <x@z>, "
        "mail_id: m, Hits: 99, size: 9, Subject: \"x, queued_as: EVIL1, y\", 9 ms",
        "AAAA1", "<x@z>", "");
    row("policy bank and virus name",
        "(1-1) Blocked INFECTED (Eicar-Test-Signature) {DiscardedInbound,Quarantined}, MYNETS LOCAL [192.0.2.3]:1 "
        "<s@x> -> <u@y>, "
        "quarantine: virus-1, Queue-ID: AAAA1, mail_id: m, Hits: -, size: 9, 9 ms",
        "AAAA1", "", "");
    row("nothing but the envelope", "(1-1) Passed CLEAN, <s@x> -> <u@y>", "", "", "");
}

void AmavisTest::reads()
{
    QFETCH(QByteArray, line);
    const auto report = parseAmavis(view(line));
    QVERIFY(report);
    const auto bytes
        = [](std::string_view text) { return QByteArray(text.data(), static_cast<qsizetype>(text.size())); };
    QTEST(bytes(report->queueId), "queueId");
    QTEST(bytes(report->messageId), "messageId");
    QTEST(bytes(report->queuedAs), "queuedAs");
}

void AmavisTest::judges_data()
{
    QTest::addColumn<SpamVerdict>("verdict");
    QTest::newRow("Passed CLEAN") << SpamVerdict::Legitimate;
    QTest::newRow("Passed BAD-HEADER-0") << SpamVerdict::Legitimate;
    QTest::newRow("Passed BAD-HEADER") << SpamVerdict::Legitimate;
    QTest::newRow("Passed SPAM") << SpamVerdict::Spam;
    QTest::newRow("Passed SPAMMY") << SpamVerdict::Spam;
    QTest::newRow("Blocked SPAM") << SpamVerdict::Spam;
    QTest::newRow("Blocked INFECTED") << SpamVerdict::Spam;
    QTest::newRow("Blocked BANNED") << SpamVerdict::Spam;
    QTest::newRow("Passed UNCHECKED") << SpamVerdict::Unlabelled;
    QTest::newRow("Passed UNCHECKED-ENCRYPTED") << SpamVerdict::Unlabelled;
    QTest::newRow("Passed OVERSIZED") << SpamVerdict::Unlabelled;
    QTest::newRow("Blocked TEMPFAIL") << SpamVerdict::Unlabelled;
    QTest::newRow("Blocked OTHER") << SpamVerdict::Unlabelled;
}

void AmavisTest::judges()
{
    for (const char* between : {" {RelayedInbound}, ", ", ", " (name) {A,B}, "}) {
        const std::string line = std::string("(1-1) ") + QTest::currentDataTag() + between
            + "[192.0.2.3] <s@x> -> <u@y>, Queue-ID: AAAA1, 9 ms";
        const auto report = parseAmavis(line);
        QVERIFY(report);
        QTEST(report->verdict, "verdict");
        QCOMPARE(report->queueId, std::string_view("AAAA1"));
    }
}

void AmavisTest::ignores_data()
{
    QTest::addColumn<QByteArray>("line");
    for (const char* line : {"", "(", "(1-1)", "(1-1) ", "(1-1) Passed", "(1-1) Passed ", "(1-1) Passed CLEAN",
             "(1-1) Passed CLEAN, ", "(1-1) Passed CLEAN, <", "(1-1) Passed CLEAN, <a", "(1-1) Passed CLEAN, <a>",
             "(1-1) Passed CLEAN, <a> -> ", "(1-1) Passed CLEAN, <a> -> <", "(1-1) Passed CLEAN, <\"a",
             "(1-1) Passed CLEAN, <\"a\\", "(1-1) Passed CLEAN, <a> -> <b>,<",
             "(1-1) Checking: id [192.0.2.3] <a> -> <b>", "(1-1) passed CLEAN, <a> -> <b>", "Passed CLEAN, <a> -> <b>",
             "starting. amavis at mx", "(1-1) (!)run_av failed, Passed CLEAN, <a> -> <b>"})
        QTest::newRow(tag(line)) << QByteArray(line);
    QTest::newRow("endless") << "(1-1) Passed CLEAN, <a> -> " + QByteArray("<b>,").repeated(50'000);
}

void AmavisTest::ignores()
{
    QFETCH(QByteArray, line);
    const auto report = parseAmavis(view(line));
    QVERIFY(!report || (report->queueId.empty() && report->queuedAs.empty() && report->messageId.empty()));
}

void AmavisTest::labelsMessages_data()
{
    QTest::addColumn<QByteArray>("log");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* name, const LogWriter& log, const QByteArray& expected) {
        QTest::newRow(name) << log.bytes() << expected;
    };
    const QByteArray peer = "mail.bank.example[192.0.2.1]";
    const QByteArray localhost = "localhost[127.0.0.1]";
    const QByteArray sender = "a@bank.example";
    const QByteArray in = "inbound 'bank.example' [192.0.2.1] tls/1.3/Anonymous/C";
    const auto open = [&](const QByteArray& id) {
        return LogWriter()
            .connect(1, peer)
            .tls(1, peer)
            .begins(1, id, peer)
            .queued(id, sender)
            .disconnect(1, peer, "starttls=1 mail=1");
    };
    const auto says = [](const QByteArray& category, const QByteArray& rest) -> QByteArray {
        return "(1-1) " + category + " {X}, [192.0.2.1]:9 <a@bank.example> -> <r@our.example>, " + rest + ", 9 ms";
    };

    row("by queue id", open("AAAA1").line("amavis", 5, says("Blocked SPAM", "Queue-ID: AAAA1")).removed("AAAA1"),
        in + " spam: 1/1\n");
    row("by queue id, clean, and its copy",
        open("AAAA1")
            .connect(2, localhost)
            .begins(2, "BBBB1", localhost)
            .queued("BBBB1", sender)
            .disconnect(2, localhost, "mail=1")
            .line("amavis", 5, says("Passed CLEAN", "Queue-ID: AAAA1, queued_as: BBBB1"))
            .removed("AAAA1")
            .removed("BBBB1"),
        in + " legitimate: 1/1\n");
    row("by message-id",
        open("AAAA1").line("amavis", 5, says("Blocked SPAM", "Message-ID: <AAAA1@id.example>")).removed("AAAA1"),
        in + " spam: 1/1\n");
    row("by message-id: the one from outside, not its copy",
        open("AAAA1")
            .connect(2, localhost)
            .begins(2, "BBBB1", localhost)
            .cleanup("BBBB1: message-id=<AAAA1@id.example>")
            .active("BBBB1", sender)
            .disconnect(2, localhost, "mail=1")
            .line("amavis", 5, says("Passed SPAMMY", "Message-ID: <AAAA1@id.example>, queued_as: BBBB1"))
            .removed("AAAA1")
            .removed("BBBB1"),
        in + " spam: 1/1\n");
    row("a message-id of long ago is not believed",
        open("AAAA1")
            .wait(601)
            .connect(3, localhost)
            .line("amavis", 5, says("Blocked SPAM", "Message-ID: <AAAA1@id.example>"))
            .removed("AAAA1"),
        in + ": 1/1\n");
    row("an empty message-id names nobody",
        LogWriter()
            .connect(1, peer)
            .tls(1, peer)
            .begins(1, "AAAA1", peer)
            .cleanup("AAAA1: message-id=<>")
            .active("AAAA1", sender)
            .line("amavis", 5, says("Blocked SPAM", "Message-ID: <>"))
            .removed("AAAA1"),
        in + ": 1/1\n");
    row("another message's queue id",
        open("AAAA1").line("amavis", 5, says("Blocked SPAM", "Queue-ID: CCCC1")).removed("AAAA1"), in + ": 1/1\n");
    row("a forged message-id does not override the queue id",
        open("AAAA1")
            .line("amavis", 5, says("Blocked SPAM", "Queue-ID: CCCC1, Message-ID: <AAAA1@id.example>"))
            .removed("AAAA1"),
        in + ": 1/1\n");
    row("written late by a threaded log",
        open("AAAA1").removed("AAAA1").wait(2).line("amavis", 5, says("Blocked SPAM", "Queue-ID: AAAA1")),
        in + " spam: 1/1\n");
    row("another host's scanner",
        open("AAAA1")
            .host("mx2")
            .line("amavis", 5, says("Blocked SPAM", "Queue-ID: AAAA1"))
            .host("mx")
            .removed("AAAA1"),
        in + ": 1/1\n");
    row("filter before the queue",
        LogWriter()
            .connect(1, peer)
            .tls(1, peer)
            .smtpd(1, "NOQUEUE: client=" + peer)
            .connect(2, localhost)
            .begins(2, "BBBB1", localhost)
            .queued("BBBB1", sender, 3)
            .line("amavis", 5, says("Passed SPAMMY", "Message-ID: <BBBB1@id.example>, queued_as: BBBB1"))
            .smtpd(1,
                "proxy-accept: END-OF-MESSAGE: 250 2.0.0 from MTA(smtp:[127.0.0.1]:10025): 250 2.0.0 Ok: queued as "
                "BBBB1; "
                "from=<a@bank.example> to=<r@our.example> proto=ESMTP helo=<x>")
            .disconnect(2, localhost, "mail=1")
            .disconnect(1, peer, "starttls=1 mail=1")
            .removed("BBBB1"),
        in + " spam: 1/3\n");
    row("our user's mail is labelled, too",
        LogWriter()
            .connect(1, peer)
            .tls(1, peer)
            .begins(1, "AAAA1", peer, ", sasl_method=PLAIN, sasl_username=me@our.example")
            .queued("AAAA1", "me@our.example")
            .line("amavis", 5, says("Passed CLEAN", "Queue-ID: AAAA1"))
            .removed("AAAA1"),
        "submission 'our.example' [192.0.2.1] tls/1.3/Anonymous/C legitimate: 1/1\n");
}

void AmavisTest::labelsMessages()
{
    QFETCH(QByteArray, log);
    QTEST(dump(*importBytes(log).facts).replace("20779 ", ""), "expected");
}

QTEST_GUILESS_MAIN(AmavisTest)
#include "tst_amavis.moc"
