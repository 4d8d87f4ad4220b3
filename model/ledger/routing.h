// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"

#include <map>
#include <string>
#include <string_view>

namespace waxseal {

/**
 * The way mail takes out of the server, which its log does not tell: relayhost and transport_maps of Postfix. Empty:
 * every recipient domain is its own next hop.
 */
class OutboundRouting
{
public:
    /** Adds the rows of a transport(5) source file (domain, .domain, *; addresses are passed over). Error names the
     * line that is none. */
    Status addTransports(std::string_view text);
    /** postconf relayhost: a next hop, or empty. */
    Status setRelayHost(std::string_view nextHop);

    const std::string& relayHost() const { return m_relayHost; }
    /** The rows as addTransports() reads them, with the transport smtp. */
    std::string transports() const;
    /** Takes the rows of another, and keeps its own relayhost. */
    void takeTransports(const OutboundRouting& other) { m_rows = other.m_rows; }

    bool isEmpty() const { return m_rows.empty() && m_relayHost.empty(); }
    /** The next hop of a recipient's domain; empty when it is the domain itself. */
    std::string_view nextHop(std::string_view domain) const;
    bool operator==(const OutboundRouting&) const = default;

private:
    std::map<std::string, std::string, std::less<>> m_rows; // pattern → next hop; empty: the domain itself
    std::string m_relayHost;
};

} // namespace waxseal
