// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Real logs of Exim, Sendmail and OpenSMTPD against the truth of what was sent to them; growing files; several servers
// in one import.

#include "testlog.h"

#include <map>

using namespace waxseal;
using namespace waxseal::test;
using namespace Qt::StringLiterals;

class ServersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithGroundTruth_data();
    void agreesWithGroundTruth();
    void agreesWithItsDomains();
    void theLabsNamesTellTheTruth();
    void readsBothFormsOfAnExim();
    void readsWhatHasNoTimes();
    void showsTheLinesBehindAMessage_data();
    void showsTheLinesBehindAMessage();
    void growingFilesAreTheSame_data();
    void growingFilesAreTheSame();
    void severalServersCountEachMessageOnce();
    void refusalsForWantOfTlsAreCounted_data();
    void refusalsForWantOfTlsAreCounted();
    void sharedExamplesAreRead_data();
    void sharedExamplesAreRead();
};

namespace {

QByteArray log(const char* name)
{
    return decompressed(QStringLiteral(TEST_DATA "/") + QLatin1StringView(name));
}

/** "domain,address,tls,version,certificate" as ground_truth.csv has it. */
QByteArray truthOf(const MessageRecord& message)
{
    QByteArray line = QByteArray::fromStdString(std::string(message.domain)) + ','
        + QByteArray::fromStdString(message.host->address.text()) + ',';
    const std::string_view version = name(message.tls->version);
    if (message.tls->state == TlsState::Tls)
        line += "yes,TLSv" + (version == "1.0" ? QByteArray("1") : QByteArray(version.data(), 3)) + ',';
    else
        line += message.tls->state == TlsState::Plaintext ? "no,," : "unknown,,";
    const Trust trust = message.tls->trust;
    return line + (trust == Trust::Trusted ? "trusted" : trust == Trust::Untrusted ? "untrusted" : "none");
}

/** What was really sent: message-id → the same. */
std::map<QByteArray, QByteArray> groundTruth()
{
    std::map<QByteArray, QByteArray> truth;
    QByteArrayList rows = readFile(QStringLiteral(TEST_DATA "/postfix/ground_truth.csv")).trimmed().split('\n');
    const QByteArrayList columns = rows.takeFirst().trimmed().split(',');
    for (const QByteArray& row : rows) {
        const QByteArrayList fields = row.trimmed().split(','); // the only quoted field holds no comma
        const auto field = [&](const char* key) { return fields[columns.indexOf(QByteArray(key))]; };
        truth[field("message_id")] = field("sender_domain") + ',' + field("client_ip") + ',' + field("tls") + ','
            + field("version") + ',' + field("client_cert");
    }
    return truth;
}

ImportResult importNamed(const QString& name, const QByteArray& bytes, const ImportOptions& options)
{
    const LogFolder folder;
    return import({folder.write(name, bytes)}, options);
}

/** "domain tls": messages of one direction, without hosts, days and ciphers. */
QByteArray sums(const FactTable& facts, Direction direction)
{
    std::map<std::string, std::uint64_t> counts;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        if (facts.direction(i) != direction)
            continue;
        TlsFact tls = facts.tls(facts.tlsIdAt(i));
        tls.cipher.clear();
        counts[std::string(facts.domains.text(facts.domain(i))) + ' ' + tlsText(tls)] += facts.messages(i);
    }
    QByteArray out;
    for (const auto& [key, count] : counts)
        out += QByteArray::fromStdString(key) + ": " + QByteArray::number(static_cast<qulonglong>(count)) + '\n';
    return out;
}

} // namespace

/** Messages that the servers refused, and why: Exim takes no sender without a domain (root) and none of an address
 * literal, Sendmail none without a domain; its library and OpenSMTPD's refused TLS 1.0 (m0101 to m0105); OpenSMTPD
 * takes no blank in a sender (m0217). */
void ServersTest::agreesWithGroundTruth_data()
{
    QTest::addColumn<QByteArray>("log");
    QTest::addColumn<QByteArrayList>("refused");
    QTest::newRow("Exim") << log("exim/baseline.log.xz") << QByteArrayList{"<m0213@mix.test>", "<m0214@mix.test>"};
    QTest::newRow("Sendmail") << log("sendmail/baseline.log.xz")
                              << QByteArrayList{"<m0101@mix.test>", "<m0102@mix.test>", "<m0103@mix.test>",
                                     "<m0104@mix.test>", "<m0105@mix.test>", "<m0213@mix.test>"};
}

