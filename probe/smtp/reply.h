// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace waxseal {

/** An SMTP reply (RFC 5321, 4.2) as Postfix reads one. */
struct SmtpReply
{
    int code = 0; ///< of the last line; lines before it may have other codes, or none
    std::vector<std::string> lines; ///< without the code, printable
    bool isCut = false; ///< further lines came and were not kept
    std::string raw; ///< as they came, cut at a zero byte, each with a line feed; as many as Postfix looks at
    bool operator==(const SmtpReply&) const = default;

    bool isPositive() const { return code >= 200 && code < 300; }
    bool isTransient() const { return code >= 400 && code < 500; }
    bool isPermanent() const { return code >= 500 && code < 600; }
    std::vector<std::string_view> rawLines() const;
    std::string text() const; ///< "421 4.7.0 busy": the code and the last line that says something
};

/**
 * Reads one reply from a growing buffer, as Postfix's smtp_chat_resp() does: a line that begins with three digits and a
 * blank, or is just those, ends it; any other line is passed over. A line is cut, and a reply remembered, at
 * line_length_limit; so it takes no memory, however long it is. Takes nothing that stands behind the reply.
 */
class ReplyParser
{
public:
    enum class State
    {
        Incomplete,
        Complete
    };
    static constexpr std::size_t maximumLine = 2048; ///< Postfix's line_length_limit; RFC 5321 allows 512
    static constexpr std::size_t maximumReply = 2048; ///< Postfix looks at no line behind so many bytes
    static constexpr std::size_t maximumKept = 4096; ///< bytes that the lines take; past that only what says STARTTLS

    /** Takes from the front of `buffer` until the reply is complete; what is no whole line yet is taken, too. */
    State take(std::string& buffer);
    const SmtpReply& reply() const { return m_reply; }
    /** Some line has come, in whatever form. */
    bool hasBegun() const { return m_hasBegun; }
    /** The beginning of a line that has not ended, or else the last line that was no reply. */
    const std::string& oddLine() const { return m_line.empty() ? m_oddLine : m_line; }

private:
    State takeLine();
    void keep(std::string_view text);
    SmtpReply m_reply;
    std::string m_line; ///< so far
    std::string m_oddLine;
    std::size_t m_kept = 0; ///< bytes
    std::array<int, 3> m_moreKeywords{}; ///< of each that people look for, past that
    bool m_hasBegun = false;
};

} // namespace waxseal
