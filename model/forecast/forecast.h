// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/policy/simulation.h"

#include <optional>

namespace waxseal {

/** A forecast of the share of messages lost in the next period of the same length. Shares are 0 … 1. */
struct LossInterval
{
    double low = 0;
    double high = 0;
    double level = 0.95;
    std::string method; ///< "domain-day bootstrap ×√2"
};

/**
 * Resamples the days of the window within each domain (within weekdays from 28 days on), 1 000 times with a fixed seed,
 * and widens by √2 (training noise plus next-period noise). The long tail of small domains is drawn as one normal sum.
 * Nothing below 14 days of data or 5 affected domains. Answers "the same correspondents, next period".
 */
std::optional<LossInterval> forecastLoss(const Simulation& simulation);

/** What the interval cannot know: mail from domains not seen yet. */
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

/** One point of the frontier: requiring `requirement` of the first `count` domains of `order`. */
struct FrontierPoint
{
    std::uint32_t row = 0; ///< the domain added at this point
    double cost = 0; ///< cumulated expected loss of wanted mail, share of all wanted messages
    double covered = 0; ///< cumulated protected mail, share of all wanted messages
};

/** For every budget the policy that covers most mail: zero-loss domains first, then by protected per lost message. */
struct Frontier
{
    std::vector<FrontierPoint> points; ///< ascending in cost; a domain without TLS mail is never in it
    std::size_t zeroLoss = 0; ///< how many of the points cost nothing
    double requireAllCost = 0; ///< requiring it of everybody (RFC 3207 section 4 says a public server must not)

    /** How many points a budget (share of wanted messages) buys. */
    std::size_t within(double budget) const;
};

Frontier frontier(const Simulation& simulation, const Requirement& requirement, std::uint64_t minimumMessages = 3);

/** Train on the first half of the days, look at the second: what was predicted, and what happened. */
struct Backtest
{
    double predicted = 0;
    std::optional<LossInterval> interval;
    double observed = 0;
};
std::optional<Backtest> backtest(const Simulation& simulation);

} // namespace waxseal
