// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/importer/linereader.h"

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
    if (m_begin > 0) {
        m_tail = consumedTail();
        std::memmove(m_buffer.data(), m_buffer.data() + m_begin, m_end - m_begin);
        m_bufferOffset += m_begin;
        m_end -= m_begin;
        m_begin = 0;
    }
    if (m_end == m_buffer.size())
        return false;
    const std::size_t got = m_stream->read(std::span(m_buffer).subspan(m_end));
    m_end += got;
    return got > 0;
}

std::string LineReader::consumedTail() const
{
    const std::size_t here = std::min(m_begin, tailLength);
    const std::size_t before = std::min(m_tail.size(), tailLength - here);
    return m_tail.substr(m_tail.size() - before) + std::string(m_buffer.data() + m_begin - here, here);
}

bool LineReader::next(std::string_view& line)
{
    std::size_t searched = m_begin;
    bool skipping = false;
    while (true) {
        const void* found = std::memchr(m_buffer.data() + searched, '\n', m_end - searched);
        if (found != nullptr) {
            const auto at = static_cast<std::size_t>(static_cast<const char*>(found) - m_buffer.data());
            const std::size_t length = at - m_begin;
            m_lineOffset = m_bufferOffset + m_begin;
            line = {m_buffer.data() + m_begin, length};
            m_begin = at + 1;
            if (skipping || length > longestLine) {
                ++m_overlong;
                skipping = false;
                searched = m_begin;
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
        const std::size_t kept = m_end - m_begin;
        if (!fill()) {
            if (kept == 0 || skipping)
                return false;
            if (!m_stream->isFinal()) {
                m_partial = true;
                return false;
            }
            m_lineOffset = m_bufferOffset + m_begin;
            line = {m_buffer.data() + m_begin, m_end - m_begin};
            m_begin = m_end;
            return true;
        }
        searched = kept;
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
