// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Logs that grow, rotate and are compressed between imports: nothing is lost, nothing counts twice.

#include "model/workspace/workspace.h"
#include "testlog.h"

#include <QCryptographicHash>
#include <QDir>
#include <QRandomGenerator>

using namespace waxseal;
using namespace waxseal::test;
using namespace Qt::StringLiterals;

class GrowthTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void piecesMakeTheWhole_data();
    void piecesMakeTheWhole();
    void everyByteOfAShortLog();
    void aHandshakeInALaterPieceExplainsSilence();
    void aLaterLogNeverExplainsAnEarlierOne();
    void strangersInTwoSteps_data();
    void strangersInTwoSteps();
    void olderLogsAreJoined_data();
    void olderLogsAreJoined();
    void threePartsInAnyOrder();
    void olderLogsKeepTheirYears();
    void olderLogsOfOneMoment();
    void olderLogsOfWhatIsGone();
    void olderLogsOfAnotherServer();
    void wrongClocksAtTheCut_data();
    void wrongClocksAtTheCut();
    void workspaceOfVersionOneGoesOn();
    void statesOfStrangersAreBounded_data();
    void statesOfStrangersAreBounded();
    void yearsGoOn_data();
    void yearsGoOn();
    void aFileReadAgainAddsNothing();
    void rotationAddsNothing();
    void aMonthOfRotation();
    void aCopyThatGoesOn();
    void anOlderCopyAddsNothing();
    void aFileWrittenAnewIsNotContinued();
    void smallFilesAreRecognised();
    void filesThatOnlyBeginAlike();
    void damagedStateCostsOnlyWhatWasOpen();
    void aLongerArchiveGoesOnWhereACutOneEnded();
    void openStateIsWhatTheImportSaid();
};

namespace {

/** Through a workspace file and back, as between two runs of the program. */
ImportState stored(const ImportState& state)
{
    const LogFolder folder;
    Workspace workspace;
    workspace.state = state;
    const QString path = folder.path(u"a.waxseal"_s);
    if (!saveWorkspace(workspace, path))
        QTest::qFail("cannot save", __FILE__, __LINE__);
    auto opened = openWorkspace(path);
    if (!opened) {
        QTest::qFail(qPrintable(opened.error().detail), __FILE__, __LINE__);
        return {};
    }
    return std::move(opened->state);
}

/** Reads a log as it grows to each of `ends` and to its end. */
ImportResult readGrowing(const QByteArray& log, std::vector<qsizetype> ends, const ImportOptions& options, bool store)
{
    const LogFolder folder;
    folder.write(u"mail.log"_s, {});
    std::sort(ends.begin(), ends.end());
    ends.push_back(log.size());
    ImportResult result;
    bool begun = false;
    qsizetype written = 0;
    for (const qsizetype end : ends) {
        folder.append(u"mail.log"_s, log.mid(written, end - written));
        written = end;
        ImportState previous = store ? stored(result.state) : std::move(result.state);
        auto next = importLogs({folder.path(u"mail.log"_s)}, options, begun ? &previous : nullptr);
        if (!next) { // nothing to be seen in the first bytes
            result.state = begun ? std::move(previous) : ImportState{};
            continue;
        }
        begun = true;
        result = std::move(*next);
    }
    return result;
}

/** A server with everything: filters, users, refusals, failures, retries, an old service without counts. */
QByteArray busyLog()
{
    LogWriter log;
    const QByteArray localhost = "localhost[127.0.0.1]";
    for (int i = 0; i < 60; ++i) {
        const QByteArray n = QByteArray::number(100 + i);
        const QByteArray peer = "mail.d" + n + ".example[192.0.2." + n + "]";
        const QByteArray id = "AAA" + n;
        const QByteArray copy = "BBB" + n;
        const QByteArray sender = "s@d" + QByteArray::number(i % 7) + ".example";
        const int pid = 10 + i % 4;
        if (i % 5 == 0) {
            log.connect(pid, peer)
                .smtpd(pid, "SSL_accept error from " + peer + ": -1")
                .disconnect(pid, peer, "ehlo=1 starttls=0/1")
                .wait(30);
        }
        log.connect(pid, peer);
        if (i % 2 == 0 && i % 5 != 0)
            log.tls(pid, peer, i % 4 == 0 ? "TLSv1.2" : "TLSv1.3");
        log.begins(pid, id, peer, i % 6 == 5 ? ", sasl_method=PLAIN, sasl_username=me@our.example" : "");
        if (i % 9 == 8) {
            log.cleanup(id + ": milter-reject: END-OF-MESSAGE from " + peer + ": 5.7.1 no; from=<" + sender + ">");
            log.disconnect(pid, peer, "ehlo=2 mail=1");
            continue;
        }
        log.cleanup(id + ": message-id=<m" + n + "@x>").active(id, sender, 1 + i % 3);
        log.connect(50, localhost)
            .begins(50, copy, localhost)
            .cleanup(copy + ": message-id=<m" + n + "@x>")
            .active(copy, sender)
            .disconnect(50, localhost, "ehlo=1 mail=1");
        const QByteArray named = i % 3 == 0 ? QByteArray("Queue-ID: " + id + ", ") : QByteArray();
        log.line("amavis", 60,
            "(1-1) Passed " + QByteArray(i % 4 == 1 ? "SPAMMY" : "CLEAN") + " {RelayedInbound}, [192.0.2.1]:9 <"
                + sender + "> -> <r@our.example>, " + named + "Message-ID: <m" + n + "@x>, queued_as: " + copy
                + ", 9 ms");
        log.smtp(70,
            id
                + ": to=<r@our.example>, relay=127.0.0.1[127.0.0.1]:10024, delay=1, delays=0/0/0/1, dsn=2.0.0, "
                  "status=sent "
                  "(250 2.0.0 from MTA(smtp:[127.0.0.1]:10025): 250 2.0.0 Ok: queued as "
                + copy + ")");
        log.removed(id);
        const int outPid = 80 + i % 3;
        const QByteArray relay
            = "mx.o" + QByteArray::number(i % 8) + ".example[198.51.100." + QByteArray::number(i % 8) + "]:25";
        if (i > 20 && i % 3 != 0)
            log.smtp(
                outPid, "Trusted TLS connection established to " + relay + ": TLSv1.3 with cipher C (256/256 bits)");
        if (i % 10 == 7)
            log.smtp(outPid, "SSL_connect error to " + relay + ": -1")
                .sent(outPid, copy, "r@o.example", relay, "deferred (Cannot start TLS)")
                .wait(400);
        log.sent(outPid, copy, "r@o" + QByteArray::number(i % 8) + ".example", relay);
        log.removed(copy).disconnect(
            pid, peer, i % 2 == 0 && i % 5 != 0 ? "ehlo=2 starttls=1 mail=1" : "ehlo=1 mail=1");
        log.smtpd(pid, "NOQUEUE: reject: RCPT from " + peer + ": 554 5.7.1 no; from=<a@b> to=<c@d>");
        const QByteArray old = "old" + n + "[203.0.113." + n + "]"; // a service that counts nothing
        log.line("postfix-old/smtpd", 40, "connect from " + old)
            .line("postfix-old/smtpd", 40, "CCC" + n + ": client=" + old);
        log.queued("CCC" + n, sender).removed("CCC" + n).line("postfix-old/smtpd", 40, "disconnect from " + old);
        log.wait(i % 11 == 0 ? 700 : 20);
    }
    const QByteArray last = "last[203.0.113.9]";
    log.line("postfix-old/smtpd", 40, "connect from " + last);
    log.line("postfix-old/smtpd", 40,
        "Anonymous TLS connection established from " + last + ": TLSv1.2 with cipher C (256/256 bits)");
    log.line("postfix-old/smtpd", 40, "disconnect from " + last);
    return log.bytes();
}

} // namespace

