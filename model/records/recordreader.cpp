// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/records/recordreader.h"

#include "model/core/bytes.h"

#include <algorithm>
#include <array>
#include <span>

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

bool isOneOf(std::string_view word, std::span<const std::string_view> words)
{
    return std::any_of(words.begin(), words.end(), [&](std::string_view known) {
        return known.size() == word.size()
            && std::equal(word.begin(), word.end(), known.begin(), [](char a, char b) { return asciiLower(a) == b; });
    });
}

bool isDigits(std::string_view text)
{
    return !text.empty() && text.size() <= 2 && std::all_of(text.begin(), text.end(), isDigit);
}

/** "mail.info", "<mail.info>", "2.6", "INFO": what syslogd or a template prints of a priority. */
bool isPriority(std::string_view word)
{
    using namespace std::string_view_literals;
    static constexpr std::array levels{"emerg"sv, "panic"sv, "alert"sv, "crit"sv, "critical"sv, "err"sv, "error"sv,
        "warn"sv, "warning"sv, "notice"sv, "info"sv, "debug"sv};
    static constexpr std::array facilities{"kern"sv, "user"sv, "mail"sv, "daemon"sv, "auth"sv, "syslog"sv, "lpr"sv,
        "news"sv, "uucp"sv, "cron"sv, "authpriv"sv, "security"sv, "ftp"sv, "ntp"sv, "console"sv, "local0"sv, "local1"sv,
        "local2"sv, "local3"sv, "local4"sv, "local5"sv, "local6"sv, "local7"sv};
    constexpr std::string_view open = "<[(";
    constexpr std::string_view close = ">])";
    if (word.size() > 2 && open.find(word.front()) != std::string_view::npos
        && word.back() == close[open.find(word.front())])
        word = word.substr(1, word.size() - 2);
    std::string_view facility;
    if (!takeUntil(word, ".", facility))
        return isOneOf(word, levels);
    return (isOneOf(facility, facilities) || isDigits(facility)) && (isOneOf(word, levels) || isDigits(word));
}

/** Words that stand where a host name stands, and are none. */
bool isNoHost(std::string_view word)
{
    const bool isTime = word.size() >= 19 && word[4] == '-' && word[10] == 'T';
    return word.empty() || isTime || word.find_first_of("<>[](){}/=|\"") != std::string_view::npos || isPriority(word);
}

/** "postfix/smtpd[7]:", "postfix/smtpd[7]", "kernel:" — a whole word that can only be a tag. */
bool isStrictTag(std::string_view word)
{
    const std::size_t end = word.find_first_of("[:");
    if (end == 0 || end == std::string_view::npos)
        return false;
    std::string_view rest = word.substr(end);
    if (takePrefix(rest, "[") && (!takeNumber(rest) || !takePrefix(rest, "]")))
        return false;
    return rest == ":" || (rest.empty() && word.ends_with(']'));
}

/** What Docker's syslog driver writes as the program: the container's short id, or a template of the user's. */
bool isContainerTag(std::string_view program)
{
    if (program.starts_with("docker"))
        return true;
    constexpr std::size_t shortId = 12;
    return program.size() == shortId
        && std::all_of(program.begin(), program.end(), [](char c) { return isDigit(c) || (c >= 'a' && c <= 'f'); });
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
    case Envelope::JournalUnix:
        return "short-unix";
    case Envelope::JournalVerbose:
        return "verbose";
    case Envelope::Tai64:
        return "tai64n";
    case Envelope::Tag:
        return "tag";
    case Envelope::Fields:
        return "json-fields";
    case Envelope::Ecs:
        return "ecs";
    case Envelope::Own:
        return "own";
    }
    return {};
}

RecordReader::RecordReader(LineReader lines, TimeStampReader times, std::unique_ptr<LineEnvelope> own)
    : m_lines(std::move(lines))
    , m_times(std::move(times))
    , m_own(std::move(own))
{
}

std::string_view RecordReader::envelopeName() const
{
    return m_envelope == Envelope::Own ? m_own->name() : name(m_envelope);
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
        const Envelope before = m_envelope;
        m_wrapper = Wrapper::None;
        m_morePart = false;
        m_passedOver = false;
        if (line.starts_with("__CURSOR=") || line.starts_with("__REALTIME_TIMESTAMP=")) {
            if (parseExportEntry(line, record))
                return true;
        } else if (parseLine(line, record, {})) {
            m_usual = m_wrapper;
            endOfParts(true);
            return true;
        } else if (m_morePart || m_passedOver) {
            m_envelope = before;
            if (m_passedOver && m_lines.hasPartialLine())
                return false; // a record of several lines is not whole yet: it was given back
            continue;
        } else if (line.ends_with(']') && line.find(" [s=") < 48 && parseVerboseEntry(line, record)) {
            return true;
        }
        m_envelope = before;
        endOfParts(true);
        if (m_lines.hasPartialLine())
            return false;
        ++m_skipped;
    }
    endOfParts(false);
    return false;
}

