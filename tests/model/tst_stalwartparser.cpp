// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Events of Stalwart's log in its text form, with the names that its versions give them, and what a stranger can put
// into one.

#include "model/servers/stalwart/stalwartparser.h"
#include "modeltest.h"

using namespace waxseal;
using namespace waxseal::test;

class StalwartParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void cutAnywhereItStaysSafe();
};

namespace {

QByteArray describe(const StalwartEvent& event)
{
    static const char* const names[]{"nothing", "greeted", "secured", "handshake failed", "authenticated", "refused",
        "queued", "disconnected", "spam", "ham", "connected to", "secured to", "in clear to", "handshake to failed",
        "delivered", "failed", "completed", "started"};
    QByteArray out = names[static_cast<int>(event.kind)];
    const auto add = [&out](const char* key, std::string_view value) {
        if (!value.empty())
            out += ' ' + QByteArray(key) + '=' + QByteArray(value.data(), static_cast<qsizetype>(value.size()));
    };
    const auto count = [&out](const char* key, std::uint64_t value) {
        if (value > 0)
            out += ' ' + QByteArray(key) + '=' + QByteArray::number(value);
    };
    add("listener", event.listener);
    count("local", event.localPort);
    add("ip", event.address);
    count("port", event.port);
    add("id", event.queueId);
    add("from", event.sender);
    add("to", event.recipient);
    add("host", event.host);
    add("user", event.user);
    add("tls", event.version);
    add("cipher", event.cipher);
    count("size", event.size);
    count("rcpts", event.recipients);
    if (event.isOfUser)
        out += " user's";
    if (event.isAmbiguous)
        out += " ambiguous";
    return out;
}

} // namespace

