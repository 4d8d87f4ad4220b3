// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/witness/witnesssums.h"

#include "model/core/domainname.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace waxseal {

namespace {

Day dayOfReport(const TlsReport& report)
{
    return static_cast<Day>(std::clamp<std::int64_t>(report.day(), 0, 0xffff));
}

/** Adds the failures by type; what the summary counts beyond its details has an empty type. */
void addResults(const WitnessedPolicy& policy, std::map<std::string, std::uint64_t>& results)
{
    std::uint64_t told = 0;
    for (const FailureDetail& failure : policy.failures) {
        if (failure.sessions > 0)
            results[failure.resultType] += failure.sessions;
        told += failure.sessions;
    }
    if (policy.failed > told)
        results[{}] += policy.failed - told;
}

} // namespace

std::vector<WitnessDay> witnessDays(const Witnesses& witnesses, const Period& period)
{
    std::map<std::pair<std::string, Day>, WitnessDay> days;
    for (const TlsReport& report : witnesses.reports()) {
        const Day day = dayOfReport(report);
        if (!period.contains(day))
            continue;
        for (const WitnessedPolicy& policy : report.policies) {
            WitnessDay& sums = days[{policy.domain, day}];
            sums.domain = policy.domain;
            sums.day = day;
            sums.successful += policy.successful;
            sums.failed += policy.failed;
            addResults(policy, sums.results);
        }
    }
    std::vector<WitnessDay> out;
    out.reserve(days.size());
    for (auto& [key, sums] : days)
        out.push_back(std::move(sums));
    return out;
}

std::vector<WitnessCause> witnessCauses(const Witnesses& witnesses, const Period& period)
{
    std::map<std::tuple<std::string, std::string, std::string, std::string, std::string>, WitnessCause> causes;
    for (const TlsReport& report : witnesses.reports()) {
        const Day day = dayOfReport(report);
        if (!period.contains(day))
            continue;
        std::set<WitnessCause*> ofThisReport;
        const auto add = [&](const WitnessedPolicy& policy, const FailureDetail& failure) {
            WitnessCause& cause
                = causes[{report.organization, policy.domain, failure.resultType, failure.reason, failure.mxHost}];
            if (cause.reports == 0) {
                cause = {report.organization, policy.domain, failure.resultType, failure.reason, failure.mxHost, 0, 0,
                    day, day};
            }
            cause.sessions += failure.sessions;
            cause.reports += ofThisReport.insert(&cause).second ? 1 : 0;
            cause.first = std::min(cause.first, day);
            cause.last = std::max(cause.last, day);
        };
        for (const WitnessedPolicy& policy : report.policies) {
            std::uint64_t told = 0;
            for (const FailureDetail& failure : policy.failures) {
                if (failure.sessions > 0)
                    add(policy, failure);
                told += failure.sessions;
            }
            if (policy.failed > told) {
                FailureDetail rest;
                rest.sessions = policy.failed - told;
                add(policy, rest);
            }
        }
    }
    std::vector<WitnessCause> out;
    out.reserve(causes.size());
    for (auto& [key, cause] : causes)
        out.push_back(std::move(cause));
    std::stable_sort(
        out.begin(), out.end(), [](const WitnessCause& a, const WitnessCause& b) { return a.sessions > b.sessions; });
    return out;
}

std::vector<WitnessVote> witnessVotes(const Witnesses& witnesses, const Period& period)
{
    std::map<std::pair<std::string, std::string>, WitnessVote> votes;
    std::map<std::pair<std::string, std::string>, std::set<std::string>> organizations;
    for (const TlsReport& report : witnesses.reports()) {
        const Day day = dayOfReport(report);
        if (!period.contains(day))
            continue;
        for (const WitnessedPolicy& policy : report.policies) {
            const auto key = std::pair(policy.domain, policy.type);
            WitnessVote& vote = votes[key];
            vote.domain = policy.domain;
            vote.type = policy.type;
            vote.successful += policy.successful;
            vote.failed += policy.failed;
            if (!policy.mode.empty() && day >= vote.last)
                vote.mode = policy.mode;
            vote.last = std::max(vote.last, day);
            organizations[key].insert(report.organization);
        }
    }
    std::vector<WitnessVote> out;
    out.reserve(votes.size());
    for (auto& [key, vote] : votes) {
        vote.organizations = organizations[key].size();
        out.push_back(std::move(vote));
    }
    return out;
}

WitnessOfSender witnessOfSender(const Witnesses& witnesses, std::string_view domain, const Period& period)
{
    WitnessOfSender out;
    const std::string organisation = organisationalDomain(domain);
    for (const TlsReport& report : witnesses.reports()) {
        if (report.submitter.empty() || !period.contains(dayOfReport(report))
            || !isWithin(report.submitter, organisation))
            continue;
        ++out.reports;
        for (const WitnessedPolicy& policy : report.policies) {
            out.successful += policy.successful;
            out.failed += policy.failed;
            addResults(policy, out.results);
        }
    }
    return out;
}

namespace {

/** The rows whose domain is exactly this key. */
std::vector<SaferEmail> rowsOf(const Witnesses& witnesses, const std::string& domain, Direction direction)
{
    SaferEmail first;
    first.domain = domain;
    first.direction = direction;
    std::vector<SaferEmail> world;
    std::vector<SaferEmail> all;
    for (auto at = witnesses.saferEmail().lower_bound(first);
         at != witnesses.saferEmail().end() && at->domain == domain && at->direction == direction; ++at) {
        all.push_back(*at);
        if (at->region == "001")
            world.push_back(*at);
    }
    return world.empty() ? all : world;
}

} // namespace

std::vector<SaferEmail> saferEmailOf(const Witnesses& witnesses, std::string_view domain, Direction direction)
{
    // "yahoo.{...}" holds yahoo.com, yahoo.co.jp and so on: the registrable domain's first label.
    const std::string organisation = organisationalDomain(domain);
    const std::string anyCountry = organisation.substr(0, organisation.find('.')) + ".{...}";
    std::string_view name = domain;
    while (!name.empty()) {
        std::vector<SaferEmail> rows = rowsOf(witnesses, std::string(name), direction);
        if (rows.empty() && name == organisation)
            rows = rowsOf(witnesses, anyCountry, direction);
        if (!rows.empty() || name == organisation)
            return rows;
        const std::size_t dot = name.find('.');
        name = dot == std::string_view::npos ? std::string_view() : name.substr(dot + 1);
    }
    return {};
}

} // namespace waxseal