bool RecordReader::isReadableLine() const
{
    const bool isEntry = m_envelope == Envelope::JournalJson || m_envelope == Envelope::JournalExport
        || m_envelope == Envelope::JournalVerbose || m_envelope == Envelope::Fields || m_envelope == Envelope::Ecs
        || (m_envelope == Envelope::Own && !m_own->isReadable());
    return !isEntry && m_wrapper != Wrapper::Json && m_line.find('\x1b') == std::string_view::npos;
}

bool RecordReader::parseLine(std::string_view line, LogRecord& record, const Outer& outer)
{
    if (line.empty())
        return false;
    if (m_own != nullptr && (parseOwn(line, record, outer) || m_passedOver))
        return !m_passedOver;
    if (line.front() == '{')
        return parseJson(line, record, outer);
    if (outer.depth == 0 && m_usual != Wrapper::None && peelAs(m_usual, line, record, outer))
        return true;
    return (m_own == nullptr && parseText(line, record, outer)) || peel(line, record, outer);
}

/** A line in the form of a server's own file; sets m_passedOver where it is understood and holds no record. */
bool RecordReader::parseOwn(std::string_view line, LogRecord& record, const Outer& outer)
{
    using Taken = LineEnvelope::Taken;
    record.host = outer.host;
    record.program = {};
    record.pid = 0;
    Taken taken = m_own->take(line, m_times, outer.time, record);
    if (taken == Taken::More)
        taken = outer.depth == 0 && outer.time == 0 ? joinOwn(line, record) : Taken::Unknown;
    m_passedOver = taken == Taken::Nothing;
    if (taken == Taken::Record)
        m_envelope = Envelope::Own;
    return taken == Taken::Record;
}

/** A record that goes on in the next lines. One that is not whole at the end of the file is read another time. */
LineEnvelope::Taken RecordReader::joinOwn(std::string_view firstLine, LogRecord& record)
{
    using Taken = LineEnvelope::Taken;
    constexpr std::uint64_t mostLines = 100;
    const std::uint64_t start = m_lines.lineOffset();
    const std::uint64_t linesBefore = m_lineCount - 1;
    m_lines.hold();
    m_joined.assign(firstLine);
    Taken taken = Taken::More;
    std::string_view line;
    while (taken == Taken::More && m_lineCount - linesBefore < mostLines && m_joined.size() < LineReader::longestLine
        && m_lines.next(line)) {
        ++m_lineCount;
        m_joined.append(1, '\n').append(line);
        taken = m_own->take(m_joined, m_times, 0, record);
    }
    if (taken == Taken::More && m_lines.atEnd() && !m_lines.endIsFinal() && m_lines.giveBack()) {
        m_lineCount = linesBefore;
        return Taken::Nothing;
    }
    m_lines.release();
    record.offset = start;
    return taken == Taken::More ? Taken::Unknown : taken;
}

/** The time at the front of a header, with the blank behind it. */
bool RecordReader::takeStamp(std::string_view& text, qint64& time, const Outer& outer)
{
    const auto takeBsd = [&](std::string_view& from) {
        return outer.time != 0 ? m_times.takeBsdNear(from, outer.time, time) : m_times.takeBsd(from, time);
    };
    if (isUpper(text.front())) {
        m_envelope = Envelope::Bsd;
        if (takeBsd(text))
            return true;
        constexpr std::size_t shortest = 24;
        if (text.size() <= shortest || text[3] != ' ')
            return false;
        std::string_view behindWeekday = text.substr(4);
        if (isUpper(text[4])) { // "Sun Nov 22 12:45:03 2026", as asctime(3) and OpenWrt's logread write it
            if (!takeBsd(behindWeekday))
                return false;
        } else if (isDigit(text[4]) && m_times.takeFull(behindWeekday, time)) { // "Sun 2026-11-22 …"
            m_envelope = Envelope::JournalFull;
        } else {
            return false;
        }
        text = behindWeekday;
        return true;
    }
    if (isDigit(text.front())) {
        m_envelope = Envelope::Iso;
        if (m_times.takeIso(text, time))
            return true;
        m_envelope = Envelope::JournalUnix;
        if (TimeStampReader::takeUnix(text, time))
            return true;
        m_envelope = Envelope::Bsd;
        return text.size() > 5 && text[4] == ' ' && isUpper(text[5]) && takeBsd(text);
    }
    m_envelope = Envelope::Tai64;
    return text.front() == '@' && TimeStampReader::takeTai64(text, time);
}

