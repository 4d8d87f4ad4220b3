// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The forms of Sendmail's lines, and what a client can write into one of them.

#include "model/servers/queuedas.h"
#include "model/servers/sendmail/sendmailparser.h"
#include "modeltest.h"

using namespace waxseal;
using namespace waxseal::test;

class SendmailParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void isNotFooled_data();
    void isNotFooled();
    void takesRecipients_data();
    void takesRecipients();
    void findsTheQueueIdInReplies_data();
    void findsTheQueueIdInReplies();
    void knowsProtocols();
    void cutAnywhereItStaysSafe();
};

namespace {

using Kind = SendmailEvent::Kind;

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
    case Kind::TlsTo:
        return "tls to";
    case Kind::HandshakeFailedFrom:
        return "handshake failed from";
    case Kind::HandshakeFailedTo:
        return "handshake failed to";
    case Kind::Authenticated:
        return "authenticated";
    case Kind::Arrival:
        return "arrival";
    case Kind::Delivery:
        return "delivery";
    case Kind::Rejected:
        return "rejected";
    case Kind::EncryptionRequired:
        return "encryption required";
    case Kind::MessageRejected:
        return "message rejected";
    case Kind::Verdict:
        return "verdict";
    case Kind::Started:
        return "started";
    }
    return {};
}

QByteArray verifyName(SendmailEvent::Verify verify)
{
    switch (verify) {
    case SendmailEvent::Verify::Ok:
        return "ok";
    case SendmailEvent::Verify::Trusted:
        return "trusted";
    case SendmailEvent::Verify::Failed:
        return "failed";
    case SendmailEvent::Verify::None:
        return "none";
    default:
        return {};
    }
}