void GrowthTest::piecesMakeTheWhole_data()
{
    QTest::addColumn<QByteArray>("log");
    QTest::newRow("baseline") << fixture("baseline.log.xz");
    QTest::newRow("lab, short-iso-precise") << fixture("lab.short-iso-precise.xz");
    QTest::newRow("lab, short-full") << fixture("lab.short-full.xz");
    QTest::newRow("lab, json") << fixture("lab.json.xz");
    QTest::newRow("lab, export") << fixture("lab.export.xz");
    QTest::newRow("outbound") << fixture("outbound-policy.log.xz");
    QTest::newRow("busy server") << busyLog();
    QTest::newRow("container") << QByteArray("postfix-1  | " + busyLog().replace("\n", "\npostfix-1  | ")).chopped(13);
    QTest::newRow("CRLF") << busyLog().replace("\n", "\r\n");
}

void GrowthTest::piecesMakeTheWhole()
{
    QFETCH(QByteArray, log);
    const ImportOptions options = qstrcmp(QTest::currentDataTag(), "busy server") == 0 ? testOptions() : openOptions();
    const ImportResult whole = importBytes(log, options);
    QVERIFY(messagesOf(*whole.facts, Direction::Inbound) > 10);
    QRandomGenerator random(static_cast<quint32>(log.size()));
    for (const int cuts : {1, 1, 1, 2, 3, 7, 25}) {
        std::vector<qsizetype> ends(static_cast<std::size_t>(cuts));
        for (qsizetype& end : ends)
            end = random.bounded(static_cast<int>(log.size()));
        const ImportResult grown = readGrowing(log, ends, options, cuts <= 3);
        QCOMPARE(difference(dump(grown), dump(whole)), QByteArray());
        QCOMPARE(
            difference(dump(openState(grown.state)), dump(whole)), QByteArray()); // and so after it has been put away
        QCOMPARE(grown.state.firstTime, whole.state.firstTime);
        QCOMPARE(grown.state.lastTime, whole.state.lastTime);
        QCOMPARE(difference(dump(grown.state.settled), dump(whole.state.settled)),
            QByteArray()); // what is over is settled, not open for ever
    }
}

/** Every place where a read may end, in a log of a few lines. */
void GrowthTest::everyByteOfAShortLog()
{
    const QByteArray peer = "mail.bank.example[192.0.2.1]";
    const QByteArray log = LogWriter()
                               .connect(1, peer)
                               .message(1, "AAAA1", peer, "a@bank.example")
                               .tls(1, peer)
                               .message(1, "AAAA2", peer, "b@bank.example")
                               .disconnect(1, peer, "ehlo=2 starttls=1 mail=2")
                               .bytes();
    const QByteArray whole = dump(importBytes(log));
    for (qsizetype end = 1; end < log.size(); ++end)
        QCOMPARE(difference(dump(readGrowing(log, {end}, testOptions(), false)), whole), QByteArray());
}

/** A process that logs a handshake logs all of them: so also for what it did before the last import of the same log. */
void GrowthTest::aHandshakeInALaterPieceExplainsSilence()
{
    const QByteArray peer = "mail.bank.example[192.0.2.1]";
    const QByteArray relay = "mx.uni.example[198.51.100.1]:25";
    const QByteArray first = LogWriter()
                                 .connect(1, peer)
                                 .message(1, "AAAA1", peer, "a@bank.example")
                                 .disconnect(1, peer)
                                 .sent(2, "AAAA2", "u@uni.example", relay)
                                 .removed("AAAA2")
                                 .bytes();
    const QByteArray second
        = LogWriter()
              .wait(60)
              .connect(1, peer)
              .tls(1, peer)
              .disconnect(1, peer)
              .smtp(2, "Trusted TLS connection established to " + relay + ": TLSv1.3 with cipher C (256/256 bits)")
              .bytes();
    QCOMPARE(messagesOf(*importBytes(first).facts, Direction::Inbound, TlsState::Unknown), 1U);
    QCOMPARE(messagesOf(*importBytes(first).facts, Direction::Outbound, TlsState::Unknown), 1U);
    const ImportResult grown = readGrowing(first + second, {first.size()}, testOptions(), true);
    QCOMPARE(difference(dump(grown), dump(importBytes(first + second))), QByteArray());
    QCOMPARE(messagesOf(*grown.facts, Direction::Inbound, TlsState::Plaintext), 1U);
    QCOMPARE(messagesOf(*grown.facts, Direction::Outbound, TlsState::Plaintext), 1U);
}

