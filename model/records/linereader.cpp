// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/records/linereader.h"

#include <algorithm>
#include <cstring>

namespace waxseal {

LineReader::LineReader(std::unique_ptr<ByteStream> stream, std::uint64_t offset)
    : m_stream(std::move(stream))
    , m_buffer(4 * longestLine)
    , m_bufferOffset(offset)
{
}

bool LineReader::fill()
{
    if (m_holding && m_hold == 0 && m_end == m_buffer.size())
        m_holding = false; // a record longer than the buffer
    const std::size_t keep = m_holding ? m_hold : m_begin;
    if (keep > 0) {
        m_tail = tailBefore(keep);
        std::memmove(m_buffer.data(), m_buffer.data() + keep, m_end - keep);
        m_bufferOffset += keep;
        m_end -= keep;
        m_begin -= keep;
        m_hold = 0;
    }
    if (m_end == m_buffer.size())
        return false;
    const std::size_t got = m_stream->read(std::span(m_buffer).subspan(m_end));
    m_end += got;
    m_atEnd = got == 0;
    return got > 0;
}

std::string LineReader::tailBefore(std::size_t place) const
{
    const std::size_t here = std::min(place, tailLength);
    const std::size_t before = std::min(m_tail.size(), tailLength - here);
    return m_tail.substr(m_tail.size() - before) + std::string(m_buffer.data() + place - here, here);
}

std::string LineReader::consumedTail() const
{
    return tailBefore(m_begin);
}

void LineReader::hold()
{
    m_holding = true;
    m_hold = static_cast<std::size_t>(m_lineOffset - m_bufferOffset);
}

bool LineReader::giveBack()
{
    if (!m_holding)
        return false;
    m_begin = m_hold;
    m_holding = false;
    m_partial = true;
    return true;
}

bool LineReader::next(std::string_view& line)
{
    std::size_t searched = 0; // of the bytes behind m_begin
    bool skipping = false;
    while (true) {
        const char* begin = m_buffer.data() + m_begin;
        const void* found = std::memchr(begin + searched, '\n', m_end - m_begin - searched);
        if (found != nullptr) {
            const auto length = static_cast<std::size_t>(static_cast<const char*>(found) - begin);
            m_lineOffset = m_bufferOffset + m_begin;
            line = {begin, length};
            m_begin += length + 1;
            if (skipping || length > longestLine) {
                ++m_overlong;
                skipping = false;
                searched = 0;
                continue;
            }
            if (line.ends_with('\r'))
                line.remove_suffix(1);
            return true;
        }
        if (m_end - m_begin > longestLine) { // drop what cannot be a line, and its rest when it comes
            m_begin = m_end;
            skipping = true;
        }
        searched = m_end - m_begin;
        if (fill())
            continue;
        if (skipping) {
            ++m_overlong;
            m_begin = m_end;
            return false;
        }
        if (searched == 0)
            return false;
        if (!endIsFinal()) {
            m_partial = true;
            return false;
        }
        m_lineOffset = m_bufferOffset + m_begin;
        line = {m_buffer.data() + m_begin, m_end - m_begin};
        m_begin = m_end;
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        return true;
    }
}

bool LineReader::nextBytes(std::size_t count, std::string_view& bytes)
{
    if (count > longestLine)
        return false;
    while (m_end - m_begin < count) {
        if (!fill())
            return false;
    }
    m_lineOffset = m_bufferOffset + m_begin;
    bytes = {m_buffer.data() + m_begin, count};
    m_begin += count;
    return true;
}

} // namespace waxseal
