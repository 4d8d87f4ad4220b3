// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/core/domainname.h"
#include "model/witness/tlsreport.h"
#include "model/workspace/workspace.h"
#include "tests/fulldisk.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace waxseal;
using namespace Qt::StringLiterals;

namespace {

FactTable facts(int rows)
{
    FactTable table;
    const TlsId modern = table.tlsId({TlsState::Tls, TlsVersion::Tls13, Trust::Verified, "TLS_AES_256_GCM_SHA384"});
    const TlsId old = table.tlsId({TlsState::Tls, TlsVersion::Tls10, Trust::Anonymous,
        "odd\xff"
        "bytes"});
    const TlsId clear = table.tlsId({TlsState::Plaintext, TlsVersion::Unknown, Trust::Unknown, {}});
    const auto log = static_cast<FileId>(table.files.id("/var/log/mail.log"));
    const auto other = static_cast<FileId>(table.files.id("/var/log/n\xc3\xa4me\xff.gz"));
    for (int i = 0; i < rows; ++i) {
        FactKey key;
        key.day = static_cast<Day>(20000 + i % 30);
        key.direction = static_cast<Direction>(i % 3);
        key.spam = static_cast<SpamVerdict>(i / 3 % 3);
        key.fellBack = i % 7 == 0;
        key.tls = std::array{TlsId{0}, modern, old, clear}[static_cast<std::size_t>(i % 4)];
        key.domain
            = i % 50 == 0 ? table.domains.id(nullSender) : table.domains.id("d" + std::to_string(i) + ".example");
        key.nextHop = key.direction == Direction::Outbound ? table.domains.id("relay.example") : 0;
        const auto address = IpAddress::parse(
            i % 2 == 0 ? "192.0.2." + std::to_string(i % 200) : "2001:db8::" + std::to_string(i % 9));
        key.host = table.hostId(*address, i % 5 == 0 ? "mx.d.example" : "unknown");
        table.add(key, static_cast<std::uint32_t>(i % 9 + 1), static_cast<std::uint32_t>(i % 9 + 2),
            Evidence::at(i % 2 == 0 ? log : other, 0xFFFF'FFFF'0000U + static_cast<unsigned>(i)));
        if (i % 3 == 0)
            table.add(key, 1, 1, Evidence::at(log, static_cast<unsigned>(i)));
    }
    return table;
}

Workspace sample(int rows = 500)
{
    Workspace workspace;
    ImportState& state = workspace.state;
    state.settled = facts(rows);
    state.excluded = {1, 2, 3, 4};
    state.pieces.push_back(
        {u"/var/log/mail.log"_s, QByteArray("\0\1head", 6), 1024, 987654321, QByteArray("tail"), 64, 2026});
    state.pieces.push_back({});
    state.notes.push_back({ImportNote::Code::SkippedFile, 3, u"/x/ü"_s, u"empty"_s});
    state.notes.push_back({ImportNote::Code::TooManyOpen, 1, {}, {}, "postfix"});
    state.sources.push_back({u"/var/log/mail.log"_s, u"postfix"_s, u"bsd"_s, 1000, 20, 1});
    state.firstTime = 1'790'000'000'000'000;
    state.lastTime = -5;
    state.joiners = {{"another-server", QByteArray("more")}, {"postfix", QByteArray("open\0messages", 13)}};
    state.timeZone = "Europe/Berlin";
    state.internal = defaultInternalNetworks();
    state.localDomains = {"own.example", "xn--mller-kva.example"};
    if (!state.routing.setRelayHost("[relay.example]:587")
        || !state.routing.addTransports(
            "bank.example smtp:[mx.bank.example]\n.direct.example smtp:\n* smtp:far.example:26\n"))
        QTest::qFail("no such routing", __FILE__, __LINE__);
    workspace.testsVote = false;
    workspace.period = {0, {20'758, 20'787}};
    workspace.policy.inbound.byDefault = *Requirement::parse("encrypt>=1.2", Direction::Inbound);
    workspace.policy.inbound.refusal = Refusal::Now;
    workspace.policy.inbound.rows[{"bank.example", true}] = *Requirement::parse("trusted", Direction::Inbound);
    workspace.policy.inbound.rows[{"bank.example", false}] = {};
    workspace.policy.inbound.rows[{"<>", false}] = {};
    workspace.policy.outbound.rows[{"uni.example", true}] = *Requirement::parse("dane-only", Direction::Outbound);
    workspace.choices.of(Direction::Inbound)[{"example.com", false}] = {Level::Encrypt, TlsVersion::Tls12};
    workspace.choices.of(Direction::Inbound)[{"off.example", true}] = {};
    workspace.choices.of(Direction::Outbound)[{"[mx.example.net]:587", false}] = {Level::Dane, TlsVersion::Unknown};
    workspace.choices.notes["example.com"] = "Wrote to them, Größe 1";
    for (const char* id : {"r1", "r2"}) {
        TlsReport report{"Sender Inc.", "sender.example", id, 1'790'000'000, 1'790'086'399, {}};
        report.policies.push_back({"own.example", "sts", "enforce", 10, 3,
            {{"certificate-expired", "x509", "see \"there\"", "192.0.2.7", "mx.own.example", "192.0.2.1", 2}}});
        workspace.witnesses.add(report);
    }
    workspace.witnesses.add(
        SaferEmail{"bank.example", "mx.bank.example", "001", "2026-11", Direction::Outbound, 999'999});
    workspace.witnesses.add(SaferEmail{"yahoo.{...}", {}, "001", {}, Direction::Inbound, 0});
    workspace.choices.muted = {"<>", "example.com"};
    KeptPolicy kept;
    kept.isA = false;
    kept.policy.byDefault = *Requirement::parse("encrypt", Direction::Inbound);
    kept.policy.refusal = Refusal::Now;
    kept.policy.rows[{"kept.example", true}] = {};
    kept.pins[{"kept.example", true}] = {};
    workspace.choices.kept[0] = std::make_shared<const KeptPolicy>(kept);
    workspace.probes.push_back(
        {u"bank.example"_s, QDateTime(QDate(2026, 11, 22), QTime(1, 2, 3, 4), Qt::UTC), "{\"domain\":1}"});
    return workspace;
}

void compare(const FactTable& a, const FactTable& b)
{
    QCOMPARE(a.size(), b.size());
    QCOMPARE(a.domains.size(), b.domains.size());
    QCOMPARE(a.files.size(), b.files.size());
    QCOMPARE(a.hostCount(), b.hostCount());
    QCOMPARE(a.tlsCount(), b.tlsCount());
    for (std::uint32_t i = 0; i < a.domains.size(); ++i)
        QVERIFY(a.domains.text(i) == b.domains.text(i));
    for (std::uint32_t i = 0; i < a.files.size(); ++i)
        QVERIFY(a.files.text(i) == b.files.text(i));
    for (std::uint32_t i = 0; i < a.hostCount(); ++i)
        QVERIFY(a.host(i).address == b.host(i).address && a.host(i).name == b.host(i).name);
    for (std::size_t i = 0; i < a.tlsCount(); ++i)
        QVERIFY(a.tls(static_cast<TlsId>(i)) == b.tls(static_cast<TlsId>(i)));
    for (std::size_t i = 0; i < a.size(); ++i)
        QVERIFY(a.row(i) == b.row(i));
}

void compare(const Workspace& a, const Workspace& b)
{
    compare(a.state.settled, b.state.settled);
    QVERIFY(a.state.excluded == b.state.excluded);
    QVERIFY(a.state.pieces == b.state.pieces);
    QVERIFY(a.state.notes == b.state.notes);
    QCOMPARE(a.state.sources.size(), b.state.sources.size());
    for (std::size_t i = 0; i < a.state.sources.size(); ++i) {
        QCOMPARE(a.state.sources[i].path, b.state.sources[i].path);
        QCOMPARE(a.state.sources[i].format, b.state.sources[i].format);
        QCOMPARE(a.state.sources[i].envelope, b.state.sources[i].envelope);
        QCOMPARE(a.state.sources[i].bytes, b.state.sources[i].bytes);
        QCOMPARE(a.state.sources[i].lines, b.state.sources[i].lines);
        QCOMPARE(a.state.sources[i].skipped, b.state.sources[i].skipped);
    }
    QCOMPARE(a.state.firstTime, b.state.firstTime);
    QCOMPARE(a.state.lastTime, b.state.lastTime);
    QVERIFY(a.state.joiners == b.state.joiners);
    QCOMPARE(a.state.timeZone, b.state.timeZone);
    QVERIFY(a.state.internal == b.state.internal);
    QVERIFY(a.state.localDomains == b.state.localDomains);
    QVERIFY(a.state.routing == b.state.routing);
    QCOMPARE(a.testsVote, b.testsVote);
    QVERIFY(a.period == b.period);
    QVERIFY(a.policy == b.policy);
    QVERIFY(a.probes == b.probes);
    QVERIFY(a.choices == b.choices);
    QVERIFY(a.witnesses == b.witnesses);
}

/** Runs statements in the file, as another SQLite tool might. */
void tamper(const QString& path, const QStringList& statements)
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"tamper"_s);
        database.setDatabaseName(path);
        QVERIFY(database.open());
        QSqlQuery query(database);
        for (const QString& statement : statements)
            QVERIFY2(query.exec(statement), qPrintable(statement + query.lastError().text()));
    }
    QSqlDatabase::removeDatabase(u"tamper"_s);
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeBytes(const QString& path, const QByteArray& content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

} // namespace

class WorkspaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackEqual();
    void emptyComesBackEqual();
    void filesWithoutLaterTablesAreWhole();
    void otherToolsCanReadIt();
    void savingAgainReplaces();
    void failureLeavesTheOldFile();
    void aFullDiskLeavesTheOldFile();
    void leavesNothingBeside();
    void linksAreFollowed();
    void whatOthersSavedIsNotOverwritten();
    void leftoversOfKilledSavesGo();
    void permissionsAndOwnerStay();
    void strangersNamesComeBack_data();
    void strangersNamesComeBack();
    void whatIsWrongIsSaid();
    void journalsOfOthersAreNamed();
    void someoneElsesFolderIsReadToo();
    void ofTwoNewWorkspacesOneStays();
    void countsBeyondTheFormatStayReadable();
    void whatIsNotOursIsRefused();
    void laterVersionsAreRefused();
    void wrongContentIsRefused_data();
    void wrongContentIsRefused();
    void damageNeverCrashes();
    void unreadablePoliciesAreNotWritten();
    void worksInAnyThread();
    void aMillionRows();
};

