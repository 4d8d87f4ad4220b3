// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Lines of Exchange's protocol logs as Exchange 2013 and later write them, the forms of older builds, and what a client
// can write into one.

#include "model/servers/exchange/exchangeparser.h"
#include "modeltest.h"

using namespace waxseal;
using namespace waxseal::test;

class ExchangeParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void headsNameColumns();
    void endpoints_data();
    void endpoints();
    void knowsProbesAndHops();
};

namespace {

QByteArray describe(const ExchangeEvent& event)
{
    static const char* const kinds[]{"nothing", "connected", "disconnected", "command", "reply", "handshake",
        "handshake failed", "certificate", "authenticated", "sending"};
    static const char* const verbs[]{"other", "hello", "starttls", "anonymous", "auth", "exps", "mail", "rcpt", "data",
        "chunk", "last", "reset", "quit"};
    QByteArray out = kinds[static_cast<int>(event.kind)];
    if (event.kind == ExchangeEvent::Kind::Command)
        out = verbs[static_cast<int>(event.verb)];
    const auto add = [&out](const char* key, std::string_view value) {
        if (!value.empty())
            out += ' ' + QByteArray(key) + '=' + QByteArray(value.data(), static_cast<qsizetype>(value.size()));
    };
    if (event.code > 0)
        out += ' ' + QByteArray::number(event.code);
    add("address", event.address);
    add("mid", event.messageId);
    add("id", event.internalId);
    add("host", event.hostName);
    add("user", event.user);
    add("record", event.recordId);
    add("tls", event.version);
    add("cipher", event.cipher);
    if (event.size > 0)
        out += " size=" + QByteArray::number(event.size);
    if (event.hasCertificate)
        out += event.isTrusted ? " trusted" : " untrusted";
    return out;
}

} // namespace