void ServersTest::agreesWithGroundTruth()
{
    QFETCH(const QByteArray, log);
    QFETCH(const QByteArrayList, refused);
    std::map<QByteArray, QByteArray> truth = groundTruth();
    for (const QByteArray& id : refused)
        QCOMPARE(truth.erase(id), std::size_t{1});
    std::map<QByteArray, QByteArray> read;
    const MessageSink sink = [&](const MessageRecord& message) {
        const QByteArray id = QByteArray::fromStdString(std::string(message.messageId));
        QVERIFY2(!read.contains(id), id.constData());
        read[id] = truthOf(message);
    };
    const LogFolder folder;
    QVERIFY(importLogs({folder.write(u"mail.log"_s, log)}, openOptions(), nullptr, {}, {}, sink));
    QCOMPARE(read.size(), truth.size());
    for (const auto& [id, expected] : truth)
        QCOMPARE(id + ' ' + read[id], id + ' ' + expected);
}

/** OpenSMTPD logs no message-id, so its messages are compared as sums. This one asked no client for a certificate. */
void ServersTest::agreesWithItsDomains()
{
    std::map<QByteArray, QByteArray> truth = groundTruth();
    for (const char* id : {"<m0101@mix.test>", "<m0102@mix.test>", "<m0103@mix.test>", "<m0104@mix.test>",
             "<m0105@mix.test>", "<m0217@mix.test>"})
        QCOMPARE(truth.erase(id), std::size_t{1});
    // "root" is completed by the server's own name.
    truth["<m0213@mix.test>"].replace("(none)", "mx.local.test");
    std::map<QByteArray, int> expected;
    for (const auto& [id, row] : truth)
        ++expected[row.left(row.lastIndexOf(',')) + ",none"];
    std::map<QByteArray, int> read;
    const MessageSink sink = [&](const MessageRecord& message) { ++read[truthOf(message)]; };
    const LogFolder folder;
    QVERIFY(importLogs(
        {folder.write(u"mail.log"_s, log("opensmtpd/baseline.log.xz"))}, openOptions(), nullptr, {}, {}, sink));
    int messages = 0;
    for (const auto& [row, count] : expected) {
        QCOMPARE(row + ' ' + QByteArray::number(read[row]), row + ' ' + QByteArray::number(count));
        messages += count;
    }
    QCOMPARE(read.size(), expected.size());
    QCOMPARE(messages, 211);
}

/** The senders' names say what was done (tests/data/README.md). */
void ServersTest::theLabsNamesTellTheTruth()
{
    const ImportResult result = importNamed(u"mainlog"_s, log("exim/lab.mainlog.xz"), openOptions());
    const QByteArray inbound = sums(*result.facts, Direction::Inbound);
    const QByteArray expected = "<> clear: 1\n"
                                "<> tls/1.3/Anonymous: 1\n"
                                "clear.test clear: 1\n"
                                "clientcert.test tls/1.3/Trusted: 1\n"
                                "inter0.test tls/1.3/Anonymous: 2\n"
                                "inter1.test clear: 2\n"
                                "inter2.test tls/1.3/Anonymous: 2\n"
                                "inter3.test clear: 2\n"
                                "inter4.test tls/1.3/Anonymous: 2\n"
                                "inter5.test clear: 2\n"
                                "multi.test tls/1.3/Anonymous: 3\n"
                                "plain-sender.test clear: 1\n"
                                "q.test tls/1.3/Anonymous: 1\n"
                                "selfcert.test tls/1.3/Untrusted: 1\n"
                                "smtps.test tls/1.3/Anonymous: 1\n"
                                "tls.test tls/1.3/Anonymous: 1\n"
                                "tls10.test tls/1.0/Anonymous: 1\n"
                                "tls12.test tls/1.2/Anonymous: 1\n"
                                "tls13.test tls/1.3/Anonymous: 1\n";
    QByteArrayList strangers = inbound.split('\n');
    strangers.removeIf([](const QByteArray& line) { return line.startsWith("example.test "); }); // the way out
    QCOMPARE(strangers.join('\n'), expected);
    QCOMPARE(sums(*result.facts, Direction::Outbound),
        QByteArray("good.test tls/1.3/Verified: 4\nplain.test clear: 1\nself.test tls/1.3/Untrusted: 4\n"));
    // must.test and verified.test could not be had.
    QCOMPARE(notes(result.state.notes, ImportNote::Code::TlsRequiredFailures), 2U);
    QCOMPARE(result.state.sources.front().format, u"exim"_s);
    QCOMPARE(result.state.sources.front().envelope, u"exim-mainlog"_s);
    QCOMPARE(result.state.sources.front().skipped, 0U);
}

