// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Whole imports: real logs in every rendering, folders and rotated sets, several hosts, cancel, progress, notes.

#include "model/importer/inputfiles.h"
#include "model/records/timestamp.h"
#include "testlog.h"

#include <QLocale>
#include <QRegularExpression>

#include <csignal>
#include <map>
#include <set>
#include <thread>
#include <tuple>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace waxseal;
using namespace waxseal::test;
using namespace Qt::StringLiterals;

class ImporterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySendersNameTellsTheTruth_data();
    void everySendersNameTellsTheTruth();
    void renderingsAgree_data();
    void renderingsAgree();
    void refusesRenderingsWithoutServices_data();
    void refusesRenderingsWithoutServices();
    void sharedLabIsTheSame();
    void agreesWithGroundTruth();
    void tellsLogsFromOtherFiles_data();
    void tellsLogsFromOtherFiles();
    void readsOtherPeoplesLogsInPart();
    void findsFilesInFolders();
    void namesThatAreNoTextAreSaid();
    void aLastLineWithoutItsEnd();
    void leavesOutPartsOfMailLog();
    void readsFormsAlike_data();
    void readsFormsAlike();
    void rotatedSetsAreOneStream_data();
    void rotatedSetsAreOneStream();
    void serversAreTheirOwnStreams();
    void overlappingFilesCountOnce();
    void manyOverlappingFiles();
    void twoFormsCountOnce_data();
    void twoFormsCountOnce();
    void olderLogsInOneStream();
    void twoServersInOneStream();
    void aStrayTimeMovesNothingElse();
    void filesByProgramAreOneLog();
    void theGivenYearIsThatOfTheFirstLine_data();
    void theGivenYearIsThatOfTheFirstLine();
    void wrappedLogsSayTheSame_data();
    void wrappedLogsSayTheSame();
    void inferredYearsAreSaid();
    void zonesMakeDays();
    void notesWhatItSkipped();
    void reportsItsSources();
    void nothingToRead_data();
    void nothingToRead();
    void reportsProgress();
    void cancelsAtOnce_data();
    void cancelsAtOnce();
    void cancelledLeavesWhatWas();
};

namespace {

const QByteArray peer = "mail.bank.example[192.0.2.1]";

/** Messages in a log: one an hour, with its own session. */
QByteArray someMail(
    int count, const QByteArray& host = "mx", QDateTime begin = {}, const QByteArray& sender = "a@bank.example")
{
    if (!begin.isValid())
        begin = QDateTime(QDate(2026, 11, 1), QTime(0, 0), Qt::UTC);
    LogWriter log(host, begin);
    for (int i = 0; i < count; ++i) {
        const QByteArray id = "AAAA" + QByteArray::number(10'000 + i);
        log.connect(1 + i % 7, peer).tls(1 + i % 7, peer).message(1 + i % 7, id, peer, sender);
        log.disconnect(1 + i % 7, peer, "starttls=1 mail=1").wait(3600);
    }
    return log.bytes();
}

QString reasonOf(const Result<ImportResult>& result)
{
    return result ? QString() : result.error().detail;
}

/** What a sender's domain in the lab's log says of itself: state, version, trust; how many messages. */
struct Truth
{
    const char* domain;
    const char* tls;
    int messages;
};

constexpr Truth labTruth[]{
    {"plain-sender.test", "clear", 1},
    {"tls13.test", "tls/1.3/Anonymous", 1},
    {"tls12.test", "tls/1.2/Anonymous", 1},
    {"tls10.test", "tls/1.0/Anonymous", 1},
    {"clientcert.test", "tls/1.3/Trusted", 1},
    {"selfcert.test", "tls/1.3/Untrusted", 1},
    {"cert.test", "tls/1.3/Trusted", 1}, // a service that demands one
    {"multi.test", "tls/1.3/Anonymous", 3},
    {"clear.test", "clear", 1}, // one session with the next
    {"tls.test", "tls/1.3/Anonymous", 1},
    {"tls-encrypt.test", "tls/1.3/Anonymous", 1},
    {"lvl0-plain.test", "clear", 1}, // log level 0: by its counts
    {"lvl0-tls.test", "tls", 1}, // log level 0: TLS, no word of which
    {"smtps.test", "tls/1.3/Anonymous", 1}, // wrapper mode
    {"q.test", "tls/1.3/Anonymous", 1}, // "quoted @ local"@
    {"inter0.test", "tls/1.3/Anonymous", 2},
    {"inter1.test", "clear", 2},
    {"inter2.test", "tls/1.3/Anonymous", 2},
    {"inter3.test", "clear", 2},
    {"inter4.test", "tls/1.3/Anonymous", 2},
    {"inter5.test", "clear", 2},
    {"longqid.test", "tls/1.3/Anonymous", 1},
};

} // namespace

void ImporterTest::everySendersNameTellsTheTruth_data()
{
    QTest::addColumn<QByteArray>("log");
    for (const char* name :
        {"lab.short", "lab.short-iso", "lab.short-iso-precise", "lab.short-full", "lab.json", "lab.export"})
        QTest::newRow(name) << fixture(QByteArray(name + QByteArray(".xz")).constData());
}

void ImporterTest::everySendersNameTellsTheTruth()
{
    QFETCH(QByteArray, log);
    const ImportResult result = importBytes(log, openOptions()); // it all happened on loopback
    const FactTable& facts = *result.facts;
    std::map<std::string, std::map<std::string, int>> found;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        if (facts.direction(i) != Direction::Inbound)
            continue;
        TlsFact tls = facts.tls(facts.tlsIdAt(i));
        tls.cipher.clear();
        found[std::string(facts.domains.text(facts.domain(i)))][tlsText(tls)] += static_cast<int>(facts.messages(i));
    }
    for (const Truth& truth : labTruth) {
        const std::map<std::string, int> expected{{truth.tls, truth.messages}};
        QVERIFY2(found[truth.domain] == expected, truth.domain);
        found.erase(truth.domain);
    }
    // The null sender came twice, once over TLS; example.test is where the lab's own outbound mail set out.
    QVERIFY((found["<>"] == std::map<std::string, int>{{"clear", 1}, {"tls/1.3/Anonymous", 1}}));
    found.erase("<>");
    found.erase("example.test");
    QVERIFY2(found.empty(), found.empty() ? "" : found.begin()->first.c_str());

    // The client that a service with smtpd_tls_security_level = encrypt turned away left no other trace.
    QCOMPARE(notes(result.state.notes, ImportNote::Code::EnforcedRefusals), 1U);
}