void WorkspaceTest::comesBackEqual()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"Größe 100% #1?.waxseal"_s);
    const Workspace workspace = sample();
    QVERIFY(saveWorkspace(workspace, path));
    QVERIFY(isWorkspace(path));
    const auto opened = openWorkspace(path);
    QVERIFY2(opened.hasValue(), opened ? "" : qPrintable(opened.error().detail));
    compare(workspace, *opened);
}

void WorkspaceTest::filesWithoutLaterTablesAreWhole()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"earlier.waxseal"_s);
    Workspace workspace = sample();
    QVERIFY(saveWorkspace(workspace, path));
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"earlier"_s);
        database.setDatabaseName(path);
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY(query.exec(u"DROP TABLE pin"_s));
        QVERIFY(query.exec(u"DROP TABLE domain_note"_s));
        QVERIFY(query.exec(u"DROP TABLE tls_report"_s));
        QVERIFY(query.exec(u"DROP TABLE safer_email"_s));
        QVERIFY(query.exec(u"DROP TABLE kept_default"_s));
        QVERIFY(query.exec(u"DROP TABLE kept_row"_s));
        QVERIFY(query.exec(u"DROP TABLE muted"_s));
    }
    QSqlDatabase::removeDatabase(u"earlier"_s);
    const auto opened = openWorkspace(path);
    QVERIFY2(opened.hasValue(), opened ? "" : qPrintable(opened.error().detail));
    workspace.choices = {};
    workspace.witnesses = {};
    compare(workspace, *opened);
}