/** What was unknown stays unknown when a log is added in which the log level is higher, at once or to a workspace. */
void GrowthTest::aLaterLogNeverExplainsAnEarlierOne()
{
    const QByteArray relay = "mx.uni.example[198.51.100.1]:25";
    const QByteArray peer = "mail.bank.example[192.0.2.1]";
    LogWriter early;
    early.connect(7, peer).message(7, "AAAA0", peer, "a@bank.example").disconnect(7, peer);
    early.sent(2, "AAAA2", "u@uni.example", relay).removed("AAAA2");
    LogWriter late("mx", QDateTime(QDate(2026, 11, 22), QTime(12, 10), Qt::UTC));
    for (int i = 0; i < 40; ++i) {
        const QByteArray id = "BBB" + QByteArray::number(100 + i);
        late.wait(20).connect(8, peer).tls(8, peer).disconnect(8, peer);
        late.smtp(3, "Trusted TLS connection established to " + relay + ": TLSv1.3 with cipher C (256/256 bits)")
            .sent(3, id, "u@uni.example", relay)
            .removed(id);
    }
    const LogFolder folder;
    const QString first = folder.write(u"mail.log.1"_s, early.bytes());
    const QString second = folder.write(u"mail.log"_s, late.bytes());
    ImportState previous = stored(import({first}).state);
    for (const ImportResult& result : {import({first, second}), import({second}, testOptions(), &previous)}) {
        QCOMPARE(messagesOf(*result.facts, Direction::Inbound, TlsState::Unknown), 1U);
        QCOMPARE(messagesOf(*result.facts, Direction::Outbound, TlsState::Unknown), 1U);
        QCOMPARE(messagesOf(*result.facts, Direction::Outbound, TlsState::Tls), 40U);
        QCOMPARE(messagesOf(*result.facts, Direction::Outbound, TlsState::Plaintext), 0U);
    }
}

void GrowthTest::strangersInTwoSteps_data()
{
    QTest::addColumn<QByteArray>("log");
    const QDir folder(QStringLiteral(TEST_DATA "/strangers"));
    for (const QString& name : folder.entryList({u"*.log"_s}, QDir::Files, QDir::Name))
        QTest::newRow(qPrintable(name)) << readFile(folder.filePath(name));
}

/** Read in two steps, cut behind every line, a log counts what it counts at once. */
void GrowthTest::strangersInTwoSteps()
{
    QFETCH(QByteArray, log);
    const LogFolder folder;
    if (!importLogs({folder.write(u"mail.log"_s, log)}, testOptions()))
        return; // in a form that is refused
    const QByteArray whole = dump(importBytes(log));
    const qsizetype step = std::max<qsizetype>(1, log.count('\n') / 40);
    qsizetype lines = 0;
    for (qsizetype end = log.indexOf('\n'); end >= 0 && end + 1 < log.size(); end = log.indexOf('\n', end + 1)) {
        if (++lines % step == 0)
            QCOMPARE(difference(dump(readGrowing(log, {end + 1}, testOptions(), false)), whole), QByteArray());
    }
}

void GrowthTest::olderLogsAreJoined_data()
{
    QTest::addColumn<QByteArray>("log");
    QTest::newRow("lab, short-full") << fixture("lab.short-full.xz");
    QTest::newRow("lab, json") << fixture("lab.json.xz");
    QTest::newRow("outbound") << fixture("outbound-policy.log.xz");
    QTest::newRow("busy server") << busyLog();
}

/** A log in two halves: the newer one is read first, the older one later. It counts what both count at once. */
void GrowthTest::olderLogsAreJoined()
{
    QFETCH(QByteArray, log);
    const ImportOptions options = qstrcmp(QTest::currentDataTag(), "busy server") == 0 ? testOptions() : openOptions();
    for (const int tenth : {1, 3, 5, 7, 9}) {
        const qsizetype cut = log.indexOf('\n', log.size() * tenth / 10) + 1;
        const LogFolder folder;
        const QString older = folder.write(u"mail.log.1"_s, log.left(cut));
        const QString newer = folder.write(u"mail.log"_s, log.mid(cut));
        const QByteArray once = dump(import({older, newer}, options));
        ImportState previous = stored(import({newer}, options).state);
        const ImportResult later = import({older}, options, &previous);
        QCOMPARE(difference(dump(later), once), QByteArray());
        QCOMPARE(notes(later.state.notes, ImportNote::Code::OlderLogs), 1U);
        QCOMPARE(notes(later.state.notes, ImportNote::Code::OlderLogsApart), 0U);
        QCOMPARE(later.state.pieces.size(), std::size_t{2});
        // And in the folder of both, of which one has been read.
        QCOMPARE(difference(dump(import({folder.path()}, options, &previous)), once), QByteArray());
        // The older first: nothing is read twice.
        previous = stored(import({older}, options).state);
        const ImportResult inOrder = import({newer}, options, &previous);
        QCOMPARE(difference(dump(inOrder), once), QByteArray());
        QCOMPARE(notes(inOrder.state.notes, ImportNote::Code::OlderLogs), 0U);
        // Once more: there is nothing new.
        previous = stored(later.state);
        QCOMPARE(difference(dump(import({older, newer}, options, &previous)), once), QByteArray());
    }
}

