// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/forecast/lossmodel.h"

#include <algorithm>
#include <cmath>

namespace waxseal {

namespace {

constexpr std::size_t mostDomains = 1500; // for the likelihood
constexpr double unknownCorrelation = 0.5; // where nothing tells whether losses of a day go together
constexpr std::size_t fewestDays = 14; // below, days say nothing of one another
constexpr double priorDomains = 3; // that count for weeks that differ as days do
constexpr double priorWeight = 20; // pairs of messages that this guess counts for

/** The correlation of losses within a domain's day, from the squared deviations of days from their domain's share. */
double correlation(const std::vector<DomainDays>& domains)
{
    double excess = priorWeight * unknownCorrelation * 0.25;
    double weight = priorWeight * 0.25;
    for (const DomainDays& domain : domains) {
        const Counts sum = sumOf(domain);
        const auto days = static_cast<double>(domain.size());
        if (sum.lost <= 0 || sum.lost >= sum.messages || days < 2)
            continue;
        const double share = sum.share();
        double squares = 0;
        double pairs = 0;
        for (const DayCounts& day : domain) {
            const double n = day.messages;
            const double deviation = day.lost - share * n;
            squares += deviation * deviation;
            pairs += n * (n - 1);
        }
        const double spread = share * (1 - share);
        excess += squares * days / (days - 1) - spread * sum.messages;
        weight += spread * pairs;
    }
    return std::clamp(excess / weight, 0.0, 1.0);
}

/** How much more the weeks of a domain differ than its days explain: 1 where days are independent of one another. */
double persistenceOf(const std::vector<DomainDays>& domains)
{
    double ofDays = 0;
    double ofWeeks = 0;
    double squares = 0; // of what each domain adds, to know on how many domains it rests
    for (const DomainDays& domain : domains) {
        const Counts sum = sumOf(domain);
        if (sum.lost <= 0 || sum.lost >= sum.messages || domain.size() < 2)
            continue;
        double days = 0;
        double weeks = 0;
        double week = 0;
        for (std::size_t i = 0; i < domain.size(); ++i) {
            const double deviation = domain[i].lost - sum.share() * domain[i].messages;
            days += deviation * deviation;
            week += deviation;
            if (i + 1 == domain.size() || domain[i + 1].day / 7 != domain[i].day / 7) {
                weeks += week * week;
                week = 0;
            }
        }
        ofDays += days;
        ofWeeks += weeks;
        squares += days * days;
    }
    if (ofDays <= 0)
        return 1;
    const double many = ofDays * ofDays / squares;
    return std::max(1.0, (many * ofWeeks / ofDays + priorDomains) / (many + priorDomains));
}

struct Observation
{
    double lost;
    double kept;
};

/** The log-likelihood of Beta(mean · size, (1 − mean) · size) for all observations, constants left out. */
double logLikelihood(const std::vector<Observation>& observations, double logitMean, double logSize)
{
    const double size = std::exp(logSize);
    const double mean = 1 / (1 + std::exp(-logitMean));
    const double alpha = std::max(mean * size, 1e-9);
    const double beta = std::max((1 - mean) * size, 1e-9);
    const double constant = std::lgamma(size) - std::lgamma(alpha) - std::lgamma(beta);
    double sum = 0;
    for (const Observation& seen : observations) {
        sum += constant - std::lgamma(size + seen.lost + seen.kept);
        sum += std::lgamma(alpha + seen.lost) + std::lgamma(beta + seen.kept);
    }
    return sum;
}

} // namespace

DomainLoss domainLoss(const DomainDays& domain)
{
    DomainLoss out;
    for (const DayCounts& day : domain) {
        out.messages += day.messages;
        out.lost += day.lost;
        out.daySquares += static_cast<double>(day.messages) * day.messages;
    }
    return out;
}

double LossModel::clusterSize(const DomainLoss& domain) const
{
    if (domain.messages <= 0)
        return 1;
    const double ofDay = 1 + rho * (domain.daySquares / domain.messages - 1);
    return std::max(std::min(ofDay * persistence, domain.messages), 1.0);
}

LossModel::Expectation LossModel::expected(const DomainLoss& domain) const
{
    const double cluster = clusterSize(domain);
    const double n = domain.messages / cluster;
    const double size = n + alpha + beta;
    const double mean = (domain.lost / cluster + alpha) / size;
    // Of the share: a Beta's variance. Of the number given the share: binomial, with clusters.
    const double ofShare = mean * (1 - mean) / (size + 1);
    const double ofNumber = domain.messages * cluster * mean * (1 - mean) * size / (size + 1);
    return {domain.messages * mean, domain.messages * domain.messages * ofShare + ofNumber};
}

LossModel fitLossModel(const std::vector<DomainDays>& domains, std::optional<double> rho)
{
    LossModel model;
    model.rho = rho ? *rho : correlation(domains);
    model.persistence = persistenceOf(domains);
    // Half a message more, of which half was lost: the fit stays finite where nothing or everything was lost.
    std::vector<Observation> observations{{0.25, 0.25}};
    const std::size_t stride = std::max<std::size_t>(1, (domains.size() + mostDomains - 1) / mostDomains);
    for (std::size_t i = 0; i < domains.size(); i += stride) {
        const DomainLoss seen = domainLoss(domains[i]);
        if (seen.messages <= 0)
            continue;
        const double cluster = model.clusterSize(seen);
        observations.push_back({seen.lost / cluster, (seen.messages - seen.lost) / cluster});
    }
    // The likelihood is smooth and has one top in these two coordinates: walk uphill with halving steps.
    double logitMean = 0;
    double logSize = 0;
    double best = logLikelihood(observations, logitMean, logSize);
    for (double step = 2; step > 0.02;) {
        bool better = false;
        for (const auto& [x, y] : {std::pair{step, 0.0}, {-step, 0.0}, {0.0, step}, {0.0, -step}, {step, step},
                 {-step, -step}, {step, -step}, {-step, step}}) {
            const double tryMean = std::clamp(logitMean + x, -12.0, 12.0);
            const double trySize = std::clamp(logSize + y, -4.0, 7.0);
            const double value = logLikelihood(observations, tryMean, trySize);
            if (value > best + 1e-9) {
                best = value;
                logitMean = tryMean;
                logSize = trySize;
                better = true;
                break;
            }
        }
        if (!better)
            step /= 2;
    }
    const double mean = 1 / (1 + std::exp(-logitMean));
    model.alpha = mean * std::exp(logSize);
    model.beta = (1 - mean) * std::exp(logSize);
    return model;
}

CautiousLoss::CautiousLoss(const std::vector<DomainDays>& domains, std::size_t days)
    : m_byMail(fitLossModel(domains, days < fewestDays ? std::optional(0.0) : std::nullopt))
    , m_byDay(days < fewestDays ? m_byMail : fitLossModel(domains, 1.0))
{
}

double CautiousLoss::expected(const DomainLoss& domain) const
{
    // Those that look best are chosen, and some of them by luck: a tenth more.
    return 1.1 * std::max(m_byMail.expected(domain).lost, m_byDay.expected(domain).lost);
}

} // namespace waxseal
