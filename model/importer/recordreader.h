// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/importer/linereader.h"
#include "model/importer/timestamp.h"

#include <QByteArray>

#include <memory>
#include <string>

namespace waxseal {

/** One log record, whatever wrapped it. Views live until the next one is read. */
struct LogRecord
{
    qint64 time = 0; ///< µs since 1970, UTC
    std::uint32_t pid = 0;
    std::string_view host;
    std::string_view program; ///< the syslog tag: "postfix/smtpd"
    std::string_view text;
    std::uint64_t offset = 0; ///< of the record's first byte in the decompressed file
    std::uint32_t repeated = 1; ///< "message repeated N times"
};

/** How a line wraps its record. */
enum class Envelope : std::uint8_t
{
    Unknown,
    Bsd,
    Iso,
    Rfc5424,
    JournalFull,
    JournalJson,
    JournalExport
};
std::string_view name(Envelope envelope); ///< "bsd", "iso", "rfc5424", "short-full", "json", "export"

/**
 * Reads records from a stream of lines. Lines may change their envelope in the middle of a file (a syslog daemon was
 * reconfigured); container prefixes ("postfix-1  | ") and a byte order mark are taken off.
 */
class RecordReader
{
public:
    RecordReader(LineReader lines, TimeStampReader times);

    bool next(LogRecord& record); ///< false at the end
    const LineReader& lines() const { return m_lines; }
    const TimeStampReader& times() const { return m_times; }
    std::uint64_t lineCount() const { return m_lineCount; }
    std::uint64_t skipped() const { return m_skipped; } ///< lines in no known form
    std::uint64_t repeatedLines() const { return m_repeated; }
    Envelope envelope() const { return m_envelope; } ///< of the last record
    std::string_view currentLine() const { return m_line; } ///< the last text line, header and all

private:
    bool parseLine(std::string_view line, LogRecord& record);
    bool parseText(std::string_view text, LogRecord& record);
    bool parseRfc5424(std::string_view text, LogRecord& record);
    bool parseTag(std::string_view text, LogRecord& record);
    bool parseJson(std::string_view line, LogRecord& record);
    bool parseExportEntry(std::string_view firstLine, LogRecord& record);
    bool parseBinaryField(const std::string& key, LogRecord& record);
    bool takeField(std::string_view key, std::string_view value, LogRecord& record);
    bool finishJournal(LogRecord& record);
    void unfoldRepetition(LogRecord& record);

    LineReader m_lines;
    TimeStampReader m_times;
    Envelope m_envelope = Envelope::Unknown;
    std::string_view m_line;
    std::uint64_t m_lineCount = 0;
    std::uint64_t m_skipped = 0;
    std::uint64_t m_repeated = 0;

    // A journal record's fields are copied here: JSON escapes and binary fields have no view of their own.
    std::string m_journalText;
    std::string m_journalHost;
    std::string m_journalProgram;
    std::uint32_t m_journalPid = 0;
    qint64 m_journalTime = 0;
    // "last message repeated N times" needs the record before.
    std::string m_host; // of the last text line
    std::string m_lastText;
    std::string m_lastProgram;
    std::uint32_t m_lastPid = 0;
};

} // namespace waxseal
