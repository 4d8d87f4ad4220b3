// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>

namespace waxseal {

/** SplitMix64: the same numbers on every machine, so that the same facts give the same forecast. */
class Random
{
public:
    explicit Random(std::uint64_t seed = 20261122)
        : m_state(seed)
    {
    }
    std::uint64_t next()
    {
        std::uint64_t z = m_state += 0x9e3779b97f4a7c15U;
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31U);
    }
    /** 0 … bound − 1, by multiplication (Lemire); the bias is below 2⁻²³ here. */
    std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(((next() >> 32U) * bound) >> 32U); }
    double uniform() { return (static_cast<double>(next() >> 11U) + 0.5) * 0x1.0p-53; }
    double normal()
    {
        const double radius = std::sqrt(-2.0 * std::log(uniform()));
        return radius * std::cos(2.0 * std::numbers::pi * uniform());
    }
    /** Gamma distributed with this mean and variance (Marsaglia and Tsang 2000); 0 for a mean of 0. */
    double gamma(double mean, double variance)
    {
        if (mean <= 0 || variance <= 0)
            return mean;
        const double shape = mean * mean / variance;
        // Below 1 a draw of shape + 1 is scaled by U^(1/shape).
        const double raised = shape < 1 ? shape + 1 : shape;
        const double boost = shape < 1 ? std::pow(uniform(), 1 / shape) : 1.0;
        const double d = raised - 1.0 / 3.0;
        const double c = 1.0 / std::sqrt(9.0 * d);
        while (true) {
            const double x = normal();
            const double v = std::pow(1.0 + c * x, 3);
            if (v > 0 && std::log(uniform()) < 0.5 * x * x + d - d * v + d * std::log(v))
                return d * v * boost * variance / mean;
        }
    }

private:
    std::uint64_t m_state;
};

} // namespace waxseal