/** A real Exim that writes to its main log and to syslog; senders' names tell what was done. */
void ServersTest::readsBothFormsOfAnExim()
{
    const ImportResult own = importNamed(u"mainlog"_s, log("exim/forms.mainlog.xz"), openOptions());
    const ImportResult syslog = importNamed(u"mail.log"_s, log("exim/forms.syslog.xz"), openOptions());
    QCOMPARE(sums(*own.facts, Direction::Inbound),
        QByteArray("<> clear: 1\n"
                   "cert.example tls/1.3/Trusted: 1\n"
                   "clear.example clear: 2\n"
                   "evilhelo.example unknown: 1\n"
                   "evilsender.example clear: 1\n"
                   "evilsubject.example clear: 1\n"
                   "fellback.example clear: 1\n"
                   "longline.example tls/1.3/Anonymous: 1\n"
                   "multi.example clear: 1\n"
                   "spam.example clear: 1\n"
                   "tls12.example tls/1.2/Anonymous: 1\n"
                   "tls13.example tls/1.3/Anonymous: 3\n"));
    QCOMPARE(sums(*own.facts, Direction::Submission), QByteArray("users.example tls/1.3/Anonymous: 1\n"));
    QVERIFY(dump(own).contains("'spam.example' [127.0.0.17] clear spam: 1/1"));
    QVERIFY(dump(own).contains("'longline.example' [127.0.0.24] tls/1.3/Anonymous/"));
    QVERIFY(dump(own).contains("AES_256_GCM: 1/60"));
    QCOMPARE(own.excluded.rejected, 1U);
    QCOMPARE(difference(dump(syslog), dump(own)), QByteArray());
}

/** smtpd -dv prints no header: all is counted, on the day of the file's last change. */
void ServersTest::readsWhatHasNoTimes()
{
    const LogFolder folder;
    const QString path = folder.write(u"smtpd.log"_s, log("opensmtpd/baseline.dv.xz"));
    folder.setTime(u"smtpd.log"_s, QDateTime(QDate(2026, 11, 22), QTime(13, 0), Qt::UTC));
    const ImportResult bare = import({path}, openOptions());
    const ImportResult withHeader = importNamed(u"mail.log"_s, log("opensmtpd/baseline.log.xz"), openOptions());
    QCOMPARE(difference(dump(bare), dump(withHeader)), QByteArray());
    QCOMPARE(bare.state.sources.front().envelope, u"opensmtpd-dv"_s);
    QCOMPARE(withHeader.state.sources.front().envelope, u"bsd"_s);
}

/** Of a log in which other sessions go on between: the lines of the message's session, and of the message. */
void ServersTest::showsTheLinesBehindAMessage_data()
{
    QTest::addColumn<QByteArrayList>("texts"); // the first character says whether it is shown: '+', or '>' in focus
    QTest::newRow("Sendmail") << QByteArrayList{
        "+Nov 22 12:00:00 mx sm-mta[1]: NOQUEUE: connect from mx.uni.example [198.51.100.1]",
        " Nov 22 12:00:00 mx sm-mta[2]: NOQUEUE: connect from [203.0.113.9]",
        ("+Nov 22 12:00:01 mx sm-mta[1]: STARTTLS=server, relay=mx.uni.example [198.51.100.1], version=TLSv1.3, "
         "verify=NO, cipher=C, bits=256/256"),
        " Nov 22 12:00:01 mx sm-mta[2]: 6AMC00lo000002: from=<o@other.example>, size=3, class=0, nrcpts=1, msgid=<o>, "
        "proto=ESMTP, daemon=MTA, relay=[203.0.113.9]",
        ">Nov 22 12:00:02 mx sm-mta[1]: 6AMC00lo000001: from=<s@uni.example>, size=3, class=0, nrcpts=1, msgid=<m>, "
        "proto=ESMTPS, daemon=MTA, relay=mx.uni.example [198.51.100.1]",
        "+Nov 22 12:00:03 mx sm-mta[3]: 6AMC00lo000001: to=<u@our.example>, delay=00:00:01, xdelay=00:00:00, "
        "mailer=local, "
        "pri=3, relay=local, dsn=2.0.0, stat=Sent",
    };
    QTest::newRow("OpenSMTPD") << QByteArrayList{
        "+Nov 22 12:00:00 mx smtpd[3920]: f274cf34b7d0786b smtp connected address=198.51.100.1 host=mx.uni.example",
        " Nov 22 12:00:00 mx smtpd[3920]: 0000000000000001 smtp connected address=203.0.113.9 host=<unknown>",
        "+Nov 22 12:00:01 mx smtpd[3920]: f274cf34b7d0786b smtp tls ciphers=TLSv1.3:C:256",
        ">Nov 22 12:00:02 mx smtpd[3920]: f274cf34b7d0786b smtp message msgid=78e5c402 size=3 nrcpt=1 proto=ESMTP",
        ("+Nov 22 12:00:02 mx smtpd[3920]: f274cf34b7d0786b smtp envelope evpid=78e5c402920bcc4f from=<s@uni.example> "
         "to=<u@our.example>"),
        " Nov 22 12:00:02 mx smtpd[3920]: 0000000000000001 smtp disconnected reason=quit",
        "+Nov 22 12:00:02 mx smtpd[3920]: f274cf34b7d0786b smtp disconnected reason=quit",
        "+Nov 22 12:00:03 mx smtpd[3920]: f274cf35d39a7d0b mda delivery evpid=78e5c402920bcc4f from=<s@uni.example> "
        "to=<u@our.example> rcpt=<u@our.example> user=u delay=1s result=Ok stat=Delivered",
    };
}

