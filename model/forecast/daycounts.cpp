// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/forecast/daycounts.h"

namespace waxseal {

namespace {
constexpr std::size_t daysForWeekdays = 28;
constexpr std::size_t daysForWeekends = 14;
constexpr std::size_t saturday = 5;
}

Counts sumOf(const DomainDays& domain)
{
    Counts sum;
    for (const DayCounts& day : domain) {
        sum.messages += day.messages;
        sum.lost += day.lost;
    }
    return sum;
}

Calendar::Calendar(std::size_t days, unsigned firstWeekday, std::size_t nextDays)
    : m_nextDays(nextDays)
    , m_groups(days >= daysForWeekdays  ? 7
              : days >= daysForWeekends ? 2
                                        : 1)
    , m_groupOf(days)
{
    const auto group = [&](std::size_t day) -> std::size_t {
        const std::size_t weekday = (day + firstWeekday) % 7;
        return m_groups == 7 ? weekday : m_groups == 2 && weekday >= saturday ? 1 : 0;
    };
    for (std::size_t day = 0; day < days; ++day) {
        m_groupOf[day] = static_cast<std::uint8_t>(group(day));
        m_daysOf[m_groupOf[day]].push_back(static_cast<std::uint32_t>(day));
    }
    for (std::size_t day = days; day < days + nextDays; ++day)
        ++m_next[group(day)];
}

} // namespace waxseal
