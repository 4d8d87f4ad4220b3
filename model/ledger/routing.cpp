// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/ledger/routing.h"

#include "model/core/bytes.h"
#include "model/core/domainname.h"
#include "model/core/nexthop.h"

#include <algorithm>

namespace waxseal {

namespace {

constexpr std::size_t mostRows = 1'000'000;
constexpr std::string_view blanks = " \t\r";

Error badLine(std::string_view line)
{
    return {ErrorCode::InvalidPolicy,
        QString::fromUtf8(line.data(), static_cast<qsizetype>(std::min<std::size_t>(line.size(), 200))), {}};
}

} // namespace

Status OutboundRouting::setRelayHost(std::string_view nextHop)
{
    m_relayHost.clear();
    if (nextHop.empty())
        return std::monostate{};
    const auto parsed = NextHop::parse(nextHop);
    if (!parsed)
        return badLine(nextHop);
    m_relayHost = parsed->text();
    return std::monostate{};
}

Status OutboundRouting::addTransports(std::string_view text)
{
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::string_view line = trimmed(text.substr(0, end), blanks);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (line.empty() || line.front() == '#')
            continue;
        const std::size_t blank = line.find_first_of(" \t");
        if (blank == std::string_view::npos)
            return badLine(line);
        const std::string pattern = lowered(line.substr(0, blank));
        const std::string_view result = trimmed(line.substr(blank), blanks);
        if (pattern.find('@') != std::string::npos)
            continue; // rows for single addresses: facts hold no local part
        // transport:nexthop; without a next hop it is the recipient's domain, whatever relayhost says.
        const std::size_t colon = result.find(':');
        if (colon == std::string_view::npos || m_rows.size() >= mostRows)
            return badLine(line);
        const std::string_view hop = result.substr(colon + 1);
        std::string nextHop;
        if (!hop.empty()) {
            const auto parsed = NextHop::parse(hop);
            if (!parsed)
                continue; // a local transport's argument: such mail does not leave
            nextHop = parsed->text();
        }
        m_rows[pattern] = nextHop;
    }
    return std::monostate{};
}

std::string OutboundRouting::transports() const
{
    std::string out;
    for (const auto& [pattern, nextHop] : m_rows)
        out.append(pattern).append(" smtp:").append(nextHop).append("\n");
    return out;
}

std::string_view OutboundRouting::nextHop(std::string_view domain) const
{
    // transport(5): domain, then .parent, from the longest; then *; then relayhost.
    if (!m_rows.empty()) {
        if (const auto row = m_rows.find(domain); row != m_rows.end())
            return row->second;
        for (std::size_t dot = domain.find('.'); dot != std::string_view::npos; dot = domain.find('.', dot + 1)) {
            if (const auto row = m_rows.find(domain.substr(dot)); row != m_rows.end())
                return row->second;
        }
        if (const auto row = m_rows.find(std::string_view("*")); row != m_rows.end())
            return row->second;
    }
    return m_relayHost;
}

} // namespace waxseal
