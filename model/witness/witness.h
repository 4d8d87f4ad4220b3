// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/words.h"

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace waxseal {

/** One entry of "failure-details" (RFC 8460, section 4.3): sessions that failed alike. Texts are printable. */
struct FailureDetail
{
    std::string resultType; ///< "certificate-expired"; lower case
    std::string reason; ///< failure-reason-code
    std::string information; ///< additional-information
    std::string sendingIp;
    std::string mxHost; ///< receiving-mx-hostname
    std::string receivingIp;
    std::uint64_t sessions = 0;
    bool operator==(const FailureDetail&) const = default;
};

/** What a report says of one policy of one domain. */
struct WitnessedPolicy
{
    std::string domain; ///< policy-domain as a key (domainKey)
    std::string type; ///< "sts", "tlsa", "no-policy-found"
    std::string mode; ///< of an MTA-STS policy: "testing", "enforce", "none"; empty where it is not told
    std::uint64_t successful = 0; ///< sessions
    std::uint64_t failed = 0; ///< sessions, as the summary says; the details need not add up to it
    std::vector<FailureDetail> failures;
    bool operator==(const WitnessedPolicy&) const = default;
};

/**
 * A TLS report (RFC 8460): what another organisation's servers met when they delivered to the domains of its policies.
 * It counts sessions, which are never added to messages.
 */
struct TlsReport
{
    std::string organization; ///< organization-name
    std::string submitter; ///< the organisation's domain as a key, from its name, contact or the mail; may be empty
    std::string id; ///< report-id; of a report without one "sha256:" and the digest of its text
    std::int64_t begin = 0; ///< seconds since 1970
    std::int64_t end = 0;
    std::vector<WitnessedPolicy> policies;

    /** Days since 1970, UTC, of the middle of its period. */
    std::int64_t day() const { return (begin + (end - begin) / 2) / 86'400; }
    bool operator==(const TlsReport&) const = default;
};

/** A row of Google's "Safer email": which share of a domain's mail with Gmail was encrypted. */
struct SaferEmail
{
    std::string domain; ///< Address Suffix, lower case; "yahoo.{...}" stands for every country's
    std::string host; ///< Hostname Suffix
    std::string region; ///< UN M.49 code; "001" is the world
    std::string date; ///< where the file has such a column
    Direction direction = Direction::Inbound; ///< as it is for us: Inbound is mail that the domain sends
    std::uint32_t encrypted = 0; ///< in millionths of the mail
    bool operator==(const SaferEmail&) const = default;
};

/** What others saw of our mail, and of those whom we exchange it with. Kept beside the facts, never among them. */
class Witnesses
{
public:
    static constexpr std::size_t mostReports = 200'000;
    static constexpr std::size_t mostFailures = 1'000'000; ///< details of all reports together
    static constexpr std::size_t mostSaferRows = 500'000;

    enum class Added : std::uint8_t
    {
        New,
        Known, ///< the same organisation's report of the same id was there
        Full ///< past the bounds
    };
    Added add(TlsReport report);
    /** A row of the same domain, host, region and direction is replaced, unless it has a later date. */
    Added add(SaferEmail row);

    const std::vector<TlsReport>& reports() const { return m_reports; }
    /** In the order of domain, direction, region, host. */
    const std::set<SaferEmail, bool (*)(const SaferEmail&, const SaferEmail&)>& saferEmail() const { return m_safer; }
    bool isEmpty() const { return m_reports.empty() && m_safer.empty(); }
    bool operator==(const Witnesses& other) const { return m_reports == other.m_reports && m_safer == other.m_safer; }

private:
    static bool isBefore(const SaferEmail& a, const SaferEmail& b);

    std::vector<TlsReport> m_reports;
    std::set<std::pair<std::string, std::string>> m_known; // organisation in lower case, report-id
    std::size_t m_failures = 0;
    std::set<SaferEmail, bool (*)(const SaferEmail&, const SaferEmail&)> m_safer{isBefore};
};

} // namespace waxseal