void ImporterTest::renderingsAgree_data()
{
    everySendersNameTellsTheTruth_data();
}

void ImporterTest::renderingsAgree()
{
    QFETCH(QByteArray, log);
    const QByteArray syslog = fixture("lab.short.xz");
    for (const ImportOptions& options : {testOptions(), openOptions()})
        QCOMPARE(difference(dump(importBytes(log, options)), dump(importBytes(syslog, options))), QByteArray());
    // With the year that is only inferred where none is logged, and as another system would pack and print it.
    ImportOptions inferring = openOptions();
    inferring.year = 0;
    const LogFolder folder;
    folder.write(u"log"_s, compressed(log, "zstd"));
    folder.setTime(u"log"_s, QDateTime(QDate(2026, 11, 23), QTime(0, 0), Qt::UTC));
    QCOMPARE(difference(dump(import({folder.path(u"log"_s)}, inferring)), dump(importBytes(syslog, openOptions()))),
        QByteArray());
}

void ImporterTest::refusesRenderingsWithoutServices_data()
{
    QTest::addColumn<QByteArray>("log");
    QTest::newRow("with-unit") << fixture("lab.with-unit.xz");
    QTest::newRow("cat") << fixture("lab.cat.xz");
    // The same mail in forms that leave something out. A line of it: "Nov 22 12:00:00 mx postfix/smtpd[7]: text".
    const auto each = [](const auto& form) {
        static const QRegularExpression parts(u"^(.{15}) (\\S+) (postfix/(\\w+))\\[(\\d+)\\]: (.*)$"_s);
        QString out;
        for (const QString& line : QString::fromLatin1(someMail(4)).split(u'\n', Qt::SkipEmptyParts))
            out += form(parts.match(line)) + u'\n';
        return out.toLatin1();
    };
    using Match = QRegularExpressionMatch;
    QTest::newRow("short-monotonic") << each([](const Match& m) {
        return u"[ 4711.123456] %1 %2[%3]: %4"_s.arg(m.captured(2), m.captured(3), m.captured(5), m.captured(6));
    });
    QTest::newRow("short-delta") << each([](const Match& m) {
        return u"[ 4711.123456 <    0.000123 >] %1 %2[%3]: %4"_s.arg(
            m.captured(2), m.captured(3), m.captured(5), m.captured(6));
    });
    QTest::newRow("without-time") << each(
        [](const Match& m) { return u"%1[%2]: %3"_s.arg(m.captured(3), m.captured(5), m.captured(6)); });
    QTest::newRow("without-pid") << each([](const Match& m) {
        return u"%1 %2 %3: %4"_s.arg(m.captured(1), m.captured(2), m.captured(3), m.captured(6));
    });
    QTest::newRow("without-service") << each([](const Match& m) {
        return u"%1 %2 postfix[%3]: %4"_s.arg(m.captured(1), m.captured(2), m.captured(5), m.captured(6));
    });
    QTest::newRow("csv") << "Time,Host,Message\n" + each([](const Match& m) {
        return u"\"%1\",\"%2\",\"%3[%4]: %5\""_s.arg(
            m.captured(1), m.captured(2), m.captured(3), m.captured(5), m.captured(6));
    });
    QTest::newRow("json-pretty") << each([](const Match& m) {
        return u"{\n\t\"__REALTIME_TIMESTAMP\" : \"1795348800000000\",\n\t\"_HOSTNAME\" : \"%1\",\n"
               "\t\"SYSLOG_IDENTIFIER\" : \"%2\",\n\t\"SYSLOG_PID\" : \"%3\",\n\t\"MESSAGE\" : \"%4\"\n}"_s.arg(
                   m.captured(2), m.captured(3), m.captured(5), m.captured(6));
    });
    QTest::newRow("elastic") << each([](const Match& m) {
        return u"{\"@timestamp\":\"2026-11-22T12:00:00.000Z\",\"host\":{\"name\":\"%1\"},\"process\":{\"name\":\"%2\","
               "\"pid\":%3},\"message\":\"%4\"}"_s.arg(m.captured(2), m.captured(3), m.captured(5), m.captured(6));
    });
}

void ImporterTest::refusesRenderingsWithoutServices()
{
    QFETCH(QByteArray, log);
    const QString rendering = QString::fromLatin1(QTest::currentDataTag());
    const LogFolder folder;
    const QString path = folder.write(u"journal.txt"_s, log);
    const auto alone = importLogs({path}, testOptions());
    QVERIFY(!alone);
    QCOMPARE(alone.error().code, ErrorCode::UnusableRendering);
    QCOMPARE(alone.error().detail, rendering);
    QCOMPARE(alone.error().subject, path);
    // Among others it is left out, and said.
    const QString good = folder.write(u"mail.log"_s, someMail(3));
    const ImportResult both = import({path, good});
    QCOMPARE(messagesOf(*both.facts, Direction::Inbound), 3U);
    QCOMPARE(notes(both.state.notes, ImportNote::Code::UnusableRendering), 1U);
    QCOMPARE(detailOf(both.state.notes, ImportNote::Code::UnusableRendering), rendering);
}

void ImporterTest::sharedLabIsTheSame()
{
    WAXSEAL_NEEDS_SHARED("logs/postfix/lab-3.7.11.log");
    const QString shared = QStringLiteral(SHARED_DATA "/logs/");
    const QByteArray expected = dump(importBytes(fixture("lab.short.xz"), openOptions()));
    for (const char* name : {"postfix/lab-3.7.11.log", "journald/lab.short", "journald/lab.short-iso",
             "journald/lab.short-iso-precise", "journald/lab.short-full", "journald/lab.json", "journald/lab.export"})
        QCOMPARE(difference(dump(import({shared + QLatin1StringView(name)}, openOptions())), expected), QByteArray());
    for (const char* name : {"journald/lab.with-unit", "journald/lab.cat"})
        QVERIFY(!importLogs({shared + QLatin1StringView(name)}, openOptions()));
}

