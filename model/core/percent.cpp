// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/core/percent.h"

#include <QCoreApplication>

#include <algorithm>

namespace waxseal {

namespace {

constexpr double least = 0.01; // in percent: what is written with two decimals
constexpr double most = 99.99;

/** The number without its sign for percent, and what stands before it: "<", ">" or nothing. */
struct Written
{
    QString before;
    QString number;
};

Written written(double share, int decimals, const QLocale& locale)
{
    const double value = share * 100.0;
    if (share > 0.0 && value < least)
        return {QStringLiteral("<"), locale.toString(least, 'f', 2)};
    if (share < 1.0 && value > most)
        return {QStringLiteral(">"), locale.toString(most, 'f', 2)};
    // Fewer decimals must not round up to all either.
    const double cap = share < 1.0 && decimals < 2 ? (decimals == 1 ? 99.9 : 99.0) : 100.0;
    return {{}, locale.toString(std::clamp(value, 0.0, cap), 'f', decimals)};
}

int decimalsOf(double share)
{
    const double value = share * 100.0;
    if (value <= 0.0 || value >= 100.0)
        return 0;
    return value < 1.0 || value > 99.95 ? 2 : 1;
}

} // namespace

QString percent(double share, PercentForm form, const QLocale& locale)
{
    const bool isCompact = form == PercentForm::Compact;
    const Written text = written(share, isCompact ? decimalsOf(share) : 2, locale);
    if (!isCompact)
        return (text.before.isEmpty() ? QString() : text.before + u' ') + text.number + QStringLiteral(" %");
    //: A percentage; the space is a no-break space. Leave it out where the language writes "5%".
    const QString number = QCoreApplication::translate("Percent", "%1\u00a0%").arg(text.number);
    return text.before.isEmpty() ? number : text.before + u'\u00a0' + number;
}

QString percentOf(std::uint64_t part, std::uint64_t whole, PercentForm form)
{
    return whole == 0 ? QStringLiteral("–") : percent(static_cast<double>(part) / static_cast<double>(whole), form);
}

QString percentRange(double low, double high)
{
    const double value = high * 100.0;
    const int decimals = value < 1.0 || (value > most && high < 1.0) ? 2 : value < 10.0 ? 1 : 0;
    const auto end = [decimals](double share) {
        const QLocale locale;
        // An end that would read as nothing at these decimals and is not nothing gets more of them.
        const bool isTiny = share > 0.0 && share * 100.0 < (decimals == 0 ? 1.0 : 0.1);
        const Written text = written(share, isTiny ? 2 : decimals, locale);
        return text.before.isEmpty() ? text.number : text.before + u'\u00a0' + text.number;
    };
    //: A range in percent; the blank before % does not break.
    return QCoreApplication::translate("Percent", "%1 – %2\u00a0%").arg(end(low), end(high));
}

QString percentRounded(double share)
{
    return QCoreApplication::translate("Percent", "%1\u00a0%").arg(QLocale().toString(share * 100, 'f', 0));
}

QByteArray percentDigits(double percentage, int decimals)
{
    constexpr int mostDecimals = 17;
    while (decimals < mostDecimals) {
        const QByteArray text = QByteArray::number(percentage, 'f', decimals);
        const double shown = text.toDouble();
        if ((shown != 0.0 || percentage == 0.0) && (shown != 100.0 || percentage == 100.0))
            return text;
        ++decimals;
    }
    return QByteArray::number(percentage, 'g', mostDecimals);
}

} // namespace waxseal