void ExchangeParserTest::reads_data()
{
    QTest::addColumn<bool>("isSend");
    QTest::addColumn<QByteArray>("event");
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QByteArray>("context");
    QTest::addColumn<QByteArray>("expected");
    const auto in
        = [](const char* name, const char* event, const char* data, const char* context, const char* expected) {
              QTest::newRow(name) << false << QByteArray(event) << QByteArray(data) << QByteArray(context)
                                  << QByteArray(expected);
          };
    const auto out
        = [](const char* name, const char* event, const char* data, const char* context, const char* expected) {
              QTest::newRow(name) << true << QByteArray(event) << QByteArray(data) << QByteArray(context)
                                  << QByteArray(expected);
          };
    in("connect", "+", "", "", "connected");
    in("disconnect", "-", "", "Remote", "disconnected");
    in("ehlo", "<", "EHLO [192.0.2.33]", "", "hello");
    in("starttls", "<", "STARTTLS", "", "starttls");
    in("between servers", "<", "X-ANONYMOUSTLS", "", "anonymous");
    in("server authentication", "<", "X-EXPS GSSAPI", "", "exps");
    in("mail", "<", "MAIL FROM:<a@partner.example> SIZE=2048 BODY=8BITMIME", "",
        "mail address=a@partner.example size=2048");
    in("mail, lower case, no size", "<", "mail from: <a@partner.example>", "", "mail address=a@partner.example");
    in("null sender", "<", "MAIL FROM:<>", "", "mail");
    in("a quoted local part", "<", "MAIL FROM:<\"a> SIZE=1\"@partner.example> SIZE=7", "",
        "mail address=\"a> SIZE=1\"@partner.example size=7");
    in("rcpt", "<", "RCPT TO:<u@own.example> NOTIFY=NEVER", "", "rcpt address=u@own.example");
    in("chunk", "<", "BDAT 1000", "", "chunk size=1000");
    in("last chunk", "<", "BDAT 24 LAST", "", "last size=24");
    in("another command", "<", "NOOP EHLO", "", "other");
    in("greeting", ">", "220 mx.own.example Microsoft ESMTP MAIL Service ready", "", "reply 220");
    in("accepted", ">",
        "250 2.6.0 <m1@partner.example> [InternalId=36962391556100, Hostname=EX1.own.example] 2345 bytes in 0.134, "
        "17,082 KB/sec Queued mail for delivery",
        "", "reply 250 mid=<m1@partner.example> id=36962391556100 host=EX1.own.example size=2345");
    in("accepted, older", ">",
        "250 2.6.0 <m1@partner.example> [InternalId=7, Hostname=EX1.own.example] Queued mail for delivery", "",
        "reply 250 mid=<m1@partner.example> id=7 host=EX1.own.example");
    in("a message-id that looks like the end", ">",
        "250 2.6.0 <x> [InternalId=1, Hostname=evil.example] 9 bytes> [InternalId=7, Hostname=EX1.own.example] Queued "
        "mail",
        "", "reply 250 mid=<x> [InternalId=1, Hostname=evil.example] 9 bytes> id=7 host=EX1.own.example");
    in("refused", ">", "550 5.1.10 RESOLVER.ADR.RecipientNotFound", "", "reply 550");
    in("no reply", ">", "12 x", "", "nothing");
    in("handshake", "*", "",
        "TLS protocol SP_PROT_TLS1_2_SERVER negotiation succeeded using bulk encryption algorithm CALG_AES_128 with "
        "strength 128 bits, MAC hash algorithm "
        "CALG_SHA_256 with strength 0 bits and key exchange algorithm CALG_ECDH_EPHEM with strength 256 bits",
        "handshake tls=TLSv1.2 cipher=CALG_AES_128+CALG_SHA_256+CALG_ECDH_EPHEM");
    in("handshake, in the data of older builds", "*",
        "TLS protocol SP_PROT_TLS1_0_SERVER negotiation succeeded using bulk encryption algorithm CALG_AES_256", "",
        "handshake tls=TLSv1 cipher=CALG_AES_256");
    in("TLS 1.3", "*", "",
        "TLS protocol SP_PROT_TLS1_3_SERVER negotiation succeeded using bulk encryption algorithm CALG_AES_256 with "
        "strength 256 bits",
        "handshake tls=TLSv1.3 cipher=CALG_AES_256");
    in("no certificate", "*", "", "Client certificate chain validation status: 'EmptyCertificate'", "certificate");
    in("a good certificate", "*", "", "Client certificate chain validation status: 'Valid'", "certificate trusted");
    in("a bad one", "*", "", "Client certificate chain validation status: 'UntrustedRoot'", "certificate untrusted");
    in("certificate, older", "*", "", "Client certificate chain validation succeeded", "certificate trusted");
    in("handshake failed", "*", "", "TLS negotiation failed with error SocketError", "handshake failed");
    in("authenticated", "*", "OWN\\user", "authenticated", "authenticated user=OWN\\user");
    in("something else", "*", "SMTPSubmit SMTPAcceptAnyRecipient", "Set Session Permissions", "nothing");
    out("we say MAIL", ">", "MAIL FROM:<a@own.example> SIZE=2048", "", "mail address=a@own.example size=2048");
    out("what they say is no command", "<", "MAIL FROM:<a@own.example>", "", "nothing");
    out("they accept", "<", "250 2.0.0 Ok: queued as 4XYZ1", "", "reply 250");
    out("which message", "*", "", "sending message with RecordId 167503004549 and InternetMessageId <m2@own.example>",
        "sending mid=<m2@own.example> record=167503004549");
    out("our handshake", "*", "",
        "TLS protocol SP_PROT_TLS1_2_CLIENT negotiation succeeded using bulk encryption algorithm CALG_AES_256",
        "handshake tls=TLSv1.2 cipher=CALG_AES_256");
}

void ExchangeParserTest::reads()
{
    QFETCH(bool, isSend);
    QFETCH(QByteArray, event);
    QFETCH(QByteArray, data);
    QFETCH(QByteArray, context);
    const ExchangeEvent parsed
        = parseExchange(isSend ? ExchangeLog::Send : ExchangeLog::Receive, view(event), view(data), view(context));
    QTEST(describe(parsed), "expected");
    for (qsizetype size = 0; size < data.size(); ++size) // cut anywhere it stays safe
        parseExchange(ExchangeLog::Receive, view(event), view(data.left(size)), view(context.left(size)));
}

