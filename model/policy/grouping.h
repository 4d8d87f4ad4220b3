// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/policy/traffic.h"

#include <string>
#include <vector>

namespace waxseal {

/** What a row of a list stands for. */
enum class Grouping : std::uint8_t
{
    Domain,
    Organisation,
    Host
};
std::string_view name(Grouping grouping); ///< "domain", "organisation", "host"

/**
 * The organisation of a policy key: the registrable domain by the Public Suffix List ("news.bank.example" →
 * "bank.example"). What is no host name (the null sender, a next hop in brackets) is an organisation of its own.
 */
std::string organisationOf(std::string_view domainKey);

/** Several domains of one organisation; `traffic.key` views `name` and `traffic.id` is unused. */
struct OrganisationTraffic
{
    std::string name;
    std::vector<DomainId> domains; ///< those with mail, most first
    DomainTraffic traffic; ///< hosts and active days counted once each
};

/** A host with the domains it sends mail for (inbound) or receives it for (outbound). */
struct HostTraffic
{
    HostId id = 0; ///< 0: the host that no log line names
    std::string organisation; ///< of its name; empty when it has none
    std::vector<DomainId> domains; ///< most mail first
    DomainTraffic traffic; ///< `hosts` is 1
};

/** Most mail first; rows of equal mail by name. Sums over all rows equal the direction's. */
std::vector<OrganisationTraffic> trafficByOrganisation(const FactTable& facts, Direction direction);
std::vector<HostTraffic> trafficByHost(const FactTable& facts, Direction direction);

} // namespace waxseal
