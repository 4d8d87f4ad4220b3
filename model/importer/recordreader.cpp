// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/importer/recordreader.h"

#include "model/core/bytes.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace waxseal {

namespace {

constexpr std::uint64_t mostRepetitions = 100'000;

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/** A JSON string, or (journald, when the bytes are not UTF-8) an array of byte numbers; the first of a repeated field.
 */
std::string bytesOf(const QJsonValue& value)
{
    if (value.isString())
        return value.toString().toStdString();
    const QJsonArray array = value.toArray();
    if (!array.isEmpty() && array.first().isString())
        return array.first().toString().toStdString();
    if (!array.isEmpty() && array.first().isArray())
        return bytesOf(array.first());
    std::string bytes;
    bytes.reserve(static_cast<std::size_t>(array.size()));
    for (const auto& byte : array)
        bytes += static_cast<char>(byte.toInt() & 0xff);
    return bytes;
}

} // namespace

std::string_view name(Envelope envelope)
{
    switch (envelope) {
    case Envelope::Unknown:
        return {};
    case Envelope::Bsd:
        return "bsd";
    case Envelope::Iso:
        return "iso";
    case Envelope::Rfc5424:
        return "rfc5424";
    case Envelope::JournalFull:
        return "short-full";
    case Envelope::JournalJson:
        return "json";
    case Envelope::JournalExport:
        return "export";
    }
    return {};
}

RecordReader::RecordReader(LineReader lines, TimeStampReader times)
    : m_lines(std::move(lines))
    , m_times(std::move(times))
{
}

bool RecordReader::next(LogRecord& record)
{
    std::string_view line;
    while (m_lines.next(line)) {
        ++m_lineCount;
        if (m_lineCount == 1)
            takePrefix(line, "\xef\xbb\xbf");
        if (line.empty())
            continue;
        m_line = line;
        record.offset = m_lines.lineOffset();
        record.repeated = 1;
        if (line.starts_with("__CURSOR=") || line.starts_with("__REALTIME_TIMESTAMP=")) {
            if (parseExportEntry(line, record))
                return true;
            if (m_lines.hasPartialLine())
                return false;
            ++m_skipped;
            continue;
        }
        if (parseLine(line, record))
            return true;
        // Files of containers: "service-1  | line", at most one such prefix.
        if (const std::size_t bar = line.substr(0, 80).find(" | "); bar != std::string_view::npos) {
            if (parseLine(line.substr(bar + 3), record))
                return true;
        }
        ++m_skipped;
    }
    return false;
}

bool RecordReader::parseLine(std::string_view line, LogRecord& record)
{
    if (line.empty())
        return false;
    if (line.front() == '{')
        return parseJson(line, record);
    return parseText(line, record);
}

bool RecordReader::parseText(std::string_view text, LogRecord& record)
{
    if (text.front() == '<') { // a priority value, RFC 5424 6.2.1 and RFC 3164 4.1.1
        std::string_view priority;
        if (text.size() < 5 || !takeUntil(text, ">", priority) || priority.size() > 4 || text.empty())
            return false;
        if (takePrefix(text, "1 "))
            return parseRfc5424(text, record);
    }
    if (text.empty())
        return false;
    if (isUpper(text.front())) {
        if (m_times.takeBsd(text, record.time)) {
            m_envelope = Envelope::Bsd;
            return parseTag(text, record);
        }
        if (text.size() > 24 && text[3] == ' ' && isDigit(text[4])) { // "Sun 2026-11-22 …"
            text.remove_prefix(4);
            if (m_times.takeFull(text, record.time)) {
                m_envelope = Envelope::JournalFull;
                return parseTag(text, record);
            }
        }
        return false;
    }
    if (isDigit(text.front())) {
        if (takePrefix(text, "1 ") && parseRfc5424(text, record)) // a collector took the priority off
            return true;
        if (m_times.takeIso(text, record.time)) {
            m_envelope = Envelope::Iso;
            return parseTag(text, record);
        }
    }
    return false;
}

/** `TIMESTAMP HOST APP PROCID MSGID SD MSG` (RFC 5424, 6). */
bool RecordReader::parseRfc5424(std::string_view text, LogRecord& record)
{
    if (!m_times.takeIso(text, record.time))
        return false;
    std::string_view pid;
    std::string_view messageId;
    if (!takeUntil(text, " ", record.host) || !takeUntil(text, " ", record.program) || !takeUntil(text, " ", pid)
        || !takeUntil(text, " ", messageId))
        return false;
    record.pid = static_cast<std::uint32_t>(takeNumber(pid).value_or(0));
    if (!takePrefix(text, "-")) {
        // Structured data: elements in brackets; a quoted value may hold an escaped bracket.
        while (takePrefix(text, "[")) {
            bool quoted = false;
            std::size_t at = 0;
            for (; at < text.size() && (quoted || text[at] != ']'); ++at) {
                if (text[at] == '\\')
                    ++at;
                else if (text[at] == '"')
                    quoted = !quoted;
            }
            if (at >= text.size())
                return false;
            text.remove_prefix(at + 1);
        }
    }
    takePrefix(text, " ");
    takePrefix(text, "\xef\xbb\xbf");
    record.text = text;
    m_envelope = Envelope::Rfc5424;
    unfoldRepetition(record);
    return true;
}

