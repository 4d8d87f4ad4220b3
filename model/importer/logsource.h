// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/importer/formats.h"
#include "model/importer/importer.h"
#include "model/importer/recordreader.h"

#include <memory>
#include <optional>

namespace waxseal {

/** One file of an import, opened and looked at: what it is, which part of it is new, and its records. */
struct LogSource
{
    QString path;
    std::uint64_t diskSize = 0;
    const LogFormat* format = nullptr;
    qint64 firstTime = 0;
    std::vector<std::string> hosts; ///< named in its head
    Piece piece; ///< what was read before, or empty
    std::optional<std::size_t> knownPiece; ///< index into the pieces of the state it continues
    std::unique_ptr<RecordReader> reader; ///< null: nothing new

    // While it is being read:
    FileId file = 0;
    LogRecord record;
    bool hasRecord = false;
    std::uint64_t foreignRecords = 0;
    std::uint64_t mailRecords = 0;

    bool advance() { return hasRecord = reader->next(record); }
};

/** The outcome of opening: a source to read, or a note that says why there is none. */
struct OpenedSource
{
    std::optional<LogSource> source;
    std::optional<ImportNote> note;
};

/** Opens a file, tells its format, and finds the piece of it that has been read before. */
OpenedSource openSource(const QString& path, const ImportOptions& options, const std::vector<Piece>& known);

/** The piece as it stands after reading. */
Piece pieceAfter(const LogSource& source);

/** Files of folders (at most four deep) and files as named, each once, in order; "-" is kept. */
QStringList expandInputs(const QStringList& inputs, std::vector<ImportNote>& notes);

} // namespace waxseal