/** 217 messages, message by message: what was sent is what is read. */
void ImporterTest::agreesWithGroundTruth()
{
    const LogFolder folder;
    const QString path = folder.write(u"mail.log"_s, fixture("baseline.log.xz"));
    std::map<QByteArray, QByteArray> read;
    const MessageSink sink = [&](const MessageRecord& message) {
        const QByteArray domain = QByteArray::fromStdString(std::string(message.domain));
        const std::string_view version = name(message.tls->version);
        const Trust trust = message.tls->trust;
        QByteArray line = domain + ',' + QByteArray::fromStdString(message.host->address.text()) + ',';
        if (message.tls->state == TlsState::Tls)
            line += "yes,TLSv" + (version == "1.0" ? QByteArray("1") : QByteArray(version.data(), 3)) + ',';
        else
            line += "no,,";
        line += trust == Trust::Trusted ? "trusted" : trust == Trust::Untrusted ? "untrusted" : "none";
        read[QByteArray::fromStdString(std::string(message.messageId))] = line;
    };
    QVERIFY(importLogs({path}, openOptions(), nullptr, {}, {}, sink));
    QCOMPARE(read.size(), std::size_t{217});

    QByteArrayList rows = readFile(QStringLiteral(TEST_DATA "/postfix/ground_truth.csv")).trimmed().split('\n');
    const QByteArrayList columns = rows.takeFirst().trimmed().split(',');
    QCOMPARE(rows.size(), 217);
    for (const QByteArray& row : rows) {
        const QByteArrayList fields = row.trimmed().split(','); // the only quoted field holds no comma
        const auto field = [&](const char* key) { return fields[columns.indexOf(QByteArray(key))]; };
        QByteArray domain = field("sender_domain");
        if (domain == "(none)") // MAIL FROM:<root> is logged under the server's own name
            domain = read[field("message_id")].split(',').first();
        QCOMPARE(field("message_id") + ' ' + read[field("message_id")],
            field("message_id") + ' ' + domain + ',' + field("client_ip") + ',' + field("tls") + ',' + field("version")
                + ',' + field("client_cert"));
    }
}

void ImporterTest::tellsLogsFromOtherFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reason"); // empty: it is read
    QTest::newRow("a log") << someMail(1) << QString();
    QTest::newRow("empty") << QByteArray() << u"empty"_s;
    QTest::newRow("text") << QByteArray("Dear Sir or Madam,\n").repeated(100) << u"not a mail log"_s;
    QTest::newRow("numbers") << QByteArray("1,2,3\n").repeated(100) << u"not a mail log"_s;
    QTest::newRow("NUL") << QByteArray(100'000, '\0') << u"not a mail log"_s;
    QTest::newRow("one line without end") << QByteArray(5'000'000, 'x') << u"not a mail log"_s;
    QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16).repeated(1000) << u"not a mail log"_s;
    QTest::newRow("a program") << readFile(u"/proc/self/exe"_s).left(300'000) << u"not a mail log"_s;
    QTest::newRow("another daemon's")
        << QByteArray("Nov 22 12:45:03 mx sshd[1]: Accepted publickey for root\n").repeated(10) << QString();
    QTest::newRow("a line that is cut") << QByteArray("Nov 22 12:45:03 mx postfix/smtpd[1]: conn")
                                        << u"not a mail log"_s;
    // The first mail line may come late, behind a boot's worth of others.
    QTest::newRow("late mail")
        << QByteArray("Nov  1 00:00:00 mx kernel: eth0 up and the line is long enough to fill a page of a file\n")
                .repeated(6000)
            + someMail(2)
        << QString();
    QTest::newRow("copytruncate leaves NUL at the front")
        << QByteArray(QByteArray(8192, '\0') + '\n' + someMail(2)) << QString();
}

void ImporterTest::tellsLogsFromOtherFiles()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, reason);
    const LogFolder folder;
    const QString path = folder.write(u"file"_s, bytes);
    const auto result = importLogs({path}, testOptions());
    QCOMPARE(reasonOf(result), reason);
    if (!reason.isEmpty())
        QCOMPARE(result.error().code, ErrorCode::NotALog);
    else
        QCOMPARE(result->state.sources.size(), std::size_t{1});
    // Told that it is one, only what is empty is refused.
    ImportOptions told = testOptions();
    told.format = "postfix";
    QCOMPARE(importLogs({path}, told).hasValue(), !bytes.isEmpty());
}

/** Other servers' logs and scanners' in one file with ours: lines in the known envelopes are no mail, the rest is
 * skipped and counted. */
void ImporterTest::readsOtherPeoplesLogsInPart()
{
    WAXSEAL_NEEDS_SHARED("logs/spam/mixed.log");
    const QString shared = QStringLiteral(SHARED_DATA "/logs/");
    for (const char* name : {"spam/mixed.log", "exchange/RECV2023011116-1.LOG", "tlsrpt/samples_smtp_tls_rfc8460.json",
             "google-safer-email/google-starttls-domains.csv"}) {
        const auto result = importLogs({shared + QLatin1StringView(name)}, testOptions());
        if (result)
            QCOMPARE(messagesOf(*result->facts, Direction::Inbound), 0U);
    }
}

void ImporterTest::findsFilesInFolders()
{
    const LogFolder folder;
    QDir dir(folder.path());
    QVERIFY(dir.mkpath(u"a/b/c/d/e"_s));
    const auto mail = [](int day) { return someMail(1, "mx", QDateTime(QDate(2026, 11, day), QTime(0, 0), Qt::UTC)); };
    folder.write(u"mail.log"_s, mail(5));
    folder.write(u"a/mail.log.1"_s, mail(4));
    folder.write(u"a/b/mail.log.2.gz"_s, compressed(mail(3), "gzip"));
    folder.write(u"a/b/c/d/mail.log.3.xz"_s, compressed(mail(2), "xz"));
    folder.write(u"a/b/c/d/e/deeper.log"_s, mail(1)); // more than four deep
    folder.write(u"a/readme.txt"_s, "Here be logs.\n");
    QVERIFY(QFile::link(folder.path(u"mail.log"_s), folder.path(u"link.log"_s)));
    QVERIFY(QFile::link(folder.path(), folder.path(u"a/loop"_s)));
    QCOMPARE(::mkfifo(qPrintable(folder.path(u"a/pipe"_s)), 0600), 0); // would wait for ever
    folder.write(u"a/locked.log"_s, mail(9));

    const ImportResult result = import({folder.path()});
    QCOMPARE(messagesOf(*result.facts, Direction::Inbound), 5U);
    QCOMPARE(result.state.sources.size(), std::size_t{5});
    QCOMPARE(notes(result.state.notes, ImportNote::Code::SkippedFile), 1U);
    QCOMPARE(detailOf(result.state.notes, ImportNote::Code::SkippedFile), u"not a mail log"_s);
    // Named twice, and inside a folder that is named as well: still once.
    const ImportResult twice = import({folder.path(u"mail.log"_s), folder.path(), folder.path(u"mail.log"_s)});
    QCOMPARE(difference(dump(twice), dump(result)), QByteArray());
}

