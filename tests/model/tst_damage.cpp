// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Damaged logs through the whole importer: it never crashes, stays within bounds, and accounts for every byte. Seeded:
// a failure names the case, and the same case fails again.

#include "testlog.h"

#include <QRandomGenerator>

using namespace waxseal;
using namespace waxseal::test;
using namespace Qt::StringLiterals;

class DamageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survives_data();
    void survives();
    void survivesArchives_data();
    void survivesArchives();
    void readsInPiecesWhatItReadsAtOnce();
};

namespace {

using Damage = QByteArray (*)(QByteArray, QRandomGenerator&);

qsizetype somewhere(const QByteArray& log, QRandomGenerator& random)
{
    return log.isEmpty() ? 0 : random.bounded(static_cast<int>(log.size()));
}

QByteArray flipBits(QByteArray log, QRandomGenerator& random)
{
    for (int i = random.bounded(1, 200); i > 0; --i) {
        const qsizetype at = somewhere(log, random);
        log[at] = static_cast<char>(log[at] ^ (1 << random.bounded(8)));
    }
    return log;
}

QByteArray dropBytes(QByteArray log, QRandomGenerator& random)
{
    for (int i = random.bounded(1, 60); i > 0; --i)
        log.remove(somewhere(log, random), random.bounded(1, 40));
    return log;
}

QByteArray truncate(QByteArray log, QRandomGenerator& random)
{
    return log.left(somewhere(log, random));
}

QByteArray beginInTheMiddle(QByteArray log, QRandomGenerator& random)
{
    return log.mid(somewhere(log, random));
}

QByteArray shuffleLines(QByteArray log, QRandomGenerator& random)
{
    QByteArrayList lines = log.split('\n');
    for (qsizetype i = lines.size() - 1; i > 0; --i)
        lines.swapItemsAt(i, random.bounded(static_cast<int>(i + 1)));
    return lines.join('\n');
}

QByteArray repeatLines(QByteArray log, QRandomGenerator& random)
{
    QByteArrayList lines = log.split('\n');
    for (int i = random.bounded(1, 80); i > 0; --i) {
        const auto from = random.bounded(static_cast<int>(lines.size()));
        lines.insert(random.bounded(static_cast<int>(lines.size())), lines[from]);
    }
    return lines.join('\n');
}

QByteArray dropLines(QByteArray log, QRandomGenerator& random)
{
    QByteArrayList kept;
    for (const QByteArray& line : log.split('\n')) {
        if (random.bounded(4) != 0)
            kept.append(line);
    }
    return kept.join('\n');
}

/** A field grows beyond all measure; a line beyond the bound; numbers beyond every type. */
QByteArray hugeFields(QByteArray log, QRandomGenerator& random)
{
    for (int i = random.bounded(1, 12); i > 0; --i) {
        const qsizetype at = somewhere(log, random);
        const int length = random.bounded(3) == 0 ? random.bounded(250'000, 600'000) : random.bounded(1, 5'000);
        const char filler = "9A<>\"[] =@.,:{\\"[random.bounded(15)];
        log.insert(at, QByteArray(length, filler));
    }
    return log;
}

QByteArray strayBytes(QByteArray log, QRandomGenerator& random)
{
    static const QByteArray strays[]{QByteArray(1, '\0'), QByteArray(64, '\0'), "\xff\xfe", "\r", "\r\n", "\n\n",
        "\xef\xbb\xbf", "<22>", "<22>1 ", "{", "{\"MESSAGE\":", "[", "__CURSOR=", "__REALTIME_TIMESTAMP=1\n",
        "MESSAGE\n", " | ", "Nov 31 ", "Feb 29 23:59:60 ", "9999-12-31T23:59:59.999999999+99:99 ",
        "0000-01-01T00:00:00Z ", "last message repeated 4294967296 times", "message repeated 99999 times: [ ",
        "NOQUEUE: ", "client=", "]: ", "\xf0\x9f\x92\xa9", "status=sent (queued as ", "from=<",
        ">, size=", "nrcpt=4294967296 (queue active)"};
    for (int i = random.bounded(1, 60); i > 0; --i)
        log.insert(somewhere(log, random), strays[random.bounded(static_cast<int>(std::size(strays)))]);
    return log;
}

/** Two logs, torn and glued together: another envelope in the middle of a line. */
QByteArray glue(QByteArray log, QRandomGenerator& random)
{
    static const QByteArray other = fixture("lab.export.xz");
    const qsizetype at = somewhere(other, random);
    log.insert(somewhere(log, random), other.mid(at, 20'000));
    return log;
}

QByteArray all(QByteArray log, QRandomGenerator& random)
{
    for (const Damage damage : {flipBits, dropLines, strayBytes, repeatLines, hugeFields, dropBytes})
        log = damage(log, random);
    return log;
}

struct Named
{
    const char* name;
    Damage damage;
};
constexpr Named damages[]{{"flipped bits", flipBits}, {"dropped bytes", dropBytes}, {"truncated", truncate},
    {"begins in the middle", beginInTheMiddle}, {"shuffled", shuffleLines}, {"repeated", repeatLines},
    {"lines missing", dropLines}, {"huge fields", hugeFields}, {"stray bytes", strayBytes}, {"glued", glue},
    {"all at once", all}};

/** What must hold of every import, whatever was read. */
void check(const QString& path, const QByteArray& log, const ImportOptions& options)
{
    const auto result = importLogs({path}, options);
    if (!result) { // refused, with a reason
        QVERIFY(result.error().code == ErrorCode::NotALog || result.error().code == ErrorCode::UnusableRendering);
        QCOMPARE(result.error().subject, path);
        QVERIFY(!result.error().detail.isEmpty());
        return;
    }
    const FactTable& facts = *result->facts;
    const ImportState& state = result->state;
    const auto lines = static_cast<std::uint64_t>(log.count('\n')) + 1;

    // Every byte: read to the end, or to the last whole line (or journal entry), of which a note says that it waits.
    QCOMPARE(state.sources.size(), std::size_t{1});
    const SourceReport& source = state.sources.front();
    const auto size = static_cast<std::uint64_t>(log.size());
    QVERIFY(source.bytes <= size);
    if (source.bytes != size)
        QVERIFY(notes(state.notes, ImportNote::Code::PartialLastLine) > 0);
    QVERIFY(source.lines <= lines);
    QVERIFY(source.skipped <= source.lines);
    QCOMPARE(notes(state.notes, ImportNote::Code::SkippedLines), source.skipped);
    QCOMPARE(state.pieces.size(), std::size_t{1});
    QCOMPARE(state.pieces.front().consumed, source.bytes);

    // No figure from nothing: a message is at least its line.
    std::uint64_t messages = 0;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        messages += facts.messages(i);
        QVERIFY(facts.domains.text(facts.domain(i)).size() <= 255);
        QVERIFY(facts.host(facts.hostIdAt(i)).name.size() <= 255);
        QVERIFY(facts.tls(facts.tlsIdAt(i)).cipher.size() <= 80);
        QVERIFY(facts.recipients(i) >= facts.messages(i));
        for (const int place : {0, 1}) {
            if (!facts.evidence(i, place).isNull())
                QVERIFY(facts.evidence(i, place).offset() < size);
        }
    }
    QVERIFY(messages <= lines);
    QVERIFY(facts.size() <= lines);
    QVERIFY(facts.hostCount() <= lines + 1);
    QVERIFY(facts.domains.size() <= 2 * lines + 1);
    QVERIFY(result->excluded.reinjected + result->excluded.internal + result->excluded.authenticated <= lines);
    for (const auto& [server, open] : state.joiners)
        QVERIFY2(open.size() < 1'000'000 + 4 * log.size(), server.c_str());

    // What is kept can be taken up again.
    QCOMPARE(difference(dump(openState(state)), dump(*result)), QByteArray());
    const auto again = importLogs({path}, options, &state);
    QVERIFY(again.hasValue());
    QCOMPARE(difference(dump(*again), dump(*result)), QByteArray());
}

} // namespace

void DamageTest::survives_data()
{
    QTest::addColumn<QByteArray>("log");
    QTest::addColumn<int>("damage");
    for (int i = 0; i < static_cast<int>(std::size(damages)); ++i) {
        for (const char* name :
            {"baseline.log.xz", "lab.short-full.xz", "lab.json.xz", "lab.export.xz", "outbound-policy.log.xz"})
            QTest::addRow("%s, %s", name, damages[i].name) << fixture(name) << i;
    }
}

void DamageTest::survives()
{
    QFETCH(QByteArray, log);
    QFETCH(int, damage);
    const LogFolder folder;
    for (quint32 seed = 1; seed <= 3; ++seed) {
        QRandomGenerator random(seed * 1000 + static_cast<quint32>(damage));
        const QByteArray damaged = damages[damage].damage(log, random);
        const QString path = folder.write(u"log.%1"_s.arg(seed), damaged);
        check(path, damaged, openOptions());
        if (QTest::currentTestFailed()) {
            qWarning("seed %u", seed);
            return;
        }
    }
}

void DamageTest::survivesArchives_data()
{
    QTest::addColumn<QByteArray>("filter");
    for (const char* filter : {"gzip", "xz", "zstd", "bzip2"})
        QTest::newRow(filter) << QByteArray(filter);
}

/** What breaks off is said; what came before is read, and no more than there is. */
void DamageTest::survivesArchives()
{
    QFETCH(QByteArray, filter);
    const QByteArray log = fixture("baseline.log.xz");
    const QByteArray whole = compressed(log, filter.constData());
    const LogFolder folder;
    for (quint32 seed = 1; seed <= 12; ++seed) {
        QRandomGenerator random(seed);
        const QByteArray damaged = seed % 2 == 0 ? truncate(whole, random) : flipBits(whole, random);
        const QString path = folder.write(u"log.%1"_s.arg(seed), damaged);
        const auto result = importLogs({path}, openOptions());
        if (!result) {
            QVERIFY(result.error().code == ErrorCode::DamagedArchive || result.error().code == ErrorCode::NotALog);
            continue;
        }
        QVERIFY(messagesOf(*result->facts, Direction::Inbound) <= 217);
        if (result->state.sources.front().bytes < static_cast<std::uint64_t>(log.size()))
            QVERIFY(notes(result->state.notes, ImportNote::Code::DamagedArchive)
                    + notes(result->state.notes, ImportNote::Code::PartialLastLine)
                > 0);
    }
}

/** Damage changes nothing of that: read as it grew, a log says what it says when it is whole. */
void DamageTest::readsInPiecesWhatItReadsAtOnce()
{
    for (quint32 seed = 1; seed <= 6; ++seed) {
        QRandomGenerator random(seed);
        QByteArray log = fixture("baseline.log.xz");
        for (const Damage damage : {flipBits, dropLines, repeatLines, dropBytes})
            log = damage(log, random);
        if (!log.endsWith('\n'))
            log += '\n';
        const QByteArray whole = dump(importBytes(log, openOptions()));
        const LogFolder folder;
        const qsizetype first = random.bounded(1000, static_cast<int>(log.size()));
        folder.write(u"mail.log"_s, log.left(first));
        const ImportResult begun = import({folder.path(u"mail.log"_s)}, openOptions());
        folder.append(u"mail.log"_s, log.mid(first));
        const ImportResult grown = import({folder.path(u"mail.log"_s)}, openOptions(), &begun.state);
        QCOMPARE(difference(dump(grown), whole), QByteArray());
    }
}

QTEST_GUILESS_MAIN(DamageTest)
#include "tst_damage.moc"
