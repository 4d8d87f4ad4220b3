// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/policy/judgement.h"

#include <array>

namespace waxseal {

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
    /** Mail that no scanner called spam: what headlines, budgets and forecasts speak of. */
    std::uint64_t wanted(Fate fate) const { return of(fate) - of(fate, SpamVerdict::Spam); }
    std::uint64_t wanted() const { return wanted(Fate::Accepted) + wanted(Fate::Lost) + wanted(Fate::Unknown); }
    double lostWantedShare() const; ///< of the wanted mail, 0 … 1; 0 for none
    /** Nothing is known of what would become of it, and there is some: its loss is no 0 %. */
    bool isWhollyUnknown() const { return wanted() > 0 && wanted(Fate::Unknown) == wanted(); }
    Outcome& operator+=(const Outcome& other);
    Outcome& operator-=(const Outcome& other);
    bool operator==(const Outcome&) const = default;
};

} // namespace waxseal
