// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/policy/periodcomparison.h"

#include <algorithm>
#include <unordered_map>

namespace waxseal {

namespace {

double share(std::uint64_t part, std::uint64_t whole)
{
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

PeriodFigures figuresOf(const Simulation& simulation, std::size_t row)
{
    const DomainTraffic& traffic = simulation.traffic(row);
    const Outcome outcome = simulation.whatIf(row, {Level::Encrypt, TlsVersion::Unknown});
    return {traffic.messages, traffic.overTls(), traffic.unknown, outcome.wanted(), outcome.lostWanted()};
}

} // namespace

PeriodFigures& PeriodFigures::operator+=(const PeriodFigures& other)
{
    messages += other.messages;
    overTls += other.overTls;
    unknown += other.unknown;
    wanted += other.wanted;
    wouldLose += other.wouldLose;
    return *this;
}

double PeriodFigures::tlsShare() const
{
    return share(overTls, messages - unknown);
}

double PeriodFigures::lossShare() const
{
    return share(wouldLose, wanted);
}

PeriodComparison comparePeriods(const Grounds& grounds, Direction direction, const Period& before, const Period& after)
{
    PeriodComparison out;
    std::unordered_map<std::string, std::size_t> places;
    for (const bool isAfter : {false, true}) {
        const Simulation simulation
            = simulationOf({within(grounds.facts, isAfter ? after : before), grounds.live}, direction);
        for (std::size_t row = 0; row < simulation.domainCount(); ++row) {
            const auto [place, isNew]
                = places.try_emplace(std::string(simulation.traffic(row).key), out.domains.size());
            if (isNew)
                out.domains.push_back({place->first, {}, {}});
            const PeriodFigures figures = figuresOf(simulation, row);
            (isAfter ? out.domains[place->second].after : out.domains[place->second].before) = figures;
            (isAfter ? out.after : out.before) += figures;
        }
    }
    std::sort(out.domains.begin(), out.domains.end(), [](const DomainComparison& a, const DomainComparison& b) {
        if (a.before.wouldLose != b.before.wouldLose)
            return a.before.wouldLose > b.before.wouldLose;
        if (a.after.wouldLose != b.after.wouldLose)
            return a.after.wouldLose > b.after.wouldLose;
        return a.domain < b.domain;
    });
    return out;
}

} // namespace waxseal
