// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/document/presets.h"

#include "model/core/domainname.h"

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
    case Preset::NoLoss:
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

void applyPins(DirectionPolicy& policy, const Pins& pins)
{
    for (const auto& [scope, requirement] : pins) {
        if (requirement.level > Level::May)
            policy.rows.insert_or_assign(scope, requirement);
        else
            policy.rows.erase(scope);
    }
    // What is pinned to nothing needs a row only where something else would require it.
    for (const auto& [scope, requirement] : pins) {
        const bool isOff = requirement.level <= Level::May;
        if (isOff && (requirement.level == Level::May || requirementWithout(policy, scope).level > Level::May))
            policy.rows.insert_or_assign(scope, requirement);
    }
}

Requirement requirementWithout(const DirectionPolicy& policy, const Scope& scope)
{
    // As DirectionPolicy::effective(), the row of the scope itself left out.
    if (scope.domain == nullSender)
        return policy.byDefault;
    const auto requirementOf = [&](const Scope& other) -> const Requirement* {
        const auto row = policy.rows.find(other);
        return other == scope || row == policy.rows.end() ? nullptr : &row->second;
    };
    if (const Requirement* exact = scope.subdomains ? nullptr : requirementOf({scope.domain, false}))
        return *exact;
    for (std::string_view name = scope.domain;;) {
        if (const Requirement* above = requirementOf({std::string(name), true}))
            return *above;
        const std::size_t dot = name.find('.');
        if (dot == std::string_view::npos)
            return policy.byDefault;
        name.remove_prefix(dot + 1);
    }
}

double budgetBesidePins(const Simulation& simulation, double budget, const Pins& pins)
{
    std::uint64_t wanted = 0;
    for (const Fate fate : {Fate::Accepted, Fate::Lost, Fate::Unknown})
        wanted += simulation.outcome().of(fate) - simulation.outcome().of(fate, SpamVerdict::Spam);
    std::uint64_t lost = 0;
    for (const auto& [scope, requirement] : pins) {
        const auto row = requirement.level > Level::May ? simulation.rowOf(scope.domain) : std::nullopt;
        if (row)
            lost += simulation.outcome(*row).lostWanted();
    }
    return wanted == 0 ? budget : std::max(0.0, budget - static_cast<double>(lost) / static_cast<double>(wanted));
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
