// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/forecast/forecast.h"
#include "model/workspace/choices.h"

#include <QList>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace waxseal {

/** Knows after every change of a policy whether it is points of the frontier and nothing else, and which: as much work
 * as the rows that changed, and a look at each point when asked. */
class PresetTracker
{
public:
    /** `byName`: all rows of the simulation in the order of their names. */
    void setFrontier(const Frontier& frontier, const Simulation& simulation, std::span<const std::uint32_t> byName,
        const Pins& pins);
    /** Which points were chosen by hand: presets leave them, so they say nothing about a preset. */
    void setPins(const Simulation& simulation, const Pins& pins);
    void clear();
    /** These rows of the simulation may have changed; an empty list: any. */
    void update(const Simulation& simulation, const QList<int>& rows, std::span<const std::uint32_t> byName);

    /** The points that are required, those chosen by hand left out, if nothing else is. `pinnedRows`: rows of the
     * policy that were chosen by hand. */
    std::optional<Selection> points(const Simulation& simulation, std::size_t pinnedRows) const;
    /** Those that were not chosen by hand: what a preset has a say about. */
    Selection unpinned(const Selection& points) const;

private:
    void updateAll(const DirectionPolicy& policy, const Simulation& simulation, std::span<const std::uint32_t> byName);

    std::vector<std::uint32_t> m_pointOf; ///< by row of the simulation
    std::vector<std::uint8_t> m_isRequired; ///< by point
    std::vector<std::uint8_t> m_isPinned; ///< by point
};

} // namespace waxseal
