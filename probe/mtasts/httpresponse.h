// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace waxseal {

/**
 * Reads one HTTP/1.1 response, as much of RFC 9112 as a policy needs: status, Content-Type, a body with a length, in
 * chunks, or up to the end of the connection. Bounded.
 */
class HttpResponse
{
public:
    enum class State
    {
        Incomplete,
        Complete,
        Malformed,
        TooLarge
    };
    static constexpr std::size_t maximumHeader = 16 * 1024;
    static constexpr std::size_t maximumBody = 64 * 1024; ///< RFC 8461, 3.3

    /** Takes what has arrived from `buffer`; `closed` when nothing more will come. */
    State take(std::string& buffer, bool closed);

    int status() const { return m_status; }
    const std::string& contentType() const { return m_contentType; } ///< lower case, without parameters
    const std::string& body() const { return m_body; }

private:
    enum class Body
    {
        Length,
        Chunks,
        UntilClose
    };
    State takeHeader(std::string& buffer);
    bool takeStatusLine(std::string_view line);
    bool takeField(std::string_view line);
    State takeBody(std::string& buffer, bool closed);
    State takeChunks(std::string& buffer);

    std::string m_contentType;
    std::string m_body;
    Body m_kind = Body::UntilClose;
    std::size_t m_length = 0; ///< of the body, or what is left of a chunk
    int m_status = 0;
    bool m_headerDone = false;
    bool m_inChunk = false;
    bool m_lastChunk = false;
};

} // namespace waxseal
