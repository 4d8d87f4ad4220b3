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

QString percent(std::uint64_t part, std::uint64_t whole)
{
    return whole == 0 ? u"–"_s : percent(static_cast<double>(part) / static_cast<double>(whole));
}

} // namespace waxseal::style
