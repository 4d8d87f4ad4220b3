// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/forecast/forecast.h"

#include "model/forecast/daybootstrap.h"

#include <cmath>

namespace waxseal {

namespace {

/** Every domain's counts by day, days counted from the simulation's first; only those in [begin, end). */
std::vector<DomainDays> domainDays(const Simulation& simulation, std::size_t begin, std::size_t end)
{
    std::vector<DomainDays> domains;
    domains.reserve(simulation.domainCount());
    for (std::size_t row = 0; row < simulation.domainCount(); ++row) {
        DomainDays domain;
        for (const Simulation::DayCount& day : simulation.dayCounts(row, simulation.effective(row), false)) {
            const std::size_t index = std::size_t{day.day} - simulation.firstDay();
            if (index >= begin && index < end)
                domain.push_back({static_cast<std::uint32_t>(index - begin), day.messages, day.lost});
        }
        if (!domain.empty())
            domains.push_back(std::move(domain));
    }
    return domains;
}

double lostShare(const std::vector<DomainDays>& domains)
{
    double messages = 0;
    double lost = 0;
    for (const DomainDays& domain : domains) {
        for (const DayCounts& day : domain) {
            messages += day.messages;
            lost += day.lost;
        }
    }
    return messages > 0 ? lost / messages : 0.0;
}

} // namespace

std::optional<LossInterval> forecastLoss(const Simulation& simulation)
{
    const std::size_t days = simulation.days().size();
    return bootstrapLoss(domainDays(simulation, 0, days), days, 1.0);
}

NewCorrespondents newCorrespondents(const Simulation& simulation)
{
    std::uint64_t messages = 0;
    std::uint64_t once = 0;
    std::uint64_t lost = 0;
    for (std::size_t row = 0; row < simulation.domainCount(); ++row) {
        messages += simulation.traffic(row).messages;
        if (simulation.traffic(row).messages != 1)
            continue;
        ++once;
        lost += simulation.outcome(row).lost();
    }
    NewCorrespondents out;
    if (once > 0) {
        out.share = static_cast<double>(once) / static_cast<double>(messages);
        out.lostShare = static_cast<double>(lost) / static_cast<double>(once);
    }
    return out;
}

std::optional<Backtest> backtest(const Simulation& simulation)
{
    const std::size_t days = simulation.days().size();
    const std::size_t half = days / 2;
    const std::vector<DomainDays> first = domainDays(simulation, 0, half);
    const std::vector<DomainDays> second = domainDays(simulation, half, days);
    if (first.empty() || second.empty())
        return {};
    Backtest out;
    out.predicted = lostShare(first);
    out.interval = bootstrapLoss(first, half, static_cast<double>(days - half) / static_cast<double>(half));
    out.observed = lostShare(second);
    return out;
}

} // namespace waxseal
