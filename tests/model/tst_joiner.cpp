// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Sessions to messages: small stories, told in log lines, and what they count.

#include "testlog.h"

#include "model/records/timestamp.h"

using namespace waxseal;
using namespace waxseal::test;

class JoinerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tls_data();
    void tls();
    void accepts_data();
    void accepts();
    void loops_data();
    void loops();
    void countsLoopsWhenAsked();
    void countsOnlyWhatItIsToldIsInternal();
    void joinsAcrossHostNames();
    void keepsHostsApart();
    void fallBackIsForgotten();
    void endlessLogsForgetWhatIsOver();
    void saysWhatItCouldNotTell();
    void streamsEveryMessageOnce();
};

namespace {

const QByteArray bank = "mail.bank.example[192.0.2.1]";
const QByteArray uni = "mx.uni.example[192.0.2.2]";
const QByteArray localhost = "localhost[127.0.0.1]";

/** What a log counts, the day left out: every story is of one day. */
QByteArray story(const QByteArray& log, const ImportOptions& options = testOptions())
{
    return dump(*importBytes(log, options).facts).replace("20779 ", "");
}

void newStory(const char* name, const LogWriter& log, const QByteArray& expected)
{
    QTest::newRow(name) << log.bytes() << expected;
}

const QByteArray counted = "inbound 'bank.example' [192.0.2.1] ";

} // namespace

