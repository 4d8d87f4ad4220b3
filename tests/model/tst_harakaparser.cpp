// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Lines of Haraka's log as Haraka 3.3 writes them, in both of its formats for people, and what a client can put into
// one.

#include "model/servers/haraka/harakaparser.h"
#include "modeltest.h"

using namespace waxseal;
using namespace waxseal::test;

class HarakaParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void cutAnywhereItStaysSafe();
};

namespace {

using Kind = HarakaEvent::Kind;

QByteArray describe(const HarakaEvent& event)
{
    static const char* const names[]{"nothing", "connected", "secured", "handshake failed", "sender", "message",
        "queued", "secured to", "delivered", "recipient failed", "disconnected", "started"};
    QByteArray out = names[static_cast<int>(event.kind)];
    const auto add = [&out](const char* key, std::string_view value) {
        if (!value.empty())
            out += ' ' + QByteArray(key) + '=' + QByteArray(value.data(), static_cast<qsizetype>(value.size()));
    };
    const auto count = [&out](const char* key, std::uint64_t value) {
        if (value > 0)
            out += ' ' + QByteArray(key) + '=' + QByteArray::number(value);
    };
    if (event.transaction.size() > 36)
        add("n", event.transaction.substr(36));
    add("ip", event.address);
    add("name", event.name);
    add("host", event.host);
    add("domain", event.domain);
    add("path", event.path);
    add("mid", event.messageId);
    add("tls", event.version);
    add("cipher", event.cipher);
    add("said", event.response);
    count("size", event.size);
    count("local", event.localPort);
    count("port", event.port);
    count("rcpts", event.recipients);
    count("refused", event.refused);
    count("txns", event.transactions);
    for (const auto& [flag, word] : {std::pair{event.isGood, " good"}, std::pair{event.isTls, " TLS"},
             std::pair{event.isRelay, " relay"}, std::pair{event.isVerified, " verified"},
             std::pair{event.hasCertificate, " cert"}, std::pair{!event.isOverSmtp, " lmtp"}}) {
        if (flag)
            out += word;
    }
    return out;
}

} // namespace

