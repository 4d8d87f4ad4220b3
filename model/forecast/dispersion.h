// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/forecast/daycounts.h"

namespace waxseal {

/** The variance of the excess loss (lost − share · messages) of a next period, as different cuts of the log show it. */
struct Dispersion
{
    double byDay = 0; ///< days of each domain independent of one another
    double widest = 0; ///< the largest of `byDay` and the others, each drawn towards `byDay` where it rests on little
};

/**
 * Adds up what days, weeks and halves of the window say of each other: days and weeks of each domain, days and weeks of
 * all together, halves of each domain. Where longer pieces differ more than their days explain (regimes, senders who
 * come and go, outages, a drift), the ratio is carried on from halves to whole windows. `share`: the whole loss.
 */
Dispersion dispersion(
    const std::vector<DomainDays>& domains, const DomainDays& others, double share, const Calendar& calendar);

} // namespace waxseal
