// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>

namespace waxseal::demolog {

/** A seeded generator that gives the same numbers everywhere (SplitMix64; no floating point, nothing of the standard
 * library's). */
class Random
{
public:
    explicit Random(std::uint64_t seed)
        : m_state(seed)
    {
    }

    std::uint64_t next()
    {
        m_state += 0x9e3779b97f4a7c15U;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31);
    }

    /** 0 … bound − 1 (bound < 2³²; the bias of the multiply-shift is below 2⁻³²). */
    std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(((next() >> 32) * bound) >> 32); }
    /** low … high, both included. */
    std::int64_t between(std::int64_t low, std::int64_t high)
    {
        return low + below(static_cast<std::uint32_t>(high - low + 1));
    }
    bool percent(std::uint32_t share) { return below(100) < share; }
    bool permille(std::uint32_t share) { return below(1000) < share; }

    template <typename Container>
    const auto& pick(const Container& from)
    {
        return from[below(static_cast<std::uint32_t>(from.size()))];
    }

private:
    std::uint64_t m_state;
};

} // namespace waxseal::demolog
