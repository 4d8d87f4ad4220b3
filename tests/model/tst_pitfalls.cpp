// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Where a naive reader of Postfix's logs goes wrong, one story each; and logs that would have us remember without end.

#include "testlog.h"

using namespace waxseal;
using namespace waxseal::test;

class PitfallsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inbound_data();
    void inbound();
    void tlsField_data();
    void tlsField();
    void refusalsByOtherRulesAreNotEnforcement();
    void endlessMessagesAreBounded();
    void endlessSessionsAreBounded();
    void aSessionWithoutEndIsBounded();
    void endlessHandshakesAreBounded();
    void rareRecordsDoNotForgetLate();
};

namespace {

const QByteArray bank = "mail.bank.example[192.0.2.1]";
const QByteArray uni = "mx.uni.example[192.0.2.2]";
const QByteArray counted = "inbound 'bank.example' [192.0.2.1] ";
const QByteArray someone = "a@bank.example";

QByteArray story(const QByteArray& log)
{
    return dump(*importBytes(log).facts).replace("20779 ", "");
}

/** A queue id that is no other's. */
QByteArray queueId(int number)
{
    return "A" + QByteArray::number(number, 16).toUpper().rightJustified(7, '0');
}

} // namespace

void PitfallsTest::inbound_data()
{
    QTest::addColumn<QByteArray>("log");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* name, const LogWriter& log, const QByteArray& expected) {
        QTest::newRow(name) << log.bytes() << expected;
    };
    const auto from = [](LogWriter log, const QByteArray& tag, const QByteArray& id, const QByteArray& more,
                          const QByteArray& counts) {
        return log.line(tag, 1, "connect from " + bank)
            .line(tag, 1, id + ": client=" + bank + more)
            .queued(id, someone)
            .removed(id)
            .line(tag, 1, "disconnect from " + bank + ' ' + counts);
    };
    const QByteArray user = ", sasl_method=PLAIN, sasl_username=me@bank.example";
    const QByteArray submitted = "submission 'bank.example' [192.0.2.1] ";

    row("a scanner shook hands and left; later mail in clear did not fall back",
        LogWriter()
            .connect(1, bank)
            .tls(1, bank)
            .smtpd(1, "lost connection after STARTTLS from " + bank)
            .disconnect(1, bank, "ehlo=1 starttls=1 commands=2")
            .wait(60)
            .connect(2, bank)
            .message(2, "AAAA1", bank, someone)
            .disconnect(2, bank, "ehlo=1 mail=1"),
        counted + "clear: 1/1\n");
    row("the same at log level 0",
        LogWriter()
            .connect(1, bank)
            .smtpd(1, "NOQUEUE: lost connection after STARTTLS from " + bank)
            .disconnect(1, bank, "ehlo=1 starttls=1 commands=2")
            .wait(60)
            .connect(2, bank)
            .message(2, "AAAA1", bank, someone)
            .disconnect(2, bank, "ehlo=1 mail=1"),
        counted + "clear: 1/1\n");
    row("a handshake that failed at log level 0, by its counts",
        LogWriter()
            .connect(1, bank)
            .smtpd(1, "NOQUEUE: lost connection after STARTTLS from " + bank)
            .disconnect(1, bank, "ehlo=1 starttls=0/1 commands=1/2")
            .wait(60)
            .connect(2, bank)
            .message(2, "AAAA1", bank, someone)
            .disconnect(2, bank, "ehlo=1 mail=1"),
        counted + "clear fell back: 1/1\n");

    for (const char* tag : {"postfix/smtps/smtpd", "postfix/submissions/smtpd", "postfix/465/smtpd", "smtps/smtpd"})
        row(qPrintable(QString::fromLatin1(tag)), from(LogWriter(), tag, "AAAA1", {}, "ehlo=1 mail=1"),
            counted + "unknown: 1/1\n");
    row("a user of a silent service under any name: perhaps wrapper mode",
        from(LogWriter(), "postfix/smtpd", "AAAA1", user, "ehlo=1 auth=1 mail=1"), submitted + "unknown: 1/1\n");
    row("a user of a silent service, with STARTTLS",
        from(LogWriter(), "postfix/smtpd", "AAAA1", user, "ehlo=2 starttls=1 auth=1 mail=1"), submitted + "tls: 1/1\n");
    row("a user of a service that logs handshakes",
        from(LogWriter().connect(2, uni).tls(2, uni).disconnect(2, uni, "starttls=1"), "postfix/smtpd", "AAAA1", user,
            "ehlo=1 auth=1 mail=1"),
        submitted + "clear: 1/1\n");
    row("a user of a service that logs handshakes later",
        from(LogWriter(), "postfix/smtpd", "AAAA1", user, "ehlo=1 auth=1 mail=1")
            .wait(900)
            .connect(2, uni)
            .tls(2, uni)
            .disconnect(2, uni, "starttls=1"),
        submitted + "clear: 1/1\n");
    row("a stranger at a silent service: by the counts",
        from(LogWriter(), "postfix/smtpd", "AAAA1", {}, "ehlo=1 mail=1"), counted + "clear: 1/1\n");

    row("postscreen and tlsproxy carry no mail, and say nothing of smtpd",
        LogWriter()
            .line("postfix/postscreen", 7, "CONNECT from [192.0.2.1]:4711 to [203.0.113.1]:25")
            .line("postfix/tlsproxy", 8, "CONNECT from [192.0.2.1]:4711")
            .line("postfix/tlsproxy", 8,
                "Anonymous TLS connection established from [192.0.2.1]:4711: TLSv1.3 with cipher C (256/256 bits)")
            .line("postfix/tlsproxy", 8, "DISCONNECT [192.0.2.1]:4711")
            .line("postfix/postscreen", 7, "PASS NEW [192.0.2.1]:4711")
            .connect(1, bank)
            .message(1, "AAAA1", bank, someone)
            .disconnect(1, bank), // before 3.0: no counts
        counted + "unknown: 1/1\n");
    row("3.11 says the bounce's id before its own lines",
        LogWriter()
            .connect(1, bank)
            .tls(1, bank)
            .begins(1, "AAAA1", bank)
            .queued("AAAA1", someone)
            .line("postfix/bounce", 8, "AAAA1: sender non-delivery notification: BBBB1")
            .removed("AAAA1")
            .queued("BBBB1", "")
            .removed("BBBB1")
            .disconnect(1, bank, "starttls=1 mail=1"),
        counted + "tls/1.3/Anonymous/C: 1/1\n");
    row("an id used again for our own bounce is not the stranger's message",
        LogWriter()
            .connect(1, bank)
            .tls(1, bank)
            .message(1, "AAAA1", bank, someone)
            .disconnect(1, bank, "starttls=1 mail=1")
            .queued("AAAA1", "")
            .removed("AAAA1"),
        counted + "tls/1.3/Anonymous/C: 1/1\n");
    row("a filter that puts mail back by sendmail(1)",
        LogWriter()
            .connect(1, bank)
            .tls(1, bank)
            .message(1, "AAAA1", bank, someone)
            .disconnect(1, bank, "starttls=1 mail=1")
            .line("postfix/pickup", 9, "BBBB1: uid=65534 from=<a@bank.example>")
            .queued("BBBB1", someone)
            .removed("BBBB1"),
        counted + "tls/1.3/Anonymous/C: 1/1\n");
    row("an old amavis names no queue id",
        LogWriter()
            .connect(1, bank)
            .tls(1, bank)
            .begins(1, "AAAA1", bank)
            .queued("AAAA1", someone)
            .disconnect(1, bank, "starttls=1 mail=1")
            .line("amavis", 5,
                "(5-1) Passed SPAMMY, [192.0.2.1] <a@bank.example> -> <r@our.example>, Message-ID: <AAAA1@id.example>, "
                "mail_id: m, Hits: 7, size: 9, 20 ms")
            .removed("AAAA1"),
        counted + "tls/1.3/Anonymous/C spam: 1/1\n");
    row("subjects and HELO names that are log lines",
        LogWriter()
            .connect(1, bank)
            .tls(1, bank)
            .begins(1, "AAAA1", bank)
            .cleanup("AAAA1: warning: header Subject: AAAA1: client=evil[203.0.113.66] from " + bank
                + "; from=<a@bank.example> helo=<AAAA1: canceled>")
            .smtpd(1,
                "warning: Illegal address syntax from " + bank + " in MAIL command: <connect from evil[203.0.113.66]>")
            .smtpd(1, "improper command pipelining after DATA from " + bank + ": BBBB1: client=evil[203.0.113.66]")
            .queued("AAAA1", someone)
            .removed("AAAA1")
            .disconnect(1, bank, "starttls=1 mail=1"),
        counted + "tls/1.3/Anonymous/C: 1/1\n");
    row("a client whose address Postfix could not learn",
        LogWriter()
            .connect(1, "unknown[unknown]")
            .tls(1, "unknown[unknown]")
            .message(1, "AAAA1", "unknown[unknown]", someone)
            .disconnect(1, "unknown[unknown]", "starttls=1 mail=1"),
        "inbound 'bank.example' [] tls/1.3/Anonymous/C: 1/1\n");
    row("pids of smtpd and smtp are no one session",
        LogWriter()
            .smtp(1, "Trusted TLS connection established to mx[198.51.100.1]:25: TLSv1.3 with cipher C (1/1 bits)")
            .connect(1, bank)
            .message(1, "AAAA1", bank, someone)
            .disconnect(1, bank, "ehlo=1 mail=1"),
        counted + "clear: 1/1\n");
    row("a protocol of the future is not an old one",
        LogWriter().connect(1, bank).tls(1, bank, "TLSv1.4").message(1, "AAAA1", bank, someone),
        counted + "tls/Anonymous/C: 1/1\n");
}

