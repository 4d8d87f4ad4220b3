// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/facts/period.h"

#include <algorithm>

namespace waxseal {

namespace {

const QDate epoch(1970, 1, 1);

} // namespace

QDate dateOf(Day day)
{
    return epoch.addDays(day);
}

std::optional<Day> dayOf(QDate date)
{
    const qint64 days = date.isValid() ? epoch.daysTo(date) : -1;
    if (days < 0 || days > 0xffff)
        return {};
    return static_cast<Day>(days);
}

std::optional<Period> coveredBy(const FactTable& facts)
{
    if (facts.isEmpty())
        return {};
    Period period{0xffff, 0};
    for (std::size_t i = 0; i < facts.size(); ++i) {
        period.first = std::min(period.first, facts.day(i));
        period.last = std::max(period.last, facts.day(i));
    }
    return period;
}

std::shared_ptr<const FactTable> within(std::shared_ptr<const FactTable> facts, const Period& period)
{
    const auto covered = period.isEverything() ? std::optional<Period>() : coveredBy(*facts);
    if (!covered || (period.contains(covered->first) && period.contains(covered->last)))
        return facts;
    auto part = std::make_shared<FactTable>(facts->withoutRows());
    for (std::size_t i = 0; i < facts->size(); ++i) {
        if (!period.contains(facts->day(i)))
            continue;
        const FactRow row = facts->row(i);
        part->add(row.key, row.messages, row.recipients, row.evidence[0]);
        if (!row.evidence[1].isNull())
            part->add(row.key, 0, 0, row.evidence[1]);
    }
    return part;
}

} // namespace waxseal
