// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The log lines behind a figure: those of its session and message, and no others.

#include "testlog.h"

using namespace waxseal;
using namespace waxseal::test;
using namespace Qt::StringLiterals;

class EvidenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsSessionAndMessage_data();
    void showsSessionAndMessage();
    void showsADelivery();
    void showsAFilteredMessage();
    void everyPlaceOfARealLogIsFound_data();
    void everyPlaceOfARealLogIsFound();
    void journalsReadLikeLogs_data();
    void journalsReadLikeLogs();
    void looksNoFartherThanItMust();
    void isBounded();
    void saysWhenItCannot();
};

namespace {

const QByteArray bank = "mail.bank.example[192.0.2.1]";
const QByteArray uni = "mx.uni.example[192.0.2.2]";

QByteArray text(const Result<std::vector<LogLine>>& lines)
{
    QByteArray out;
    if (!lines)
        return "error";
    for (const LogLine& line : *lines)
        out += (line.isFocus ? "> " : "  ") + line.text + '\n';
    return out;
}

/** Two sessions that interleave, messages before and behind, an id used again. */
LogWriter busy()
{
    return LogWriter()
        .connect(1, uni)
        .message(1, "AAAA1", uni, "before@uni.example")
        .disconnect(1, uni, "mail=1")
        .connect(1, bank)
        .connect(2, uni)
        .tls(1, bank)
        .begins(2, "BBBB1", uni)
        .begins(1, "AAAA1", bank)
        .queued("BBBB1", "u@uni.example")
        .queued("AAAA1", "a@bank.example")
        .disconnect(2, uni, "mail=1")
        .removed("BBBB1")
        .disconnect(1, bank, "starttls=1 mail=1")
        .line("postfix/local", 9, "AAAA1: to=<r@our.example>, relay=local, delay=1, dsn=2.0.0, status=sent (ok)")
        .removed("AAAA1")
        .connect(1, uni)
        .message(1, "AAAA1", uni, "behind@uni.example")
        .disconnect(1, uni, "mail=1");
}

/** What belongs to the message that bank.example sent. */
QByteArray wanted(const QByteArray& log)
{
    QByteArray out;
    bool inside = false;
    for (const QByteArray& line : log.split('\n')) {
        inside = inside || line.endsWith(QByteArray("connect from " + bank));
        const bool ours = line.contains("192.0.2.1]") || line.contains("AAAA1");
        if (inside && ours)
            out += (line.contains("client=") ? "> " : "  ") + line + '\n';
        if (line.endsWith("AAAA1: removed") && inside)
            break;
    }
    return out;
}

std::uint64_t offsetOf(const QByteArray& log, const QByteArray& part)
{
    const qsizetype at = log.indexOf(part);
    return static_cast<std::uint64_t>(at <= 0 ? 0 : log.lastIndexOf('\n', at) + 1);
}

} // namespace

