// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/smtp/reply.h"

#include "model/core/printable.h"

#include <algorithm>
#include <utility>

namespace waxseal {

namespace {

constexpr std::size_t shownLine = 512;
constexpr std::size_t codeSize = 3;
constexpr std::array<std::string_view, 3> lookedFor{"STARTTLS", "REQUIRETLS", "XXXX"};
constexpr int mostOfOne = 4; ///< kept of each when there is no more room for lines

bool beginsWithCode(std::string_view line)
{
    const std::size_t digits = static_cast<std::size_t>(
        std::find_if(line.begin(), line.end(), [](char c) { return c < '0' || c > '9'; }) - line.begin());
    return digits == codeSize;
}

} // namespace

std::string SmtpReply::text() const
{
    const auto last = std::find_if(lines.rbegin(), lines.rend(), [](const std::string& line) { return !line.empty(); });
    return last == lines.rend() ? std::to_string(code) : std::to_string(code) + ' ' + *last;
}

std::vector<std::string_view> SmtpReply::rawLines() const
{
    std::vector<std::string_view> found;
    for (std::size_t at = 0; at < raw.size();) {
        const std::size_t end = raw.find('\n', at);
        found.push_back(std::string_view(raw).substr(at, end - at));
        at = end + 1;
    }
    return found;
}

/** Keeps the first lines; of what comes when they are many, the keywords that people look for. */
void ReplyParser::keep(std::string_view text)
{
    const auto begins = [text](std::string_view keyword) {
        return text.size() >= keyword.size()
            && std::equal(keyword.begin(), keyword.end(), text.begin(),
                [](char a, char b) { return a == (b >= 'a' && b <= 'z' ? b - ('a' - 'A') : b); });
    };
    if (m_kept > maximumKept) {
        constexpr std::size_t shortLine = 16;
        const auto at = std::find_if(lookedFor.begin(), lookedFor.end(), begins) - lookedFor.begin();
        if (text.size() > shortLine || static_cast<std::size_t>(at) == lookedFor.size()
            || ++m_moreKeywords[static_cast<std::size_t>(at)] > mostOfOne) {
            m_reply.isCut = true;
            return;
        }
    }
    m_reply.lines.push_back(printable(text, shownLine));
    m_reply.lines.back().shrink_to_fit();
    m_kept += m_reply.lines.back().size() + sizeof(std::string); // an empty line takes memory, too
}

ReplyParser::State ReplyParser::takeLine()
{
    std::string line = std::exchange(m_line, {});
    while (line.ends_with('\r'))
        line.pop_back();
    line.resize(std::min(line.find('\0'), line.size()));
    m_hasBegun = true;
    const bool hasCode = beginsWithCode(line);
    const std::string_view text = line;
    keep(hasCode ? text.substr(std::min(codeSize + 1, text.size())) : text);
    if (m_reply.raw.size() < maximumReply)
        m_reply.raw.append(line).push_back('\n');
    const bool isLast = hasCode && (line.size() == codeSize || line[codeSize] == ' ');
    if (isLast)
        m_reply.code = (line[0] - '0') * 100 + (line[1] - '0') * 10 + (line[2] - '0');
    else if (!hasCode || line[codeSize] != '-')
        m_oddLine = std::move(line);
    return isLast ? State::Complete : State::Incomplete;
}

ReplyParser::State ReplyParser::take(std::string& buffer)
{
    std::size_t taken = 0;
    State state = State::Incomplete;
    while (state == State::Incomplete && taken < buffer.size()) {
        const std::size_t end = buffer.find('\n', taken);
        const std::size_t size = (end == std::string::npos ? buffer.size() : end) - taken;
        m_line.append(buffer, taken, std::min(size, maximumLine - std::min(m_line.size(), maximumLine)));
        taken += size;
        if (end == std::string::npos)
            break;
        ++taken;
        state = takeLine();
    }
    buffer.erase(0, taken);
    if (buffer.empty())
        buffer.shrink_to_fit(); // there may be hundreds of them, and more is seldom said
    return state;
}

} // namespace waxseal
