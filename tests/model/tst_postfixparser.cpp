// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Every form of Postfix's lines that matters, and the forms that a stranger would like us to mistake for one.

#include "model/servers/postfix/postfixparser.h"
#include "modeltest.h"

#include <map>

using namespace waxseal;
using namespace waxseal::test;

class PostfixParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsPrograms_data();
    void knowsPrograms();
    void knowsQueueIds_data();
    void knowsQueueIds();
    void reads_data();
    void reads();
    void isNotFooled_data();
    void isNotFooled();
    void cutAnywhereItStaysItself();
    void readsCollectedLines();
};

namespace {

using Kind = PostfixEvent::Kind;

const std::map<Kind, QByteArray> kinds{{Kind::None, "nothing"}, {Kind::Connect, "connect"},
    {Kind::Disconnect, "disconnect"}, {Kind::TlsFrom, "TLS from"}, {Kind::TlsTo, "TLS to"},
    {Kind::HandshakeFailedFrom, "failed from"}, {Kind::HandshakeFailedTo, "failed to"}, {Kind::MessageBegins, "begins"},
    {Kind::ProxyBegins, "proxy begins"}, {Kind::ProxyAccepted, "proxy accepted"}, {Kind::MessageId, "message-id"},
    {Kind::Queued, "queued"}, {Kind::Expired, "expired"}, {Kind::Removed, "removed"}, {Kind::PickedUp, "picked up"},
    {Kind::Delivery, "delivery"}, {Kind::Rejected, "rejected"}, {Kind::EncryptionRequired, "encryption required"},
    {Kind::MessageRejected, "message rejected"}, {Kind::Canceled, "canceled"}, {Kind::Held, "held"},
    {Kind::Requeued, "requeued"}, {Kind::Restarted, "restarted"}, {Kind::LinesLost, "lines lost"},
    {Kind::StartTlsOffered, "STARTTLS offered"}};

/** All that an event says, in one line. */
QByteArray text(const PostfixEvent& event)
{
    QByteArray out = kinds.at(event.kind);
    const auto add = [&](const char* key, std::string_view value) {
        if (!value.empty())
            out += QByteArray(" ") + key + '=' + QByteArray(value.data(), static_cast<qsizetype>(value.size()));
    };
    const auto number = [&](const char* key, std::uint32_t value) {
        if (value != 0)
            add(key, std::to_string(value));
    };
    add("id", event.queueId);
    add("host", event.hostName);
    add("address", event.hostAddress);
    add("port", event.hostPort);
    add("trust", name(event.trust));
    add("protocol", event.protocol);
    add("cipher", event.cipher);
    add("from", event.sender);
    add("to", event.recipient);
    add("user", event.saslUser);
    add("forwarded", event.forwarded ? "yes" : "");
    add("message-id", event.messageId);
    add("tls", event.tlsFeature);
    add("status", event.status);
    add("queued-as", event.queuedAs);
    add("before", event.originalId);
    if (event.kind == Kind::LinesLost) {
        number("lost", static_cast<std::uint32_t>(event.lost));
        number("pid", event.lostPid);
    }
    if (event.ambiguous)
        add("ambiguous", "yes");
    if (event.tlsRequired)
        add("tls-required", "yes");
    number("recipients", event.recipients);
    number("use", event.connectionUse);
    if (event.hasCounts)
        add("counts",
            std::to_string(event.mailDone) + '/' + std::to_string(event.mailTried) + ','
                + std::to_string(event.startTlsDone) + '/' + std::to_string(event.startTlsTried));
    return out;
}

} // namespace

void PostfixParserTest::knowsPrograms_data()
{
    QTest::addColumn<PostfixProgram>("program");
    const auto rows = [](PostfixProgram program, std::initializer_list<const char*> tags) {
        for (const char* tag : tags)
            QTest::newRow(*tag == '\0' ? "empty" : tag) << program;
    };
    rows(PostfixProgram::Smtpd,
        {"postfix/smtpd", "postfix/submission/smtpd", "postfix/smtps/smtpd", "postfix/10025/smtpd", "postfix-mx/smtpd",
            "remote/smtpd", "mail/in/1/smtpd", "postfix/smtp/smtpd"});
    rows(PostfixProgram::Smtp, {"postfix/smtp", "postfix-out/smtp", "postfix/relay/smtp"});
    rows(PostfixProgram::Lmtp, {"postfix/lmtp"});
    rows(PostfixProgram::Cleanup, {"postfix/cleanup", "postfix/sender-cleanup/cleanup"});
    rows(PostfixProgram::Qmgr, {"postfix/qmgr", "postfix/oqmgr"});
    rows(PostfixProgram::Pickup, {"postfix/pickup"});
    rows(PostfixProgram::Postscreen, {"postfix/postscreen"});
    rows(PostfixProgram::Postsuper, {"postfix/postsuper"});
    rows(PostfixProgram::Master, {"postfix/master", "postfix/postfix-script", "postfix-out/master"});
    rows(PostfixProgram::Other,
        {"postfix/tlsproxy", "postfix/bounce", "postfix/local", "postfix/virtual", "postfix/pipe", "postfix/discard",
            "postfix/error", "postfix/anvil", "postfix/scache", "postfix/trivial-rewrite", "postfix/dnsblog",
            "postfix/verify", "postfix/tlsmgr", "waxseal-selftest/smtpd"});
    rows(PostfixProgram::None,
        {"", "smtpd", "/smtpd", "postfix", "postfix/", "postfix/smtpd2", "postfix/xsmtpd", "dovecot", "sshd",
            "systemd-logind", "postfix@-.service", "a/b"});
}