void WorkspaceTest::emptyComesBackEqual()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"empty.waxseal"_s);
    QVERIFY(saveWorkspace({}, path));
    const auto opened = openWorkspace(path);
    QVERIFY(opened);
    compare(Workspace{}, *opened);
}

void WorkspaceTest::otherToolsCanReadIt()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.waxseal"_s);
    Workspace workspace;
    FactTable& table = workspace.state.settled;
    FactKey key;
    key.day = 20000;
    key.spam = SpamVerdict::Spam;
    key.tls = table.tlsId({TlsState::Tls, TlsVersion::Tls12, Trust::Trusted, "ECDHE-RSA-AES256-GCM-SHA384"});
    key.domain = table.domains.id("bank.example");
    key.host = table.hostId(*IpAddress::parse("192.0.2.7"), "mx.bank.example");
    table.add(key, 3, 4);
    QVERIFY(saveWorkspace(workspace, path));
    QStringList values;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
        database.setDatabaseName(path);
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY(query.exec(u"PRAGMA integrity_check"_s) && query.next());
        QCOMPARE(query.value(0).toString(), u"ok"_s);
        QVERIFY(query.exec(u"PRAGMA foreign_key_check"_s) && !query.next());
        QVERIFY(query.exec(u"PRAGMA user_version"_s) && query.next());
        QCOMPARE(query.value(0).toInt(), workspaceVersion);
        QVERIFY(
            query.exec(u"SELECT day, direction, domain, next_hop, address, host, tls, version, cipher, trust, spam, "
                       "fell_back, messages, recipients FROM traffic"_s)
            && query.next());
        for (int i = 0; i < 14; ++i)
            values.append(query.value(i).toString());
    }
    QSqlDatabase::removeDatabase(u"other"_s);
    QCOMPARE(values.join(u'|'),
        u"2024-10-04|inbound|bank.example||192.0.2.7|mx.bank.example|tls|1.2|ECDHE-RSA-AES256-GCM-SHA384|Trusted|spam|0|3|4"_s);
}

void WorkspaceTest::savingAgainReplaces()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.waxseal"_s);
    QVERIFY(saveWorkspace(sample(500), path));
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
    QVERIFY(saveWorkspace(sample(10), path));
    QCOMPARE(QFile::permissions(path) & (QFile::ReadOther | QFile::ReadGroup), QFile::Permissions());
    const auto opened = openWorkspace(path);
    QVERIFY(opened);
    compare(sample(10), *opened);
}

void WorkspaceTest::failureLeavesTheOldFile()
{
    const QTemporaryDir folder;
    QCOMPARE(saveWorkspace({}, folder.filePath(u"none/a.waxseal"_s)).error().code, ErrorCode::CannotWrite);
    QCOMPARE(saveWorkspace({}, folder.path()).error().code, ErrorCode::CannotWrite); // a folder is in the way

    const QString path = folder.filePath(u"a.waxseal"_s);
    QVERIFY(saveWorkspace(sample(20), path));
    const QByteArray before = bytesOf(path);
#ifdef Q_OS_UNIX
    if (::geteuid() == 0)
        QSKIP("root writes to read-only folders too; the full disk below stands for it");
#endif
    QVERIFY(QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::ExeOwner));
    const auto status = saveWorkspace(sample(30), path);
    QVERIFY(QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QVERIFY(!status);
    QCOMPARE(status.error().code, ErrorCode::CannotWrite);
    QCOMPARE(bytesOf(path), before);
}

