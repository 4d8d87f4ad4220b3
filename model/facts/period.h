// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/facts/facttable.h"

#include <QDate>

#include <memory>
#include <optional>

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

} // namespace waxseal
