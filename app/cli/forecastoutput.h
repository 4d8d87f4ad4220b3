// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/forecast/forecast.h"

namespace waxseal::cli {

class JsonWriter;
class Output;

/** `interval`, `at_most_percent`, `expected_percent`, `warnings` and `backtest`: of wanted mail, next period. */
void addForecast(JsonWriter& json, const Simulation& simulation);
/** The same in sentences, a line each. */
void printForecast(Output& out, const Simulation& simulation);

} // namespace waxseal::cli
