// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What counts of Sendmail's log, and what its silence means.

#include "testlog.h"

using namespace waxseal;
using namespace waxseal::test;
using namespace Qt::StringLiterals;

class SendmailJoinerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void counts_data();
    void counts();
    void notesWhatIsRefused();
    void everyCutOfALog();
    void settlesWhatIsDone();
};

namespace {

/** Lines of 12:00:00, each with its process. Its queue ids say that their sessions began in that second: "00" behind
 * the hour. */
QByteArray line(int pid, const QByteArray& text, const QByteArray& tag = "sm-mta")
{
    return "Nov 22 12:00:00 mx " + tag + '[' + QByteArray::number(pid) + "]: " + text + '\n';
}

QByteArray id(int n)
{
    return "6AMC00lo" + QByteArray::number(n).rightJustified(6, '0');
}

const QByteArray uni = "mx.uni.example [198.51.100.1]";
const QByteArray fromUni = "inbound 'uni.example' [198.51.100.1] ";
const QByteArray toBank = "outbound 'bank.example' [192.0.2.1] ";
const QByteArray nothing = "reinjected 0, authenticated 0, internal 0, rejected 0\n";

QByteArray tls(
    int pid, const QByteArray& peer = uni, const QByteArray& version = "TLSv1.3", const QByteArray& verify = "NO")
{
    return line(pid,
        "STARTTLS=server, relay=" + peer + ", version=" + version + ", verify=" + verify + ", cipher=C, bits=256/256");
}

QByteArray from(int pid, int n, const QByteArray& sender = "s@uni.example", const QByteArray& peer = uni,
    const QByteArray& proto = "ESMTP", const QByteArray& recipients = "1")
{
    return line(pid,
        id(n) + ": from=<" + sender + ">, size=200, class=0, nrcpts=" + recipients + ", msgid=<" + QByteArray::number(n)
            + "@id.example>, proto=" + proto + ", daemon=MTA-v4, relay=" + peer);
}

QByteArray to(int pid, int n, const QByteArray& list = "<u@bank.example>", const QByteArray& stat = "Sent (ok)",
    const QByteArray& relay = "mx.bank.example. [192.0.2.1]", const QByteArray& mailer = "esmtp")
{
    return line(pid,
        id(n) + ": to=" + list + ", delay=00:00:01, xdelay=00:00:01, mailer=" + mailer + ", pri=30, relay=" + relay
            + ", dsn=2.0.0, stat=" + stat);
}

QByteArray tlsTo(int pid, const QByteArray& relay = "mx.bank.example.", const QByteArray& verify = "FAIL")
{
    return line(
        pid, "STARTTLS=client, relay=" + relay + ", version=TLSv1.2, verify=" + verify + ", cipher=C, bits=256/256");
}

/** Shows that handshakes are logged. */
const QByteArray another = tls(900, "[203.0.113.9]");

QByteArray story(const QByteArray& log, const ImportOptions& options = testOptions())
{
    return dump(importBytes(log, options)).replace("20779 ", "");
}

} // namespace

