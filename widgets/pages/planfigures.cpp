// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/pages/planfigures.h"

#include <algorithm>

namespace waxseal {

bool isDemand(const Requirement& requirement)
{
    return requirement.level != Level::None && requirement.level != Level::May;
}

PlanFigures planFigures(const Simulation& simulation)
{
    PlanFigures figures;
    for (const Requirement& requirement : requirements(simulation.direction())) {
        if (isDemand(requirement))
            figures.groups.push_back({requirement, 0, 0, {}});
    }
    figures.days = simulation.days().size();
    for (const Fate fate : {Fate::Accepted, Fate::Lost, Fate::Unknown})
        figures.wantedMessages += simulation.outcome().of(fate) - simulation.outcome().of(fate, SpamVerdict::Spam);
    for (std::size_t row = 0; row < simulation.domainCount(); ++row) {
        const Requirement& requirement = simulation.effective(row);
        if (!isDemand(requirement))
            continue;
        auto group = std::find_if(figures.groups.begin(), figures.groups.end(),
            [&](const PlanFigures::Group& candidate) { return candidate.requirement == requirement; });
        if (group == figures.groups.end())
            group = figures.groups.insert(
                figures.groups.end(), {requirement, 0, 0, {}}); // one that is not offered, yet in force
        ++group->domains;
        group->messages += simulation.traffic(row).messages;
        if (group->busiest.size() < 3)
            group->busiest.push_back(row); // rows come busiest first
        ++figures.requiredDomains;
        const Outcome& outcome = simulation.outcome(row);
        figures.protectedMessages += outcome.accepted() - outcome.of(Fate::Accepted, SpamVerdict::Spam);
        if (outcome.lostWanted() > 0) {
            ++figures.losingDomains;
            figures.losers.push_back(row);
        }
    }
    std::erase_if(figures.groups, [](const PlanFigures::Group& group) { return group.domains == 0; });
    const std::size_t listed = std::min(PlanFigures::listedLosers, figures.losers.size());
    std::partial_sort(figures.losers.begin(), figures.losers.begin() + static_cast<std::ptrdiff_t>(listed),
        figures.losers.end(), [&](std::size_t a, std::size_t b) {
            const std::uint64_t ofA = simulation.outcome(a).lostWanted();
            const std::uint64_t ofB = simulation.outcome(b).lostWanted();
            return ofA != ofB ? ofA > ofB : a < b;
        });
    figures.losers.resize(listed);
    return figures;
}

} // namespace waxseal
