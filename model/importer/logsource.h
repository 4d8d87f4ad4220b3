// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/importer/importer.h"
#include "model/importer/recordpump.h"
#include "model/records/streamclock.h"
#include "model/servers/server.h"

#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <unordered_map>
#include <vector>

namespace waxseal {

/** One file of an import: looked at when the import is planned, opened when its time comes. */
struct LogSource
{
    QString path;
    std::uint64_t diskSize = 0;
    const Server* server = nullptr; ///< whose log it is, as far as its head told; null: the lines will
    bool isOwnForm = false; ///< the file is in the server's own form, not in that of syslog
    std::unique_ptr<LineEnvelope> envelope; ///< the reader of that form, until begin()
    QString ifNoMail; ///< what to say when no line of it turns out to be a mail server's that is understood
    qint64 firstTime = 0; ///< of its first new record
    qint64 lastTime = 0; ///< of the last line that was read before; 0: none
    qint64 changed = 0; ///< ms since 1970, of the file's last change
    int guessedYear = 0; ///< of its first time stamp, where it names none and nothing is known of the file; else 0
    bool isExhausted = false; ///< nothing new in it
    bool isPiped
        = false; ///< standard input, the journal, or a path that is no file: read once, and found nowhere again
    std::vector<std::string> hosts; ///< named in its head
    Piece piece; ///< what was read before, or empty
    std::optional<std::size_t> knownPiece; ///< index into the pieces of the state it continues
    std::uint64_t start = 0; ///< where in the decompressed bytes reading begins
    std::optional<TimeStampReader> times;
    std::unique_ptr<ByteStream> openStream; ///< of a pipe, which cannot be opened twice

    // While it is being read:
    FileId file = 0;
    std::unique_ptr<RecordPump> pump;
    LogRecord record;
    bool hasRecord = false;
    StreamClock clock;
    std::uint64_t mailRecords = 0;

    bool begin(const std::stop_token&
            stop); ///< opens it and takes the first record; false when there is none, or the file has changed
    bool advance();
    qint64 place() const { return record.clock; } ///< where the record stands among those of other sources
    const RecordReader& reader() const { return pump->reader(); } ///< behind the last record
};

/** The outcome of opening: a source to read, or a note that says why there is none. */
struct OpenedSource
{
    std::optional<LogSource> source;
    std::optional<ImportNote> note;
};

/** Finds a piece by the head of a file, in a time that does not grow with the number of pieces. */
class PieceIndex
{
public:
    void add(const Piece& piece);
    /** The first place, in the order of add(), of a piece whose head these bytes begin with. */
    std::optional<std::size_t> find(std::string_view bytes) const;
    const Piece& at(std::size_t place) const { return m_pieces[place]; }
    /** Behind the last time that was read of this path, µs since 1970; 0: nothing was. */
    qint64 readUntil(const QString& path) const;

private:
    std::vector<Piece> m_pieces;
    std::map<std::uint32_t, std::unordered_map<std::string, std::size_t>>
        m_byLength; // head's length → its hash → place
};

/** Opens a file, tells its format, and finds the piece of it that has been read before. */
OpenedSource openSource(
    const QString& path, const ImportOptions& options, const PieceIndex& known, const std::stop_token& stop);

/** The piece as it stands after reading. */
Piece pieceAfter(const LogSource& source);

/**
 * Agrees the years of sources whose time stamps name none: `options.year` is that of the first line of the whole set.
 * Moves their first times.
 */
void placeInYears(std::vector<LogSource>& sources, const ImportOptions& options);

/** Moves a source whose stamps name no year to another one, by its first time. */
void setYear(LogSource& source, int year, bool isGiven, const ImportOptions& options);

} // namespace waxseal
