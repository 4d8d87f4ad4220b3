// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "probe/dns/resolver.h"
#include "probe/smtp/addressprobe.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace waxseal {

/** Everything that a run of live tests can be told. */
struct ProbeSettings
{
    ResolverSettings resolver;
    AddressProbeSettings address;
    std::uint16_t port = 25;
    QString caFile; ///< PEM; empty: the system's certificates
    Sender sender = Sender::Postfix37; ///< whose verdict is given
    bool mailFrom = false; ///< MAIL FROM:<> at every server; never a recipient, never a message
    std::vector<std::string> ownDomains; ///< MAIL FROM:<> there in any case
    /** Where a sender would meet itself, beside this machine's own addresses; looked at only at port 25, as Postfix
     * does. */
    std::vector<IpAddress> ownAddresses;
    int hostsAtOnce = 200;
    int hostsPerSecond = 0; ///< addresses begun in a second; 0: no limit
    std::map<std::string, Endpoint> mtaStsConnect; ///< policy host → where to connect instead, for tests

    /** The longest test of one address; single steps get no more than that. */
    void setTimeout(Milliseconds timeout)
    {
        address.hostTimeout = timeout;
        address.replyTimeout = std::min(address.replyTimeout, timeout);
        address.connectTimeout = std::min(address.connectTimeout, timeout);
        resolver.timeout = std::min(resolver.timeout, timeout);
    }
};

/** How far a run has come. */
struct ProbeProgress
{
    std::size_t domains = 0;
    std::size_t domainsDone = 0;
    std::size_t hostsActive = 0;
    std::size_t hostsDone = 0; ///< addresses
    std::size_t connections = 0;
    double secondsElapsed = 0; ///< pauses left out
    double secondsLeft = -1; ///< negative: not known yet
    bool paused = false;
};

/** Something about the whole run that is said once. */
enum class ProbeNotice : std::uint8_t
{
    PortBlocked, ///< every host times out: this network blocks the port
    NoValidation, ///< the resolver strips DNSSEC: nothing can be called secure or bogus
};

} // namespace waxseal