void EvidenceTest::showsSessionAndMessage_data()
{
    QTest::addColumn<QByteArray>("filter");
    QTest::addColumn<QByteArray>("padding"); // in front
    const QByteArray far = QByteArray("Nov  1 00:00:00 mx cron[5]: nothing to do with it\n").repeated(60'000);
    for (const char* filter : {"", "gzip", "xz", "zstd", "bzip2"}) {
        QTest::newRow(*filter == '\0' ? "plain" : filter) << QByteArray(filter) << QByteArray();
        QTest::addRow("%s, far behind", *filter == '\0' ? "plain" : filter) << QByteArray(filter) << far;
    }
}

void EvidenceTest::showsSessionAndMessage()
{
    QFETCH(QByteArray, filter);
    QFETCH(QByteArray, padding);
    const LogFolder folder;
    const QByteArray log = padding + busy().bytes();
    const QString path = folder.write(u"mail.log"_s, filter.isEmpty() ? log : compressed(log, filter.constData()));
    QCOMPARE(text(readEvidence(path, offsetOf(log, "AAAA1: client=" + bank))), wanted(log));

    const QByteArray windows = QByteArray(log).replace("\n", "\r\n");
    const QString other = folder.write(u"crlf.log"_s, windows);
    QCOMPARE(text(readEvidence(other, offsetOf(windows, "AAAA1: client=" + bank))), wanted(log));
}

void EvidenceTest::showsADelivery()
{
    const QByteArray relay = "mx.uni.example[198.51.100.1]:25";
    const QByteArray log
        = LogWriter()
              .smtp(1, "Trusted TLS connection established to other[203.0.113.1]:25: TLSv1.3 with cipher C (1/1 bits)")
              .sent(1, "BBBB1", "x@other.example", "other[203.0.113.1]:25")
              .smtp(1, "Trusted TLS connection established to " + relay + ": TLSv1.3 with cipher C (1/1 bits)")
              .smtp(2, "Trusted TLS connection established to third[203.0.113.3]:25: TLSv1.3 with cipher C (1/1 bits)")
              .sent(1, "AAAA1", "u@uni.example", relay)
              .removed("BBBB1")
              .removed("AAAA1")
              .bytes();
    const LogFolder folder;
    const QString path = folder.write(u"mail.log"_s, log);
    const QByteArray shown = text(readEvidence(path, offsetOf(log, "AAAA1: to=")));
    QCOMPARE(shown.count('\n'), 3);
    QVERIFY(shown.contains("connection established to mx.uni.example"));
    QVERIFY(shown.contains("> Nov 22 12:00:00 mx postfix/smtp[1]: AAAA1: to=<u@uni.example>"));
    QVERIFY(shown.endsWith("AAAA1: removed\n"));
}

/** A filter before the queue: the message has no id of its own, and other clients' refusals are not its. */
void EvidenceTest::showsAFilteredMessage()
{
    const QByteArray log
        = LogWriter()
              .connect(1, bank)
              .tls(1, bank)
              .smtpd(1, "NOQUEUE: client=" + bank)
              .connect(2, uni)
              .smtpd(2, "NOQUEUE: reject: RCPT from " + uni + ": 550 5.1.1 no; from=<x@uni.example>")
              .smtpd(1, "proxy-accept: END-OF-MESSAGE: 250 Ok; from=<a@bank.example> to=<r@x> proto=ESMTP helo=<h>")
              .disconnect(1, bank, "starttls=1 mail=1")
              .smtpd(2, "NOQUEUE: client=" + uni)
              .bytes();
    const LogFolder folder;
    const QByteArray shown
        = text(readEvidence(folder.write(u"mail.log"_s, log), offsetOf(log, "NOQUEUE: client=" + bank)));
    QCOMPARE(shown.count('\n'), 5);
    QVERIFY(!shown.contains("uni.example"));
}

void EvidenceTest::everyPlaceOfARealLogIsFound_data()
{
    QTest::addColumn<QByteArray>("log");
    for (const char* name : {"baseline.log.xz", "lab.short.xz", "lab.short-full.xz", "lab.json.xz", "lab.export.xz"})
        QTest::newRow(name) << fixture(name);
}

void EvidenceTest::everyPlaceOfARealLogIsFound()
{
    QFETCH(QByteArray, log);
    const LogFolder folder;
    const QString path = folder.write(u"log"_s, log);
    const ImportResult result = import({path}, openOptions());
    int places = 0;
    for (std::size_t i = 0; i < result.facts->size(); ++i) {
        for (const int place : {0, 1}) {
            const Evidence evidence = result.facts->evidence(i, place);
            if (evidence.isNull())
                continue;
            ++places;
            QCOMPARE(result.facts->files.text(evidence.file()), std::string_view(path.toStdString()));
            const auto lines = readEvidence(path, evidence.offset());
            QVERIFY(lines.hasValue());
            const auto focus = std::find_if(lines->begin(), lines->end(), [](const LogLine& l) { return l.isFocus; });
            QVERIFY(focus != lines->end());
            QCOMPARE(focus->offset, evidence.offset());
            const bool outbound = result.facts->direction(i) == Direction::Outbound;
            QVERIFY2(focus->text.contains(outbound ? ": to=<" : ": client="), focus->text.constData());
            // Its host stands in its lines, and the lines are in order.
            QVERIFY(focus->text.contains(
                QByteArray::fromStdString('[' + result.facts->host(result.facts->hostIdAt(i)).address.text() + ']')));
            QVERIFY(std::is_sorted(
                lines->begin(), lines->end(), [](const LogLine& a, const LogLine& b) { return a.offset < b.offset; }));
            if (!outbound)
                QVERIFY(lines->front().text.contains("connect from "));
        }
    }
    QVERIFY(places > 20);
}

void EvidenceTest::journalsReadLikeLogs_data()
{
    QTest::addColumn<QByteArray>("log");
    for (const char* name : {"lab.json.xz", "lab.export.xz"})
        QTest::newRow(name) << fixture(name);
}

/** What is stored as JSON or in binary is shown as text. */
void EvidenceTest::journalsReadLikeLogs()
{
    QFETCH(QByteArray, log);
    const LogFolder folder;
    const QString path = folder.write(u"log"_s, log);
    const ImportResult result = import({path}, openOptions());
    const auto lines = readEvidence(path, result.facts->evidence(0, 0).offset());
    QVERIFY(lines.hasValue());
    for (const LogLine& line : *lines)
        QVERIFY2(
            line.text.startsWith("2026-11-22T12:45:0") && line.text.contains(" mx postfix"), line.text.constData());
}

/** A megabyte to each side: what lies farther off is left out, and the rest is shown. */
void EvidenceTest::looksNoFartherThanItMust()
{
    const QByteArray filler = QByteArray("Nov 22 12:00:00 mx cron[5]: nothing to do with it\n").repeated(30'000);
    const QByteArray log = LogWriter().connect(1, bank).bytes() + filler + LogWriter().begins(1, "AAAA1", bank).bytes()
        + LogWriter().queued("AAAA1", "a@bank.example").bytes() + filler + LogWriter().removed("AAAA1").bytes();
    const LogFolder folder;
    const QByteArray shown
        = text(readEvidence(folder.write(u"mail.log"_s, log), offsetOf(log, "AAAA1: client=" + bank)));
    QCOMPARE(shown.count('\n'), 3);
    QVERIFY(shown.startsWith("> "));
}

void EvidenceTest::isBounded()
{
    LogWriter log;
    log.connect(1, bank).begins(1, "AAAA1", bank);
    for (int i = 0; i < 2'000; ++i)
        log.smtpd(1, "AAAA1: reject: RCPT from " + bank + ": 550 5.1.1 no");
    const LogFolder folder;
    const auto lines = readEvidence(folder.write(u"mail.log"_s, log.bytes()), offsetOf(log.bytes(), "AAAA1: client="));
    QVERIFY(lines.hasValue());
    QCOMPARE(lines->size(), std::size_t{400});
    QVERIFY((*lines)[1].isFocus);
}

void EvidenceTest::saysWhenItCannot()
{
    const LogFolder folder;
    const QByteArray log = busy().bytes();
    const QString path = folder.write(u"mail.log"_s, log);
    const std::uint64_t at = offsetOf(log, "AAAA1: client=" + bank);
    QVERIFY(!readEvidence(folder.path(u"absent"_s), at));
    QVERIFY(!readEvidence(path, at + 1)); // no line begins there: another file bears the name
    QVERIFY(!readEvidence(path, 1'000'000'000));
    QVERIFY(!readEvidence(path, UINT64_MAX >> 16));
    folder.write(u"mail.log"_s, log.left(40));
    QVERIFY(!readEvidence(path, at));
    folder.write(u"mail.log"_s, {});
    QVERIFY(!readEvidence(path, 0));
}

QTEST_GUILESS_MAIN(EvidenceTest)
#include "tst_evidence.moc"
