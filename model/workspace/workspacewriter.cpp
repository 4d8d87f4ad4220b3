// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/workspace/workspace.h"

#include "model/witness/tlsreport.h"
#include "model/workspace/workspaceschema.h"

#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>

#include <algorithm>
#include <limits>

namespace waxseal {

namespace {

/** What SQLite's way from UTF-16 to UTF-8 and back would end or change: NUL, and U+FFFE and U+FFFF among the
 * noncharacters. */
bool isUnsafe(QChar c)
{
    return c.isNull() || c.unicode() >= 0xFFFE || (c.unicode() >= 0xFDD0 && c.unicode() <= 0xFDEF);
}

/** UTF-8 goes in as TEXT, so that every tool shows it; other bytes go in as they are, as BLOB. */
QVariant asVariant(std::string_view text)
{
    if (text.empty())
        return QStringLiteral("");
    const QByteArray bytes(text.data(), static_cast<qsizetype>(text.size()));
    const QString decoded = QString::fromUtf8(bytes); // leaves out a byte order mark, so that such a text is a BLOB
    const bool isText = decoded.toUtf8() == bytes && std::none_of(decoded.begin(), decoded.end(), isUnsafe);
    return isText ? QVariant(decoded) : QVariant(bytes);
}

/** A count, which SQLite cannot hold past 2⁶³ - 1. */
qint64 asInteger(std::uint64_t value)
{
    return static_cast<qint64>(std::min<std::uint64_t>(value, std::numeric_limits<qint64>::max()));
}

/** The bits of an evidence place; all ones, -1, is none. */
qint64 asBits(std::uint64_t value)
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
            && writeChoices(workspace.choices) && writeKept(workspace.choices) && writeWitnesses(workspace.witnesses)
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

    static QString networks(const std::vector<Cidr>& list)
    {
        QStringList out;
        for (const Cidr& network : list)
            out.append(QString::fromStdString(network.text()));
        return out.isEmpty() ? QStringLiteral("") : out.join(u','); // a null string would be NULL
    }

    /** A line a host: the first and the last time, µs since 1970, and the name, percent-encoded. */
    static QString hostsRead(const ImportState& state)
    {
        QString out = QStringLiteral("");
        for (const auto& [host, span] : state.hosts)
            out += QStringLiteral("%1 %2 %3\n")
                       .arg(span.first)
                       .arg(span.last)
                       .arg(QString::fromLatin1(QByteArray::fromStdString(host).toPercentEncoding()));
        return out;
    }

    /** A line a piece, in their order: Piece::clock, ::suspect, ::day and ::suspectDay. */
    static QString clocks(const ImportState& state)
    {
        QString out = QStringLiteral("");
        for (const Piece& piece : state.pieces)
            out += QStringLiteral("%1 %2 %3 %4\n")
                       .arg(piece.clock)
                       .arg(piece.suspect)
                       .arg(piece.day)
                       .arg(piece.suspectDay);
        return out;
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
            && insert({QStringLiteral("excluded_forwarded"), QString::number(asInteger(state.excluded.forwarded))})
            && insert({QStringLiteral("period"), asVariant(workspace.period.text())})
            && insert({QStringLiteral("forwarders"), networks(state.forwarders)})
            && insert({QStringLiteral("repeatable"), state.isRepeatable ? QStringLiteral("yes") : QStringLiteral("no")})
            && insert({QStringLiteral("hosts"), hostsRead(state)}) && insert({QStringLiteral("clocks"), clocks(state)})
            && prepare("excluded", 5)
            && insert({1, asInteger(state.excluded.reinjected), asInteger(state.excluded.authenticated),
                asInteger(state.excluded.internal), asInteger(state.excluded.rejected)})
            && writeJoiners(state);
    }

