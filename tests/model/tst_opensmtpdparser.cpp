// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The three forms of OpenSMTPD's lines, and what a client can write into one of them.

#include "model/servers/opensmtpd/opensmtpdparser.h"
#include "modeltest.h"

using namespace waxseal;
using namespace waxseal::test;

class OpensmtpdParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void isNotFooled_data();
    void isNotFooled();
    void cutAnywhereItStaysSafe();
};

namespace {

using Kind = OpensmtpdEvent::Kind;

QByteArray bytes(std::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

QByteArray kindName(Kind kind)
{
    switch (kind) {
    case Kind::None:
        return "nothing";
    case Kind::Connect:
        return "connect";
    case Kind::Disconnect:
        return "disconnect";
    case Kind::TlsFrom:
        return "tls from";
    case Kind::CertificateFrom:
        return "certificate from";
    case Kind::Authenticated:
        return "authenticated";
    case Kind::Accepted:
        return "accepted";
    case Kind::Envelope:
        return "envelope";
    case Kind::Rejected:
        return "rejected";
    case Kind::EncryptionRequired:
        return "encryption required";
    case Kind::Connecting:
        return "connecting";
    case Kind::TlsTo:
        return "tls to";
    case Kind::CertificateTo:
        return "certificate to";
    case Kind::HandshakeFailedTo:
        return "handshake failed to";
    case Kind::DisconnectTo:
        return "disconnect to";
    case Kind::Delivery:
        return "delivery";
    case Kind::Started:
        return "started";
    }
    return {};
}

/** Everything that the event holds but the session, in one line: key=value, and only what is there. */
QByteArray describe(const OpensmtpdEvent& event)
{
    QByteArray out = kindName(event.kind);
    const auto add = [&out](const char* key, std::string_view value) {
        if (!value.empty())
            out += ' ' + QByteArray(key) + '=' + bytes(value);
    };
    add("msg", event.messageId);
    if (event.senderKnown)
        out += " from=" + bytes(event.sender);
    add("to", event.recipient);
    add("name", event.hostName);
    add("ip", event.hostAddress);
    add("tls", event.tlsProtocol);
    add("cipher", event.cipher);
    add("user", event.user);
    add("said", event.response);
    const auto number = [&out](const char* key, std::uint64_t value) {
        if (value > 0)
            out += ' ' + QByteArray(key) + '=' + QByteArray::number(value);
    };
    number("size", event.size);
    number("n", event.recipientCount);
    number("port", event.port);
    number("s", event.seconds);
    for (const auto& [flag, word] :
        {std::pair{event.isSent, " sent"}, std::pair{event.isFinal, " final"}, std::pair{event.isOverSmtp, " smtp"},
            std::pair{event.certificateValid, " valid"}, std::pair{event.handshakeFailed, " failed"},
            std::pair{event.inClearByChoice, " notls"}, std::pair{event.tlsRequired, " required"}}) {
        if (flag)
            out += word;
    }
    return out;
}

void addColumns()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("expected");
}

void row(const char* name, const char* line, const char* expected)
{
    QTest::newRow(name) << QByteArray(line) << QByteArray(expected);
}

} // namespace

