// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/forecast/daybootstrap.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace waxseal {

namespace {

constexpr std::size_t shortestWindow = 14;
constexpr std::size_t fewestDomains = 5;
constexpr std::size_t replicates = 1000;
constexpr std::size_t dayDraws = 20'000; // a replicate: how many days of single domains are drawn one by one

/** SplitMix64: the same numbers on every machine. */
class Random
{
public:
    std::uint64_t next() { return hashWord(m_state += 0x9e3779b97f4a7c15U); }
    /** 0 … bound − 1, by multiplication (Lemire); the bias is below 2⁻²³ here. */
    std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(((next() >> 32) * bound) >> 32); }
    double uniform() { return (static_cast<double>(next() >> 11) + 0.5) * 0x1.0p-53; }
    double normal()
    {
        const double radius = std::sqrt(-2.0 * std::log(uniform()));
        return radius * std::cos(2.0 * std::numbers::pi * uniform());
    }

private:
    std::uint64_t m_state = 20261122;
};

/** Mean and covariance of what one resampling of a domain gives. */
struct Moments
{
    double messages = 0;
    double lost = 0;
    double messagesVariance = 0;
    double lostVariance = 0;
    double covariance = 0;

    Moments& operator+=(const Moments& other)
    {
        messages += other.messages;
        lost += other.lost;
        messagesVariance += other.messagesVariance;
        lostVariance += other.lostVariance;
        covariance += other.covariance;
        return *this;
    }
};

/** How days are grouped: mail of a Monday stands for Mondays. Without weekdays all days are one group. */
struct Calendar
{
    explicit Calendar(std::size_t days)
        : dayCount(days)
        , groups(days >= 28 ? 7U : 1U)
    {
        for (std::uint32_t group = 0; group < groups; ++group)
            sizes[group] = static_cast<std::uint32_t>((days - group + groups - 1) / groups);
    }
    std::size_t dayCount;
    std::uint32_t groups;
    std::array<std::uint32_t, 7> sizes{};

    /** Resampling few days shows too little spread: c draws of c days have (c − 1)/c of the variance. */
    double correction() const
    {
        const double size = static_cast<double>(dayCount) / groups;
        return size / (size - 1.0);
    }
};

Moments momentsOf(const DomainDays& domain, const Calendar& calendar)
{
    struct Sums
    {
        double n = 0, k = 0, nn = 0, kk = 0, nk = 0;
    };
    std::array<Sums, 7> groups{};
    for (const DayCounts& day : domain) {
        Sums& sums = groups[day.day % calendar.groups];
        const double n = day.messages;
        const double k = day.lost;
        sums.n += n;
        sums.k += k;
        sums.nn += n * n;
        sums.kk += k * k;
        sums.nk += n * k;
    }
    Moments moments;
    for (std::uint32_t group = 0; group < calendar.groups; ++group) {
        const Sums& sums = groups[group];
        const double size = calendar.sizes[group];
        moments.messages += sums.n;
        moments.lost += sums.k;
        moments.messagesVariance += sums.nn - sums.n * sums.n / size;
        moments.lostVariance += sums.kk - sums.k * sums.k / size;
        moments.covariance += sums.nk - sums.n * sums.k / size;
    }
    return moments;
}

/** A domain whose days are drawn one by one: a cell for every day of the window. */
struct DrawnDomain
{
    std::vector<std::array<std::uint32_t, 2>> cells;
};

DrawnDomain drawn(const DomainDays& domain, const Calendar& calendar)
{
    DrawnDomain out;
    out.cells.resize(calendar.dayCount);
    for (const DayCounts& day : domain)
        out.cells[day.day] = {day.messages, day.lost};
    return out;
}

} // namespace

std::optional<LossInterval> bootstrapLoss(const std::vector<DomainDays>& domains, std::size_t days, double horizon)
{
    if (days < shortestWindow)
        return {};
    const Calendar calendar(days);
    Moments total;
    Moments tail; // domains that are drawn together
    struct Candidate
    {
        Moments moments;
        const DomainDays* domain;
    };
    std::vector<Candidate> losing;
    for (const DomainDays& domain : domains) {
        const Moments moments = momentsOf(domain, calendar);
        total += moments;
        if (moments.lost > 0)
            losing.push_back({moments, &domain});
        else
            tail += moments;
    }
    if (losing.size() < fewestDomains || total.messages <= 0)
        return {};

    // The domains that move the sum most are drawn day by day. What is left are many small independent terms (and the
    // mail of domains without loss, which is in the denominator only): their sum is drawn as one, by its mean and
    // covariance.
    const std::size_t single = std::min(losing.size(), std::max<std::size_t>(dayDraws / days, 50));
    std::nth_element(losing.begin(), losing.begin() + static_cast<std::ptrdiff_t>(single - 1), losing.end(),
        [](const Candidate& a, const Candidate& b) { return a.moments.lostVariance > b.moments.lostVariance; });
    std::vector<DrawnDomain> drawnDomains;
    for (std::size_t i = 0; i < losing.size(); ++i) {
        if (i < single)
            drawnDomains.push_back(drawn(*losing[i].domain, calendar));
        else
            tail += losing[i].moments;
    }
    const double lostDeviation = std::sqrt(std::max(tail.lostVariance, 0.0));
    const double slope = lostDeviation > 0 ? tail.covariance / lostDeviation : 0.0;
    const double restDeviation = std::sqrt(std::max(tail.messagesVariance - slope * slope, 0.0));

    Random random;
    std::vector<double> shares(replicates);
    for (double& share : shares) {
        std::uint64_t messages = 0;
        std::uint64_t lost = 0;
        for (const DrawnDomain& domain : drawnDomains) {
            for (std::uint32_t group = 0; group < calendar.groups; ++group) {
                for (std::uint32_t draw = 0; draw < calendar.sizes[group]; ++draw) {
                    const auto& cell = domain.cells[group + calendar.groups * random.below(calendar.sizes[group])];
                    messages += cell[0];
                    lost += cell[1];
                }
            }
        }
        const double z = random.normal();
        const double k = static_cast<double>(lost) + std::max(tail.lost + lostDeviation * z, 0.0);
        const double n = static_cast<double>(messages) + tail.messages + slope * z + restDeviation * random.normal();
        share = n > k ? k / n : 1.0;
    }
    const auto percentile = [&](double p) {
        const auto at = shares.begin() + static_cast<std::ptrdiff_t>(p * static_cast<double>(replicates - 1) + 0.5);
        std::nth_element(shares.begin(), at, shares.end());
        return *at;
    };
    const double share = total.lost / total.messages;
    const double widening = std::sqrt((1.0 + horizon) * calendar.correction());
    LossInterval interval;
    interval.low = std::clamp(share - widening * (share - percentile(0.025)), 0.0, share);
    interval.high = std::clamp(share + widening * (percentile(0.975) - share), share, 1.0);
    interval.method = "domain-day bootstrap ×√2";
    return interval;
}

} // namespace waxseal
