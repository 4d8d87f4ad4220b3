// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/document/presettracker.h"

#include "widgets/document/presets.h"

#include <algorithm>

namespace waxseal {

namespace {
constexpr std::uint32_t noPoint = ~std::uint32_t{0};
}

void PresetTracker::setFrontier(
    const Frontier& frontier, const Simulation& simulation, std::span<const std::uint32_t> byName, const Pins& pins)
{
    m_pointOf.assign(simulation.domainCount(), noPoint);
    m_isRequired.assign(frontier.points.size(), 0);
    for (std::size_t i = 0; i < frontier.points.size(); ++i)
        m_pointOf[frontier.points[i].row] = static_cast<std::uint32_t>(i);
    updateAll(simulation.policy(), simulation, byName);
    setPins(simulation, pins);
}

void PresetTracker::setPins(const Simulation& simulation, const Pins& pins)
{
    m_isPinned.assign(m_isRequired.size(), 0);
    if (m_pointOf.size() != simulation.domainCount())
        return; // of facts that are gone
    for (const auto& [scope, requirement] : pins) {
        const auto row = scope.subdomains ? std::nullopt : simulation.rowOf(scope.domain);
        if (row && m_pointOf[*row] != noPoint)
            m_isPinned[m_pointOf[*row]] = 1;
    }
}

void PresetTracker::clear()
{
    m_pointOf.clear();
    m_isRequired.clear();
    m_isPinned.clear();
}

void PresetTracker::update(const Simulation& simulation, const QList<int>& rows, std::span<const std::uint32_t> byName)
{
    if (m_pointOf.size() != simulation.domainCount())
        return; // of facts that are gone
    const DirectionPolicy& policy = simulation.policy();
    if (rows.isEmpty())
        return updateAll(policy, simulation, byName);
    for (const int row : rows) {
        const std::uint32_t point = m_pointOf[static_cast<std::size_t>(row)];
        if (point == noPoint)
            continue;
        const auto found
            = policy.rows.find(Scope{std::string(simulation.traffic(static_cast<std::size_t>(row)).key), false});
        m_isRequired[point] = found != policy.rows.end() && found->second == presetRequirement ? 1 : 0;
    }
}

void PresetTracker::updateAll(
    const DirectionPolicy& policy, const Simulation& simulation, std::span<const std::uint32_t> byName)
{
    std::fill(m_isRequired.begin(), m_isRequired.end(), std::uint8_t{0});
    auto at = policy.rows.begin();
    for (const std::uint32_t row : byName) {
        const std::string_view name = simulation.traffic(row).key;
        while (at != policy.rows.end() && at->first.domain < name)
            ++at;
        if (at == policy.rows.end())
            return;
        if (m_pointOf[row] != noPoint && at->first.domain == name && !at->first.subdomains
            && at->second == presetRequirement)
            m_isRequired[m_pointOf[row]] = 1;
    }
}

std::optional<Selection> PresetTracker::points(const Simulation& simulation, std::size_t pinnedRows) const
{
    const DirectionPolicy& policy = simulation.policy();
    if (policy.byDefault.level > Level::May || policy.rows.size() < pinnedRows)
        return {};
    // As many rows as required points: then there are no others.
    const std::size_t count = policy.rows.size() - pinnedRows;
    Selection out;
    std::size_t found = 0;
    for (std::uint32_t i = 0; i < m_isRequired.size(); ++i) {
        if (m_isRequired[i] == 0 || m_isPinned[i] != 0)
            continue;
        out.append(i);
        ++found;
    }
    return found == count ? std::optional(std::move(out)) : std::nullopt;
}

Selection PresetTracker::unpinned(const Selection& points) const
{
    Selection out;
    for (const Selection::Run& run : points.runs) {
        for (std::uint32_t i = run.begin; i < run.end; ++i) {
            if (i >= m_isPinned.size() || m_isPinned[i] == 0)
                out.append(i);
        }
    }
    return out;
}

} // namespace waxseal
