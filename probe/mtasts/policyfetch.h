// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "probe/net/wire.h"
#include "probe/result/facts.h"

namespace waxseal {

/** How to fetch policies. */
struct PolicyFetchSettings
{
    std::optional<Proxy> proxy;
    Milliseconds connectTimeout{10000};
    Milliseconds timeout{60000}; ///< RFC 8461, 3.3
};

/**
 * Fetches https://HOST/.well-known/mta-sts.txt from one address: certificate checked against HOST, status 200 only, no
 * redirect, no more than 64 KiB. The outcome is written into `facts`.
 */
Task<> fetchPolicy(Reactor& reactor, std::shared_ptr<const TlsContext> tls, const PolicyFetchSettings& settings,
    Endpoint endpoint, std::string host, MtaStsFacts& facts);

} // namespace waxseal
