// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/forecastoutput.h"

#include "app/cli/output.h"
#include "widgets/words/forecastwords.h"

#include <QDate>

namespace waxseal::cli {

namespace {

void addInterval(JsonWriter& json, const std::optional<LossInterval>& interval)
{
    if (!interval)
        return json.null("interval");
    json.beginObject("interval");
    json.value("low", interval->low * 100.0, 4);
    json.value("high", interval->high * 100.0, 4);
    json.value("level", interval->level, 2);
    json.value("method", interval->method);
    json.end();
}

} // namespace

void addForecast(JsonWriter& json, const Simulation& simulation)
{
    const Forecast forecast = forecastLoss(simulation);
    addInterval(json, forecast.interval);
    if (forecast.interval)
        json.value("expected_percent", forecast.expected * 100.0, 4);
    else
        json.null("expected_percent");
    json.value("at_most_percent", forecast.atMost * 100.0, 4);
    json.beginArray("warnings");
    for (const ForecastWarning& warning : forecast.warnings) {
        json.beginObject();
        json.value("code", name(warning.kind));
        if (warning.kind == ForecastWarning::Kind::Switched) {
            json.value("domain", simulation.traffic(warning.row).key);
            json.value("since", QDate(1970, 1, 1).addDays(warning.since).toString(Qt::ISODate).toStdString());
        }
        json.value("before_percent", warning.before * 100.0, 4);
        json.value("after_percent", warning.after * 100.0, 4);
        json.value("chance", warning.chance, 4);
        json.end();
    }
    json.end();
    const auto test = backtest(simulation);
    if (!test)
        return json.null("backtest");
    json.beginObject("backtest");
    json.value("predicted_percent", test->predicted * 100.0, 4);
    addInterval(json, test->interval);
    json.value("observed_percent", test->observed * 100.0, 4);
    if (test->interval)
        json.value("holds", test->holds());
    else
        json.null("holds");
    json.end();
}

void printForecast(Output& out, const Simulation& simulation)
{
    const Forecast forecast = forecastLoss(simulation);
    const QString sentence = words::sentence(forecast, PercentForm::Fixed);
    if (sentence.isEmpty())
        return;
    out.line(sentence);
    for (const QString& warning :
        words::warnings(forecast, simulation, PercentForm::Fixed, [](std::string_view key) { return printable(key); }))
        out.line(warning);
    if (const auto test = backtest(simulation))
        out.line(words::sentence(*test, PercentForm::Fixed));
}

} // namespace waxseal::cli