void WorkspaceTest::aFullDiskLeavesTheOldFile()
{
#ifdef Q_OS_LINUX
    // A file system on which nothing can be made and whatever is opened is not kept.
    QCOMPARE(saveWorkspace(sample(5), u"/proc/self/a.waxseal"_s).error().code, ErrorCode::CannotWrite);
    const QTemporaryDir folder;
    const QString device = folder.filePath(u"device"_s); // a link, so that a failure of this test harms no device
    QVERIFY(QFile::link(u"/dev/full"_s, device));
    QCOMPARE(saveWorkspace(sample(5), device).error().code, ErrorCode::NotAPlainFile);
    QCOMPARE(openWorkspace(device).error().code, ErrorCode::NotAPlainFile);

    const QString path = folder.filePath(u"a.waxseal"_s);
    QVERIFY(saveWorkspace(sample(20), path));
    const QByteArray before = bytesOf(path);
    for (const quint64 room : {0U, 1000U, 40'000U}) {
        Result<FileStamp> status = FileStamp{};
        {
            const test::FullDisk disk(room);
            status = saveWorkspace(sample(3000), path);
        }
        QVERIFY(!status);
        QCOMPARE(status.error().code, ErrorCode::CannotWrite);
        QCOMPARE(bytesOf(path), before);
    }
    QVERIFY(QFile::remove(device));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"a.waxseal"_s});
#else
    QSKIP("Linux only");
#endif
}

void WorkspaceTest::leavesNothingBeside()
{
    const QTemporaryDir folder;
    QVERIFY(saveWorkspace(sample(), folder.filePath(u"a.waxseal"_s)));
    QVERIFY(openWorkspace(folder.filePath(u"a.waxseal"_s)));
    QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
        QStringList{u"a.waxseal"_s});
    QCOMPARE(QSqlDatabase::connectionNames(), QStringList());
}

void WorkspaceTest::linksAreFollowed()
{
    const QTemporaryDir folder;
    QVERIFY(saveWorkspace({}, folder.filePath(u"real.waxseal"_s)));
    QVERIFY(QFile::link(folder.filePath(u"real.waxseal"_s), folder.filePath(u"link.waxseal"_s)));
    QVERIFY(saveWorkspace(sample(5), folder.filePath(u"link.waxseal"_s)));
    QVERIFY(QFileInfo(folder.filePath(u"link.waxseal"_s)).isSymLink());
    compare(sample(5), *openWorkspace(folder.filePath(u"real.waxseal"_s)));
}

void WorkspaceTest::whatOthersSavedIsNotOverwritten()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"shared.waxseal"_s);
    QVERIFY(saveWorkspace(sample(), path));
    auto mine = openWorkspace(path);
    auto theirs = openWorkspace(path);
    QVERIFY(mine && theirs);
    theirs->policy.inbound.byDefault = *Requirement::parse("encrypt", Direction::Inbound);
    QVERIFY(saveWorkspace(*theirs, path));
    const auto late = saveWorkspace(*mine, path);
    QVERIFY(!late);
    QCOMPARE(late.error().code, ErrorCode::ChangedMeanwhile);
    QCOMPARE(openWorkspace(path)->policy, theirs->policy);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    // Elsewhere it can be saved, and here again by who has seen the newer state, or when the file has gone.
    QVERIFY(saveWorkspace(*mine, folder.filePath(u"mine.waxseal"_s)));
    mine->stamp = fileStamp(path);
    QVERIFY(saveWorkspace(*mine, path));
    QVERIFY(QFile::remove(path));
    QVERIFY(saveWorkspace(*mine, path));
}

void WorkspaceTest::leftoversOfKilledSavesGo()
{
    const QTemporaryDir folder;
    const auto put = [&](const QString& name, int hoursOld) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly)
            || !file.setFileTime(
                QDateTime::currentDateTime().addSecs(-3600 * hoursOld), QFileDevice::FileModificationTime))
            QTest::qFail("no leftover could be made", __FILE__, __LINE__);
    };
    put(u".a.waxseal.abc.tmp"_s, 30);
    put(u".a.waxseal.def.tmp"_s, 1); // perhaps still being written
    put(u".b.waxseal.abc.tmp"_s, 30); // another workspace's
    put(u".a.waxseal.abc"_s, 30);
    QVERIFY(saveWorkspace(sample(5), folder.filePath(u"a.waxseal"_s)));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name),
        (QStringList{u".a.waxseal.abc"_s, u".a.waxseal.def.tmp"_s, u".b.waxseal.abc.tmp"_s, u"a.waxseal"_s}));
}