/** Everything that the event holds, in one line: key=value, and only what is there. */
QByteArray describe(const SendmailEvent& event)
{
    QByteArray out = kindName(event.kind);
    const auto add = [&out](const char* key, std::string_view value) {
        if (!value.empty())
            out += ' ' + QByteArray(key) + '=' + bytes(value);
    };
    add("id", event.queueId);
    add("from", event.sender);
    add("to", event.recipients);
    add("name", event.hostName);
    add("ip", event.hostAddress);
    add("tls", event.tlsProtocol);
    add("cipher", event.cipher);
    add("verify", verifyName(event.verify).toStdString());
    add("proto", event.protocol);
    add("user", event.user);
    add("by", event.localUser);
    add("mailer", event.mailer);
    add("mid", event.messageId);
    add("status", event.status);
    const auto number = [&out](const char* key, std::uint64_t value) {
        if (value > 0)
            out += ' ' + QByteArray(key) + '=' + QByteArray::number(value);
    };
    number("size", event.size);
    number("n", event.recipientCount);
    number("s", event.seconds);
    if (event.kind == Kind::Delivery)
        out += event.outcome == SendmailEvent::Status::Sent    ? " sent"
            : event.outcome == SendmailEvent::Status::Deferred ? " deferred"
                                                               : " failed";
    for (const auto& [flag, word] : {std::pair{event.senderCut, " cut"}, std::pair{event.isReceived, " received"},
             std::pair{event.tlsRequired, " required"}, std::pair{event.spam, " spam"}}) {
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

void row(const char* name, const QByteArray& line, const char* expected)
{
    QTest::newRow(name) << line << QByteArray(expected);
}

} // namespace

void SendmailParserTest::reads_data()
{
    addColumns();
    row("connect", "NOQUEUE: connect from [192.0.2.8]", "connect ip=192.0.2.8");
    row("connect, named", "NOQUEUE: connect from mx.a.example [192.0.2.8] (may be forged)",
        "connect name=mx.a.example ip=192.0.2.8");
    row("handshake",
        "STARTTLS=server, relay=mx.a.example [192.0.2.1], version=TLSv1.3, verify=NO, "
        "cipher=TLS_AES_256_GCM_SHA384, bits=256/256",
        "tls from name=mx.a.example ip=192.0.2.1 tls=TLSv1.3 cipher=TLS_AES_256_GCM_SHA384 verify=none");
    row("behind the queue id",
        "6AMCjElo030508: STARTTLS=server, relay=[192.0.2.1], version=TLSv1.2, verify=OK, "
        "cipher=ECDHE-RSA-AES256-GCM-SHA384, bits=256/256",
        "tls from id=6AMCjElo030508 ip=192.0.2.1 tls=TLSv1.2 cipher=ECDHE-RSA-AES256-GCM-SHA384 verify=ok");
    row("the cipher's version",
        "STARTTLS=server, relay=a.example [192.0.2.1], version=TLSv1/SSLv3, verify=FAIL, "
        "cipher=AES128-SHA, bits=128/128",
        "tls from name=a.example ip=192.0.2.1 cipher=AES128-SHA verify=failed");
    row("the cipher's version, OpenSSL 1.1",
        "STARTTLS=client, relay=mx.b.example., version=TLSv1.0, verify=FAIL, "
        "cipher=ECDHE-RSA-AES256-SHA, bits=256/256",
        "tls to name=mx.b.example cipher=ECDHE-RSA-AES256-SHA verify=failed");
    row("TLS 1.0",
        "STARTTLS=client, relay=mx.b.example., version=TLSv1, verify=TRUSTED, cipher=AES256-SHA, "
        "bits=256/256",
        "tls to name=mx.b.example tls=TLSv1 cipher=AES256-SHA verify=trusted");
    row("IPv6",
        "STARTTLS=server, relay=six.example [IPv6:2001:db8::1] (may be forged), version=TLSv1.3, verify=NOT, "
        "cipher=TLS_AES_128_GCM_SHA256, bits=128/128",
        "tls from name=six.example ip=2001:db8::1 tls=TLSv1.3 cipher=TLS_AES_128_GCM_SHA256 verify=none");
    row("certificate's names", "STARTTLS=server, cert-subject=/CN=a, cert-issuer=/CN=b, verifymsg=ok", "nothing");
    row("handshake failed",
        "STARTTLS=server, error: accept failed=-1, reason=no shared cipher, SSL_error=1, errno=0, "
        "retry=-1, relay=[192.0.2.7]",
        "handshake failed from ip=192.0.2.7");
    row("handshake failed, before 8.15", "STARTTLS=server, error: accept failed=0, SSL_error=1, errno=0",
        "handshake failed from");
    row("handshake of ours failed", "STARTTLS=client, error: connect failed=0, SSL_error=5", "handshake failed to");
    row("library's words", "STARTTLS=server: error:0A000076:SSL routines::no suitable signature algorithm", "nothing");
    row("settings", "STARTTLS=server, init=1", "nothing");
    row("arrival",
        "6AMCjENi030509: from=<u@a.example>, size=200, class=0, nrcpts=1, msgid=<m@a.example>, proto=ESMTPS, "
        "daemon=MTA, relay=mx.a.example [192.0.2.2]",
        "arrival id=6AMCjENi030509 from=u@a.example name=mx.a.example ip=192.0.2.2 proto=ESMTPS mid=<m@a.example> "
        "size=200 n=1 received");
    row("arrival of old, with an ident",
        "VAA12345: from=<u@a.example>, size=200, class=0, pri=30200, nrcpts=2, msgid=<m@a.example>, bodytype=8BITMIME, "
        "proto=ESMTP, relay=u@mx.a.example [192.0.2.2]",
        "arrival id=VAA12345 from=u@a.example name=mx.a.example ip=192.0.2.2 proto=ESMTP mid=<m@a.example> size=200 "
        "n=2 received");
    row("arrival, more logged",
        "6AMCjENi030509: from=<>, size=9, class=0, nrcpts=1, msgid=<m>, proto=SMTP, daemon=MTA-v4, tls_verify=NONE, "
        "auth=NONE, relay=[192.0.2.2]",
        "arrival id=6AMCjENi030509 ip=192.0.2.2 proto=SMTP mid=<m> size=9 n=1 received");
    row("no Message-ID",
        "6AMCjENi030509: from=<a@b.example>, size=9, class=0, nrcpts=1, proto=SMTP, daemon=MTA, "
        "relay=[192.0.2.2]",
        "arrival id=6AMCjENi030509 from=a@b.example ip=192.0.2.2 proto=SMTP size=9 n=1 received");
    row("all recipients refused",
        "6AMCjENi030509: from=<a@b.example>, size=0, class=0, nrcpts=0, proto=ESMTP, "
        "daemon=MTA, relay=[192.0.2.2]",
        "arrival id=6AMCjENi030509 from=a@b.example ip=192.0.2.2 proto=ESMTP");
    row("given up before DATA",
        "6AMCjENi030509: from=<a@b.example>, size=0, class=0, nrcpts=1, proto=ESMTP, "
        "daemon=MTA, relay=[192.0.2.2]",
        "arrival id=6AMCjENi030509 from=a@b.example ip=192.0.2.2 proto=ESMTP n=1");
    row("by the sendmail command",
        "6AMCjENi030509: from=root, size=38, class=0, nrcpts=1, msgid=<m@h.example>, relay=root@localhost",
        "arrival id=6AMCjENi030509 from=root name=root@localhost by=root@localhost mid=<m@h.example> size=38 n=1 "
        "received");
    row("Solaris",
        "[ID 801593 mail.info] 6AMCjENi030509: from=<a@b.example>, size=9, class=0, nrcpts=1, msgid=<m>, "
        "proto=SMTP, daemon=MTA, relay=[192.0.2.2]",
        "arrival id=6AMCjENi030509 from=a@b.example ip=192.0.2.2 proto=SMTP mid=<m> size=9 n=1 received");
    row("sent",
        "6AMCjENi030509: to=<a@b.example>, ctladdr=<u@h.example> (124/137), delay=00:00:01, xdelay=00:01:05, "
        "mailer=esmtp, pri=120830, relay=mx1.b.example. [192.0.2.9], dsn=2.0.0, stat=Sent (ok 1382403725 qp 32107)",
        "delivery id=6AMCjENi030509 to=<a@b.example> name=mx1.b.example ip=192.0.2.9 mailer=esmtp status=Sent (ok "
        "1382403725 qp 32107) s=65 sent");
    row("sent to several",
        "6AMCjENi030509: to=<a@b.example>,<\"x, y\"@b.example>,c@b.example, delay=1+00:00:01, xdelay=00:00:00, "
        "mailer=relay, pri=30, relay=[192.0.2.9] [192.0.2.9], dsn=2.0.0, stat=Sent (6AMCjElo030508 Message accepted "
        "for delivery)",
        "delivery id=6AMCjENi030509 to=<a@b.example>,<\"x, y\"@b.example>,c@b.example ip=192.0.2.9 mailer=relay "
        "status=Sent (6AMCjElo030508 Message accepted for delivery) sent");
    row("delivered here",
        "6AMCjENi030509: to=<u@h.example>, delay=00:00:00, xdelay=00:00:00, mailer=local, pri=30597, "
        "relay=local, dsn=2.0.0, stat=Sent",
        "delivery id=6AMCjENi030509 to=<u@h.example> name=local mailer=local status=Sent sent");
    row("to a program",
        "6AMCjENi030509: to=\"|exec /usr/bin/procmail, x\", ctladdr=u (1000/1000), delay=00:00:00, "
        "xdelay=00:00:00, mailer=prog, pri=3, dsn=2.0.0, stat=Sent",
        "delivery id=6AMCjENi030509 to=\"|exec /usr/bin/procmail, x\" mailer=prog status=Sent sent");
    row("queued", "6AMCjENi030509: to=<u@h.example>, delay=00:00:00, mailer=esmtp, pri=30200, stat=queued",
        "delivery id=6AMCjENi030509 to=<u@h.example> mailer=esmtp status=queued deferred");
    row("bounced",
        "6AMCjENi030509: to=<u@b.example>, delay=00:00:02, xdelay=00:00:02, mailer=esmtp, pri=3, "
        "relay=mx.b.example. [IPv6:2001:db8::9], dsn=5.1.1, stat=User unknown",
        "delivery id=6AMCjENi030509 to=<u@b.example> name=mx.b.example ip=2001:db8::9 mailer=esmtp status=User "
        "unknown s=2 failed");
    row("no TLS where it is required",
        "6AMCjENi030509: to=<u@b.example>, delay=00:00:02, xdelay=00:00:02, mailer=esmtp, pri=3, relay=mx.b.example. "
        "[192.0.2.9], dsn=4.0.0, stat=Deferred: 403 4.7.0 encryption too weak 0 less than 112",
        "delivery id=6AMCjENi030509 to=<u@b.example> name=mx.b.example ip=192.0.2.9 mailer=esmtp status=Deferred: 403 "
        "4.7.0 encryption too weak 0 less than 112 s=2 deferred required");
    row("refused",
        "6AMCiLJm026122: ruleset=check_rcpt, arg1=<u@h.example>, relay=[192.0.2.8], reject=550 5.7.1 "
        "<u@h.example>... Relaying denied",
        "rejected id=6AMCiLJm026122 ip=192.0.2.8 status=550 5.7.1 <u@h.example>... Relaying denied");
    row("refused for want of TLS, access map",
        "6AMCiLJm026122: ruleset=check_mail, arg1=<u@a.example>, relay=mx.a.example [192.0.2.8], reject=503 5.7.0 "
        "encryption too weak 0 less than 112",
        "encryption required id=6AMCiLJm026122 from=u@a.example name=mx.a.example ip=192.0.2.8 status=503 5.7.0 "
        "encryption too weak 0 less than 112");
    row("refused for want of TLS, ruleset",
        "6AMCiLJm026122: ruleset=check_mail, arg1=<u@a.example>, relay=[192.0.2.8], reject=450 4.7.1 "
        "<u@a.example>... Session encryption is required",
        "encryption required id=6AMCiLJm026122 from=u@a.example ip=192.0.2.8 status=450 4.7.1 <u@a.example>... "
        "Session encryption is required");
    row("refused for its cipher",
        "ruleset=check_mail, arg1=<u@a.example>, relay=[192.0.2.8], reject=403 4.7.0 "
        "encryption too weak 56 less than 112",
        "rejected from=u@a.example ip=192.0.2.8 status=403 4.7.0 encryption too weak 56 less than 112");
    row("refused for its certificate",
        "ruleset=tls_client, arg1=FAIL, arg2=STARTTLS, relay=[192.0.2.8], reject=403 4.7.0 authentication failed",
        "rejected ip=192.0.2.8 status=403 4.7.0 authentication failed");
    row("of a delivery",
        "ruleset=tls_server, arg1=SOFTWARE, relay=mx.b.example, reject=403 4.7.0 TLS handshake failed.", "nothing");
    row("a milter refused", "6AMCjENi030509: Milter: data, reject=554 5.7.1 Command rejected",
        "message rejected id=6AMCjENi030509");
    row("a milter refused one", "6AMCjENi030509: Milter: to=<u@h.example>, reject=451 4.7.1 Greylisting in action",
        "rejected id=6AMCjENi030509");
    row("a verdict", "6AMCjENi030509: Milter insert (1): header: X-Spam-Flag: YES", "verdict id=6AMCjENi030509 spam");
    row("a verdict, no", "6AMCjENi030509: Milter add: header: X-Spam-Status: No, score=-1.9 required=5.0",
        "verdict id=6AMCjENi030509");
    row("authenticated", "AUTH=server, relay=[192.0.2.4], authid=augie, mech=PLAIN, bits=0",
        "authenticated ip=192.0.2.4 user=augie");
    row("no mail",
        "6AMCjENi030509: mx.a.example [192.0.2.7] did not issue MAIL/EXPN/VRFY/ETRN during connection to MTA",
        "disconnect id=6AMCjENi030509 name=mx.a.example ip=192.0.2.7");
    row("cut off", "6AMCjENi030509: lost input channel from [192.0.2.7] to MTA after rcpt",
        "disconnect id=6AMCjENi030509 ip=192.0.2.7");
    row("began", "starting daemon (8.17.1.9): SMTP+queueing@00:10:00", "started");
    row("something else", "error: safesasl(/etc/sasl2/Sendmail.conf) failed: No such file or directory", "nothing");
}

void SendmailParserTest::reads()
{
    QFETCH(const QByteArray, line);
    QFETCH(const QByteArray, expected);
    QCOMPARE(describe(parseSendmail({line.constData(), static_cast<std::size_t>(line.size())})), expected);
}

void SendmailParserTest::isNotFooled_data()
{
    addColumns();
    row("a sender that holds fields",
        "6AMCjENi030509: from=<\"x>, size=1, class=0, nrcpts=1, msgid=<y>, proto=ESMTPS, daemon=MTA, "
        "relay=bank.example "
        "[192.0.2.1]\"@evil.example>, size=7, class=0, nrcpts=1, msgid=<m>, proto=ESMTP, daemon=MTA, "
        "relay=[203.0.113.1]",
        "arrival id=6AMCjENi030509 from=\"x>, size=1, class=0, nrcpts=1, msgid=<y>, proto=ESMTPS, daemon=MTA, "
        "relay=bank.example [192.0.2.1]\"@evil.example ip=203.0.113.1 proto=ESMTP mid=<m> size=7 n=1 received");
    row("a Message-ID that holds fields",
        "6AMCjENi030509: from=<a@evil.example>, size=7, class=0, nrcpts=1, msgid=<m>, proto=ESMTPS, daemon=MTA, "
        "relay=bank.example [192.0.2.1], proto=ESMTP, daemon=MTA, relay=[203.0.113.1]",
        "arrival id=6AMCjENi030509 from=a@evil.example ip=203.0.113.1 proto=ESMTP mid=<m>, proto=ESMTPS, daemon=MTA, "
        "relay=bank.example [192.0.2.1] size=7 n=1 received");
    row("a reply that holds fields",
        "6AMCjENi030509: to=<u@evil.example>, delay=00:00:00, xdelay=00:00:00, mailer=esmtp, pri=3, "
        "relay=mx.evil.example. [203.0.113.1], dsn=2.0.0, stat=Sent (ok), relay=mx.bank.example. [192.0.2.1], "
        "stat=Sent",
        "delivery id=6AMCjENi030509 to=<u@evil.example> name=mx.evil.example ip=203.0.113.1 mailer=esmtp status=Sent "
        "(ok), relay=mx.bank.example. [192.0.2.1], stat=Sent sent");
    row("a recipient that holds fields",
        "6AMCjENi030509: to=<\"x>, delay=0, mailer=esmtp, relay=bank. [192.0.2.1], stat=Sent\"@evil.example>, "
        "delay=00:00:00, mailer=esmtp, pri=3, stat=queued",
        "delivery id=6AMCjENi030509 to=<\"x>, delay=0, mailer=esmtp, relay=bank. [192.0.2.1], "
        "stat=Sent\"@evil.example> mailer=esmtp status=queued deferred");
    row("a refused sender that holds fields",
        "6AMCiLJm026122: ruleset=check_mail, arg1=<\"x>, relay=bank.example [192.0.2.1], reject=450 4.7.1 <x>... "
        "Session "
        "encryption is required\"@evil.example>, relay=[203.0.113.1], reject=553 5.1.8 no",
        "rejected id=6AMCiLJm026122 from=\"x>, relay=bank.example [192.0.2.1], reject=450 4.7.1 <x>... Session "
        "encryption is required\"@evil.example ip=203.0.113.1 status=553 5.1.8 no");
    row("a reply that repeats the words",
        "ruleset=check_rcpt, arg1=<u@h.example>, relay=[203.0.113.1], reject=550 5.1.1 "
        "<u@h.example>... not here, Session encryption is required",
        "rejected ip=203.0.113.1 status=550 5.1.1 <u@h.example>... not here, Session encryption is required");
    row("a header that a milter wrote", "6AMCjENi030509: Milter add: header: X-Note: X-Spam-Flag: YES",
        "nothing id=6AMCjENi030509");
    row("a name that holds a mechanism",
        "AUTH=server, relay=[203.0.113.1], authid=x, mech=PLAIN, bits=0, mech=LOGIN, "
        "bits=0",
        "authenticated ip=203.0.113.1 user=x, mech=PLAIN, bits=0");
    row("a word that is no queue id", "Subject: from=<a@b.example>, size=7, class=0, nrcpts=1, relay=[203.0.113.1]",
        "nothing");
    row("a sender that was cut",
        "6AMCjENi030509: from=<" + QByteArray(199, 'x')
            + ", size=7, class=0, nrcpts=1, msgid=<m>, proto=ESMTP, "
              "daemon=MTA, relay=[203.0.113.1]",
        "arrival id=6AMCjENi030509 ip=203.0.113.1 proto=ESMTP mid=<m> size=7 n=1 cut received");
    row("a line that was cut", "6AMCjENi030509: from=<a@b.example>, size=7, class=0, nrcpts=1, msgid=<m>, proto=ESM",
        "nothing id=6AMCjENi030509 from=a@b.example size=7 n=1");
}

void SendmailParserTest::isNotFooled()
{
    reads();
}

void SendmailParserTest::takesRecipients_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QByteArrayList>("expected");
    QTest::newRow("one") << QByteArray("<a@b.example>") << QByteArrayList{"a@b.example"};
    QTest::newRow("three") << QByteArray("<a@b.example>,c@d.example,<\"x,y>\"@e.example>")
                           << QByteArrayList{"a@b.example", "c@d.example", "\"x,y>\"@e.example"};
    QTest::newRow("a program") << QByteArray("\"|/bin/x, y\",root") << QByteArrayList{"\"|/bin/x, y\"", "root"};
    QTest::newRow("not closed") << QByteArray("<a@b.example,\"x") << QByteArrayList{"<a@b.example", "\"x"};
    QTest::newRow("none") << QByteArray() << QByteArrayList{};
    QTest::newRow("a comma") << QByteArray(",") << QByteArrayList{};
}