void PostfixParserTest::knowsPrograms()
{
    const std::string_view tag = QTest::currentDataTag();
    QTEST(postfixProgram(tag == "empty" ? std::string_view() : tag), "program");
}

void PostfixParserTest::knowsQueueIds_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("id");
    const auto id
        = [](const char* text) { QTest::newRow(text) << QByteArray(QByteArray(text) + ": rest") << QByteArray(text); };
    const auto none = [](const char* text) { QTest::newRow(text) << QByteArray(text) << QByteArray(); };
    for (const char* each : {"29A1BA9C15E", "6BCAFA9C15E", "0F5383D", "17CCA8044", "4bX9jR0Z2tz1K", "48rT2v1hQrz1J0N",
             "ADD961003206D", "3WQRz1J0NzT5", "ED06590130AA1C9D6D862"})
        id(each);
    for (const char* each : {"", "removed", "warning: header Subject: x", "NOQUEUE: reject: RCPT", "connect from x[1]",
             "fatal: open file", "statistics: max", "ABCD: too short", "29a1ba9c15e: in lower case", "29A1BA9C15E",
             "29A1BA9C15E:no blank", "29A1BA9C15E removed", " 29A1BA9C15E: blank before",
             "29A1BA9C15E29A1BA9C15E29A: too long", "Deleted: 115 messages", "lmdb: x", "dict: x"})
        none(each);
}

void PostfixParserTest::knowsQueueIds()
{
    QFETCH(QByteArray, text);
    QTEST(QByteArray(std::string(leadingQueueId(view(text))).c_str()), "id");
}

