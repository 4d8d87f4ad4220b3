// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace waxseal {

/** Bytes of a log after decompression. Plain files are read with read(2), never mapped: a live log may shrink. */
class ByteStream
{
public:
    virtual ~ByteStream() = default;

    /** Fills the front of `buffer`; 0 at the end. An error of the archive or the disk ends the stream and is kept. */
    virtual std::size_t read(std::span<char> buffer) = 0;
    /** Moves on by `count` bytes; false when the stream ends before. */
    virtual bool skip(std::uint64_t count);
    /** Bytes taken from the disk so far, for progress. */
    virtual std::uint64_t rawPosition() const = 0;
    /** True when a last line without a line end is whole: nothing can be appended to what this stream reads. */
    virtual bool isFinal() const = 0;
    virtual bool isCompressed() const { return false; }
    const std::optional<Error>& error() const { return m_error; }

protected:
    std::optional<Error> m_error;
};

/**
 * Opens a file or pipe, "-" for standard input, or what a program brings (isElsewhere(); `after`: openElsewhere()):
 * gzip, xz, zstd, bzip2 or plain, told by its first bytes.
 */
Result<std::unique_ptr<ByteStream>> openStream(const QString& path, qint64 after = 0, const std::stop_token& stop = {});

/** Fills `buffer`, however little the stream gives at a time. How much was read: less than asked for at its end. */
std::size_t readFully(ByteStream& stream, std::span<char> buffer);

/** Bytes that have been read of a stream already, then the rest of it; `rest` may be null. */
std::unique_ptr<ByteStream> prefixedStream(std::vector<char> prefix, std::unique_ptr<ByteStream> rest);

/** Runs a stream's reads and decompression ahead on a thread of its own. */
std::unique_ptr<ByteStream> readAhead(std::unique_ptr<ByteStream> stream);

} // namespace waxseal