void PitfallsTest::inbound()
{
    QFETCH(QByteArray, log);
    QTEST(story(log), "expected");
}

/** Postfix 3.11's tls= (smtp_log_tls_feature_status): what was done, not what was wished for. */
void PitfallsTest::tlsField_data()
{
    QTest::addColumn<QByteArray>("silent"); // without any handshake line
    QTest::addColumn<QByteArray>("shaken"); // with the handshake of the same process and relay
    const auto row = [](const char* field, const char* silent, const char* shaken) {
        QTest::newRow(field) << QByteArray(silent) << QByteArray(shaken);
    };
    const char* known = "tls/1.3/Trusted/C";
    for (const char* field : {"may", "encrypt", "dane", "dane-only", "verify", "secure", "fingerprint", "dane:halfdane",
             "dane:encrypt", "encrypt/requiretls", "secure/requiretls", "dane/requiretls:nocertmatch",
             "dane/!requiretls:nocertmatch", "dane/requiretls?"})
        row(field, "tls", known);
    for (const char* field :
        {"none", "may:none", "dane:none", "none/!requiretls:none", "may:none/!requiretls:nostarttls"})
        row(field, "clear", "clear");
    for (const char* field : {"may?", "dane?", "may?/requiretls?", "dane/!requiretls:nostarttls",
             "may/!requiretls:noencryption", "may/!requiretls:none"})
        row(field, "unknown", known);
}