void PostfixParserTest::reads_data()
{
    QTest::addColumn<PostfixProgram>("program");
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("event");
    PostfixProgram program = PostfixProgram::Smtpd;
    const auto row = [&](const char* name, const char* line, const char* event) {
        QTest::newRow(name) << program << QByteArray(line) << QByteArray(event);
    };

    row("connect", "connect from mail.bank.example[192.0.2.1]", "connect host=mail.bank.example address=192.0.2.1");
    row("connect, IPv6", "connect from unknown[2001:db8::1]", "connect host=unknown address=2001:db8::1");
    row("connect, gone already", "connect from unknown[unknown]", "connect host=unknown address=unknown");
    row("disconnect, counts",
        "disconnect from unknown[127.0.0.12] ehlo=2 starttls=1 mail=1 rcpt=1 data=1 quit=1 commands=7",
        "disconnect host=unknown address=127.0.0.12 counts=1/1,1/1");
    row("disconnect, failures", "disconnect from unknown[127.0.0.20] ehlo=1 mail=0/1 rset=0/1 quit=1 commands=2/4",
        "disconnect host=unknown address=127.0.0.20 counts=0/1,0/0");
    row("disconnect, failed handshake", "disconnect from unknown[127.0.0.20] ehlo=1 starttls=0/1 commands=1/2",
        "disconnect host=unknown address=127.0.0.20 counts=0/0,0/1");
    row("disconnect, nothing", "disconnect from unknown[unknown] commands=0/0",
        "disconnect host=unknown address=unknown counts=0/0,0/0");
    row("disconnect, before 3.0", "disconnect from unknown[127.0.0.20]", "disconnect host=unknown address=127.0.0.20");
    row("disconnect, unknown words",
        "disconnect from unknown[127.0.0.20] helo=1 ehlo=1/2 unknown=0/2 bdat=3 mail=4/5 commands=3/4",
        "disconnect host=unknown address=127.0.0.20 counts=4/5,0/0");
    row("disconnect, beyond all numbers",
        "disconnect from unknown[127.0.0.20] mail=99999999999/99999999999 starttls=4294967296",
        "disconnect host=unknown address=127.0.0.20 counts=4294967295/4294967295,4294967295/4294967295");

    row("handshake, 1.3",
        "Anonymous TLS connection established from unknown[127.0.0.12]: TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 "
        "(256/256 bits) key-exchange X25519 server-signature RSA-PSS (2048 bits) server-digest SHA256",
        "TLS from host=unknown address=127.0.0.12 trust=Anonymous protocol=TLSv1.3 cipher=TLS_AES_256_GCM_SHA384");
    row("handshake, client certificate",
        "Trusted TLS connection established from h.example[2001:db8::1]: TLSv1.3 with cipher TLS_AES_128_GCM_SHA256 "
        "(128/128 bits) key-exchange X25519 server-signature ECDSA (P-256) server-digest SHA256 client-signature "
        "RSA-PSS (2048 bits) client-digest SHA256",
        "TLS from host=h.example address=2001:db8::1 trust=Trusted protocol=TLSv1.3 cipher=TLS_AES_128_GCM_SHA256");
    row("handshake, untrusted, old",
        "Untrusted TLS connection established from h.example[192.0.2.1]: TLSv1 with cipher ECDHE-RSA-AES256-SHA "
        "(256/256 bits)",
        "TLS from host=h.example address=192.0.2.1 trust=Untrusted protocol=TLSv1 cipher=ECDHE-RSA-AES256-SHA");
    row("handshake, SNI",
        "Anonymous TLS connection established from h.example[192.0.2.1] to mx.our.example: TLSv1.3 with cipher C "
        "(256/256 bits)",
        "TLS from host=h.example address=192.0.2.1 trust=Anonymous protocol=TLSv1.3 cipher=C");
    row("handshake, with a port",
        "Anonymous TLS connection established from h.example[192.0.2.1]:4711: TLSv1.3 with cipher C (256/256 bits)",
        "TLS from host=h.example address=192.0.2.1 port=4711 trust=Anonymous protocol=TLSv1.3 cipher=C");
    row("handshake failed", "SSL_accept error from h.example[192.0.2.1]: -1",
        "failed from host=h.example address=192.0.2.1");
    row("handshake failed, connection lost", "SSL_accept error from unknown[192.0.2.1]: lost connection",
        "failed from host=unknown address=192.0.2.1");
    row("lost after STARTTLS says nothing of the handshake", "lost connection after STARTTLS from unknown[192.0.2.1]",
        "nothing");
    row("the same in 3.10", "NOQUEUE: lost connection after STARTTLS from unknown[192.0.2.1]", "nothing");

    row("client", "29A1BA9C15E: client=unknown[127.0.0.11]", "begins id=29A1BA9C15E host=unknown address=127.0.0.11");
    row("client, long id", "4bX9jR0Z2tz1K: client=h[2001:db8::1]",
        "begins id=4bX9jR0Z2tz1K host=h address=2001:db8::1");
    row("client, user",
        "29A1BA9C15E: client=h[192.0.2.1], sasl_method=PLAIN, sasl_username=me@our.example, sasl_sender=x@y",
        "begins id=29A1BA9C15E host=h address=192.0.2.1 user=me@our.example");
    row("client, XFORWARD",
        "29A1BA9C15E: client=localhost[127.0.0.1], orig_queue_id=6BCAFA9C15E, orig_client=h[192.0.2.1]",
        "begins id=29A1BA9C15E host=localhost address=127.0.0.1 forwarded=yes");
    row("client, only orig_client", "29A1BA9C15E: client=localhost[127.0.0.1], orig_client=h[192.0.2.1]",
        "begins id=29A1BA9C15E host=localhost address=127.0.0.1 forwarded=yes");
    row("client before the queue", "NOQUEUE: client=h[192.0.2.1]", "proxy begins host=h address=192.0.2.1");
    row("filter took it",
        "proxy-accept: END-OF-MESSAGE: 250 2.0.0 from MTA(smtp:[127.0.0.1]:10013): 250 2.0.0 Ok: queued as "
        "DF66E940333; from=<user1@a.example> to=<user2@b.example> proto=ESMTP helo=<[127.0.0.1]>",
        "proxy accepted from=user1@a.example queued-as=DF66E940333");
    row("filter took it, with a prefix",
        "NOQUEUE: proxy-accept: END-OF-MESSAGE: 250 Ok; from=<> to=<user2@b.example> proto=ESMTP helo=<h>",
        "proxy accepted");
    row("filter refused",
        "proxy-reject: END-OF-MESSAGE: 554 5.7.0 Reject, id=31619-02 - spam; from=<> to=<u@b.example>", "rejected");

    row("reject",
        "NOQUEUE: reject: RCPT from h.example[192.0.2.1]: 550 5.1.1 <u@b.example>: Recipient address rejected; "
        "from=<s@a.example> to=<u@b.example> proto=ESMTP helo=<h>",
        "rejected host=h.example address=192.0.2.1");
    row("encryption required",
        "NOQUEUE: reject: RCPT from h.example[192.0.2.1]: 450 4.7.1 Session encryption is required; "
        "from=<s@a.example> to=<u@b.example> proto=ESMTP helo=<h>",
        "encryption required host=h.example address=192.0.2.1 from=s@a.example");
    row("encryption required, at once",
        "NOQUEUE: reject: MAIL from h.example[192.0.2.1]: 554 5.7.1 Session encryption is required; from=<s@a.example>",
        "encryption required host=h.example address=192.0.2.1");
    row("a question refused", "NOQUEUE: reject: VRFY from h[192.0.2.1]: 550 5.1.1 <u>: Recipient address rejected",
        "nothing host=h address=192.0.2.1");
    row("only a warning", "NOQUEUE: reject_warning: RCPT from h[192.0.2.1]: 450 4.7.1 Session encryption is required",
        "nothing");
    row("discard", "NOQUEUE: discard: MAIL from h[192.0.2.1]: <s@a.example>: Sender address", "nothing");
    row("filter", "NOQUEUE: filter: RCPT from h[192.0.2.1]: <s@a.example>: triggers FILTER x", "nothing");
    row("milter refuses", "NOQUEUE: milter-reject: RCPT from h[192.0.2.1]: 451 4.7.1 Greylisting; from=<>", "rejected");
    row("certificate demanded", "NOQUEUE: abort: TLS from h[192.0.2.1]: No client certificate presented", "rejected");
    row("one more recipient refused", "29A1BA9C15E: reject: RCPT from h[192.0.2.1]: 550 5.1.1 no",
        "nothing id=29A1BA9C15E");
    row("refused at DATA", "29A1BA9C15E: reject: DATA from h[192.0.2.1]: 550 5.1.1 no",
        "message rejected id=29A1BA9C15E");
    row("refused at BDAT", "29A1BA9C15E: reject: BDAT from h[192.0.2.1]: 550 5.1.1 no",
        "message rejected id=29A1BA9C15E");
    row("refused at its end", "29A1BA9C15E: milter-reject: END-OF-MESSAGE from h[192.0.2.1]: 5.7.1 no; from=<s@x>",
        "message rejected id=29A1BA9C15E");

    program = PostfixProgram::Postscreen;
    row("postscreen refuses",
        "NOQUEUE: reject: RCPT from [192.0.2.1]:2413: 550 5.5.1 Protocol error; from=<s@a.example>, to=<u@b.example>, "
        "proto=SMTP, helo=<h>",
        "rejected");
    row("postscreen lets in", "PASS OLD [192.0.2.1]:2413", "nothing");
    row("postscreen connects", "CONNECT from [192.0.2.1]:2413 to [192.0.2.9]:25", "nothing");

    program = PostfixProgram::Other;
    row("tlsproxy's handshakes carry no message",
        "Anonymous TLS connection established from [192.0.2.1]:2413: TLSv1.3 with cipher C (256/256 bits)", "nothing");
    row("bounce", "17CCA8044: sender non-delivery notification: ADD2F8052", "nothing");

    program = PostfixProgram::Cleanup;
    row("message-id", "29A1BA9C15E: message-id=<1@x.test>", "message-id id=29A1BA9C15E message-id=<1@x.test>");
    row("message-id, empty", "29A1BA9C15E: message-id=<>", "message-id id=29A1BA9C15E message-id=<>");
    row("message-id, broken",
        "29A1BA9C15E: message-id==?UTF-8?B?PDE5?=", "message-id id=29A1BA9C15E message-id==?UTF-8?B?PDE5?=");
    row("resent", "29A1BA9C15E: resent-message-id=<1@x.test>", "nothing id=29A1BA9C15E");
    row("canceled", "29A1BA9C15E: canceled", "canceled id=29A1BA9C15E");
    row("milter at the end", "29A1BA9C15E: milter-reject: END-OF-MESSAGE from h[192.0.2.1]: 5.7.1 no",
        "message rejected id=29A1BA9C15E");
    row("header check", "29A1BA9C15E: reject: header Subject: x from h[192.0.2.1]; from=<s>: 5.7.1 no",
        "message rejected id=29A1BA9C15E");
    row("header shown", "29A1BA9C15E: warning: header Subject: removed from h[192.0.2.1]", "nothing id=29A1BA9C15E");

    program = PostfixProgram::Qmgr;
    row("queued", "29A1BA9C15E: from=<b@tls13.test>, size=239, nrcpt=3 (queue active)",
        "queued id=29A1BA9C15E from=b@tls13.test recipients=3");
    row("queued, null sender", "29A1BA9C15E: from=<>, size=239, nrcpt=1 (queue active)",
        "queued id=29A1BA9C15E recipients=1");
    row("queued, quoted local part", "29A1BA9C15E: from=<\"quoted @ local\"@q.test>, size=239, nrcpt=1 (queue active)",
        "queued id=29A1BA9C15E from=\"quoted @ local\"@q.test recipients=1");
    row("removed", "29A1BA9C15E: removed", "removed id=29A1BA9C15E");
    row("expired", "29A1BA9C15E: from=<s@a.example>, status=expired, returned to sender", "expired id=29A1BA9C15E");
    row("skipped", "ED06590130AA1C9D6D862: skipped, still being delivered", "nothing id=ED06590130AA1C9D6D862");

    program = PostfixProgram::Pickup;
    row("picked up", "29A1BA9C15E: uid=1000 from=<me>", "picked up id=29A1BA9C15E");
    program = PostfixProgram::Postsuper;
    row("removed by hand", "D4F2023DB: removed", "removed id=D4F2023DB");
    row("held", "D4F2023DB: placed on hold", "nothing id=D4F2023DB");
    row("how many were removed", "Deleted: 115 messages", "nothing");

    program = PostfixProgram::Smtp;
    row("handshake out",
        "Untrusted TLS connection established to 127.0.0.1[127.0.0.1]:3521: TLSv1.3 with cipher "
        "TLS_AES_256_GCM_SHA384 (256/256 bits) key-exchange X25519 server-signature RSA-PSS (2048 bits)",
        "TLS to host=127.0.0.1 address=127.0.0.1 port=3521 trust=Untrusted protocol=TLSv1.3 "
        "cipher=TLS_AES_256_GCM_SHA384");
    row("handshake out, IPv6",
        "Verified TLS connection established to mx.uni.example[2001:db8::1]:25: TLSv1.2 with cipher C (256/256 bits)",
        "TLS to host=mx.uni.example address=2001:db8::1 port=25 trust=Verified protocol=TLSv1.2 cipher=C");
    row("handshake out, reused",
        "Trusted TLS connection reused to mx.uni.example[192.0.2.1]:25: TLSv1.3 with cipher C (256/256 bits)",
        "TLS to host=mx.uni.example address=192.0.2.1 port=25 trust=Trusted protocol=TLSv1.3 cipher=C");
    row("handshake out failed", "SSL_connect error to mx.uni.example[192.0.2.1]:25: -1",
        "failed to host=mx.uni.example address=192.0.2.1 port=25");
    row("certificate not verified",
        "certificate verification failed for mx.uni.example[192.0.2.1]:25: self-signed certificate", "nothing");
    row("not reached", "connect to mx.uni.example[192.0.2.1]:25: Connection timed out", "nothing");
    row("delivery",
        "02629A9C7B1: to=<x@self.test>, relay=127.0.0.1[127.0.0.1]:3521, delay=0.03, delays=0/0/0.02/0.01, dsn=2.0.0, "
        "status=sent (250 2.0.0 Ok: queued as 095A9A9C7C1)",
        "delivery id=02629A9C7B1 host=127.0.0.1 address=127.0.0.1 port=3521 to=x@self.test status=sent "
        "queued-as=095A9A9C7C1");
    row("delivery, alias and reuse",
        "02629A9C7B1: to=<x@a.example>, orig_to=<y@b.example>, relay=mx[192.0.2.1]:25, conn_use=3, delay=11, "
        "delays=5.4/0.06/5.1/0.03, dsn=2.0.0, status=sent (250 Ok)",
        "delivery id=02629A9C7B1 host=mx address=192.0.2.1 port=25 to=x@a.example status=sent use=3");
    row("delivery, 2.2", "02629A9C7B1: to=<x@a.example>, relay=mx[192.0.2.1], delay=1, status=sent (250 Ok)",
        "delivery id=02629A9C7B1 host=mx address=192.0.2.1 to=x@a.example status=sent");
    row("delivery, 3.11",
        "7EE668039: to=<user@a.example>, relay=mx[192.0.2.1]:25, delay=3.6, delays=0.08/0.02/0.85/0.14, "
        "tls=dane/!requiretls:nocertmatch, dsn=2.1.5, status=sent (250 2.0.0 Ok: queued as 153053D)",
        "delivery id=7EE668039 host=mx address=192.0.2.1 port=25 to=user@a.example tls=dane/!requiretls:nocertmatch "
        "status=sent queued-as=153053D");
    row("deferred",
        "02629A9C7B1: to=<x@must.test>, relay=mx[192.0.2.1]:3525, delay=0.02, delays=0/0/0.01/0, dsn=4.7.4, "
        "status=deferred (TLS is required, but was not offered by host mx[192.0.2.1])",
        "delivery id=02629A9C7B1 host=mx address=192.0.2.1 port=3525 to=x@must.test status=deferred "
        "tls-required=yes");
    row("a certificate that our settings do not accept",
        "02629A9C7B1: to=<x@must.test>, relay=mx[192.0.2.1]:25, delay=1, delays=0/0/0/0, dsn=4.7.5, "
        "status=undeliverable "
        "(Server certificate not verified)",
        "delivery id=02629A9C7B1 host=mx address=192.0.2.1 port=25 to=x@must.test status=undeliverable "
        "tls-required=yes");
    row("STARTTLS that is not used", "Host offered STARTTLS: [mx.dest.example]",
        "STARTTLS offered host=mx.dest.example");
    row("no relay",
        "02629A9C7B1: to=<x@down.test>, relay=none, delay=0, delays=0/0/0/0, dsn=4.4.1, status=deferred (connect to "
        "127.0.0.1[127.0.0.1]:3999: Connection refused)",
        "delivery id=02629A9C7B1 to=x@down.test status=deferred");
    row("a host that said no", "ED59C3D1F: host mx[192.0.2.1] said: 450 4.7.1 later (in reply to RCPT TO command)",
        "nothing id=ED59C3D1F");
    program = PostfixProgram::Cleanup;
    row("held by a header check",
        "29A1BA9C15E: hold: header Received: from h (h [192.0.2.1])??by mx from h[192.0.2.1]; from=<s@a> to=<r@b>",
        "held id=29A1BA9C15E");
    row("held by a milter", "29A1BA9C15E: milter-hold: END-OF-MESSAGE from h[192.0.2.1]: milter triggers HOLD action",
        "held id=29A1BA9C15E");
    program = PostfixProgram::Pickup;
    row("picked up", "29A1BA9C15E: uid=33 from=<www>", "picked up id=29A1BA9C15E");
    row("put back by postsuper", "29A1BA9C15E: uid=89 from=<a@b.example> orig_id=4bX9jR0Z2tz1K",
        "requeued id=29A1BA9C15E before=4bX9jR0Z2tz1K");
    program = PostfixProgram::Master;
    row("reload", "reload -- version 3.7.11, configuration /etc/postfix", "restarted");
    row("start", "daemon started -- version 3.7.11, configuration /etc/postfix", "restarted");
    row("stop", "terminating on signal 15", "restarted");
    row("reload by the script", "refreshing the Postfix mail system", "restarted");
    row("a process that died", "warning: process /usr/lib/postfix/sbin/smtpd pid 1 exit status 1", "nothing");
    program = PostfixProgram::MailScanner;
    row("MailScanner", "Requeue: AB3116645BB.AE4DF to 9E02D664D3C", "requeued id=9E02D664D3C before=AB3116645BB");
    row("MailScanner, no id", "Requeue: AB3116645BB.AE4DF to ../etc", "nothing");
    program = PostfixProgram::SyslogDaemon;
    row("rsyslog 5", "imuxsock lost 984 messages from pid 13518 due to rate-limiting", "lines lost lost=984 pid=13518");
    row("rsyslog 8",
        "imuxsock[pid: 51, name: /usr/lib/postfix/sbin/smtpd]: 488 messages lost due to rate-limiting (1 "
        "allowed within 3 seconds)",
        "lines lost lost=488 pid=51");
    row("rsyslog 8, when it begins",
        "imuxsock[pid: 51, name: smtpd] from <postfix/smtpd>: begin to drop messages due to rate-limiting",
        "lines lost pid=51");
    row("imjournal", "imjournal: 119806 messages lost due to rate-limiting (20000 allowed within 600 seconds)",
        "lines lost lost=119806");
    row("journald", "Suppressed 755 messages from postfix.service", "lines lost lost=755");
    row("journald, of a slice", "Suppressed 917 messages from /", "lines lost lost=917");
    row("journald, another service's", "Suppressed 755 messages from ssh.service", "nothing");
    row("rsyslog says its version", "[origin software=\"rsyslogd\" swVersion=\"8.2\"] start", "nothing");
    program = PostfixProgram::Systemd;
    row("unit", "Reloaded postfix@-.service - Postfix Mail Transport Agent (instance -).", "restarted");
    row("another unit", "Started Session 12 of user root.", "nothing");
    program = PostfixProgram::Lmtp;
    row("to a mailbox",
        "AD6E41CDC05C: to=<u@a.example>, relay=sub1.a.example[private/dovecot-lmtp], delay=0.15, "
        "delays=0.04/0/0.02/0.08, dsn=2.0.0, status=sent (250 2.0.0 <u@a.example> qYyyBMsl9FRuZQAAA15QOA Saved)",
        "delivery id=AD6E41CDC05C host=sub1.a.example address=private/dovecot-lmtp to=u@a.example status=sent");
}

