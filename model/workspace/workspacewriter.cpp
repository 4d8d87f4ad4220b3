// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/workspace/workspace.h"

#include "model/workspace/workspaceschema.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QSqlError>
#include <QSqlQuery>

#include <algorithm>
#include <filesystem>
#include <system_error>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#else
#include <io.h>
#endif

namespace waxseal {

namespace {

/** UTF-8 goes in as TEXT, so that every tool shows it; other bytes go in as they are, as BLOB. */
QVariant asVariant(std::string_view text)
{
    if (text.empty())
        return QStringLiteral("");
    const QByteArray bytes(text.data(), static_cast<qsizetype>(text.size()));
    const QString decoded = QString::fromUtf8(bytes);
    return decoded.toUtf8() == bytes ? QVariant(decoded) : QVariant(bytes);
}

qint64 asInteger(std::uint64_t value)
{
    return static_cast<qint64>(value);
}

class Writer
{
public:
    explicit Writer(QSqlDatabase& database)
        : m_database(database)
        , m_query(database)
    {
    }

    bool write(const Workspace& workspace)
    {
        // The file is not yet anybody's: speed over safety here, fsync and rename afterwards.
        bool done = run(QStringLiteral("PRAGMA journal_mode = OFF")) && run(QStringLiteral("PRAGMA synchronous = OFF"))
            && run(QStringLiteral("PRAGMA locking_mode = EXCLUSIVE"))
            && run(QStringLiteral("PRAGMA encoding = 'UTF-8'"))
            && run(QStringLiteral("PRAGMA application_id = %1").arg(schema::applicationId))
            && run(QStringLiteral("PRAGMA user_version = %1").arg(workspaceVersion)) && m_database.transaction();
        for (const schema::Table& table : schema::tables)
            done = done && run(QString::fromLatin1(table.statement));
        done = done && run(QString::fromLatin1(schema::trafficView));
        const ImportState& state = workspace.state;
        return done && writeMeta(workspace) && writeDictionaries(state.settled) && writeFacts(state.settled)
            && writePieces(state) && writeReports(state) && writePolicy(workspace.policy) && writeProbes(workspace)
            && m_database.commit();
    }

    QString error() const
    {
        const QSqlError error = m_query.lastError().isValid() ? m_query.lastError() : m_database.lastError();
        return error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    }

private:
    bool run(const QString& statement) { return m_query.exec(statement); }

    bool prepare(const char* table, int columns)
    {
        QString places = QStringLiteral("?");
        for (int i = 1; i < columns; ++i)
            places += QStringLiteral(",?");
        return m_query.prepare(QStringLiteral("INSERT INTO %1 VALUES (%2)").arg(QLatin1StringView(table), places));
    }

    bool insert(std::initializer_list<QVariant> values)
    {
        int place = 0;
        for (const QVariant& value : values)
            m_query.bindValue(place++, value);
        return m_query.exec();
    }

    bool writeMeta(const Workspace& workspace)
    {
        const ImportState& state = workspace.state;
        return prepare("meta", 2) && insert({QStringLiteral("first_time"), QString::number(state.firstTime)})
            && insert({QStringLiteral("last_time"), QString::number(state.lastTime)})
            && insert({QStringLiteral("time_zone"), QString::fromStdString(state.timeZone)})
            && insert({QStringLiteral("relay_host"), QString::fromStdString(state.routing.relayHost())})
            && insert({QStringLiteral("transports"), asVariant(state.routing.transports())})
            && insert({QStringLiteral("local_domains"), joined(state.localDomains)})
            && insert(
                {QStringLiteral("tests_vote"), workspace.testsVote ? QStringLiteral("yes") : QStringLiteral("no")})
            && prepare("excluded", 5)
            && insert({1, asInteger(state.excluded.reinjected), asInteger(state.excluded.authenticated),
                asInteger(state.excluded.internal), asInteger(state.excluded.rejected)})
            && prepare("joiner", 2) && insert({1, state.joiner.isNull() ? QByteArray("") : state.joiner});
    }

    bool writeDictionary(const char* table, const Dictionary& dictionary)
    {
        if (!prepare(table, 2))
            return false;
        for (std::uint32_t id = 0; id < dictionary.size(); ++id) {
            if (!insert({id, asVariant(dictionary.text(id))}))
                return false;
        }
        return true;
    }

    bool writeDictionaries(const FactTable& facts)
    {
        if (!writeDictionary("domain", facts.domains) || !writeDictionary("file", facts.files) || !prepare("host", 3))
            return false;
        for (HostId id = 0; id < facts.hostCount(); ++id) {
            if (!insert({id, QString::fromStdString(facts.host(id).address.text()), asVariant(facts.host(id).name)}))
                return false;
        }
        if (!prepare("tls", 5))
            return false;
        for (std::size_t id = 0; id < facts.tlsCount(); ++id) {
            const TlsFact& tls = facts.tls(static_cast<TlsId>(id));
            if (!insert({asInteger(id), static_cast<int>(tls.state), static_cast<int>(tls.version),
                    static_cast<int>(tls.trust), asVariant(tls.cipher)}))
                return false;
        }
        return true;
    }