void JoinerTest::tls_data()
{
    QTest::addColumn<QByteArray>("log");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray sender = "a@bank.example";

    newStory("clear",
        LogWriter()
            .connect(1, bank)
            .message(1, "AAAA1", bank, sender)
            .disconnect(1, bank, "ehlo=1 mail=1 rcpt=1 commands=3"),
        counted + "clear: 1/1\n");
    newStory("TLS",
        LogWriter()
            .connect(1, bank)
            .tls(1, bank)
            .message(1, "AAAA1", bank, sender)
            .disconnect(1, bank, "ehlo=2 starttls=1 mail=1"),
        counted + "tls/1.3/Anonymous/C: 1/1\n");
    newStory("old version, trusted certificate",
        LogWriter()
            .connect(1, bank)
            .tls(1, bank, "TLSv1", "Trusted")
            .message(1, "AAAA1", bank, sender)
            .disconnect(1, bank, "starttls=1 mail=1"),
        counted + "tls/1.0/Trusted/C: 1/1\n");
    newStory("clear, then TLS, in one session",
        LogWriter()
            .connect(1, bank)
            .message(1, "AAAA1", bank, "a@clear.example")
            .tls(1, bank)
            .message(1, "AAAA2", bank, "b@tls.example")
            .disconnect(1, bank, "ehlo=2 starttls=1 mail=2"),
        "inbound 'clear.example' [192.0.2.1] clear: 1/1\n"
        "inbound 'tls.example' [192.0.2.1] tls/1.3/Anonymous/C: 1/1\n");
    newStory("several messages a session",
        LogWriter()
            .connect(1, bank)
            .tls(1, bank)
            .message(1, "AAAA1", bank, sender)
            .message(1, "AAAA2", bank, sender)
            .disconnect(1, bank, "starttls=1 mail=2"),
        counted + "tls/1.3/Anonymous/C: 2/2\n");
    newStory("log level 0, one message behind STARTTLS",
        LogWriter()
            .connect(1, bank)
            .message(1, "AAAA1", bank, sender)
            .disconnect(1, bank, "ehlo=2 starttls=1 mail=1 rcpt=1"),
        counted + "tls: 1/1\n");
    newStory("log level 0, several messages: which of them began before STARTTLS?",
        LogWriter()
            .connect(1, bank)
            .message(1, "AAAA1", bank, sender)
            .message(1, "AAAA2", bank, sender)
            .disconnect(1, bank, "ehlo=2 starttls=1 mail=2 rcpt=2"),
        counted + "unknown: 2/2\n");
    newStory("log level 0, the other MAIL was refused: still not known which",
        LogWriter()
            .connect(1, bank)
            .message(1, "AAAA1", bank, sender)
            .disconnect(1, bank, "ehlo=2 starttls=1 mail=1/2 rcpt=1"),
        counted + "unknown: 1/1\n");
    newStory("handshake failed, mail went on in clear",
        LogWriter()
            .connect(1, bank)
            .smtpd(1, "SSL_accept error from " + bank + ": -1")
            .message(1, "AAAA1", bank, sender)
            .disconnect(1, bank, "ehlo=2 starttls=0/1 mail=1"),
        counted + "clear fell back: 1/1\n");
    newStory("handshake failed, came back in clear",
        LogWriter()
            .connect(1, bank)
            .smtpd(1, "SSL_accept error from " + bank + ": lost connection")
            .smtpd(1, "lost connection after STARTTLS from " + bank)
            .disconnect(1, bank, "ehlo=1 starttls=0/1 commands=1/2")
            .wait(60)
            .connect(2, bank)
            .message(2, "AAAA1", bank, sender)
            .disconnect(2, bank, "ehlo=1 mail=1"),
        counted + "clear fell back: 1/1\n");
    newStory("log level 0, handshake failed by the counts, came back in clear",
        LogWriter()
            .connect(1, bank)
            .disconnect(1, bank, "ehlo=1 starttls=0/1 commands=1/2")
            .wait(60)
            .connect(2, bank)
            .message(2, "AAAA1", bank, sender)
            .disconnect(2, bank, "ehlo=1 mail=1"),
        counted + "clear fell back: 1/1\n");
    newStory("handshake failed, came back over TLS",
        LogWriter()
            .connect(1, bank)
            .smtpd(1, "SSL_accept error from " + bank + ": -1")
            .disconnect(1, bank, "starttls=0/1")
            .connect(1, bank)
            .tls(1, bank, "TLSv1.2")
            .message(1, "AAAA1", bank, sender)
            .disconnect(1, bank, "starttls=1 mail=1"),
        counted + "tls/1.2/Anonymous/C: 1/1\n");
    newStory("another host's failed handshake",
        LogWriter()
            .connect(1, uni)
            .smtpd(1, "SSL_accept error from " + uni + ": -1")
            .disconnect(1, uni, "starttls=0/1")
            .connect(1, bank)
            .message(1, "AAAA1", bank, sender)
            .disconnect(1, bank, "mail=1"),
        counted + "clear: 1/1\n");

    const auto smtps = [&](LogWriter log, const QByteArray& text) { return log.line("postfix/smtps/smtpd", 1, text); };
    LogWriter wrapped = smtps(LogWriter(), "connect from " + bank);
    wrapped = smtps(wrapped, "AAAA1: client=" + bank).queued("AAAA1", sender).removed("AAAA1");
    newStory("wrapper mode at log level 0 shows no STARTTLS",
        smtps(wrapped, "disconnect from " + bank + " ehlo=1 mail=1"), counted + "unknown: 1/1\n");
    newStory("wrapper mode says its handshake",
        smtps(smtps(smtps(LogWriter(), "connect from " + bank),
                  "Anonymous TLS connection established from " + bank + ": TLSv1.3 with cipher C (256/256 bits)"),
            "AAAA1: client=" + bank)
            .queued("AAAA1", sender)
            .removed("AAAA1")
            .line("postfix/smtps/smtpd", 1, "disconnect from " + bank + " ehlo=1 mail=1"),
        counted + "tls/1.3/Anonymous/C: 1/1\n");

    newStory("begins before the log, in clear by its counts",
        LogWriter().message(1, "AAAA1", bank, sender).disconnect(1, bank, "ehlo=1 mail=3"), counted + "clear: 1/1\n");
    newStory("begins before the log, STARTTLS and one MAIL by its counts",
        LogWriter().message(1, "AAAA1", bank, sender).disconnect(1, bank, "ehlo=2 starttls=1 mail=1"),
        counted + "tls: 1/1\n");
    newStory("begins before the log, STARTTLS and several",
        LogWriter().message(1, "AAAA1", bank, sender).disconnect(1, bank, "ehlo=2 starttls=1 mail=3"),
        counted + "unknown: 1/1\n");
    newStory("begins before the log, no counts",
        LogWriter()
            .message(1, "AAAA1", bank, sender)
            .disconnect(1, bank)
            .connect(1, uni)
            .tls(1, uni)
            .disconnect(1, uni),
        counted + "unknown: 1/1\n");
    newStory("begins before the log and ends behind it", LogWriter().message(1, "AAAA1", bank, sender),
        counted + "unknown: 1/1\n");
    newStory("ends behind the log, its service logs handshakes",
        LogWriter().connect(2, uni).tls(2, uni).disconnect(2, uni).connect(1, bank).message(1, "AAAA1", bank, sender),
        counted + "clear: 1/1\n");
    newStory("ends behind the log, its service is silent",
        LogWriter().connect(1, bank).message(1, "AAAA1", bank, sender), counted + "unknown: 1/1\n");

    newStory("before 3.0: no counts, handshakes logged",
        LogWriter()
            .connect(2, uni)
            .tls(2, uni)
            .disconnect(2, uni)
            .connect(1, bank)
            .message(1, "AAAA1", bank, sender)
            .disconnect(1, bank),
        counted + "clear: 1/1\n");
    newStory("before 3.0: no counts, handshakes logged later",
        LogWriter()
            .connect(1, bank)
            .message(1, "AAAA1", bank, sender)
            .disconnect(1, bank)
            .wait(3600)
            .connect(2, uni)
            .tls(2, uni)
            .disconnect(2, uni),
        counted + "clear: 1/1\n");
    newStory("before 3.0: no counts, no handshakes: silence says nothing",
        LogWriter().connect(1, bank).message(1, "AAAA1", bank, sender).disconnect(1, bank), counted + "unknown: 1/1\n");
    newStory("one service's handshakes say nothing of another's silence",
        LogWriter()
            .connect(2, uni)
            .tls(2, uni)
            .disconnect(2, uni)
            .line("postfix-in/smtpd", 1, "connect from " + bank)
            .line("postfix-in/smtpd", 1, "AAAA1: client=" + bank)
            .queued("AAAA1", sender)
            .removed("AAAA1")
            .line("postfix-in/smtpd", 1, "disconnect from " + bank),
        counted + "unknown: 1/1\n");

    newStory("pid used again, the disconnect is missing",
        LogWriter()
            .connect(1, uni)
            .tls(1, uni)
            .message(1, "AAAA1", uni, "u@uni.example")
            .connect(1, bank)
            .message(1, "AAAA2", bank, sender)
            .disconnect(1, bank, "mail=1"),
        counted + "clear: 1/1\ninbound 'uni.example' [192.0.2.2] tls/1.3/Anonymous/C: 1/1\n");
    newStory("processes interleave",
        LogWriter()
            .connect(1, bank)
            .connect(2, uni)
            .tls(2, uni)
            .begins(1, "AAAA1", bank)
            .begins(2, "AAAA2", uni)
            .queued("AAAA2", "u@uni.example")
            .queued("AAAA1", sender)
            .disconnect(2, uni, "starttls=1 mail=1")
            .removed("AAAA2")
            .removed("AAAA1")
            .disconnect(1, bank, "mail=1"),
        counted + "clear: 1/1\ninbound 'uni.example' [192.0.2.2] tls/1.3/Anonymous/C: 1/1\n");
    newStory("removed long before the session ends: perhaps STARTTLS came behind it",
        LogWriter()
            .connect(1, bank)
            .message(1, "AAAA1", bank, sender)
            .wait(120)
            .connect(2, uni)
            .disconnect(2, uni, "quit=1")
            .disconnect(1, bank, "ehlo=2 starttls=1 mail=1"),
        counted + "unknown: 1/1\n");
}