/** `HOST TAG[PID]: text` */
bool RecordReader::parseTag(std::string_view text, LogRecord& record)
{
    // Most lines are of the same host as the one before.
    if (text.size() > m_host.size() && text[m_host.size()] == ' ' && text.starts_with(m_host)) {
        record.host = text.substr(0, m_host.size());
        text.remove_prefix(m_host.size() + 1);
    } else if (takeUntil(text, " ", record.host)) {
        m_host.assign(record.host);
    } else {
        return false;
    }
    std::size_t end = 0;
    while (end < text.size() && text[end] != '[' && text[end] != ':' && text[end] != ' ')
        ++end;
    if (end == 0 || end == text.size())
        return false;
    if (text[end] == ' ') { // no tag: only syslogd's own remark looks like this
        if (!text.starts_with("last message repeated ") && !text.starts_with("message repeated "))
            return false;
        record.text = text;
        record.program = {};
        record.pid = 0;
        unfoldRepetition(record);
        return true;
    }
    record.program = text.substr(0, end);
    record.pid = 0;
    text.remove_prefix(end);
    if (takePrefix(text, "[")) {
        record.pid = static_cast<std::uint32_t>(takeNumber(text).value_or(0));
        std::string_view rest;
        if (!takePrefix(text, "]") && !takeUntil(text, "]", rest))
            return false;
    }
    if (!takePrefix(text, ":"))
        return false;
    takePrefix(text, " ");
    record.text = text;
    unfoldRepetition(record);
    return true;
}

/** rsyslog: "message repeated 3 times: [ text]"; classic syslogd: "last message repeated 3 times". */
void RecordReader::unfoldRepetition(LogRecord& record)
{
    std::string_view text = record.text;
    const char first = text.empty() ? '\0' : text.front();
    if (first != 'l' && first != 'm' && first != 'N' && m_lastText.empty())
        return;
    if (record.program.empty() && takePrefix(text, "last message repeated ")) {
        const auto times = takeNumber(text);
        if (times && text.starts_with(" time") && !m_lastText.empty()) {
            record.repeated = static_cast<std::uint32_t>(std::min(*times, mostRepetitions));
            record.program = m_lastProgram;
            record.text = m_lastText;
            record.pid = m_lastPid;
            ++m_repeated;
        }
        return;
    }
    if (takePrefix(text, "message repeated ")) {
        const auto times = takeNumber(text);
        if (times && takePrefix(text, " times: [") && text.ends_with(']')) {
            takePrefix(text, " ");
            text.remove_suffix(1);
            record.repeated = static_cast<std::uint32_t>(std::min(*times, mostRepetitions));
            record.text = text;
            ++m_repeated;
        }
        return;
    }
    // Only short lines are ever folded in practice, and only refusals matter when they are.
    if (text.starts_with("NOQUEUE:")) {
        m_lastText.assign(text);
        m_lastProgram.assign(record.program);
        m_lastPid = record.pid;
    } else if (!m_lastText.empty()) {
        m_lastText.clear();
    }
}

bool RecordReader::takeField(std::string_view key, std::string_view value, LogRecord& record)
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
    } else {
        return false;
    }
    Q_UNUSED(record)
    return true;
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
    return true;
}

bool RecordReader::parseJson(std::string_view line, LogRecord& record)
{
    QJsonParseError failure;
    const QByteArray bytes = QByteArray::fromRawData(line.data(), static_cast<qsizetype>(line.size()));
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &failure);
    if (failure.error != QJsonParseError::NoError || !document.isObject())
        return false;
    const QJsonObject object = document.object();
    m_journalText = bytesOf(object.value(QLatin1StringView("MESSAGE")));
    m_journalProgram = bytesOf(object.value(QLatin1StringView("SYSLOG_IDENTIFIER")));
    m_journalHost = bytesOf(object.value(QLatin1StringView("_HOSTNAME")));
    m_journalPid = 0;
    m_journalTime = 0;
    for (const char* key : {"SYSLOG_PID", "_PID", "__REALTIME_TIMESTAMP"})
        takeField(key, bytesOf(object.value(QLatin1StringView(key))), record);
    m_envelope = Envelope::JournalJson;
    return finishJournal(record);
}

/** "KEY\n<64-bit little-endian length><bytes>\n", the key's line already read; false when it is cut off or damaged. */
bool RecordReader::parseBinaryField(const std::string& key, LogRecord& record)
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
        takeField(key, bytes.substr(0, bytes.size() - 1), record);
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
    m_journalText.clear();
    m_journalProgram.clear();
    m_journalHost.clear();
    m_journalPid = 0;
    m_journalTime = 0;
    const std::uint64_t start = record.offset;
    const std::uint64_t linesBefore = m_lineCount - 1;
    m_lines.hold();
    std::string_view line = firstLine;
    bool whole = true;
    while (!line.empty()) {
        const std::size_t equals = line.find('=');
        if (equals != std::string_view::npos)
            takeField(line.substr(0, equals), line.substr(equals + 1), record);
        else
            whole = parseBinaryField(std::string(line), record);
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

} // namespace waxseal