void ServersTest::showsTheLinesBehindAMessage()
{
    QFETCH(const QByteArrayList, texts);
    QByteArray log;
    QByteArrayList expected;
    std::uint64_t offset = 0;
    for (const QByteArray& text : texts) {
        if (text.startsWith('>'))
            offset = static_cast<std::uint64_t>(log.size());
        if (!text.startsWith(' '))
            expected.append(text);
        log += text.mid(1) + '\n';
    }
    const LogFolder folder;
    const auto evidence = readEvidence(folder.write(u"mail.log"_s, log), offset);
    QVERIFY(evidence);
    QByteArrayList shown;
    for (const LogLine& line : *evidence)
        shown.append((line.isFocus ? '>' : '+') + line.text);
    QCOMPARE(shown, expected);
    // It is the place that the facts name.
    const ImportResult result = importBytes(log);
    bool isNamed = false;
    for (std::size_t i = 0; i < result.facts->size(); ++i)
        isNamed = isNamed || result.facts->evidence(i, 0).offset() == offset;
    QVERIFY(isNamed);
}

void ServersTest::growingFilesAreTheSame_data()
{
    QTest::addColumn<QByteArray>("log");
    QTest::newRow("Exim") << log("exim/baseline.log.xz");
    QTest::newRow("Exim, both ways") << log("exim/lab.mainlog.xz");
    QTest::newRow("Sendmail") << log("sendmail/baseline.log.xz");
    QTest::newRow("OpenSMTPD") << log("opensmtpd/baseline.log.xz");
}

void ServersTest::growingFilesAreTheSame()
{
    QFETCH(const QByteArray, log);
    const QByteArray whole = dump(importNamed(u"mail.log"_s, log, openOptions()));
    const LogFolder folder;
    folder.write(u"mail.log"_s, log.left(3000));
    ImportResult result = import({folder.path(u"mail.log"_s)}, openOptions());
    for (qsizetype end = 3000; end < log.size();) {
        const qsizetype next = std::min(end + 6007, log.size());
        folder.append(u"mail.log"_s, log.mid(end, next - end));
        end = next;
        const ImportState before = std::move(result.state);
        result = import({folder.path(u"mail.log"_s)}, openOptions(), &before);
    }
    QCOMPARE(difference(dump(result), whole), QByteArray());
}

