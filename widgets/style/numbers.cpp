// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/numbers.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace waxseal::style {

using namespace Qt::StringLiterals;

QString count(std::uint64_t number)
{
    return QLocale().toString(static_cast<qulonglong>(number));
}

QString percent(double share)
{
    //: A percentage; the space is a no-break space. Leave it out where the language writes "5%".
    const QString form = QCoreApplication::translate("waxseal::style", "%1\u00a0%");
    const QLocale locale;
    const double value = share * 100;
    if (value <= 0)
        return form.arg(locale.toString(0));
    if (value >= 100)
        return form.arg(locale.toString(std::round(value), 'f', 0));
    if (value < 0.01)
        return QCoreApplication::translate("waxseal::style", "<\u00a0%1\u00a0%").arg(locale.toString(0.01, 'f', 2));
    const int decimals = value < 1 || value > 99.95 ? 2 : 1;
    const double cap = value > 99.95 ? 99.99 : 99.9;
    return form.arg(locale.toString(std::min(value, cap), 'f', decimals));
}

QString percentRounded(double share)
{
    return QCoreApplication::translate("waxseal::style", "%1\u00a0%").arg(QLocale().toString(share * 100, 'f', 0));
}

QString percent(std::uint64_t part, std::uint64_t whole)
{
    return whole == 0 ? u"–"_s : percent(static_cast<double>(part) / static_cast<double>(whole));
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
