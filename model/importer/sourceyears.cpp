// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Which year it is, in logs whose time stamps name none.

#include "model/importer/logsource.h"

#include <QDateTime>

#include <algorithm>

namespace waxseal {

void setYear(LogSource& source, int year, bool isGiven, const ImportOptions& options)
{
    const QDateTime first = QDateTime::fromMSecsSinceEpoch(source.firstTime / 1000, Qt::UTC);
    const qint64 moved = first.addYears(year - source.guessedYear).toMSecsSinceEpoch() - source.firstTime / 1000;
    source.firstTime += moved * 1000;
    if (isGiven || year != source.guessedYear)
        source.times.emplace(options.zone, year, source.changed * 1000);
}

namespace {

/** Where a set of days of the year begins: behind the longest time without any. */
std::size_t beginOfCycle(const std::vector<LogSource*>& byDay)
{
    const auto dayOf = [](const LogSource* source) {
        return QDateTime::fromMSecsSinceEpoch(source->firstTime / 1000, Qt::UTC).date().dayOfYear();
    };
    std::size_t begin = 0;
    int longest = 0;
    for (std::size_t i = 0; i < byDay.size(); ++i) {
        const int before = i > 0 ? dayOf(byDay[i - 1]) : dayOf(byDay.back()) - 366;
        if (dayOf(byDay[i]) - before > longest) {
            longest = dayOf(byDay[i]) - before;
            begin = i;
        }
    }
    return begin;
}

} // namespace

void placeInYears(std::vector<LogSource>& sources, const ImportOptions& options)
{
    std::vector<LogSource*> yearless;
    for (LogSource& source : sources) {
        if (source.guessedYear != 0)
            yearless.push_back(&source);
    }
    if (yearless.empty())
        return;
    const auto [oldest, newest] = std::minmax_element(yearless.begin(), yearless.end(),
        [](const LogSource* a, const LogSource* b) { return a->changed < b->changed; });
    constexpr qint64 twoDays = 2 * 86'400'000;
    const bool areCopies = yearless.size() > 1 && (*newest)->changed - (*oldest)->changed < twoDays;
    if (areCopies) {
        // Copied files: their last change says nothing of each of them. They follow one another in the circle of the
        // year.
        std::sort(yearless.begin(), yearless.end(), [](const LogSource* a, const LogSource* b) {
            const auto day = [](const LogSource* source) {
                const QDateTime time = QDateTime::fromMSecsSinceEpoch(source->firstTime / 1000, Qt::UTC);
                return std::make_pair(time.date().dayOfYear(), time.time());
            };
            return day(a) < day(b);
        });
        const std::size_t begin = beginOfCycle(yearless);
        const std::size_t last = (begin + yearless.size() - 1) % yearless.size();
        const int first = options.year != 0 ? options.year : yearless[last]->guessedYear - (last < begin ? 1 : 0);
        for (std::size_t i = 0; i < yearless.size(); ++i)
            setYear(*yearless[i], first + (i < begin ? 1 : 0), options.year != 0, options);
        return;
    }
    if (options.year == 0)
        return;
    const LogSource* first = *std::min_element(yearless.begin(), yearless.end(),
        [](const LogSource* a, const LogSource* b) { return a->firstTime < b->firstTime; });
    const int shift = options.year - first->guessedYear;
    for (LogSource* source : yearless)
        setYear(*source, source->guessedYear + shift, true, options);
}

} // namespace waxseal
