// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/document/presets.h"

#include <algorithm>

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

DirectionPolicy frontierPolicy(const Simulation& simulation, const Frontier& frontier, std::size_t points)
{
    DirectionPolicy policy;
    policy.refusal = simulation.policy().refusal;
    for (std::size_t i = 0; i < std::min(points, frontier.points.size()); ++i)
        policy.rows.emplace(scopeOf(simulation, frontier.points[i]), presetRequirement);
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
    for (std::size_t i = 0; i < points; ++i) {
        const auto row = policy.rows.find(scopeOf(simulation, frontier.points[i]));
        if (row == policy.rows.end() || row->second != presetRequirement)
            return {};
    }
    return points;
}

} // namespace waxseal
