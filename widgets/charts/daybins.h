// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/facts/period.h"

#include <QDate>
#include <QString>

#include <cstddef>
#include <utility>
#include <vector>

namespace waxseal {

/** Which days share a bar: one each, or weeks, or several weeks, where there are too many days to draw. */
class DayBins
{
public:
    static constexpr int maximum = 200; ///< bars

    DayBins() = default;
    DayBins(Day firstDay, std::size_t days);

    int count() const { return m_count; }
    int daysPerBin() const { return m_days; } ///< 1, or a multiple of 7
    std::size_t binOf(std::size_t day) const { return (day + m_lead) / static_cast<std::size_t>(m_days); }
    /** The first day of a bin; where a bin is weeks, a Monday, perhaps before the first day of all. */
    QDate date(int bin) const { return m_start.addDays(static_cast<qint64>(bin) * m_days); }
    /** The first and the last day of a bin that there is. */
    std::pair<Day, Day> range(int bin) const;
    QString title(int bin) const; ///< as people say it
    QString unit() const; ///< "messages a day"
    /** Where labels stand below an axis on which a bar takes `barWidth` pixels and a label `labelWidth`: each so many
     * bars, weekly ones on Mondays. Pairs (bin, text). */
    std::vector<std::pair<int, QString>> labels(double barWidth, int labelWidth) const;

private:
    Day m_firstDay = 0;
    std::size_t m_dayCount = 0;
    std::size_t m_lead = 0; ///< days of the first bin before the first day
    int m_days = 1;
    int m_count = 0;
    QDate m_start;
};

} // namespace waxseal
