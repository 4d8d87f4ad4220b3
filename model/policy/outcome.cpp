// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/policy/outcome.h"

#include <numeric>

namespace waxseal {

std::uint64_t Outcome::of(Fate fate) const
{
    const auto& bySpam = counts[static_cast<std::size_t>(fate)];
    return std::accumulate(bySpam.begin(), bySpam.end(), std::uint64_t{0});
}

std::uint64_t Outcome::total() const
{
    return accepted() + lost() + unknown();
}

double Outcome::lostShare() const
{
    const std::uint64_t all = total();
    return all == 0 ? 0.0 : static_cast<double>(lost()) / static_cast<double>(all);
}

double Outcome::lostWantedShare() const
{
    const std::uint64_t all = wanted();
    return all == 0 ? 0.0 : static_cast<double>(lostWanted()) / static_cast<double>(all);
}

Outcome& Outcome::operator+=(const Outcome& other)
{
    for (std::size_t fate = 0; fate < counts.size(); ++fate) {
        for (std::size_t spam = 0; spam < counts[fate].size(); ++spam)
            counts[fate][spam] += other.counts[fate][spam];
    }
    for (std::size_t i = 0; i < lostByEvidence.size(); ++i)
        lostByEvidence[i] += other.lostByEvidence[i];
    byTest += other.byTest;
    return *this;
}

Outcome& Outcome::operator-=(const Outcome& other)
{
    for (std::size_t fate = 0; fate < counts.size(); ++fate) {
        for (std::size_t spam = 0; spam < counts[fate].size(); ++spam)
            counts[fate][spam] -= other.counts[fate][spam];
    }
    for (std::size_t i = 0; i < lostByEvidence.size(); ++i)
        lostByEvidence[i] -= other.lostByEvidence[i];
    byTest -= other.byTest;
    return *this;
}

} // namespace waxseal
