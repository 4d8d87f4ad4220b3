// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/policy/groupedoutcome.h"

#include <algorithm>
#include <unordered_map>

namespace waxseal {

namespace {

bool isTouched(const GroupedOutcome& group, bool required)
{
    return required || group.outcome.lost() > 0 || group.outcome.unknown() > 0;
}

std::vector<GroupedOutcome> byDomainName(const Simulation& simulation, bool organisations)
{
    std::unordered_map<std::string, std::size_t> groupOf;
    std::vector<GroupedOutcome> groups;
    std::vector<bool> required;
    for (std::size_t row = 0; row < simulation.domainCount(); ++row) {
        const std::string_view key = simulation.traffic(row).key;
        const std::string name = organisations ? organisationOf(key) : std::string(key);
        const auto [place, isNew] = groupOf.try_emplace(name, groups.size());
        if (isNew) {
            groups.push_back({name, 0, 0, {}});
            required.push_back(false);
        }
        GroupedOutcome& group = groups[place->second];
        ++group.domains;
        group.outcome += simulation.outcome(row);
        if (simulation.hasOwnRow(row))
            required[place->second] = true;
    }
    std::vector<GroupedOutcome> out;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (isTouched(groups[i], required[i]))
            out.push_back(std::move(groups[i]));
    }
    return out;
}

std::vector<GroupedOutcome> byHost(const Simulation& simulation)
{
    const FactTable& facts = simulation.facts();
    const std::vector<Outcome> outcomes = simulation.hostOutcomes();
    std::vector<GroupedOutcome> out;
    for (const HostTraffic& host : trafficByHost(facts, simulation.direction())) {
        GroupedOutcome group{facts.host(host.id).address.text(), host.id, host.domains.size(), outcomes[host.id]};
        if (isTouched(group, false))
            out.push_back(std::move(group));
    }
    return out;
}

} // namespace

std::vector<GroupedOutcome> outcomesBy(const Simulation& simulation, Grouping grouping)
{
    std::vector<GroupedOutcome> groups = grouping == Grouping::Host
        ? byHost(simulation)
        : byDomainName(simulation, grouping == Grouping::Organisation);
    std::stable_sort(groups.begin(), groups.end(), [](const GroupedOutcome& a, const GroupedOutcome& b) {
        if (a.outcome.lostWanted() != b.outcome.lostWanted())
            return a.outcome.lostWanted() > b.outcome.lostWanted();
        return a.outcome.lost() != b.outcome.lost() ? a.outcome.lost() > b.outcome.lost() : a.name < b.name;
    });
    return groups;
}

} // namespace waxseal
