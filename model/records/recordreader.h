// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/records/lineenvelope.h"
#include "model/records/linereader.h"
#include "model/records/logrecord.h"
#include "model/records/timestamp.h"

#include <array>
#include <memory>
#include <string>

class QJsonObject;
class QJsonValue;

namespace waxseal {

/** How a line wraps its record: the header next to the text. */
enum class Envelope : std::uint8_t
{
    Unknown,
    Bsd,
    Iso,
    Rfc5424,
    JournalFull,
    JournalJson,
    JournalExport,
    JournalUnix,
    JournalVerbose,
    Tai64,
    Tag, ///< nothing but "postfix/smtpd[7]: text"; the time is the wrapper's
    Fields, ///< of a JSON object: time, host, program, pid and text each their own
    Ecs, ///< the same in the Elastic Common Schema: a document of a search engine's
    Own ///< a LineEnvelope's
};
/** "bsd", "iso", "rfc5424", "short-full", "json", "export", "short-unix", "verbose", "tai64n", "tag", "json-fields",
 * "ecs". */
std::string_view name(Envelope envelope);

/** What stands around the header, the outermost of them. */
enum class Wrapper : std::uint8_t
{
    None,
    Compose, ///< "postfix-1  | "
    Kubectl, ///< "[pod/mail-0/postfix] "
    Stamped, ///< a time in front: docker logs -t, kubectl logs --timestamps
    Cri, ///< "2026-11-22T12:45:03.000000008Z stdout F "
    Loki, ///< "2026-11-22T12:45:03Z {host=\"mx\"} "
    Json ///< a line of syslog as a string in an object: docker's json-file, logcli jsonl, Filebeat …
};
std::string_view name(Wrapper wrapper); ///< "", "compose", "kubectl", "stamped", "cri", "loki", "json"

/**
 * Reads records from a stream of lines. Lines may change their envelope in the middle of a file (a syslog daemon was
 * reconfigured). What containers and log collectors put around a line is taken off, layer by layer; the time and the
 * host of a layer hold where the line inside has none. A byte order mark and terminal colours are taken off, too.
 */
class RecordReader
{
public:
    /** `own`: the form of a server's own file, in place of those of syslog and the journal. */
    RecordReader(LineReader lines, TimeStampReader times, std::unique_ptr<LineEnvelope> own = nullptr);

    bool next(LogRecord& record); ///< false at the end
    const LineReader& lines() const { return m_lines; }
    const TimeStampReader& times() const { return m_times; }
    std::uint64_t lineCount() const { return m_lineCount; }
    std::uint64_t skipped() const { return m_skipped; } ///< lines in no known form
    std::uint64_t repeatedLines() const { return m_repeated; }
    Envelope envelope() const { return m_envelope; } ///< of the last record
    std::string_view envelopeName() const; ///< the same as a word
    Wrapper wrapper() const { return m_wrapper; } ///< of the last record
    /** False when the last record has no line that a person could read: a journal's entry, a JSON object. */
    bool isReadableLine() const;
    std::string_view currentLine() const { return m_line; } ///< the last text line, header and all

private:
    /** What the layers around a line say of it. */
    struct Outer
    {
        qint64 time = 0; ///< 0: nothing
        std::string_view host;
        int depth = 0;
    };
    static constexpr int mostLayers = 4;

    bool parseLine(std::string_view line, LogRecord& record, const Outer& outer);
    bool parseOwn(std::string_view line, LogRecord& record, const Outer& outer);
    LineEnvelope::Taken joinOwn(std::string_view firstLine, LogRecord& record);
    bool parseText(std::string_view text, LogRecord& record, const Outer& outer);
    bool takeStamp(std::string_view& text, qint64& time, const Outer& outer);
    bool parseRfc5424(std::string_view text, LogRecord& record, const Outer& outer);
    bool parseHeader(std::string_view text, LogRecord& record, const Outer& outer);
    bool parseRareHeader(std::string_view text, LogRecord& record, const Outer& outer);
    bool parseTag(std::string_view text, LogRecord& record);
    void parseContainerDriver(LogRecord& record, const Outer& outer);

    bool peel(std::string_view line, LogRecord& record, const Outer& outer);
    bool peelAs(Wrapper wrapper, std::string_view line, LogRecord& record, const Outer& outer);
    bool peelNamed(std::string_view line, LogRecord& record, const Outer& outer);
    bool peelStamp(std::string_view line, LogRecord& record, const Outer& outer);
    bool peelCri(std::string_view line, LogRecord& record, const Outer& outer);
    bool peelLabels(std::string_view line, LogRecord& record, const Outer& outer);
    bool peelColours(std::string_view line, LogRecord& record, const Outer& outer);
    void keepPart(std::string_view part, int stream);
    void endOfParts(bool isAnotherLine);

    bool parseJson(std::string_view line, LogRecord& record, const Outer& outer);
    bool parseJsonObject(const QJsonObject& object, LogRecord& record, const Outer& outer);
    bool parseJsonFields(const QJsonObject& object, LogRecord& record, const Outer& inside, std::string_view message);
    qint64 timeOf(const QJsonValue& value, qint64 near);
    bool parseExportEntry(std::string_view firstLine, LogRecord& record);
    bool parseVerboseEntry(std::string_view header, LogRecord& record);
    bool parseBinaryField(const std::string& key);
    bool takeField(std::string_view key, std::string_view value);
    void clearJournal();
    bool finishJournal(LogRecord& record);
    void unfoldRepetition(LogRecord& record);

    LineReader m_lines;
    TimeStampReader m_times;
    std::unique_ptr<LineEnvelope> m_own;
    bool m_passedOver = false; // the line just read is understood, and no record
    std::string m_joined; // lines of one record of m_own
    Envelope m_envelope = Envelope::Unknown;
    Wrapper m_wrapper = Wrapper::None;
    Wrapper m_usual = Wrapper::None; // of the line before: tried first
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
    bool m_journalContainer = false; // it came from Docker's journald driver
    // The same of each layer of JSON and of lines that were put together or cleaned.
    struct Layer
    {
        std::string text;
        std::string host;
        std::string program;
    };
    std::array<Layer, mostLayers + 1> m_layers;
    // A long line that a container runtime wrote in parts.
    std::string m_parts;
    std::uint64_t m_partsOffset = 0;
    std::uint64_t m_partsLine = 0; // lines before the first
    int m_partsStream = 0;
    bool m_morePart = false; // the line just read was a part
    // "last message repeated N times" needs the record before.
    std::string m_host; // of the last text line
    std::string m_lastText;
    std::string m_lastProgram;
    std::uint32_t m_lastPid = 0;
};

} // namespace waxseal