void WorkspaceTest::permissionsAndOwnerStay()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"private.waxseal"_s);
    QVERIFY(saveWorkspace(sample(5), path));
    QVERIFY(QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner));
#ifdef Q_OS_UNIX
    const bool isRoot = ::geteuid() == 0;
    if (isRoot)
        QCOMPARE(::chown(QFile::encodeName(path).constData(), 65534, 65534), 0);
#endif
    QVERIFY(saveWorkspace(sample(6), path));
    const auto everybody
        = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    QCOMPARE(QFile::permissions(path) & everybody, QFileDevice::Permissions());
#ifdef Q_OS_UNIX
    if (isRoot)
        QCOMPARE(QFileInfo(path).ownerId(), 65534U);
#endif
}

void WorkspaceTest::strangersNamesComeBack_data()
{
    // Pairs of names that are two for whoever wrote them. SQLite's UTF-16 would make one of several of them.
    QTest::addColumn<QByteArray>("one");
    QTest::addColumn<QByteArray>("other");
    QTest::newRow("U+FFFE and U+FFFF") << QByteArray("a\xEF\xBF\xBE") << QByteArray("a\xEF\xBF\xBF");
    QTest::newRow("U+FFFE and U+FFFD") << QByteArray("a\xEF\xBF\xBE") << QByteArray("a\xEF\xBF\xBD");
    QTest::newRow("U+1FFFE and U+10FFFF") << QByteArray("\xF0\x9F\xBF\xBE") << QByteArray("\xF4\x8F\xBF\xBF");
    QTest::newRow("U+FDD0") << QByteArray("\xEF\xB7\x90") << QByteArray("\xEF\xB7\x91");
    QTest::newRow("lone surrogates") << QByteArray("\xED\xA0\x80") << QByteArray("\xED\xB0\x80");
    QTest::newRow("NUL") << QByteArray("a\0b", 3) << QByteArray("a\0c", 3);
    QTest::newRow("only NUL") << QByteArray("\0", 1) << QByteArray("\0\0", 2);
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                   "a")
                                     << QByteArray("a");
    QTest::newRow("two marks") << QByteArray("\xEF\xBB\xBF\xEF\xBB\xBF"
                                             "a")
                               << QByteArray("\xEF\xBB\xBF"
                                             "a");
    QTest::newRow("U+FFFE first") << QByteArray("\xEF\xBF\xBE"
                                                "ab")
                                  << QByteArray("ab");
    QTest::newRow("no UTF-8") << QByteArray("a\xFE") << QByteArray("a\xFF");
    QTest::newRow("overlong") << QByteArray("\xC0\x80") << QByteArray("\xC1\x80");
    QTest::newRow("cut short") << QByteArray("\xE2\x82") << QByteArray("\xE2");
    QTest::newRow("composed") << QByteArray("\xC3\xA4") << QByteArray("a\xCC\x88");
    QTest::newRow("case") << QByteArray("I") << QByteArray("i");
    QTest::newRow("spaces") << QByteArray(" ") << QByteArray("  ");
}

void WorkspaceTest::strangersNamesComeBack()
{
    QFETCH(QByteArray, one);
    QFETCH(QByteArray, other);
    Workspace workspace;
    ImportState& state = workspace.state;
    for (const QByteArray& bytes : {one, other}) {
        const std::string name = bytes.toStdString();
        FactKey key;
        key.day = 20000;
        key.domain = state.settled.domains.id(name);
        key.nextHop = state.settled.domains.id("hop " + name);
        key.host = state.settled.hostId(*IpAddress::parse("192.0.2.1"), name);
        key.tls = state.settled.tlsId({TlsState::Tls, TlsVersion::Tls13, Trust::Trusted, name});
        const auto file = static_cast<FileId>(state.settled.files.id(name));
        state.settled.add(key, 1, 1, Evidence::at(file, 7));
        workspace.policy.inbound.rows[{name, false}] = *Requirement::parse("encrypt", Direction::Inbound);
        const QString text = QString::fromUtf8(bytes);
        Piece piece;
        piece.path = text;
        state.pieces.push_back(piece);
        state.notes.push_back({ImportNote::Code::SkippedFile, 1, text, text});
        workspace.probes.push_back({text, QDateTime::fromSecsSinceEpoch(0, Qt::UTC), bytes});
    }
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.waxseal"_s);
    const auto saved = saveWorkspace(workspace, path);
    QVERIFY2(saved, saved ? "" : qPrintable(saved.error().detail));
    QCOMPARE(*saved, fileStamp(path));
    const auto opened = openWorkspace(path);
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
    compare(workspace, *opened);
}

void WorkspaceTest::whatIsWrongIsSaid()
{
    const QTemporaryDir folder;
    QCOMPARE(openWorkspace(folder.path()).error().code, ErrorCode::CannotOpen);
    const QString path = folder.filePath(u"a.waxseal"_s);
    QVERIFY(saveWorkspace(sample(20), path));
#ifdef Q_OS_UNIX
    const QString fifo = folder.filePath(u"fifo"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(fifo).constData(), 0600), 0);
    QCOMPARE(openWorkspace(fifo).error().code, ErrorCode::NotAPlainFile); // and does not wait for a writer
    QVERIFY(!isWorkspace(fifo));
    if (::geteuid() != 0) {
        QVERIFY(QFile::setPermissions(path, QFile::WriteOwner));
        QCOMPARE(openWorkspace(path).error().code, ErrorCode::CannotOpen);
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
    }