void GrowthTest::threePartsInAnyOrder()
{
    const QByteArray log = busyLog();
    const qsizetype first = log.indexOf('\n', log.size() / 3) + 1;
    const qsizetype second = log.indexOf('\n', log.size() * 2 / 3) + 1;
    const LogFolder folder;
    QStringList parts{folder.write(u"mail.log.2.gz"_s, compressed(log.left(first), "gzip")),
        folder.write(u"mail.log.1"_s, log.mid(first, second - first)), folder.write(u"mail.log"_s, log.mid(second))};
    const QByteArray once = dump(import(parts));
    do {
        ImportResult result;
        for (qsizetype i = 0; i < parts.size(); ++i) {
            const ImportState previous = stored(result.state);
            result = import({parts[i]}, testOptions(), i == 0 ? nullptr : &previous);
        }
        QCOMPARE(difference(dump(result), once), QByteArray());
    } while (std::next_permutation(parts.begin(), parts.end()));
}

/** Over New Year, in stamps that name none: the newer log's year is what it was taken for when it was read. */
void GrowthTest::olderLogsKeepTheirYears()
{
    const QByteArray peer = "mail.bank.example[192.0.2.1]";
    LogWriter log("mx", QDateTime(QDate(2020, 12, 31), QTime(23, 58), Qt::UTC));
    log.connect(1, peer).tls(1, peer).message(1, "AAAA0", peer, "a@bank.example").begins(1, "AAAA1", peer);
    const qsizetype cut = log.bytes().size();
    log.wait(60).queued("AAAA1", "a@bank.example").removed("AAAA1");
    log.wait(120).message(1, "AAAA2", peer, "a@bank.example").disconnect(1, peer, "ehlo=2 starttls=1 mail=3");
    const LogFolder folder;
    const QString older = folder.write(u"mail.log.1"_s, log.bytes().left(cut));
    const QString newer = folder.write(u"mail.log"_s, log.bytes().mid(cut));
    ImportOptions options = testOptions();
    options.year = 2020;
    const QByteArray once = dump(import({older, newer}, options));
    const ImportState previous = stored(import({newer}, options).state);
    const ImportResult later = import({older}, options, &previous);
    QCOMPARE(difference(dump(later), once), QByteArray());
    QCOMPARE(messagesOf(*later.facts, Direction::Inbound, TlsState::Tls), 3U);
    const qint64 first = QDateTime(QDate(2020, 12, 31), QTime(23, 58), Qt::UTC).toMSecsSinceEpoch();
    QCOMPARE(later.state.firstTime, first * 1000);
    QCOMPARE(later.state.lastTime, (first + 180'000) * 1000);
}

/** Logs of a few moments: both halves begin in the same second, and were copied at the same time. */
void GrowthTest::olderLogsOfOneMoment()
{
    const QByteArray peer = "mail.bank.example[192.0.2.1]";
    LogWriter log;
    log.connect(1, peer).tls(1, peer);
    const qsizetype cut = log.bytes().size();
    log.message(1, "AAAA1", peer, "a@bank.example").wait(1).disconnect(1, peer, "ehlo=2 starttls=1 mail=1");
    const LogFolder folder;
    const QString older = folder.write(u"mail.log.1"_s, log.bytes().left(cut));
    const QString newer = folder.write(u"mail.log"_s, log.bytes().mid(cut));
    const QDateTime copied = QDateTime::currentDateTimeUtc().addSecs(-3600);
    folder.setTime(u"mail.log.1"_s, copied);
    folder.setTime(u"mail.log"_s, copied);
    const ImportState previous = stored(import({newer}).state);
    const ImportResult later = import({older}, testOptions(), &previous);
    QCOMPARE(messagesOf(*later.facts, Direction::Inbound, TlsState::Tls), 1U);
    QCOMPARE(messagesOf(*later.facts, Direction::Inbound), 1U);
}

/** The newer log is not there any more: what crosses the seam is unknown or missing, and the user is told. */
void GrowthTest::olderLogsOfWhatIsGone()
{
    const QByteArray peer = "mail.bank.example[192.0.2.1]";
    const QByteArray other = "mx.uni.example[192.0.2.2]";
    LogWriter log;
    log.connect(1, peer).tls(1, peer).message(1, "AAAA0", peer, "a@bank.example"); // before the seam
    const qsizetype cut = log.bytes().size();
    log.wait(60).message(1, "AAAA1", peer, "a@bank.example").disconnect(1, peer, "ehlo=2 starttls=1 mail=2");
    log.connect(1, other).tls(1, other, "TLSv1.2"); // goes on behind the end
    const qsizetype end = log.bytes().size();
    log.wait(60).message(1, "AAAA2", other, "u@uni.example").disconnect(1, other, "ehlo=2 starttls=1 mail=1");
    const LogFolder folder;
    const QString older = folder.write(u"mail.log.1"_s, log.bytes().left(cut));
    const QString newer = folder.write(u"mail.log"_s, log.bytes().mid(cut, end - cut));
    ImportState previous = stored(import({newer}).state);
    QFile::remove(newer);
    const ImportResult apart = import({older}, testOptions(), &previous);
    QCOMPARE(notes(apart.state.notes, ImportNote::Code::OlderLogs), 0U);
    QCOMPARE(notes(apart.state.notes, ImportNote::Code::OlderLogsApart), 1U); // the session with mail.bank.example
    QCOMPARE(messagesOf(*apart.facts, Direction::Inbound, TlsState::Tls), 1U); // AAAA0
    QCOMPARE(messagesOf(*apart.facts, Direction::Inbound, TlsState::Unknown), 1U); // AAAA1
    QCOMPARE(messagesOf(*apart.facts, Direction::Inbound, TlsState::Plaintext), 0U);
    // The newer log goes on where it ended, as if nothing had come between.
    previous = stored(apart.state);
    const ImportResult next = import({folder.write(u"mail.log"_s, log.bytes().mid(end))}, testOptions(), &previous);
    QCOMPARE(notes(next.state.notes, ImportNote::Code::OlderLogsApart), 0U);
    QCOMPARE(messagesOf(*next.facts, Direction::Inbound, TlsState::Tls), 2U); // and AAAA2
    QCOMPARE(messagesOf(*next.facts, Direction::Inbound, TlsState::Unknown), 1U);
}

/** Two servers' logs of one time have no seam. */
void GrowthTest::olderLogsOfAnotherServer()
{
    const QByteArray peer = "mail.bank.example[192.0.2.1]";
    LogWriter late("mx1");
    LogWriter early("mx2", QDateTime(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC));
    for (LogWriter* log : {&late, &early})
        log->connect(1, peer).tls(1, peer).message(1, "AAAA0", peer, "a@bank.example").disconnect(1, peer);
    const LogFolder folder;
    const QString one = folder.write(u"one.log"_s, late.bytes());
    const QString two = folder.write(u"two.log"_s, early.bytes());
    const ImportState previous = stored(import({one}).state);
    QFile::remove(one);
    const ImportResult both = import({two}, testOptions(), &previous);
    QCOMPARE(notes(both.state.notes, ImportNote::Code::OlderLogsApart), 0U);
    QCOMPARE(messagesOf(*both.facts, Direction::Inbound, TlsState::Tls), 2U);
}

void GrowthTest::wrongClocksAtTheCut_data()
{
    QTest::addColumn<QByteArrayList>("times");
    QTest::addColumn<bool>("isYearless"); // in the form of RFC 3164
    const QByteArrayList steady{"2026-11-22T12:00:00Z", "2026-11-22T12:00:10Z", "2026-11-22T12:00:20Z",
        "2026-11-22T12:00:30Z", "2026-11-22T12:00:40Z", "2026-11-22T12:00:50Z", "2026-11-22T12:01:00Z",
        "2026-11-22T12:01:10Z", "2026-11-22T12:01:20Z", "2026-11-22T12:01:30Z", "2026-11-22T12:01:40Z",
        "2026-11-22T12:01:50Z"};
    const auto with = [&](std::initializer_list<std::pair<int, const char*>> changes) {
        QByteArrayList times = steady;
        for (const auto& [place, time] : changes)
            times[place] = time;
        return times;
    };
    const auto from = [&](int place, const char* day) {
        QByteArrayList times = steady;
        for (int i = place; i < times.size(); ++i)
            times[i].replace("2026-11-22", day);
        return times;
    };
    const auto row = [](const char* name, const QByteArrayList& times) {
        QTest::newRow(name) << times << false;
        QTest::addRow("%s, no year", name) << times << true;
    };
    row("one stamp ten years ahead", with({{4, "2036-11-22T12:00:40Z"}}));
    row("one stamp a month ahead", with({{4, "2026-12-22T12:00:40Z"}}));
    row("one stamp a week back", with({{5, "2026-11-15T12:00:40Z"}}));
    row("two stamps that do not agree", with({{4, "2026-12-22T12:00:40Z"}, {5, "2026-10-22T12:00:40Z"}}));
    row("two that agree, and back", with({{4, "2026-12-22T12:00:40Z"}, {5, "2026-12-22T12:00:41Z"}}));
    row("a boot in 1970", with({{3, "1970-01-01T00:00:07Z"}, {4, "1970-01-01T00:00:08Z"}}));
    row("the clock steps back a day and more", from(5, "2026-11-20"));
    row("an older log follows", from(6, "2026-09-02"));
    row("the first stamp is the stray", with({{0, "2026-12-24T12:00:40Z"}}));
    row("a boot on New Year", with({{6, "2026-01-01T00:00:03Z"}}));
    row("two lines of a boot on New Year", with({{6, "2026-01-01T00:00:03Z"}, {7, "2026-01-01T00:00:04Z"}}));
}

/** Read in two steps, wherever they are cut, a log with wrong stamps counts what it counts at once. */
void GrowthTest::wrongClocksAtTheCut()
{
    QFETCH(QByteArrayList, times);
    QFETCH(bool, isYearless);
    if (isYearless) {
        for (QByteArray& time : times)
            time = QLocale::c()
                       .toString(QDateTime::fromString(QString::fromLatin1(time), Qt::ISODate), u"MMM dd HH:mm:ss"_s)
                       .toLatin1();
    }
    const QByteArray peer = "mail.bank.example[192.0.2.1]";
    const QByteArray other = "mx.uni.example[192.0.2.2]";
    const QByteArrayList lines{"smtpd[1]: connect from " + peer,
        "smtpd[1]: Anonymous TLS connection established from " + peer + ": TLSv1.3 with cipher C (256/256 bits)",
        "smtpd[1]: AAAA0: client=" + peer, "qmgr[9]: AAAA0: from=<a@bank.example>, size=1, nrcpt=1 (queue active)",
        "smtpd[2]: connect from " + other, "smtpd[2]: AAAA1: client=" + other,
        "qmgr[9]: AAAA1: from=<u@uni.example>, size=1, nrcpt=1 (queue active)", "qmgr[9]: AAAA0: removed",
        "smtpd[1]: AAAA2: client=" + peer, "qmgr[9]: AAAA2: from=<b@bank.example>, size=1, nrcpt=1 (queue active)",
        "smtpd[2]: disconnect from " + other + " ehlo=1 mail=1 quit=1 commands=3",
        "smtpd[1]: disconnect from " + peer + " ehlo=2 starttls=1 mail=2 quit=1 commands=6"};
    QCOMPARE(lines.size(), times.size());
    QByteArray log;
    std::vector<qsizetype> ends;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        log += times[i] + " mx postfix/" + lines[i] + '\n';
        ends.push_back(log.size());
    }
    ends.pop_back();
    const ImportResult whole = importBytes(log);
    QCOMPARE(messagesOf(*whole.facts, Direction::Inbound), 3U);
    for (const qsizetype end : ends)
        QCOMPARE(difference(dump(readGrowing(log, {end}, testOptions(), true)), dump(whole)), QByteArray());
    QCOMPARE(difference(dump(readGrowing(log, ends, testOptions(), true)), dump(whole)), QByteArray());
}

/**
 * tests/data/workspace: a file that the last program before version 2 wrote of the first 92 lines of a log, with two
 * sessions, two messages and a handshake open.
 */
void GrowthTest::workspaceOfVersionOneGoesOn()
{
    const LogFolder folder;
    const QByteArray log = readFile(QStringLiteral(TEST_DATA "/workspace/growing.log"));
    qsizetype end = 0;
    for (int line = 0; line < 92; ++line)
        end = log.indexOf('\n', end) + 1;
    const QString path
        = folder.write(u"before.waxseal"_s, decompressed(QStringLiteral(TEST_DATA "/workspace/version1.waxseal.xz")));
    auto opened = openWorkspace(path);
    QVERIFY(opened);
    const ImportResult before = openState(opened->state);
    QCOMPARE(difference(dump(before), dump(importBytes(log.left(end)))), QByteArray());
    QCOMPARE(messagesOf(*before.facts, Direction::Inbound), 13U); // by hand: twelve, and one still in the queue

    const ImportResult after = import({folder.write(u"mail.log"_s, log)}, testOptions(), &opened->state);
    QCOMPARE(difference(dump(after), dump(importBytes(log))), QByteArray());
    QCOMPARE(messagesOf(*after.facts, Direction::Inbound), 15U);
    QCOMPARE(messagesOf(*after.facts, Direction::Outbound), 1U);
    QVERIFY(dump(after).contains("'uni.example' [203.0.113.9] clear fell back: 1/1"));
    QVERIFY(dump(after).contains("'uni.example' [203.0.113.20] tls/1.3/Trusted/TLS_AES_256_GCM_SHA384: 1/1"));

    // Saved in the new form it says the same.
    opened->state = after.state;
    QVERIFY(saveWorkspace(*opened, path));
    const auto again = openWorkspace(path);
    QVERIFY(again);
    QCOMPARE(difference(dump(openState(again->state)), dump(after)), QByteArray());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.read(64).right(4), QByteArray("\0\0\0\2", 4)); // user_version, at offset 60
}

