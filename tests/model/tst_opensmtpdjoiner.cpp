// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What counts of OpenSMTPD's log, in its three forms.

#include "testlog.h"

using namespace waxseal;
using namespace waxseal::test;
using namespace Qt::StringLiterals;

class OpensmtpdJoinerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void counts_data();
    void counts();
    void notesWhatIsRefused();
    void takesTheTimeOfAContainer();
    void everyCutOfALog();
    void isNotPostfix();
};

namespace {

const QByteArray a = "f274cf34b7d0786b";
const QByteArray b = "5df87c9ffd0e785d";
const QByteArray m = "78e5c402";
const QByteArray fromUni = "inbound 'uni.example' [198.51.100.1] ";
const QByteArray toBank = "outbound 'bank.example' [192.0.2.1] ";
const QByteArray nothing = "reinjected 0, authenticated 0, internal 0, rejected 0\n";

QByteArray log(const QByteArrayList& texts)
{
    QByteArray out;
    for (const QByteArray& text : texts)
        out += "Nov 22 12:00:00 mx smtpd[3920]: " + text + '\n';
    return out;
}

const QByteArray connected = a + " smtp connected address=198.51.100.1 host=mx.uni.example";
const QByteArray tls = a + " smtp tls ciphers=TLSv1.3:C:256";
const QByteArray message = a + " smtp message msgid=" + m + " size=1118 nrcpt=2 proto=ESMTP";
const QByteArray envelope = a + " smtp envelope evpid=" + m + "920bcc4f from=<s@uni.example> to=<u@our.example>";
const QByteArray second = a + " smtp envelope evpid=" + m + "920bcc50 from=<s@uni.example> to=<v@our.example>";
const QByteArray closed = a + " smtp disconnected reason=quit";

const QByteArray connecting = b + " mta connecting address=smtp://192.0.2.1:25 host=mx.bank.example";
const QByteArray tlsTo = b + " mta tls ciphers=TLSv1.2:C:256";

QByteArray delivery(const QByteArray& result = "Ok", const QByteArray& stat = "250 2.0.0 ok", const QByteArray& id = m,
    const QByteArray& relay = "192.0.2.1 (mx.bank.example)", const QByteArray& session = b)
{
    return session + " mta delivery evpid=" + id + "920bcc4f from=<s@uni.example> to=<u@bank.example> rcpt=<-> "
        + "source=\"203.0.113.1\" relay=\"" + relay + "\" delay=2s result=\"" + result + "\" stat=\"" + stat + '"';
}

QByteArray story(const QByteArray& bytes, const ImportOptions& options = testOptions())
{
    return dump(importBytes(bytes, options)).replace("20779 ", "");
}

} // namespace