void JoinerTest::tls()
{
    QFETCH(QByteArray, log);
    QTEST(story(log), "expected");
}

void JoinerTest::accepts_data()
{
    QTest::addColumn<QByteArray>("log");
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<int>("rejected");
    const auto row = [](const char* name, const LogWriter& log, const QByteArray& expected, int rejected = 0) {
        QTest::newRow(name) << log.bytes() << expected << rejected;
    };
    const auto open = [] { return LogWriter().connect(1, bank).tls(1, bank); };
    const QByteArray once = counted + "tls/1.3/Anonymous/C: 1/1\n";
    const QByteArray sender = "a@bank.example";

    row("recipients", open().begins(1, "AAAA1", bank).queued("AAAA1", sender, 7),
        counted + "tls/1.3/Anonymous/C: 1/7\n");
    row("never queued", open().begins(1, "AAAA1", bank).cleanup("AAAA1: message-id=<x@y>"), "");
    row("lost in the middle of its data",
        open().begins(1, "AAAA1", bank).smtpd(1, "lost connection after DATA (0 bytes) from " + bank), "");
    row("canceled", open().begins(1, "AAAA1", bank).cleanup("AAAA1: message-id=<x@y>").cleanup("AAAA1: canceled"), "");
    row("canceled, and the id used again",
        open().begins(1, "AAAA1", bank).cleanup("AAAA1: canceled").message(1, "AAAA1", bank, sender), once);
    row("active again after a deferral",
        open()
            .begins(1, "AAAA1", bank)
            .queued("AAAA1", sender)
            .wait(300)
            .active("AAAA1", sender)
            .wait(3000)
            .active("AAAA1", sender)
            .removed("AAAA1"),
        once);
    row("expired",
        open()
            .begins(1, "AAAA1", bank)
            .queued("AAAA1", sender)
            .wait(400'000)
            .qmgr("AAAA1: from=<a@bank.example>, status=expired, returned to sender")
            .removed("AAAA1"),
        once);
    row("removed by hand",
        open().begins(1, "AAAA1", bank).queued("AAAA1", sender).line("postfix/postsuper", 4, "AAAA1: removed"), once);
    row("short id used again at once", open().message(1, "AAAA1", bank, sender).message(1, "AAAA1", bank, sender),
        counted + "tls/1.3/Anonymous/C: 2/2\n");
    row("id used again, the end of the first is missing",
        open().begins(1, "AAAA1", bank).queued("AAAA1", sender).message(1, "AAAA1", bank, "u@uni.example"),
        once + "inbound 'uni.example' [192.0.2.1] tls/1.3/Anonymous/C: 1/1\n");
    row("long ids",
        open().message(1, "4bX9jR0Z2tz1K", bank, sender).message(1, "4bX9jR0Z2tz1k", bank, sender), // case counts
        counted + "tls/1.3/Anonymous/C: 2/2\n");
    row("null sender", open().message(1, "AAAA1", bank, ""), "inbound '<>' [192.0.2.1] tls/1.3/Anonymous/C: 1/1\n");
    row("sender without a domain", open().message(1, "AAAA1", bank, "root"),
        "inbound '' [192.0.2.1] tls/1.3/Anonymous/C: 1/1\n");
    row("quoted sender", open().message(1, "AAAA1", bank, "\"a>, size=1, nrcpt=1 (queue active) @ b\"@bank.example"),
        once);
    row("case of a domain", open().message(1, "AAAA1", bank, "A@BANK.Example"), once);
    row("umlaut",
        open().message(1, "AAAA1", bank,
            "a@b\xc3\xbc"
            "cher.example"),
        "inbound 'xn--bcher-kva.example' [192.0.2.1] tls/1.3/Anonymous/C: 1/1\n");
    row("no host name", open().message(1, "AAAA1", bank, "a@foo_bar"),
        "inbound 'foo_bar' [192.0.2.1] tls/1.3/Anonymous/C: 1/1\n");

    row("refused at RCPT",
        open().smtpd(
            1, "NOQUEUE: reject: RCPT from " + bank + ": 450 4.2.0 <r@x>: Greylisted; from=<a@bank.example> to=<r@x>"),
        "", 1);
    row("refused for want of encryption",
        LogWriter().connect(1, bank).smtpd(1,
            "NOQUEUE: reject: RCPT from " + bank
                + ": 450 4.7.1 Session encryption is required; from=<a@bank.example> to=<r@x>"),
        "", 1);
    row("refused by postscreen",
        LogWriter().line("postfix/postscreen", 7,
            "NOQUEUE: reject: RCPT from [192.0.2.1]:1234: 550 5.7.1 Service unavailable; from=<>"),
        "", 1);
    row("a warning refuses nothing",
        open()
            .smtpd(1,
                "NOQUEUE: reject_warning: RCPT from " + bank
                    + ": 450 4.7.1 Session encryption is required; from=<a@bank.example>")
            .message(1, "AAAA1", bank, sender),
        once);
    row("one of several recipients refused",
        open()
            .begins(1, "AAAA1", bank)
            .smtpd(1, "AAAA1: reject: RCPT from " + bank + ": 550 5.1.1 <no@x>: unknown; from=<a@bank.example>")
            .queued("AAAA1", sender)
            .removed("AAAA1"),
        once);
    row("milter refuses the message",
        open()
            .begins(1, "AAAA1", bank)
            .cleanup("AAAA1: message-id=<x@y>")
            .cleanup("AAAA1: milter-reject: END-OF-MESSAGE from " + bank
                + ": 5.7.1 Spam message rejected; from=<a@bank.example>"),
        "", 1);
    row("header check refuses the message",
        open()
            .begins(1, "AAAA1", bank)
            .cleanup("AAAA1: reject: header Subject: x from " + bank
                + "; from=<a@bank.example>: 5.7.1 message content rejected"),
        "", 1);
    row("content filter before the queue refuses",
        open()
            .smtpd(1, "NOQUEUE: client=" + bank)
            .smtpd(1, "proxy-reject: END-OF-MESSAGE: 554 5.7.0 Reject, id=1 - spam; from=<a@bank.example> to=<r@x>"),
        "", 1);
    row("milter refuses before the queue",
        open().smtpd(1, "NOQUEUE: milter-reject: RCPT from " + bank + ": 451 4.7.1 Try later; from=<>"), "", 1);
    row("certificate demanded",
        open().smtpd(1, "NOQUEUE: abort: TLS from " + bank + ": No client certificate presented"), "", 1);
    {
        LogWriter log = open();
        QByteArray repeated
            = log.smtpd(1, "NOQUEUE: reject: RCPT from " + bank + ": 554 5.7.1 no; from=<a@bank.example>").bytes();
        repeated += "Nov 22 12:00:05 mx postfix/smtpd[1]: message repeated 4 times: [ NOQUEUE: reject: RCPT from "
            + bank + ": 554 5.7.1 no; from=<a@bank.example>]\n";
        QTest::newRow("refused five times, folded by rsyslog") << repeated << QByteArray() << 5;
    }
    {
        LogWriter log = open();
        QByteArray repeated
            = log.smtpd(1, "NOQUEUE: reject: RCPT from " + bank + ": 554 5.7.1 no; from=<a@bank.example>").bytes();
        repeated += "Nov 22 12:00:05 mx last message repeated 4 times\n";
        QTest::newRow("refused five times, folded by syslogd") << repeated << QByteArray() << 5;
    }
}

void JoinerTest::accepts()
{
    QFETCH(QByteArray, log);
    QTEST(story(log), "expected");
    QTEST(int(importBytes(log).excluded.rejected), "rejected");
}

void JoinerTest::loops_data()
{
    QTest::addColumn<QByteArray>("log");
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<QByteArray>("excluded");
    const auto row = [](const char* name, const LogWriter& log, const QByteArray& expected, int reinjected,
                         int authenticated = 0, int internal = 0) {
        Excluded excluded;
        excluded.reinjected = static_cast<std::uint64_t>(reinjected);
        excluded.authenticated = static_cast<std::uint64_t>(authenticated);
        excluded.internal = static_cast<std::uint64_t>(internal);
        QTest::newRow(name) << log.bytes() << expected << text(excluded);
    };
    const QByteArray sender = "a@bank.example";
    const QByteArray once = counted + "tls/1.3/Anonymous/C: 1/1\n";
    const auto outside = [&] {
        return LogWriter()
            .connect(1, bank)
            .tls(1, bank)
            .begins(1, "AAAA1", bank)
            .queued("AAAA1", sender)
            .disconnect(1, bank, "starttls=1 mail=1");
    };
    const auto queuedAs = [](const QByteArray& relay, const QByteArray& id) -> QByteArray {
        return "AAAA1: to=<r@local.example>, relay=" + relay
            + ", delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (250 2.0.0 from MTA(smtp:[127.0.0.1]:10025): 250 "
              "2.0.0 Ok: queued as "
            + id + ")";
    };

    row("through a filter on this host",
        outside()
            .connect(2, localhost)
            .message(2, "BBBB1", localhost, sender)
            .disconnect(2, localhost, "mail=1")
            .smtp(3, queuedAs("127.0.0.1[127.0.0.1]:10024", "BBBB1"))
            .removed("AAAA1"),
        once, 1);
    row("over IPv6",
        outside()
            .connect(2, "localhost[::1]")
            .message(2, "BBBB1", "localhost[::1]", sender)
            .disconnect(2, "localhost[::1]", "mail=1")
            .removed("AAAA1"),
        once, 1);
    row("through a filter on another host, by its answer",
        outside()
            .connect(2, "filter[10.0.0.5]")
            .begins(2, "BBBB1", "filter[10.0.0.5]")
            .queued("BBBB1", sender)
            .disconnect(2, "filter[10.0.0.5]", "mail=1")
            .smtp(3, queuedAs("filter[10.0.0.5]:10024", "BBBB1"))
            .removed("AAAA1")
            .wait(2)
            .removed("BBBB1"),
        once, 1);
    row("through a filter with a public address, by XFORWARD",
        outside()
            .connect(2, uni)
            .message(2, "BBBB1", uni + ", orig_queue_id=AAAA1, orig_client=" + bank, sender)
            .disconnect(2, uni, "mail=1")
            .removed("AAAA1"),
        once, 1);
    row("a stranger's answer names no queue id of ours",
        outside().smtp(3, queuedAs("mx.evil.example[198.51.100.9]:25", "AAAA1")).removed("AAAA1"),
        once + "outbound 'local.example' [198.51.100.9] unknown: 1/1\n", 0);
    row("by amavis's word",
        outside()
            .connect(2, uni)
            .begins(2, "BBBB1", uni)
            .queued("BBBB1", sender)
            .disconnect(2, uni, "mail=1")
            .line("amavis", 5,
                "(5-1) Passed CLEAN {RelayedInbound}, [192.0.2.1]:99 [192.0.2.1] <a@bank.example> -> "
                "<r@local.example>, "
                "Queue-ID: AAAA1, Message-ID: <x@y>, mail_id: m, Hits: 0, size: 9, queued_as: BBBB1, 20 ms")
            .removed("AAAA1")
            .removed("BBBB1"),
        counted + "tls/1.3/Anonymous/C legitimate: 1/1\n", 1);
    row("filter before the queue",
        LogWriter()
            .connect(1, bank)
            .tls(1, bank)
            .smtpd(1, "NOQUEUE: client=" + bank)
            .connect(2, localhost)
            .message(2, "BBBB1", localhost + ", orig_client=" + bank, sender)
            .disconnect(2, localhost, "mail=1")
            .smtpd(1,
                "proxy-accept: END-OF-MESSAGE: 250 2.0.0 Ok: queued as BBBB1; from=<a@bank.example> to=<r@x> "
                "proto=ESMTP helo=<h>")
            .disconnect(1, bank, "starttls=1 mail=1"),
        once, 1);
    row("filter before the queue, several messages a session, clear then TLS",
        LogWriter()
            .connect(1, bank)
            .smtpd(1, "NOQUEUE: client=" + bank)
            .smtpd(1,
                "proxy-accept: END-OF-MESSAGE: 250 2.0.0 Ok: queued as BBBB1; from=<a@clear.example> to=<r@x> "
                "proto=ESMTP helo=<h>")
            .tls(1, bank)
            .smtpd(1, "NOQUEUE: client=" + bank)
            .smtpd(1,
                "proxy-accept: END-OF-MESSAGE: 250 2.0.0 Ok: queued as BBBB2; from=<a@tls.example> to=<r@x> "
                "proto=ESMTP helo=<h>")
            .disconnect(1, bank, "starttls=1 mail=2"),
        "inbound 'clear.example' [192.0.2.1] clear: 1/1\ninbound 'tls.example' [192.0.2.1] tls/1.3/Anonymous/C: 1/1\n",
        0);

    row("authenticated",
        LogWriter()
            .connect(1, bank)
            .tls(1, bank)
            .message(1, "AAAA1", bank + ", sasl_method=PLAIN, sasl_username=me@our.example", "me@alias.example")
            .disconnect(1, bank, "mail=1"),
        "submission 'our.example' [192.0.2.1] tls/1.3/Anonymous/C: 1/1\n", 0, 1);
    row("authenticated, a name without a domain",
        LogWriter().connect(1, bank).tls(1, bank).message(
            1, "AAAA1", bank + ", sasl_method=PLAIN, sasl_username=me", "me@our.example"),
        "submission 'our.example' [192.0.2.1] tls/1.3/Anonymous/C: 1/1\n", 0, 1);
    row("authenticated from within",
        LogWriter()
            .connect(1, "pc[10.0.0.9]")
            .tls(1, "pc[10.0.0.9]")
            .message(1, "AAAA1", "pc[10.0.0.9], sasl_method=PLAIN, sasl_username=me@our.example", "me@our.example"),
        "submission 'our.example' [10.0.0.9] tls/1.3/Anonymous/C: 1/1\n", 0, 1);
    row("authenticated, then through a filter",
        LogWriter()
            .connect(1, bank)
            .tls(1, bank)
            .message(1, "AAAA1", bank + ", sasl_method=PLAIN, sasl_username=me@our.example", "me@our.example")
            .connect(2, localhost)
            .message(2, "BBBB1", localhost, "me@our.example"),
        "submission 'our.example' [192.0.2.1] tls/1.3/Anonymous/C: 1/1\n", 1, 1);
    row("internal host",
        LogWriter().connect(1, "printer[192.168.1.7]").message(1, "AAAA1", "printer[192.168.1.7]", sender), "", 0, 0,
        1);
    row("internal host over IPv6", LogWriter().connect(1, "p[fd00::7]").message(1, "AAAA1", "p[fd00::7]", sender), "",
        0, 0, 1);
    row("sendmail on this host",
        LogWriter()
            .line("postfix/pickup", 8, "AAAA1: uid=1000 from=<me>")
            .queued("AAAA1", "me@our.example")
            .removed("AAAA1"),
        "", 0, 0, 1);
    row("our own notification is nobody's mail",
        LogWriter()
            .line("postfix/bounce", 8, "AAAA1: sender non-delivery notification: BBBB1")
            .queued("BBBB1", "")
            .removed("BBBB1"),
        "", 0);
    row("begun before the log", LogWriter().active("AAAA1", sender).removed("AAAA1"), "", 0);
}

void JoinerTest::loops()
{
    QFETCH(QByteArray, log);
    QTEST(story(log), "expected");
    QTEST(text(importBytes(log).excluded), "excluded");
}

void JoinerTest::countsLoopsWhenAsked()
{
    const QByteArray log = LogWriter()
                               .connect(1, bank)
                               .message(1, "AAAA1", bank + ", orig_queue_id=BBBB1", "a@bank.example")
                               .disconnect(1, bank, "mail=1")
                               .bytes();
    QCOMPARE(story(log), QByteArray());
    ImportOptions options = testOptions();
    options.includeReinjected = true;
    QCOMPARE(story(log, options), QByteArray(counted + "clear: 1/1\n"));
    QCOMPARE(importBytes(log, options).excluded.reinjected, 0U);
}

void JoinerTest::countsOnlyWhatItIsToldIsInternal()
{
    LogWriter log;
    for (const QByteArray& peer : {QByteArray("a[10.0.0.1]"), localhost, bank})
        log.connect(1, peer).message(1, "AAAA1", peer, "a@bank.example").disconnect(1, peer, "mail=1").wait(1);
    ImportOptions options = testOptions();
    options.internal = *parseNetworks("192.0.2.0/24");
    QCOMPARE(dump(importBytes(log.bytes(), options)).replace("20779 ", ""),
        QByteArray("inbound 'bank.example' [10.0.0.1] clear: 1/1\n"
                   "inbound 'bank.example' [127.0.0.1] clear: 1/1\n"
                   "reinjected 0, authenticated 0, internal 1, rejected 0\n"));
}

/** A service with a myhostname of its own logs under it, and shares the queue. */
void JoinerTest::joinsAcrossHostNames()
{
    const LogWriter log = LogWriter()
                              .host("mail")
                              .connect(1, bank)
                              .tls(1, bank)
                              .begins(1, "AAAA1", bank)
                              .host("mx")
                              .queued("AAAA1", "a@bank.example")
                              .removed("AAAA1")
                              .host("mail")
                              .disconnect(1, bank, "starttls=1 mail=1");
    QCOMPARE(story(log.bytes()), QByteArray(counted + "tls/1.3/Anonymous/C: 1/1\n"));
}

/** Two servers in one log share neither pids nor queue ids. */
void JoinerTest::keepsHostsApart()
{
    LogWriter log;
    log.host("mx1").connect(1, bank).tls(1, bank).begins(1, "AAAA1", bank).queued("AAAA1", "a@bank.example");
    log.host("mx2").connect(1, uni).begins(1, "AAAA1", uni).queued("AAAA1", "u@uni.example");
    log.host("mx1").disconnect(1, bank, "starttls=1 mail=1").removed("AAAA1");
    log.host("mx2").disconnect(1, uni, "mail=1").removed("AAAA1");
    QCOMPARE(story(log.bytes()),
        QByteArray(counted + "tls/1.3/Anonymous/C: 1/1\ninbound 'uni.example' [192.0.2.2] clear: 1/1\n"));
}

/** A retry comes within hours; days later the failure explains nothing. */
void JoinerTest::fallBackIsForgotten()
{
    LogWriter log;
    log.connect(1, bank).smtpd(1, "SSL_accept error from " + bank + ": -1").disconnect(1, bank, "starttls=0/1");
    log.wait(3 * 3600).connect(1, bank).message(1, "AAAA1", bank, "a@bank.example").disconnect(1, bank, "mail=1");
    QCOMPARE(story(log.bytes()), QByteArray(counted + "clear: 1/1\n"));
}

/** Sessions and messages that never end must not pile up, nor lose what was accepted. */
void JoinerTest::endlessLogsForgetWhatIsOver()
{
    LogWriter log;
    for (int day = 0; day < 20; ++day) {
        for (int i = 0; i < 10; ++i) {
            const int pid = 100 + day * 10 + i;
            const QByteArray id = "AB" + QByteArray::number(pid);
            log.connect(pid, bank).tls(pid, bank).begins(pid, id, bank).queued(id, "a@bank.example"); // and no more
        }
        log.wait(86'400);
    }
    log.connect(1, uni).disconnect(1, uni, "quit=1");
    const ImportResult result = log.read();
    QCOMPARE(messagesOf(*result.facts, Direction::Inbound), 200U);
    // A week is Postfix's patience and a bit: what is older is settled, its session forgotten.
    QVERIFY(messagesOf(result.state.settled, Direction::Inbound) >= 120);
    QVERIFY2(result.state.joiners.at("postfix").size() < 40'000,
        qPrintable(QString::number(result.state.joiners.at("postfix").size())));
}

void JoinerTest::saysWhatItCouldNotTell()
{
    using Code = ImportNote::Code;
    const auto notesOf = [](const LogWriter& log) { return log.read().state.notes; };
    const QByteArray sender = "a@bank.example";

    const auto silent = notesOf(
        LogWriter().connect(1, bank).message(1, "AAAA1", bank, sender).disconnect(1, bank, "starttls=1 mail=1"));
    QCOMPARE(notes(silent, Code::TlsLogLevelZero), 1U);
    const auto older = notesOf(LogWriter().connect(1, bank).message(1, "AAAA1", bank, sender).disconnect(1, bank));
    QCOMPARE(notes(older, Code::TlsLogLevelZero), 1U);
    const auto spoken = notesOf(LogWriter()
                                    .connect(1, bank)
                                    .tls(1, bank)
                                    .message(1, "AAAA1", bank, sender)
                                    .disconnect(1, bank, "starttls=1 mail=1"));
    QCOMPARE(notes(spoken, Code::TlsLogLevelZero), 0U);
    const auto out = notesOf(LogWriter().sent(1, "AAAA1", "r@uni.example", "mx.uni.example[198.51.100.1]:25"));
    QCOMPARE(notes(out, Code::SmtpTlsLogLevelZero), 1U);
    QCOMPARE(notes(out, Code::TlsLogLevelZero), 0U);
    const auto cut = notesOf(LogWriter().message(1, "AAAA1", bank, sender).disconnect(1, bank));
    QCOMPARE(notes(cut, Code::SessionsCut), 1U);
    const auto begun = notesOf(LogWriter().active("AAAA1", sender).removed("AAAA1"));
    QCOMPARE(notes(begun, Code::MessagesCut), 1U);
    const auto enforced
        = notesOf(LogWriter().connect(1, bank).disconnect(1, bank, "ehlo=1 mail=0/1 rset=0/1 quit=1 commands=2/4"));
    QCOMPARE(notes(enforced, Code::EnforcedRefusals), 1U);
    const auto required = notesOf(LogWriter().connect(1, bank).smtpd(
        1, "NOQUEUE: reject: RCPT from " + bank + ": 450 4.7.1 Session encryption is required; from=<a@bank.example>"));
    QCOMPARE(notes(required, Code::PlaintextRefusals), 1U);

    LogWriter relayed;
    for (int i = 0; i < 20; ++i)
        relayed.sent(1, "AB" + QByteArray::number(100 + i), "r@d" + QByteArray::number(i) + ".example",
            "smart.isp.example[198.51.100.1]:587");
    QCOMPARE(detailOf(notesOf(relayed), Code::AllOutboundRelayed), QStringLiteral("smart.isp.example"));
    relayed.sent(1, "AB999", "r@uni.example", "mx.uni.example[198.51.100.2]:25");
    QCOMPARE(notes(notesOf(relayed), Code::AllOutboundRelayed), 0U);
}

/** `messages` prints what `summary` counts: every message once, as it is counted. */
void JoinerTest::streamsEveryMessageOnce()
{
    const LogFolder folder;
    const QString path = folder.write(QStringLiteral("mail.log"), fixture("baseline.log.xz"));
    FactTable streamed;
    std::vector<std::string> ids;
    DayClock days(QTimeZone::utc());
    const MessageSink sink = [&](const MessageRecord& message) {
        FactKey key;
        key.day = days.day(message.time);
        key.direction = message.direction;
        key.spam = message.spam;
        key.tls = streamed.tlsId(*message.tls);
        key.domain = streamed.domains.id(message.domain);
        key.host = streamed.hostId(message.host->address, message.host->name);
        streamed.add(key, 1, message.recipients);
        ids.emplace_back(message.messageId);
        QVERIFY(message.queueId.size() >= 5);
    };
    const auto result = importLogs({path}, openOptions(), nullptr, {}, {}, sink);
    QVERIFY(result);
    QCOMPARE(dump(streamed), dump(*result->facts));
    std::sort(ids.begin(), ids.end());
    QCOMPARE(ids.size(), std::size_t{217});
    QVERIFY(std::adjacent_find(ids.begin(), ids.end()) == ids.end());
    QCOMPARE(ids.front(), std::string("<m0001@mix.test>"));
}

QTEST_GUILESS_MAIN(JoinerTest)
#include "tst_joiner.moc"
