// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/facts/period.h"
#include "model/witness/witness.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace waxseal {

/** Sessions of a domain that the reports of a day tell of. */
struct WitnessDay
{
    std::string domain; ///< of the policy: one of ours
    Day day = 0;
    std::uint64_t successful = 0;
    std::uint64_t failed = 0;
    std::map<std::string, std::uint64_t> results; ///< failed sessions by result type
};

/** Who could not reach us, and why. */
struct WitnessCause
{
    std::string organization; ///< as its reports name it
    std::string domain;
    std::string resultType; ///< empty: the report counts failures that it does not explain
    std::string reason;
    std::string mxHost;
    std::uint64_t sessions = 0;
    std::uint64_t reports = 0;
    Day first = 0;
    Day last = 0;
};

/**
 * What a policy of ours meets, by the senders that check it: the failed sessions are those whose mail would not come
 * once the policy is enforced (RFC 8461, section 5; RFC 7672, section 2.2).
 */
struct WitnessVote
{
    std::string domain;
    std::string type; ///< "sts", "tlsa", "no-policy-found"
    std::string mode; ///< of the latest report that tells one
    std::uint64_t successful = 0;
    std::uint64_t failed = 0;
    std::uint64_t organizations = 0;
    Day last = 0;
};

/** What an organisation's reports say of its way to us. */
struct WitnessOfSender
{
    std::uint64_t reports = 0;
    std::uint64_t successful = 0;
    std::uint64_t failed = 0;
    std::map<std::string, std::uint64_t> results; ///< failed sessions by result type
};

/** By domain, then day; of the days of `period`. */
std::vector<WitnessDay> witnessDays(const Witnesses& witnesses, const Period& period = {});
/** Most sessions first. */
std::vector<WitnessCause> witnessCauses(const Witnesses& witnesses, const Period& period = {});
/** By domain and type. */
std::vector<WitnessVote> witnessVotes(const Witnesses& witnesses, const Period& period = {});

/** Of the reports of the organisation that a sender's domain belongs to (by its registrable domain). */
WitnessOfSender witnessOfSender(const Witnesses& witnesses, std::string_view domain, const Period& period = {});

/**
 * Google's rows for a domain or the nearest domain above it that has any: those of the world where there are such, else
 * of every region.
 */
std::vector<SaferEmail> saferEmailOf(const Witnesses& witnesses, std::string_view domain, Direction direction);

} // namespace waxseal