void PostfixParserTest::reads()
{
    QFETCH(PostfixProgram, program);
    QFETCH(QByteArray, line);
    QTEST(text(parsePostfix(program, view(line))), "event");
}

/** What strangers write stands in Postfix's lines: HELO names, subjects, addresses, replies. */
void PostfixParserTest::isNotFooled_data()
{
    QTest::addColumn<PostfixProgram>("program");
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("event");
    PostfixProgram program = PostfixProgram::Smtpd;
    const auto row = [&](const char* name, const char* line, const char* event) {
        QTest::newRow(name) << program << QByteArray(line) << QByteArray(event);
    };

    row("HELO that is a log line",
        "NOQUEUE: reject: RCPT from h[192.0.2.1]: 550 5.1.1 no; from=<s@a.example> to=<u@b.example> proto=ESMTP "
        "helo=<x>: 450 4.7.1 Session encryption is required>",
        "rejected host=h address=192.0.2.1");
    row("the reply of a map, not Postfix's",
        "NOQUEUE: reject: RCPT from h[192.0.2.1]: 554 5.7.1 <Session encryption is required>: Helo command rejected",
        "rejected host=h address=192.0.2.1");
    row("pipelined commands",
        "improper command pipelining after EHLO from unknown[192.0.2.1]: connect from mail.bank.example[192.0.2.2]",
        "nothing");
    row("a user with a comma", "29A1BA9C15E: client=h[192.0.2.1], sasl_method=PLAIN, sasl_username=a, b=c",
        "begins id=29A1BA9C15E host=h address=192.0.2.1 user=a");
    row("an AUTH= parameter that claims a queue id",
        "29A1BA9C15E: client=h[192.0.2.1], sasl_sender=<x, orig_queue_id=1>",
        "begins id=29A1BA9C15E host=h "
        "address=192.0.2.1");
    row("an AUTH= parameter that claims a user",
        "29A1BA9C15E: client=h[192.0.2.1], sasl_sender=\"x, sasl_username=u@victim.example\"",
        "begins id=29A1BA9C15E host=h address=192.0.2.1");
    row("an AUTH= parameter that claims a client",
        "29A1BA9C15E: client=h[192.0.2.1], sasl_sender=<>x<, orig_client=x[10.0.0.1]>",
        "begins id=29A1BA9C15E host=h address=192.0.2.1");
    row("an AUTH= parameter, then XFORWARD",
        "29A1BA9C15E: client=h[192.0.2.1], sasl_sender=<>, orig_queue_id=AAAA1, orig_client=x[192.0.2.9]",
        "begins id=29A1BA9C15E host=h address=192.0.2.1 forwarded=yes");
    row("a user's AUTH= parameter",
        "29A1BA9C15E: client=h[192.0.2.1], sasl_method=PLAIN, sasl_username=u@our.example, sasl_sender=<a, b@c>",
        "begins id=29A1BA9C15E host=h address=192.0.2.1 user=u@our.example");
    row("a warning that quotes",
        "warning: Illegal address syntax from h[192.0.2.1] in MAIL command: <29A1BA9C15E: client=x[1]>", "nothing");
    row("a proxy's sender with the mark inside",
        "proxy-accept: END-OF-MESSAGE: 250 Ok; from=<\"a> to=<b\"@c.example> to=<u@b.example> proto=ESMTP",
        "proxy accepted from=\"a> to=<b\"@c.example");

    program = PostfixProgram::Cleanup;
    row("subject that is a log line",
        "29A1BA9C15E: warning: header Subject: 29A1BA9C15E: canceled from h[192.0.2.1]; from=<s> to=<u>",
        "nothing id=29A1BA9C15E");
    row("a message-id that goes on", "29A1BA9C15E: message-id=<a>, from=<x@y>, size=1, nrcpt=1 (queue active)",
        "message-id id=29A1BA9C15E message-id=<a>, from=<x@y>, size=1, nrcpt=1 (queue active)");

    program = PostfixProgram::Qmgr;
    row("sender that ends early",
        "29A1BA9C15E: from=<\"a>, size=1, nrcpt=1 (queue active) @ b\"@bank.example>, size=9, nrcpt=2 (queue active)",
        "queued id=29A1BA9C15E from=\"a>, size=1, nrcpt=1 (queue active) @ b\"@bank.example recipients=2");
    row("sender that expires",
        "29A1BA9C15E: from=<\"a>, status=expired, x\"@bank.example>, size=9, nrcpt=2 (queue active)",
        "queued id=29A1BA9C15E from=\"a>, status=expired, x\"@bank.example recipients=2");

    program = PostfixProgram::Smtp;
    row("recipient that is a delivery",
        "02629A9C7B1: to=<\"x>, relay=evil[203.0.113.1]:25, delay=1, delays=0/0/0/0, dsn=2.0.0, status=sent "
        "(\"@a.example>, relay=mx[192.0.2.1]:25, delay=1, delays=0/0/0/0, dsn=5.0.0, status=bounced (no)",
        "delivery id=02629A9C7B1 host=mx address=192.0.2.1 port=25 to=\"x>, relay=evil[203.0.113.1]:25, delay=1, "
        "delays=0/0/0/0, dsn=2.0.0, status=sent (\"@a.example status=bounced");
    row("recipient that is a delivery, info_log_address_format = internal",
        "02629A9C7B1: to=<x>, relay=mx.bank[203.0.113.1]:25, delay=1, delays=0/0/0/0, dsn=2.0.0, status=sent "
        "(ok)@a.example>, relay=mx[192.0.2.1]:25, delay=1, delays=0/0/0/0, dsn=5.0.0, status=bounced (no)",
        "delivery id=02629A9C7B1 host=mx address=192.0.2.1 port=25 to=x>, relay=mx.bank[203.0.113.1]:25, delay=1, "
        "delays=0/0/0/0, dsn=2.0.0, status=sent (ok)@a.example status=bounced");
    row("an answer, or a recipient, that is a delivery: it can be either",
        "02629A9C7B1: to=<x@b.example>, relay=mx.b[203.0.113.1]:25, delay=1, delays=0/0/0/0, dsn=2.0.0, status=sent "
        "(ok)@a.example>, relay=mx[192.0.2.1]:25, delay=1, delays=0/0/0/0, dsn=2.0.0, status=sent (no)",
        "delivery id=02629A9C7B1 host=mx.b address=203.0.113.1 port=25 to=x@b.example status=sent ambiguous=yes");
    row("an answer that is a status",
        "02629A9C7B1: to=<x@a.example>, relay=mx[192.0.2.1]:25, delay=1, delays=0/0/0/0, dsn=4.0.0, status=deferred "
        "(host mx[192.0.2.1] said: 450 tls=may, dsn=2.0.0, status=sent (250 Ok: queued as 29A1BA9C15E))",
        "delivery id=02629A9C7B1 host=mx address=192.0.2.1 port=25 to=x@a.example status=deferred");
    row("an answer that names no queue id of ours",
        "02629A9C7B1: to=<x@a.example>, relay=mx[192.0.2.1]:25, delay=1, delays=0/0/0/0, dsn=2.0.0, status=sent (250 "
        "queued as <script>)",
        "delivery id=02629A9C7B1 host=mx address=192.0.2.1 port=25 to=x@a.example status=sent");
    row("an error of the other side's TLS", "warning: TLS library problem: Trusted TLS connection established to x",
        "nothing");
}

