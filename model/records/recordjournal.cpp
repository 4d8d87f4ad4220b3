// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The journal's own forms: fields of an entry, its export format, and journalctl -o verbose.

#include "model/records/recordreader.h"

#include "model/core/bytes.h"

#include <algorithm>

namespace waxseal {

bool RecordReader::takeField(std::string_view key, std::string_view value)
{
    if (key == "MESSAGE") {
        m_journalText.assign(value);
    } else if (key == "SYSLOG_IDENTIFIER") {
        m_journalProgram.assign(value);
    } else if (key == "_HOSTNAME") {
        m_journalHost.assign(value);
    } else if (key == "SYSLOG_PID" || (key == "_PID" && m_journalPid == 0)) {
        m_journalPid = static_cast<std::uint32_t>(takeNumber(value).value_or(0));
    } else if (key == "__REALTIME_TIMESTAMP") {
        m_journalTime = static_cast<qint64>(takeNumber(value).value_or(0));
    } else if (key == "CONTAINER_NAME" || key == "CONTAINER_ID") {
        m_journalContainer = true;
    } else {
        return false;
    }
    return true;
}

void RecordReader::clearJournal()
{
    m_journalText.clear();
    m_journalProgram.clear();
    m_journalHost.clear();
    m_journalPid = 0;
    m_journalTime = 0;
    m_journalContainer = false;
}

bool RecordReader::finishJournal(LogRecord& record)
{
    if (m_journalTime == 0 || m_journalProgram.empty())
        return false;
    record.time = m_journalTime;
    record.pid = m_journalPid;
    record.host = m_journalHost;
    record.program = m_journalProgram;
    record.text = m_journalText;
    if (m_journalContainer) // Docker's journald driver: the text is a line of the container's own syslog
        parseContainerDriver(record, {});
    return true;
}

/** "KEY\n<64-bit little-endian length><bytes>\n", the key's line already read; false when it is cut off or damaged. */
bool RecordReader::parseBinaryField(const std::string& key)
{
    std::string_view bytes;
    if (!m_lines.nextBytes(8, bytes))
        return false;
    std::uint64_t length = 0;
    for (std::size_t i = 8; i-- > 0;)
        length = (length << 8) | static_cast<unsigned char>(bytes[i]);
    constexpr std::uint64_t longestField = 768 * 1024 * 1024; // journald's own bound
    if (length > longestField)
        return false;
    if (length < LineReader::longestLine) {
        if (!m_lines.nextBytes(static_cast<std::size_t>(length) + 1, bytes) || bytes.back() != '\n')
            return false;
        takeField(key, bytes.substr(0, bytes.size() - 1));
        return true;
    }
    for (std::uint64_t left = length + 1; left > 0; left -= bytes.size()) { // a core dump, say
        if (!m_lines.nextBytes(static_cast<std::size_t>(std::min<std::uint64_t>(left, LineReader::longestLine)), bytes))
            return false;
    }
    return bytes.back() == '\n';
}

/** Journal Export Format: "KEY=value" lines and binary fields; an empty line ends the entry. */
bool RecordReader::parseExportEntry(std::string_view firstLine, LogRecord& record)
{
    clearJournal();
    const std::uint64_t start = record.offset;
    const std::uint64_t linesBefore = m_lineCount - 1;
    m_lines.hold();
    std::string_view line = firstLine;
    bool whole = true;
    while (!line.empty()) {
        const std::size_t equals = line.find('=');
        if (equals != std::string_view::npos)
            takeField(line.substr(0, equals), line.substr(equals + 1));
        else
            whole = parseBinaryField(std::string(line));
        if (!whole)
            break;
        if (!m_lines.next(line)) {
            whole = m_lines.endIsFinal();
            break;
        }
        ++m_lineCount;
    }
    // An entry that is still being written is read when it is whole; a damaged one is over where the next begins.
    if (!whole && m_lines.atEnd() && !m_lines.endIsFinal() && m_lines.giveBack()) {
        m_lineCount = linesBefore;
        return false;
    }
    m_lines.release();
    m_envelope = Envelope::JournalExport;
    record.offset = start;
    return whole && finishJournal(record);
}

/**
 * journalctl -o verbose: "Sun 2026-11-22 12:45:03.000008 UTC [s=…;i=…;b=…;m=…;t=64a…;x=…]", then "    KEY=value" lines.
 * t= is the time in microseconds since 1970, in hexadecimal.
 */
bool RecordReader::parseVerboseEntry(std::string_view header, LogRecord& record)
{
    std::string_view before;
    std::string_view digits;
    if (!takeUntil(header, ";t=", before) || !takeUntil(header, ";", digits) || digits.empty() || digits.size() > 15)
        return false;
    qint64 time = 0;
    for (const char c : digits) {
        const int value = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
        if (value < 0)
            return false;
        time = time * 16 + value;
    }
    clearJournal();
    const std::uint64_t start = m_lines.lineOffset();
    const std::uint64_t linesBefore = m_lineCount - 1;
    m_lines.hold();
    bool whole = false;
    std::string_view line;
    while (m_lines.next(line)) {
        if (!takePrefix(line, "    ")) { // the next entry, or an empty line
            m_lines.unread();
            whole = true;
            break;
        }
        ++m_lineCount;
        if (const std::size_t equals = line.find('='); equals != std::string_view::npos)
            takeField(line.substr(0, equals), line.substr(equals + 1));
    }
    if (!whole && !m_lines.endIsFinal() && m_lines.giveBack()) {
        m_lineCount = linesBefore;
        return false;
    }
    m_lines.release();
    m_journalTime = time;
    m_envelope = Envelope::JournalVerbose;
    record.offset = start;
    return finishJournal(record);
}

} // namespace waxseal
