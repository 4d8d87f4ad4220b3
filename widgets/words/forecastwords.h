// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/percent.h"
#include "model/forecast/forecast.h"

#include <QStringList>

#include <set>
#include <string>

namespace waxseal::words {

/** How a surface writes the name of a domain, which a stranger has chosen. */
using NameWriter = QString (*)(std::string_view key);

/** What contradicts "the next period will be like this one", a sentence each: who changed, what moves, how sure.
 * Plain text. */
QStringList warnings(const Forecast& forecast, const Simulation& simulation, PercentForm form, NameWriter domain,
    const std::set<std::string>& muted = {});
/** The forecast in a sentence: the interval, or the bound where there are too few data for one; empty where nothing is
 * required. */
QString sentence(const Forecast& forecast, PercentForm form);
/** What the first half of the days predicted for the second, and what came. */
QString sentence(const Backtest& backtest, PercentForm form);

} // namespace waxseal::words
