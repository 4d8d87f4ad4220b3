// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/forecast/forecast.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace waxseal {

/** One active day of a domain. */
struct DayCounts
{
    std::uint32_t day = 0; ///< from the beginning of the window
    std::uint32_t messages = 0;
    std::uint32_t lost = 0;
};

/** A domain's active days; on the other days of the window it sent nothing. */
using DomainDays = std::vector<DayCounts>;

/**
 * The interval of the loss share in a next period that is `horizon` times as long as the window of `days` days. Nothing
 * below 14 days or 5 domains with loss.
 */
std::optional<LossInterval> bootstrapLoss(const std::vector<DomainDays>& domains, std::size_t days, double horizon);

} // namespace waxseal
