// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"
#include "model/facts/excluded.h"
#include "model/facts/facttable.h"
#include "model/ledger/importnote.h"
#include "model/ledger/importoptions.h"
#include "model/ledger/messagerecord.h"

#include <QStringList>

#include <functional>
#include <map>
#include <memory>
#include <stop_token>

namespace waxseal {

/** One file (or standard input) of an import. */
struct SourceReport
{
    QString path;
    QString format; ///< the id of the server that wrote it: "postfix"
    QString envelope; ///< "bsd", "iso", "rfc5424", "journal-json" …
    std::uint64_t bytes = 0; ///< after decompression, read this time
    std::uint64_t lines = 0;
    std::uint64_t skipped = 0;
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

/** What the joiners of an import leave open at its end, each in its own form: by the id of their server. */
using SavedJoiners = std::map<std::string, QByteArray>;

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
    SavedJoiners joiners; ///< open sessions and messages
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
