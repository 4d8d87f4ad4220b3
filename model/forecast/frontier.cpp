// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/core/domainname.h"
#include "model/forecast/forecast.h"

#include <algorithm>

namespace waxseal {

namespace {

/** What requiring it of one domain buys and costs, in wanted (not spam) messages. */
struct Item
{
    std::uint32_t row = 0;
    double covered = 0;
    double expected = 0; ///< to be lost
    bool isLossless = false;
};

std::uint64_t wantedOf(const Outcome& outcome, Fate fate)
{
    return outcome.of(fate) - outcome.of(fate, SpamVerdict::Spam);
}

/** What is protected for every message that will be lost; nobody is free, so the quotient is finite. */
bool goesBefore(const Item& a, const Item& b)
{
    const double left = a.covered * b.expected;
    const double right = b.covered * a.expected;
    return left != right ? left > right : a.row < b.row;
}

/** What a domain is expected to lose of all its wanted mail, mail of unknown TLS included: the rest stands for it. */
double expectedLoss(
    const Simulation& simulation, std::uint32_t row, const Requirement& requirement, const CautiousLoss& model)
{
    DomainLoss loss;
    double all = 0;
    for (const Simulation::DayCount& day : simulation.dayCounts(row, requirement, true)) {
        const double known = day.messages - day.unknown;
        loss.messages += known;
        loss.lost += day.lost;
        loss.daySquares += known * known;
        all += day.messages;
    }
    return model.expected(loss) * all / loss.messages;
}

} // namespace

Frontier frontier(const Simulation& simulation, const Requirement& requirement, std::uint64_t minimumMessages)
{
    std::vector<Item> items;
    std::uint64_t wanted = 0;
    std::uint64_t unknown = 0;
    std::uint64_t lostByAll = 0;
    const CautiousLoss model = cautiousLoss(simulation, requirement);
    for (std::size_t row = 0; row < simulation.domainCount(); ++row) {
        const Outcome outcome = simulation.whatIf(row, requirement);
        const std::uint64_t covered = wantedOf(outcome, Fate::Accepted);
        const std::uint64_t own = covered + wantedOf(outcome, Fate::Lost) + wantedOf(outcome, Fate::Unknown);
        wanted += own;
        unknown += wantedOf(outcome, Fate::Unknown);
        lostByAll += outcome.lostWanted();
        const DomainTraffic& traffic = simulation.traffic(row);
        // Nothing is protected where no mail meets the requirement today; and a row must be a domain that can stand in
        // a policy.
        if (traffic.overTls() == 0 || covered == 0 || own < minimumMessages || !DomainName::parse(traffic.key))
            continue;
        const auto index = static_cast<std::uint32_t>(row);
        items.push_back({index, static_cast<double>(covered), expectedLoss(simulation, index, requirement, model),
            outcome.lostWanted() == 0});
    }
    std::sort(items.begin(), items.end(), goesBefore);

    Frontier out;
    if (wanted == 0)
        return out;
    const auto all = static_cast<double>(wanted);
    out.unknownShare = static_cast<double>(unknown) / all;
    out.requireAllCost = static_cast<double>(lostByAll) / all;
    out.points.reserve(items.size());
    std::vector<KnapsackItem> shares;
    shares.reserve(items.size());
    double cost = 0;
    double covered = 0;
    for (const Item& item : items) {
        shares.push_back({item.expected / all, item.covered / all});
        cost += item.expected;
        covered += item.covered;
        out.points.push_back({item.row, cost / all, covered / all, item.isLossless, item.expected});
    }
    out.knapsack = Knapsack(shares);
    return out;
}

Selection Frontier::lossless() const
{
    Selection out;
    double costBefore = 0;
    double coveredBefore = 0;
    for (std::uint32_t i = 0; i < points.size(); ++i) {
        if (points[i].isLossless) {
            out.append(i);
            out.cost += points[i].cost - costBefore;
            out.value += points[i].covered - coveredBefore;
        }
        costBefore = points[i].cost;
        coveredBefore = points[i].covered;
    }
    return out;
}

} // namespace waxseal