/** A file that cannot be named cannot be read: the figures would lack it without a word. */
void ImporterTest::namesThatAreNoTextAreSaid()
{
    const LogFolder folder;
    folder.write(u"mail.log"_s, someMail(2));
    const QByteArray log = someMail(3, "mx2");
    const QByteArray name = QFile::encodeName(folder.path()) + "/caf\xe9.log"; // Latin-1
    const int file = ::open(name.constData(), O_CREAT | O_WRONLY, 0600);
    QVERIFY(file >= 0);
    QCOMPARE(::write(file, log.constData(), static_cast<std::size_t>(log.size())), log.size());
    ::close(file);
    const ImportResult result = import({folder.path()});
    QCOMPARE(messagesOf(*result.facts, Direction::Inbound), 2U);
    QCOMPARE(detailOf(result.state.notes, ImportNote::Code::SkippedFile), QString(nameIsNoText));
    QCOMPARE(notes(result.state.notes, ImportNote::Code::SkippedFile), 1U);
    QVERIFY(::unlink(name.constData()) == 0); // QTemporaryDir cannot
}

/** A daemon writes whole lines, so in a file that was quiet for a minute the last line is whole; in another it waits.
 */
void ImporterTest::aLastLineWithoutItsEnd()
{
    LogWriter log;
    log.connect(7, peer)
        .tls(7, peer)
        .disconnect(7, peer, "ehlo=2 starttls=1")
        .message(7, "AAAA1", peer, "a@bank.example");
    log.smtpd(7, "NOQUEUE: reject: RCPT from " + peer + ": 554 5.7.1 no; from=<a@b.example> to=<c@d.example>");
    const QByteArray bytes = log.bytes().chopped(1);
    const LogFolder folder;
    const QString path = folder.write(u"mail.log"_s, bytes);
    const ImportResult live = import({path});
    QCOMPARE(live.excluded.rejected, 0U);
    QCOMPARE(notes(live.state.notes, ImportNote::Code::PartialLastLine), 1U);
    folder.setTime(u"mail.log"_s, QDateTime::currentDateTimeUtc().addSecs(-90));
    const ImportResult quiet = import({path});
    QCOMPARE(quiet.excluded.rejected, 1U);
    QCOMPARE(notes(quiet.state.notes, ImportNote::Code::PartialLastLine), 0U);
    // Read while it was written, and again when it was quiet.
    const ImportResult later = import({path}, testOptions(), &live.state);
    QCOMPARE(difference(dump(later), dump(quiet)), QByteArray());
    // In an archive nothing can follow.
    const ImportResult archived = import({folder.write(u"mail.log.2.gz"_s, compressed(bytes, "gzip"))});
    QCOMPARE(archived.excluded.rejected, 1U);
}

/** rsyslog's Debian set-up writes mail.info, mail.warn and mail.err beside mail.log: the same lines. */
void ImporterTest::leavesOutPartsOfMailLog()
{
    const LogFolder folder;
    folder.write(u"mail.log"_s, someMail(4));
    folder.write(u"mail.info"_s, someMail(4));
    folder.write(u"mail.info.1"_s, someMail(4));
    folder.write(u"mail.warn"_s, someMail(1));
    folder.write(u"mail.err"_s, QByteArray());
    const ImportResult result = import({folder.path()});
    QCOMPARE(messagesOf(*result.facts, Direction::Inbound), 4U);
    QCOMPARE(notes(result.state.notes, ImportNote::Code::SkippedFile), 4U);
    // Without mail.log, mail.info is the log.
    QFile::remove(folder.path(u"mail.log"_s));
    QFile::remove(folder.path(u"mail.info.1"_s));
    QCOMPARE(messagesOf(*import({folder.path()}).facts, Direction::Inbound), 4U);
}

void ImporterTest::readsFormsAlike_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray log = someMail(30);
    QTest::newRow("gzip") << compressed(log, "gzip");
    QTest::newRow("xz") << compressed(log, "xz");
    QTest::newRow("zstd") << compressed(log, "zstd");
    QTest::newRow("bzip2") << compressed(log, "bzip2");
    QTest::newRow("CRLF") << QByteArray(log).replace("\n", "\r\n");
    QTest::newRow("CRLF, compressed, no last end")
        << compressed(QByteArray(log).replace("\n", "\r\n").chopped(2), "gzip");
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf" + log);
    QByteArray container;
    QByteArray spaced;
    for (const QByteArray& line : log.split('\n')) {
        if (line.isEmpty())
            continue;
        container += "postfix-mailcow-1  | " + line + '\n';
        spaced += line + "\n\n";
    }
    QTest::newRow("docker compose logs") << container;
    QTest::newRow("empty lines between") << spaced;
}

void ImporterTest::readsFormsAlike()
{
    QFETCH(QByteArray, bytes);
    QCOMPARE(difference(dump(importBytes(bytes)), dump(importBytes(someMail(30)))), QByteArray());
    QCOMPARE(notes(importBytes(bytes).state.notes, ImportNote::Code::SkippedLines), 0U);
}

void ImporterTest::rotatedSetsAreOneStream_data()
{
    QTest::addColumn<QStringList>("names"); // oldest first
    QTest::newRow("logrotate") << QStringList{
        u"mail.log.4.gz"_s, u"mail.log.3.gz"_s, u"mail.log.2.gz"_s, u"mail.log.1"_s, u"mail.log"_s};
    QTest::newRow("dateext") << QStringList{
        u"maillog-20261101"_s, u"maillog-20261102.xz"_s, u"maillog-20261103.zst"_s, u"maillog"_s};
    QTest::newRow("names that say nothing") << QStringList{u"z"_s, u"a.bz2"_s, u"m"_s, u"b"_s};
}

/** Cut in the middle of sessions and messages; in any order on the command line. */
void ImporterTest::rotatedSetsAreOneStream()
{
    QFETCH(QStringList, names);
    const QByteArray log = someMail(100);
    const QByteArray whole = dump(importBytes(log));
    const LogFolder folder;
    qsizetype begin = 0;
    QStringList paths;
    for (qsizetype i = 0; i < names.size(); ++i) {
        qsizetype end = log.indexOf('\n', log.size() * (i + 1) / names.size() - 300) + 1;
        if (i + 1 == names.size())
            end = log.size();
        const QByteArray part = log.mid(begin, end - begin);
        begin = end;
        const QString suffix = names[i].section(u'.', -1);
        const std::map<QString, const char*> filters{
            {u"gz"_s, "gzip"}, {u"xz"_s, "xz"}, {u"zst"_s, "zstd"}, {u"bz2"_s, "bzip2"}};
        const auto filter = filters.find(suffix);
        paths.append(folder.write(names[i], filter == filters.end() ? part : compressed(part, filter->second)));
    }
    QCOMPARE(difference(dump(import({folder.path()})), whole), QByteArray());
    QCOMPARE(difference(dump(import(paths)), whole), QByteArray());
    std::reverse(paths.begin(), paths.end());
    const ImportResult result = import(paths);
    QCOMPARE(difference(dump(result), whole), QByteArray());
    QCOMPARE(notes(result.state.notes, ImportNote::Code::SessionsCut), 0U);
    QCOMPARE(notes(result.state.notes, ImportNote::Code::MessagesCut), 0U);
    QCOMPARE(notes(result.state.notes, ImportNote::Code::OverlappingFiles), 0U);
}

