// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/forecast/changes.h"
#include "model/forecast/lossmodel.h"

#include <optional>
#include <string>
#include <vector>

namespace waxseal {

/** A forecast of the share of messages lost in the next period. Shares are 0 … 1. */
struct LossInterval
{
    double low = 0;
    double high = 0;
    double level = 0.95;
    std::string method; ///< "domain-day bootstrap", in a word or two more
};

/** Mail whose loss is to be foretold, of one window. */
struct LossHistory
{
    std::vector<DomainDays> domains; ///< of whom something is required
    DomainDays others; ///< all mail that cannot be lost, by day
    Calendar calendar{1, 0, 1};
    LossModel model;
};

/** What the next period may lose, as far as the window tells. */
struct LossForecast
{
    Counts seen; ///< of the window
    double expected = 0; ///< share
    std::optional<LossInterval> interval; ///< nothing below 14 days, or without mail
    /** The share lost stays below this with 95 %, if mail stays as it was; 1 without mail. Also where there is no
     * interval. */
    double atMost = 1;
    std::vector<ShareSwitch> switches;
    std::optional<ShareTrend> trend; ///< only one that is hardly chance
};

/**
 * Resamples the days of each domain within their weekday for the days that the next period has, 1 000 times with a
 * fixed seed. Domains that have lost nothing so far, and shares that rest on little, are drawn towards all others
 * (`LossModel`). The spread is widened for what the window does not know (its own noise) and for what its weeks and
 * halves say of each other (`dispersion`); a trend stretches the interval in its direction, a domain that switched is
 * drawn with its new share three times out of four. Never narrower than Wilson's interval for as many messages.
 */
LossForecast forecastLoss(const LossHistory& history);

} // namespace waxseal