    bool writeFacts(const FactTable& facts)
    {
        if (!prepare("fact", 13))
            return false;
        // A query keeps what was bound: binding only what changes halves the time, since most columns repeat.
        std::array<qint64, 13> bound{};
        bool first = true;
        for (std::size_t i = 0; i < facts.size(); ++i) {
            const FactRow row = facts.row(i);
            const std::array<qint64, 13> values{asInteger(i), row.key.day, static_cast<qint64>(row.key.direction),
                static_cast<qint64>(row.key.spam), row.key.fellBack ? 1 : 0, row.key.tls, row.key.domain,
                row.key.nextHop, row.key.host, row.messages, row.recipients, asInteger(row.evidence[0].packed),
                asInteger(row.evidence[1].packed)};
            for (std::size_t column = 0; column < values.size(); ++column) {
                if (first || values[column] != bound[column])
                    m_query.bindValue(static_cast<int>(column), values[column]);
            }
            bound = values;
            first = false;
            if (!m_query.exec())
                return false;
        }
        return true;
    }

    bool writePieces(const ImportState& state)
    {
        if (!prepare("piece", 8))
            return false;
        int id = 0;
        for (const Piece& piece : state.pieces) {
            if (!insert({++id, text(piece.path), blob(piece.headHash), piece.headLength, asInteger(piece.consumed),
                    blob(piece.tailHash), piece.tailLength, std::clamp(piece.year, 0, 9999)}))
                return false;
        }
        return true;
    }

    bool writeReports(const ImportState& state)
    {
        int id = 0;
        if (!prepare("note", 5))
            return false;
        for (const ImportNote& note : state.notes) {
            if (!insert(
                    {++id, static_cast<int>(note.code), asInteger(note.count), text(note.subject), text(note.detail)}))
                return false;
        }
        id = 0;
        if (!prepare("source", 7))
            return false;
        for (const SourceReport& source : state.sources) {
            if (!insert({++id, text(source.path), text(source.format), text(source.envelope), asInteger(source.bytes),
                    asInteger(source.lines), asInteger(source.skipped)}))
                return false;
        }
        id = 0;
        if (!prepare("internal_network", 2))
            return false;
        for (const Cidr& network : state.internal) {
            if (!insert({++id, QString::fromStdString(network.text())}))
                return false;
        }
        return true;
    }

    bool writePolicy(const Policy& policy)
    {
        int id = 0;
        const auto word = [](Direction direction) { return QString::fromStdString(std::string(name(direction))); };
        if (!prepare("policy_default", 4))
            return false;
        for (const Direction direction : {Direction::Inbound, Direction::Outbound}) {
            const DirectionPolicy& part = policy.of(direction);
            if (!insert({++id, word(direction), QString::fromStdString(part.byDefault.text()),
                    part.refusal == Refusal::Now ? QStringLiteral("now") : QStringLiteral("later")}))
                return false;
        }
        id = 0;
        if (!prepare("policy", 5))
            return false;
        for (const Direction direction : {Direction::Inbound, Direction::Outbound}) {
            for (const auto& [scope, requirement] : policy.of(direction).rows) {
                if (!insert({++id, word(direction), asVariant(scope.domain), scope.subdomains ? 1 : 0,
                        QString::fromStdString(requirement.text())}))
                    return false;
            }
        }
        return true;
    }

    bool writeProbes(const Workspace& workspace)
    {
        if (!prepare("probe", 4))
            return false;
        int id = 0;
        for (const Workspace::ProbeRecord& probe : workspace.probes) {
            if (!insert(
                    {++id, text(probe.domain), probe.time.toMSecsSinceEpoch(), asVariant(probe.json.toStdString())}))
                return false;
        }
        return true;
    }

    static QString joined(const std::vector<std::string>& names)
    {
        QStringList lines;
        for (const std::string& name : names)
            lines.append(QString::fromStdString(name));
        return text(lines.join(u'\n'));
    }

    // A null QString or QByteArray would be bound as NULL.
    static QString text(const QString& value) { return value.isNull() ? QStringLiteral("") : value; }
    static QByteArray blob(const QByteArray& value) { return value.isNull() ? QByteArray("") : value; }