void PostfixParserTest::isNotFooled()
{
    reads();
}

/** Cut anywhere a line is at most a smaller event of itself: views stay within it, and nothing of it becomes another's.
 */
void PostfixParserTest::cutAnywhereItStaysItself()
{
    const QByteArray lines[]{
        "Anonymous TLS connection established from h[192.0.2.1]:99 to mx: TLSv1.3 with cipher C (256/256 bits) x",
        "disconnect from unknown[127.0.0.12] ehlo=2 starttls=1/2 mail=1/3 rcpt=1 data=1 quit=1 commands=7",
        "29A1BA9C15E: client=h[192.0.2.1], sasl_method=PLAIN, sasl_username=me@our.example, orig_client=x[1]",
        "NOQUEUE: reject: RCPT from h[192.0.2.1]: 450 4.7.1 Session encryption is required; from=<s> to=<u>",
        "proxy-accept: END-OF-MESSAGE: 250 Ok: queued as DF66E940333; from=<user1@a.example> to=<user2@b.example>",
        "02629A9C7B1: to=<\"x\\\"@\"@a.example>, orig_to=<y>, relay=mx[192.0.2.1]:25, conn_use=3, delay=1, "
        "delays=0/0/0/0, tls=may:none, dsn=2.0.0, status=sent (250 Ok: queued as DF66E940333)",
        "29A1BA9C15E: from=<b@tls13.test>, size=239, nrcpt=3 (queue active)",
        "29A1BA9C15E: uid=89 from=<a@b.example> orig_id=4bX9jR0Z2tz1K",
        "Requeue: AB3116645BB.AE4DF to 9E02D664D3C",
        "imuxsock[pid: 51, name: x] from <y>: begin to drop messages due to rate-limiting",
        "Host offered STARTTLS: [mx.dest.example]",
    };
    for (const QByteArray& line : lines) {
        for (qsizetype end = 0; end <= line.size(); ++end) {
            const QByteArray cut(line.constData(), end); // a copy of its own: a read beyond it is seen
            for (const PostfixProgram program : {PostfixProgram::None, PostfixProgram::Smtpd, PostfixProgram::Smtp,
                     PostfixProgram::Lmtp, PostfixProgram::Cleanup, PostfixProgram::Qmgr, PostfixProgram::Pickup,
                     PostfixProgram::Postscreen, PostfixProgram::Postsuper, PostfixProgram::Master,
                     PostfixProgram::MailScanner, PostfixProgram::SyslogDaemon, PostfixProgram::Other}) {
                const PostfixEvent event = parsePostfix(program, view(cut));
                for (const std::string_view part : {event.queueId, event.hostName, event.hostAddress, event.hostPort,
                         event.protocol, event.cipher, event.sender, event.recipient, event.saslUser, event.messageId,
                         event.tlsFeature, event.status, event.queuedAs, event.originalId}) {
                    if (!part.empty())
                        QVERIFY(part.data() >= cut.constData()
                            && part.data() + part.size() <= cut.constData() + cut.size());
                }
            }
        }
    }
}

