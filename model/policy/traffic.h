// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/facts/facttable.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace waxseal {

/** What the logs say of one domain, whatever the policy. */
struct DomainTraffic
{
    DomainId id = 0;
    std::string_view key; ///< the dictionary's text; lives as long as the fact table
    std::uint64_t messages = 0;
    std::uint64_t recipients = 0;
    std::uint64_t plaintext = 0;
    std::uint64_t unknown = 0;
    std::array<std::uint64_t, 6> byVersion{}; ///< index: TlsVersion
    std::array<std::uint64_t, 3> bySpam{}; ///< index: SpamVerdict
    std::uint64_t plaintextSpam = 0;
    std::uint32_t hosts = 0;
    std::uint32_t activeDays = 0;

    std::uint64_t overTls() const { return messages - plaintext - unknown; }
};

/** Sums of one direction for the Traffic place. */
struct TrafficSummary
{
    DomainTraffic total; ///< id and key unused
    std::uint32_t domainCount = 0;
    Day firstDay = 0;
    Day lastDay = 0;
    struct DayTraffic
    {
        std::uint64_t plaintext = 0;
        std::uint64_t unknown = 0;
        std::uint64_t tls = 0;
    };
    std::vector<DayTraffic> days; ///< firstDay … lastDay without gaps
    struct Named
    {
        std::string name;
        std::uint64_t messages = 0;
    };
    std::vector<Named> ciphers; ///< most used first
    std::array<std::uint64_t, 5> byTrust{}; ///< TLS messages by Trust
    /** spam × TLS: [verdict][0 TLS, 1 plaintext, 2 unknown] */
    std::array<std::array<std::uint64_t, 3>, 3> spamByTls{};
};

TrafficSummary summarise(const FactTable& facts, Direction direction);

/** The domain that a policy row of this direction is matched against: the next hop on the way out. */
DomainId policyKey(const FactTable& facts, std::size_t row);
/** Adds a row of the facts to the sums of a domain, hosts and days left out. */
void addRow(DomainTraffic& traffic, const FactTable& facts, std::size_t row);

} // namespace waxseal