#endif
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"locker"_s);
        database.setDatabaseName(path);
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY(query.exec(u"BEGIN EXCLUSIVE"_s));
        const auto locked = openWorkspace(path);
        QVERIFY(!locked);
        QCOMPARE(locked.error().code, ErrorCode::InUse);
        QVERIFY(query.exec(u"ROLLBACK"_s));
    }
    QSqlDatabase::removeDatabase(u"locker"_s);
    QVERIFY(openWorkspace(path));
}

void WorkspaceTest::journalsOfOthersAreNamed()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.waxseal"_s);
    QVERIFY(saveWorkspace(sample(20), path));
    const QByteArray whole = bytesOf(path);
    // A rollback journal that was never played back: nobody may do so but a program that may write.
    writeBytes(path + u"-journal"_s, QByteArray::fromHex("d9d505f920a163d7") + QByteArray(2000, 'x'));
    for (int round = 0; round < 2; ++round) {
        const auto opened = openWorkspace(path);
        QVERIFY(!opened);
        QCOMPARE(opened.error(), (Error{ErrorCode::PendingChanges, path, u"a.waxseal-journal"_s}));
        const auto saved = saveWorkspace(sample(5), path);
        QVERIFY(!saved);
        QCOMPARE(saved.error(), (Error{ErrorCode::PendingChanges, path, u"a.waxseal-journal"_s}));
        QCOMPARE(bytesOf(path), whole);
    }
    // One that is done with ("PRAGMA journal_mode = PERSIST") begins with zeros.
    writeBytes(path + u"-journal"_s, QByteArray(2000, '\0'));
    QVERIFY(openWorkspace(path));
    QVERIFY(QFile::remove(path + u"-journal"_s));

    // A write-ahead log is never saved over: SQLite would play it into the new file.
    writeBytes(path + u"-wal"_s, QByteArray("garbage").repeated(300));
    const auto saved = saveWorkspace(sample(5), path);
    QVERIFY(!saved);
    QCOMPARE(saved.error(), (Error{ErrorCode::PendingChanges, path, u"a.waxseal-wal"_s}));
    QCOMPARE(bytesOf(path), whole);
    const auto opened = openWorkspace(path); // SQLite sees that it is none of its own, or says so
    QVERIFY(opened || opened.error().code == ErrorCode::PendingChanges);
}

void WorkspaceTest::someoneElsesFolderIsReadToo()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.waxseal"_s);
    QVERIFY(saveWorkspace(sample(20), path));
    tamper(path, {u"PRAGMA journal_mode = WAL"_s});
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"a.waxseal"_s});
#ifdef Q_OS_UNIX
    if (::geteuid() != 0)
        QVERIFY(QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::ExeOwner));
#endif
    const auto opened = openWorkspace(path);
    QVERIFY(QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
    compare(sample(20), *opened);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"a.waxseal"_s}); // nothing was made beside it
}

void WorkspaceTest::ofTwoNewWorkspacesOneStays()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"new.waxseal"_s);
    std::array<bool, 4> done{};
    std::array<ErrorCode, 4> codes{};
    std::vector<std::unique_ptr<QThread>> threads;
    for (std::size_t i = 0; i < done.size(); ++i) {
        threads.emplace_back(QThread::create([&, i] {
            const auto saved = saveWorkspace(sample(100 + static_cast<int>(i)), path, Overwrite::No);
            done[i] = saved.hasValue();
            codes[i] = saved ? ErrorCode::AlreadyExists : saved.error().code;
        }));
        threads.back()->start();
    }
    for (auto& thread : threads)
        QVERIFY(thread->wait());
    QCOMPARE(std::count(done.begin(), done.end(), true), 1);
    QCOMPARE(std::count(codes.begin(), codes.end(), ErrorCode::AlreadyExists), 4);
    const auto opened = openWorkspace(path);
    QVERIFY(opened);
    const auto winner = std::find(done.begin(), done.end(), true) - done.begin();
    compare(sample(100 + static_cast<int>(winner)), *opened);
}

void WorkspaceTest::countsBeyondTheFormatStayReadable()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.waxseal"_s);
    Workspace workspace = sample(5);
    workspace.state.notes.front().count = std::numeric_limits<std::uint64_t>::max();
    workspace.state.excluded.rejected = std::uint64_t{1} << 63;
    workspace.state.notes.back().detail = QString(200'000, u'n');
    const auto saved = saveWorkspace(workspace, path);
    QVERIFY2(saved, saved ? "" : qPrintable(saved.error().detail));
    const auto opened = openWorkspace(path);
    QVERIFY(opened);
    constexpr auto most = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    QCOMPARE(opened->state.notes.front().count, most);
    QCOMPARE(opened->state.excluded.rejected, most);
}

