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

Selection presetPoints(const Frontier& frontier, Preset preset, double budget)
{
    switch (preset) {
    case Preset::ZeroLoss:
        return frontier.lossless();
    case Preset::Budget:
        return frontier.within(budget);
    case Preset::None:
    case Preset::All:
        break;
    }
    return {};
}

DirectionPolicy frontierPolicy(const Simulation& simulation, const Frontier& frontier, const Selection& points,
    std::span<const std::uint32_t> byName)
{
    DirectionPolicy policy;
    policy.refusal = simulation.policy().refusal;
    std::vector<bool> isPoint(simulation.domainCount(), false);
    for (const Selection::Run& run : points.runs) {
        for (std::uint32_t i = run.begin; i < run.end; ++i)
            isPoint[frontier.points[i].row] = true;
    }
    if (byName.size() != simulation.domainCount()) {
        for (std::size_t row = 0; row < isPoint.size(); ++row) {
            if (isPoint[row])
                policy.rows.emplace(Scope{std::string(simulation.traffic(row).key), false}, presetRequirement);
        }
        return policy;
    }
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

PolicyChange frontierStep(
    const Simulation& simulation, const Frontier& frontier, const Selection& before, const Selection& after)
{
    PolicyChange change;
    // What is in one and not in the other, run by run.
    const auto setMissing = [&](const Selection& from, const Selection& in, std::optional<Requirement> wanted) {
        auto other = in.runs.begin();
        for (const Selection::Run& run : from.runs) {
            for (std::uint32_t i = run.begin; i < run.end; ++i) {
                while (other != in.runs.end() && other->end <= i)
                    ++other;
                if (other != in.runs.end() && other->begin <= i)
                    i = std::min(other->end, run.end) - 1; // in both
                else
                    change.set(simulation.policy(), scopeOf(simulation, frontier.points[i]), wanted);
            }
        }
    };
    setMissing(before, after, std::nullopt);
    setMissing(after, before, presetRequirement);
    return change;
}

std::optional<Selection> pointsInForce(const Simulation& simulation, const Frontier& frontier)
{
    const DirectionPolicy& policy = simulation.policy();
    if (policy.byDefault.level > Level::May || policy.rows.size() > frontier.points.size())
        return {};
    // Asked after every toggle, of perhaps a hundred thousand rows: no name is looked up. Rows of single domains with
    // this requirement, and as many points that have a row of their own: then there are no others.
    const bool isPlain = std::all_of(policy.rows.begin(), policy.rows.end(),
        [](const auto& row) { return !row.first.subdomains && row.second == presetRequirement; });
    if (!isPlain)
        return {};
    Selection points;
    for (std::uint32_t i = 0; i < frontier.points.size(); ++i) {
        if (simulation.hasOwnRow(frontier.points[i].row))
            points.append(i);
    }
    return points.count() == policy.rows.size() ? std::optional(std::move(points)) : std::nullopt;
}

} // namespace waxseal
