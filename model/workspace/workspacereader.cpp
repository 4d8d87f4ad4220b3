// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/workspace/workspace.h"

#include "model/core/domainname.h"
#include "model/witness/tlsreport.h"
#include "model/workspace/workspaceschema.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>
#include <QStringDecoder>
#include <QtEndian>

#include <array>
#include <limits>
#include <map>
#include <set>
#include <vector>

namespace waxseal {

namespace {

using schema::longestJoiner;
using schema::longestProbe;
using schema::longestText;
constexpr qsizetype longestList = 64 << 20; // of transports, of local domains

QString reason(const QSqlError& error)
{
    return error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
}

int primaryCode(const QSqlError& error)
{
    return error.nativeErrorCode().toInt() & 0xFF;
}

class Reader
{
public:
    Reader(QSqlDatabase& database, unsigned version)
        : m_query(database)
        , m_version(version)
    {
        m_query.setForwardOnly(true);
    }

    bool read(Workspace& workspace)
    {
        ImportState& state = workspace.state;
        return prepareConnection() && checkSchema() && readMeta(workspace) && readDictionaries(state.settled)
            && readFacts(state.settled) && readPieces(state) && readReports(state) && readPolicy(workspace.policy)
            && readProbes(workspace) && readChoices(workspace.choices) && readKept(workspace.choices)
            && readWitnesses(workspace.witnesses);
    }

    /** What was wrong, for the curious: a table and a reason. */
    QString detail() const { return m_detail; }
    /** SQLite's primary result code (https://www.sqlite.org/rescode.html) when it was SQLite that failed; 0 otherwise.
     */
    int resultCode() const { return m_resultCode; }

private:
    bool fail(const QSqlError& error)
    {
        if (m_detail.isEmpty())
            m_resultCode = primaryCode(error);
        return fail(reason(error));
    }

    bool fail(const QString& detail)
    {
        if (m_detail.isEmpty())
            m_detail = detail;
        return false;
    }

    bool prepareConnection()
    {
        for (const QString& pragma : {QStringLiteral("PRAGMA trusted_schema = OFF"),
                 QStringLiteral("PRAGMA cell_size_check = ON"), QStringLiteral("PRAGMA mmap_size = 0")}) {
            if (!m_query.exec(pragma))
                return fail(m_query.lastError());
        }
        return true;
    }

    /** Every table of ours must be a plain table with our very columns: no view, no virtual table, no computed column.
     */
    bool checkSchema()
    {
        std::map<QString, QString> found;
        if (!m_query.exec(QStringLiteral("SELECT name, sql FROM sqlite_master WHERE type = 'table'")))
            return fail(m_query.lastError());
        while (m_query.next()) {
            if (found.size() > 1000)
                return fail(QStringLiteral("sqlite_master"));
            found.insert_or_assign(m_query.value(0).toString(), m_query.value(1).toString());
        }
        if (m_query.lastError().isValid())
            return fail(m_query.lastError());
        for (const schema::Table& table : schema::tables) {
            const auto at = found.find(QString::fromLatin1(table.name));
            if (at == found.end() && table.mayLack)
                continue;
            if (at == found.end() || at->second != QLatin1StringView(table.statementOf(m_version)))
                return fail(QString::fromLatin1(table.name));
            m_tables.insert(table.name);
        }
        return true;
    }

    /** Calls `row()` for every row of a table, in the order of ascending row numbers. */
    template <typename Row>
    bool each(const char* table, const char* columns, Row row)
    {
        // NOT INDEXED: an index that another tool has added is not ours to trust.
        if (!m_query.exec(QStringLiteral("SELECT rowid, %1 FROM %2 NOT INDEXED")
                              .arg(QLatin1StringView(columns), QLatin1StringView(table))))
            return fail(m_query.lastError());
        m_last = std::numeric_limits<qint64>::min();
        while (m_query.next()) {
            const qint64 number = m_query.value(0).toLongLong();
            if (number <= m_last)
                return fail(QString::fromLatin1(table));
            m_last = number;
            m_sound = true;
            if (!row() || !m_sound)
                return fail(QStringLiteral("%1 %2").arg(QLatin1StringView(table)).arg(number));
        }
        return !m_query.lastError().isValid() || fail(m_query.lastError());
    }

