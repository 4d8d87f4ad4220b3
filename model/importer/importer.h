// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"
#include "model/facts/facttable.h"
#include "model/importer/routing.h"
#include "model/policy/policy.h"

#include <QDateTime>
#include <QStringList>
#include <QTimeZone>

#include <functional>
#include <map>
#include <memory>
#include <stop_token>

namespace waxseal {

/** How to read. */
struct ImportOptions
{
    std::string format = "auto"; ///< "auto" or a registered format's id
    std::vector<Cidr> internal = defaultInternalNetworks();
    std::vector<Cidr> forwarders; ///< our own backup MX, or servers known to forward to us: left out, counted apart
    std::vector<std::string> localDomains; ///< keys; recipients there are never outbound
    OutboundRouting routing; ///< next hops, which no log names
    int year = 0; ///< of the first line of logs without a year; 0: inferred
    QTimeZone zone = QTimeZone::systemTimeZone(); ///< of time stamps without one, and of days
    bool includeReinjected = false; ///< count content-filter loops as mail
};

/** Something the user should know about an import. The floors above put it into words. */
struct ImportNote
{
    enum class Code : std::uint8_t
    {
        TlsLogLevelZero, ///< count: messages; setting smtpd_tls_loglevel = 1
        SmtpTlsLogLevelZero, ///< outbound; smtp_tls_loglevel = 1
        SessionsCut, ///< sessions that begin before the log
        MessagesCut, ///< messages whose beginning is not in the log
        SkippedLines, ///< lines in no known form
        SkippedFile, ///< subject: path; detail: reason word ("empty", "not a mail log", "duplicate of …")
        UnusableRendering, ///< subject: path; detail: "with-unit" or "cat"
        DamagedArchive,
        YearInferred, ///< detail: the year of the first line
        RepeatedLines, ///< "message repeated N times" unfolded
        AlreadyRead, ///< subject: path; nothing new in it
        OverlappingFiles, ///< two files of one host cover the same time
        EnforcedRefusals, ///< sessions refused at MAIL before the log: smtpd_tls_security_level = encrypt is on already
        AllOutboundRelayed, ///< every outbound delivery used one relay host; detail: its name
        LineTooLong,
        PartialLastLine, ///< kept for the next import
        TooManyOpen, ///< bounds reached, oldest state dropped
        OpenStateLost, ///< what was open at the end of the import before: saved by another version, or damaged
        LinesLost, ///< the syslog daemon dropped lines; count: as many as it says, 0 when it does not
        NoQueueManager, ///< messages begin and no line of the queue manager says that any was accepted
        BehindProxy, ///< messages of clients that a proxy named by XCLIENT: where their TLS ended is not known
        OnHold, ///< messages put into the hold queue, and not seen to leave it
        PlaintextRefusals, ///< recipients refused by reject_plaintext_session already; detail: senders' domains
        TlsRequiredFailures, ///< outbound: messages that failed for want of TLS already; detail: recipients' domains
        StartTlsUnused, ///< outbound: messages in clear to hosts that offer STARTTLS; detail: recipients' domains
        StrayTimes, ///< lines whose time no other line agrees with; they moved nothing but themselves
        OlderLogs, ///< older logs were added, and all that was read before has been read again with them
        OlderLogsApart, ///< the same, but it could not be; count: what was open at the end of the older logs
    };
    static constexpr Code lastCode = Code::OlderLogsApart;
    Code code = Code::SkippedLines;
    std::uint64_t count = 0;
    QString subject;
    QString detail;
    bool operator==(const ImportNote&) const = default;
};

/** Whether a note says that figures are incomplete or wrong, and not only where they come from. */
inline bool isWarning(ImportNote::Code code)
{
    using Code = ImportNote::Code;
    return code == Code::DamagedArchive || code == Code::LinesLost || code == Code::NoQueueManager
        || code == Code::OpenStateLost || code == Code::OlderLogsApart;
}

/** One file (or standard input) of an import. */
struct SourceReport
{
    QString path;
    QString format; ///< "postfix"
    QString envelope; ///< "bsd", "iso", "rfc5424", "journal-json" …
    std::uint64_t bytes = 0; ///< after decompression, read this time
    std::uint64_t lines = 0;
    std::uint64_t skipped = 0;
};

/** What was left out of the three directions, and counted. */
struct Excluded
{
    std::uint64_t reinjected = 0;
    std::uint64_t authenticated = 0;
    std::uint64_t internal = 0;
    std::uint64_t rejected = 0;
    std::uint64_t forwarded = 0; ///< from ImportOptions::forwarders
    bool operator==(const Excluded&) const = default;
};

/** Which part of which file has been read. Found again by content, so a rotated or compressed copy is the same piece.
 */
struct Piece
{
    QString path; ///< as last seen
    QByteArray headHash; ///< SHA-256 of the first headLength bytes after decompression
    std::uint32_t headLength = 0;
    std::uint64_t consumed = 0; ///< bytes read, to the end of the last whole line
    QByteArray tailHash; ///< SHA-256 of the last tailLength bytes before `consumed`
    std::uint32_t tailLength = 0;
    int year = 0; ///< of the last line, for logs that name none
    qint64 clock = 0; ///< how far its stamps had come (StreamClock), µs since 1970; 0: not known
    qint64 suspect = 0; ///< its last stamp, when that did not agree with those before; else 0
    qint64 day = 0; ///< stamps without a year: the last day that was believed, in days since 1970; 0: none
    qint64 suspectDay = 0; ///< and one behind it that none agreed with yet; 0: none
    bool operator==(const Piece&) const = default;
};

/** From the first to the last time of a log, µs since 1970. */
struct TimeSpan
{
    qint64 first = 0;
    qint64 last = 0;
    bool operator==(const TimeSpan&) const = default;
};

/** Everything an import knows, and continues from. What the workspace keeps. */
struct ImportState
{
    FactTable settled; ///< messages whose story is complete
    Excluded excluded;
    std::vector<Piece> pieces;
    std::vector<ImportNote> notes;
    std::vector<SourceReport> sources;
    qint64 firstTime = 0; ///< µs since 1970, of the first and last line understood; 0: none
    qint64 lastTime = 0;
    QByteArray joiner; ///< open sessions and messages, format-private; empty when none
    std::string timeZone; ///< IANA name, of the days
    std::vector<Cidr> internal; ///< as ImportOptions had them, like the next two: rows were made by these
    std::vector<std::string> localDomains;
    OutboundRouting routing;
    std::vector<Cidr> forwarders;
    std::map<std::string, TimeSpan> hosts; ///< what has been read of each, by the name in the headers
    bool isRepeatable = true; ///< all that was read are files, so they could be read again
};

/** A finished import: the state to keep, and the facts to look at (settled plus what is known of the open messages). */
struct ImportResult
{
    ImportState state;
    std::shared_ptr<const FactTable> facts;
    Excluded excluded; ///< with the open messages
    double seconds = 0;
};

/** Progress; called from the working thread, at most about twenty times a second. */
struct ImportProgress
{
    QString file;
    std::uint64_t bytesDone = 0; ///< of the files as they lie on disk
    std::uint64_t bytesTotal = 0; ///< 0: not known (standard input)
    std::uint64_t lines = 0;
    std::uint64_t messages = 0;
    double seconds = 0;
};
using ProgressSink = std::function<void(const ImportProgress&)>;

/** One message as `waxseal-cli messages` streams it. Views live during the call. */
struct MessageRecord
{
    qint64 time = 0; ///< µs since 1970, when it began
    Direction direction = Direction::Inbound;
    std::string_view domain;
    std::string_view nextHop;
    const Host* host = nullptr;
    std::string_view queueId;
    std::string_view messageId;
    const TlsFact* tls = nullptr;
    SpamVerdict spam = SpamVerdict::Unlabelled;
    std::uint32_t recipients = 0;
};
using MessageSink = std::function<void(const MessageRecord&)>;

/**
 * Reads logs: files, folders, "-" for standard input; any order, any compression. Continues from `previous` (may be
 * null), skipping what it has read. Synchronous; call it off the GUI thread. Cancelled: Error{Cancelled}, and
 * `previous` still stands.
 */
Result<ImportResult> importLogs(const QStringList& inputs, const ImportOptions& options,
    const ImportState* previous = nullptr, const ProgressSink& progress = {}, std::stop_token stop = {},
    const MessageSink& messages = {});

/** The facts of a state that is not being imported into: settled plus its open messages. */
ImportResult openState(ImportState state);

/** A line of a log, for the evidence pane. */
struct LogLine
{
    std::uint64_t offset = 0;
    QByteArray text; ///< as written, without the line end
    bool isFocus = false; ///< the line the evidence points at
};

/**
 * Reads the lines that belong to the session and message at a place: from connect to disconnect, cleanup, qmgr and
 * delivery. Looks at most 1 MiB before and behind the place. Works on compressed files. Error when the file is gone or
 * has changed.
 */
Result<std::vector<LogLine>> readEvidence(const QString& path, std::uint64_t offset);

} // namespace waxseal
