// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/mtasts/httpresponse.h"

#include "model/core/bytes.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace waxseal {

namespace {

/** A line, or the rest of one, without its end and the blanks around. */
std::string_view trimmedLine(std::string_view line)
{
    return trimmed(line.substr(0, line.find_last_not_of(" \t\r") + 1));
}

constexpr std::size_t longestSizeLine = 256; // of a chunk, with its extensions

/** The hexadecimal size of a chunk; extensions behind a semicolon are of no interest. */
std::optional<std::size_t> chunkSize(std::string_view line)
{
    line = trimmedLine(line.substr(0, line.find(';')));
    if (line.empty() || line.size() > 8)
        return {};
    std::size_t size = 0;
    for (const char c : lowered(line)) {
        if (c >= '0' && c <= '9')
            size = size * 16 + static_cast<std::size_t>(c - '0');
        else if (c >= 'a' && c <= 'f')
            size = size * 16 + static_cast<std::size_t>(c - 'a' + 10);
        else
            return {};
    }
    return size;
}

} // namespace

HttpResponse::State HttpResponse::take(std::string& buffer, bool closed)
{
    if (!m_headerDone) {
        const State state = takeHeader(buffer);
        if (state != State::Complete)
            return state == State::Incomplete && closed ? State::Malformed : state;
        m_headerDone = true;
    }
    return takeBody(buffer, closed);
}

HttpResponse::State HttpResponse::takeHeader(std::string& buffer)
{
    std::size_t end = buffer.find("\r\n\r\n");
    std::size_t gap = 4;
    if (const std::size_t bare = buffer.find("\n\n"); bare < end) {
        end = bare;
        gap = 2;
    }
    if (end == std::string::npos) // three of the bytes may be a part of the end
        return buffer.size() > maximumHeader + 3 ? State::TooLarge : State::Incomplete;
    if (end > maximumHeader)
        return State::TooLarge;
    const std::string header = buffer.substr(0, end);
    buffer.erase(0, end + gap);

    std::string_view rest = header;
    std::string_view line;
    if (!takeUntil(rest, "\n", line))
        line = std::exchange(rest, {});
    if (!takeStatusLine(trimmedLine(line)))
        return State::Malformed;
    while (!rest.empty()) {
        if (!takeUntil(rest, "\n", line))
            line = std::exchange(rest, {});
        if (!takeField(line))
            return State::Malformed;
    }
    return State::Complete;
}

bool HttpResponse::takeStatusLine(std::string_view line)
{
    if (!takePrefix(line, "HTTP/1.") || line.size() < 5 || line[1] != ' ')
        return false;
    line.remove_prefix(2);
    const std::optional<std::uint64_t> status = takeNumber(line);
    if (!status || *status < 100 || *status > 599 || (!line.empty() && line.front() != ' '))
        return false;
    m_status = static_cast<int>(*status);
    return true;
}

bool HttpResponse::takeField(std::string_view line)
{
    std::string_view field;
    if (!takeUntil(line, ":", field))
        return false;
    const std::string name = lowered(field);
    std::string_view value = trimmedLine(line);
    if (name == "content-type") {
        m_contentType = lowered(trimmedLine(value.substr(0, value.find(';'))));
    } else if (name == "transfer-encoding") {
        if (lowered(value) != "chunked")
            return false;
        m_kind = Body::Chunks;
    } else if (name == "content-length" && m_kind != Body::Chunks) {
        const std::optional<std::uint64_t> length = takeNumber(value);
        if (!length || !value.empty())
            return false;
        m_kind = Body::Length;
        m_length = static_cast<std::size_t>(*length);
    } else if (name == "content-encoding" && lowered(value) != "identity") {
        return false; // not asked for
    }
    return true;
}

HttpResponse::State HttpResponse::takeBody(std::string& buffer, bool closed)
{
    switch (m_kind) {
    case Body::Chunks: {
        const State state = takeChunks(buffer);
        return state == State::Incomplete && closed ? State::Malformed : state;
    }
    case Body::Length:
        if (m_length > maximumBody)
            return State::TooLarge;
        m_body += buffer.substr(0, m_length - m_body.size());
        buffer.clear();
        if (m_body.size() == m_length)
            return State::Complete;
        return closed ? State::Malformed : State::Incomplete;
    case Body::UntilClose:
        m_body += buffer;
        buffer.clear();
        if (m_body.size() > maximumBody)
            return State::TooLarge;
        return closed ? State::Complete : State::Incomplete;
    }
    return State::Malformed;
}

HttpResponse::State HttpResponse::takeChunks(std::string& buffer)
{
    while (!m_lastChunk) {
        if (m_inChunk) {
            const std::size_t part = std::min(m_length, buffer.size());
            m_body.append(buffer, 0, part);
            buffer.erase(0, part);
            m_length -= part;
            if (m_length > 0)
                return State::Incomplete;
            // Nothing may stand between the data and its line end (RFC 9112, section 7.1).
            if (buffer.empty() || buffer == "\r")
                return State::Incomplete;
            if (!buffer.starts_with('\n') && !buffer.starts_with("\r\n"))
                return State::Malformed;
            buffer.erase(0, buffer.front() == '\r' ? 2 : 1);
            m_inChunk = false;
        }
        const std::size_t end = buffer.find('\n');
        if (std::min(end, buffer.size()) > longestSizeLine)
            return State::Malformed;
        if (end == std::string::npos)
            return State::Incomplete;
        const std::optional<std::size_t> size = chunkSize(std::string_view(buffer).substr(0, end));
        buffer.erase(0, end + 1);
        if (!size)
            return State::Malformed;
        if (m_body.size() + *size > maximumBody)
            return State::TooLarge;
        m_length = *size;
        m_inChunk = m_length > 0;
        m_lastChunk = m_length == 0;
    }
    return State::Complete; // trailers are of no interest
}

} // namespace waxseal