void ExchangeParserTest::headsNameColumns()
{
    const ExchangeColumns receive = readExchangeHead(
        "\xef\xbb\xbf#Software: Microsoft Exchange Server\r\n#Version: 15.0.0.0\r\n"
        "#Log-type: SMTP Receive Protocol Log\r\n#Date: 2023-01-11T16:00:04.113Z\r\n"
        "#Fields: "
        "date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context\r\n");
    QCOMPARE(receive.log, ExchangeLog::Receive);
    QVERIFY(receive.areEnough());
    QCOMPARE(receive.time, 0);
    QCOMPARE(receive.session, 2);
    QCOMPARE(receive.context, 8);
    // Columns in another order, some unknown.
    const ExchangeColumns other = readExchangeHead(
        "#Log-type: SMTP Send Protocol Log\n#Fields: event,data,new,remote-endpoint,session-id,date-time\n");
    QCOMPARE(other.log, ExchangeLog::Send);
    QCOMPARE(other.event, 0);
    QCOMPARE(other.remote, 3);
    QVERIFY(other.areEnough());
    const ExchangeColumns tracking = readExchangeHead(
        "#Fields: "
        "date-time,client-ip,client-hostname,server-ip,server-hostname,source-context,connector-id,source,event-id,"
        "internal-message-id,message-id,network-message-id,recipient-address,recipient-status,total-bytes,recipient-"
        "count,"
        "related-recipient-address,reference,message-subject,sender-address,return-path,message-info,directionality,"
        "tenant-id,"
        "original-client-ip,original-server-ip,custom-data\n");
    QCOMPARE(tracking.log, ExchangeLog::Tracking);
    QVERIFY(tracking.areEnough());
    QVERIFY(!readExchangeHead(
        "#Software: Microsoft Exchange Server\n#Log-type: Connectivity Log\n#Fields: date-time,session,source\n")
                 .areEnough());
    QVERIFY(!readExchangeHead("date-time,session-id\n").areEnough());
}

void ExchangeParserTest::endpoints_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<int>("port");
    QTest::newRow("IPv4") << QByteArray("192.0.2.1:25") << QByteArray("192.0.2.1") << 25;
    QTest::newRow("IPv6") << QByteArray("[2001:db8::1]:2525") << QByteArray("2001:db8::1") << 2525;
    QTest::newRow("with a zone") << QByteArray("[fe80::1%4]:25") << QByteArray("fe80::1") << 25;
    QTest::newRow("no port") << QByteArray("192.0.2.1") << QByteArray("192.0.2.1") << 0;
    QTest::newRow("bare IPv6") << QByteArray("2001:db8::1") << QByteArray("2001:db8::1") << 0;
    QTest::newRow("empty") << QByteArray() << QByteArray() << 0;
}

void ExchangeParserTest::endpoints()
{
    QFETCH(QByteArray, text);
    const ExchangeEndpoint endpoint = parseEndpoint(view(text));
    QTEST(QByteArray(endpoint.address.data(), static_cast<qsizetype>(endpoint.address.size())), "address");
    QTEST(static_cast<int>(endpoint.port), "port");
}

void ExchangeParserTest::knowsProbesAndHops()
{
    QVERIFY(isHealthProbe("HealthMailbox0123abc@own.example"));
    QVERIFY(isHealthProbe("inboundproxy@inboundproxy.com"));
    QVERIFY(!isHealthProbe("healthy@own.example"));
    QVERIFY(!isHealthProbe(""));
    QVERIFY(isInternalPort(2525) && isInternalPort(717) && isInternalPort(475));
    QVERIFY(!isInternalPort(25) && !isInternalPort(587));
}

QTEST_GUILESS_MAIN(ExchangeParserTest)
#include "tst_exchangeparser.moc"
