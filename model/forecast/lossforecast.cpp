// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/forecast/lossforecast.h"

#include "model/forecast/dispersion.h"
#include "model/forecast/distributions.h"
#include "model/forecast/random.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace waxseal {

namespace {

constexpr std::size_t shortestWindow = 14;
constexpr std::size_t replicates = 1000;
constexpr std::size_t dayDraws = 20'000; // a replicate: how many days of single domains are drawn one by one
constexpr double stays = 0.75; // how likely a domain that has switched stays where it is now
constexpr double trendChance = 0.02; // below, a trend is told
constexpr double z95 = 1.959964;

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
    /** Of lost − share · messages. */
    double excessVariance(double share) const
    {
        return lostVariance - 2 * share * covariance + share * share * messagesVariance;
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
        Sums& sums = groups[calendar.groupOf(day.day)];
        const double n = day.messages;
        const double k = day.lost;
        sums.n += n;
        sums.k += k;
        sums.nn += n * n;
        sums.kk += k * k;
        sums.nk += n * k;
    }
    Moments moments;
    for (std::size_t group = 0; group < calendar.groups(); ++group) {
        if (calendar.size(group) == 0)
            continue;
        const Sums& sums = groups[group];
        const double size = calendar.size(group);
        const double scale = calendar.scale(group);
        moments.messages += scale * sums.n;
        moments.lost += scale * sums.k;
        moments.messagesVariance += scale * (sums.nn - sums.n * sums.n / size);
        moments.lostVariance += scale * (sums.kk - sums.k * sums.k / size);
        moments.covariance += scale * (sums.nk - sums.n * sums.k / size);
    }
    return moments;
}

/** A domain whose days are drawn one by one: a cell for every day of the window. */
struct DrawnDomain
{
    std::vector<std::array<float, 2>> cells; ///< messages, lost
    std::vector<float> switched; ///< lost, were the share that of the time since its switch; empty without one
};

/** What the replicates are made of. */
struct Urn
{
    std::vector<DrawnDomain> domains;
    Moments tail; ///< domains that are drawn together
    double lostMean = 0; ///< more to be expected lost, of domains that the model draws towards the others
    double lostVariance = 0;
};

class Forecaster
{
public:
    explicit Forecaster(const LossHistory& history)
        : m_history(history)
        , m_calendar(history.calendar)
        , m_scale(static_cast<double>(m_calendar.nextDays()) / static_cast<double>(m_calendar.days()))
    {
    }

    LossForecast run()
    {
        LossForecast out;
        out.seen = sumOf(m_history.others);
        double effective = out.seen.messages; // messages as independent ones
        for (const DomainDays& domain : m_history.domains) {
            const DomainLoss loss = domainLoss(domain);
            out.seen.messages += loss.messages;
            out.seen.lost += loss.lost;
            effective += loss.messages / m_history.model.clusterSize(loss);
        }
        if (out.seen.messages <= 0)
            return out;
        out.expected = out.seen.share();
        if (m_calendar.days() >= shortestWindow) {
            out.switches = findSwitches(m_history.domains);
            out.trend = findTrend(m_history.domains, m_history.others, m_calendar);
            fillUrn(out.switches);
            draw(out);
            if (out.trend && out.trend->chance() > trendChance)
                out.trend.reset();
        }
        // A share seen in one period, and to be seen again in another: as if of so many fewer messages.
        const double lost = std::min(out.seen.share() * effective, effective);
        const double ratio = 1 + 1 / m_scale;
        out.atMost = std::max(wilson(lost / ratio, effective / ratio, 1.644854).high, out.expected);
        if (out.interval)
            out.atMost = std::max(out.atMost, m_oneSided);
        return out;
    }

private:
    void fillUrn(const std::vector<ShareSwitch>& switches)
    {
        std::vector<const ShareSwitch*> switchOf(m_history.domains.size());
        for (const ShareSwitch& change : switches)
            switchOf[change.domain] = &change;
        struct Candidate
        {
            Moments moments;
            std::size_t domain;
        };
        std::vector<Candidate> losing;
        m_total = momentsOf(m_history.others, m_calendar);
        m_urn.tail = m_total;
        for (std::size_t i = 0; i < m_history.domains.size(); ++i) {
            const Moments moments = momentsOf(m_history.domains[i], m_calendar);
            const DomainLoss loss = domainLoss(m_history.domains[i]);
            const LossModel::Expectation expected = m_history.model.expected(loss);
            m_total += moments;
            m_shift += (expected.lost - loss.lost) * m_scale;
            if (moments.lost > 0) {
                losing.push_back({moments, i});
            } else {
                m_urn.tail += moments;
                m_urn.lostMean += expected.lost * m_scale;
                // The widening will put the noise of the window on top, which this variance has already.
                m_urn.lostVariance += expected.variance * m_scale / (1 + m_scale);
            }
        }
        // The domains that move the sum most are drawn day by day. What is left are many small independent terms (and
        // the mail of domains without loss, which is in the denominator only): their sum is drawn as one, by its mean
        // and covariance.
        const std::size_t single = std::min(losing.size(), std::max<std::size_t>(dayDraws / m_calendar.nextDays(), 50));
        if (single > 0)
            std::nth_element(losing.begin(), losing.begin() + static_cast<std::ptrdiff_t>(single - 1), losing.end(),
                [](const Candidate& a, const Candidate& b) { return a.moments.lostVariance > b.moments.lostVariance; });
        for (std::size_t i = 0; i < losing.size(); ++i) {
            if (i < single || switchOf[losing[i].domain] != nullptr)
                addDrawn(m_history.domains[losing[i].domain], switchOf[losing[i].domain]);
            else
                m_urn.tail += losing[i].moments;
        }
    }

