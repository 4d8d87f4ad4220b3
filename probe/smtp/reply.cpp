// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/smtp/reply.h"

#include "model/core/printable.h"

#include <algorithm>

namespace waxseal {

std::string SmtpReply::text() const
{
    const auto last = std::find_if(lines.rbegin(), lines.rend(), [](const std::string& line) { return !line.empty(); });
    return last == lines.rend() ? std::to_string(code) : std::to_string(code) + ' ' + *last;
}

ReplyParser::State ReplyParser::takeLine(std::string_view line)
{
    const auto isDigit = [](char c, char from, char to) { return c >= from && c <= to; };
    if (line.size() < 3 || !isDigit(line[0], '2', '5') || !isDigit(line[1], '0', '9') || !isDigit(line[2], '0', '9'))
        return State::Malformed;
    const int code = (line[0] - '0') * 100 + (line[1] - '0') * 10 + (line[2] - '0');
    if (m_reply.code != 0 && m_reply.code != code)
        return State::Malformed;
    const char separator = line.size() > 3 ? line[3] : ' ';
    if (separator != ' ' && separator != '-')
        return State::Malformed;
    if (m_lines++ >= maximumLines)
        return State::TooLong;
    m_reply.code = code;
    keep(line.size() > 4 ? line.substr(4) : std::string_view());
    return separator == '-' ? State::Incomplete : State::Complete;
}

/** Keeps the first lines; of what comes when they are many, the keywords on which a verdict rests. */
void ReplyParser::keep(std::string_view text)
{
    const auto begins = [text](std::string_view keyword) {
        return text.size() >= keyword.size()
            && std::equal(keyword.begin(), keyword.end(), text.begin(),
                [](char a, char b) { return a == (b >= 'a' && b <= 'z' ? b - ('a' - 'A') : b); });
    };
    constexpr std::size_t shortLine = 16;
    const bool isKeyword = text.size() <= shortLine && (begins("STARTTLS") || begins("REQUIRETLS") || begins("XXXX"));
    if (m_kept > maximumKept && !isKeyword) {
        m_reply.isCut = true;
        return;
    }
    m_reply.lines.push_back(printable(text, 512));
    m_kept += m_reply.lines.back().size() + 4;
}

ReplyParser::State ReplyParser::take(std::string& buffer)
{
    std::size_t taken = 0;
    State state = State::Incomplete;
    while (state == State::Incomplete) {
        const std::size_t end = buffer.find('\n', taken);
        if (end == std::string::npos) {
            if (buffer.size() - taken > maximumLine)
                state = State::TooLong;
            break;
        }
        if (end - taken > maximumLine) {
            state = State::TooLong;
            break;
        }
        std::string_view line = std::string_view(buffer).substr(taken, end - taken);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        taken = end + 1;
        state = takeLine(line);
    }
    buffer.erase(0, taken);
    return state;
}

} // namespace waxseal