void PitfallsTest::tlsField()
{
    const QByteArray field = QTest::currentDataTag();
    const QByteArray relay = "mx.uni.example[198.51.100.1]:25";
    const QByteArray to = "outbound 'uni.example' [198.51.100.1] ";
    QFETCH(QByteArray, silent);
    QFETCH(QByteArray, shaken);
    const auto sent = [&](LogWriter log) {
        return story(log.sent(1, "AAAA1", "u@uni.example", relay, "sent (250 Ok)", ", tls=" + field).bytes());
    };
    QCOMPARE(sent(LogWriter()), QByteArray(to + silent + ": 1/1\n"));
    QCOMPARE(sent(LogWriter().smtp(
                 1, "Trusted TLS connection established to " + relay + ": TLSv1.3 with cipher C (256/256 bits)")),
        QByteArray(to + shaken + ": 1/1\n"));
}

/** A session without a MAIL that went well was refused for want of TLS only if no line says otherwise. */
void PitfallsTest::refusalsByOtherRulesAreNotEnforcement()
{
    const LogWriter other
        = LogWriter()
              .connect(1, bank)
              .smtpd(1,
                  "NOQUEUE: reject: MAIL from " + bank
                      + ": 550 5.7.1 <a@bank.example>: Sender address rejected; from=<a@bank.example>")
              .disconnect(1, bank, "ehlo=1 mail=0/1 quit=1 commands=2/3");
    QCOMPARE(notes(other.read().state.notes, ImportNote::Code::EnforcedRefusals), 0U);
    QCOMPARE(other.read().excluded.rejected, 1U);
    const LogWriter enforced = LogWriter(other)
                                   .connect(1, bank) // the same process: what was said of the last session is over
                                   .disconnect(1, bank, "ehlo=1 mail=0/1 quit=1 commands=2/3");
    QCOMPARE(notes(enforced.read().state.notes, ImportNote::Code::EnforcedRefusals), 1U);
}