void GrowthTest::statesOfStrangersAreBounded_data()
{
    QTest::addColumn<int>("offset"); // of eight bytes in the state, see Ledger::save()
    QTest::newRow("when to sweep") << 8;
    QTest::newRow("records since the sweep") << 16;
    QTest::newRow("outbound messages, a note's count") << 36;
}

/** A saved state with a right checksum and numbers that no log makes is refused, and said to be. */
void GrowthTest::statesOfStrangersAreBounded()
{
    QFETCH(int, offset);
    const ImportResult result = importBytes(busyLog());
    for (const char fill : {'\x7f', '\x80'}) {
        ImportState previous = result.state;
        QByteArray& state = previous.joiners["postfix"];
        state.chop(8);
        state.replace(offset, 8, QByteArray(QByteArray(1, fill) + QByteArray(7, '\xfe')));
        state += QCryptographicHash::hash(state, QCryptographicHash::Sha256).left(8);
        const ImportResult opened = openState(previous);
        QCOMPARE(notes(opened.state.notes, ImportNote::Code::OpenStateLost), 1U);
        stored(opened.state);
    }
}

/** Logs over New Year whose headers name none. */
void GrowthTest::yearsGoOn_data()
{
    QTest::addColumn<QByteArray>("prefix");
    QTest::newRow("plain") << QByteArray();
    QTest::newRow("container") << QByteArray("postfix-1  | ");
    QTest::newRow("priority") << QByteArray("<22>");
}

