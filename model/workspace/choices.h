// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/policy/policy.h"

#include <array>
#include <map>
#include <memory>
#include <set>
#include <string>

namespace waxseal {

/** Requirements that somebody chose by hand, one a scope; `none` is a choice as well. Presets leave them as they are.
 */
using Pins = std::map<Scope, Requirement>;

/** A policy that is kept beside the one in force, to be compared with it. One of the two is A, the other is B. */
struct KeptPolicy
{
    DirectionPolicy policy;
    Pins pins;
    bool isA = true; ///< then the one in force is B
    bool operator==(const KeptPolicy&) const = default;
};

/** What was decided and noted by hand, beside the policy itself. */
struct Choices
{
    std::array<Pins, 3> pins; ///< index: Direction
    std::map<std::string, std::string> notes; ///< by domain key, UTF-8, never empty
    std::set<std::string> muted; ///< domain keys: warnings and advice do not name them
    std::array<std::shared_ptr<const KeptPolicy>, 3> kept; ///< index: Direction; null: none
    bool operator==(const Choices& other) const
    {
        for (std::size_t i = 0; i < kept.size(); ++i) {
            const bool both = kept[i] && other.kept[i];
            if (both ? *kept[i] != *other.kept[i] : kept[i] != other.kept[i])
                return false;
        }
        return pins == other.pins && notes == other.notes && muted == other.muted;
    }

    const std::shared_ptr<const KeptPolicy>& keptOf(Direction direction) const
    {
        return kept[static_cast<std::size_t>(direction)];
    }
    Pins& of(Direction direction) { return pins[static_cast<std::size_t>(direction)]; }
    const Pins& of(Direction direction) const { return pins[static_cast<std::size_t>(direction)]; }
};

/** The longest note that is kept, in bytes. */
inline constexpr std::size_t longestNote = 4000;

} // namespace waxseal
