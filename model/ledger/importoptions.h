// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/ipaddress.h"
#include "model/ledger/routing.h"

#include <QTimeZone>

#include <string>
#include <vector>

namespace waxseal {

/** How to read. */
struct ImportOptions
{
    std::string format = "auto"; ///< "auto" or a registered format's id
    std::vector<Cidr> internal = defaultInternalNetworks();
    std::vector<Cidr> forwarders; ///< our own backup MX, or servers known to forward to us: left out, counted apart
    std::vector<std::string> localDomains; ///< keys; recipients there are never outbound
    OutboundRouting routing; ///< next hops, which no log names
    int year = 0; ///< of the first line of logs without a year; 0: inferred
    QTimeZone zone = QTimeZone::systemTimeZone(); ///< of time stamps without one, and of days
    bool includeReinjected = false; ///< count content-filter loops as mail
    bool streamOpen = true; ///< stream what is known at the end of messages that are open; else when they are decided
};

} // namespace waxseal