void OpensmtpdJoinerTest::counts_data()
{
    QTest::addColumn<QByteArray>("log");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* name, const QByteArrayList& texts, const QByteArray& expected) {
        QTest::newRow(name) << log(texts) << expected;
    };
    row("over TLS", {connected, tls, message, envelope, second, closed},
        fromUni + "tls/1.3/Anonymous/C: 1/2\n" + nothing);
    row("in clear", {connected, message, envelope, second, closed}, fromUni + "clear: 1/2\n" + nothing);
    row("a certificate",
        {connected, tls, a + " smtp cert-check result=\"verified\" fingerprint=\"SHA256:aa\"", message, envelope},
        fromUni + "tls/1.3/Trusted/C: 1/2\n" + nothing);
    row("a certificate that is not verified",
        {connected, tls, a + " smtp cert-check result=\"unchecked\" fingerprint=\"SHA256:aa\"", message, envelope},
        fromUni + "tls/1.3/Untrusted/C: 1/2\n" + nothing);
    row("a message in clear, then one over TLS",
        {connected, message, envelope, tls, QByteArray(message).replace(m, "11111111"),
            QByteArray(envelope).replace(m, "11111111"), closed},
        fromUni + "clear: 1/2\n" + fromUni + "tls/1.3/Anonymous/C: 1/2\n" + nothing);
    row("the session began before the log", {message, envelope, second, closed},
        "inbound 'uni.example' [] unknown: 1/2\n" + nothing);
    row("the message began before the log", {envelope, second, closed}, nothing);
    row("not accepted", {connected, tls, message, closed}, nothing);
    row("a user of ours",
        {connected, tls, a + " smtp authentication user=me@users.example result=ok", message, envelope},
        "submission 'users.example' [198.51.100.1] tls/1.3/Anonymous/C: 1/2\nreinjected 0, authenticated 1, internal "
        "0, "
        "rejected 0\n");
    row("a user that may not", {connected, tls, a + " smtp authentication user=me result=permfail", message, envelope},
        fromUni + "tls/1.3/Anonymous/C: 1/2\n" + nothing);
    row("by the sendmail command", {a + " smtp connected address=local host=mx.our.example", message, envelope, closed},
        "reinjected 0, authenticated 0, internal 1, rejected 0\n");
    row("through a filter",
        {connected, tls, message, envelope, closed, b + " mta connecting address=smtp://127.0.0.1:10027 host=localhost",
            "5df87c9c42abeddb smtp connected address=127.0.0.1 host=localhost",
            "5df87c9c42abeddb smtp message msgid=f6e94209 size=1300 nrcpt=1 proto=ESMTP",
            "5df87c9c42abeddb smtp envelope evpid=f6e94209918f7e7b from=<s@uni.example> to=<u@our.example>",
            delivery("Ok", "250 2.0.0: f6e94209 Message accepted for delivery", m, "127.0.0.1 (localhost)"),
            "5df87c9c42abeddb smtp disconnected reason=quit",
            ("f274cf35d39a7d0b mda delivery evpid=f6e94209918f7e7b from=<s@uni.example> to=<u@our.example> "
             "rcpt=<u@our.example> user=u delay=1s result=Ok stat=Delivered")},
        fromUni + "tls/1.3/Anonymous/C: 1/2\nreinjected 1, authenticated 0, internal 0, rejected 0\n");
    row("came back in clear",
        {b + " smtp connected address=198.51.100.1 host=mx.uni.example",
            b
                + " smtp disconnected reason=\"io-error: handshake failed: error:0A000102:SSL routines::unsupported "
                  "protocol\"",
            connected, message, envelope},
        fromUni + "clear fell back: 1/2\n" + nothing);
    row("broken off behind its handshake",
        {connected, tls, a + " smtp disconnected reason=\"io-error: error:0A000126:SSL routines::unexpected eof\"",
            b + " smtp connected address=198.51.100.1 host=mx.uni.example", QByteArray(message).replace(a, b),
            QByteArray(envelope).replace(a, b)},
        fromUni + "clear: 1/2\n" + nothing);
    row("IPv6", {QByteArray(connected).replace("198.51.100.1", "[2001:db8::1]"), message, envelope},
        "inbound 'uni.example' [2001:db8::1] clear: 1/2\n" + nothing);
    row("6.3",
        {a + " smtp event=connected address=198.51.100.1 host=mx.uni.example",
            a
                + " smtp event=starttls address=198.51.100.1 host=mx.uni.example ciphers=\"version=TLSv1.2, cipher=C, "
                  "bits=256\"",
            a + " smtp event=message address=198.51.100.1 host=mx.uni.example msgid=" + m
                + " from=<s@uni.example> to=<u@our.example> size=9 ndest=1 proto=ESMTP",
            a + " smtp event=message address=198.51.100.1 host=mx.uni.example msgid=" + m
                + " from=<s@uni.example> to=<v@our.example> size=9 ndest=1 proto=ESMTP",
            a + " smtp event=closed address=198.51.100.1 host=mx.uni.example reason=quit"},
        fromUni + "tls/1.2/Anonymous/C: 1/1\n" + nothing);
    row("5.7",
        {"smtp-in: New session " + a + " from host mx.uni.example [198.51.100.1]",
            "smtp-in: Started TLS on session " + a + ": version=TLSv1, cipher=C, bits=256",
            "smtp-in: Accepted message " + m + " on session " + a
                + ": from=<s@uni.example>, to=<u@our.example>, size=9, "
                  "ndest=1, proto=ESMTP",
            "smtp-in: Closing session " + a},
        fromUni + "tls/1.0/Anonymous/C: 1/1\n" + nothing);

    row("on the way out", {connecting, b + " mta connected", tlsTo, delivery()}, toBank + "tls/1.2/C: 1/1\n" + nothing);
    row("verified", {connecting, tlsTo, b + " mta cert-check result=\"valid\" fingerprint=\"SHA256:b\"", delivery()},
        toBank + "tls/1.2/Verified/C: 1/1\n" + nothing);
    row("on the way out, in clear", {connecting, b + " mta connected", delivery()}, toBank + "clear: 1/1\n" + nothing);
    row("two messages of a connection", {connecting, tlsTo, delivery(), delivery("Ok", "250", "11111111")},
        toBank + "tls/1.2/C: 2/2\n" + nothing);
    row("the connection began before the log", {delivery()}, toBank + "unknown: 1/1\n" + nothing);
    row("the handshake failed, and on in clear",
        {connecting, b + " mta error reason=IO Error: handshake failed: error:0A000086",
            b + " mta connecting address=smtp+notls://192.0.2.1:25 host=mx.bank.example", delivery()},
        toBank + "clear fell back: 1/1\n" + nothing);
    row("in clear by the settings",
        {b + " mta connecting address=smtp+notls://192.0.2.1:25 host=mx.bank.example", delivery()},
        toBank + "clear: 1/1\n" + nothing);
    row("not yet", {connecting, tlsTo, delivery("TempFail", "451 later")}, nothing);
    row("a reply that names a message of another's",
        {connected, tls, message, envelope, connecting, tlsTo,
            delivery("Ok", "250 2.0.0: " + m + " Message accepted for delivery", "11111111")},
        fromUni + "tls/1.3/Anonymous/C: 1/2\n" + toBank + "tls/1.2/C: 1/1\n" + nothing);
}

