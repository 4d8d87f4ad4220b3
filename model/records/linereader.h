// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/records/bytestream.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace waxseal {

/** Splits a stream into lines without copying them. A line longer than the bound is cut out and counted. */
class LineReader
{
public:
    static constexpr std::size_t longestLine = 256 * 1024;

    /** `offset`: where in the decompressed bytes the stream stands. */
    LineReader(std::unique_ptr<ByteStream> stream, std::uint64_t offset);

    /**
     * The next line without its line end (LF or CR LF); false at the end. Valid until the next call. Bytes behind the
     * last line end are only a line when the stream is final.
     */
    bool next(std::string_view& line);
    /** Puts the line last returned back, to be the next one again. */
    void unread() { m_begin = static_cast<std::size_t>(m_lineOffset - m_bufferOffset); }
    /** Exactly `count` raw bytes (journal export's binary fields); false when there are fewer. */
    bool nextBytes(std::size_t count, std::string_view& bytes);

    /** From the line last returned on, bytes are kept, so that giveBack() can return to it: for records of several
     * lines. */
    void hold();
    void release() { m_holding = false; }
    /** Goes back to where hold() was called; false when that was more than the buffer ago. The stream has ended there.
     */
    bool giveBack();
    /** True when what stands at the end of the stream is whole: nothing can be appended to it, and nothing is missing.
     */
    bool endIsFinal() const { return m_stream->isFinal() && !m_stream->error(); }

    std::uint64_t lineOffset() const { return m_lineOffset; } ///< of the line last returned
    std::uint64_t consumed() const { return m_bufferOffset + m_begin; } ///< behind the last line returned
    bool hasPartialLine() const { return m_partial; }
    bool atEnd() const { return m_atEnd; } ///< the stream gave its last byte
    std::uint64_t overlongLines() const { return m_overlong; }
    const ByteStream& stream() const { return *m_stream; }
    /** The last bytes before consumed(), at most `tailLength` of what this reader has seen: a piece's fingerprint. */
    std::string consumedTail() const;
    static constexpr std::size_t tailLength = 1024;

private:
    bool fill(); // more bytes behind m_end; false at the end of the stream
    std::string tailBefore(std::size_t place) const;

    std::unique_ptr<ByteStream> m_stream;
    std::vector<char> m_buffer;
    std::size_t m_begin = 0; // of what has not been returned
    std::size_t m_end = 0;
    std::size_t m_hold = 0;
    bool m_holding = false;
    std::uint64_t m_bufferOffset; // of m_buffer[0] in the decompressed stream
    std::uint64_t m_lineOffset = 0;
    std::uint64_t m_overlong = 0;
    bool m_partial = false;
    bool m_atEnd = false;
    std::string m_tail; // before m_buffer[0]
};

} // namespace waxseal