    QSqlDatabase& m_database;
    QSqlQuery m_query;
};

/** Makes what was written durable before it takes the place of what was there. */
bool syncToDisk(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        return false;
#ifdef Q_OS_UNIX
    return ::fsync(file.handle()) == 0;
#else
    return ::_commit(file.handle()) == 0;
#endif
}

void syncFolder(const QString& folder)
{
#ifdef Q_OS_UNIX
    const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle >= 0) {
        ::fsync(handle);
        ::close(handle);
    }
#else
    Q_UNUSED(folder)
#endif
}

QString temporaryName(const QFileInfo& target, const QString& middle)
{
    return QStringLiteral(".%1.%2.tmp").arg(target.fileName(), middle);
}

/** What a save that was killed halfway has left; no save takes so long that this could be another's. */
void removeLeftovers(const QFileInfo& target)
{
    constexpr qint64 oldAfter = 24 * 3600;
    const QDir::Filters plainFiles = QDir::Files | QDir::Hidden | QDir::NoSymLinks;
    const QString ours = temporaryName(target, QString());
    for (const QFileInfo& entry : target.dir().entryInfoList(plainFiles)) {
        const QString name = entry.fileName();
        if (name.startsWith(ours.chopped(4)) && name.endsWith(u".tmp")
            && entry.lastModified().secsTo(QDateTime::currentDateTime()) > oldAfter)
            QFile::remove(entry.filePath());
    }
}

/** An empty file of a new name beside the target, readable by no more people than the target is. */
std::optional<QString> makeBeside(const QFileInfo& target, QString& reason)
{
    for (int attempt = 0; attempt < 20; ++attempt) {
        const QString unique = QString::number(QRandomGenerator::system()->generate64(), 36);
        QFile file(target.dir().filePath(temporaryName(target, unique)));
        constexpr auto mode = QIODevice::WriteOnly | QIODevice::NewOnly;
        if (target.exists() ? file.open(mode, target.permissions() | QFileDevice::ReadOwner | QFileDevice::WriteOwner)
                            : file.open(mode))
            return file.fileName();
        reason = file.errorString();
    }
    return {};
}

/** Owner and permissions of the file that is replaced: root's nightly job must not take it from its user. */
void resemble(const QString& temporary, const QFileInfo& target)
{
#ifdef Q_OS_UNIX
    if (::geteuid() == 0 && ::chown(QFile::encodeName(temporary).constData(), target.ownerId(), target.groupId()) != 0)
        return; // then it is at least saved
#endif
    QFile::setPermissions(temporary, target.permissions());
}

bool isChanged(const WorkspaceStamp& stamp, const QFileInfo& target)
{
    if (stamp.path.isEmpty() || !target.exists())
        return false;
    const WorkspaceStamp now = workspaceStamp(target.filePath());
    return now.path == stamp.path && now != stamp;
}

} // namespace

Status saveWorkspace(const Workspace& workspace, const QString& path)
{
    // What could not be read again is not written.
    for (const Direction direction : {Direction::Inbound, Direction::Outbound}) {
        const DirectionPolicy& part = workspace.policy.of(direction);
        if (!Requirement::parse(part.byDefault.text(), direction))
            return Error{ErrorCode::InvalidPolicy, QString::fromStdString(part.byDefault.text()), {}};
        for (const auto& [scope, requirement] : part.rows) {
            if (!Requirement::parse(requirement.text(), direction))
                return Error{ErrorCode::InvalidPolicy, QString::fromStdString(requirement.text()), {}};
        }
    }
    QFileInfo target(path);
    if (target.isSymLink() && target.exists())
        target = QFileInfo(target.canonicalFilePath());
    if (target.exists() && !target.isFile())
        return Error{ErrorCode::CannotWrite, path, {}};
    if (isChanged(workspace.stamp, target))
        return Error{ErrorCode::ChangedMeanwhile, path, {}};
    removeLeftovers(target);
    QString reason;
    const std::optional<QString> temporary = makeBeside(target, reason);
    if (!temporary)
        return Error{ErrorCode::CannotWrite, path, reason};
    bool written = false;
    {
        schema::Connection connection(*temporary, false);
        if (connection.isOpen()) {
            Writer writer(connection.database());
            written = writer.write(workspace);
            if (!written)
                reason = writer.error();
        } else {
            reason = connection.database().lastError().databaseText();
        }
    }
    if (written && target.exists())
        resemble(*temporary, target);
    written = written && syncToDisk(*temporary);
    target.refresh();
    if (isChanged(workspace.stamp, target)) { // while this was being written
        QFile::remove(*temporary);
        return Error{ErrorCode::ChangedMeanwhile, path, {}};
    }
    std::error_code failure;
    if (written) {
        std::filesystem::rename(std::filesystem::path(temporary->toStdU16String()),
            std::filesystem::path(target.absoluteFilePath().toStdU16String()), failure);
        if (failure)
            reason = QString::fromStdString(failure.message());
    }
    if (!written || failure) {
        QFile::remove(*temporary);
        return Error{ErrorCode::CannotWrite, path, reason};
    }
    syncFolder(target.absolutePath());
    return std::monostate{};
}

} // namespace waxseal