void OpensmtpdParserTest::reads_data()
{
    addColumns();
    row("connect", "f274cf34b7d0786b smtp connected address=192.0.2.8 host=mail.a.example",
        "connect name=mail.a.example ip=192.0.2.8");
    row("connect, no name", "f274cf34b7d0786b smtp connected address=[2001:db8::1] host=<unknown>",
        "connect ip=2001:db8::1");
    row("connect, this machine", "f274cf34b7d0786b smtp connected address=local host=h.example",
        "connect name=h.example ip=local");
    row("handshake", "f274cf34b7d0786b smtp tls ciphers=TLSv1.3:TLS_AES_256_GCM_SHA384:256",
        "tls from tls=TLSv1.3 cipher=TLS_AES_256_GCM_SHA384");
    row("certificate", "f274cf34b7d0786b smtp cert-check result=\"verified\" fingerprint=\"SHA256:aa\"",
        "certificate from valid");
    row("certificate, not verified", "f274cf34b7d0786b smtp cert-check result=\"unchecked\" fingerprint=\"SHA256:aa\"",
        "certificate from");
    row("the server's", "f274cf34b7d0786b smtp cert-check result=\"no certificate presented\"", "nothing");
    row("authenticated", "f274cf34b7d0786b smtp authentication user=bar result=ok", "authenticated user=bar");
    row("not authenticated", "f274cf34b7d0786b smtp authentication user=bar result=permfail", "nothing");
    row("message", "f274cf34b7d0786b smtp message msgid=78e5c402 size=1118 nrcpt=1 proto=ESMTP",
        "accepted msg=78e5c402 size=1118 n=1");
    row("envelope", "f274cf34b7d0786b smtp envelope evpid=78e5c402920bcc4f from=<u@a.example> to=<v@b.example>",
        "envelope msg=78e5c402 from=u@a.example to=v@b.example");
    row("envelope, null sender", "f274cf34b7d0786b smtp envelope evpid=78e5c402920bcc4f from=<> to=<v@b.example>",
        "envelope msg=78e5c402 from= to=v@b.example");
    row("end", "f274cf34b7d0786b smtp disconnected reason=quit", "disconnect");
    row("handshake failed",
        "f274cf34b7d0786b smtp disconnected reason=\"io-error: handshake failed: error:0A000102:SSL "
        "routines::unsupported protocol\"",
        "disconnect failed");
    row("handshake failed, 6.8",
        "577c82b4905552ae smtp disconnected reason=\"io-error: error:0A080006:SSL routines::EVP lib\"",
        "disconnect failed");
    row("the network failed", "577c82b4905552ae smtp disconnected reason=\"io-error: Connection reset by peer\"",
        "disconnect");
    row("refused for want of TLS, lower case",
        "577c82b7d1e8b6aa smtp failed-command command=\"mail FROM:<r@required.example> size=85\" result=\"530 5.5.1 "
        "Invalid "
        "command: Must issue a STARTTLS command first\"",
        "encryption required from=r@required.example");
    row("handshake failed, 6.4", "f274cf34b7d0786b smtp disconnected reason=tls-accept-failed", "disconnect failed");
    row("refused", "b4a942c181a10c63 smtp failed-command command=\"DATA\" result=\"451 Try again later\"", "rejected");
    row("refused sender",
        "b4a942c181a10c63 smtp failed-command command=\"MAIL FROM:<root>\" result=\"553 5.1.0 Sender "
        "address syntax error\"",
        "rejected from=root");
    row("refused for want of TLS, filter",
        "b4a942c181a10c63 smtp failed-command command=\"MAIL FROM:<u@a.example>\" "
        "result=\"450 4.7.1 Session encryption is required\"",
        "encryption required from=u@a.example");
    row("refused for want of TLS, listener",
        "b4a942c181a10c63 smtp failed-command command=\"MAIL FROM:<u@a.example> SIZE=3\" result=\"530 5.5.1 Invalid "
        "command: Must issue an AUTH/STARTTLS command first\"",
        "encryption required from=u@a.example");
    row("another command", "b4a942c181a10c63 smtp failed-command command=\"VRFY x\" result=\"500 5.5.1 no\"",
        "nothing");
    row("connecting", "5df87c9ffd0e785d mta connecting address=smtp://192.0.2.27:25 host=mx.b.example",
        "connecting name=mx.b.example ip=192.0.2.27 port=25");
    row("connecting, IPv6", "5df87c9ffd0e785d mta connecting address=smtp+tls://[2001:db8::1]:587 host=mx.b.example",
        "connecting name=mx.b.example ip=2001:db8::1 port=587");
    row("connecting in clear", "5df87c9ffd0e785d mta connecting address=smtp+notls://192.0.2.27:25 host=192.0.2.27",
        "connecting ip=192.0.2.27 port=25 notls");
    row("connected", "5df87c9ffd0e785d mta connected", "nothing");
    row("handshake of ours", "5df87c9ffd0e785d mta tls ciphers=TLSv1.2:ECDHE-RSA-CHACHA20-POLY1305:256",
        "tls to tls=TLSv1.2 cipher=ECDHE-RSA-CHACHA20-POLY1305");
    row("the server's certificate", "5df87c9ffd0e785d mta cert-check result=\"valid\" fingerprint=\"SHA256:bb\"",
        "certificate to valid");
    row("the server's certificate, no",
        "5df87c9ffd0e785d mta cert-check result=\"unverified\" fingerprint=\"SHA256:bb\"", "certificate to");
    row("handshake of ours failed", "5df87c9ffd0e785d mta error reason=IO Error: handshake failed: error:0A000086",
        "handshake failed to");
    row("another error", "5df87c9ffd0e785d mta error reason=Connection refused", "nothing");
    row("end of ours", "5df87c9ffd0e785d mta disconnected reason=quit messages=1", "disconnect to");
    row("sent",
        "5df87c9ffd0e785d mta delivery evpid=f6e94209918f7e7b from=<u@a.example> to=<v@b.example> rcpt=<-> "
        "source=\"192.0.2.1\" relay=\"192.0.2.27 (mx.b.example)\" delay=1m2s result=\"Ok\" stat=\"250 2.0.0 OK  156 "
        "z11.62 - gsmtp\"",
        "delivery msg=f6e94209 from=u@a.example to=v@b.example name=mx.b.example ip=192.0.2.27 said=250 2.0.0 OK  156 "
        "z11.62 - gsmtp s=62 sent final smtp");
    row("not yet",
        "5df87c9ffd0e785d mta delivery evpid=f6e94209918f7e7b from=<> to=<v@b.example> rcpt=<-> source=\"-\" "
        "relay=\"b.example\" delay=2s result=\"TempFail\" stat=\"TLS required but not supported by remote "
        "host\"",
        "delivery msg=f6e94209 from= to=v@b.example ip=b.example said=TLS required but not supported by remote host "
        "s=2 smtp required");
    row("bounced",
        "5df87c9ffd0e785d mta delivery evpid=f6e94209918f7e7b from=<> to=<v@b.example> rcpt=<-> "
        "source=\"192.0.2.1\" relay=\"[2001:db8::1] (mx.b.example)\" delay=2s result=\"PermFail\" stat=\"550 "
        "no\"",
        "delivery msg=f6e94209 from= to=v@b.example name=mx.b.example ip=2001:db8::1 said=550 no s=2 final smtp");
    row("delivered here",
        "f274cf35d39a7d0b mda delivery evpid=78e5c402920bcc4f from=<u@a.example> to=<v@h.example> "
        "rcpt=<v@h.example> user=v delay=1s result=Ok stat=Delivered",
        "delivery msg=78e5c402 from=u@a.example to=v@h.example said=Delivered s=1 sent final");
    row("began", "info: OpenSMTPD 7.6.0-portable starting", "started");

    row("6.3, connect", "f274cf34b7d0786b smtp event=connected address=192.0.2.8 host=mail.a.example",
        "connect name=mail.a.example ip=192.0.2.8");
    row("6.3, handshake",
        "f274cf34b7d0786b smtp event=starttls address=192.0.2.8 host=mail.a.example "
        "ciphers=\"version=TLSv1.2, cipher=ECDHE-RSA-AES256-GCM-SHA384, bits=256\"",
        "tls from name=mail.a.example ip=192.0.2.8 tls=TLSv1.2 cipher=ECDHE-RSA-AES256-GCM-SHA384");
    row("5.9, handshake", "f274cf34b7d0786b smtp event=starttls ciphers=\"version=TLSv1, cipher=AES256-SHA, bits=256\"",
        "tls from tls=TLSv1 cipher=AES256-SHA");
    row("6.3, certificate",
        "f274cf34b7d0786b smtp event=client-cert-check address=192.0.2.8 host=m.a.example "
        "result=\"success\"",
        "certificate from name=m.a.example ip=192.0.2.8 valid");
    row("6.3, message",
        "f274cf34b7d0786b smtp event=message address=192.0.2.8 host=m.a.example msgid=78e5c402 "
        "from=<u@a.example> to=<v@h.example> size=1118 ndest=1 proto=ESMTP",
        "accepted msg=78e5c402 from=u@a.example to=v@h.example name=m.a.example ip=192.0.2.8 size=1118");
    row("6.3, authenticated",
        "f274cf34b7d0786b smtp event=authentication user=bar address=192.0.2.8 host=m.a.example "
        "result=ok",
        "authenticated user=bar");
    row("6.3, end", "f274cf34b7d0786b smtp event=closed address=192.0.2.8 host=m.a.example reason=quit",
        "disconnect name=m.a.example ip=192.0.2.8");
    row("6.3, delivery",
        "8f4864084ecc48f4 mta event=delivery evpid=7077717e797a776e from=<u@a.example> to=<v@b.example> rcpt=<-> "
        "source=\"192.0.2.1\" relay=\"192.0.2.33 (192.0.2.33)\" delay=1s result=\"PermFail\" stat=\"550 5.7.1 no\"",
        "delivery msg=7077717e from=u@a.example to=v@b.example ip=192.0.2.33 said=550 5.7.1 no s=1 final smtp");

    row("5.7, connect", "smtp-in: New session 08d856b172f69c5c from host mx.a.example [192.0.2.8]",
        "connect name=mx.a.example ip=192.0.2.8");
    row("5.7, connect, this machine", "smtp-in: New session 08d856b172f69c5c from host h.example [local]",
        "connect name=h.example ip=local");
    row("5.7, handshake",
        "smtp-in: Started TLS on session 427e749c2e46f809: version=TLSv1.2, cipher=EDH-RSA-DES-CBC3-SHA, bits=112",
        "tls from tls=TLSv1.2 cipher=EDH-RSA-DES-CBC3-SHA");
    row("5.7, message",
        "smtp-in: Accepted message 4296f490 on session 08d856b172f69c5c: from=<u@a.example>, "
        "to=<v@h.example>, size=1746, ndest=1, proto=ESMTP",
        "accepted msg=4296f490 from=u@a.example to=v@h.example size=1746");
    row("5.3, message",
        "smtp-in: Accepted message 4296f490 on session 08d856b172f69c5c: from=<>, size=1746, nrcpts=3, "
        "proto=ESMTP",
        "accepted msg=4296f490 from= size=1746 n=3");
    row("5.7, authenticated", "smtp-in: Accepted authentication for user bar on session 08d856b172f69c5c",
        "authenticated user=bar");
    row("5.7, refused",
        "smtp-in: Failed command on session 1f55bdcdf16e28a3: \"MAIL FROM:<u@a.example>  \" => 421 4.3.0: "
        "Temporary Error",
        "rejected from=u@a.example");
    row("5.7, end", "smtp-in: Closing session 08d856b172f69c5c", "disconnect");
    row("5.7, broken off", "smtp-in: Disconnecting session 427e7497e03518ef: IO error: No SSL error", "disconnect");
    row("5.7, connecting",
        "smtp-out: Connecting to smtp+tls://192.0.2.9:25 (mx.b.example) on session "
        "08d856b172f69c5d...",
        "connecting name=mx.b.example ip=192.0.2.9 port=25");
    row("5.7, handshake of ours",
        "smtp-out: Started TLS on session 08d856b172f69c5d: version=TLSv1.2, cipher=AES256-SHA, bits=256",
        "tls to tls=TLSv1.2 cipher=AES256-SHA");
    row("5.7, certificate", "smtp-out: Server certificate verification failed on session 08d856b172f69c5d",
        "certificate to");
    row("5.7, delivery",
        "relay: Ok for 4296f4909d9ac9bd: session=08d856b172f69c5d, from=<u@a.example>, to=<v@b.example>, rcpt=<->, "
        "source=192.0.2.1, relay=192.0.2.9 (mx.b.example), delay=3s, stat=250 2.0.0 ok",
        "delivery msg=4296f490 from=u@a.example to=v@b.example name=mx.b.example ip=192.0.2.9 said=250 2.0.0 ok s=3 "
        "sent final smtp");
}

