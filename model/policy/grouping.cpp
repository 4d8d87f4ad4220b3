// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/policy/grouping.h"

#include "model/core/domainname.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace waxseal {

namespace {

using Pair = std::uint64_t;

Pair pairOf(std::size_t group, std::uint32_t member)
{
    return (Pair{group} << 32) | member;
}

void sortUnique(std::vector<Pair>& pairs)
{
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
}

/** Sums by group, with each group's domains, hosts and days counted once. Groups are numbered by the caller. */
class GroupSums
{
public:
    void add(std::size_t group, const FactTable& facts, std::size_t row)
    {
        if (group >= m_traffic.size())
            m_traffic.resize(group + 1);
        addRow(m_traffic[group], facts, row);
        m_byDomain[pairOf(group, policyKey(facts, row))] += facts.messages(row);
        m_hosts.push_back(pairOf(group, facts.hostIdAt(row)));
        m_days.push_back(pairOf(group, facts.day(row)));
    }

    std::vector<DomainTraffic> takeTraffic()
    {
        sortUnique(m_hosts);
        sortUnique(m_days);
        for (const Pair pair : m_hosts)
            ++m_traffic[pair >> 32].hosts;
        for (const Pair pair : m_days)
            ++m_traffic[pair >> 32].activeDays;
        return std::move(m_traffic);
    }

    /** The domains of each group, most mail first. */
    std::vector<std::vector<DomainId>> domains(std::size_t groups, const FactTable& facts) const
    {
        std::vector<std::vector<std::pair<std::uint64_t, DomainId>>> found(groups);
        for (const auto& [pair, messages] : m_byDomain)
            found[pair >> 32].emplace_back(messages, static_cast<DomainId>(pair));
        std::vector<std::vector<DomainId>> out(groups);
        for (std::size_t group = 0; group < groups; ++group) {
            std::sort(found[group].begin(), found[group].end(), [&](const auto& a, const auto& b) {
                return a.first != b.first ? a.first > b.first
                                          : facts.domains.text(a.second) < facts.domains.text(b.second);
            });
            for (const auto& [messages, domain] : found[group])
                out[group].push_back(domain);
        }
        return out;
    }

private:
    std::vector<DomainTraffic> m_traffic;
    std::unordered_map<Pair, std::uint64_t> m_byDomain;
    std::vector<Pair> m_hosts;
    std::vector<Pair> m_days;
};

} // namespace

std::string_view name(Grouping grouping)
{
    switch (grouping) {
    case Grouping::Domain:
        break;
    case Grouping::Organisation:
        return "organisation";
    case Grouping::Host:
        return "host";
    }
    return "domain";
}

std::string organisationOf(std::string_view domainKey)
{
    return DomainName::parse(domainKey) ? organisationalDomain(domainKey) : std::string(domainKey);
}

std::vector<OrganisationTraffic> trafficByOrganisation(const FactTable& facts, Direction direction)
{
    constexpr std::uint32_t none = ~std::uint32_t{0};
    std::vector<std::uint32_t> groupOfDomain(facts.domains.size(), none);
    std::unordered_map<std::string, std::uint32_t> groupOfName;
    std::vector<std::string> names;
    GroupSums sums;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        // A row of no message holds a recipient of a message that counts elsewhere.
        if (facts.direction(i) != direction || facts.messages(i) == 0)
            continue;
        const DomainId domain = policyKey(facts, i);
        std::uint32_t& group = groupOfDomain[domain];
        if (group == none) {
            std::string organisation = organisationOf(facts.domains.text(domain));
            const auto [place, isNew] = groupOfName.try_emplace(organisation, static_cast<std::uint32_t>(names.size()));
            if (isNew)
                names.push_back(std::move(organisation));
            group = place->second;
        }
        sums.add(group, facts, i);
    }
    auto domains = sums.domains(names.size(), facts);
    auto traffic = sums.takeTraffic();
    std::vector<OrganisationTraffic> out(names.size());
    for (std::size_t group = 0; group < names.size(); ++group)
        out[group] = {std::move(names[group]), std::move(domains[group]), traffic[group]};
    std::sort(out.begin(), out.end(), [](const OrganisationTraffic& a, const OrganisationTraffic& b) {
        return a.traffic.messages != b.traffic.messages ? a.traffic.messages > b.traffic.messages : a.name < b.name;
    });
    for (OrganisationTraffic& each : out)
        each.traffic.key = each.name;
    return out;
}

std::vector<HostTraffic> trafficByHost(const FactTable& facts, Direction direction)
{
    GroupSums sums;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        if (facts.direction(i) == direction && facts.messages(i) > 0)
            sums.add(facts.hostIdAt(i), facts, i);
    }
    auto domains = sums.domains(facts.hostCount(), facts);
    const auto traffic = sums.takeTraffic();
    std::vector<HostTraffic> out;
    for (HostId id = 0; id < traffic.size(); ++id) {
        if (traffic[id].messages == 0)
            continue;
        const std::string& name = facts.host(id).name;
        out.push_back({id, name.empty() ? std::string() : organisationOf(name), std::move(domains[id]), traffic[id]});
    }
    std::sort(out.begin(), out.end(), [&](const HostTraffic& a, const HostTraffic& b) {
        return a.traffic.messages != b.traffic.messages
            ? a.traffic.messages > b.traffic.messages
            : facts.host(a.id).address.text() < facts.host(b.id).address.text();
    });
    return out;
}

} // namespace waxseal