    // Values of the current row. What is out of bounds makes the row unsound.
    std::uint64_t integer(int column, std::uint64_t most)
    {
        const QVariant value = m_query.value(column);
        const qint64 number = value.toLongLong();
        if (value.typeId() != QMetaType::LongLong || number < 0 || static_cast<std::uint64_t>(number) > most) {
            m_sound = false;
            return 0;
        }
        return static_cast<std::uint64_t>(number);
    }

    std::uint64_t large(int column) { return integer(column, std::numeric_limits<qint64>::max()); }

    /** The id of a server: lower-case letters, digits and hyphens, whether this program knows it or not. */
    std::string serverId(int column)
    {
        std::string id = string(column);
        constexpr std::size_t longest = 40;
        m_sound = m_sound && id.size() <= longest
            && id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
        return id;
    }

    qint64 anyInteger(int column)
    {
        const QVariant value = m_query.value(column);
        m_sound = m_sound && value.typeId() == QMetaType::LongLong;
        return value.toLongLong();
    }

    QByteArray bytes(int column, qsizetype longest = longestText)
    {
        const QVariant value = m_query.value(column);
        const bool isText = value.typeId() == QMetaType::QString;
        QByteArray out = isText ? value.toString().toUtf8() : value.toByteArray();
        if ((!isText && value.typeId() != QMetaType::QByteArray) || out.size() > longest) {
            m_sound = false;
            out.clear();
        }
        return out;
    }

    QString text(int column)
    {
        // Keeps a byte order mark, which is one of a stranger's characters here.
        QStringDecoder decoder(
            QStringConverter::Utf8, QStringConverter::Flag::Stateless | QStringConverter::Flag::ConvertInitialBom);
        return decoder(bytes(column));
    }
    std::string string(int column) { return bytes(column).toStdString(); }

    static bool readNetworks(const std::string& list, std::vector<Cidr>& networks)
    {
        for (const QByteArray& each : QByteArray::fromStdString(list).split(',')) {
            if (each.isEmpty())
                continue;
            const auto network = Cidr::parse(each.toStdString());
            if (!network)
                return false;
            networks.push_back(*network);
        }
        return true;
    }

    static bool readLocalDomains(const QByteArray& lines, ImportState& state)
    {
        for (const QByteArray& line : lines.split('\n')) {
            if (line.isEmpty())
                continue;
            const auto domain = DomainName::parse(line.toStdString());
            if (!domain)
                return false;
            state.localDomains.push_back(domain->ascii());
        }
        return true;
    }

