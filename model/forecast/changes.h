// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/forecast/daycounts.h"

#include <optional>
#include <vector>

namespace waxseal {

/** A domain whose share of lost mail was another one from some day on. */
struct ShareSwitch
{
    std::size_t domain = 0; ///< index into what was asked
    std::uint32_t since = 0; ///< the first day of the new share, from the beginning of the window
    double before = 0;
    double after = 0;
    double chance = 1; ///< that days in random order would look like this for any of the domains
};

/**
 * Domains that switched: for each, the largest difference between its days before and after some day, against the same
 * days in random order (a permutation test, so bursts within a day do no harm). The chance of one false alarm over all
 * domains is at most 5 %: each domain gets a part of it by its mail (weighted Bonferroni). Only changes of ten points
 * or more that move the whole loss by more than its binomial deviation. Largest effect first.
 */
std::vector<ShareSwitch> findSwitches(const std::vector<DomainDays>& domains);

/** A straight line through days, weekdays taken out. */
struct Slope
{
    double perDay = 0; ///< lost messages a day that come on top every day
    double error = 0; ///< standard error of that
    double chance = 1; ///< of a line at least as steep through days without one (t-test)

    /** How much of the slope is more than noise, 0 … 1: nothing up to t² = 4, all of it in the limit. */
    double weight() const;
};

/** Loss that grows or shrinks from day to day over all domains. */
struct ShareTrend
{
    Slope habits; ///< domains lose more of their mail than they used to
    Slope mix; ///< more mail comes from those who lose
    double chance() const; ///< of the stronger of the two, for two tests
    /** What is beyond noise, lost messages a day and day. */
    double perDay() const { return habits.weight() * habits.perDay + mix.weight() * mix.perDay; }
    /** Standard error of that part. */
    double error() const;
};

/**
 * Whether the loss has a trend: in what domains lose of their mail, and in whose mail comes. Nothing below 14 days.
 * `others`: mail that cannot be lost.
 */
std::optional<ShareTrend> findTrend(
    const std::vector<DomainDays>& domains, const DomainDays& others, const Calendar& calendar);

} // namespace waxseal