void OpensmtpdParserTest::reads()
{
    QFETCH(const QByteArray, line);
    QFETCH(const QByteArray, expected);
    const OpensmtpdEvent event = parseOpensmtpd({line.constData(), static_cast<std::size_t>(line.size())});
    QCOMPARE(describe(event), expected);
    if (event.kind != Kind::None && event.kind != Kind::Started)
        QCOMPARE(event.session.size(), std::size_t{16});
}

void OpensmtpdParserTest::isNotFooled_data()
{
    addColumns();
    row("a user that holds a result", "f274cf34b7d0786b smtp authentication user=x result=ok y result=permfail",
        "nothing");
    row("a command that holds a result",
        "f274cf34b7d0786b smtp failed-command command=\"MAIL FROM:<a@evil.example>\" result=\"530 5.5.1 Must issue a "
        "STARTTLS command first\" result=\"553 5.1.0 no\"",
        "rejected from=a@evil.example");
    row("a sender that holds fields",
        "f274cf34b7d0786b smtp envelope evpid=78e5c402920bcc4f from=<\"x> to=<v@b.example> y\"@evil.example> "
        "to=<w@h.example>",
        "envelope msg=78e5c402 from=\"x> to=<v@b.example> y\"@evil.example to=w@h.example");
    row("a reply that holds fields",
        "5df87c9ffd0e785d mta delivery evpid=f6e94209918f7e7b from=<> to=<v@evil.example> rcpt=<-> "
        "source=\"192.0.2.1\" "
        "relay=\"203.0.113.1 (mx.evil.example)\" delay=0s result=\"TempFail\" stat=\"451 no\" result=\"Ok\" "
        "stat=\"250\"",
        "delivery msg=f6e94209 from= to=v@evil.example name=mx.evil.example ip=203.0.113.1 said=451 no\" "
        "result=\"Ok\" stat=\"250 smtp");
    row("a reason that holds a line",
        "5df87c9ffd0e785d mta error reason=451 f274cf34b7d0786b smtp connected "
        "address=192.0.2.1 host=bank.example handshake failed",
        "nothing");
    row("a session that is none", "f274cf34b7d0786 smtp connected address=192.0.2.8 host=a.example", "nothing");
    row("an old user that names a session",
        "smtp-in: Accepted authentication for user x on session 0000000000000000 y on session 08d856b172f69c5c",
        "authenticated user=x on session 0000000000000000 y");
    row("an old command that holds a reply",
        "smtp-in: Failed command on session 1f55bdcdf16e28a3: \"MAIL FROM:<a@evil.example>\" => 530 Must issue a "
        "STARTTLS "
        "command first\" => 553 no",
        "rejected from=a@evil.example");
}

