// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace waxseal {

/** The logarithm of the density of Beta(a, b) at x, 0 < x < 1. */
double logBetaDensity(double a, double b, double x);
/** I_x(a, b), the regularised incomplete beta function (DLMF 8.17.2). */
double incompleteBeta(double a, double b, double x);
/** The probability that |t| of Student's distribution with so many degrees of freedom is at least as large. */
double studentTwoSided(double t, double degrees);

/** Wilson's score interval of a share (Wilson 1927); `lost` and `messages` need not be whole, `z` 1.96 for 95 %. */
struct ShareRange
{
    double low = 0;
    double high = 1;
};
ShareRange wilson(double lost, double messages, double z);

} // namespace waxseal
