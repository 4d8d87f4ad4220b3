// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/policy/simulation.h"

#include <vector>

namespace waxseal {

/** What a plan is written from: sums over the domains of a direction under its policy. */
struct PlanFigures
{
    struct Group
    {
        Requirement requirement;
        std::size_t domains = 0;
        std::uint64_t messages = 0;
        std::vector<std::size_t> busiest; ///< rows of the simulation, at most three
    };
    std::vector<Group> groups; ///< weakest requirement first; only those that demand something
    std::size_t requiredDomains = 0; ///< with mail, and with a demand
    std::uint64_t protectedMessages = 0; ///< wanted and accepted from them: no longer to be talked into plaintext
    std::uint64_t wantedMessages = 0; ///< of all domains, whatever becomes of it: what is not spam
    std::vector<std::size_t> losers; ///< rows that would lose wanted mail, most first, at most listedLosers
    std::size_t losingDomains = 0;
    std::uint64_t days = 0;

    static constexpr std::size_t listedLosers = 6;
};

/** One pass over the domains. */
PlanFigures planFigures(const Simulation& simulation);

/** True for levels that hold mail back; "none" and "may" do not. */
bool isDemand(const Requirement& requirement);

} // namespace waxseal