void SendmailJoinerTest::counts_data()
{
    QTest::addColumn<QByteArray>("log");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* name, const QByteArray& log, const QByteArray& expected) {
        QTest::newRow(name) << log << expected;
    };
    row("over TLS", tls(1) + from(1, 1), fromUni + "tls/1.3/Anonymous/C: 1/1\n" + nothing);
    row("two messages of a session", tls(1) + from(1, 1) + from(1, 2),
        fromUni + "tls/1.3/Anonymous/C: 2/2\n" + nothing);
    row("behind the queue id",
        line(1, id(1) + ": STARTTLS=server, relay=" + uni + ", version=TLSv1.2, verify=OK, cipher=C, bits=256/256")
            + from(1, 1),
        fromUni + "tls/1.2/Trusted/C: 1/1\n" + nothing);
    row("a certificate that is not trusted", tls(1, uni, "TLSv1.2", "FAIL") + from(1, 1),
        fromUni + "tls/1.2/Untrusted/C: 1/1\n" + nothing);
    row("the cipher's version", tls(1, uni, "TLSv1/SSLv3") + from(1, 1), fromUni + "tls/Anonymous/C: 1/1\n" + nothing);
    row("in clear", another + from(1, 1), fromUni + "clear: 1/1\n" + nothing);
    row("in clear, handshakes are logged behind it", from(1, 1) + another, fromUni + "clear: 1/1\n" + nothing);
    row("a log level that tells of no handshake", from(1, 1), fromUni + "unknown: 1/1\n" + nothing);
    row("TLS by its keyword alone", from(1, 1, "s@uni.example", uni, "ESMTPS"), fromUni + "tls: 1/1\n" + nothing);
    row("another client of the same process", tls(1) + from(1, 1) + from(1, 2, "t@uni.example", "[198.51.100.2]"),
        fromUni + "tls/1.3/Anonymous/C: 1/1\ninbound 'uni.example' [198.51.100.2] clear: 1/1\n" + nothing);
    row("the session began before the log",
        another
            + line(1,
                "6AMC0Zlo000001: from=<s@uni.example>, size=2, class=0, nrcpts=1, msgid=<x>, proto=ESMTP, "
                "daemon=MTA, relay="
                    + uni)
                  .replace("12:00:00 mx sm-mta[1]", "12:00:20 mx sm-mta[1]"),
        fromUni + "unknown: 1/1\n" + nothing);
    row("recipients", another + from(1, 1, "s@uni.example", uni, "ESMTP", "3"), fromUni + "clear: 1/3\n" + nothing);
    row("null sender", another + from(1, 1, ""), "inbound '<>' [198.51.100.1] clear: 1/1\n" + nothing);
    row("refused before it was received",
        another
            + line(
                1, id(1) + ": from=<s@uni.example>, size=0, class=0, nrcpts=0, proto=ESMTP, daemon=MTA, relay=" + uni)
            + line(
                1, id(2) + ": from=<s@uni.example>, size=0, class=0, nrcpts=1, proto=ESMTP, daemon=MTA, relay=" + uni),
        nothing);
    row("refused by a milter at its end",
        another + from(1, 1) + line(1, id(1) + ": Milter: data, reject=554 5.7.1 Command rejected"),
        "reinjected 0, authenticated 0, internal 0, rejected 1\n");
    row("a milter's verdict", another + from(1, 1) + line(1, id(1) + ": Milter add: header: X-Spam-Flag: YES"),
        fromUni + "clear spam: 1/1\n" + nothing);
    row("a user of ours",
        tls(1, "[203.0.113.7]")
            + line(1, "AUTH=server, relay=[203.0.113.7], authid=me@users.example, mech=PLAIN, bits=0")
            + from(1, 1, "me@our.example", "[203.0.113.7]"),
        "submission 'users.example' [203.0.113.7] tls/1.3/Anonymous/C: 1/1\nreinjected 0, authenticated 1, internal 0, "
        "rejected 0\n");
    row("a user, by the keyword alone", tls(1) + from(1, 1, "me@our.example", uni, "ESMTPSA"),
        "submission 'our.example' [198.51.100.1] tls/1.3/Anonymous/C: 1/1\nreinjected 0, authenticated 1, internal 0, "
        "rejected 0\n");
    row("by the sendmail command, and on by the local server",
        line(
            1, id(1) + ": from=root, size=38, class=0, nrcpts=1, msgid=<m@h.example>, relay=root@localhost", "sendmail")
            + line(2,
                id(2)
                    + ": from=<root@h.example>, size=300, class=0, nrcpts=1, msgid=<m@h.example>, proto=ESMTPS, "
                      "daemon=MTA-v4, relay=localhost [127.0.0.1]")
            + line(1,
                id(1)
                    + ": to=u@our.example, ctladdr=root (0/0), delay=00:00:00, xdelay=00:00:00, mailer=relay, "
                      "pri=30038, relay=[127.0.0.1] [127.0.0.1], dsn=2.0.0, stat=Sent ("
                    + id(2) + " Message accepted for delivery)",
                "sendmail"),
        "reinjected 1, authenticated 0, internal 1, rejected 0\n");
    row("came back in clear",
        another
            + line(1,
                "STARTTLS=server, error: accept failed=-1, reason=unsupported protocol, SSL_error=1, errno=0, "
                "retry=-1, relay="
                    + uni)
            + from(2, 1),
        fromUni + "clear fell back: 1/1\n" + nothing);

    row("on the way out", tlsTo(5) + to(5, 1), toBank + "tls/1.2/Untrusted/C: 1/1\n" + nothing);
    row("chain verified", tlsTo(5, "mx.bank.example.", "OK") + to(5, 1), toBank + "tls/1.2/Trusted/C: 1/1\n" + nothing);
    row("by DANE", tlsTo(5, "mx.bank.example.", "TRUSTED") + to(5, 1), toBank + "tls/1.2/Verified/C: 1/1\n" + nothing);
    row("several of a message", tlsTo(5) + to(5, 1, "<u@bank.example>,<v@bank.example>,w@bank.example"),
        toBank + "tls/1.2/Untrusted/C: 1/3\n" + nothing);
    row("the next message on the same connection", tlsTo(5) + to(5, 1) + to(5, 2),
        toBank + "tls/1.2/Untrusted/C: 2/2\n" + nothing);
    row("another host of the same process",
        tlsTo(5) + to(5, 1)
            + to(5, 2, "<u@uni.example>", "Sent (ok)",
                "mx.uni.example. "
                "[198.51.100.1]"),
        toBank + "tls/1.2/Untrusted/C: 1/1\noutbound 'uni.example' [198.51.100.1] clear: 1/1\n" + nothing);
    row("another process", tlsTo(5) + to(6, 1), toBank + "clear: 1/1\n" + nothing);
    row("no handshake is logged", to(6, 1), toBank + "unknown: 1/1\n" + nothing);
    row("not yet, and not at all",
        tlsTo(5) + to(5, 1, "<u@bank.example>", "Deferred: 450 later") + to(5, 1, "<u@bank.example>", "User unknown")
            + to(5, 2, "<u@bank.example>", "queued"),
        nothing);
    row("here", to(5, 1, "<u@our.example>", "Sent", "local", "local"), nothing);
    row("a Message-ID that holds TLS and a host",
        another
            + line(1,
                id(1)
                    + ": from=<a@evil.example>, size=7, class=0, nrcpts=1, msgid=<m>, proto=ESMTPS, "
                      "daemon=MTA, relay="
                    + uni + ", proto=ESMTP, daemon=MTA, relay=[203.0.113.1]"),
        "inbound 'evil.example' [203.0.113.1] clear: 1/1\n" + nothing);
    row("a reply that names a message of another's",
        tls(1) + from(1, 1) + tlsTo(5, "mx.evil.example.")
            + to(5, 2, "<u@evil.example>", "Sent (" + id(1) + " Message accepted for delivery)",
                "mx.evil.example. [203.0.113.1]"),
        fromUni + "tls/1.3/Anonymous/C: 1/1\noutbound 'evil.example' [203.0.113.1] tls/1.2/Untrusted/C: 1/1\n"
            + nothing);
    row("a reply that holds a line",
        tlsTo(5)
            + to(5, 1, "<u@bank.example>",
                "Sent (ok) " + id(9)
                    + ": from=<a@b.example>, "
                      "size=1, class=0, nrcpts=1, proto=ESMTP, relay=[203.0.113.1]"),
        toBank + "tls/1.2/Untrusted/C: 1/1\n" + nothing);
}