void SendmailParserTest::takesRecipients()
{
    QFETCH(const QByteArray, list);
    QFETCH(const QByteArrayList, expected);
    std::string_view rest(list.constData(), static_cast<std::size_t>(list.size()));
    QByteArrayList taken;
    for (std::string_view recipient; takeSendmailRecipient(rest, recipient);)
        taken.append(bytes(recipient));
    QCOMPARE(taken, expected);
}

void SendmailParserTest::findsTheQueueIdInReplies_data()
{
    addColumns();
    row("Postfix", "250 2.0.0 Ok: queued as 919CEA9C015", "919CEA9C015");
    row("Postfix, in brackets", "Sent (2.0.0 Ok: queued as 4bX9jR0Z2tz1K)", "4bX9jR0Z2tz1K");
    row("through amavis", "250 2.0.0 from MTA(smtp:[127.0.0.1]:10025): 250 2.0.0 Ok: queued as 37AB5A9C0FF",
        "37AB5A9C0FF");
    row("Exim", "250 OK id=1sIXS3-000000069nP-2yYi", "1sIXS3-000000069nP-2yYi");
    row("Sendmail", "Sent (6AMCjElo030508 Message accepted for delivery)", "6AMCjElo030508");
    row("Sendmail 8.17, without what is around it", "2.0.0 6AMCjElo030508 Message accepted for delivery",
        "6AMCjElo030508");
    row("OpenSMTPD", "250 2.0.0: f6e94209 Message accepted for delivery", "f6e94209");
    row("none", "250 ok 1382403725 qp 32107", "");
    row("too short", "queued as 1", "");
}

