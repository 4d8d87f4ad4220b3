// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Bytes of files: plain, compressed, cut, growing, shrinking, and what is no file.

#include "model/records/bytestream.h"
#include "testlog.h"

#include <QRandomGenerator>

#include <atomic>
#include <thread>

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace waxseal;
using namespace waxseal::test;
using namespace Qt::StringLiterals;

class ByteStreamTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void skips_data();
    void skips();
    void joinedArchives_data();
    void joinedArchives();
    void damagedArchives_data();
    void damagedArchives();
    void gzipDamageIsNamed_data();
    void gzipDamageIsNamed();
    void inputThatDoesNotWait();
    void aFileMayGrow();
    void aFileMayShrink();
    void aPipeIsRead_data();
    void aPipeIsRead();
    void whatIsNoFile();
    void namesThatAreNoText();
    void aheadIsTheSame();
    void aheadMayBeLeft();
};

namespace {

/** Text that compresses as logs do. */
QByteArray someLog(int lines)
{
    QRandomGenerator random(42);
    QByteArray out;
    for (int i = 0; i < lines; ++i)
        out += "Nov 22 12:45:03 mx postfix/smtpd[" + QByteArray::number(random.bounded(100)) + "]: line "
            + QByteArray::number(random.generate()) + '\n';
    return out;
}

std::unique_ptr<ByteStream> open(const QString& path)
{
    auto opened = openStream(path);
    if (!opened) {
        QTest::qFail(qPrintable(opened.error().detail), __FILE__, __LINE__);
        return nullptr;
    }
    return std::move(*opened);
}

QByteArray rest(ByteStream& stream, std::size_t portion = 65'536)
{
    QByteArray out;
    std::vector<char> buffer(portion);
    while (const std::size_t got = stream.read(buffer))
        out.append(buffer.data(), static_cast<qsizetype>(got));
    return out;
}

void forms()
{
    QTest::addColumn<QByteArray>("filter"); // empty: plain
    for (const char* filter : {"", "gzip", "xz", "zstd", "bzip2"})
        QTest::newRow(*filter == '\0' ? "plain" : filter) << QByteArray(filter);
}

QByteArray packed(const QByteArray& bytes, const QByteArray& filter)
{
    return filter.isEmpty() ? bytes : compressed(bytes, filter.constData());
}

} // namespace

void ByteStreamTest::reads_data()
{
    forms();
}

void ByteStreamTest::reads()
{
    QFETCH(QByteArray, filter);
    const LogFolder folder;
    for (const QByteArray& bytes : {QByteArray(), QByteArray("x"), someLog(30'000)}) {
        const QByteArray onDisk = packed(bytes, filter);
        const QString path = folder.write(u"log"_s, onDisk); // the name says nothing of the form
        for (const std::size_t portion : {std::size_t{7}, std::size_t{65'536}, std::size_t{4'000'000}}) {
            if (portion == 7 && bytes.size() > 100'000)
                continue;
            const auto stream = open(path);
            QVERIFY(stream != nullptr);
            QCOMPARE(stream->isCompressed(), !filter.isEmpty());
            QCOMPARE(stream->isFinal(), !filter.isEmpty()); // a plain file may grow
            QCOMPARE(rest(*stream, portion), bytes);
            QVERIFY(!stream->error());
            QCOMPARE(stream->rawPosition(), static_cast<std::uint64_t>(onDisk.size()));
        }
    }
}

void ByteStreamTest::skips_data()
{
    forms();
}

void ByteStreamTest::skips()
{
    QFETCH(QByteArray, filter);
    const LogFolder folder;
    const QByteArray bytes = someLog(5'000);
    const QString path = folder.write(u"log"_s, packed(bytes, filter));
    for (const qsizetype count : {qsizetype{0}, qsizetype{1}, qsizetype{100'000}, bytes.size()}) {
        const auto stream = open(path);
        QVERIFY(stream->skip(static_cast<std::uint64_t>(count)));
        QCOMPARE(rest(*stream), bytes.mid(count));
    }
    QVERIFY(!open(path)->skip(static_cast<std::uint64_t>(bytes.size()) + 1));
    QVERIFY(!open(path)->skip(UINT64_MAX / 2));
}

void ByteStreamTest::joinedArchives_data()
{
    QTest::addColumn<QByteArray>("filter");
    for (const char* filter : {"gzip", "xz", "zstd", "bzip2"})
        QTest::newRow(filter) << QByteArray(filter);
}

/** `cat mail.log.2.gz mail.log.1.gz` is an archive, too. */
void ByteStreamTest::joinedArchives()
{
    QFETCH(QByteArray, filter);
    const LogFolder folder;
    const QByteArray one = someLog(1'000);
    const QByteArray two = "and more\n";
    const auto stream = open(folder.write(u"log"_s, packed(one, filter) + packed(two, filter)));
    QCOMPARE(rest(*stream), QByteArray(one + two));
    QVERIFY(!stream->error());
}

void ByteStreamTest::damagedArchives_data()
{
    joinedArchives_data();
}

/** What can be read is read; that it is not all is said, and nothing crashes. */
void ByteStreamTest::damagedArchives()
{
    QFETCH(QByteArray, filter);
    const LogFolder folder;
    const QByteArray bytes = someLog(4'000);
    const QByteArray whole = packed(bytes, filter);
    const auto readDamaged = [&](const QByteArray& onDisk) {
        auto stream = openStream(folder.write(u"log"_s, onDisk));
        if (!stream) {
            QCOMPARE(stream.error().code, ErrorCode::DamagedArchive);
            return;
        }
        const QByteArray read = rest(**stream);
        QVERIFY2((*stream)->error().has_value(), qPrintable(QString::number(onDisk.size())));
        QCOMPARE((*stream)->error()->code, ErrorCode::DamagedArchive);
        QVERIFY(bytes.startsWith(read));
        QVERIFY(!(*stream)->error()->detail.isEmpty());
        char more = 0;
        QCOMPARE((*stream)->read({&more, 1}), std::size_t{0}); // an end stays one
    };
    // All but the last blocks of an archive that breaks off near its end come out, whatever the portion asked for.
    const QByteArray large = someLog(60'000);
    auto broken = openStream(folder.write(u"log"_s, packed(large, filter).chopped(40)));
    QVERIFY(broken.hasValue());
    QVERIFY(filter == "bzip2" || rest(**broken, 8'000'000).size() > large.size() / 2); // bzip2's blocks are of 900 kB

    for (const qsizetype keep : {whole.size() / 2, whole.size() - 12, qsizetype{40}, qsizetype{7}})
        readDamaged(whole.first(keep));

    // Whatever is flipped, what comes out is bytes and an end.
    QRandomGenerator random(7);
    for (int i = 0; i < 40; ++i) {
        QByteArray flipped = whole;
        const auto at = random.bounded(6, static_cast<int>(whole.size()));
        flipped[at] = static_cast<char>(flipped[at] ^ (1 << random.bounded(8)));
        auto stream = openStream(folder.write(u"log"_s, flipped));
        if (stream)
            QVERIFY(rest(**stream).size() <= 64 * bytes.size());
    }
}

void ByteStreamTest::gzipDamageIsNamed_data()
{
    // RFC 1952: a member ends with the CRC-32 of its bytes and their number, four bytes each.
    const QByteArray good = compressed(someLog(4'000), "gzip");
    const auto flipped = [&](qsizetype fromEnd) {
        QByteArray out = good;
        out[out.size() - fromEnd] = static_cast<char>(out[out.size() - fromEnd] ^ 1);
        return out;
    };
    QTest::addColumn<QByteArray>("archive");
    QTest::addColumn<QString>("damage"); // empty: none
    QTest::addColumn<bool>("isComplete"); // all bytes come out none the less
    QTest::newRow("sound") << good << QString() << true;
    QTest::newRow("wrong checksum") << flipped(8) << u"incorrect data check"_s << true;
    QTest::newRow("wrong length") << flipped(1) << u"incorrect length check"_s << true;
    QTest::newRow("without its length") << good.chopped(4) << u"truncated"_s << true;
    QTest::newRow("without its checksum") << good.chopped(8) << u"truncated"_s << true;
    QTest::newRow("half of it") << good.first(good.size() / 2) << u"truncated"_s << false;
    QTest::newRow("text behind it") << good + "Nov 22 12:00:00" << u"trailing garbage"_s << true;
    QTest::newRow("another magic behind it") << good + "\x1f\x8c\x08" << u"trailing garbage"_s << true;
    QTest::newRow("zeros behind it") << good + QByteArray(512, '\0') << QString() << true; // tapes pad
}

void ByteStreamTest::gzipDamageIsNamed()
{
    QFETCH(QByteArray, archive);
    QFETCH(QString, damage);
    QFETCH(bool, isComplete);
    const LogFolder folder;
    const QByteArray bytes = someLog(4'000);
    for (const bool ahead : {false, true}) {
        auto stream = open(folder.write(u"mail.log.gz"_s, archive));
        if (ahead)
            stream = readAhead(std::move(stream));
        const QByteArray read = rest(*stream);
        QCOMPARE(stream->error() ? stream->error()->detail : QString(), damage);
        QVERIFY(bytes.startsWith(read));
        QCOMPARE(read.size() == bytes.size(), isComplete);
    }
}

/** A standard input that somebody made non-blocking (a shell's job, ssh): empty for now is not its end. */
void ByteStreamTest::inputThatDoesNotWait()
{
    int ends[2];
    QCOMPARE(::pipe(ends), 0);
    QCOMPARE(::fcntl(ends[0], F_SETFL, O_NONBLOCK), 0);
    const int before = ::dup(0);
    QVERIFY(::dup2(ends[0], 0) == 0);
    const QByteArray bytes = someLog(300);
    std::atomic<bool> isGone{false}; // the reader
    std::thread writer([&] {
        for (qsizetype at = 0; at < bytes.size(); at += 97) {
            const qsizetype count = std::min<qsizetype>(97, bytes.size() - at);
            if (::write(ends[1], bytes.constData() + at, static_cast<std::size_t>(count)) != count)
                break;
            int unread = 1; // until it is taken, so that the reader meets an empty pipe
            while (unread > 0 && !isGone && ::ioctl(ends[1], FIONREAD, &unread) == 0)
                std::this_thread::yield();
        }
        ::close(ends[1]);
    });
    const auto stream = open(u"-"_s);
    const QByteArray read = rest(*stream);
    isGone = true;
    writer.join();
    ::dup2(before, 0);
    ::close(before);
    ::close(ends[0]);
    QCOMPARE(read, bytes);
    QVERIFY(!stream->error());
}

void ByteStreamTest::aFileMayGrow()
{
    const LogFolder folder;
    const QString path = folder.write(u"log"_s, "one\n");
    const auto stream = open(path);
    QCOMPARE(rest(*stream), QByteArray("one\n"));
    folder.append(u"log"_s, "two\n");
    QCOMPARE(rest(*stream), QByteArray("two\n"));
    QCOMPARE(stream->rawPosition(), 8U);
}

/** copytruncate: the end comes early, and that is all. */
void ByteStreamTest::aFileMayShrink()
{
    const LogFolder folder;
    const QByteArray bytes = someLog(10'000);
    const QString path = folder.write(u"log"_s, bytes);
    const auto stream = open(path);
    char some[1000];
    QCOMPARE(stream->read(some), sizeof some);
    QVERIFY(QFile::resize(path, 1500));
    QCOMPARE(rest(*stream), bytes.mid(1000, 500));
    QVERIFY(QFile::resize(path, 0));
    QCOMPARE(rest(*stream), QByteArray());
    QVERIFY(!stream->skip(1));
    QVERIFY(!stream->error());
}

void ByteStreamTest::aPipeIsRead_data()
{
    forms();
}

void ByteStreamTest::aPipeIsRead()
{
    QFETCH(QByteArray, filter);
    const LogFolder folder;
    const QString path = folder.path(u"pipe"_s);
    QCOMPARE(::mkfifo(qPrintable(path), 0600), 0);
    for (const QByteArray& bytes : {QByteArray("x"), someLog(10'000)}) {
        const QByteArray onDisk = packed(bytes, filter);
        std::thread writer([&] {
            QFile file(path);
            if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
                return;
            for (qsizetype i = 0; i < std::min<qsizetype>(onDisk.size(), 9); ++i)
                file.write(onDisk.constData() + i, 1); // so that its first bytes come one by one
            file.write(onDisk.mid(9));
        });
        const auto stream = open(path);
        QVERIFY(stream != nullptr);
        QCOMPARE(stream->isCompressed(), !filter.isEmpty());
        QVERIFY(stream->isFinal()); // its end is the end
        const qsizetype skipped = bytes.size() / 3;
        QVERIFY(stream->skip(static_cast<std::uint64_t>(skipped)));
        QCOMPARE(rest(*stream), bytes.mid(skipped));
        QVERIFY(!stream->error());
        QCOMPARE(stream->rawPosition(), static_cast<std::uint64_t>(onDisk.size()));
        writer.join();
    }
}

void ByteStreamTest::whatIsNoFile()
{
    const LogFolder folder;
    for (const QString& path : {folder.path(u"absent"_s), folder.path(), QString(u"/dev/null/x"_s)}) {
        const auto stream = openStream(path);
        QVERIFY(!stream);
        QCOMPARE(stream.error().code, ErrorCode::CannotOpen);
        QVERIFY(!stream.error().detail.isEmpty());
    }
    QTest::ignoreMessage(QtWarningMsg, "QFSFileEngine::open: No file name specified");
    QVERIFY(!openStream({}));
    const auto null = open(u"/dev/null"_s);
    QCOMPARE(rest(*null), QByteArray());
    const auto endless = open(u"/dev/zero"_s); // no end: whoever reads must have a bound
    std::vector<char> buffer(100'000, 'x');
    QVERIFY(endless->read(buffer) > 0);
    QCOMPARE(buffer.front(), '\0');
}

void ByteStreamTest::namesThatAreNoText()
{
    const LogFolder folder;
    const QByteArray bytes = someLog(100);
    for (const QString& name : {u"mäil lög\n$(x).gz"_s, u"-"_s, u"%1 %n"_s}) {
        const QString path = folder.write(name, compressed(bytes, "gzip"));
        QCOMPARE(rest(*open(path)), bytes);
    }
}

void ByteStreamTest::aheadIsTheSame()
{
    const LogFolder folder;
    for (const int lines : {0, 10, 100'000}) {
        const QByteArray bytes = someLog(lines);
        const QString path = folder.write(u"log"_s, compressed(bytes, "gzip"));
        const auto stream = readAhead(open(path));
        QVERIFY(stream->isCompressed() && stream->isFinal());
        QVERIFY(stream->skip(static_cast<std::uint64_t>(bytes.size() / 3)));
        QCOMPARE(rest(*stream, 10'007), bytes.mid(bytes.size() / 3));
        QVERIFY(!stream->error());
    }
    const QByteArray cut = compressed(someLog(100'000), "gzip").chopped(5000);
    const auto stream = readAhead(open(folder.write(u"log"_s, cut)));
    QVERIFY(rest(*stream).size() > 1'000'000);
    QVERIFY(stream->error().has_value());
}

void ByteStreamTest::aheadMayBeLeft()
{
    const LogFolder folder;
    const QString path = folder.write(u"log"_s, compressed(someLog(200'000), "gzip"));
    for (const std::size_t taken : {std::size_t{0}, std::size_t{1}, std::size_t{1'500'000}}) {
        const auto stream = readAhead(open(path));
        if (taken > 0)
            QVERIFY(stream->skip(taken));
    }
}

QTEST_GUILESS_MAIN(ByteStreamTest)
#include "tst_bytestream.moc"
