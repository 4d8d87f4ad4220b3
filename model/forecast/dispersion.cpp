// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/forecast/dispersion.h"

#include <algorithm>
#include <cmath>

namespace waxseal {

namespace {

constexpr double priorDegrees = 2; // how many degrees of freedom the guess "as days say" counts for
constexpr std::size_t fewestWeeks = 3;

/** A sum of variances of many domains, and on how many degrees of freedom it rests (Satterthwaite). */
class Estimate
{
public:
    void add(double variance, double degrees)
    {
        m_sum += variance;
        m_squares += variance * variance / degrees;
    }
    double sum() const { return m_sum; }
    double degrees() const { return m_squares > 0 ? m_sum * m_sum / m_squares : 0.0; }
    /** The ratio to `base`, drawn towards 1 by its degrees of freedom. */
    double ratioTo(const Estimate& base) const
    {
        if (base.m_sum <= 0)
            return 1;
        return (degrees() * m_sum / base.m_sum + priorDegrees) / (degrees() + priorDegrees);
    }

private:
    double m_sum = 0;
    double m_squares = 0;
};

class Cuts
{
public:
    Cuts(const Calendar& calendar, double share)
        : m_calendar(calendar)
        , m_share(share)
        , m_weeks(calendar.days() / 7)
        , m_firstOfWeeks(calendar.days() % 7)
        , m_days(calendar.days())
        , m_excess(calendar.days())
    {
    }

    void add(const DomainDays& domain)
    {
        std::fill(m_days.begin(), m_days.end(), 0.0);
        for (const DayCounts& day : domain) {
            m_days[day.day] = day.lost - m_share * day.messages;
            m_excess[day.day] += m_days[day.day];
        }
        addDays(m_days, m_domainDays);
        addWeeks(m_days, m_domainWeeks);
        addHalves(m_days, m_domainHalves);
    }

    Dispersion result()
    {
        Estimate days;
        Estimate weeks;
        addDays(m_excess, days);
        addWeeks(m_excess, weeks);
        const double byDays = days.ratioTo(m_domainDays);
        const double byWeeks = weeks.ratioTo(m_domainDays);
        const double ownWeeks = m_domainWeeks.ratioTo(m_domainDays);
        const double ownHalves = m_domainHalves.ratioTo(m_domainDays);
        // Halves that differ more than weeks do: so will windows differ more than halves.
        const double onward = std::max(1.0, m_domainHalves.ratioTo(m_domainWeeks));
        const double own = std::max({1.0, ownWeeks, ownHalves * (ownHalves > 1 ? onward : 1.0)});
        const double common = std::max({1.0, byDays, byWeeks});
        return {m_domainDays.sum(), m_domainDays.sum() * (own + common - 1)};
    }

private:
    void addDays(const std::vector<double>& values, Estimate& into) const
    {
        for (std::size_t group = 0; group < m_calendar.groups(); ++group) {
            const double size = m_calendar.size(group);
            if (size < 2)
                continue;
            double sum = 0;
            double squares = 0;
            for (const std::uint32_t day : m_calendar.daysOf(group)) {
                sum += values[day];
                squares += values[day] * values[day];
            }
            const double variance = std::max(squares - sum * sum / size, 0.0) / (size - 1);
            into.add(variance * m_calendar.next(group), size - 1);
        }
    }

    void addWeeks(const std::vector<double>& values, Estimate& into) const
    {
        if (m_weeks < fewestWeeks)
            return;
        double sum = 0;
        double squares = 0;
        for (std::size_t week = 0; week < m_weeks; ++week) {
            const auto begin = values.begin() + static_cast<std::ptrdiff_t>(m_firstOfWeeks + 7 * week);
            double ofWeek = 0;
            for (auto day = begin; day != begin + 7; ++day)
                ofWeek += *day;
            sum += ofWeek;
            squares += ofWeek * ofWeek;
        }
        const auto count = static_cast<double>(m_weeks);
        const double variance = std::max(squares - sum * sum / count, 0.0) / (count - 1);
        into.add(variance * static_cast<double>(m_calendar.nextDays()) / 7, count - 1);
    }

    void addHalves(const std::vector<double>& values, Estimate& into) const
    {
        // Whole weeks, so that both halves have the same weekdays.
        const std::size_t half = m_weeks / 2 * 7;
        if (m_weeks < fewestWeeks)
            return;
        double difference = 0;
        for (std::size_t day = 0; day < half; ++day)
            difference += values[values.size() - 1 - day] - values[values.size() - 1 - half - day];
        const auto days = 2 * static_cast<double>(half);
        into.add(difference * difference * static_cast<double>(m_calendar.nextDays()) / days, 1);
    }

    const Calendar& m_calendar;
    double m_share;
    std::size_t m_weeks;
    std::size_t m_firstOfWeeks; ///< the odd days are at the beginning
    std::vector<double> m_days;
    std::vector<double> m_excess; ///< of all domains, by day
    Estimate m_domainDays;
    Estimate m_domainWeeks;
    Estimate m_domainHalves;
};

} // namespace

Dispersion dispersion(
    const std::vector<DomainDays>& domains, const DomainDays& others, double share, const Calendar& calendar)
{
    Cuts cuts(calendar, share);
    for (const DomainDays& domain : domains)
        cuts.add(domain);
    cuts.add(others);
    return cuts.result();
}

} // namespace waxseal