void GrowthTest::yearsGoOn()
{
    QFETCH(QByteArray, prefix);
    LogWriter log("mx", QDateTime(QDate(2025, 12, 30), QTime(20, 0), Qt::UTC));
    const QByteArray peer = "mail.bank.example[192.0.2.1]";
    for (int i = 0; i < 12; ++i) {
        const QByteArray id = "AAAA" + QByteArray::number(i + 10);
        log.connect(1, peer).message(1, id, peer, "a@bank.example").disconnect(1, peer, "mail=1").wait(4 * 3600);
    }
    QByteArray bytes;
    for (const QByteArray& line : log.bytes().split('\n'))
        bytes += line.isEmpty() ? line : QByteArray(prefix + line + '\n');
    ImportOptions options = testOptions();
    options.year = 2025;
    const ImportResult whole = importBytes(bytes, options);
    QCOMPARE(whole.state.lastTime / 1'000'000, QDateTime(QDate(2026, 1, 1), QTime(16, 0), Qt::UTC).toSecsSinceEpoch());
    for (qsizetype end = 100; end < bytes.size(); end += 97)
        QCOMPARE(difference(dump(readGrowing(bytes, {end}, options, false)), dump(whole)), QByteArray());
    for (qsizetype end = 100; end < bytes.size(); end += 997)
        QCOMPARE(difference(dump(readGrowing(bytes, {end, end + 300, end + 1200}, options, true)), dump(whole)),
            QByteArray());
}

void GrowthTest::aFileReadAgainAddsNothing()
{
    const LogFolder folder;
    const QString path = folder.write(u"mail.log"_s, busyLog());
    ImportResult result = import({path});
    const QByteArray once = dump(result);
    for (int i = 0; i < 3; ++i) {
        const ImportState previous = stored(result.state);
        result = import({path}, testOptions(), &previous);
        QCOMPARE(difference(dump(result), once), QByteArray());
        QCOMPARE(notes(result.state.notes, ImportNote::Code::AlreadyRead), 1U);
        QCOMPARE(result.state.pieces.size(), std::size_t{1});
    }
}

