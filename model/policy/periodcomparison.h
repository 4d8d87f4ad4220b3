// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/facts/period.h"
#include "model/policy/simulation.h"

#include <string>
#include <vector>

namespace waxseal {

/** The mail of a domain, or of all, in one of two periods. */
struct PeriodFigures
{
    std::uint64_t messages = 0;
    std::uint64_t overTls = 0;
    std::uint64_t unknown = 0; ///< of the messages, whose TLS the log does not tell
    std::uint64_t wanted = 0; ///< that no scanner called spam
    std::uint64_t wouldLose = 0; ///< wanted messages, were `encrypt` required
    bool operator==(const PeriodFigures&) const = default;
    PeriodFigures& operator+=(const PeriodFigures& other);

    double tlsShare() const; ///< of the mail whose TLS is known, 0 … 1; 0 for none
    double lossShare() const; ///< of the wanted mail, 0 … 1; 0 for none
};

struct DomainComparison
{
    std::string domain; ///< policy key
    PeriodFigures before;
    PeriodFigures after;
};

/** Two periods side by side: has anything changed since somebody wrote to the domains? */
struct PeriodComparison
{
    std::vector<DomainComparison> domains; ///< with mail in either; what would be lost before, most first
    PeriodFigures before; ///< of all domains
    PeriodFigures after;
};

/** As slow as two simulations. Any thread. */
PeriodComparison comparePeriods(const Grounds& grounds, Direction direction, const Period& before, const Period& after);

} // namespace waxseal