/** Two servers with the same pids and queue ids, at the same time: each its own. */
void ImporterTest::serversAreTheirOwnStreams()
{
    const LogFolder folder;
    const QStringList paths{folder.write(u"mx1.log"_s, someMail(20, "mx1")),
        folder.write(u"mx2.log"_s, someMail(30, "mx2", {}, "u@uni.example")),
        folder.write(u"mx1.log.1"_s, someMail(10, "mx1", QDateTime(QDate(2026, 10, 1), QTime(0, 0), Qt::UTC)))};
    const ImportResult result = import(paths);
    QCOMPARE(messagesOf(*result.facts, Direction::Inbound), 60U);
    QCOMPARE(messagesOf(*result.facts, Direction::Inbound, TlsState::Tls), 60U);
    QCOMPARE(notes(result.state.notes, ImportNote::Code::OverlappingFiles), 0U);
    QCOMPARE(result.state.sources.size(), std::size_t{3});
    // In one file, as a log server keeps them.
    QByteArrayList lines = QByteArray(someMail(20, "mx1") + someMail(30, "mx2", {}, "u@uni.example")).split('\n');
    std::stable_sort(
        lines.begin(), lines.end(), [](const QByteArray& a, const QByteArray& b) { return a.left(15) < b.left(15); });
    QCOMPARE(messagesOf(*importBytes(lines.join('\n') + '\n').facts, Direction::Inbound, TlsState::Tls), 50U);
}

/** mail.log and syslog of one host hold the same lines, the one among others: each counts once. */
void ImporterTest::overlappingFilesCountOnce()
{
    const LogFolder folder;
    const QByteArray log = someMail(40);
    QByteArray syslog;
    for (const QByteArray& line : log.split('\n')) {
        if (!line.isEmpty())
            syslog += line + '\n' + line.left(16) + "mx cron[5]: job\n";
    }
    const QStringList paths{folder.write(u"mail.log"_s, log), folder.write(u"syslog"_s, syslog)};
    const ImportResult result = import(paths);
    QCOMPARE(difference(dump(result), dump(importBytes(log))), QByteArray());
    QCOMPARE(
        notes(result.state.notes, ImportNote::Code::OverlappingFiles), static_cast<std::uint64_t>(log.count('\n')));
}

namespace {

/** Every line of a log of LogWriter's, its header made anew: `render` gets the time and what is behind the header's
 * time. */
template <typename Render>
QByteArray rendered(const QByteArray& log, Render render)
{
    QByteArray out;
    for (const QByteArray& line : log.split('\n')) {
        if (line.isEmpty())
            continue;
        const QLocale c = QLocale::c();
        const QDateTime time(c.toDate(QString::fromLatin1(line.left(6).simplified() + " 2026"), u"MMM d yyyy"_s),
            QTime::fromString(QString::fromLatin1(line.mid(7, 8)), u"hh:mm:ss"_s), Qt::UTC);
        out += render(time, line, line.mid(16)) + '\n';
    }
    return out;
}

QByteArray iso(const QDateTime& time, const char* fraction)
{
    return time.toString(u"yyyy-MM-ddThh:mm:ss"_s).toLatin1() + fraction;
}

QByteArray quoted(const QByteArray& text)
{
    return '"' + QByteArray(text).replace('\\', "\\\\").replace('"', "\\\"") + '"';
}

} // namespace

void ImporterTest::twoFormsCountOnce_data()
{
    QTest::addColumn<QByteArray>("other");
    const QByteArray log = someMail(40);
    QTest::newRow("rsyslog") << rendered(log, [](const QDateTime& time, const QByteArray&, const QByteArray& rest) {
        return QByteArray(iso(time, ".654321+00:00 ") + rest);
    });
    QTest::newRow("journal, a moment later than a second ends")
        << rendered(log, [](const QDateTime& time, const QByteArray&, const QByteArray& rest) {
               const QByteArray pid = rest.mid(rest.indexOf('[') + 1).split(']').first();
               const QByteArray program = rest.mid(3).split('[').first();
               return QByteArray("{\"__REALTIME_TIMESTAMP\":\"" + QByteArray::number(time.toSecsSinceEpoch() + 1)
                   + "004000\",\"_HOSTNAME\":\"mx\",\"SYSLOG_IDENTIFIER\":" + quoted(program) + ",\"_PID\":\"" + pid
                   + "\",\"MESSAGE\":" + quoted(rest.mid(rest.indexOf("]: ") + 3)) + '}');
           });
}

void ImporterTest::twoFormsCountOnce()
{
    QFETCH(QByteArray, other);
    const LogFolder folder;
    const QByteArray log = someMail(40);
    const ImportResult result = import({folder.write(u"mail.log"_s, log), folder.write(u"other"_s, other)});
    QCOMPARE(messagesOf(*result.facts, Direction::Inbound, TlsState::Tls), 40U);
    QCOMPARE(messagesOf(*result.facts, Direction::Inbound), 40U);
    QCOMPARE(
        notes(result.state.notes, ImportNote::Code::OverlappingFiles), static_cast<std::uint64_t>(log.count('\n')));
}

/** zcat -f mail.log*: the newest first. Every message on its own day. */
void ImporterTest::olderLogsInOneStream()
{
    const auto day = [](int month, int date) { return QDateTime(QDate(2026, month, date), QTime(1, 0), Qt::UTC); };
    const QByteArray newest = someMail(10, "mx", day(11, 20));
    const QByteArray older = someMail(10, "mx", day(11, 13), "u@uni.example");
    const QByteArray oldest = someMail(10, "mx", day(10, 30), "v@old.example");
    QCOMPARE(difference(dump(importBytes(newest + older + oldest)), dump(importBytes(oldest + older + newest))),
        QByteArray());
}

