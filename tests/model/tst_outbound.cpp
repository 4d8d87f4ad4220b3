// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The joiner on the way out: which handshake carried which delivery.

#include "testlog.h"

using namespace waxseal;
using namespace waxseal::test;

class OutboundTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void counts_data();
    void counts();
    void leavesOutLocalDomains();
    void readsTheFallBackOfARealPostfix();
    void readsTheLevelsOfARealPostfix();
};

namespace {

const QByteArray uni = "mx.uni.example[198.51.100.1]:25";
const QByteArray bank = "mx.bank.example[198.51.100.2]:25";
const QByteArray toUni = "outbound 'uni.example' [198.51.100.1] ";
const QByteArray toBank = "outbound 'bank.example' [198.51.100.2] ";

QByteArray handshake(const QByteArray& relay, const QByteArray& protocol = "TLSv1.3",
    const QByteArray& trust = "Trusted", const QByteArray& how = "established")
{
    return trust + " TLS connection " + how + " to " + relay + ": " + protocol + " with cipher C (256/256 bits)";
}

/** A process that has shown that handshakes are logged. */
LogWriter talkative()
{
    return LogWriter().smtp(9, handshake("mx.other.example[203.0.113.9]:25"));
}

QByteArray story(const QByteArray& log, const ImportOptions& options = testOptions())
{
    return dump(*importBytes(log, options).facts).replace("20779 ", "");
}

} // namespace

