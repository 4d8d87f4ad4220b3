// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/facts/period.h"

#include <QTimeZone>

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

std::string PeriodChoice::text() const
{
    if (lastDays > 0)
        return std::to_string(lastDays) + 'd';
    if (days.isEverything())
        return {};
    return dateOf(days.first).toString(Qt::ISODate).toStdString() + '/'
        + dateOf(days.last).toString(Qt::ISODate).toStdString();
}

std::optional<PeriodChoice> PeriodChoice::parse(std::string_view text)
{
    PeriodChoice choice;
    if (text.empty())
        return choice;
    const QString word = QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
    if (word.endsWith(QLatin1Char('d'))) {
        bool isNumber = false;
        choice.lastDays = word.chopped(1).toUShort(&isNumber);
        return isNumber && choice.lastDays > 0 ? std::optional(choice) : std::nullopt;
    }
    const auto first = dayOf(QDate::fromString(word.section(QLatin1Char('/'), 0, 0), Qt::ISODate));
    const auto last = dayOf(QDate::fromString(word.section(QLatin1Char('/'), 1), Qt::ISODate));
    if (!first || !last || *first > *last)
        return {};
    choice.days = {*first, *last};
    return choice;
}

Period PeriodChoice::on(const std::optional<Period>& covered) const
{
    if (lastDays == 0)
        return days;
    if (!covered)
        return {};
    const auto back = static_cast<Day>(lastDays - 1);
    return {covered->last > back ? static_cast<Day>(covered->last - back) : Day{0}, covered->last};
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

std::pair<qint64, qint64> timesWithin(qint64 first, qint64 last, const std::string& timeZone, const Period& period)
{
    if (first == 0)
        return {first, last};
    const QTimeZone zone(QByteArray::fromStdString(timeZone));
    const auto begin = [&](QDate date) {
        return (zone.isValid() ? date.startOfDay(zone) : date.startOfDay(Qt::UTC)).toMSecsSinceEpoch() * 1000;
    };
    if (period.first != Period().first)
        first = std::max(first, begin(dateOf(period.first)));
    if (period.last != Period().last)
        last = std::min(last, begin(dateOf(period.last).addDays(1)) - 1);
    if (first > last)
        return {0, 0};
    return {first, last};
}

} // namespace waxseal