void OpensmtpdJoinerTest::counts()
{
    QFETCH(const QByteArray, log);
    QFETCH(const QByteArray, expected);
    QCOMPARE(difference(story(log), expected), QByteArray());
}

void OpensmtpdJoinerTest::notesWhatIsRefused()
{
    using Code = ImportNote::Code;
    const ImportResult result = importBytes(log({
        connected,
        a
            + " smtp failed-command command=\"MAIL FROM:<s@uni.example>\" result=\"450 4.7.1 Session encryption is "
              "required\"",
        a + " smtp failed-command command=\"RCPT TO:<u@our.example>\" result=\"550 5.1.1 Recipient rejected\"",
        connecting,
        delivery("TempFail", "TLS required but not supported by remote host"),
    }));
    QCOMPARE(result.excluded.rejected, 2U);
    QCOMPARE(notes(result.state.notes, Code::PlaintextRefusals), 1U);
    QCOMPARE(detailOf(result.state.notes, Code::PlaintextRefusals), u"uni.example (1)"_s);
    QCOMPARE(detailOf(result.state.notes, Code::TlsRequiredFailures), u"bank.example (1)"_s);
    QCOMPARE(result.state.sources.front().format, u"opensmtpd"_s);
}

/** smtpd -dv in a container: the time is that of the container's log. */
void OpensmtpdJoinerTest::takesTheTimeOfAContainer()
{
    QByteArray bytes;
    for (const QByteArray& text : {connected, tls, message, envelope, closed})
        bytes += "2026-11-24T12:00:00.5Z " + text + '\n';
    QCOMPARE(dump(importBytes(bytes)), "20781 " + fromUni + "tls/1.3/Anonymous/C: 1/2\n" + nothing);
    QByteArray json;
    for (const QByteArray& text : {connected, tls, message, envelope, closed})
        json += "{\"log\":\"" + text + "\\n\",\"stream\":\"stderr\",\"time\":\"2026-11-24T12:00:00.5Z\"}\n";
    QCOMPARE(dump(importBytes(json)), "20781 " + fromUni + "tls/1.3/Anonymous/C: 1/2\n" + nothing);
}

void OpensmtpdJoinerTest::everyCutOfALog()
{
    const QByteArray bytes = log({connected, tls, a + " smtp cert-check result=\"verified\" fingerprint=\"SHA256:aa\"",
        message, envelope, second, closed, connecting, tlsTo, b + " mta cert-check result=\"valid\" fingerprint=\"x\"",
        delivery(), b + " mta connecting address=smtp+notls://192.0.2.1:25 host=mx.bank.example",
        delivery("Ok", "250", "11111111"), "0000000000000001 smtp connected address=local host=h",
        "0000000000000001 smtp message msgid=22222222 size=3 nrcpt=1 proto=ESMTP",
        "0000000000000001 smtp envelope evpid=2222222200000000 from=<r@our.example> to=<u@our.example>"});
    const QByteArray whole = dump(importBytes(bytes));
    for (qsizetype end = bytes.indexOf('\n') + 1; end > 0 && end < bytes.size(); end = bytes.indexOf('\n', end) + 1) {
        const LogFolder folder;
        folder.write(u"mail.log"_s, bytes.left(end));
        const ImportResult first = import({folder.path(u"mail.log"_s)});
        folder.write(u"mail.log"_s, bytes);
        QCOMPARE(
            difference(dump(import({folder.path(u"mail.log"_s)}, testOptions(), &first.state)), whole), QByteArray());
    }
}

/** Both have a program of this name; in one log each keeps its own. */
void OpensmtpdJoinerTest::isNotPostfix()
{
    const QByteArray peer = "mx.bank.example[192.0.2.1]";
    const QByteArray both = LogWriter("other")
                                .connect(1, peer)
                                .message(1, "AAAA1", peer, "b@bank.example")
                                .disconnect(1, peer, "ehlo=1 mail=1 rcpt=1 data=1 quit=1")
                                .bytes()
        + log({connected, tls, message, envelope, closed});
    QCOMPARE(story(both),
        "inbound 'bank.example' [192.0.2.1] clear: 1/1\n" + fromUni + "tls/1.3/Anonymous/C: 1/2\n" + nothing);
}

QTEST_GUILESS_MAIN(OpensmtpdJoinerTest)

#include "tst_opensmtpdjoiner.moc"
