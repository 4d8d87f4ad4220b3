// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/document/presets.h"

#include <algorithm>
#include <vector>

namespace waxseal {

namespace {

Scope scopeOf(const Simulation& simulation, const FrontierPoint& point)
{
    return {std::string(simulation.traffic(point.row).key), false};
}

} // namespace

std::size_t presetPoints(const Frontier& frontier, Preset preset, double budget)
{
    switch (preset) {
    case Preset::ZeroLoss:
        return frontier.zeroLoss;
    case Preset::Budget:
        return frontier.within(budget);
    case Preset::None:
    case Preset::All:
        break;
    }
    return 0;
}

DirectionPolicy frontierPolicy(
    const Simulation& simulation, const Frontier& frontier, std::size_t points, std::span<const std::uint32_t> byName)
{
    DirectionPolicy policy;
    policy.refusal = simulation.policy().refusal;
    points = std::min(points, frontier.points.size());
    if (byName.size() != simulation.domainCount()) {
        for (std::size_t i = 0; i < points; ++i)
            policy.rows.emplace(scopeOf(simulation, frontier.points[i]), presetRequirement);
        return policy;
    }
    std::vector<bool> isPoint(simulation.domainCount(), false);
    for (std::size_t i = 0; i < points; ++i)
        isPoint[frontier.points[i].row] = true;
    for (const std::uint32_t row : byName) {
        if (isPoint[row])
            policy.rows.emplace_hint(
                policy.rows.end(), Scope{std::string(simulation.traffic(row).key), false}, presetRequirement);
    }
    return policy;
}

DirectionPolicy presetPolicy(const Simulation& simulation, const Frontier& frontier, Preset preset, double budget)
{
    DirectionPolicy policy = frontierPolicy(simulation, frontier, presetPoints(frontier, preset, budget));
    if (preset == Preset::All)
        policy.byDefault = presetRequirement;
    return policy;
}

PolicyChange frontierStep(const Simulation& simulation, const Frontier& frontier, std::size_t before, std::size_t after)
{
    PolicyChange change;
    const std::optional<Requirement> wanted = after > before ? std::optional(presetRequirement) : std::nullopt;
    for (std::size_t i = std::min(before, after); i < std::max(before, after); ++i)
        change.set(simulation.policy(), scopeOf(simulation, frontier.points[i]), wanted);
    return change;
}

std::optional<std::size_t> pointsInForce(const Simulation& simulation, const Frontier& frontier)
{
    const DirectionPolicy& policy = simulation.policy();
    const std::size_t points = policy.rows.size();
    if (policy.byDefault.level > Level::May || points > frontier.points.size())
        return {};
    // Asked after every toggle, of perhaps a hundred thousand rows. First what costs next to nothing and is enough for
    // a no; names are looked up only for a yes.
    std::vector<bool> isPoint(simulation.domainCount(), false);
    for (std::size_t i = 0; i < points; ++i) {
        const std::uint32_t row = frontier.points[i].row;
        if (!simulation.hasOwnRow(row) || simulation.effective(row) != presetRequirement)
            return {};
        isPoint[row] = true;
    }
    for (const auto& [scope, requirement] : policy.rows) {
        const auto row = scope.subdomains ? std::nullopt : simulation.rowOf(scope.domain);
        if (!row || !isPoint[*row] || requirement != presetRequirement)
            return {};
    }
    return points;
}

} // namespace waxseal
