// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/forecast/knapsack.h"
#include "model/forecast/lossforecast.h"
#include "model/policy/simulation.h"

#include <optional>

namespace waxseal {

/** Something that contradicts "the next period will be like this one". */
struct ForecastWarning
{
    enum class Kind
    {
        Switched, ///< a domain lost another share of its mail from a day on
        Trend ///< the loss grows or shrinks over the whole window
    };
    Kind kind = Kind::Trend;
    std::uint32_t row = 0; ///< Switched: the domain, a row of the simulation
    Day since = 0; ///< Switched: the first day of the new share
    double before = 0; ///< share lost before; of a trend: at its beginning
    double after = 0;
    double chance = 1; ///< how likely chance alone would look like this anywhere in the window
};
std::string_view name(ForecastWarning::Kind kind); ///< "switched", "trend"

/** What the next period of the same length may lose of wanted mail (all that is not labelled spam). Shares are 0 … 1.
 */
struct Forecast
{
    std::uint64_t messages = 0; ///< wanted mail whose fate is known: what the shares are of
    std::uint64_t unknown = 0; ///< wanted mail whose fate the log does not tell
    double expected = 0;
    /** Nothing where nothing is required, below 14 days, or when more is unknown than known. */
    std::optional<LossInterval> interval;
    /** The loss stays below this share of all wanted mail with 95 %, were all that is unknown lost. */
    double atMost = 1;
    std::vector<ForecastWarning> warnings;
};

/** Forecasts wanted mail under the simulation's policy; `LossForecast` says how. */
Forecast forecastLoss(const Simulation& simulation);

/** Mail from domains not seen yet. Wanted mail only. */
struct NewCorrespondents
{
    double share = 0; ///< Good–Turing: expected share of the next mail that comes from unseen domains (domains seen
                      ///< once / messages)
    double lostShare = 0; ///< share lost among the mail of domains seen once, as a guess for theirs
    bool operator==(const NewCorrespondents&) const = default;
};
NewCorrespondents newCorrespondents(const Simulation& simulation);

/** Upper 95 % bound of a domain's loss share after k lost of n (Clopper–Pearson); 1 − 0.05^(1/n) for k = 0. */
double upperBound(std::uint64_t lost, std::uint64_t messages);

/** What domains of the simulation must be expected to lose of their wanted mail at a requirement. */
CautiousLoss cautiousLoss(const Simulation& simulation, const Requirement& requirement);

/** A domain of the frontier, and what it and all before it come to. */
struct FrontierPoint
{
    std::uint32_t row = 0; ///< the domain added at this point
    double cost = 0; ///< cumulated expected loss of wanted mail, share of all wanted messages
    double covered = 0; ///< cumulated protected mail, share of all wanted messages
    bool isLossless = false; ///< lost nothing so far
    double expected = 0; ///< wanted messages that this domain is expected to lose in a period of the same length
};

/**
 * For every budget the policy that covers most mail. A domain's cost is what it must be expected to lose
 * (`CautiousLoss`): one that lost nothing of few messages is not free.
 */
struct Frontier
{
    std::vector<FrontierPoint> points; ///< by falling protection for cost; a domain without TLS mail is never in it
    Knapsack knapsack; ///< of the points, in shares of all wanted messages
    double requireAllCost = 0; ///< what requiring it of everybody would have lost (RFC 3207 section 4 says a public
                               ///< server must not)
    double unknownShare = 0; ///< of wanted mail, whose fate at the requirement the log does not tell

    /** The points that a budget (share of wanted messages) buys, with their cost and what they cover. */
    Selection within(double budget) const { return knapsack.within(budget); }
    /** The points that have lost nothing so far. */
    Selection lossless() const;
};

Frontier frontier(const Simulation& simulation, const Requirement& requirement, std::uint64_t minimumMessages = 3);

/** Train on the first half of the days, look at the second: what was predicted, and what happened to wanted mail. */
struct Backtest
{
    double predicted = 0;
    std::optional<LossInterval> interval;
    double observed = 0;
    bool holds() const { return interval && interval->low <= observed && observed <= interval->high; }
};
std::optional<Backtest> backtest(const Simulation& simulation);

} // namespace waxseal
