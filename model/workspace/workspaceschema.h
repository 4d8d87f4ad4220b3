// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSqlDatabase>
#include <QString>

#include <array>
#include <cstdint>

namespace waxseal::schema {

// Bounds on what a stranger's file may make us hold; nothing longer is written. Rows themselves are bounded by the
// file: every row must have a greater number than the one before, so a page that is linked twice ends the reading.
inline constexpr qsizetype longestText = 1 << 16;
inline constexpr qsizetype longestJoiner = qsizetype{1} << 30;
inline constexpr qsizetype longestProbe = 16 << 20;
inline constexpr qsizetype longestReport = 32 << 20;
inline constexpr std::size_t mostJoiners = 100;
/** The only server whose logs were read when there was version 1, which names none. */
inline constexpr char firstServer[] = "postfix";

/** `PRAGMA application_id`: "WXSL". */
inline constexpr std::uint32_t applicationId = 0x5758534C;

/** A table of the workspace and the very statement that makes it; a file whose tables read otherwise is not opened. */
struct Table
{
    const char* name;
    const char* statement;
    bool mayLack = false; ///< came later: files written before it are whole without
    const char* firstStatement = nullptr; ///< of files of version 1, where it was another

    /** The statement of a file of this `user_version`. */
    const char* statementOf(unsigned version) const
    {
        return version == 1 && firstStatement != nullptr ? firstStatement : statement;
    }
};

inline constexpr std::array tables{
    Table{"meta", "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)"},
    Table{"domain", "CREATE TABLE domain (id INTEGER PRIMARY KEY, name TEXT NOT NULL)"},
    Table{"host", "CREATE TABLE host (id INTEGER PRIMARY KEY, address TEXT NOT NULL, name TEXT NOT NULL)"},
    Table{"file", "CREATE TABLE file (id INTEGER PRIMARY KEY, path TEXT NOT NULL)"},
    Table{"tls",
        "CREATE TABLE tls (id INTEGER PRIMARY KEY, state INTEGER NOT NULL, version INTEGER NOT NULL, trust INTEGER NOT "
        "NULL, "
        "cipher TEXT NOT NULL)"},
    Table{"fact",
        "CREATE TABLE fact (id INTEGER PRIMARY KEY, day INTEGER NOT NULL, direction INTEGER NOT NULL, spam INTEGER NOT "
        "NULL, "
        "fell_back INTEGER NOT NULL, tls INTEGER NOT NULL REFERENCES tls(id), domain INTEGER NOT NULL REFERENCES "
        "domain(id), "
        "next_hop INTEGER NOT NULL REFERENCES domain(id), host INTEGER NOT NULL REFERENCES host(id), "
        "messages INTEGER NOT NULL, recipients INTEGER NOT NULL, evidence1 INTEGER NOT NULL, evidence2 INTEGER NOT "
        "NULL)"},
    Table{"piece",
        "CREATE TABLE piece (id INTEGER PRIMARY KEY, path TEXT NOT NULL, head_hash BLOB NOT NULL, head_length INTEGER "
        "NOT NULL, "
        "consumed INTEGER NOT NULL, tail_hash BLOB NOT NULL, tail_length INTEGER NOT NULL, year INTEGER NOT NULL)"},
    Table{"note",
        "CREATE TABLE note (id INTEGER PRIMARY KEY, code INTEGER NOT NULL, count INTEGER NOT NULL, subject TEXT NOT "
        "NULL, "
        "detail TEXT NOT NULL, server TEXT NOT NULL)",
        false,
        "CREATE TABLE note (id INTEGER PRIMARY KEY, code INTEGER NOT NULL, count INTEGER NOT NULL, subject TEXT NOT "
        "NULL, "
        "detail TEXT NOT NULL)"},
    Table{"source",
        "CREATE TABLE source (id INTEGER PRIMARY KEY, path TEXT NOT NULL, format TEXT NOT NULL, envelope TEXT NOT "
        "NULL, "
        "bytes INTEGER NOT NULL, lines INTEGER NOT NULL, skipped INTEGER NOT NULL)"},
    Table{"excluded",
        "CREATE TABLE excluded (id INTEGER PRIMARY KEY, reinjected INTEGER NOT NULL, authenticated INTEGER NOT NULL, "
        "internal INTEGER NOT NULL, rejected INTEGER NOT NULL)"},
    Table{"internal_network", "CREATE TABLE internal_network (id INTEGER PRIMARY KEY, network TEXT NOT NULL)"},
    Table{"policy_default",
        "CREATE TABLE policy_default (id INTEGER PRIMARY KEY, direction TEXT NOT NULL, requirement TEXT NOT NULL, "
        "refusal TEXT NOT NULL)"},
    Table{"policy",
        "CREATE TABLE policy (id INTEGER PRIMARY KEY, direction TEXT NOT NULL, domain TEXT NOT NULL, "
        "subdomains INTEGER NOT NULL, requirement TEXT NOT NULL)"},
    Table{"probe",
        "CREATE TABLE probe (id INTEGER PRIMARY KEY, domain TEXT NOT NULL, time INTEGER NOT NULL, json TEXT NOT NULL)"},
    Table{"pin",
        "CREATE TABLE pin (id INTEGER PRIMARY KEY, direction TEXT NOT NULL, domain TEXT NOT NULL, "
        "subdomains INTEGER NOT NULL, requirement TEXT NOT NULL)",
        true},
    Table{"domain_note", "CREATE TABLE domain_note (id INTEGER PRIMARY KEY, domain TEXT NOT NULL, text TEXT NOT NULL)",
        true},
    Table{"tls_report",
        "CREATE TABLE tls_report (id INTEGER PRIMARY KEY, organization TEXT NOT NULL, report_id TEXT NOT NULL, json "
        "TEXT "
        "NOT NULL)",
        true},
    Table{"safer_email",
        "CREATE TABLE safer_email (id INTEGER PRIMARY KEY, domain TEXT NOT NULL, host TEXT NOT NULL, direction TEXT "
        "NOT "
        "NULL, region TEXT NOT NULL, date TEXT NOT NULL, millionths INTEGER NOT NULL)",
        true},
    Table{"muted", "CREATE TABLE muted (id INTEGER PRIMARY KEY, domain TEXT NOT NULL)", true},
    Table{"kept_default",
        "CREATE TABLE kept_default (id INTEGER PRIMARY KEY, direction TEXT NOT NULL, letter TEXT NOT NULL, "
        "requirement TEXT NOT NULL, refusal TEXT NOT NULL)",
        true},
    Table{"kept_row",
        "CREATE TABLE kept_row (id INTEGER PRIMARY KEY, direction TEXT NOT NULL, kind TEXT NOT NULL, "
        "domain TEXT NOT NULL, subdomains INTEGER NOT NULL, requirement TEXT NOT NULL)",
        true},
    Table{"joiner", "CREATE TABLE joiner (id INTEGER PRIMARY KEY, server TEXT NOT NULL, state BLOB NOT NULL)", false,
        "CREATE TABLE joiner (id INTEGER PRIMARY KEY, state BLOB NOT NULL)"},
};

/** For any SQLite tool: the facts with names instead of numbers. Never read by us. */
inline constexpr char trafficView[]
    = "CREATE VIEW traffic AS SELECT date(fact.day * 86400, 'unixepoch') AS day, "
      "CASE fact.direction WHEN 0 THEN 'inbound' WHEN 1 THEN 'outbound' ELSE 'submission' END AS direction, "
      "domain.name AS domain, hop.name AS next_hop, host.address AS address, host.name AS host, "
      "CASE tls.state WHEN 0 THEN 'unknown' WHEN 1 THEN 'plaintext' ELSE 'tls' END AS tls, "
      "CASE tls.version WHEN 1 THEN 'other' WHEN 2 THEN '1.0' WHEN 3 THEN '1.1' WHEN 4 THEN '1.2' WHEN 5 THEN '1.3' "
      "ELSE '' END AS version, tls.cipher AS cipher, "
      "CASE tls.trust WHEN 1 THEN 'Anonymous' WHEN 2 THEN 'Untrusted' WHEN 3 THEN 'Trusted' WHEN 4 THEN 'Verified' "
      "ELSE '' END AS trust, CASE fact.spam WHEN 1 THEN 'legitimate' WHEN 2 THEN 'spam' ELSE '' END AS spam, "
      "fact.fell_back AS fell_back, fact.messages AS messages, fact.recipients AS recipients "
      "FROM fact JOIN domain ON domain.id = fact.domain JOIN domain AS hop ON hop.id = fact.next_hop "
      "JOIN host ON host.id = fact.host JOIN tls ON tls.id = fact.tls";

/** The name of a journal of another program's beside `path` that holds something ("x.waxseal-wal"); empty: none. */
QString journalBeside(const QString& path);

/** A connection of its own name, closed and forgotten at the end of its scope. For the thread that makes it. */
class Connection
{
public:
    enum class Mode : std::uint8_t
    {
        Write,
        Read,
        ReadAlone ///< nobody else has it open: SQLite locks nothing and puts no file beside it
    };
    Connection(const QString& path, Mode mode);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    bool isOpen() const { return m_database.isOpen(); }
    QSqlDatabase& database() { return m_database; }

private:
    QString m_name;
    QSqlDatabase m_database;
};

} // namespace waxseal::schema
