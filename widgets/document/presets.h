// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/forecast/forecast.h"
#include "widgets/document/policychange.h"

#include <optional>
#include <span>

namespace waxseal {

/** Whole policies that one click sets. */
enum class Preset
{
    None,
    NoLoss,
    Budget,
    All
};

/** Encryption of whatever version: what presets require, and what the frontier was made for. */
inline constexpr Requirement presetRequirement{Level::Encrypt, TlsVersion::Unknown};

/** Which points of the frontier a preset takes; none for those that take nothing of it. */
Selection presetPoints(const Frontier& frontier, Preset preset, double budget);

/** The policy that requires encryption of these points of the frontier and of nobody else. `byName`: the rows of the
 * simulation in the order of their names, if known; then it takes a fraction of the time. */
DirectionPolicy frontierPolicy(const Simulation& simulation, const Frontier& frontier, const Selection& points,
    std::span<const std::uint32_t> byName = {});

/** The policy of a preset; how to refuse stays as it is. */
DirectionPolicy presetPolicy(const Simulation& simulation, const Frontier& frontier, Preset preset, double budget);

/** What changes from the points `before` to the points `after`: as much work as lies between them. */
PolicyChange frontierStep(
    const Simulation& simulation, const Frontier& frontier, const Selection& before, const Selection& after);

/** Puts what was chosen by hand into a policy that was made without it. */
void applyPins(DirectionPolicy& policy, const Pins& pins);
/** What would be required of a scope's domain if this scope had no row. */
Requirement requirementWithout(const DirectionPolicy& policy, const Scope& scope);
/** What is left of a budget (share of the wanted mail) beside what the domains lose that were chosen by hand. */
double budgetBesidePins(const Simulation& simulation, double budget, const Pins& pins);

/** The points of the frontier that the policy of the simulation is, if it is nothing else. */
std::optional<Selection> pointsInForce(const Simulation& simulation, const Frontier& frontier);

} // namespace waxseal