/** A month of a Postfix gateway that hands mail to an Exim behind it, and of another Exim that has mail of its own. */
void ServersTest::severalServersCountEachMessageOnce()
{
    QByteArray gateway;
    QByteArray inner;
    QByteArray outer;
    for (int day = 1; day <= 28; ++day) {
        const QByteArray n = QByteArray::number(day).rightJustified(2, '0');
        const QByteArray date = "2026-11-" + n;
        const QByteArray id = "1xV6zO-0000" + n + "-00";
        const QByteArray peer = "mx.uni.example[198.51.100.1]";
        gateway += LogWriter("gw", QDateTime(QDate(2026, 11, day), QTime(12, 0), Qt::UTC))
                       .connect(1, peer)
                       .tls(1, peer)
                       .begins(1, "AAAA" + n, peer)
                       .queued("AAAA" + n, "s@uni.example")
                       .disconnect(1, peer, "ehlo=2 starttls=1 mail=1 rcpt=1 data=1 quit=1")
                       .sent(2, "AAAA" + n, "u@our.example", "inner.our.example[10.0.0.2]:25",
                           "sent (250 OK id=" + id + ")")
                       .removed("AAAA" + n)
                       .bytes();
        inner += date + " 12:00:01 " + id
            + " <= s@uni.example H=gw.our.example [10.0.0.1] P=esmtps X=TLS1.3:C:256 CV=no S=1300 id=AAAA" + n
            + "@id.example\n" + date + " 12:00:02 " + id + " => u <u@our.example> R=r T=mailbox\n" + date + " 12:00:02 "
            + id + " Completed\n";
        const QByteArray own = "1xV9zO-0000" + n + "-00";
        outer += date + " 13:00:00 " + own + " <= t@bank.example H=mx.bank.example [192.0.2.9] P=esmtp S=900 id=" + n
            + "@bank.example\n" + date + " 13:00:01 " + own + " => v <v@our.example> R=r T=mailbox\n" + date
            + " 13:00:01 " + own + " Completed\n";
    }
    const LogFolder folder;
    const QStringList files{folder.write(u"gw.log"_s, gateway), folder.write(u"inner.mainlog"_s, inner),
        folder.write(u"outer.mainlog"_s, outer)};
    const ImportResult result = import(files);
    QCOMPARE(sums(*result.facts, Direction::Inbound),
        QByteArray("bank.example clear: 28\nuni.example tls/1.3/Anonymous: 28\n"));
    QCOMPARE(sums(*result.facts, Direction::Outbound), QByteArray());
    QCOMPARE(result.excluded.internal, 28U);
    QCOMPARE(result.state.sources.size(), std::size_t{3});
}

/** The same servers with a policy on: what they refused because a session was not encrypted (counted with grep -c). */
void ServersTest::refusalsForWantOfTlsAreCounted_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<std::uint64_t>("refused");
    QTest::newRow("Exim, by an ACL") << u"exim/e3_senders_sub_star.log"_s << std::uint64_t{27};
    QTest::newRow("Sendmail, by rulesets and its access map") << u"sendmail/policy.log"_s << std::uint64_t{33};
    QTest::newRow("OpenSMTPD, by a filter") << u"opensmtpd/o8_filter_proc.log"_s << std::uint64_t{39};
}

void ServersTest::refusalsForWantOfTlsAreCounted()
{
    WAXSEAL_NEEDS_SHARED("logs/closed-loop/exim/e3_senders_sub_star.log");
    QFETCH(const QString, name);
    QFETCH(const std::uint64_t, refused);
    const ImportResult result = import({QStringLiteral(SHARED_DATA "/logs/closed-loop/") + name}, openOptions());
    QCOMPARE(notes(result.state.notes, ImportNote::Code::PlaintextRefusals), refused);
}

/** Excerpts of public pages, each a few lines of many servers. */
void ServersTest::sharedExamplesAreRead_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("inbound");
    QTest::addColumn<QByteArray>("outbound");
    QTest::newRow("Sendmail") << u"sendmail/snippets.maillog"_s << u"sendmail"_s << QByteArray()
                              << QByteArray("gmail.com tls/1.3/Untrusted: 1\nnmamail.net unknown: 1\n");
    QTest::newRow("OpenSMTPD") << u"opensmtpd/maillog"_s << u"opensmtpd"_s
                               << QByteArray("blunix.com tls/1.3/Anonymous: 1\n")
                               << QByteArray("gmail.com tls/1.2: 1\n");
    QTest::newRow("Exim") << u"exim/lab-4.96.mainlog"_s << u"exim"_s << QByteArray() << QByteArray();
}

void ServersTest::sharedExamplesAreRead()
{
    WAXSEAL_NEEDS_SHARED("logs/sendmail/snippets.maillog");
    QFETCH(const QString, name);
    QFETCH(const QString, format);
    QFETCH(const QByteArray, inbound);
    QFETCH(const QByteArray, outbound);
    const ImportResult result = import({QStringLiteral(SHARED_DATA "/logs/") + name});
    QCOMPARE(result.state.sources.front().format, format);
    QCOMPARE(sums(*result.facts, Direction::Inbound), inbound);
    QCOMPARE(sums(*result.facts, Direction::Outbound), outbound);
}

QTEST_GUILESS_MAIN(ServersTest)

#include "tst_servers.moc"
