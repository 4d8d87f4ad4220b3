// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/smtp/reply.h"

#include "probe/result/printable.h"

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
    if (m_reply.lines.size() >= maximumLines)
        return State::TooLong;
    m_reply.code = code;
    m_reply.lines.push_back(line.size() > 4 ? printable(line.substr(4), 512) : std::string());
    return separator == '-' ? State::Incomplete : State::Complete;
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