void ImporterTest::twoServersInOneStream()
{
    const QByteArray one = someMail(20, "mx1");
    const QByteArray two = someMail(30, "mx2", {}, "u@uni.example");
    const LogFolder folder;
    const QByteArray apart = dump(import({folder.write(u"one"_s, one), folder.write(u"two"_s, two)}));
    QCOMPARE(difference(dump(importBytes(one + two)), apart), QByteArray());
}

/** A machine that starts with a wrong clock, at any place of a log: the line's own time, and no other's. */
void ImporterTest::aStrayTimeMovesNothingElse()
{
    const QByteArray log = someMail(30);
    const QByteArray whole = dump(importBytes(log));
    for (const QByteArray& stray : {QByteArray("Jan  1 00:00:07 mx postfix/master[7]: daemon started\n"),
             QByteArray("Dec 25 00:00:07 mx postfix/master[7]: daemon started\n"),
             QByteArray("2036-11-01T00:00:00+00:00 mx postfix/master[7]: daemon started\n"),
             QByteArray("1970-01-01T00:00:05+00:00 mx postfix/master[7]: daemon started\n")}) {
        for (qsizetype at = log.indexOf('\n', log.size() / 3) + 1; at < log.size() * 2 / 3;
             at = log.indexOf('\n', at + 400) + 1) {
            const ImportResult result = importBytes(log.first(at) + stray + log.mid(at));
            // Of what lies behind it the place in the file is another: the rows must be the same.
            QCOMPARE(messagesOf(*result.facts, Direction::Inbound, TlsState::Tls), 30U);
            QCOMPARE(notes(result.state.notes, ImportNote::Code::StrayTimes), 1U);
            QCOMPARE(result.state.lastTime, importBytes(log).state.lastTime);
            std::map<Day, std::uint64_t> days;
            for (std::size_t i = 0; i < result.facts->size(); ++i)
                days[result.facts->day(i)] += result.facts->messages(i);
            QCOMPARE(days.size(), std::size_t{2}); // 24 on the first of November, 6 on the second
            QCOMPARE(days.begin()->second, 24U);
        }
    }
}

/** rsyslog by programname: what smtpd writes in a file of its own. Lines of one second have no order between files. */
void ImporterTest::filesByProgramAreOneLog()
{
    const QByteArray log = someMail(40);
    QByteArray smtpd;
    QByteArray rest;
    for (const QByteArray& line : log.split('\n')) {
        if (!line.isEmpty())
            (line.contains("/smtpd[") ? smtpd : rest) += line + '\n';
    }
    QVERIFY(!smtpd.isEmpty() && !rest.isEmpty());
    const LogFolder folder;
    // The other file begins first, so that its lines go first in every second.
    const QStringList paths{folder.write(u"a"_s, "Oct 31 23:00:00 mx postfix/master[1]: daemon started\n" + rest),
        folder.write(u"b"_s, smtpd)};
    const ImportResult result = import(paths);
    QCOMPARE(messagesOf(*result.facts, Direction::Inbound, TlsState::Tls), 40U);
    QCOMPARE(notes(result.state.notes, ImportNote::Code::MessagesCut), 0U);
}

void ImporterTest::theGivenYearIsThatOfTheFirstLine_data()
{
    QTest::addColumn<bool>("areCopies");
    QTest::newRow("files as they were written") << false;
    QTest::newRow("copies, all of one time") << true;
}

/** Three files around New Year. */
void ImporterTest::theGivenYearIsThatOfTheFirstLine()
{
    QFETCH(bool, areCopies);
    const LogFolder folder;
    QStringList paths;
    for (const QDate date : {QDate(2025, 1, 5), QDate(2024, 11, 5), QDate(2024, 12, 5)}) {
        paths.append(folder.write(u"log."_s + QString::number(paths.size()),
            someMail(4, "mx", QDateTime(date, QTime(1, 0), Qt::UTC),
                "a@d" + QByteArray::number(date.month()) + ".example")));
        QFile file(paths.last());
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QDateTime changed = areCopies ? QDateTime(QDate(2026, 12, 15), QTime(0, 0), Qt::UTC)
                                            : QDateTime(date.addDays(1), QTime(0, 0), Qt::UTC);
        QVERIFY(file.setFileTime(changed, QFileDevice::FileModificationTime));
    }
    ImportOptions options = testOptions();
    options.year = 2023;
    const ImportResult result = import(paths, options);
    const auto dayOf = [](int year, int month) { return static_cast<Day>(daysFromCivil(year, month, 5)); };
    std::map<Day, std::uint64_t> days;
    for (std::size_t i = 0; i < result.facts->size(); ++i)
        days[result.facts->day(i)] += result.facts->messages(i);
    const std::map<Day, std::uint64_t> expected{{dayOf(2023, 11), 4}, {dayOf(2023, 12), 4}, {dayOf(2024, 1), 4}};
    QCOMPARE(days, expected);
}

void ImporterTest::wrappedLogsSayTheSame_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray log = someMail(30);
    const auto row = [&](const char* name, auto render) { QTest::newRow(name) << rendered(log, render); };
    using Time = const QDateTime&;
    using Bytes = const QByteArray&;
    row("docker logs -t", [](Time t, Bytes line, Bytes) { return QByteArray(iso(t, ".123456789Z ") + line); });
    row("docker compose, in colour",
        [](Time, Bytes line, Bytes) { return QByteArray("\x1b[36mmail_1  |\x1b[0m " + line); });
    row("CRI", [](Time t, Bytes line, Bytes) { return QByteArray(iso(t, ".000000001Z stdout F ") + line); });
    row("CRI, in parts", [](Time t, Bytes line, Bytes) {
        return QByteArray(iso(t, ".1Z stdout P ") + line.first(30) + '\n' + iso(t, ".1Z stdout F ") + line.mid(30));
    });
    row("kubectl", [](Time, Bytes line, Bytes) { return QByteArray("[pod/mail-0/postfix] " + line); });
    row("logcli", [](Time t, Bytes line, Bytes) { return QByteArray(iso(t, "Z {job=\"mail\"} ") + line); });
    row("json-file", [](Time t, Bytes line, Bytes) {
        return QByteArray(
            "{\"log\":" + quoted(line).chopped(1) + "\\n\",\"stream\":\"stdout\",\"time\":\"" + iso(t, ".1Z") + "\"}");
    });
    row("BusyBox",
        [](Time, Bytes line, Bytes rest) { return QByteArray(line.first(16) + "mx mail.info " + rest.mid(3)); });
    row("FreeBSD", [](Time, Bytes line, Bytes rest) { return QByteArray(line.first(16) + "<mail.info> " + rest); });
    row("no colon", [](Time t, Bytes, Bytes rest) {
        return QByteArray(iso(t, "Z ") + QByteArray(rest).replace(rest.indexOf("]: "), 3, "] "));
    });
    row("short-unix",
        [](Time t, Bytes, Bytes rest) { return QByteArray(QByteArray::number(t.toSecsSinceEpoch()) + ".5 " + rest); });
}

