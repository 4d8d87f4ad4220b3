// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/forecast/distributions.h"
#include "model/forecast/forecast.h"

#include <algorithm>
#include <cmath>

namespace waxseal {

namespace {

/** The continued fraction of the incomplete beta function (DLMF 8.17.22), by the modified Lentz method. */
double betaFraction(double a, double b, double x)
{
    constexpr double tiny = 1e-300;
    constexpr int most = 100'000;
    double c = 1.0;
    double d = 1.0 - (a + b) * x / (a + 1.0);
    d = 1.0 / (std::abs(d) < tiny ? tiny : d);
    double result = d;
    for (int m = 1; m < most; ++m) {
        const double even = m * (b - m) * x / ((a + 2 * m - 1.0) * (a + 2 * m));
        const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1.0));
        double change = 1.0;
        for (const double term : {even, odd}) {
            d = 1.0 + term * d;
            d = 1.0 / (std::abs(d) < tiny ? tiny : d);
            c = 1.0 + term / c;
            c = std::abs(c) < tiny ? tiny : c;
            change = c * d;
            result *= change;
        }
        if (std::abs(change - 1.0) < 1e-14)
            break;
    }
    return result;
}

} // namespace

double logBetaDensity(double a, double b, double x)
{
    return std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b) + (a - 1.0) * std::log(x) + (b - 1.0) * std::log1p(-x);
}

double incompleteBeta(double a, double b, double x)
{
    if (x <= 0 || x >= 1)
        return x <= 0 ? 0.0 : 1.0;
    const double front = std::exp(logBetaDensity(a, b, x)) * x * (1.0 - x);
    // The fraction converges fast on one side of the mean only.
    if (x < (a + 1.0) / (a + b + 2.0))
        return front * betaFraction(a, b, x) / a;
    return 1.0 - front * betaFraction(b, a, 1.0 - x) / b;
}

double studentTwoSided(double t, double degrees)
{
    return incompleteBeta(degrees / 2, 0.5, degrees / (degrees + t * t)); // DLMF 8.17, Abramowitz and Stegun 26.7.1
}

ShareRange wilson(double lost, double messages, double z)
{
    if (messages <= 0)
        return {};
    const double share = lost / messages;
    const double square = z * z / messages;
    const double centre = (share + square / 2) / (1 + square);
    const double half = z / (1 + square) * std::sqrt(share * (1 - share) / messages + square / messages / 4);
    return {std::max(centre - half, 0.0), std::min(centre + half, 1.0)};
}

double upperBound(std::uint64_t lost, std::uint64_t messages)
{
    constexpr double level = 0.95;
    if (messages == 0 || lost >= messages)
        return 1.0;
    const auto n = static_cast<double>(messages);
    if (lost == 0)
        return -std::expm1(std::log(1.0 - level) / n); // 1 − 0.05^(1/n)
    // Clopper and Pearson (1934): the 95 % quantile of Beta(k + 1, n − k). Newton from the normal approximation, kept
    // in brackets.
    const double a = static_cast<double>(lost) + 1.0;
    const double b = n - static_cast<double>(lost);
    double low = static_cast<double>(lost) / n;
    double high = 1.0;
    double x = std::min(low + 1.7 * std::sqrt(low * (1.0 - low) / n) + 1.0 / n, 0.5 * (low + 1.0));
    for (int i = 0; i < 200 && high - low > 1e-13; ++i) {
        const double difference = incompleteBeta(a, b, x) - level;
        (difference < 0 ? low : high) = x;
        const double step = difference / std::exp(logBetaDensity(a, b, x));
        if (std::abs(step) < 1e-14 * x)
            break;
        x -= step;
        if (!(x > low && x < high))
            x = 0.5 * (low + high);
    }
    return x;
}

} // namespace waxseal
