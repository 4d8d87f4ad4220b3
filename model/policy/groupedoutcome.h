// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/policy/grouping.h"
#include "model/policy/simulation.h"

namespace waxseal {

/** What a policy would do to the mail of an organisation, a host or a domain. */
struct GroupedOutcome
{
    std::string name; ///< domain key, organisation, or a host's address ("" for the host that no log line names)
    HostId host = 0; ///< set where grouped by host
    std::size_t domains = 1; ///< with mail in the group
    Outcome outcome;
};

/**
 * The outcome of the simulation's policy by group, only groups that something is required of, or that lose mail or are
 * unknown; most wanted loss first, then most loss, then by name. Sums over all groups equal the simulation's outcome
 * less what is accepted in the groups left out.
 */
std::vector<GroupedOutcome> outcomesBy(const Simulation& simulation, Grouping grouping);

} // namespace waxseal
