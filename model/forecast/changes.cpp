// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/forecast/changes.h"

#include "model/forecast/distributions.h"
#include "model/forecast/random.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace waxseal {

namespace {

constexpr double falseAlarms = 0.05; // over all domains
constexpr std::size_t permutations = 4000;
constexpr std::size_t fewestActiveDays = 6;
constexpr std::size_t leastSide = 2; // active days before and after a switch
constexpr double leastChange = 0.1; // of the share
constexpr double leastPart = 0.003; // of all mail
constexpr std::size_t shortestTrend = 14;
constexpr double noise = 4; // t² up to which a slope is taken for chance altogether

/** The best place to cut the days in two: the largest sum of deviations for its number of days. */
struct Cut
{
    double strength = 0;
    std::size_t at = 0; ///< the first day of the second part
};

Cut bestCut(const std::vector<double>& deviations)
{
    const std::size_t days = deviations.size();
    Cut best;
    double sum = 0;
    for (std::size_t i = 0; i + leastSide < days; ++i) {
        sum += deviations[i];
        if (i + 1 < leastSide)
            continue;
        const auto before = static_cast<double>(i + 1);
        const double strength = sum * sum / (before * (static_cast<double>(days) - before));
        if (strength > best.strength)
            best = {strength, i + 1};
    }
    return best;
}

/** How often days in random order have a cut as strong; asks no longer than it takes to know that it is too often. */
double permutedChance(std::vector<double> deviations, double strength, double level)
{
    Random random(deviations.size());
    const double most = level * static_cast<double>(permutations + 1);
    std::size_t asStrong = 0;
    std::size_t asked = 0;
    while (asked < permutations && static_cast<double>(asStrong) <= most + 4) {
        for (std::size_t i = deviations.size() - 1; i > 0; --i)
            std::swap(deviations[i], deviations[random.below(static_cast<std::uint32_t>(i + 1))]);
        asStrong += bestCut(deviations).strength >= strength * (1 - 1e-9) ? 1 : 0;
        ++asked;
    }
    return static_cast<double>(asStrong + 1) / static_cast<double>(asked + 1);
}

ShareSwitch switchAt(std::size_t index, const DomainDays& domain, std::size_t cut)
{
    Counts before;
    Counts after;
    for (std::size_t i = 0; i < domain.size(); ++i) {
        Counts& side = i < cut ? before : after;
        side.messages += domain[i].messages;
        side.lost += domain[i].lost;
    }
    return {index, domain[cut].day, before.share(), after.share(), 1};
}

/** The slope of a straight line through daily values of known groups' means, its error and its chance. */
Slope slopeOf(const std::vector<double>& values, const Calendar& calendar)
{
    // Means of the groups are taken out of both values and days, which is the regression on groups and day together.
    const std::size_t days = values.size();
    std::vector<double> y = values;
    std::vector<double> x(days);
    for (std::size_t group = 0; group < calendar.groups(); ++group) {
        double meanY = 0;
        double meanX = 0;
        for (const std::uint32_t day : calendar.daysOf(group)) {
            meanY += values[day] / calendar.size(group);
            meanX += static_cast<double>(day) / calendar.size(group);
        }
        for (const std::uint32_t day : calendar.daysOf(group)) {
            y[day] -= meanY;
            x[day] = day - meanX;
        }
    }
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (std::size_t day = 0; day < days; ++day) {
        xx += x[day] * x[day];
        xy += x[day] * y[day];
        yy += y[day] * y[day];
    }
    Slope trend;
    const double degrees = static_cast<double>(days - calendar.groups()) - 1;
    const double rest = yy - xy * xy / xx;
    trend.perDay = xy / xx;
    trend.error = std::sqrt(std::max(rest, 0.0) / degrees / xx);
    // Rounding alone is no trend.
    if (yy > 1e-12 && std::abs(trend.perDay) > 1e-12)
        trend.chance = trend.error > 0 ? studentTwoSided(trend.perDay / trend.error, degrees) : 0.0;
    return trend;
}

} // namespace

std::vector<ShareSwitch> findSwitches(const std::vector<DomainDays>& domains)
{
    Counts total;
    std::vector<Counts> sums;
    sums.reserve(domains.size());
    for (const DomainDays& domain : domains) {
        sums.push_back(sumOf(domain));
        total.messages += sums.back().messages;
        total.lost += sums.back().lost;
    }
    const double least = std::max(3.0, std::sqrt(total.lost * (1 - total.share())));
    // Everything that decides who is asked, and for how much, stays the same when days change places.
    std::vector<std::pair<std::size_t, double>> candidates;
    double weights = 0;
    for (std::size_t i = 0; i < domains.size(); ++i) {
        const double share = sums[i].share();
        if (share <= 0 || share >= 1 || domains[i].size() < fewestActiveDays || sums[i].messages < least
            || sums[i].messages < leastPart * total.messages)
            continue;
        candidates.emplace_back(i, sums[i].messages * std::sqrt(share * (1 - share)));
        weights += candidates.back().second;
    }
    std::vector<std::pair<double, ShareSwitch>> found;
    for (const auto& [index, weight] : candidates) {
        std::vector<double> deviations;
        for (const DayCounts& day : domains[index])
            deviations.push_back(day.lost - sums[index].share() * day.messages);
        const Cut cut = bestCut(deviations);
        if (cut.strength <= 0)
            continue;
        ShareSwitch change = switchAt(index, domains[index], cut.at);
        const double effect = std::abs(change.after - change.before) * sums[index].messages;
        if (std::abs(change.after - change.before) < leastChange || effect < least)
            continue;
        const double part = weight / weights;
        const double chance = permutedChance(deviations, cut.strength, falseAlarms * part);
        if (chance > falseAlarms * part)
            continue;
        change.chance = std::min(chance / part, 1.0);
        found.emplace_back(effect, change);
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<ShareSwitch> out;
    for (const auto& [effect, change] : found)
        out.push_back(change);
    return out;
}

std::optional<ShareTrend> findTrend(
    const std::vector<DomainDays>& domains, const DomainDays& others, const Calendar& calendar)
{
    const std::size_t days = calendar.days();
    if (days < shortestTrend)
        return {};
    Counts total = sumOf(others);
    for (const DomainDays& domain : domains) {
        const Counts sum = sumOf(domain);
        total.messages += sum.messages;
        total.lost += sum.lost;
    }
    std::vector<double> habits(days); // more lost than the domains' shares let expect
    std::vector<double> mix(days); // more mail of those who lose
    for (const DomainDays& domain : domains) {
        const double share = sumOf(domain).share();
        for (const DayCounts& day : domain) {
            habits[day.day] += day.lost - share * day.messages;
            mix[day.day] += (share - total.share()) * day.messages;
        }
    }
    for (const DayCounts& day : others)
        mix[day.day] -= total.share() * day.messages;
    return ShareTrend{slopeOf(habits, calendar), slopeOf(mix, calendar)};
}

double Slope::weight() const
{
    // James and Stein's shrinkage of one value whose noise is known, a little stronger.
    return perDay * perDay > noise * error * error ? 1 - noise * error * error / (perDay * perDay) : 0.0;
}

double ShareTrend::chance() const
{
    return std::min(1.0, 2 * std::min(habits.chance, mix.chance));
}

double ShareTrend::error() const
{
    return std::hypot(habits.weight() * habits.error, mix.weight() * mix.error);
}

} // namespace waxseal
