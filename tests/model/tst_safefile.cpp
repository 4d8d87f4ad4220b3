// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/core/safefile.h"
#include "model/exporter/exporter.h"
#include "tests/fulldisk.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace waxseal;
using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(no file)");
}

QStringList names(const QTemporaryDir& folder)
{
    return QDir(folder.path())
        .entryList(QDir::AllEntries | QDir::System | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
}

} // namespace

class SafeFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesAndReplaces();
    void aFullDiskLeavesTheOldFile_data();
    void aFullDiskLeavesTheOldFile();
    void exportsLeaveTheOldSet();
    void onlyPlainFilesAreReplaced();
    void linksAreFollowed();
    void longNames();
    void ofTwoNewFilesOneStays();
    void changesOfOthersAreNoticed();
    void noUpdateIsLost();
};

void SafeFileTest::writesAndReplaces()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.txt"_s);
    QVERIFY(writeSafely(path, "one", Overwrite::No));
    QCOMPARE(bytesOf(path), QByteArray("one"));
    QCOMPARE(writeSafely(path, "two", Overwrite::No).error().code, ErrorCode::AlreadyExists);
    QCOMPARE(bytesOf(path), QByteArray("one"));
    QVERIFY(writeSafely(path, QByteArray(1'000'000, 'x')));
    QCOMPARE(bytesOf(path), QByteArray(1'000'000, 'x'));
    QVERIFY(writeSafely(path, {}));
    QCOMPARE(bytesOf(path), QByteArray());
    QCOMPARE(names(folder), QStringList{u"a.txt"_s});
    {
        SafeFile dropped(path);
        QVERIFY(dropped.open());
        QVERIFY(dropped.write("never"));
    }
    QCOMPARE(bytesOf(path), QByteArray());
    QCOMPARE(names(folder), QStringList{u"a.txt"_s});
}

void SafeFileTest::aFullDiskLeavesTheOldFile_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("room");
    QTest::newRow("nothing fits") << 1 << 0;
    QTest::newRow("less than a buffer") << 1000 << 0; // QSaveFile says that this is written
    QTest::newRow("the last byte") << 1000 << 999;
    QTest::newRow("large") << 300'000 << 100'000;
}

void SafeFileTest::aFullDiskLeavesTheOldFile()
{
    QFETCH(int, size);
    QFETCH(int, room);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.txt"_s);
    QVERIFY(writeSafely(path, "old"));
    Status status = std::monostate{};
    Status fresh = std::monostate{};
    {
        const test::FullDisk disk(static_cast<quint64>(room));
        if (!disk.works())
            QSKIP("no limit on file sizes here");
        status = writeSafely(path, QByteArray(size, 'n'));
        fresh = writeSafely(folder.filePath(u"b.txt"_s), QByteArray(size, 'n'));
    }
    QVERIFY(!status && !fresh);
    QCOMPARE(status.error().code, ErrorCode::CannotWrite);
    QVERIFY(!status.error().detail.isEmpty());
    QCOMPARE(bytesOf(path), QByteArray("old"));
    QCOMPARE(names(folder), QStringList{u"a.txt"_s});
}

void SafeFileTest::exportsLeaveTheOldSet()
{
    const QTemporaryDir folder;
    const auto planOf = [](const QByteArray& first, const QByteArray& second) {
        ExportPlan plan;
        plan.files = {{u"map"_s, first}, {u"settings"_s, second}};
        return plan;
    };
    QVERIFY(writeExport(planOf("bank.example encrypt\n", "old\n"), folder.path(), false));
    Status status = std::monostate{};
    {
        const test::FullDisk disk(100);
        if (!disk.works())
            QSKIP("no limit on file sizes here");
        // The first fits, the second does not: neither is replaced.
        status = writeExport(planOf("new\n", QByteArray(200, 'n')), folder.path(), true);
    }
    QVERIFY(!status);
    QCOMPARE(bytesOf(folder.filePath(u"map"_s)), QByteArray("bank.example encrypt\n"));
    QCOMPARE(bytesOf(folder.filePath(u"settings"_s)), QByteArray("old\n"));
    QCOMPARE(names(folder), (QStringList{u"map"_s, u"settings"_s}));
}

