// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/forecast/knapsack.h"

#include <algorithm>
#include <limits>

namespace waxseal {

std::size_t Selection::count() const
{
    std::size_t sum = 0;
    for (const Run& run : runs)
        sum += run.end - run.begin;
    return sum;
}

void Selection::append(std::uint32_t item)
{
    if (!runs.empty() && runs.back().end == item)
        ++runs.back().end;
    else
        runs.push_back({item, item + 1});
}

Selection firstItems(std::size_t count)
{
    Selection out;
    if (count > 0)
        out.runs.push_back({0, static_cast<std::uint32_t>(count)});
    return out;
}

bool Selection::contains(std::uint32_t item) const
{
    const auto after = std::upper_bound(
        runs.begin(), runs.end(), item, [](std::uint32_t at, const Run& run) { return at < run.begin; });
    return after != runs.begin() && item < std::prev(after)->end;
}

Knapsack::Knapsack(const std::vector<KnapsackItem>& items)
    : m_costs(items.size() + 1)
    , m_values(items.size() + 1)
    , m_cheapest(items.size() + 1, std::numeric_limits<double>::infinity())
{
    for (std::size_t i = 0; i < items.size(); ++i) {
        m_costs[i + 1] = m_costs[i] + items[i].cost;
        m_values[i + 1] = m_values[i] + items[i].value;
    }
    for (std::size_t i = items.size(); i-- > 0;)
        m_cheapest[i] = std::min(m_cheapest[i + 1], items[i].cost);
}

class Knapsack::Search
{
public:
    Search(const Knapsack& sack, double budget)
        : m_sack(sack)
        , m_items(sack.m_costs.empty() ? 0 : sack.m_costs.size() - 1)
        // Sums of many costs round: a hair more than the budget, which is typed as 0.1 % and is not 0.001 in binary.
        , m_room(budget + 1e-12 + budget * 1e-9)
    {
    }

    /** How far items fit one after the other from `from` on. */
    std::size_t fits(std::size_t from, double room) const
    {
        const auto& costs = m_sack.m_costs;
        const auto end
            = std::upper_bound(costs.begin() + static_cast<std::ptrdiff_t>(from), costs.end(), costs[from] + room);
        return static_cast<std::size_t>(end - costs.begin()) - 1;
    }

    /** The most that items from `from` on can add, could one be divided. */
    double bound(std::size_t from, double room) const
    {
        if (from >= m_items)
            return 0;
        const std::size_t end = fits(from, room);
        double value = m_sack.m_values[end] - m_sack.m_values[from];
        if (end < m_items) {
            const double left = room - (m_sack.m_costs[end] - m_sack.m_costs[from]);
            const double cost = m_sack.m_costs[end + 1] - m_sack.m_costs[end];
            value += (m_sack.m_values[end + 1] - m_sack.m_values[end]) * std::clamp(left / cost, 0.0, 1.0);
        }
        return value;
    }
    double bound() const { return bound(0, m_room); }

    Selection run(std::size_t steps)
    {
        fill(0);
        keep();
        const double most = bound();
        m_steps = 0;
        while (m_steps < steps && m_best.value < most * (1 - 1e-12) && !m_runs.empty()) {
            ++m_steps;
            const std::size_t last = leaveLast();
            if (m_value + bound(last + 1, m_room - m_cost) <= m_best.value * (1 + 1e-12))
                continue;
            fill(last + 1);
            if (m_value > m_best.value)
                keep();
        }
        return m_best;
    }

private:
    /** Takes everything from `from` on that still fits, in order. */
    void fill(std::size_t from)
    {
        while (from < m_items && m_sack.m_cheapest[from] <= m_room - m_cost) {
            ++m_steps;
            const std::size_t end = fits(from, m_room - m_cost);
            if (end > from) {
                if (!m_runs.empty() && m_runs.back().end == from)
                    m_runs.back().end = static_cast<std::uint32_t>(end);
                else
                    m_runs.push_back({static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(end)});
                m_cost += m_sack.m_costs[end] - m_sack.m_costs[from];
                m_value += m_sack.m_values[end] - m_sack.m_values[from];
            }
            from = end + 1;
        }
    }

    std::size_t leaveLast()
    {
        const std::size_t last = --m_runs.back().end;
        m_cost -= m_sack.m_costs[last + 1] - m_sack.m_costs[last];
        m_value -= m_sack.m_values[last + 1] - m_sack.m_values[last];
        if (m_runs.back().begin == last)
            m_runs.pop_back();
        return last;
    }

    void keep()
    {
        m_best.runs = m_runs;
        m_best.cost = std::max(m_cost, 0.0);
        m_best.value = m_value;
    }

    const Knapsack& m_sack;
    std::size_t m_items;
    double m_room;
    std::vector<Selection::Run> m_runs;
    double m_cost = 0;
    double m_value = 0;
    std::size_t m_steps = 0;
    Selection m_best;
};

Selection Knapsack::within(double budget, std::size_t steps) const
{
    if (m_costs.size() < 2 || !(budget >= 0))
        return {};
    return Search(*this, budget).run(steps);
}

double Knapsack::bound(double budget) const
{
    return m_costs.size() < 2 || !(budget >= 0) ? 0.0 : Search(*this, budget).bound();
}

} // namespace waxseal
