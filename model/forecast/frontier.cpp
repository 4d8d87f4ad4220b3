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
    std::uint64_t covered = 0;
    std::uint64_t lost = 0;
};

/** The order of the hull: free ones first, then by what is protected for every lost message. */
bool goesBefore(const Item& a, const Item& b)
{
    if ((a.lost == 0) != (b.lost == 0))
        return a.lost == 0;
    const auto left
        = static_cast<long double>(a.covered) * static_cast<long double>(std::max<std::uint64_t>(b.lost, 1));
    const auto right
        = static_cast<long double>(b.covered) * static_cast<long double>(std::max<std::uint64_t>(a.lost, 1));
    return left != right ? left > right : a.row < b.row;
}

} // namespace

Frontier frontier(const Simulation& simulation, const Requirement& requirement, std::uint64_t minimumMessages)
{
    std::vector<Item> items;
    std::uint64_t wanted = 0;
    std::uint64_t lostByAll = 0;
    for (std::size_t row = 0; row < simulation.domainCount(); ++row) {
        const Outcome outcome = simulation.whatIf(row, requirement);
        const std::uint64_t spam = outcome.of(Fate::Accepted, SpamVerdict::Spam)
            + outcome.of(Fate::Lost, SpamVerdict::Spam) + outcome.of(Fate::Unknown, SpamVerdict::Spam);
        wanted += outcome.total() - spam;
        lostByAll += outcome.lostWanted();
        const DomainTraffic& traffic = simulation.traffic(row);
        const std::uint64_t covered = outcome.accepted() - outcome.of(Fate::Accepted, SpamVerdict::Spam);
        // Nothing is protected where no mail meets the requirement today; and a row must be a domain that can stand in
        // a policy.
        if (traffic.overTls() == 0 || covered == 0 || traffic.messages < minimumMessages
            || !DomainName::parse(traffic.key))
            continue;
        items.push_back({static_cast<std::uint32_t>(row), covered, outcome.lostWanted()});
    }
    std::sort(items.begin(), items.end(), goesBefore);

    Frontier out;
    if (wanted == 0)
        return out;
    const auto share
        = [&](std::uint64_t messages) { return static_cast<double>(messages) / static_cast<double>(wanted); };
    out.requireAllCost = share(lostByAll);
    out.points.reserve(items.size());
    std::uint64_t covered = 0;
    std::uint64_t lost = 0;
    for (const Item& item : items) {
        covered += item.covered;
        lost += item.lost;
        out.points.push_back({item.row, share(lost), share(covered)});
        out.zeroLoss += item.lost == 0 ? 1 : 0;
    }
    return out;
}

std::size_t Frontier::within(double budget) const
{
    // A hair of tolerance: 0.1 % typed is not 0.001 in binary.
    const auto end = std::upper_bound(points.begin(), points.end(), budget + 1e-12,
        [](double most, const FrontierPoint& point) { return most < point.cost; });
    return static_cast<std::size_t>(end - points.begin());
}

} // namespace waxseal
