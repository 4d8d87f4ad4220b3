// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/forecast/daycounts.h"

#include <optional>
#include <vector>

namespace waxseal {

/** What the losses of one domain say, with its days taken as clusters. */
struct DomainLoss
{
    double messages = 0;
    double lost = 0;
    double daySquares = 0; ///< Σ of the squared messages of its active days
};
DomainLoss domainLoss(const DomainDays& domain);

/**
 * How likely mail of a domain is lost, seen over all domains: the share lost of a domain is Beta(alpha, beta)
 * distributed, and losses of one domain on one day go together with the intraclass correlation `rho`, so that n
 * messages tell as much as n / (1 + rho (m − 1)) independent ones, m being the domain's messages on the day of a
 * message. Where a domain's days go together too (a relay is broken for a week), by `persistence` less.
 */
struct LossModel
{
    double rho = 0.5;
    double persistence = 1; ///< ≥ 1
    double alpha = 0.5;
    double beta = 0.5;

    /** What is to be expected of as many messages as were seen: mean and variance of the number lost. */
    struct Expectation
    {
        double lost = 0;
        double variance = 0;
    };
    Expectation expected(const DomainLoss& domain) const;
    /** Messages of the domain for each independent one. */
    double clusterSize(const DomainLoss& domain) const;
};

/** Fits the model to the domains: rho by moments over domain days unless it is given, alpha and beta by the likelihood
 * of the beta-binomial over domains (at most 1 500 of them, evenly taken). */
LossModel fitLossModel(const std::vector<DomainDays>& domains, std::optional<double> rho = {});

/**
 * What a domain must be expected to lose when a budget has to hold: the larger of what the mail says, and of what its
 * days say when each counts as one observation. So ten thousand messages of one day are no more of a promise than ten.
 * In logs of less than 14 days, which have too few days to learn from, every message counts for itself.
 */
class CautiousLoss
{
public:
    CautiousLoss() = default;
    CautiousLoss(const std::vector<DomainDays>& domains, std::size_t days);
    double expected(const DomainLoss& domain) const;

private:
    LossModel m_byMail;
    LossModel m_byDay;
};

} // namespace waxseal