    /** A time of a log, µs since 1970. */
    static qint64 timeOf(const QByteArray& digits, bool& sound)
    {
        constexpr qint64 latest = qint64{253'402'300'800} * 1'000'000; // the year 10000
        bool isNumber = false;
        const qint64 time = digits.toLongLong(&isNumber);
        sound = sound && isNumber && time >= -latest && time <= latest;
        return sound ? time : 0;
    }

    /** Days since 1970. */
    static qint64 dayOf(const QByteArray& digits, bool& sound)
    {
        constexpr qint64 latest = 2'932'897; // the year 10000
        bool isNumber = false;
        const qint64 day = digits.toLongLong(&isNumber);
        sound = sound && isNumber && day >= -latest && day <= latest;
        return sound ? day : 0;
    }

    static void takeClock(Piece& piece, const Piece& from)
    {
        piece.clock = from.clock;
        piece.suspect = from.suspect;
        piece.day = from.day;
        piece.suspectDay = from.suspectDay;
    }

    static bool readHosts(const QByteArray& lines, ImportState& state)
    {
        bool sound = true;
        for (const QByteArray& line : lines.split('\n')) {
            if (line.isEmpty())
                continue;
            const QList<QByteArray> parts = line.split(' ');
            if (parts.size() != 3)
                return false;
            const TimeSpan span{timeOf(parts[0], sound), timeOf(parts[1], sound)};
            state.hosts[QByteArray::fromPercentEncoding(parts[2]).toStdString()] = span;
        }
        return sound;
    }

    bool readClocks(const QByteArray& lines)
    {
        bool sound = true;
        for (const QByteArray& line : lines.split('\n')) {
            if (line.isEmpty())
                continue;
            const QList<QByteArray> parts = line.split(' ');
            if (parts.size() != 4)
                return false;
            Piece piece;
            piece.clock = timeOf(parts[0], sound);
            piece.suspect = timeOf(parts[1], sound);
            piece.day = dayOf(parts[2], sound);
            piece.suspectDay = dayOf(parts[3], sound);
            m_clocks.push_back(piece);
        }
        return sound;
    }

    bool readMeta(Workspace& workspace)
    {
        ImportState& state = workspace.state;
        constexpr quint64 mostForwarded = quint64{1} << 62;
        quint64 forwarded = 0;
        state.isRepeatable = false; // unless it says so
        const bool done = each("meta", "key, value", [&] {
            const QString key = text(1);
            bool isNumber = true;
            if (key == QStringLiteral("first_time"))
                state.firstTime = text(2).toLongLong(&isNumber);
            else if (key == QStringLiteral("last_time"))
                state.lastTime = text(2).toLongLong(&isNumber);
            else if (key == QStringLiteral("time_zone"))
                state.timeZone = string(2);
            else if (key == QStringLiteral("relay_host"))
                return state.routing.setRelayHost(string(2)).hasValue();
            else if (key == QStringLiteral("transports"))
                return state.routing.addTransports(bytes(2, longestList).toStdString()).hasValue();
            else if (key == QStringLiteral("local_domains"))
                return readLocalDomains(bytes(2, longestList), state);
            else if (key == QStringLiteral("tests_vote"))
                workspace.testsVote = text(2) != QStringLiteral("no");
            else if (key == QStringLiteral("excluded_forwarded"))
                forwarded = text(2).toULongLong(&isNumber);
            else if (key == QStringLiteral("period")) {
                const auto period = PeriodChoice::parse(string(2));
                workspace.period = period.value_or(PeriodChoice());
                return period.has_value();
            } else if (key == QStringLiteral("repeatable"))
                state.isRepeatable = text(2) == QStringLiteral("yes");
            else if (key == QStringLiteral("hosts"))
                return readHosts(bytes(2, longestList), state);
            else if (key == QStringLiteral("clocks"))
                return readClocks(bytes(2, longestList));
            else if (key == QStringLiteral("forwarders"))
                return readNetworks(string(2), state.forwarders);
            return isNumber && state.timeZone.size() <= 100;
        });
        return done && each("excluded", "reinjected, authenticated, internal, rejected", [&] {
            state.excluded = {large(1), large(2), large(3), large(4), std::min(forwarded, mostForwarded)};
            return true;
        }) && readJoiners(state);
    }

    bool readJoiners(ImportState& state)
    {
        if (m_version == 1) {
            return each("joiner", "state", [&] {
                QByteArray saved = bytes(1, longestJoiner);
                return saved.isEmpty() || state.joiners.emplace(schema::firstServer, std::move(saved)).second;
            });
        }
        return each("joiner", "server, state", [&] {
            const std::string server = serverId(1);
            return !server.empty() && state.joiners.size() < schema::mostJoiners
                && state.joiners.emplace(server, bytes(2, longestJoiner)).second;
        });
    }

    bool readDictionary(const char* table, const char* column, Dictionary& dictionary, std::uint64_t most)
    {
        std::uint64_t next = 0;
        // Ids count from 0 without gaps, and no text comes twice: so the number that we give is the number that it has.
        return each(table, column, [&] {
            const std::string value = string(1);
            return m_last == static_cast<qint64>(next) && next <= most && dictionary.id(value) == next++;
        }) && (next == dictionary.size() || fail(QString::fromLatin1(table)));
    }

    bool readDictionaries(FactTable& facts)
    {
        std::uint64_t hosts = 0;
        std::uint64_t levels = 0;
        return readDictionary("domain", "name", facts.domains, HashIndex::empty - 1)
            && readDictionary("file", "path", facts.files, std::numeric_limits<FileId>::max())
            && each("host", "address, name",
                [&] {
                    const std::string written = string(1);
                    const auto address = written.empty() ? std::optional(IpAddress{}) : IpAddress::parse(written);
                    return address && m_last == static_cast<qint64>(hosts)
                        && facts.hostId(*address, string(2)) == hosts++;
                })
            && (hosts == facts.hostCount() || fail(QStringLiteral("host")))
            && each("tls", "state, version, trust, cipher",
                [&] {
                    TlsFact fact;
                    fact.state = static_cast<TlsState>(integer(1, static_cast<unsigned>(TlsState::Tls)));
                    fact.version = static_cast<TlsVersion>(integer(2, static_cast<unsigned>(TlsVersion::Tls13)));
                    fact.trust = static_cast<Trust>(integer(3, static_cast<unsigned>(Trust::Verified)));
                    fact.cipher = string(4);
                    return m_last == static_cast<qint64>(levels) && facts.tlsId(fact) == levels++;
                })
            && (levels == facts.tlsCount() || fail(QStringLiteral("tls")));
    }

    Evidence evidence(int column, const FactTable& facts)
    {
        const Evidence place{static_cast<std::uint64_t>(anyInteger(column))};
        m_sound = m_sound && (place.isNull() || place.file() < facts.files.size());
        return place;
    }

    bool readFacts(FactTable& facts)
    {
        constexpr std::uint64_t most = std::numeric_limits<std::uint32_t>::max();
        return each("fact",
            "day, direction, spam, fell_back, tls, domain, next_hop, host, messages, recipients, evidence1, evidence2",
            [&] {
                FactKey key;
                key.day = static_cast<Day>(integer(1, std::numeric_limits<Day>::max()));
                key.direction = static_cast<Direction>(integer(2, static_cast<unsigned>(Direction::Submission)));
                key.spam = static_cast<SpamVerdict>(integer(3, static_cast<unsigned>(SpamVerdict::Spam)));
                key.fellBack = integer(4, 1) != 0;
                key.tls = static_cast<TlsId>(integer(5, facts.tlsCount() - 1));
                key.domain = static_cast<DomainId>(integer(6, facts.domains.size() - 1));
                key.nextHop = static_cast<DomainId>(integer(7, facts.domains.size() - 1));
                key.host = static_cast<HostId>(integer(8, facts.hostCount() - 1));
                const auto messages = static_cast<std::uint32_t>(integer(9, most));
                const auto recipients = static_cast<std::uint32_t>(integer(10, most));
                const Evidence first = evidence(11, facts);
                const Evidence second = evidence(12, facts);
                if (!m_sound)
                    return false;
                const std::size_t before = facts.size();
                facts.add(key, messages, recipients, first);
                if (!second.isNull())
                    facts.add(key, 0, 0, second);
                return facts.size() == before + 1; // a key that comes twice is damage
            });
    }

    bool readPieces(ImportState& state)
    {
        return each("piece", "path, head_hash, head_length, consumed, tail_hash, tail_length, year", [&] {
            constexpr std::uint64_t most = std::numeric_limits<std::uint32_t>::max();
            Piece piece;
            piece.path = text(1);
            piece.headHash = bytes(2, 64);
            piece.headLength = static_cast<std::uint32_t>(integer(3, most));
            piece.consumed = large(4);
            piece.tailHash = bytes(5, 64);
            piece.tailLength = static_cast<std::uint32_t>(integer(6, most));
            piece.year = static_cast<int>(integer(7, 9999));
            if (state.pieces.size() < m_clocks.size())
                takeClock(piece, m_clocks[state.pieces.size()]);
            state.pieces.push_back(piece);
            return piece.tailLength <= piece.consumed;
        });
    }

    bool readReports(ImportState& state)
    {
        return each("note", m_version == 1 ? "code, count, subject, detail" : "code, count, subject, detail, server",
                   [&] {
                       ImportNote note;
                       note.code
                           = static_cast<ImportNote::Code>(integer(1, static_cast<unsigned>(ImportNote::lastCode)));
                       note.count = large(2);
                       note.subject = text(3);
                       note.detail = text(4);
                       if (m_version > 1)
                           note.server = serverId(5);
                       state.notes.push_back(note);
                       return true;
                   })
            && each("source", "path, format, envelope, bytes, lines, skipped",
                [&] {
                    state.sources.push_back({text(1), text(2), text(3), large(4), large(5), large(6)});
                    return true;
                })
            && each("internal_network", "network", [&] {
                   const auto network = Cidr::parse(string(1));
                   if (network)
                       state.internal.push_back(*network);
                   return network.has_value();
               });
    }

    std::optional<Direction> direction(int column)
    {
        const std::string word = string(column);
        if (word == name(Direction::Inbound))
            return Direction::Inbound;
        if (word == name(Direction::Outbound))
            return Direction::Outbound;
        return {};
    }

    bool readPolicy(Policy& policy)
    {
        return each("policy_default", "direction, requirement, refusal", [&] {
            const auto way = direction(1);
            const auto requirement = way ? Requirement::parse(string(2), *way) : std::nullopt;
            const QString refusal = text(3);
            if (!requirement || (refusal != QStringLiteral("now") && refusal != QStringLiteral("later")))
                return false;
            policy.of(*way).byDefault = *requirement;
            policy.of(*way).refusal = refusal == QStringLiteral("now") ? Refusal::Now : Refusal::Later;
            return true;
        }) && each("policy", "direction, domain, subdomains, requirement", [&] {
            const auto way = direction(1);
            const auto requirement = way ? Requirement::parse(string(4), *way) : std::nullopt;
            const Scope scope{string(2), integer(3, 1) != 0};
            return requirement && policy.of(*way).rows.emplace(scope, *requirement).second;
        });
    }

    bool readProbes(Workspace& workspace)
    {
        return each("probe", "domain, time, json", [&] {
            Workspace::ProbeRecord probe;
            probe.domain = text(1);
            probe.time = QDateTime::fromMSecsSinceEpoch(anyInteger(2), Qt::UTC);
            probe.json = bytes(3, longestProbe);
            workspace.probes.push_back(probe);
            return probe.time.isValid();
        });
    }

    bool readChoices(Choices& choices)
    {
        const bool pinned = !m_tables.contains("pin") || each("pin", "direction, domain, subdomains, requirement", [&] {
            const auto way = direction(1);
            const auto requirement = way ? Requirement::parse(string(4), *way) : std::nullopt;
            const Scope scope{string(2), integer(3, 1) != 0};
            return requirement && choices.of(*way).emplace(scope, *requirement).second;
        });
        const bool noted = !m_tables.contains("domain_note") || each("domain_note", "domain, text", [&] {
            const std::string note = string(2);
            return !note.empty() && note.size() <= longestNote && choices.notes.emplace(string(1), note).second;
        });
        const bool muted = !m_tables.contains("muted")
            || each("muted", "domain", [&] { return choices.muted.insert(string(1)).second; });
        return pinned && noted && muted;
    }

    bool readWitnesses(Witnesses& witnesses)
    {
        const bool reported
            = !m_tables.contains("tls_report") || each("tls_report", "organization, report_id, json", [&] {
                  const std::string organization = string(1);
                  const std::string id = string(2);
                  auto report = readTlsReport(bytes(3, schema::longestReport).toStdString());
                  return report && report->organization == organization && report->id == id
                      && witnesses.add(std::move(report).value()) == Witnesses::Added::New;
              });
        return reported
            && (!m_tables.contains("safer_email")
                || each("safer_email", "domain, host, direction, region, date, millionths", [&] {
                       const auto way = direction(3);
                       SaferEmail row{string(1), string(2), string(4), string(5), way.value_or(Direction::Inbound),
                           static_cast<std::uint32_t>(integer(6, 1'000'000))};
                       return way && witnesses.add(std::move(row)) == Witnesses::Added::New;
                   }));
    }

    bool readKept(Choices& choices)
    {
        if (!m_tables.contains("kept_default") || !m_tables.contains("kept_row"))
            return true;
        std::array<std::shared_ptr<KeptPolicy>, 3> kept;
        const bool done = each("kept_default", "direction, letter, requirement, refusal", [&] {
            const auto way = direction(1);
            const auto requirement = way ? Requirement::parse(string(3), *way) : std::nullopt;
            const QString letter = text(2);
            const QString refusal = text(4);
            if (!requirement || kept[static_cast<std::size_t>(*way)]
                || (letter != QStringLiteral("A") && letter != QStringLiteral("B"))
                || (refusal != QStringLiteral("now") && refusal != QStringLiteral("later")))
                return false;
            auto one = std::make_shared<KeptPolicy>();
            one->isA = letter == QStringLiteral("A");
            one->policy.byDefault = *requirement;
            one->policy.refusal = refusal == QStringLiteral("now") ? Refusal::Now : Refusal::Later;
            kept[static_cast<std::size_t>(*way)] = std::move(one);
            return true;
        }) && each("kept_row", "direction, kind, domain, subdomains, requirement", [&] {
            const auto way = direction(1);
            const auto requirement = way ? Requirement::parse(string(5), *way) : std::nullopt;
            const QString kind = text(2);
            const Scope scope{string(3), integer(4, 1) != 0};
            if (!requirement || !kept[static_cast<std::size_t>(*way)]
                || (kind != QStringLiteral("policy") && kind != QStringLiteral("pin")))
                return false;
            KeptPolicy& one = *kept[static_cast<std::size_t>(*way)];
            auto& rows = kind == QStringLiteral("pin") ? one.pins : one.policy.rows;
            return rows.emplace(scope, *requirement).second;
        });
        for (std::size_t i = 0; i < kept.size(); ++i)
            choices.kept[i] = std::move(kept[i]);
        return done;
    }

    QSqlQuery m_query;
    std::set<std::string_view> m_tables; // of ours, those that the file has
    QString m_detail;
    int m_resultCode = 0;
    qint64 m_last = 0;
    bool m_sound = true;
    unsigned m_version;
    std::vector<Piece> m_clocks; // how far the stamps of each had come, and nothing else of it
};

/** What a result code of SQLite means for who wants to open the file. */
Error failureOf(const QString& path, int code, const QString& detail)
{
    const QString journal = schema::journalBeside(path);
    switch (code) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return {ErrorCode::InUse, path, detail};
    case 3: // SQLITE_PERM
    case 8: // SQLITE_READONLY: a journal would have to be played back
    case 14: // SQLITE_CANTOPEN: the shared memory of a write-ahead log could not be made
    case 23: // SQLITE_AUTH
        break;
    case 7: // SQLITE_NOMEM
    case 10: // SQLITE_IOERR
    case 13: // SQLITE_FULL
        return {ErrorCode::CannotRead, path, detail};
    default:
        // The pages may come from the journal of another file.
        return {journal.isEmpty() ? ErrorCode::DamagedWorkspace : ErrorCode::PendingChanges, path,
            journal.isEmpty() ? detail : journal};
    }
    if (!journal.isEmpty())
        return {ErrorCode::PendingChanges, path, journal};
    return {ErrorCode::CannotOpen, path, detail};
}

} // namespace

Result<Workspace> openWorkspace(const QString& path)
{
    const QFileInfo info(path);
    if (info.exists() && !info.isFile() && !info.isDir())
        return Error{ErrorCode::NotAPlainFile, path, {}};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::CannotOpen, path, file.errorString()};
    const QByteArray head = file.read(100);
    if (file.error() != QFileDevice::NoError)
        return Error{ErrorCode::CannotRead, path, file.errorString()};
    file.close();
    if (!isWorkspace(path))
        return Error{ErrorCode::NotAWorkspace, path, {}};
    // https://www.sqlite.org/fileformat2.html: user_version is at offset 60; 2 at offset 19 is a write-ahead log.
    const quint32 version = qFromBigEndian<quint32>(head.constData() + 60);
    if (version > workspaceVersion)
        return Error{ErrorCode::NewerWorkspace, path, QString::number(version)};
    if (version == 0)
        return Error{ErrorCode::DamagedWorkspace, path, QStringLiteral("user_version")};

    const FileStamp stamp = fileStamp(path); // before it is read: what changes from now on is noticed
    // A program that set the file to a write-ahead log has it open only while there is such a log. Without one nothing
    // needs to be made beside the file, whose folder may be somebody else's.
    const bool isAlone = head[19] == 2 && schema::journalBeside(path).isEmpty();
    schema::Connection connection(path, isAlone ? schema::Connection::Mode::ReadAlone : schema::Connection::Mode::Read);
    if (!connection.isOpen()) {
        const QSqlError error = connection.database().lastError();
        return failureOf(path, primaryCode(error), reason(error));
    }
    Workspace workspace;
    workspace.stamp = stamp;
    Reader reader(connection.database(), version);
    if (!reader.read(workspace))
        return failureOf(path, reader.resultCode(), reader.detail());
    return workspace;
}

} // namespace waxseal