void OutboundTest::counts_data()
{
    QTest::addColumn<QByteArray>("log");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* name, const LogWriter& log, const QByteArray& expected) {
        QTest::newRow(name) << log.bytes() << expected;
    };
    const QByteArray user = "u@uni.example";
    const QByteArray deferred
        = "deferred (host mx.uni.example[198.51.100.1] said: 450 4.2.0 later (in reply to RCPT TO command))";

    row("over TLS", LogWriter().smtp(1, handshake(uni)).sent(1, "AAAA1", user, uni),
        toUni + "tls/1.3/Trusted/C: 1/1\n");
    row("old version", LogWriter().smtp(1, handshake(uni, "TLSv1", "Untrusted")).sent(1, "AAAA1", user, uni),
        toUni + "tls/1.0/Untrusted/C: 1/1\n");
    row("anonymous", LogWriter().smtp(1, handshake(uni, "TLSv1.2", "Anonymous")).sent(1, "AAAA1", user, uni),
        toUni + "tls/1.2/Anonymous/C: 1/1\n");
    row("verified", LogWriter().smtp(1, handshake(uni, "TLSv1.2", "Verified")).sent(1, "AAAA1", user, uni),
        toUni + "tls/1.2/Verified/C: 1/1\n");
    row("over IPv6",
        LogWriter()
            .smtp(1, handshake("mx.uni.example[2001:db8::1]:25"))
            .sent(1, "AAAA1", user, "mx.uni.example[2001:db8::1]:25"),
        "outbound 'uni.example' [2001:db8::1] tls/1.3/Trusted/C: 1/1\n");
    row("in clear", talkative().sent(1, "AAAA1", user, uni), toUni + "clear: 1/1\n");
    row("in clear, handshakes are logged later",
        LogWriter().sent(1, "AAAA1", user, uni).wait(3600).smtp(9, handshake(bank)), toUni + "clear: 1/1\n");
    row("a silent log says nothing", LogWriter().sent(1, "AAAA1", user, uni), toUni + "unknown: 1/1\n");
    row("one host's silence is its own", talkative().host("mx2").sent(1, "AAAA1", user, uni), toUni + "unknown: 1/1\n");

    row("several recipients of a domain",
        LogWriter().smtp(1, handshake(uni)).sent(1, "AAAA1", user, uni).sent(1, "AAAA1", "v@uni.example", uni),
        toUni + "tls/1.3/Trusted/C: 1/2\n");
    row("several domains, one relay",
        LogWriter().smtp(1, handshake(uni)).sent(1, "AAAA1", user, uni).sent(1, "AAAA1", "v@sub.uni.example", uni),
        "outbound 'sub.uni.example' [198.51.100.1] tls/1.3/Trusted/C: 1/1\n" + toUni + "tls/1.3/Trusted/C: 1/1\n");
    row("several domains, several relays",
        LogWriter()
            .smtp(1, handshake(uni))
            .smtp(2, handshake(bank, "TLSv1.2"))
            .sent(2, "AAAA1", "b@bank.example", bank)
            .sent(1, "AAAA1", user, uni),
        toBank + "tls/1.2/Trusted/C: 1/1\n" + toUni + "tls/1.3/Trusted/C: 1/1\n");
    row("a recipient of one domain later",
        talkative().sent(1, "AAAA1", user, uni).wait(900).sent(2, "AAAA1", "late@uni.example", uni),
        toUni + "clear: 1/2\n");
    row("deferred, then sent",
        talkative().sent(1, "AAAA1", user, uni, deferred).wait(900).smtp(1, handshake(uni)).sent(1, "AAAA1", user, uni),
        toUni + "tls/1.3/Trusted/C: 1/1\n");
    row("only deferred", LogWriter().smtp(1, handshake(uni)).sent(1, "AAAA1", user, uni, deferred), "");
    row("bounced", LogWriter().smtp(1, handshake(uni)).sent(1, "AAAA1", user, uni, "bounced (host said: 550 no)"), "");
    row("refused for want of TLS",
        talkative().sent(1, "AAAA1", user, uni,
            "deferred (TLS is required, but was not offered by host mx.uni.example[198.51.100.1])"),
        "");
    row("no relay at all",
        talkative().sent(1, "AAAA1", user, "none", "deferred (connect to mx[198.51.100.1]:25: Connection refused)"),
        "");

    row("a handshake is used once",
        LogWriter().smtp(1, handshake(uni)).sent(1, "AAAA1", user, uni).wait(5).sent(1, "AAAA2", user, uni),
        toUni + "clear: 1/1\n" + toUni + "tls/1.3/Trusted/C: 1/1\n");
    row("a handshake whose delivery was deferred is used, too",
        LogWriter().smtp(1, handshake(uni)).sent(1, "AAAA1", user, uni, deferred).wait(5).sent(1, "AAAA2", user, uni),
        toUni + "clear: 1/1\n");
    row("another relay's handshake", LogWriter().smtp(1, handshake(bank)).sent(1, "AAAA1", user, uni),
        toUni + "clear: 1/1\n");
    row("another port's handshake",
        LogWriter().smtp(1, handshake("mx.uni.example[198.51.100.1]:587")).sent(1, "AAAA1", user, uni),
        toUni + "clear: 1/1\n");
    row("another process's handshake", LogWriter().smtp(2, handshake(uni)).sent(1, "AAAA1", user, uni),
        toUni + "clear: 1/1\n");
    row("two hosts' processes of one number",
        talkative().host("mx2").smtp(1, handshake(uni)).host("mx").sent(1, "AAAA1", user, uni), toUni + "clear: 1/1\n");
    row("connection kept open, in clear",
        LogWriter()
            .smtp(1, handshake(uni))
            .sent(1, "AAAA1", user, uni)
            .smtp(1,
                "AAAA2: to=<v@uni.example>, relay=" + uni
                    + ", conn_use=2, delay=0.1, delays=0/0/0/0.1, dsn=2.0.0, status=sent (250 Ok)"),
        toUni + "clear: 1/1\n" + toUni + "tls/1.3/Trusted/C: 1/1\n");
    row("connection kept open, over TLS",
        LogWriter()
            .smtp(1, handshake(uni))
            .sent(1, "AAAA1", user, uni)
            .smtp(2, handshake(uni, "TLSv1.3", "Trusted", "reused"))
            .smtp(2,
                "AAAA2: to=<v@uni.example>, relay=" + uni
                    + ", conn_use=2, delay=0.1, delays=0/0/0/0.1, dsn=2.0.0, status=sent (250 Ok)"),
        toUni + "tls/1.3/Trusted/C: 2/2\n");

    row("3.11: in clear", talkative().sent(1, "AAAA1", user, uni, "sent (250 Ok)", ", tls=none"),
        toUni + "clear: 1/1\n");
    row("3.11: fell to clear", LogWriter().sent(1, "AAAA1", user, uni, "sent (250 Ok)", ", tls=may:none"),
        toUni + "clear: 1/1\n");
    row("3.11: the field beats the join",
        LogWriter().smtp(1, handshake(uni)).sent(1, "AAAA1", user, uni, "sent (250 Ok)", ", tls=may:none"),
        toUni + "clear: 1/1\n");
    row("3.11: over TLS, no handshake in the log",
        LogWriter().sent(1, "AAAA1", user, uni, "sent (250 Ok)", ", tls=may"), toUni + "tls: 1/1\n");
    row("3.11: over TLS, with its handshake",
        LogWriter().smtp(1, handshake(uni)).sent(1, "AAAA1", user, uni, "sent (250 Ok)", ", tls=dane"),
        toUni + "tls/1.3/Trusted/C: 1/1\n");
    row("3.11: half of DANE is TLS", LogWriter().sent(1, "AAAA1", user, uni, "sent (250 Ok)", ", tls=dane:halfdane"),
        toUni + "tls: 1/1\n");
    row("3.11: required", LogWriter().sent(1, "AAAA1", user, uni, "sent (250 Ok)", ", tls=secure/requiretls"),
        toUni + "tls: 1/1\n");

    row("fell back after a failed handshake",
        talkative()
            .smtp(1, "SSL_connect error to " + uni + ": -1")
            .sent(1, "AAAA1", user, uni, "deferred (Cannot start TLS: handshake failure)")
            .wait(300)
            .sent(1, "AAAA1", user, uni),
        toUni + "clear fell back: 1/1\n");
    row("failed with one host, sent to another",
        talkative().smtp(1, "SSL_connect error to " + bank + ": -1").sent(1, "AAAA1", user, uni),
        toUni + "clear: 1/1\n");

    row("to a filter on this host", talkative().sent(1, "AAAA1", user, "127.0.0.1[127.0.0.1]:10024"), "");
    row("to an internal host", talkative().sent(1, "AAAA1", user, "mail.lan[192.168.1.5]:25"), "");
    row("to a mailbox",
        LogWriter().line("postfix/lmtp", 1,
            "AAAA1: to=<u@uni.example>, relay=mx.uni.example[198.51.100.1]:24, delay=0.1, delays=0/0/0/0, dsn=2.0.0, "
            "status=sent (250 Ok)"),
        "");
    row("to a local user",
        LogWriter().line("postfix/local", 1,
            "AAAA1: to=<u@uni.example>, relay=local, delay=0.1, delays=0/0/0/0, dsn=2.0.0, status=sent (delivered to "
            "mailbox)"),
        "");
    row("alias",
        LogWriter()
            .smtp(1, handshake(uni))
            .smtp(1,
                "AAAA1: to=<u@uni.example>, orig_to=<me@our.example>, relay=" + uni
                    + ", delay=0.1, delays=0/0/0/0, dsn=2.0.0, status=sent (250 Ok)"),
        toUni + "tls/1.3/Trusted/C: 1/1\n");
    row("the id used again is another message",
        talkative().sent(1, "AAAA1", user, uni).removed("AAAA1").wait(60).sent(1, "AAAA1", user, uni).removed("AAAA1"),
        toUni + "clear: 2/2\n");
    row("never removed, and the id begun again",
        talkative()
            .sent(1, "AAAA1", user, uni)
            .wait(2) // lines of one second have no order, and could be of one message
            .connect(2, "pc[10.0.0.1]")
            .begins(2, "AAAA1", "pc[10.0.0.1]")
            .queued("AAAA1", "me@our.example")
            .sent(1, "AAAA1", user, uni),
        toUni + "clear: 2/2\n");
    row("hostile recipient",
        talkative().smtp(1,
            "AAAA1: to=<\"x>, relay=mx[203.0.113.66]:25, delay=1, delays=0/0/0/0, dsn=2.0.0, status=sent "
            "(ok)\"@uni.example>, relay="
                + uni + ", delay=0.1, delays=0/0/0/0, dsn=2.0.0, status=sent (250 Ok)"),
        toUni + "clear: 1/1\n");
}