/** One log in every dress: the same messages. */
void ImporterTest::wrappedLogsSayTheSame()
{
    QFETCH(QByteArray, bytes);
    const ImportResult result = importBytes(bytes);
    QCOMPARE(notes(result.state.notes, ImportNote::Code::SkippedLines), 0U);
    const auto rows = [](const ImportResult& import) {
        std::multiset<std::tuple<Day, int, std::string, std::uint64_t>> out;
        for (std::size_t i = 0; i < import.facts->size(); ++i) {
            const FactRow row = import.facts->row(i);
            out.emplace(row.key.day, static_cast<int>(import.facts->tls(row.key.tls).version),
                std::string(import.facts->domains.text(row.key.domain)), row.messages);
        }
        return out;
    };
    QVERIFY(rows(result) == rows(importBytes(someMail(30))));
    QCOMPARE(messagesOf(*result.facts, Direction::Inbound, TlsState::Tls), 30U);
}

/** More files of one time than may be open at once: all are read. */
void ImporterTest::manyOverlappingFiles()
{
    const LogFolder folder;
    std::uint64_t expected = 0;
    for (int i = 0; i < 90; ++i) {
        folder.write(u"log."_s + QString::number(i),
            someMail(2, "mx", QDateTime(QDate(2026, 11, 1), QTime(0, i / 2, i % 60), Qt::UTC),
                "a@d" + QByteArray::number(i) + ".example"));
        expected += 2;
    }
    const ImportResult result = import({folder.path()});
    QCOMPARE(result.state.sources.size(), std::size_t{90});
    QCOMPARE(messagesOf(*result.facts, Direction::Inbound), expected);
}

void ImporterTest::inferredYearsAreSaid()
{
    const LogFolder folder;
    folder.write(u"mail.log"_s, someMail(3, "mx", QDateTime(QDate(2023, 12, 31), QTime(22, 0), Qt::UTC)));
    folder.setTime(u"mail.log"_s, QDateTime(QDate(2024, 1, 2), QTime(0, 0), Qt::UTC));
    ImportOptions options = testOptions();
    options.year = 0;
    const ImportResult result = import({folder.path(u"mail.log"_s)}, options);
    QCOMPARE(detailOf(result.state.notes, ImportNote::Code::YearInferred), u"2023"_s); // of its first line
    QCOMPARE(QDateTime::fromMSecsSinceEpoch(result.state.firstTime / 1000, Qt::UTC).date(), QDate(2023, 12, 31));
    QCOMPARE(QDateTime::fromMSecsSinceEpoch(result.state.lastTime / 1000, Qt::UTC).date(), QDate(2024, 1, 1));
    options.year = 2019;
    const ImportResult told = import({folder.path(u"mail.log"_s)}, options);
    QCOMPARE(QDateTime::fromMSecsSinceEpoch(told.state.lastTime / 1000, Qt::UTC).date(), QDate(2020, 1, 1));
    QCOMPARE(notes(told.state.notes, ImportNote::Code::YearInferred), 0U);
}

/** Stamps without a zone are of the zone that is set, and so are days. */
void ImporterTest::zonesMakeDays()
{
    const auto daysOf = [](const QByteArray& log, const char* zone) {
        ImportOptions options = testOptions();
        options.zone = QTimeZone(zone);
        const ImportResult result = importBytes(log, options);
        QByteArrayList days;
        for (std::size_t i = 0; i < result.facts->size(); ++i)
            days.append(QDate(1970, 1, 1).addDays(result.facts->day(i)).toString(u"dd"_s).toLatin1());
        std::sort(days.begin(), days.end());
        return days.join(' ');
    };
    const QByteArray bsd = someMail(3, "mx", QDateTime(QDate(2026, 11, 21), QTime(22, 30), Qt::UTC));
    for (const char* zone : {"UTC", "Europe/Berlin", "America/New_York"})
        QCOMPARE(daysOf(bsd, zone), QByteArray("21 22"));
    const auto iso = [&](const QByteArray& offset) {
        QByteArray out = bsd;
        return out.replace("Nov 21 ", "2026-11-21T")
            .replace("Nov 22 ", "2026-11-22T")
            .replace(" mx ", QByteArray(offset + " mx "));
    };
    QCOMPARE(daysOf(iso("Z"), "UTC"), QByteArray("21 22"));
    QCOMPARE(daysOf(iso("Z"), "Europe/Berlin"), QByteArray("21 22")); // 23:30, 00:30, 01:30
    QCOMPARE(daysOf(iso("+02:00"), "UTC"), QByteArray("21"));
    QCOMPARE(daysOf(iso("-0300"), "UTC"), QByteArray("22"));
    QCOMPARE(daysOf(iso("Z"), "America/New_York"), QByteArray("21"));
}

