// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "probe/verdict/delivery.h"

#include <optional>

namespace waxseal {

/** What a sender demands of one host, once the DNS has spoken. */
struct Demand
{
    enum class Tls
    {
        Opportunistic,
        Mandatory
    };
    enum class Match
    {
        None,
        Dane,
        HostName,
        NextHop,
        Policy, ///< the patterns of the MTA-STS policy, whatever the host's name
        PolicyHost, ///< the host's name, which must match the policy
    };
    Tls tls = Tls::Opportunistic;
    Match match = Match::None;
    TlsVersion minimum = TlsVersion::Unknown;
};

/** One verdict, with the host that it is about. */
Verdict verdictOf(Delivery outcome, DeliveryReason reason, const HostFacts& host, std::string detail = {});

/** Fills what the sender demands of a host; a verdict where the host is out of question before any connection. */
std::optional<Verdict> demandOf(
    const DomainFacts& facts, const HostFacts& host, SenderLevel level, const SenderRules& rules, Demand& demand);

/** What becomes of the mail at one address. */
Verdict judgeAddress(
    const DomainFacts& facts, const HostFacts& host, const AddressFacts& address, const Demand& demand);

} // namespace waxseal