void WorkspaceTest::whatIsNotOursIsRefused()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"x"_s);
    QCOMPARE(openWorkspace(path).error().code, ErrorCode::CannotOpen);
    writeBytes(path, {});
    QCOMPARE(openWorkspace(path).error().code, ErrorCode::NotAWorkspace);
    writeBytes(path, "Nov 22 12:34:40 mx postfix/smtpd[29576]: connect from unknown[127.0.2.2]\n");
    QCOMPARE(openWorkspace(path).error().code, ErrorCode::NotAWorkspace);
    QVERIFY(!isWorkspace(path));
    QVERIFY(QFile::remove(path));
    tamper(path, {u"CREATE TABLE other (a)"_s});
    QCOMPARE(openWorkspace(path).error().code, ErrorCode::NotAWorkspace);
    QCOMPARE(openWorkspace(folder.path()).error().code, ErrorCode::CannotOpen);
}

void WorkspaceTest::laterVersionsAreRefused()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.waxseal"_s);
    QVERIFY(saveWorkspace({}, path));
    tamper(path, {u"PRAGMA user_version = 7"_s});
    QCOMPARE(openWorkspace(path).error(), (Error{ErrorCode::NewerWorkspace, path, u"7"_s}));
    tamper(path, {u"PRAGMA user_version = -1"_s});
    QCOMPARE(openWorkspace(path).error().code, ErrorCode::NewerWorkspace);
    tamper(path, {u"PRAGMA user_version = 0"_s});
    QCOMPARE(openWorkspace(path).error().code, ErrorCode::DamagedWorkspace);
}

void WorkspaceTest::wrongContentIsRefused_data()
{
    QTest::addColumn<QStringList>("statements");
    const auto row
        = [](const char* name, const QString& statement) { QTest::addRow("%s", name) << QStringList{statement}; };
    row("domain id", u"UPDATE fact SET domain = 100000 WHERE id = 3"_s);
    row("negative id", u"UPDATE fact SET host = -1 WHERE id = 3"_s);
    row("next hop", u"UPDATE fact SET next_hop = 4000000000 WHERE id = 3"_s);
    row("tls id", u"UPDATE fact SET tls = 4 WHERE id = 3"_s);
    row("direction", u"UPDATE fact SET direction = 3 WHERE id = 3"_s);
    row("spam", u"UPDATE fact SET spam = 3 WHERE id = 3"_s);
    row("fell back", u"UPDATE fact SET fell_back = 2 WHERE id = 3"_s);
    row("day", u"UPDATE fact SET day = 65536 WHERE id = 3"_s);
    row("messages", u"UPDATE fact SET messages = 4294967296 WHERE id = 3"_s);
    row("recipients", u"UPDATE fact SET recipients = -1 WHERE id = 3"_s);
    row("text for a number", u"UPDATE fact SET messages = 'many' WHERE id = 3"_s);
    row("real for a number", u"UPDATE fact SET messages = 1.5 WHERE id = 3"_s);
    row("evidence", u"UPDATE fact SET evidence1 = 0x0009000000000001 WHERE id = 3"_s);
    row("same key twice",
        u"INSERT INTO fact SELECT 100000, day, direction, spam, fell_back, tls, domain, next_hop, host, 1, 1, -1, -1 FROM fact WHERE id = 3"_s);
    row("gap in ids", u"UPDATE domain SET id = 100000 WHERE id = 3"_s);
    row("no domains", u"DELETE FROM domain"_s);
    row("same text twice", u"UPDATE domain SET name = (SELECT name FROM domain WHERE id = 2) WHERE id = 3"_s);
    row("a report of another name", u"UPDATE tls_report SET report_id = 'r9' WHERE id = 1"_s);
    row("a report twice",
        u"INSERT INTO tls_report SELECT 9, organization, report_id, json FROM tls_report WHERE id = 1"_s);
    row("a report that is none", u"UPDATE tls_report SET json = '{}' WHERE id = 1"_s);
    row("more than all of the mail", u"UPDATE safer_email SET millionths = 1000001 WHERE id = 1"_s);
    row("no direction", u"UPDATE safer_email SET direction = 'sideways' WHERE id = 1"_s);
    row("long text", u"UPDATE domain SET name = hex(zeroblob(100000)) WHERE id = 3"_s);
    row("address", u"UPDATE host SET address = '1.2.3' WHERE id = 2"_s);
    row("same address twice", u"UPDATE host SET address = (SELECT address FROM host WHERE id = 1) WHERE id = 2"_s);
    row("state", u"UPDATE tls SET state = 3 WHERE id = 1"_s);
    row("version", u"UPDATE tls SET version = 6 WHERE id = 1"_s);
    row("trust", u"UPDATE tls SET trust = 5 WHERE id = 1"_s);
    row("level 0", u"UPDATE tls SET state = 2 WHERE id = 0"_s);
    row("note", u"UPDATE note SET code = 1000"_s);
    row("piece", u"UPDATE piece SET head_length = -1"_s);
    row("long hash", u"UPDATE piece SET head_hash = zeroblob(1000)"_s);
    row("network", u"UPDATE internal_network SET network = '10.0.0.0/99'"_s);
    row("period", u"UPDATE meta SET value = '2026-11-30/2026-11-01' WHERE key = 'period'"_s);
    row("time", u"UPDATE meta SET value = 'yesterday' WHERE key = 'first_time'"_s);
    row("requirement", u"UPDATE policy SET requirement = 'dane' WHERE direction = 'inbound'"_s);
    row("refusal", u"UPDATE policy_default SET refusal = 'perhaps'"_s);
    row("policy direction", u"UPDATE policy SET direction = 'submission'"_s);
    row("subdomains", u"UPDATE policy SET subdomains = 2"_s);
    row("missing table", u"DROP TABLE probe"_s);
    row("another column", u"ALTER TABLE fact ADD COLUMN more INTEGER"_s);
    QTest::addRow("a view for a table") << QStringList{u"DROP TABLE probe"_s,
        u"CREATE VIEW probe AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n) "
        "SELECT id, 'a' AS domain, 0 AS time, '' AS json FROM n"_s};
}