void ImporterTest::notesWhatItSkipped()
{
    using Code = ImportNote::Code;
    const LogFolder folder;
    const QByteArray refusal
        = "Nov  1 00:00:00 mx postfix/smtpd[1]: NOQUEUE: reject: RCPT from " + peer + ": 554 5.7.1 no\n";
    const QByteArray log = someMail(1) + "what is this\nand this\n" + QByteArray(400'000, 'x') + '\n' + refusal
        + "Nov  1 00:00:01 mx last message repeated 2 times\n" + "Nov  1 00:00:02 mx postfix/smtpd[1]: conn";
    const QString path = folder.write(u"mail.log"_s, log);
    const QString cut = folder.write(u"old.gz"_s, compressed(someMail(800, "mx2"), "gzip").chopped(100));
    const ImportResult result = import({path, cut, folder.path(u"absent"_s)});
    const auto of = [&](Code code, const QString& subject) {
        std::uint64_t count = 0;
        for (const ImportNote& note : result.state.notes)
            count += note.code == code && note.subject == subject ? std::max<std::uint64_t>(note.count, 1) : 0;
        return count;
    };
    QCOMPARE(of(Code::SkippedLines, path), 2U);
    QCOMPARE(of(Code::LineTooLong, path), 1U);
    QCOMPARE(of(Code::RepeatedLines, path), 1U);
    QCOMPARE(of(Code::PartialLastLine, path), 1U);
    QCOMPARE(of(Code::DamagedArchive, cut), 1U);
    QCOMPARE(of(Code::SkippedFile, folder.path(u"absent"_s)), 1U);
    QCOMPARE(result.excluded.rejected, 3U);
    QVERIFY(messagesOf(*result.facts, Direction::Inbound) > 100); // what can be read of the archive is
}

void ImporterTest::reportsItsSources()
{
    const LogFolder folder;
    const QByteArray log = someMail(7) + "no record\n";
    const QString path = folder.write(u"mail.log.gz"_s, compressed(log, "gzip"));
    const ImportResult result = import({path});
    QCOMPARE(result.state.sources.size(), std::size_t{1});
    const SourceReport& source = result.state.sources.front();
    QCOMPARE(source.path, path);
    QCOMPARE(source.format, u"postfix"_s);
    QCOMPARE(source.envelope, u"bsd"_s);
    QCOMPARE(source.bytes, static_cast<std::uint64_t>(log.size()));
    QCOMPARE(source.lines, static_cast<std::uint64_t>(log.count('\n')));
    QCOMPARE(source.skipped, 1U);
}

void ImporterTest::nothingToRead_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("absent") << QStringList{u"absent"_s} << ErrorCode::CannotOpen;
    QTest::newRow("empty") << QStringList{u"empty"_s} << ErrorCode::NotALog;
    QTest::newRow("an empty archive") << QStringList{u"empty.gz"_s} << ErrorCode::NotALog;
    QTest::newRow("a cut archive") << QStringList{u"cut.gz"_s} << ErrorCode::DamagedArchive;
    QTest::newRow("text") << QStringList{u"text"_s} << ErrorCode::NotALog;
    QTest::newRow("the first reason counts") << QStringList{u"text"_s, u"absent"_s} << ErrorCode::NotALog;
}

void ImporterTest::nothingToRead()
{
    QFETCH(QStringList, names);
    QFETCH(ErrorCode, code);
    const LogFolder folder;
    folder.write(u"empty"_s, {});
    folder.write(u"empty.gz"_s, compressed({}, "gzip"));
    folder.write(u"cut.gz"_s, compressed(someMail(3), "gzip").left(7));
    folder.write(u"text"_s, "hello\n");
    QStringList paths;
    for (const QString& name : names)
        paths.append(folder.path(name));
    const auto result = importLogs(paths, testOptions());
    QVERIFY(!result);
    QCOMPARE(result.error().code, code);
    QCOMPARE(result.error().subject, paths.first());
}

void ImporterTest::reportsProgress()
{
    const LogFolder folder;
    const QByteArray log = someMail(20'000);
    const QStringList paths{folder.write(u"a.log"_s, log), folder.write(u"b.log"_s, someMail(5'000, "mx2"))};
    std::vector<ImportProgress> seen;
    const auto thread = std::this_thread::get_id();
    const auto result = importLogs(paths, testOptions(), nullptr, [&](const ImportProgress& progress) {
        QVERIFY(std::this_thread::get_id() == thread); // the working thread's
        seen.push_back(progress);
    });
    QVERIFY(result);
    QVERIFY(!seen.empty());
    const std::uint64_t total = static_cast<std::uint64_t>(QFileInfo(paths[0]).size() + QFileInfo(paths[1]).size());
    for (std::size_t i = 0; i < seen.size(); ++i) {
        QVERIFY(paths.contains(seen[i].file));
        QCOMPARE(seen[i].bytesTotal, total);
        QVERIFY(seen[i].bytesDone <= total);
        QVERIFY(seen[i].seconds >= 0);
        if (i > 0) {
            QVERIFY(seen[i].bytesDone >= seen[i - 1].bytesDone);
            QVERIFY(seen[i].lines > seen[i - 1].lines);
            QVERIFY(seen[i].messages >= seen[i - 1].messages);
        }
    }
    QVERIFY(result->seconds > 0);
}

void ImporterTest::cancelsAtOnce_data()
{
    QTest::addColumn<QByteArray>("endless");
    QTest::newRow("a log") << someMail(50);
    // Nothing that looks like a record: a reader is far from the next.
    QTest::newRow("garbage") << QByteArray("no record here\n").repeated(1000);
    QTest::newRow("empty lines") << QByteArray(10'000, '\n');
    QTest::newRow("a line without end") << QByteArray(10'000, 'x');
}

/** An input without end: only Cancel ends it, by the error, and not by a result of what was read so far. */
void ImporterTest::cancelsAtOnce()
{
    QFETCH(QByteArray, endless);
    const LogFolder folder;
    const QString path = folder.path(u"pipe"_s);
    QCOMPARE(::mkfifo(qPrintable(path), 0600), 0);
    std::signal(SIGPIPE, SIG_IGN);
    std::stop_source stop;
    std::thread writer([&] {
        const int pipe = ::open(qPrintable(path), O_WRONLY);
        qsizetype written = 0;
        QByteArray bytes = someMail(1);
        while (::write(pipe, bytes.constData(), static_cast<std::size_t>(bytes.size())) > 0) { // until no one reads
            written += bytes.size();
            bytes = endless;
            if (written > 4'000'000)
                stop.request_stop();
        }
        ::close(pipe);
    });
    const auto result = importLogs({path}, testOptions(), nullptr, {}, stop.get_token());
    writer.join();
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Cancelled);

    // Before it has begun, too.
    std::stop_source before;
    before.request_stop();
    const auto never
        = importLogs({folder.write(u"mail.log"_s, someMail(3))}, testOptions(), nullptr, {}, before.get_token());
    QVERIFY(!never);
    QCOMPARE(never.error().code, ErrorCode::Cancelled);
}

void ImporterTest::cancelledLeavesWhatWas()
{
    const LogFolder folder;
    const QString one = folder.write(u"a.log"_s, someMail(10));
    const QString two = folder.write(u"b.log"_s, someMail(20'000, "mx2"));
    const ImportResult first = import({one});
    const QByteArray before = dump(first);
    std::stop_source stop;
    const auto result = importLogs(
        {two}, testOptions(), &first.state, [&](const ImportProgress&) { stop.request_stop(); }, stop.get_token());
    QVERIFY(!result);
    QCOMPARE(dump(first), before);
    QCOMPARE(first.state.pieces.size(), std::size_t{1});
    // And so it can be done again.
    QCOMPARE(messagesOf(*import({two}, testOptions(), &first.state).facts, Direction::Inbound), 20'010U);
}

QTEST_GUILESS_MAIN(ImporterTest)
#include "tst_importer.moc"