void OutboundTest::counts()
{
    QFETCH(QByteArray, log);
    QTEST(story(log), "expected");
}

void OutboundTest::leavesOutLocalDomains()
{
    const QByteArray log
        = talkative().sent(1, "AAAA1", "u@Our.Example", uni).sent(1, "AAAA2", "u@uni.example", uni).bytes();
    ImportOptions options = testOptions();
    options.localDomains = {"our.example"};
    QCOMPARE(story(log, options), QByteArray(toUni + "clear: 1/1\n"));
}

/** What Postfix 3.7 wrote when the other side's floor was above ours: two failures, then clear. */
void OutboundTest::readsTheFallBackOfARealPostfix()
{
    const QByteArray excerpt = fixture("outbound-floor-fallback.log.xz");
    const QByteArray facts = "outbound 'floor.test' [127.0.77.1] ";
    // Failures are logged at every level: alone they do not say that the handshake of the last delivery would have
    // been.
    QCOMPARE(story(excerpt, openOptions()), QByteArray(facts + "unknown: 1/1\n"));
    const QByteArray log = "Nov 22 12:51:00 client postfix/smtp[1]: " + handshake(uni) + '\n' + excerpt;
    QCOMPARE(story(log, openOptions()), QByteArray(facts + "clear fell back: 1/1\n"));
}

/** A client at many levels of its policy; what was deferred or bounced is not there. */
void OutboundTest::readsTheLevelsOfARealPostfix()
{
    QByteArray facts = story(fixture("outbound-policy.log.xz"), openOptions());
    facts.replace("/TLS_AES_256_GCM_SHA384", "");
    QByteArrayList lines;
    for (const QByteArray& line : facts.split('\n')) {
        if (line.startsWith("outbound"))
            lines.append(line);
    }
    QCOMPARE(lines.join('\n'),
        QByteArray("outbound 'encnotls.test' [127.0.77.2] unknown: 1/1\n" // its policy was off; alone behind a reload
                   "outbound 'enctls.test' [127.0.77.1] tls/1.3/Trusted: 1/1\n"
                   "outbound 'fpok.test' [127.0.77.1] tls/1.3/Verified: 1/1\n"
                   "outbound 'mayenc.test' [127.0.77.3] tls/1.3/Trusted: 1/1\n"
                   "outbound 'maynotls.test' [127.0.77.2] clear: 1/1\n"
                   "outbound 'par.test' [127.0.77.2] clear: 1/1\n"
                   "outbound 'secmatch.test' [127.0.77.1] tls/1.3/Verified: 1/1\n"
                   "outbound 'secmxdot.test' [127.0.77.1] tls/1.3/Verified: 1/1"));
}

QTEST_GUILESS_MAIN(OutboundTest)
#include "tst_outbound.moc"
