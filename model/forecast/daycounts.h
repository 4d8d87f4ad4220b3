// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace waxseal {

/** One active day of a domain. */
struct DayCounts
{
    std::uint32_t day = 0; ///< from the beginning of the window
    std::uint32_t messages = 0;
    std::uint32_t lost = 0;
};

/** A domain's active days, ascending; on the other days of the window it sent nothing. */
using DomainDays = std::vector<DayCounts>;

/** Messages and losses of some days. */
struct Counts
{
    double messages = 0;
    double lost = 0;
    double share() const { return messages > 0 ? lost / messages : 0.0; }
};
Counts sumOf(const DomainDays& domain);

/**
 * The days of the window, grouped so that a day stands for days of its kind: by weekday from 28 days on (four or more
 * of each), working days and weekends from 14 days on, else all alike; and how many days of each kind the next period
 * has, which begins on the day after the window.
 */
class Calendar
{
public:
    /** `firstWeekday`: 0 Monday … 6 Sunday, of the window's first day. Both periods have at least one day. */
    Calendar(std::size_t days, unsigned firstWeekday, std::size_t nextDays);

    std::size_t days() const { return m_groupOf.size(); }
    std::size_t nextDays() const { return m_nextDays; }
    std::size_t groups() const { return m_groups; }
    std::size_t groupOf(std::size_t day) const { return m_groupOf[day]; }
    const std::vector<std::uint32_t>& daysOf(std::size_t group) const { return m_daysOf[group]; }
    std::uint32_t size(std::size_t group) const { return static_cast<std::uint32_t>(m_daysOf[group].size()); }
    std::uint32_t next(std::size_t group) const { return m_next[group]; }
    /** How often a day of this group is to be expected for each one seen. */
    double scale(std::size_t group) const { return static_cast<double>(m_next[group]) / size(group); }

private:
    std::size_t m_nextDays;
    std::size_t m_groups;
    std::vector<std::uint8_t> m_groupOf;
    std::array<std::vector<std::uint32_t>, 7> m_daysOf;
    std::array<std::uint32_t, 7> m_next{};
};

} // namespace waxseal
