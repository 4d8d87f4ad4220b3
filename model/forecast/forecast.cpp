// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/forecast/forecast.h"

#include <algorithm>

namespace waxseal {

namespace {

constexpr std::size_t modelDomains = 1500; // the model asks so many, evenly taken
constexpr std::size_t mostWarnings = 20;

/** Days of the window, counted from the simulation's first: [begin, end). */
struct Window
{
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t days() const { return end - begin; }
};

Window all(const Simulation& simulation)
{
    return {0, simulation.days().size()};
}

/** Wanted mail of a row whose fate is known, by day of the window. */
DomainDays knownDays(const Simulation& simulation, std::size_t row, const Requirement& requirement, Window window,
    std::uint64_t* unknown)
{
    DomainDays domain;
    for (const Simulation::DayCount& day : simulation.dayCounts(row, requirement, true)) {
        const std::size_t index = std::size_t{day.day} - simulation.firstDay();
        if (index < window.begin || index >= window.end)
            continue;
        if (unknown != nullptr)
            *unknown += day.unknown;
        if (day.messages > day.unknown)
            domain.push_back({static_cast<std::uint32_t>(index - window.begin), day.messages - day.unknown, day.lost});
    }
    return domain;
}

/** Domains for a model to be fitted to. */
std::vector<DomainDays> sampleOf(const Simulation& simulation, const Requirement& requirement, Window window)
{
    std::vector<DomainDays> domains;
    const std::size_t stride = std::max<std::size_t>(1, (simulation.domainCount() + modelDomains - 1) / modelDomains);
    for (std::size_t row = 0; row < simulation.domainCount(); row += stride) {
        DomainDays domain = knownDays(simulation, row, requirement, window, nullptr);
        if (!domain.empty())
            domains.push_back(std::move(domain));
    }
    return domains;
}

bool isAtRisk(const Requirement& requirement)
{
    return requirement.level > Level::May;
}

/** What most of the policy requires. */
std::optional<Requirement> mainRequirement(const Simulation& simulation)
{
    if (isAtRisk(simulation.policy().byDefault))
        return simulation.policy().byDefault;
    std::vector<std::pair<Requirement, std::size_t>> counts;
    for (std::size_t row = 0; row < simulation.domainCount(); ++row) {
        const Requirement& requirement = simulation.effective(row);
        if (!isAtRisk(requirement))
            continue;
        const auto known
            = std::find_if(counts.begin(), counts.end(), [&](const auto& count) { return count.first == requirement; });
        if (known != counts.end())
            ++known->second;
        else
            counts.emplace_back(requirement, 1);
    }
    const auto most = std::max_element(
        counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == counts.end() ? std::nullopt : std::optional(most->first);
}

struct Gathered
{
    LossHistory history;
    std::vector<std::uint32_t> rows; ///< of the history's domains
    std::uint64_t unknown = 0;
};

Gathered gather(const Simulation& simulation, const Requirement& requirement, Window window, std::size_t nextDays)
{
    Gathered out;
    // 1970-01-01 was a Thursday; 0 is Monday.
    const auto weekday = static_cast<unsigned>((simulation.firstDay() + window.begin + 3) % 7);
    out.history.calendar = Calendar(window.days(), weekday, nextDays);
    out.history.model = fitLossModel(sampleOf(simulation, requirement, window));
    std::vector<std::uint32_t> others(window.days());
    for (std::size_t row = 0; row < simulation.domainCount(); ++row) {
        DomainDays domain = knownDays(simulation, row, simulation.effective(row), window, &out.unknown);
        if (!isAtRisk(simulation.effective(row))) {
            for (const DayCounts& day : domain)
                others[day.day] += day.messages;
        } else if (!domain.empty()) {
            out.history.domains.push_back(std::move(domain));
            out.rows.push_back(static_cast<std::uint32_t>(row));
        }
    }
    for (std::size_t day = 0; day < others.size(); ++day) {
        if (others[day] > 0)
            out.history.others.push_back({static_cast<std::uint32_t>(day), others[day], 0});
    }
    return out;
}

std::vector<ForecastWarning> warningsOf(
    const Simulation& simulation, const Gathered& gathered, const LossForecast& forecast)
{
    std::vector<ForecastWarning> out;
    if (forecast.trend) {
        const double perDay = forecast.seen.messages / static_cast<double>(gathered.history.calendar.days());
        const double change
            = forecast.trend->perDay() * static_cast<double>(gathered.history.calendar.days() - 1) / perDay;
        const double share = forecast.seen.share();
        ForecastWarning warning;
        warning.before = std::clamp(share - change / 2, 0.0, 1.0);
        warning.after = std::clamp(share + change / 2, 0.0, 1.0);
        warning.chance = forecast.trend->chance();
        out.push_back(warning);
    }
    for (const ShareSwitch& change : forecast.switches) {
        if (out.size() == mostWarnings)
            break;
        out.push_back({ForecastWarning::Kind::Switched, gathered.rows[change.domain],
            static_cast<Day>(simulation.firstDay() + change.since), change.before, change.after, change.chance});
    }
    return out;
}

} // namespace

std::string_view name(ForecastWarning::Kind kind)
{
    return kind == ForecastWarning::Kind::Switched ? "switched" : "trend";
}

CautiousLoss cautiousLoss(const Simulation& simulation, const Requirement& requirement)
{
    return {sampleOf(simulation, requirement, all(simulation)), simulation.days().size()};
}

Forecast forecastLoss(const Simulation& simulation)
{
    Forecast out;
    const std::size_t days = simulation.days().size();
    const auto requirement = mainRequirement(simulation);
    if (days == 0 || !requirement) {
        out.atMost = days == 0 ? 1 : 0; // nothing is required, nothing is lost
        return out;
    }
    Gathered gathered = gather(simulation, *requirement, all(simulation), days);
    LossForecast forecast = forecastLoss(gathered.history);
    out.messages = static_cast<std::uint64_t>(forecast.seen.messages);
    out.unknown = gathered.unknown;
    const auto known = static_cast<double>(out.messages);
    const auto unknown = static_cast<double>(out.unknown);
    if (out.messages + out.unknown > 0)
        out.atMost = (forecast.atMost * known + unknown) / (known + unknown);
    if (out.messages == 0)
        return out;
    out.expected = forecast.expected;
    out.warnings = warningsOf(simulation, gathered, forecast);
    if (out.unknown <= out.messages) {
        out.interval = std::move(forecast.interval);
        if (out.interval && out.unknown > 0)
            out.interval->method += ", of mail whose TLS is known";
    }
    return out;
}

NewCorrespondents newCorrespondents(const Simulation& simulation)
{
    std::uint64_t messages = 0;
    std::uint64_t once = 0;
    std::uint64_t lost = 0;
    for (std::size_t row = 0; row < simulation.domainCount(); ++row) {
        const Outcome& outcome = simulation.outcome(row);
        std::uint64_t wanted = outcome.total();
        for (const Fate fate : {Fate::Accepted, Fate::Lost, Fate::Unknown})
            wanted -= outcome.of(fate, SpamVerdict::Spam);
        messages += wanted;
        if (wanted != 1)
            continue;
        ++once;
        lost += outcome.lostWanted();
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
    const auto requirement = mainRequirement(simulation);
    if (half == 0 || !requirement)
        return {};
    const Gathered first = gather(simulation, *requirement, {0, half}, days - half);
    const Gathered second = gather(simulation, *requirement, {half, days}, 1);
    const LossForecast forecast = forecastLoss(first.history);
    Counts observed;
    for (const DomainDays& domain : second.history.domains) {
        const Counts sum = sumOf(domain);
        observed.messages += sum.messages;
        observed.lost += sum.lost;
    }
    observed.messages += sumOf(second.history.others).messages;
    if (forecast.seen.messages <= 0 || observed.messages <= 0)
        return {};
    return Backtest{forecast.seen.share(), forecast.interval, observed.share()};
}

} // namespace waxseal