    void addDrawn(const DomainDays& domain, const ShareSwitch* change)
    {
        DrawnDomain drawn;
        drawn.cells.resize(m_calendar.days());
        if (change != nullptr)
            drawn.switched.resize(m_calendar.days());
        for (const DayCounts& day : domain) {
            drawn.cells[day.day] = {static_cast<float>(day.messages), static_cast<float>(day.lost)};
            if (change != nullptr)
                drawn.switched[day.day] = static_cast<float>(change->after * day.messages);
        }
        m_urn.domains.push_back(std::move(drawn));
    }

    /** The share lost of one next period, drawn. */
    double replicate(Random& random) const
    {
        double messages = 0;
        double lost = 0;
        for (const DrawnDomain& domain : m_urn.domains) {
            const bool switched = !domain.switched.empty() && random.uniform() < stays;
            for (std::size_t group = 0; group < m_calendar.groups(); ++group) {
                const std::vector<std::uint32_t>& days = m_calendar.daysOf(group);
                const auto size = static_cast<std::uint32_t>(days.size());
                for (std::uint32_t draw = 0; draw < m_calendar.next(group) && size > 0; ++draw) {
                    const std::uint32_t day = days[random.below(size)];
                    messages += static_cast<double>(domain.cells[day][0]);
                    lost += static_cast<double>(switched ? domain.switched[day] : domain.cells[day][1]);
                }
            }
        }
        const Moments& tail = m_urn.tail;
        const double lostDeviation = std::sqrt(std::max(tail.lostVariance, 0.0));
        const double slope = lostDeviation > 0 ? tail.covariance / lostDeviation : 0.0;
        const double restDeviation = std::sqrt(std::max(tail.messagesVariance - slope * slope, 0.0));
        const double z = random.normal();
        const double k = lost + std::max(tail.lost + lostDeviation * z, 0.0)
            + random.gamma(m_urn.lostMean, m_urn.lostVariance) - m_urn.lostMean;
        const double n = messages + tail.messages + slope * z + restDeviation * random.normal();
        return n > 0 ? std::clamp(k / n, -1.0, 1.0) : 0.0; // the clamp of the interval itself comes last
    }

    void draw(LossForecast& out)
    {
        Random random;
        std::vector<double> shares(replicates);
        double mean = 0;
        for (double& share : shares) {
            share = replicate(random);
            mean += share / static_cast<double>(replicates);
        }
        std::sort(shares.begin(), shares.end());
        const auto percentile = [&](double p) {
            return shares[static_cast<std::size_t>(std::lround(p * static_cast<double>(replicates - 1)))];
        };
        const double next = std::max(m_total.messages, 1.0);
        const double share = m_total.messages > 0 ? m_total.lost / m_total.messages : out.seen.share();
        out.expected = std::clamp(mean + m_shift / next, 0.0, 1.0);

        // Widening: the noise of the window itself comes on top, and what weeks and halves say of days.
        const Dispersion spread = dispersion(m_history.domains, m_history.others, share, m_calendar);
        const double resampled = m_total.excessVariance(share);
        const double ratio = resampled > 0 ? std::max(spread.widest / resampled, 1.0) : 1.0;
        const double widening = std::sqrt((1 + m_scale) * ratio);
        LossInterval interval;
        interval.low = out.expected - widening * (mean - percentile(0.025));
        interval.high = out.expected + widening * (percentile(0.975) - mean);
        m_oneSided = out.expected + widening * (percentile(0.95) - mean);

        // As far as the trend is more than noise it may go on: to the middle of the next period.
        if (out.trend) {
            const double reach = static_cast<double>(m_calendar.days() + m_calendar.nextDays()) / 2
                * static_cast<double>(m_calendar.nextDays()) / next;
            const double shift = reach * out.trend->perDay();
            const double error = reach * out.trend->error();
            if (shift < 0)
                interval.low += shift - z95 * error;
            else
                interval.high += shift + z95 * error;
            m_oneSided += std::max(shift, 0.0);
        }
        // Never narrower than a binomial share, seen in one period and to be seen in another.
        const double messages = out.seen.messages * m_scale / (1 + m_scale);
        const ShareRange floor = wilson(out.expected * messages, messages, z95);
        interval.low = std::clamp(std::min(interval.low, floor.low), 0.0, 1.0);
        interval.high = std::clamp(std::max(interval.high, floor.high), 0.0, 1.0);
        m_oneSided = std::min(m_oneSided, 1.0);
        interval.method = "domain-day bootstrap, widened by what weeks say of each other";
        out.interval = interval;
    }

    const LossHistory& m_history;
    const Calendar& m_calendar;
    double m_scale; ///< days of the next period for each one of the window
    Moments m_total;
    double m_shift = 0; ///< of the expected number of lost messages, by the model
    Urn m_urn;
    double m_oneSided = 0;
};

} // namespace

LossForecast forecastLoss(const LossHistory& history)
{
    return Forecaster(history).run();
}

} // namespace waxseal
