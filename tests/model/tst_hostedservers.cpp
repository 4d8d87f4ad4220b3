// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Exchange, Haraka and Stalwart from the file to the facts. Haraka's log is a real server's (tests/data/README.md),
// whose senders' names say what they did; the others are written in the servers' forms, and what they hold stands in
// the test.

#include "testlog.h"

using namespace waxseal;
using namespace waxseal::test;
using namespace Qt::StringLiterals;

class HostedServersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsARealHaraka();
    void harakaAtNotice();
    void exchangeReceives();
    void exchangeSends();
    void exchangeTracking();
    void readsTheSampleOfExchange();
    void stalwart();
    void growingFilesCountOnce_data();
    void growingFilesCountOnce();
};

namespace {

QByteArray facts(const ImportResult& result)
{
    QByteArray out;
    for (const QByteArray& line : dump(*result.facts).split('\n')) {
        if (!line.isEmpty())
            out += line.mid(line.indexOf(' ') + 1) + '\n'; // without the day
    }
    return out;
}

/** An Exchange protocol log, line by line. */
class Protocol
{
public:
    explicit Protocol(const QByteArray& type)
        : m_bytes("\xef\xbb\xbf#Software: Microsoft Exchange Server\r\n#Version: 15.0.0.0\r\n#Log-type: " + type
            + "\r\n#Date: 2026-11-20T08:00:00.000Z\r\n#Fields: "
              "date-time,connector-id,session-id,sequence-number,local-endpoint,"
              "remote-endpoint,event,data,context\r\n")
    {
    }
    Protocol& session(const QByteArray& id, const QByteArray& local, const QByteArray& remote)
    {
        m_id = id;
        m_local = local;
        m_remote = remote;
        return line("+", {});
    }
    Protocol& line(const QByteArray& event, QByteArray data, QByteArray context = {})
    {
        const auto quoted = [](QByteArray field) {
            return field.contains(',') || field.contains('"') ? '"' + field.replace("\"", "\"\"") + '"' : field;
        };
        const QByteArray time = QByteArray::number(10'000 + m_line++).mid(1);
        m_bytes += "2026-11-20T08:" + time.mid(0, 2) + ':' + time.mid(2) + ".123Z," + m_connector + ',' + m_id + ','
            + QByteArray::number(m_line) + ',' + m_local + ',' + m_remote + ',' + event + ',' + quoted(data) + ','
            + quoted(context) + "\r\n";
        if (m_line % 100 == 60)
            m_line += 40; // whole minutes
        return *this;
    }
    Protocol& in(const QByteArray& data) { return line("<", data); }
    Protocol& out(const QByteArray& data) { return line(">", data); }
    Protocol& note(const QByteArray& context, const QByteArray& data = {}) { return line("*", data, context); }
    Protocol& connector(const QByteArray& name)
    {
        m_connector = name;
        return *this;
    }
    Protocol& tls(const QByteArray& version, const QByteArray& side = "SERVER",
        const QByteArray& certificate = "EmptyCertificate")
    {
        note("TLS protocol SP_PROT_" + version + '_' + side
            + " negotiation succeeded using bulk encryption algorithm CALG_AES_256 with strength 256 bits, MAC hash "
              "algorithm CALG_SHA_384 with "
              "strength 0 bits and key exchange algorithm CALG_ECDH_EPHEM with strength 384 bits");
        return note("Client certificate chain validation status: '" + certificate + "'");
    }
    /** A message that is taken. */
    Protocol& message(const QByteArray& sender, int number, int recipients = 1)
    {
        in("MAIL FROM:<" + sender + "> SIZE=1000").out("250 2.1.0 Sender OK");
        for (int i = 0; i < recipients; ++i)
            in("RCPT TO:<u" + QByteArray::number(i) + "@own.example>").out("250 2.1.5 Recipient OK");
        return in("BDAT 1000 LAST")
            .out("250 2.6.0 <m" + QByteArray::number(number) + "@x.example> [InternalId=" + QByteArray::number(number)
                + ", Hostname=EX1.own.example] 1200 bytes in 0.134, 17,082 KB/sec Queued mail for delivery");
    }
    Protocol& end() { return in("QUIT").out("221 2.0.0 Service closing transmission channel").line("-", {}, "Local"); }
    const QByteArray& bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
    QByteArray m_connector = "EX1\\Default Frontend EX1";
    QByteArray m_id;
    QByteArray m_local;
    QByteArray m_remote;
    int m_line = 0;
};

Protocol receiveLog()
{
    const QByteArray smtp = "198.51.100.1:25";
    Protocol log("SMTP Receive Protocol Log");
    log.session("08D1", smtp, "192.0.2.11:4001").in("EHLO a").out("250  EX1 Hello").message("a@clear.example", 1).end();
    log.session("08D2", smtp, "192.0.2.12:4002")
        .in("EHLO b")
        .in("STARTTLS")
        .out("220 2.0.0 SMTP server ready")
        .tls("TLS1_2")
        .in("EHLO b");
    log.message("b@tls12.example", 2, 3).message("b@tls12.example", 3).end();
    log.session("08D3", smtp, "192.0.2.13:4003")
        .in("EHLO c")
        .in("STARTTLS")
        .tls("TLS1_0", "SERVER", "Valid")
        .in("EHLO c")
        .message("c@trusted.example", 4)
        .end();
    // A clear message, then an encrypted one, in one session.
    log.session("08D4", smtp, "192.0.2.14:4004")
        .in("EHLO d")
        .message("d@before.example", 5)
        .in("STARTTLS")
        .tls("TLS1_3")
        .in("EHLO d")
        .message("d@after.example", 6)
        .end();
    log.session("08D5", smtp, "[2001:db8::15]:4005").in("EHLO e").message("", 7).end();
    // Refused: a recipient, then for want of TLS; given up.
    log.session("08D6", smtp, "192.0.2.16:4006")
        .in("EHLO f")
        .in("MAIL FROM:<f@refused.example>")
        .out("250 2.1.0 Sender OK")
        .in("RCPT TO:<x@own.example>");
    log.out("550 5.1.10 RESOLVER.ADR.RecipientNotFound").end();
    log.session("08D7", smtp, "192.0.2.17:4007")
        .in("EHLO g")
        .in("MAIL FROM:<g@enforced.example>")
        .out("451 5.7.3 STARTTLS is required to send mail")
        .end();
    // A user of ours.
    log.session("08D8", "198.51.100.1:587", "192.0.2.18:4008")
        .in("EHLO h")
        .in("STARTTLS")
        .tls("TLS1_2")
        .in("AUTH LOGIN");
    log.note("authenticated", "OWN\\user")
        .out("235 2.7.0 Authentication successful")
        .message("user@own.example", 8)
        .end();
    // The hop behind the front end, another server of ours, a probe.
    log.session("08D9", "198.51.100.1:2525", "198.51.100.1:4009")
        .in("EHLO EX1")
        .in("X-ANONYMOUSTLS")
        .tls("TLS1_2")
        .message("a@clear.example", 1)
        .end();
    log.session("08DA", smtp, "203.0.113.9:4010")
        .in("EHLO EX2")
        .in("X-ANONYMOUSTLS")
        .tls("TLS1_2")
        .message("y@own.example", 10)
        .end();
    log.session("08DB", smtp, "192.0.2.19:4011").in("EHLO i").message("HealthMailbox77@own.example", 11).end();
    // A handshake that fails, and the plaintext after it.
    log.session("08DC", smtp, "192.0.2.20:4012")
        .in("EHLO j")
        .in("STARTTLS")
        .note("TLS negotiation failed with error SocketError")
        .line("-", {}, "Remote");
    log.session("08DD", smtp, "192.0.2.20:4013").in("EHLO j").message("j@fellback.example", 12).end();
    return log;
}

const QByteArray receivedFacts
    = "inbound '<>' [2001:db8::15] clear: 1/1\n"
      "inbound 'after.example' [192.0.2.14] tls/1.3/Anonymous/CALG_AES_256+CALG_SHA_384+CALG_ECDH_EPHEM: 1/1\n"
      "inbound 'before.example' [192.0.2.14] clear: 1/1\n"
      "inbound 'clear.example' [192.0.2.11] clear: 1/1\n"
      "inbound 'fellback.example' [192.0.2.20] clear fell back: 1/1\n"
      "inbound 'tls12.example' [192.0.2.12] tls/1.2/Anonymous/CALG_AES_256+CALG_SHA_384+CALG_ECDH_EPHEM: 2/4\n"
      "inbound 'trusted.example' [192.0.2.13] tls/1.0/Trusted/CALG_AES_256+CALG_SHA_384+CALG_ECDH_EPHEM: 1/1\n"
      "submission 'own.example' [192.0.2.18] tls/1.2/Anonymous/CALG_AES_256+CALG_SHA_384+CALG_ECDH_EPHEM: 1/1\n";

Protocol sendLog()
{
    Protocol log("SMTP Send Protocol Log");
    log.connector("Internet");
    const auto begin = [&](const QByteArray& id, const QByteArray& remote, bool tls) {
        log.session(id, "198.51.100.1:1001", remote)
            .line("<", "220 mx ESMTP")
            .line(">", "EHLO EX1")
            .line("<", "250 mx Hello");
        if (tls)
            log.line(">", "STARTTLS")
                .line("<", "220 go")
                .tls("TLS1_2", "CLIENT", "Valid")
                .line(">", "EHLO EX1")
                .line("<", "250 mx Hello");
    };
    const auto from = [&](int record) {
        log.note("sending message with RecordId " + QByteArray::number(record) + " and InternetMessageId <r"
            + QByteArray::number(record) + "@own.example>");
        log.line(">", "MAIL FROM:<a@own.example> SIZE=9");
    };
    // Pipelined: two recipients, one of them refused.
    begin("08E1", "192.0.2.50:25", true);
    from(1);
    log.line(">", "RCPT TO:<x@modern.example>").line(">", "RCPT TO:<bad@modern.example>").line(">", "DATA");
    log.line("<", "250 2.1.0 Ok")
        .line("<", "250 2.1.5 Ok")
        .line("<", "550 5.1.1 no")
        .line("<", "354 go")
        .line("<", "250 2.0.0 Ok: queued as 4XYZ1");
    from(2);
    log.line("<", "250 2.1.0 Ok")
        .line(">", "RCPT TO:<y@modern.example>")
        .line("<", "250 2.1.5 Ok")
        .line(">", "BDAT 9 LAST")
        .line("<", "250 2.6.0 Queued");
    log.line(">", "QUIT").line("<", "221 bye").line("-", {}, "Local");
    begin("08E2", "192.0.2.51:25", false);
    from(3);
    log.line("<", "250 Ok")
        .line(">", "RCPT TO:<x@clear.example>")
        .line("<", "250 Ok")
        .line(">", "DATA")
        .line("<", "354 go")
        .line("<", "250 Ok")
        .line("-", {}, "Remote");
    // Not delivered; inside the organisation.
    begin("08E3", "192.0.2.52:25", false);
    from(4);
    log.line("<", "250 Ok")
        .line(">", "RCPT TO:<x@later.example>")
        .line("<", "250 Ok")
        .line(">", "DATA")
        .line("<", "354 go")
        .line("<", "451 later")
        .line("-", {}, "Local");
    begin("08E4", "203.0.113.9:2525", false);
    from(5);
    log.line("<", "250 Ok")
        .line(">", "RCPT TO:<x@own.example>")
        .line("<", "250 Ok")
        .line(">", "BDAT 9 LAST")
        .line("<", "250 2.6.0 Queued")
        .line("-", {}, "Local");
    return log;
}

const QByteArray sentFacts
    = "outbound 'clear.example' [192.0.2.51] clear: 1/1\n"
      "outbound 'modern.example' [192.0.2.50] tls/1.2/Trusted/CALG_AES_256+CALG_SHA_384+CALG_ECDH_EPHEM: 2/2\n";

/** An address as Stalwart writes it. */
QByteArray quotedSender(const QByteArray& sender)
{
    return sender.isEmpty() ? QByteArray("<>") : QByteArray('"' + sender + '"');
}

QByteArray stalwartLog()
{
    QByteArray log;
    int second = 0;
    const auto line = [&](const QByteArray& text) {
        log += "2026-11-20T08:" + QByteArray::number(100 + second / 60).mid(1) + ':'
            + QByteArray::number(100 + second % 60).mid(1) + "Z INFO " + text + '\n';
        ++second;
    };
    const auto ehlo
        = [&](const QByteArray& peer) { line("SMTP EHLO command (smtp.ehlo) " + peer + ", domain = \"c.example\""); };
    const auto shake = [&](const QByteArray& peer, const QByteArray& version) {
        line("TLS handshake (tls.handshake) " + peer + ", listenerId = \"smtp\", version = \"" + version
            + "\", details = \"TLS13_AES_256_GCM_SHA384\"");
    };
    const auto queue = [&](const QByteArray& peer, const QByteArray& id, const QByteArray& sender,
                           const QByteArray& name = "queue.message-queued") {
        line("Queued message for delivery (" + name + ") " + peer + ", queueId = " + id + ", from = "
            + quotedSender(sender) + ", to = [\"u@own.example\"], size = 100, nextRetry = 2026-11-20T08:00:00Z");
        const QByteArray span = "queueId = " + id + ", queueName = \"local\", from = " + quotedSender(sender)
            + ", to = [\"u@own.example\"], size = 100, total = 1";
        if (name == "queue.message-queued")
            line(QByteArray(id.endsWith('9') ? "Possible spam message ingested (message-ingest.spam) "
                                             : "Message ingested (message-ingest.ham) ")
                + span);
        line("Delivery completed (delivery.completed) " + span + ", elapsed = 0ms");
    };
    const auto peer = [](int last, const QByteArray& listener = "smtp", int port = 25) -> QByteArray {
        return "listenerId = \"" + listener + "\", localPort = " + QByteArray::number(port) + ", remoteIp = 192.0.2."
            + QByteArray::number(last) + ", remotePort = 40" + QByteArray::number(last);
    };
    // The log begins in the middle of this session: whether it is over TLS nobody knows.
    ehlo(peer(10));
    queue(peer(10), "10", "a@cut.example");
    second += 120;
    ehlo(peer(11));
    queue(peer(11), "11", "a@clear.example");
    ehlo(peer(12));
    shake(peer(12), "TLSv1_2");
    ehlo(peer(12));
    queue(peer(12), "12", "b@tls12.example");
    queue(peer(12), "19", "b@tls12.example"); // spam
    ehlo(peer(14));
    queue(peer(14), "14", "d@before.example");
    shake(peer(14), "TLSv1_3");
    ehlo(peer(14));
    queue(peer(14), "15", "d@after.example");
    // The same port again, by another connection, in clear.
    ehlo(peer(12));
    queue(peer(12), "16", "b2@clear.example");
    ehlo(peer(17));
    queue(peer(17), "17", "");
    // IMAP shakes hands, too.
    shake(peer(30, "imaps", 993), "TLSv1_3");
    // A user.
    shake(peer(18, "submissions", 465), "TLSv1_3");
    ehlo(peer(18, "submissions", 465));
    queue(peer(18, "submissions", 465), "18", "user@own.example", "queue.authenticated-message-queued");
    const auto sent = [&](const QByteArray& id, const QByteArray& domain, int last, const QByteArray& how) {
        const QByteArray span = "queueId = " + id + ", queueName = \"remote\", from = \"user@own.example\", to = [\"x@"
            + domain + "\"], size = 1, total = 1";
        line("Connecting to remote server (delivery.connect) " + span + ", domain = \"" + domain
            + "\", hostname = \"mx." + domain + "\", localIp = 0.0.0.0, remoteIp = 192.0.2." + QByteArray::number(last)
            + ", remotePort = 25, elapsed = 1ms");
        if (!how.isEmpty())
            line(how + ' ' + span + ", domain = \"" + domain + "\", hostname = \"mx." + domain
                + "\", version = \"TLSv1_3\", details = \"C\"");
        line("Message delivered (delivery.delivered) " + span + ", hostname = \"mx." + domain + "\", to = \"x@" + domain
            + "\", code = 250, details = \"OK\", elapsed = 1ms");
    };
    sent("18", "modern.example", 50, "SMTP STARTTLS command (delivery.start-tls)");
    sent("20", "clear.example", 51, "STARTTLS unavailable (delivery.start-tls-unavailable)");
    sent("21", "silent.example", 52, {});
    return log;
}

const QByteArray stalwartFacts
    = "inbound '<>' [192.0.2.17] clear legitimate: 1/1\n"
      "inbound 'after.example' [192.0.2.14] tls/1.3/TLS13_AES_256_GCM_SHA384 legitimate: 1/1\n"
      "inbound 'before.example' [192.0.2.14] clear legitimate: 1/1\n"
      "inbound 'clear.example' [192.0.2.11] clear legitimate: 1/1\n"
      "inbound 'clear.example' [192.0.2.12] clear legitimate: 1/1\n"
      "inbound 'cut.example' [192.0.2.10] unknown legitimate: 1/1\n"
      "inbound 'tls12.example' [192.0.2.12] tls/1.2/TLS13_AES_256_GCM_SHA384 legitimate: 1/1\n"
      "inbound 'tls12.example' [192.0.2.12] tls/1.2/TLS13_AES_256_GCM_SHA384 spam: 1/1\n"
      "outbound 'clear.example' [192.0.2.51] clear: 1/1\n"
      "outbound 'modern.example' [192.0.2.50] tls/1.3/C: 1/1\n"
      "outbound 'silent.example' [192.0.2.52] unknown: 1/1\n"
      "submission 'own.example' [192.0.2.18] tls/1.3/TLS13_AES_256_GCM_SHA384: 1/1\n";

QByteArray harakaLog()
{
    return readFile(QStringLiteral(TEST_DATA "/haraka/lab.log"));
}

/** What the script that sent it did: see tests/data/README.md. */
const QByteArray harakaFacts
    = "inbound '<>' [127.0.0.32] clear: 1/1\n"
      "inbound 'after.example' [127.0.0.31] tls/1.3/Anonymous/TLS_AES_256_GCM_SHA384: 2/2\n"
      "inbound 'before.example' [127.0.0.31] clear: 1/1\n"
      "inbound 'clear.example' [127.0.0.11] clear: 1/1\n"
      "inbound 'clientcert.example' [127.0.0.30] tls/1.3/Untrusted/TLS_AES_256_GCM_SHA384: 1/1\n"
      "inbound 'fellback.example' [127.0.0.50] clear fell back: 1/1\n"
      "inbound 'tls10.example' [127.0.0.20] tls/1.0/Anonymous/ECDHE-RSA-AES256-SHA: 1/2\n"
      "inbound 'tls11.example' [127.0.0.21] tls/1.1/Anonymous/ECDHE-RSA-AES256-SHA: 1/2\n"
      "inbound 'tls12.example' [127.0.0.22] tls/1.2/Anonymous/ECDHE-RSA-AES256-GCM-SHA384: 1/2\n"
      "inbound 'tls13.example' [127.0.0.23] tls/1.3/Anonymous/TLS_AES_256_GCM_SHA384: 1/2\n"
      "inbound 'wrapped.example' [127.0.0.36] tls: 1/1\n"
      "outbound 'clear.example' [192.0.2.1] clear: 2/2\n"
      "outbound 'example.org' [192.0.2.1] tls/1.3/Untrusted/TLS_AES_256_GCM_SHA384: 1/1\n"
      "outbound 'modern.example' [192.0.2.1] tls/1.3/Untrusted/TLS_AES_256_GCM_SHA384: 2/2\n"
      "outbound 'old.example' [192.0.2.1] tls/1.1/Untrusted/ECDHE-RSA-AES256-SHA: 1/1\n"
      "submission 'example.org' [127.0.0.40] tls/1.3/Anonymous/TLS_AES_256_GCM_SHA384: 4/6\n";

/** The servers that it sent to were on loopback: as if they had been elsewhere. */
QByteArray withRelaysElsewhere(QByteArray log)
{
    return log.replace("ip=127.0.0.1 port=395", "ip=192.0.2.1 port=395");
}

} // namespace

void HostedServersTest::readsARealHaraka()
{
    const ImportResult result = importBytes(withRelaysElsewhere(harakaLog()), openOptions());
    QCOMPARE(facts(result), harakaFacts);
    QCOMPARE(result.state.sources[0].format, u"haraka"_s);
    QCOMPARE(result.excluded.rejected, 1U);
}

/** Without the lines of level INFO the end of a connection says whether there was TLS, and nothing says which version.
 */
void HostedServersTest::harakaAtNotice()
{
    QByteArray log;
    for (const QByteArray& line : withRelaysElsewhere(harakaLog()).split('\n')) {
        if (!line.contains(" [INFO] ") && !line.isEmpty())
            log += line + '\n';
    }
    const QByteArray found = facts(importBytes(log, openOptions()));
    QVERIFY2(found.contains("inbound 'tls12.example' [127.0.0.22] tls: 1/2\n"), found.constData());
    QVERIFY(found.contains("inbound 'clear.example' [127.0.0.11] clear: 1/1\n"));
    QVERIFY(found.contains(
        "inbound 'after.example' [127.0.0.31] unknown: 2/2\n")); // three messages, and one of them in clear
    QVERIFY(found.contains("outbound 'modern.example' [192.0.2.1] tls: 2/2\n"));
    QVERIFY(found.contains("outbound 'clear.example' [192.0.2.1] clear: 2/2\n"));
}

void HostedServersTest::exchangeReceives()
{
    const ImportResult result = importBytes(receiveLog().bytes());
    QCOMPARE(facts(result), receivedFacts);
    QCOMPARE(result.state.sources[0].format, u"exchange"_s);
    // The hop and the other server; the probe; a recipient and the message that had to be encrypted.
    QCOMPARE(text(result.excluded), "reinjected 2, authenticated 1, internal 1, rejected 2");
    QCOMPARE(detailOf(result.state.notes, ImportNote::Code::PlaintextRefusals), u"enforced.example (1)"_s);
}

void HostedServersTest::exchangeSends()
{
    QCOMPARE(facts(importBytes(sendLog().bytes())), sentFacts);
    const LogFolder folder;
    folder.write(u"RECV2026112008-1.LOG"_s, receiveLog().bytes());
    folder.write(u"SEND2026112008-1.LOG"_s, sendLog().bytes());
    const QByteArray both = facts(import({folder.path()}));
    QCOMPARE(both,
        receivedFacts.left(receivedFacts.indexOf("submission")) + sentFacts
            + receivedFacts.mid(receivedFacts.indexOf("submission")));
}

void HostedServersTest::exchangeTracking()
{
    const QByteArray head
        = "#Software: Microsoft Exchange Server\n#Version: 15.00.1104.000\n#Log-type: Message Tracking Log\n#Date: "
          "2026-11-20T08:00:00.000Z\n"
          "#Fields: "
          "date-time,client-ip,client-hostname,server-ip,server-hostname,source-context,connector-id,source,event-id,"
          "internal-message-id,message-id,network-message-id,recipient-address,recipient-status,total-bytes,recipient-"
          "count,"
          "related-recipient-address,reference,message-subject,sender-address,return-path,message-info,directionality,"
          "tenant-id,"
          "original-client-ip,original-server-ip,custom-data\n";
    const QByteArray rows
        = "2026-11-20T08:00:01.000Z,192.0.2.11,mx.clear.example,198.51.100.1,EX1,08D1;2026-11-20T08:00:00.000Z;0,"
          "EX1\\Default,SMTP,RECEIVE,1,<m1@x.example>,,"
          "u@own.example;v@own.example,,1200,2,,,\"Hi, \"\"you\"\"\",a@clear.example,a@clear.example,,Incoming,,,,\n"
          "2026-11-20T08:00:02.000Z,,EX1,,EX1,,,STOREDRIVER,DELIVER,1,<m1@x.example>,,u@own.example,,1200,1,,,Hi,a@"
          "clear.example,a@clear.example,,Incoming,,,,\n"
          "2026-11-20T08:00:03.000Z,198.51.100.1,EX1,192.0.2.50,mx.modern.example,250 "
          "Ok;x,Internet,SMTP,SENDEXTERNAL,2,<r2@own.example>,,x@modern.example,250 Ok,"
          "900,1,,,Re,user@own.example,user@own.example,,Originating,,,,\n";
    // Alone it tells who wrote to whom, and of TLS nothing.
    QCOMPARE(facts(importBytes(head + rows)),
        "inbound 'clear.example' [192.0.2.11] unknown: 1/2\noutbound 'modern.example' [192.0.2.50] unknown: 1/1\n");
    // Beside the protocol logs of the same time it tells nothing new.
    const LogFolder folder;
    folder.write(u"RECV.LOG"_s, receiveLog().bytes());
    folder.write(u"SEND.LOG"_s, sendLog().bytes());
    folder.write(u"MSGTRK.LOG"_s, head + QByteArray(rows).replace("08:00:0", "08:02:0"));
    const ImportResult all = import({folder.path()});
    QCOMPARE(messagesOf(*all.facts, Direction::Inbound), 8U);
    QCOMPARE(messagesOf(*all.facts, Direction::Outbound), 3U);
}

void HostedServersTest::readsTheSampleOfExchange()
{
    WAXSEAL_NEEDS_SHARED("logs/exchange");
    const ImportResult result = import({QStringLiteral(SHARED_DATA "/logs/exchange/RECV2023011116-1.LOG")});
    QCOMPARE(result.state.sources.size(), 1U);
    QCOMPARE(result.state.sources[0].format, u"exchange"_s);
    QCOMPARE(result.state.sources[0].skipped, 0U);
    QCOMPARE(messagesOf(*result.facts, Direction::Inbound), 0U); // a login that failed, and no mail
}

void HostedServersTest::stalwart()
{
    const ImportResult result = importBytes(stalwartLog());
    QCOMPARE(facts(result), stalwartFacts);
    QCOMPARE(result.state.sources[0].format, u"stalwart"_s);
    // In colours, as on a terminal.
    QByteArray coloured = stalwartLog();
    coloured.replace("Z INFO ", "Z\x1b[0m \x1b[32;1mINFO\x1b[0m ").replace("remoteIp = ", "\x1b[36mremoteIp\x1b[0m = ");
    QCOMPARE(facts(importBytes(coloured)), stalwartFacts);
}

void HostedServersTest::growingFilesCountOnce_data()
{
    QTest::addColumn<QByteArray>("log");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("haraka") << withRelaysElsewhere(harakaLog()) << harakaFacts;
    QTest::newRow("exchange receives") << receiveLog().bytes() << receivedFacts;
    QTest::newRow("exchange sends") << sendLog().bytes() << sentFacts;
    QTest::newRow("stalwart") << stalwartLog() << stalwartFacts;
}

void HostedServersTest::growingFilesCountOnce()
{
    QFETCH(QByteArray, log);
    const LogFolder folder;
    ImportOptions options = openOptions();
    std::optional<ImportState> state;
    ImportResult last{{}, std::make_shared<FactTable>(), {}, 0};
    for (int step = 1; step <= 7; ++step) {
        // Not at line ends: a part of a line waits for the rest.
        folder.write(u"mail.log"_s, step == 7 ? log : log.left(log.size() * step / 7));
        last = import({folder.path(u"mail.log"_s)}, options, state ? &*state : nullptr);
        state = last.state;
    }
    QTEST(facts(last), "expected");
}

QTEST_GUILESS_MAIN(HostedServersTest)
#include "tst_hostedservers.moc"