void WorkspaceTest::wrongContentIsRefused()
{
    QFETCH(QStringList, statements);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.waxseal"_s);
    QVERIFY(saveWorkspace(sample(), path));
    tamper(path, statements);
    const auto opened = openWorkspace(path);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::DamagedWorkspace);
    QCOMPARE(opened.error().subject, path);
    QVERIFY(!opened.error().detail.isEmpty());
}

void WorkspaceTest::damageNeverCrashes()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.waxseal"_s);
    QVERIFY(saveWorkspace(sample(), path));
    const QByteArray whole = bytesOf(path);
    QRandomGenerator random(20261122);
    int refused = 0;
    for (int i = 0; i < 300; ++i) {
        QByteArray bad = whole;
        if (i % 3 == 0) {
            bad.truncate(random.bounded(static_cast<int>(whole.size())));
        } else {
            const int flips = i % 3 == 1 ? 1 : 40;
            for (int j = 0; j < flips; ++j)
                bad[random.bounded(static_cast<int>(bad.size()))] = static_cast<char>(random.bounded(256));
        }
        writeBytes(path, bad);
        const auto opened = openWorkspace(path);
        refused += opened ? 0 : 1;
        // What opens is sound: every id leads somewhere.
        for (std::size_t row = 0; opened && row < opened->state.settled.size(); ++row) {
            const FactRow fact = opened->state.settled.row(row);
            QVERIFY(fact.key.domain < opened->state.settled.domains.size());
            QVERIFY(fact.key.nextHop < opened->state.settled.domains.size());
            QVERIFY(fact.key.host < opened->state.settled.hostCount());
            QVERIFY(fact.key.tls < opened->state.settled.tlsCount());
        }
    }
    QVERIFY2(refused > 150, qPrintable(QString::number(refused)));
    QCOMPARE(QSqlDatabase::connectionNames(), QStringList());
}

void WorkspaceTest::unreadablePoliciesAreNotWritten()
{
    const QTemporaryDir folder;
    Workspace workspace;
    workspace.policy.inbound.byDefault = {Level::Dane, TlsVersion::Unknown};
    QCOMPARE(saveWorkspace(workspace, folder.filePath(u"a"_s)).error().code, ErrorCode::InvalidPolicy);
    workspace.policy.inbound.byDefault = {};
    workspace.policy.outbound.rows[{"a.example", false}] = {Level::Encrypt, TlsVersion::Other};
    QCOMPARE(saveWorkspace(workspace, folder.filePath(u"a"_s)).error().code, ErrorCode::InvalidPolicy);
    QVERIFY(QDir(folder.path()).isEmpty());
}

void WorkspaceTest::worksInAnyThread()
{
    const QTemporaryDir folder;
    std::array<bool, 4> done{};
    std::vector<std::unique_ptr<QThread>> threads;
    for (std::size_t i = 0; i < done.size(); ++i) {
        threads.emplace_back(QThread::create([&done, &folder, i] {
            const QString path = folder.filePath(QString::number(i));
            done[i] = saveWorkspace(sample(100), path).hasValue() && openWorkspace(path).hasValue();
        }));
        threads.back()->start();
    }
    for (auto& thread : threads)
        QVERIFY(thread->wait());
    QCOMPARE(std::count(done.begin(), done.end(), true), 4);
}

void WorkspaceTest::aMillionRows()
{
    if (qEnvironmentVariableIsEmpty("WAXSEAL_SLOW_TESTS"))
        QSKIP("set WAXSEAL_SLOW_TESTS to measure saving and opening a million fact rows");
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.waxseal"_s);
    const Workspace workspace = sample(1'000'000);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(saveWorkspace(workspace, path));
    qInfo("saved %zu rows in %lld ms", workspace.state.settled.size(), timer.restart());
    const auto opened = openWorkspace(path);
    QVERIFY(opened);
    qInfo("opened them in %lld ms; %lld bytes", timer.elapsed(), QFileInfo(path).size());
    compare(workspace, *opened);
}

QTEST_GUILESS_MAIN(WorkspaceTest)
#include "tst_workspace.moc"
