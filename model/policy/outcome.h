// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/facts/facttable.h"
#include "model/policy/policy.h"

#include <array>

namespace waxseal {

/** Why a lost message would be lost for good or not (DESIGN: evidence class). */
enum class EvidenceClass : std::uint8_t
{
    Never,
    Mixed,
    Failed,
    Unknown
};
std::string_view name(EvidenceClass evidence); ///< "never", "mixed", "failed", "unknown"

/** What becomes of a message under a policy. */
enum class Fate : std::uint8_t
{
    Accepted,
    Lost,
    Unknown
};

/** Messages by fate and by spam verdict: `counts[fate][verdict]`. */
struct Outcome
{
    std::array<std::array<std::uint64_t, 3>, 3> counts{};
    std::array<std::uint64_t, 4> lostByEvidence{};
    std::uint64_t byTest = 0; ///< of all these, judged by a live test where the log cannot know

    std::uint64_t total() const;
    std::uint64_t of(Fate fate) const;
    std::uint64_t of(Fate fate, SpamVerdict verdict) const
    {
        return counts[static_cast<std::size_t>(fate)][static_cast<std::size_t>(verdict)];
    }
    std::uint64_t accepted() const { return of(Fate::Accepted); }
    std::uint64_t lost() const { return of(Fate::Lost); }
    std::uint64_t unknown() const { return of(Fate::Unknown); }
    /** Lost mail that is not labelled spam: legitimate and unlabelled, what the budget is about. */
    std::uint64_t lostWanted() const { return lost() - of(Fate::Lost, SpamVerdict::Spam); }
    double lostShare() const; ///< 0 … 1; 0 for no mail
    Outcome& operator+=(const Outcome& other);
    Outcome& operator-=(const Outcome& other);
    bool operator==(const Outcome&) const = default;
};

/** What becomes of a message with this TLS fact under a requirement. The one formula; everything else is sums over it.
 */
Fate judge(const TlsFact& fact, const Requirement& requirement, Direction direction);

} // namespace waxseal