/** Transactions that begin and never end, all at one moment. */
void PitfallsTest::endlessMessagesAreBounded()
{
    LogWriter log;
    log.connect(1, bank).tls(1, bank);
    for (int i = 0; i < 300'000; ++i)
        log.begins(1, queueId(i), bank);
    log.message(1, queueId(999'999), bank, someone);
    const ImportResult result = log.read();
    QCOMPARE(messagesOf(*result.facts, Direction::Inbound), 1U);
    QVERIFY(notes(result.state.notes, ImportNote::Code::TooManyOpen) >= 50'000);
    QVERIFY(result.state.joiners.at("postfix").size() < 60'000'000);
}

void PitfallsTest::endlessSessionsAreBounded()
{
    LogWriter log;
    for (int pid = 1; pid <= 120'000; ++pid)
        log.connect(pid, bank);
    log.begins(120'000, "AAAA1", bank).queued("AAAA1", someone).disconnect(120'000, bank, "ehlo=1 mail=1");
    const ImportResult result = log.read();
    QVERIFY(notes(result.state.notes, ImportNote::Code::TooManyOpen) >= 20'000);
    QCOMPARE(story(log.bytes()), QByteArray(counted + "clear: 1/1\n")); // who came last is known
}

/** One session takes message after message in clear, and none is over before it is: past the bound each counts as what
 * is known of it. */
void PitfallsTest::aSessionWithoutEndIsBounded()
{
    LogWriter log;
    log.connect(1, bank);
    for (int i = 0; i < 260'000; ++i)
        log.begins(1, queueId(i), bank).active(queueId(i), someone).removed(queueId(i));
    const ImportResult result = log.read();
    QCOMPARE(messagesOf(*result.facts, Direction::Inbound), 260'000U);
    QVERIFY(notes(result.state.notes, ImportNote::Code::TooManyOpen) >= 9'000);
}

void PitfallsTest::endlessHandshakesAreBounded()
{
    LogWriter log;
    for (int pid = 1; pid <= 120'000; ++pid) {
        log.smtp(pid,
            "Trusted TLS connection established to mx[198.51.100.1]:25: TLSv1.3 with cipher C" + QByteArray::number(pid)
                + " (256/256 bits)");
    }
    log.sent(120'000, "AAAA1", "u@uni.example", "mx[198.51.100.1]:25");
    const ImportResult result = log.read();
    QVERIFY(notes(result.state.notes, ImportNote::Code::TooManyOpen) >= 20'000);
    QCOMPARE(messagesOf(*result.facts, Direction::Outbound, TlsState::Tls), 1U);
    QVERIFY(result.facts->tlsCount() < 5'000); // ciphers are a stranger's word, too
}

/** Few records in a long time: what is over is forgotten all the same, and the figures are those of one go. */
void PitfallsTest::rareRecordsDoNotForgetLate()
{
    LogWriter log;
    for (int i = 0; i < 400; ++i) {
        const int pid = 100 + i;
        log.connect(pid, bank).tls(pid, bank).begins(pid, queueId(i), bank).queued(queueId(i), someone); // and no more
        log.wait(7200);
    }
    const ImportResult whole = log.read();
    QCOMPARE(messagesOf(*whole.facts, Direction::Inbound), 400U);
    QVERIFY(messagesOf(whole.state.settled, Direction::Inbound) > 300); // a week is 84 of them

    const QByteArray bytes = log.bytes();
    const LogFolder folder;
    ImportResult grown;
    qsizetype written = 0;
    for (int part = 1; part <= 23; ++part) {
        const qsizetype end = part == 23 ? bytes.size() : bytes.size() * part / 23;
        folder.append(QStringLiteral("mail.log"), bytes.mid(written, end - written));
        written = end;
        const ImportState previous = std::move(grown.state);
        grown = import({folder.path(QStringLiteral("mail.log"))}, testOptions(), part == 1 ? nullptr : &previous);
    }
    QCOMPARE(difference(dump(grown), dump(whole)), QByteArray());
    QCOMPARE(difference(dump(grown.state.settled), dump(whole.state.settled)), QByteArray());
}

QTEST_GUILESS_MAIN(PitfallsTest)
#include "tst_pitfalls.moc"