void SafeFileTest::onlyPlainFilesAreReplaced()
{
    const QTemporaryDir folder;
    QCOMPARE(writeSafely(folder.path(), "x").error().code, ErrorCode::CannotWrite);
    QCOMPARE(writeSafely(folder.filePath(u"none/x"_s), "x").error().code, ErrorCode::CannotWrite);
#ifdef Q_OS_UNIX
    const QString fifo = folder.filePath(u"fifo"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(fifo).constData(), 0600), 0);
    QCOMPARE(writeSafely(fifo, "x").error().code, ErrorCode::NotAPlainFile);
    QCOMPARE(checkTarget(fifo, Overwrite::Yes).error().code, ErrorCode::NotAPlainFile);
    struct stat status = {};
    QCOMPARE(::lstat(QFile::encodeName(fifo).constData(), &status), 0);
    QVERIFY(S_ISFIFO(status.st_mode));

    const QString device = folder.filePath(u"device"_s); // a link, so that a failure of this test harms no device
    QVERIFY(QFile::link(u"/dev/null"_s, device));
    QCOMPARE(writeSafely(device, "x").error().code, ErrorCode::NotAPlainFile);

    const QString dangling = folder.filePath(u"dangling"_s);
    QVERIFY(QFile::link(folder.filePath(u"nowhere"_s), dangling));
    for (const Overwrite overwrite : {Overwrite::No, Overwrite::Yes})
        QCOMPARE(writeSafely(dangling, "x", overwrite).error().code, ErrorCode::DanglingLink);
    QCOMPARE(names(folder), (QStringList{u"dangling"_s, u"device"_s, u"fifo"_s}));

    ExportPlan plan;
    for (const QString& name : {u"fifo"_s, u"device"_s, u"dangling"_s}) {
        plan.files = {{name, "x"}};
        QVERIFY(!writeExport(plan, folder.path(), true));
    }
    QVERIFY(!QFileInfo::exists(folder.filePath(u"nowhere"_s)));
#endif
}

void SafeFileTest::linksAreFollowed()
{
    const QTemporaryDir folder;
    QVERIFY(writeSafely(folder.filePath(u"real"_s), "old"));
    QVERIFY(QFile::setPermissions(folder.filePath(u"real"_s), QFile::ReadOwner | QFile::WriteOwner));
    QVERIFY(QFile::link(folder.filePath(u"real"_s), folder.filePath(u"link"_s)));
    QVERIFY(writeSafely(folder.filePath(u"link"_s), "new"));
    QVERIFY(QFileInfo(folder.filePath(u"link"_s)).isSymLink());
    QCOMPARE(bytesOf(folder.filePath(u"real"_s)), QByteArray("new"));
    const auto others = QFile::ReadGroup | QFile::ReadOther;
    QCOMPARE(QFile::permissions(folder.filePath(u"real"_s)) & others, QFile::Permissions());
}

void SafeFileTest::longNames()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QString(255, u'n'));
    QVERIFY(writeSafely(path, "x"));
    QVERIFY(writeSafely(path, "y"));
    QCOMPARE(bytesOf(path), QByteArray("y"));
}

void SafeFileTest::ofTwoNewFilesOneStays()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"new"_s);
    SafeFile first(path, Overwrite::No);
    SafeFile second(path, Overwrite::No);
    QVERIFY(first.open() && second.open());
    QVERIFY(first.write("first") && second.write("second"));
    QVERIFY(first.commit());
    QCOMPARE(first.stamp(), fileStamp(path));
    QCOMPARE(second.commit().error().code, ErrorCode::AlreadyExists);
    QCOMPARE(bytesOf(path), QByteArray("first"));
}

void SafeFileTest::changesOfOthersAreNoticed()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a"_s);
    QCOMPARE(fileStamp(path), FileStamp{});
    QVERIFY(writeSafely(path, "one"));
    const FileStamp seen = fileStamp(path);
    SafeFile mine(path);
    QVERIFY(mine.open() && mine.write("mine"));
    QVERIFY(writeSafely(path, "two"));
    QCOMPARE(mine.commit(seen).error().code, ErrorCode::ChangedMeanwhile);
    QCOMPARE(bytesOf(path), QByteArray("two"));
    SafeFile absent(path);
    QVERIFY(absent.open() && absent.write("absent"));
    QCOMPARE(absent.commit(FileStamp{}).error().code, ErrorCode::ChangedMeanwhile); // there was none when it was looked
    SafeFile again(path);
    QVERIFY(again.open() && again.write("again"));
    QVERIFY(again.commit(fileStamp(path)));
    QCOMPARE(bytesOf(path), QByteArray("again"));
}

void SafeFileTest::noUpdateIsLost()
{
    // Four at once add a line each, many times; whoever was told "done" must be found in the file.
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"lines"_s);
    QVERIFY(writeSafely(path, {}));
    std::atomic<int> done{0};
    std::atomic<bool> failed{false};
    const auto work = [&](char name) {
        for (int i = 0; i < 40; ++i) {
            const FileStamp seen = fileStamp(path);
            const QByteArray content = bytesOf(path);
            SafeFile file(path);
            if (!file.open() || !file.write(content + name + '\n')) {
                failed = true;
                return;
            }
            const Status status = file.commit(seen);
            if (status)
                ++done;
            else if (status.error().code != ErrorCode::ChangedMeanwhile)
                failed = true;
        }
    };
    std::vector<std::thread> threads;
    for (const char name : {'a', 'b', 'c', 'd'})
        threads.emplace_back(work, name);
    for (std::thread& thread : threads)
        thread.join();
    QVERIFY(!failed);
    QVERIFY(done > 0);
    QCOMPARE(bytesOf(path).count('\n'), static_cast<qsizetype>(done));
}

QTEST_GUILESS_MAIN(SafeFileTest)
#include "tst_safefile.moc"