void HarakaParserTest::reads_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray id = "DF3454D0-3D7E-4B53-B3BD-401D52841294";
    const auto row = [&](const char* name, const QByteArray& line, const QByteArray& expected) {
        QTest::newRow(name) << QByteArray(line).replace("ID", id) << expected;
    };
    row("connect", "[NOTICE] [ID] [core] connect ip=192.0.2.11 port=39665 local_ip=198.51.100.1 local_port=25",
        "connected ip=192.0.2.11 local=25");
    row("connect, logfmt",
        "level=NOTICE uuid=ID origin=core message=connect ip=2001:db8::7 port=39665 local_ip=::1 local_port=465",
        "connected ip=2001:db8::7 local=465");
    row("secured", "[INFO] [ID] [tls] secured: cipher=TLS_AES_256_GCM_SHA384 version=TLSv1.3 verified=false",
        "secured tls=TLSv1.3 cipher=TLS_AES_256_GCM_SHA384");
    row("a client's certificate",
        "[INFO] [ID.1] [tls] secured: cipher=ECDHE-RSA-AES256-GCM-SHA384 version=TLSv1.2 verified=true "
        "cn=\"client.partner.example\" "
        "organization=\"Partner\" issuer=\"Partner\" expires=\"Dec 28 02:06:13 2026 GMT\" fingerprint=71:F9",
        "secured n=.1 tls=TLSv1.2 cipher=ECDHE-RSA-AES256-GCM-SHA384 verified cert");
    row("what a certificate says is not believed",
        "[INFO] [ID] [tls] secured: cipher=A version=TLSv1.2 verified=false cn=\"x\" version=TLSv1.3 verified=true\" "
        "organization=\"O\"",
        "secured tls=TLSv1.2 cipher=A cert");
    row("sender", "[NOTICE] [ID.1] [core] sender <a@clear.example> code=CONT msg=\"\"",
        "sender n=.1 path=a@clear.example good");
    row("sender, logfmt", "level=NOTICE uuid=ID.1 origin=core message=\"sender <a@clear.example>\" code=CONT msg=\"\"",
        "sender n=.1 path=a@clear.example good");
    row("null sender", "[NOTICE] [ID.2] [core] sender <> code=OK msg=\"\"", "sender n=.2 good");
    row("refused sender", "[NOTICE] [ID.1] [core] sender <a@bad.example> code=DENY msg=\"no code=OK\"",
        "sender n=.1 path=a@bad.example");
    row("a sender that looks like fields",
        "[NOTICE] [ID.1] [core] sender <\"a> code=OK\"@bad.example> code=DENY msg=\"\"",
        "sender n=.1 path=\"a> code=OK\"@bad.example");
    row("message",
        "[NOTICE] [ID.1] [core] message mid=<1@clear.example> size=94 rcpts=2/0/1 delay=0.001 code=CONT msg=\"\"",
        "message n=.1 mid=<1@clear.example> size=94 rcpts=2 refused=1 good");
    row("a message-id with quotes",
        R"([NOTICE] [ID.1] [core] message mid="<a\" size=7 code=DENY> b" size=94 rcpts=1/0/0 delay=0 code=CONT msg="")",
        R"(message n=.1 mid=<a\" size=7 code=DENY> b size=94 rcpts=1 good)");
    row("queued", "[NOTICE] [ID.1] [core] queue code=OK msg=\"Message Queued (ID.1)\"", "queued n=.1 good");
    row("not queued", "[NOTICE] [ID.1] [core] queue code=DENY msg=\"no\"", "queued n=.1");
    row("another plugin queues", "[NOTICE] [ID.1] [core] queue code=CONT msg=\"\"", "nothing n=.1");
    row("disconnect",
        "[NOTICE] [ID.3] [core] disconnect ip=192.0.2.11 rdns=mx.example helo=evil relay=N early=N esmtp=Y tls=Y "
        "pipe=N errors=0 txns=3 "
        "rcpts=3/0/1 msgs=3/0/0 bytes=297 lr=\"550 tls=N\" time=0.109",
        "disconnected n=.3 ip=192.0.2.11 name=mx.example rcpts=3 refused=1 txns=3 TLS");
    row("disconnect with a HELO of two words",
        "[NOTICE] [ID] [core] disconnect ip=192.0.2.11 rdns=NXDOMAIN helo=\"a tls=Y b\" relay=Y early=N esmtp=Y tls=N "
        "pipe=N errors=0 txns=0 "
        "rcpts=0/0/0 msgs=0/0/0 bytes=0 lr=\"\" time=0.1",
        "disconnected ip=192.0.2.11 name=NXDOMAIN relay");
    row("our handshake",
        "[INFO] [ID.2.1] [outbound] secured verified=false cipher=TLS_AES_256_GCM_SHA384 version=TLSv1.3 "
        "error=DEPTH_ZERO_SELF_SIGNED_CERT cn=mx.example.org organization=\"\" issuer=\"\" expires=\"Dec 28\" "
        "fingerprint=7D",
        "secured to n=.2 tls=TLSv1.3 cipher=TLS_AES_256_GCM_SHA384 cert");
    row("delivered",
        "[NOTICE] [ID.4.1] [outbound]  delivered file=1795831628756_1795831628756_0_23550_0yghET_4_vm "
        "domain=modern.example "
        "host=mx.modern.example ip=192.0.2.50 port=25 mode=SMTP tls=Y auth=N response=\"Ok: queued as 4XYZ1 tls=N\" "
        "delay=0.476 fails=0 rcpts=1/0/1",
        "delivered n=.4 ip=192.0.2.50 host=mx.modern.example domain=modern.example said=Ok: queued as 4XYZ1 tls=N "
        "port=25 rcpts=1 refused=1 TLS");
    row("delivered, logfmt",
        "level=NOTICE uuid=ID.1.1 origin=outbound message=\"\" delivered file=17_x domain=clear.example "
        "host=192.0.2.51 ip=192.0.2.51 port=25 "
        "mode=LMTP tls=N auth=N response=ok delay=0.1 fails=0 rcpts=1/0/0",
        "delivered n=.1 ip=192.0.2.51 host=192.0.2.51 domain=clear.example said=ok port=25 rcpts=1 lmtp");
    row("a recipient refused", "[NOTICE] [ID.4.1] [outbound] recipient <bad@modern.example> rejected: 550 no such user",
        "recipient failed n=.4 path=bad@modern.example");
    row("handshake failed",
        "[INFO] [ID] [core] client connection error: Error: 80AC83A62D7F0000:error:0A00010B:SSL "
        "routines:ssl3_get_record:wrong version number:../x.c:350:  "
        "ip=192.0.2.50",
        "handshake failed");
    row("a hook",
        "[INFO] [ID.1] [core]  hook=rcpt plugin=rcpt_to.in_host_list function=hook_rcpt params=<u@example.org> "
        "retval=OK msg=\"\"",
        "nothing n=.1");
    row("no connection", "[INFO] [-] [outbound] Transaction delivery for domain: clear.example", "nothing");
    // What is kept between two imports is bounded: an id that could not be taken up again is none.
    const QByteArray longest(100 - 1 - id.size(), '1');
    const QByteArray asked = " origin=core message=\"sender <a@clear.example>\" code=OK msg=\"\"";
    row("the longest id", "level=NOTICE uuid=ID." + longest + asked,
        "sender n=." + longest + " path=a@clear.example good");
    row("too long an id", "level=NOTICE uuid=ID." + longest + '1' + asked, "nothing");
    row("started", "Starting up Haraka version 3.3.4", "started");
    row("another program's", "[NOTICE] connect ip=192.0.2.1", "nothing");
}

void HarakaParserTest::reads()
{
    QFETCH(QByteArray, line);
    QTEST(describe(parseHaraka(view(line))), "expected");
}

void HarakaParserTest::cutAnywhereItStaysSafe()
{
    const QByteArray line
        = R"([NOTICE] [DF3454D0-3D7E-4B53-B3BD-401D52841294.1] [core] message mid="<a\" b" size=94 rcpts=1/0/0 delay=0 code=CONT msg="\)";
    for (qsizetype size = 0; size <= line.size(); ++size)
        parseHaraka(view(line.left(size)));
}

QTEST_GUILESS_MAIN(HarakaParserTest)
#include "tst_harakaparser.moc"