/** Lines that others have collected, one of each kind that Postfix is known to write. */
void PostfixParserTest::readsCollectedLines()
{
    WAXSEAL_NEEDS_SHARED("logs/postfix/one-liners.tsv");
    std::map<QByteArray, int> counts;
    int lines = 0;
    for (const QByteArray& row : readFile(QStringLiteral(SHARED_DATA "/logs/postfix/one-liners.tsv")).split('\n')) {
        const qsizetype tab = row.indexOf('\t');
        const qsizetype number = row.lastIndexOf('_', tab);
        if (tab < 0 || number < 0)
            continue;
        const QByteArray family = row.left(number);
        PostfixProgram program = postfixProgram(view(QByteArray("postfix/" + family)));
        if (family == "tls_features")
            program = PostfixProgram::Smtp;
        const PostfixEvent event = parsePostfix(program, view(row).substr(static_cast<std::size_t>(tab) + 1));
        ++counts[family + ' ' + kinds.at(event.kind)];
        ++lines;
        if (family == "tls_features" && event.kind == Kind::Delivery)
            QVERIFY(!event.tlsFeature.empty());
    }
    QVERIFY(lines > 150);
    // As counted in the file by hand (grep).
    QCOMPARE(counts["cleanup message-id"], 4);
    QCOMPARE(counts["cleanup message rejected"], 1);
    QCOMPARE(counts["qmgr queued"], 1);
    QCOMPARE(counts["qmgr expired"], 2);
    QCOMPARE(counts["qmgr removed"], 1);
    QCOMPARE(counts["postsuper removed"], 1);
    QCOMPARE(counts["tls_features delivery"], 6);
    QCOMPARE(counts["smtp TLS to"], 6);
    QCOMPARE(counts["smtp failed to"], 2);
    QCOMPARE(counts["smtp delivery"], 5);
    QCOMPARE(counts["smtpd connect"], 1);
    QCOMPARE(counts["smtpd disconnect"], 5);
    QCOMPARE(counts["smtpd begins"], 1);
    QCOMPARE(counts["smtpd TLS from"], 2);
    QCOMPARE(counts["smtpd failed from"], 4);
    QCOMPARE(counts["smtpd proxy accepted"], 1);
    QCOMPARE(counts["bounce nothing"], 4);
    QCOMPARE(counts["tlsproxy nothing"], 2);
}

QTEST_GUILESS_MAIN(PostfixParserTest)
#include "tst_postfixparser.moc"