    bool writeJoiners(const ImportState& state)
    {
        if (!prepare("joiner", 3))
            return false;
        int id = 0;
        for (const auto& [server, saved] : state.joiners) {
            if (!insert({++id, QString::fromStdString(server), saved.isNull() ? QByteArray("") : saved}))
                return false;
        }
        return true;
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
                row.key.nextHop, row.key.host, row.messages, row.recipients, asBits(row.evidence[0].packed),
                asBits(row.evidence[1].packed)};
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
        if (!prepare("note", 6))
            return false;
        for (const ImportNote& note : state.notes) {
            if (!insert(
                    {++id, static_cast<int>(note.code), asInteger(note.count), text(note.subject), text(note.detail),
                        QString::fromLatin1(note.server.data(), static_cast<qsizetype>(note.server.size()))}))
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

    bool writeChoices(const Choices& choices)
    {
        int id = 0;
        if (!prepare("pin", 5))
            return false;
        for (const Direction direction : {Direction::Inbound, Direction::Outbound}) {
            for (const auto& [scope, requirement] : choices.of(direction)) {
                if (!insert({++id, QString::fromStdString(std::string(name(direction))), asVariant(scope.domain),
                        scope.subdomains ? 1 : 0, QString::fromStdString(requirement.text())}))
                    return false;
            }
        }
        id = 0;
        if (!prepare("domain_note", 3))
            return false;
        for (const auto& [domain, note] : choices.notes) {
            if (!insert({++id, asVariant(domain), asVariant(note)}))
                return false;
        }
        id = 0;
        if (!prepare("muted", 2))
            return false;
        for (const std::string& domain : choices.muted) {
            if (!insert({++id, asVariant(domain)}))
                return false;
        }
        return true;
    }

    bool writeWitnesses(const Witnesses& witnesses)
    {
        int id = 0;
        if (!prepare("tls_report", 4))
            return false;
        for (const TlsReport& report : witnesses.reports()) {
            if (!insert({++id, asVariant(report.organization), asVariant(report.id),
                    asVariant(toJson(report).toStdString())}))
                return false;
        }
        id = 0;
        if (!prepare("safer_email", 7))
            return false;
        for (const SaferEmail& row : witnesses.saferEmail()) {
            if (!insert({++id, asVariant(row.domain), asVariant(row.host),
                    QString::fromStdString(std::string(name(row.direction))), asVariant(row.region),
                    asVariant(row.date), row.encrypted}))
                return false;
        }
        return true;
    }

    /** The policies that are kept to be compared: `kind` is policy or pin. */
    bool writeKept(const Choices& choices)
    {
        const auto word = [](Direction direction) { return QString::fromStdString(std::string(name(direction))); };
        int id = 0;
        if (!prepare("kept_default", 5))
            return false;
        for (const Direction direction : {Direction::Inbound, Direction::Outbound}) {
            const auto& kept = choices.keptOf(direction);
            if (kept
                && !insert({++id, word(direction), kept->isA ? QStringLiteral("A") : QStringLiteral("B"),
                    QString::fromStdString(kept->policy.byDefault.text()),
                    kept->policy.refusal == Refusal::Now ? QStringLiteral("now") : QStringLiteral("later")}))
                return false;
        }
        id = 0;
        if (!prepare("kept_row", 6))
            return false;
        for (const Direction direction : {Direction::Inbound, Direction::Outbound}) {
            const auto& kept = choices.keptOf(direction);
            const auto writeRows = [&](const QString& kind, const std::map<Scope, Requirement>& rows) {
                for (const auto& [scope, requirement] : rows) {
                    if (!insert({++id, word(direction), kind, asVariant(scope.domain), scope.subdomains ? 1 : 0,
                            QString::fromStdString(requirement.text())}))
                        return false;
                }
                return true;
            };
            if (kept
                && (!writeRows(QStringLiteral("policy"), kept->policy.rows)
                    || !writeRows(QStringLiteral("pin"), kept->pins)))
                return false;
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
        return lines.isEmpty() ? QStringLiteral("") : lines.join(u'\n'); // longer than other texts may be
    }

    // A null QString or QByteArray would be bound as NULL.
    static QVariant text(const QString& value)
    {
        const QByteArray bytes = value.left(schema::longestText / 3).toUtf8();
        return asVariant({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    }
    static QByteArray blob(const QByteArray& value) { return value.isNull() ? QByteArray("") : value; }

    QSqlDatabase& m_database;
    QSqlQuery m_query;
};

bool isOf(const FileStamp& stamp, const QString& path)
{
    return !stamp.path.isEmpty() && stamp.path == QFileInfo(path).canonicalFilePath();
}

/** What could not be read again is not written. */
Status checkPolicy(const Policy& policy)
{
    for (const Direction direction : {Direction::Inbound, Direction::Outbound}) {
        const DirectionPolicy& part = policy.of(direction);
        if (!Requirement::parse(part.byDefault.text(), direction))
            return Error{ErrorCode::InvalidPolicy, QString::fromStdString(part.byDefault.text()), {}};
        for (const auto& [scope, requirement] : part.rows) {
            if (!Requirement::parse(requirement.text(), direction))
                return Error{ErrorCode::InvalidPolicy, QString::fromStdString(requirement.text()), {}};
        }
    }
    return std::monostate{};
}

} // namespace

Result<FileStamp> saveWorkspace(
    const Workspace& workspace, const QString& path, Overwrite overwrite, const std::optional<FileStamp>& before)
{
    if (const Status status = checkPolicy(workspace.policy); !status)
        return status.error();
    SafeFile file(path, overwrite);
    if (const Status status = file.open(); !status)
        return status.error();
    // SQLite would play another program's journal into the new file.
    if (const QString journal = schema::journalBeside(path); !journal.isEmpty())
        return Error{ErrorCode::PendingChanges, path, journal};
    {
        schema::Connection connection(file.temporaryPath(), schema::Connection::Mode::Write);
        if (!connection.isOpen())
            return Error{ErrorCode::CannotWrite, path, connection.database().lastError().databaseText()};
        Writer writer(connection.database());
        if (!writer.write(workspace))
            return Error{ErrorCode::CannotWrite, path, writer.error()};
    }
    if (const auto written = openWorkspace(file.temporaryPath()); !written)
        return Error{ErrorCode::CannotWrite, path, written.error().detail};
    const std::optional<FileStamp> expected
        = before || !isOf(workspace.stamp, path) ? before : std::optional(workspace.stamp);
    if (const Status status = file.commit(expected); !status)
        return status.error();
    return file.stamp();
}

} // namespace waxseal
