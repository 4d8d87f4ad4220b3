// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

namespace waxseal {

/** What was left out of the three directions, and counted. */
struct Excluded
{
    std::uint64_t reinjected = 0;
    std::uint64_t authenticated = 0;
    std::uint64_t internal = 0;
    std::uint64_t rejected = 0;
    std::uint64_t forwarded = 0; ///< from ImportOptions::forwarders
    bool operator==(const Excluded&) const = default;
};

} // namespace waxseal
