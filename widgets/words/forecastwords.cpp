// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/words/forecastwords.h"

#include <QCoreApplication>
#include <QDate>

#include <cmath>

namespace waxseal::words {

namespace {

QString date(Day day)
{
    return QDate(1970, 1, 1).addDays(day).toString(Qt::ISODate);
}

/** "1 in 500", rounded down to one digit. */
QString odds(double chance)
{
    if (chance < 0.001)
        return QCoreApplication::translate("Words", "less than 1 in 1000");
    const double times = std::floor(1 / chance);
    const double digit = std::pow(10.0, std::floor(std::log10(times)));
    return QCoreApplication::translate("Words", "1 in %1").arg(std::floor(times / digit) * digit, 0, 'f', 0);
}

} // namespace

QStringList warnings(const Forecast& forecast, const Simulation& simulation, PercentForm form, NameWriter domain,
    const std::set<std::string>& muted)
{
    QStringList out;
    for (const ForecastWarning& warning : forecast.warnings) {
        if (warning.kind == ForecastWarning::Kind::Switched) {
            if (!muted.empty() && muted.contains(std::string(simulation.traffic(warning.row).key)))
                continue;
            out.append(QCoreApplication::translate(
                "Words", "%1 changed: until %2 it lost %3 of its wanted mail, since then %4. By chance alone: %5.")
                           .arg(domain(simulation.traffic(warning.row).key), date(static_cast<Day>(warning.since - 1)),
                               percent(warning.before, form), percent(warning.after, form), odds(warning.chance)));
        } else {
            out.append((warning.after > warning.before
                    ? QCoreApplication::translate(
                        "Words", "The loss grows: from about %1 to %2 over these days. By chance alone: %3.")
                    : QCoreApplication::translate(
                        "Words", "The loss shrinks: from about %1 to %2 over these days. By chance alone: %3."))
                           .arg(percent(warning.before, form), percent(warning.after, form), odds(warning.chance)));
        }
    }
    return out;
}

QString sentence(const Forecast& forecast, PercentForm form)
{
    if (forecast.interval)
        return QCoreApplication::translate("Words", "Next period: %1 to %2 of the wanted mail lost (95 %).")
            .arg(percent(forecast.interval->low, form), percent(forecast.interval->high, form));
    if (forecast.messages == 0 && forecast.unknown > 0)
        return QCoreApplication::translate(
            "Words", "No forecast: the log does not tell of any wanted message whether it meets the requirement.");
    if (forecast.messages == 0)
        return {};
    return QCoreApplication::translate(
        "Words", "Too few data for a forecast; with 95 % the next period loses at most %1 of the wanted mail.")
        .arg(percent(forecast.atMost, form));
}

QString sentence(const Backtest& backtest, PercentForm form)
{
    if (!backtest.interval)
        return QCoreApplication::translate(
            "Words", "Checked on these logs: the first half of the days lost %1, the second %2.")
            .arg(percent(backtest.predicted, form), percent(backtest.observed, form));
    const QString sentence = backtest.holds()
        ? QCoreApplication::translate(
            "Words", "Checked on these logs: the first half of the days forecast %1 to %2 for the second, and %3 came.")
        : QCoreApplication::translate("Words",
            "Checked on these logs, it failed: the first half of the days forecast %1 to %2 for the second, and %3 "
            "came.");
    return sentence.arg(percent(backtest.interval->low, form), percent(backtest.interval->high, form),
        percent(backtest.observed, form));
}

} // namespace waxseal::words
