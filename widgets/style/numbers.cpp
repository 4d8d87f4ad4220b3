// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/numbers.h"

#include "model/core/percent.h"

#include <QCoreApplication>
#include <QLocale>

namespace waxseal::style {

QString count(std::uint64_t number)
{
    return QLocale().toString(static_cast<qulonglong>(number));
}

QString percent(double share)
{
    return waxseal::percent(share, PercentForm::Compact);
}

QString percentValue(double value)
{
    // Six digits: steps such as 3 × 0.1 must not show how binary fractions end.
    return QCoreApplication::translate("waxseal::style", "%1\u00a0%").arg(QLocale().toString(value, 'g', 6));
}

QString percentRounded(double share)
{
    return waxseal::percentRounded(share);
}

QString percent(std::uint64_t part, std::uint64_t whole)
{
    return percentOf(part, whole, PercentForm::Compact);
}

QString period(const QDate& from, const QDate& to)
{
    if (!from.isValid() || !to.isValid())
        return {};
    const QLocale locale;
    //: A whole date as QDate::toString() takes it. German: d. MMMM yyyy. Spanish: d 'de' MMMM 'de' yyyy.
    const QString whole = QCoreApplication::translate("waxseal::style", "d MMMM yyyy");
    if (from == to)
        return locale.toString(from, whole);
    //: The first day of a period inside one month, before "– 30 November 2026".
    const QString day = QCoreApplication::translate("waxseal::style", "d", "first day of a period");
    //: The first day of a period inside one year, before "– 3 December 2026".
    const QString dayAndMonth = QCoreApplication::translate("waxseal::style", "d MMMM", "first day of a period");
    const QString& first = from.year() != to.year() ? whole : from.month() != to.month() ? dayAndMonth : day;
    return QCoreApplication::translate("waxseal::style", "%1 – %2", "from a day to a day")
        .arg(locale.toString(from, first), locale.toString(to, whole));
}

QString bytes(std::uint64_t number)
{
    return QLocale().formattedDataSize(static_cast<qint64>(number), 1);
}

} // namespace waxseal::style