void SendmailJoinerTest::counts()
{
    QFETCH(const QByteArray, log);
    QFETCH(const QByteArray, expected);
    QCOMPARE(difference(story(log), expected), QByteArray());
}

void SendmailJoinerTest::notesWhatIsRefused()
{
    using Code = ImportNote::Code;
    const ImportResult result = importBytes(another
        + line(1,
            id(1) + ": ruleset=check_mail, arg1=<s@uni.example>, relay=" + uni
                + ", reject=403 4.7.0 encryption too weak 0 less than 112")
        + line(1,
            id(2) + ": ruleset=check_mail, arg1=<s@uni.example>, relay=" + uni
                + ", reject=450 4.7.1 <s@uni.example>... Session encryption is required")
        + line(2,
            id(3) + ": ruleset=check_rcpt, arg1=<u@our.example>, relay=" + uni
                + ", reject=550 5.7.1 <u@our.example>... Relaying denied")
        + to(3, 4, "<u@bank.example>", "Deferred: 403 4.7.0 TLS handshake failed."));
    QCOMPARE(result.excluded.rejected, 3U);
    QCOMPARE(notes(result.state.notes, Code::PlaintextRefusals), 2U);
    QCOMPARE(detailOf(result.state.notes, Code::PlaintextRefusals), u"uni.example (2)"_s);
    QCOMPARE(notes(result.state.notes, Code::TlsRequiredFailures), 1U);
    QCOMPARE(result.state.sources.front().format, u"sendmail"_s);
}

void SendmailJoinerTest::everyCutOfALog()
{
    const QByteArray log = from(1, 1) + tls(2)
        + line(2,
            "AUTH=server, relay=" + uni
                + ", authid=me@users.example, "
                  "mech=PLAIN, bits=0")
        + from(2, 2, "s@uni.example", uni, "ESMTP", "2") + tlsTo(5) + to(5, 2) + to(5, 3)
        + line(2, id(2) + ": Milter add: header: X-Spam-Flag: YES") + to(6, 2, "<v@other.example>") + from(2, 4);
    const QByteArray whole = dump(importBytes(log));
    for (qsizetype end = log.indexOf('\n') + 1; end > 0 && end < log.size(); end = log.indexOf('\n', end) + 1) {
        const LogFolder folder;
        folder.write(u"mail.log"_s, log.left(end));
        const ImportResult first = import({folder.path(u"mail.log"_s)});
        folder.write(u"mail.log"_s, log);
        QCOMPARE(
            difference(dump(import({folder.path(u"mail.log"_s)}, testOptions(), &first.state)), whole), QByteArray());
    }
}

/** No line says that a message is done: it is when its recipients are. */
void SendmailJoinerTest::settlesWhatIsDone()
{
    const QByteArray later = line(9, "NOQUEUE: connect from [203.0.113.9]").replace("12:00:00", "13:00:00");
    const QByteArray log = tls(1) + from(1, 1, "s@uni.example", uni, "ESMTP", "2")
        + to(2, 1, "<u@our.example>", "Sent", "local", "local");
    QCOMPARE(messagesOf(importBytes(log + later).state.settled, Direction::Inbound), 0U);
    QCOMPARE(messagesOf(
                 importBytes(log + to(3, 1, "<v@our.example>", "User unknown", "local", "local") + later).state.settled,
                 Direction::Inbound),
        1U);
}

QTEST_GUILESS_MAIN(SendmailJoinerTest)

#include "tst_sendmailjoiner.moc"
