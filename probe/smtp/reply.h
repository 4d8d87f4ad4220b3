// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace waxseal {

/** An SMTP reply (RFC 5321, 4.2). */
struct SmtpReply
{
    int code = 0;
    std::vector<std::string> lines; ///< without the code, printable
    bool isCut = false; ///< further lines came and were not kept
    bool operator==(const SmtpReply&) const = default;

    bool isPositive() const { return code >= 200 && code < 300; }
    bool isTransient() const { return code >= 400 && code < 500; }
    bool isPermanent() const { return code >= 500 && code < 600; }
    std::string text() const; ///< "421 4.7.0 busy": the code and the last line that says something
};

/** Reads one reply from a growing buffer. Bounded; takes nothing that stands behind the reply. */
class ReplyParser
{
public:
    enum class State
    {
        Incomplete,
        Complete,
        Malformed,
        TooLong
    };
    static constexpr std::size_t maximumLine = 2048; ///< RFC 5321 allows 512
    static constexpr std::size_t maximumLines = 200;
    static constexpr std::size_t maximumKept = 8192; ///< bytes of the lines; past that only what says STARTTLS

    /** Takes whole lines from the front of `buffer` until the reply is complete. */
    State take(std::string& buffer);
    const SmtpReply& reply() const { return m_reply; }
    bool hasBegun() const { return m_reply.code != 0; }

private:
    State takeLine(std::string_view line);
    void keep(std::string_view text);
    SmtpReply m_reply;
    std::size_t m_lines = 0;
    std::size_t m_kept = 0;
};

} // namespace waxseal
