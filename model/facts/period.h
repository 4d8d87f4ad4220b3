// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/facts/facttable.h"

#include <QDate>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace waxseal {

/** Days that are looked at, both ends included; the default holds every day. */
struct Period
{
    Day first = 0;
    Day last = 0xffff;
    bool contains(Day day) const { return day >= first && day <= last; }
    bool isEverything() const { return first == 0 && last == 0xffff; }
    bool operator==(const Period&) const = default;
};

/**
 * The days that somebody asked for, of logs that may grow: all of them, the last so many, or from a day to a day.
 */
struct PeriodChoice
{
    std::uint16_t lastDays = 0; ///< 1 or more: the last day with mail and those before it; `days` does not count
    Period days;
    bool isEverything() const { return lastDays == 0 && days.isEverything(); }
    bool operator==(const PeriodChoice&) const = default;

    /** "" for every day, "30d", or two dates, "2026-11-01/2026-11-30". */
    std::string text() const;
    /** Reads that word; nothing when it is none, or ends before it begins. */
    static std::optional<PeriodChoice> parse(std::string_view text);
    /** The days themselves, for logs that cover `covered`. */
    Period on(const std::optional<Period>& covered) const;
};

/** The date of a day, and the day of a date; nothing for a date that no day stands for (before 1970, after 2149). */
QDate dateOf(Day day);
std::optional<Day> dayOf(QDate date);

/** First and last day with a row in the table, of any direction; nothing for an empty table. */
std::optional<Period> coveredBy(const FactTable& facts);

/**
 * The rows of these days, under the ids that they have in `facts`: dictionaries are kept whole. The same table comes
 * back, uncopied, when no row lies outside.
 */
std::shared_ptr<const FactTable> within(std::shared_ptr<const FactTable> facts, const Period& period);

/**
 * The part of a time from `first` to `last` (µs since 1970) that lies in these days of a time zone (empty or unknown:
 * UTC). Zeros, "no time at all", where none does.
 */
std::pair<qint64, qint64> timesWithin(qint64 first, qint64 last, const std::string& timeZone, const Period& period);

} // namespace waxseal