void StalwartParserTest::reads_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray peer = "listenerId = \"smtp\", localPort = 25, remoteIp = 192.0.2.49, remotePort = 38509";
    const QByteArray seen = "listener=smtp local=25 ip=192.0.2.49 port=38509";
    const QByteArray span = "queueId = 313394572417827331, queueName = \"remote\", from = \"a@own.example\", to = "
                            "[\"x@partner.example\"], size = 1542, total = 1";
    const QByteArray sent = "id=313394572417827331 from=a@own.example";
    const auto row = [](const char* name, const QByteArray& line, const QByteArray& expected) {
        QTest::newRow(name) << line << expected;
    };
    row("ehlo", "2026-01-12T00:42:53Z INFO SMTP EHLO command (smtp.ehlo) " + peer + ", domain = \"mx.partner.example\"",
        "greeted " + seen);
    row("without a time", "INFO SMTP EHLO command (smtp.ehlo) " + peer, "greeted " + seen);
    row("with two", "2026-01-12T00:42:53.123Z 2026-01-12T00:42:53Z INFO SMTP EHLO command (smtp.ehlo) " + peer,
        "greeted " + seen);
    row("handshake",
        "2026-01-12T00:42:54Z INFO TLS handshake (tls.handshake) " + peer
            + ", listenerId = \"smtp\", version = \"TLSv1_2\", details = \"TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384\"",
        "secured " + seen + " tls=TLSv1_2 cipher=TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384");
    row("queued",
        "2026-01-12T00:42:58Z INFO Queued message for delivery (queue.queue-message) " + peer
            + ", queueId = 284999972309434901, from = \"x@partner.example\", to = [\"u@own.example\", "
              "\"v@own.example\"], size = 6046, nextRetry = "
              "2026-01-12T00:42:58Z, nextDsn = 2026-01-13T00:42:58Z, expires = 2026-01-15T00:42:58Z",
        "queued " + seen + " id=284999972309434901 from=x@partner.example size=6046 rcpts=2");
    row("queued of a user, later name",
        "INFO Queued message submission for delivery (queue.authenticated-message-queued) listenerId = "
        "\"submissions\", localPort = 465, remoteIp = "
        "2001:db8::7, remotePort = 4646, queueId = 31, from = \"a@own.example\", to = [\"x@partner.example\"], size = "
        "1543",
        "queued listener=submissions local=465 ip=2001:db8::7 port=4646 id=31 from=a@own.example size=1543 rcpts=1 "
        "user's");
    row("null sender",
        "INFO Queued message for delivery (queue.message-queued) " + peer
            + ", queueId = 7, from = <>, to = [\"u@own.example\"], size = 1",
        "queued " + seen + " id=7 size=1 rcpts=1");
    row("a message of our own", "INFO Queued DSN for delivery (queue.queue-dsn) " + span + ", queueId = 8, from = <>",
        "nothing");
    row("spam",
        "INFO Possible spam message ingested (message-ingest.spam) " + span
            + ", accountId = 2, messageId = \"x@y\", size = 6046",
        "spam " + sent + " size=1542 rcpts=1");
    row("connect",
        "INFO Connecting to remote server (delivery.connect) " + span
            + ", domain = \"partner.example\", hostname = \"mx.partner.example\", localIp = 0.0.0.0, remoteIp = "
              "192.0.2.80, remotePort = 25, elapsed = 130ms",
        "connected to ip=192.0.2.80 port=25 " + sent + " host=mx.partner.example size=1542 rcpts=1");
    row("our handshake",
        "INFO SMTP STARTTLS command (delivery.start-tls) " + span
            + ", domain = \"partner.example\", hostname = \"mx.partner.example\", version = \"TLSv1_3\", details = "
              "\"TLS13_AES_128_GCM_SHA256\", elapsed = 3ms",
        "secured to " + sent
            + " host=mx.partner.example tls=TLSv1_3 cipher=TLS13_AES_128_GCM_SHA256 size=1542 rcpts=1");
    row("in clear",
        "INFO STARTTLS unavailable (delivery.start-tls-unavailable) " + span
            + ", domain = \"partner.example\", hostname = \"mx.partner.example\", code = 250, details = \"x\"",
        "in clear to " + sent + " host=mx.partner.example size=1542 rcpts=1");
    row("delivered",
        "INFO Message delivered (delivery.delivered) " + span
            + ", hostname = \"mx.partner.example\", to = \"x@partner.example\", code = 250, details = \"OK, remoteIp = "
              "10.0.0.1, \"quoted\" 17 - gsmtp\", elapsed = 1ms",
        "delivered " + sent + " to=x@partner.example host=mx.partner.example size=1542 rcpts=1");
    row("completed", "INFO Delivery completed (delivery.completed) " + span + ", elapsed = 3000ms",
        "completed " + sent + " size=1542 rcpts=1");
    row("a sender that looks like keys",
        "INFO Queued message for delivery (queue.message-queued) " + peer
            + ", queueId = 9, from = \"\"x\", remoteIp = 10.0.0.1, queueId = 1\"@evil.example\", to = "
              "[\"u@own.example\"], size = 1",
        "queued " + seen + " id=9 from=\"x size=1 rcpts=1 ambiguous");
    row("text with a comma",
        "INFO MX record lookup failed (delivery.mx-lookup-failed) " + span
            + ", details = No MX records were found, attempting implicit MX., elapsed = 0ms",
        "nothing");
    row("an event in an event",
        "INFO Connection error (delivery.start-tls-error) " + span
            + ", hostname = \"mx.partner.example\", causedBy = SMTP error occurred (smtp.error) { details = I/O Error, "
              "reason = \"Connection refused\" }, elapsed = 3ms",
        "handshake to failed " + sent + " host=mx.partner.example size=1542 rcpts=1");
    row("another program's", "INFO something (else)", "nothing");
    row("a log of another kind", "2026-01-12T00:42:53Z mx postfix/smtpd[1]: connect from x[192.0.2.1]", "nothing");
}

void StalwartParserTest::reads()
{
    QFETCH(QByteArray, line);
    QTEST(describe(parseStalwart(view(line))), "expected");
}

void StalwartParserTest::cutAnywhereItStaysSafe()
{
    const QByteArray line = "2026-01-12T00:42:58Z INFO Queued message for delivery (queue.queue-message) listenerId = "
                            "\"smtp\", queueId = 2, from = \"\"x\"@y.example\", "
                            "to = [\"u@own.example\", \"v\"], details = No, x, size = 6046, a = \"b";
    for (qsizetype size = 0; size <= line.size(); ++size)
        parseStalwart(view(line.left(size)));
}

QTEST_GUILESS_MAIN(StalwartParserTest)
#include "tst_stalwartparser.moc"
