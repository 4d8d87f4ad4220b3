// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/daybins.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace waxseal {

DayBins::DayBins(Day firstDay, std::size_t days)
    : m_firstDay(firstDay)
    , m_dayCount(days)
{
    if (days == 0)
        return;
    constexpr std::array candidates{1, 7, 28, 91, 364};
    for (const int candidate : candidates) {
        m_lead = candidate == 1 ? 0 : static_cast<std::size_t>(dateOf(firstDay).dayOfWeek() - 1);
        m_days = candidate;
        const auto each = static_cast<std::size_t>(candidate);
        m_count = static_cast<int>((days + m_lead + each - 1) / each);
        if (m_count <= maximum)
            break;
    }
    m_start = dateOf(firstDay).addDays(-static_cast<qint64>(m_lead));
}

std::pair<Day, Day> DayBins::range(int bin) const
{
    const qint64 first = static_cast<qint64>(bin) * m_days - static_cast<qint64>(m_lead);
    const qint64 last = first + m_days - 1;
    return {static_cast<Day>(m_firstDay + std::max<qint64>(first, 0)),
        static_cast<Day>(m_firstDay + std::min<qint64>(last, static_cast<qint64>(m_dayCount) - 1))};
}

QString DayBins::title(int bin) const
{
    const QLocale locale;
    if (m_days == 1)
        return locale.toString(date(bin), QLocale::LongFormat);
    return QCoreApplication::translate("waxseal::DayChart", "%1 – %2", "from a day to a day")
        .arg(locale.toString(date(bin), QLocale::ShortFormat),
            locale.toString(date(bin).addDays(m_days - 1), QLocale::ShortFormat));
}

std::vector<std::pair<int, QString>> DayBins::labels(double barWidth, int labelWidth) const
{
    std::vector<std::pair<int, QString>> out;
    if (m_count == 0 || barWidth <= 0)
        return out;
    //: A day on a chart's axis, short, in the form QDate::toString() takes; the year is not shown.
    const QString form = QCoreApplication::translate("waxseal::DayChart", "d MMM");
    int step = 1;
    for (const int candidate : {1, 2, 7, 14, 28, 56, 112, 224}) {
        step = candidate;
        if (barWidth * candidate >= labelWidth)
            break;
    }
    const int first = m_days == 1 && step % 7 == 0 ? (8 - m_start.dayOfWeek()) % 7 : 0;
    const double roomForLast = labelWidth / 2.0 - 8;
    for (int bin = first; bin < m_count && (static_cast<double>(m_count - bin) - 0.4) * barWidth >= roomForLast;
         bin += step)
        out.emplace_back(bin, QLocale().toString(date(bin), form));
    return out;
}

QString DayBins::unit() const
{
    const int weeks = m_days / 7; // lupdate does not see a plural behind an expression
    return m_days == 1 ? QCoreApplication::translate("DayBins", "messages a day")
                       : QCoreApplication::translate("DayBins", "messages every %n week(s)", nullptr, weeks);
}

} // namespace waxseal