void GrowthTest::rotationAddsNothing()
{
    const QByteArray log = busyLog();
    const qsizetype middle = log.indexOf('\n', log.size() / 2) + 1;
    const LogFolder folder;
    folder.write(u"mail.log"_s, log.left(middle - 40)); // read while a line was being written
    ImportResult result = import({folder.path(u"mail.log"_s)});

    folder.append(u"mail.log"_s, log.mid(middle - 40, 40));
    folder.rename(u"mail.log"_s, u"mail.log.1"_s);
    folder.write(u"mail.log"_s, log.mid(middle));
    ImportState previous = stored(result.state);
    result = import({folder.path()}, testOptions(), &previous);
    const QByteArray whole = dump(importBytes(log));
    QCOMPARE(difference(dump(result), whole), QByteArray());
    QCOMPARE(result.state.pieces.size(), std::size_t{2});

    // The next night: compressed under a new name, and another file takes the old one.
    const QString archive
        = folder.write(u"mail.log.2.gz"_s, compressed(readFile(folder.path(u"mail.log.1"_s)), "gzip"));
    folder.rename(u"mail.log"_s, u"mail.log.1"_s);
    previous = stored(result.state);
    result = import({folder.path()}, testOptions(), &previous);
    QCOMPARE(difference(dump(result), whole), QByteArray());
    QCOMPARE(result.state.pieces.size(), std::size_t{2});

    // What is shown as evidence is where it can be found now.
    const FactTable& facts = *result.facts;
    int found = 0;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        const Evidence place = facts.evidence(i, 0);
        QVERIFY(!place.isNull());
        const QString path = readable(facts.files.text(place.file()));
        QVERIFY2(path == archive || path == folder.path(u"mail.log.1"_s), qPrintable(path));
        const QByteArray content = path == archive ? decompressed(path) : readFile(path);
        const QByteArray line = content.mid(static_cast<qsizetype>(place.offset())).split('\n').first();
        QVERIFY2(line.contains(": client=") || line.contains(": to=<"), line);
        ++found;
    }
    QVERIFY(found > 20);
}