void SendmailParserTest::findsTheQueueIdInReplies()
{
    QFETCH(const QByteArray, line);
    QFETCH(const QByteArray, expected);
    QCOMPARE(bytes(queuedAs({line.constData(), static_cast<std::size_t>(line.size())})), expected);
}

void SendmailParserTest::knowsProtocols()
{
    QVERIFY(isEncryptedSendmailProtocol("ESMTPS"));
    QVERIFY(isEncryptedSendmailProtocol("ESMTPSA"));
    QVERIFY(!isEncryptedSendmailProtocol("ESMTP"));
    QVERIFY(isAuthenticatedSendmailProtocol("ESMTPA"));
    QVERIFY(!isAuthenticatedSendmailProtocol("ESMTPS"));
    QVERIFY(isSmtpMailer("esmtp"));
    QVERIFY(!isSmtpMailer("local"));
}

void SendmailParserTest::cutAnywhereItStaysSafe()
{
    const std::string arrival = "6AMCjENi030509: from=<\"a\\\" b\"@a.example>, size=200, class=0, pri=3, nrcpts=1, "
                                "msgid=<m, x>, bodytype=7BIT, proto=ESMTPS, daemon=MTA, tls_verify=OK, auth=PLAIN, "
                                "relay=u@mx.a.example [IPv6:2001:db8::1] (may be forged)";
    const std::string delivery = "6AMCjENi030509: to=<a@b.example>,\"|x \\\" y\",c, ctladdr=<u@h.example> (1/2), "
                                 "delay=1+00:00:01, xdelay=00:00:01, mailer=esmtp, pri=1, relay=mx.b.example. "
                                 "[192.0.2.9], dsn=4.0.0, stat=Deferred: 403 4.7.0 <a@b>... TLS handshake failed";
    const std::string refusal = "6AMCiLJm026122: ruleset=check_mail, arg1=<\"\\\"\"@a.example>, relay=mx [192.0.2.8], "
                                "reject=450 4.7.1 <u@a.example>... Session encryption is required";
    for (const std::string& whole : {arrival, delivery, refusal}) {
        for (std::size_t length = 0; length <= whole.size(); ++length) {
            // A copy of exactly this length, so that reading past its end is noticed.
            const std::vector<char> cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length));
            const SendmailEvent event = parseSendmail({cut.data(), cut.size()});
            QVERIFY(event.hostAddress.size() <= length);
        }
    }
}

QTEST_GUILESS_MAIN(SendmailParserTest)

#include "tst_sendmailparser.moc"
