// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace waxseal {

struct KnapsackItem
{
    double cost = 0; ///< ≥ 0
    double value = 0; ///< > 0
};

/** Some of a row of items. */
struct Selection
{
    struct Run
    {
        std::uint32_t begin = 0;
        std::uint32_t end = 0; ///< one past the last
        bool operator==(const Run&) const = default;
    };
    std::vector<Run> runs; ///< ascending, not touching
    double cost = 0;
    double value = 0;

    std::size_t count() const;
    bool contains(std::uint32_t item) const;
    /** Takes one more, behind all that are in. */
    void append(std::uint32_t item);
    bool operator==(const Selection& other) const { return runs == other.runs; }
};

/** The first so many items. */
Selection firstItems(std::size_t count);

/**
 * Which items to take within a budget so that their value is largest (Horowitz and Sahni 1974: depth first along the
 * order of value for cost, cut where the fractional bound is no better than what is known). The search ends after
 * `steps` steps with the best so far, which is at least the greedy choice that goes on past what does not fit: less
 * than the value of one item below the optimum. With a few thousand steps it is nearly always the optimum itself.
 */
class Knapsack
{
public:
    Knapsack() = default;
    /** Items by falling value for cost. */
    explicit Knapsack(const std::vector<KnapsackItem>& items);

    Selection within(double budget, std::size_t steps = 20'000) const;
    /** The value of the best choice if items could be divided: no choice has more. */
    double bound(double budget) const;

private:
    class Search;
    std::vector<double> m_costs; ///< sums of the first items, beginning with 0
    std::vector<double> m_values;
    std::vector<double> m_cheapest; ///< the least cost from an item on
};

} // namespace waxseal