/** mail.log → mail.log.1 → mail.log.2.gz → …: read every night, with a message on each side of midnight. */
void GrowthTest::aMonthOfRotation()
{
    const LogFolder folder;
    const QByteArray peer = "mail.bank.example[192.0.2.1]";
    LogWriter all;
    qsizetype written = 0;
    ImportResult result;
    constexpr int nights = 30;
    for (int night = 0; night < nights; ++night) {
        const QByteArray id = "AB" + QByteArray::number(1000 + night);
        all.removed("AA" + QByteArray::number(999 + night)).disconnect(7, peer, "ehlo=2 starttls=1 mail=1");
        all.connect(7, peer)
            .tls(7, peer, night % 2 == 0 ? "TLSv1.2" : "TLSv1.3")
            .message(7, id, peer, "a@bank.example")
            .disconnect(7, peer, "starttls=1 mail=1");
        all.wait(80'000)
            .connect(7, peer)
            .tls(7, peer)
            .begins(7, "AA" + QByteArray::number(1000 + night), peer)
            .queued("AA" + QByteArray::number(1000 + night), "late@bank.example");
        all.wait(6'400);
        folder.write(u"mail.log"_s, all.bytes().mid(written));
        written = all.bytes().size();
        const ImportState previous = stored(result.state);
        result = import({folder.path()}, testOptions(), night == 0 ? nullptr : &previous);
        for (int age = 8; age >= 1; --age) {
            const QString name = u"mail.log.%1"_s.arg(age);
            if (QFile::exists(folder.path(name + u".gz")))
                folder.rename(name + u".gz", u"mail.log.%1.gz"_s.arg(age + 1));
            else if (QFile::exists(folder.path(name))) {
                folder.write(u"mail.log.%1.gz"_s.arg(age + 1), compressed(readFile(folder.path(name)), "gzip"));
                QFile::remove(folder.path(name));
            }
        }
        QFile::remove(folder.path(u"mail.log.9.gz"_s));
        folder.rename(u"mail.log"_s, u"mail.log.1"_s);
    }
    QCOMPARE(messagesOf(*result.facts, Direction::Inbound), std::uint64_t{2 * nights});
    QCOMPARE(difference(dump(result), dump(importBytes(all.bytes()))), QByteArray());
    QCOMPARE(result.state.pieces.size(), std::size_t{nights});
}

/** mail.log and a copy of it, taken later, in one go. */
void GrowthTest::aCopyThatGoesOn()
{
    const QByteArray log = busyLog();
    const qsizetype middle = log.indexOf('\n', log.size() / 2) + 1;
    const LogFolder folder;
    folder.write(u"a.log"_s, log.left(middle));
    folder.write(u"b.log"_s, log);
    const QByteArray whole = dump(importBytes(log));
    const QString a = folder.path(u"a.log"_s);
    const QString b = folder.path(u"b.log"_s);
    QCOMPARE(difference(dump(import({a, b})), whole), QByteArray());
    QCOMPARE(difference(dump(import({b, a})), whole), QByteArray());
    QCOMPARE(difference(dump(import({a, b, a, b})), whole), QByteArray());
}

void GrowthTest::anOlderCopyAddsNothing()
{
    const QByteArray log = busyLog();
    const LogFolder folder;
    const ImportResult result = import({folder.write(u"mail.log"_s, log)});
    for (const qsizetype size : {log.size() - 1, log.size() / 2, qsizetype{5000}, qsizetype{1025}, qsizetype{1024}}) {
        const ImportState previous = result.state;
        const ImportResult again = import({folder.write(u"old.log"_s, log.left(size))}, testOptions(), &previous);
        QVERIFY2(dump(again) == dump(result), qPrintable(QString::number(size)));
    }
}

void GrowthTest::aFileWrittenAnewIsNotContinued()
{
    const QByteArray log = busyLog();
    const LogFolder folder;
    const ImportResult result = import({folder.write(u"mail.log"_s, log)});
    QByteArray changed = log;
    changed.replace(log.size() - 500, 5, "XXXXX"); // the same beginning, another end
    folder.write(u"mail.log"_s, changed + log);
    const ImportState previous = result.state;
    const ImportResult again = import({folder.path(u"mail.log"_s)}, testOptions(), &previous);
    QCOMPARE(difference(dump(again), dump(result)), QByteArray());
    QCOMPARE(detailOf(again.state.notes, ImportNote::Code::SkippedFile), u"changed"_s);
    QCOMPARE(again.state.pieces, previous.pieces);
}

/** Shorter than the head by which files are known, and growing past it. */
void GrowthTest::smallFilesAreRecognised()
{
    const QByteArray peer = "mail.bank.example[192.0.2.1]";
    LogWriter log;
    const LogFolder folder;
    ImportState previous;
    for (int i = 0; i < 12; ++i) {
        const QByteArray id = "AAAA" + QByteArray::number(i + 10);
        log.connect(1, peer).message(1, id, peer, "a@bank.example").disconnect(1, peer, "mail=1");
        folder.write(u"mail.log"_s, log.bytes() + "Nov 22 12:00:00 mx postfix/smt");
        const ImportResult result = import({folder.path(u"mail.log"_s)}, testOptions(), i == 0 ? nullptr : &previous);
        QCOMPARE(messagesOf(*result.facts, Direction::Inbound), std::uint64_t(i + 1));
        QCOMPARE(result.state.pieces.size(), std::size_t{1});
        QCOMPARE(notes(result.state.notes, ImportNote::Code::PartialLastLine), 1U);
        previous = stored(result.state);
    }
}

/** Two servers set up alike write the same first lines. */
void GrowthTest::filesThatOnlyBeginAlike()
{
    QByteArray head;
    for (int i = 0; i < 30; ++i)
        head += "Nov 22 12:00:00 mx postfix/postfix-script[1]: starting the Postfix mail system, line "
            + QByteArray::number(i) + '\n';
    const QByteArray peer = "mail.bank.example[192.0.2.1]";
    const LogFolder folder;
    const QString one = folder.write(u"one.log"_s,
        head
            + LogWriter()
                  .connect(1, peer)
                  .message(1, "AAAA1", peer, "a@bank.example")
                  .disconnect(1, peer, "mail=1")
                  .bytes());
    const QString two = folder.write(u"two.log"_s,
        head
            + LogWriter()
                  .wait(5)
                  .connect(2, peer)
                  .message(2, "AAAA2", peer, "b@bank.example")
                  .disconnect(2, peer, "mail=1")
                  .bytes());
    const ImportResult result = import({one});
    const ImportState previous = result.state;
    const ImportResult both = import({two}, testOptions(), &previous);
    // It may not be read as the other's end. What it may not either is vanish without a word.
    QVERIFY(messagesOf(*both.facts, Direction::Inbound) == 2
        || notes(both.state.notes, ImportNote::Code::SkippedFile) == 1);
}

void GrowthTest::damagedStateCostsOnlyWhatWasOpen()
{
    const QByteArray log = busyLog();
    const qsizetype middle = log.indexOf('\n', log.size() / 2) + 1;
    const LogFolder folder;
    folder.write(u"mail.log"_s, log.left(middle));
    const ImportResult first = import({folder.path(u"mail.log"_s)});
    folder.append(u"mail.log"_s, log.mid(middle));
    const std::uint64_t whole = messagesOf(*importBytes(log).facts, Direction::Inbound);
    const std::uint64_t settled = messagesOf(first.state.settled, Direction::Inbound);
    QVERIFY(settled > 10);
    QRandomGenerator random(4);
    for (int i = 0; i < 150; ++i) {
        ImportState previous = first.state;
        QByteArray& state = previous.joiners["postfix"];
        if (i % 3 == 0)
            state.truncate(random.bounded(int(state.size())));
        else
            for (int flips = 1 + random.bounded(4); flips > 0; --flips)
                state[random.bounded(int(state.size()))] = static_cast<char>(random.bounded(256));
        const ImportResult result = import({folder.path(u"mail.log"_s)}, testOptions(), &previous);
        const std::uint64_t messages = messagesOf(*result.facts, Direction::Inbound);
        QVERIFY2(messages <= whole + 5 && messages >= settled,
            qPrintable(u"%1 of %2, %3 settled"_s.arg(messages).arg(whole).arg(settled)));
        const auto& notes = result.state.notes;
        QCOMPARE(std::any_of(notes.begin(), notes.end(),
                     [](const ImportNote& note) { return note.code == ImportNote::Code::OpenStateLost; }),
            !state.isEmpty() && state != first.state.joiners.at("postfix")); // nothing is lost silently
        // However it came to be: with a checksum that fits, it must still be read suspiciously.
        if (state.size() > 8) {
            state.chop(8);
            state += QCryptographicHash::hash(state, QCryptographicHash::Sha256).left(8);
            QVERIFY(importLogs({folder.path(u"mail.log"_s)}, testOptions(), &previous));
            openState(previous);
        }
    }
}

/** A copy that was cut while it was made: what could be read counts, and the rest when the whole one comes. */
void GrowthTest::aLongerArchiveGoesOnWhereACutOneEnded()
{
    const QByteArray log = busyLog();
    const QByteArray whole = dump(importBytes(log));
    for (const char* filter : {"gzip", "xz", "zstd", "bzip2"}) {
        const QByteArray archive = compressed(log, filter);
        for (const qsizetype size : {archive.size() / 3, archive.size() / 2, archive.size() - 9}) {
            const LogFolder folder;
            const QString path = folder.write(u"mail.log.1"_s, archive.left(size));
            auto cut = importLogs({path}, testOptions());
            if (!cut) { // not a block of it could be read
                QCOMPARE(cut.error().code, ErrorCode::DamagedArchive);
                continue;
            }
            QCOMPARE(notes(cut->state.notes, ImportNote::Code::DamagedArchive), 1U);
            folder.write(u"mail.log.1"_s, archive);
            const ImportState previous = stored(cut->state);
            const ImportResult result = import({path}, testOptions(), &previous);
            QVERIFY2(dump(result) == whole, filter);
            QCOMPARE(result.state.pieces.size(), std::size_t{1});
        }
    }
}

void GrowthTest::openStateIsWhatTheImportSaid()
{
    const QByteArray log = busyLog();
    for (qsizetype end = 500; end < log.size(); end += 7919) {
        const ImportResult result = importBytes(log.left(end));
        QCOMPARE(difference(dump(openState(result.state)), dump(result)), QByteArray());
        QCOMPARE(difference(dump(openState(stored(result.state))), dump(result)), QByteArray());
    }
}

QTEST_GUILESS_MAIN(GrowthTest)
#include "tst_growth.moc"
