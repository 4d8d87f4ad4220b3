// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/policy/policy.h"

#include <array>
#include <map>
#include <string>

namespace waxseal {

/** Requirements that somebody chose by hand, one a scope; `none` is a choice as well. Presets leave them as they are.
 */
using Pins = std::map<Scope, Requirement>;

/** What was decided and noted by hand, beside the policy itself. */
struct Choices
{
    std::array<Pins, 3> pins; ///< index: Direction
    std::map<std::string, std::string> notes; ///< by domain key, UTF-8, never empty
    bool operator==(const Choices&) const = default;

    Pins& of(Direction direction) { return pins[static_cast<std::size_t>(direction)]; }
    const Pins& of(Direction direction) const { return pins[static_cast<std::size_t>(direction)]; }
};

/** The longest note that is kept, in bytes. */
inline constexpr std::size_t longestNote = 4000;

} // namespace waxseal