bool RecordReader::parseText(std::string_view text, LogRecord& record, const Outer& outer)
{
    if (isDigit(text.front()) && text.size() > 4 && text[4] != '-') { // not "2026-"
        std::string_view rest = text;
        if (takePrefix(rest, "1 ")) { // RFC 5424, and a collector took the priority off
            if (parseRfc5424(rest, record, outer))
                return true;
        } else if (const auto octets = takeNumber(rest); octets && rest.starts_with(" <")) { // RFC 6587, 3.4.1
            text = rest.substr(1);
        }
    }
    if (text.front() == '<') { // a priority value, RFC 5424 6.2.1 and RFC 3164 4.1.1
        std::string_view priority;
        if (text.size() < 5 || !takeUntil(text, ">", priority) || priority.size() > 4 || text.empty())
            return false;
        if (takePrefix(text, "1 "))
            return parseRfc5424(text, record, outer);
    }
    if (text.empty())
        return false;
    if (takeStamp(text, record.time, outer)) {
        if (!parseHeader(text, record, outer))
            return false;
    } else {
        if (outer.time == 0)
            return false;
        record.time = outer.time;
        m_envelope = Envelope::Tag;
        if (!parseRareHeader(text, record, outer) || record.pid == 0)
            return false;
    }
    if (isContainerTag(record.program))
        parseContainerDriver(record, outer);
    return true;
}

/** Docker's syslog driver: the program is a container, and the text a line of the container's own syslog. */
void RecordReader::parseContainerDriver(LogRecord& record, const Outer& outer)
{
    LogRecord inner = record;
    const Envelope envelope = m_envelope;
    if (outer.depth < mostLayers && !record.text.empty()
        && parseLine(record.text, inner, {record.time, record.host, outer.depth + 1}))
        record = inner;
    else
        m_envelope = envelope;
}

/** `TIMESTAMP HOST APP PROCID MSGID SD MSG` (RFC 5424, 6). */
bool RecordReader::parseRfc5424(std::string_view text, LogRecord& record, const Outer& outer)
{
    if (outer.time != 0 && takePrefix(text, "- "))
        record.time = outer.time;
    else if (!m_times.takeIso(text, record.time))
        return false;
    std::string_view pid;
    std::string_view messageId;
    if (!takeUntil(text, " ", record.host) || !takeUntil(text, " ", record.program) || !takeUntil(text, " ", pid)
        || !takeUntil(text, " ", messageId))
        return false;
    record.pid = static_cast<std::uint32_t>(takeNumber(pid).value_or(0));
    if (record.host == "-")
        record.host = outer.host;
    if (record.pid == 0 && record.program.ends_with(']')) { // "postfix/smtpd[7]" as the application's name
        std::string_view number = record.program.substr(std::min(record.program.find('[') + 1, record.program.size()));
        record.pid = static_cast<std::uint32_t>(takeNumber(number).value_or(0));
        record.program = record.program.substr(0, record.program.find('['));
    }
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

/** `HOST TAG[PID]: text`, and the rarer forms. */
bool RecordReader::parseHeader(std::string_view text, LogRecord& record, const Outer& outer)
{
    const std::string_view whole = text;
    // Most lines are of the same host as the one before.
    if (!m_host.empty() && text.size() > m_host.size() && text[m_host.size()] == ' ' && text.starts_with(m_host)) {
        record.host = text.substr(0, m_host.size());
        text.remove_prefix(m_host.size() + 1);
    } else if (takeUntil(text, " ", record.host)) {
        if (isNoHost(record.host))
            return parseRareHeader(whole, record, outer);
        m_host.assign(record.host);
    } else {
        return false;
    }
    return parseTag(text, record) || parseRareHeader(whole, record, outer);
}

/**
 * `[PRIORITY] [HOST] [PRIORITY] TAG[PID]: text`, where a priority is "mail.info" (BusyBox, OpenWrt), "<mail.info>"
 * (FreeBSD's syslogd -vv) or a level alone ("INFO", templates of rsyslog). Without a host it is the wrapper's.
 */
bool RecordReader::parseRareHeader(std::string_view text, LogRecord& record, const Outer& outer)
{
    constexpr int mostWords = 4;
    record.host = {};
    for (int i = 0; i < mostWords; ++i) {
        while (takePrefix(text, " ")) { }
        const std::size_t end = text.find(' ');
        const std::string_view word = text.substr(0, end);
        if (isStrictTag(word)) {
            if (record.host.empty())
                record.host = outer.host;
            return parseTag(text, record);
        }
        if (end == std::string_view::npos)
            return false;
        if (!isPriority(word)) {
            if (!record.host.empty() || isNoHost(word))
                return false;
            record.host = word;
        }
        text.remove_prefix(end + 1);
    }
    return false;
}

/** `TAG[PID]: text`; the colon may be missing behind a PID. */
bool RecordReader::parseTag(std::string_view text, LogRecord& record)
{
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
    bool hasPid = false;
    if (takePrefix(text, "[")) {
        const auto pid = takeNumber(text);
        record.pid = static_cast<std::uint32_t>(pid.value_or(0));
        std::string_view rest;
        hasPid = takePrefix(text, "]");
        if (!hasPid && !takeUntil(text, "]", rest))
            return false;
        hasPid = hasPid && pid;
    }
    if (!takePrefix(text, ":") && !(hasPid && text.starts_with(' ')))
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

} // namespace waxseal