void OpensmtpdParserTest::isNotFooled()
{
    reads();
}

void OpensmtpdParserTest::cutAnywhereItStaysSafe()
{
    for (const std::string whole :
        {"f274cf34b7d0786b smtp event=message address=[2001:db8::1] host=m.a.example msgid=78e5c402 "
         "from=<\"u \\\" x\"@a.example> to=<v@h.example> size=1118 ndest=1 proto=ESMTP",
            "5df87c9ffd0e785d mta delivery evpid=f6e94209918f7e7b from=<> to=<\"\\\"\"@b.example> rcpt=<-> "
            "source=\"192.0.2.1\" relay=\"[2001:db8::1] (mx.b.example)\" delay=1d2h3m4s result=\"Ok\" stat=\"250\"",
            "5df87c9ffd0e785d mta connecting address=smtp+notls://[2001:db8::1]:587 host=mx.b.example",
            "b4a942c181a10c63 smtp failed-command command=\"MAIL FROM:  <u@a.example>\" result=\"450 no\"",
            "smtp-in: Failed command on session 1f55bdcdf16e28a3: \"MAIL FROM:<u@a.example>\" => 421",
            "f274cf35d39a7d0b mda delivery evpid=78e5c402920bcc4f from=<u@a.example> to=<v@h.example> "
            "rcpt=<v@h.example> user=v delay=1s result=Ok stat=Delivered",
            "relay: Ok for 4296f4909d9ac9bd: session=08d856b172f69c5d, from=<>, to=<v@b.example>, rcpt=<->, source=-, "
            "relay=192.0.2.9 (mx), delay=3s, stat=250",
            "smtp-out: Connecting to smtp+tls://192.0.2.9:25 (mx.b.example) on session 08d856b172f69c5d..."}) {
        for (std::size_t length = 0; length <= whole.size(); ++length) {
            // A copy of exactly this length, so that reading past its end is noticed.
            const std::vector<char> cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length));
            const OpensmtpdEvent event = parseOpensmtpd({cut.data(), cut.size()});
            QVERIFY(event.hostAddress.size() <= length);
        }
    }
}

QTEST_GUILESS_MAIN(OpensmtpdParserTest)

#include "tst_opensmtpdparser.moc"
