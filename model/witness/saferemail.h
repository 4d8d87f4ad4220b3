// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/witness/witness.h"

#include <string_view>

namespace waxseal {

/** Whether this is the header line of the table of Google's "Safer email" transparency report. */
bool isSaferEmailHeader(std::string_view line);

/** What became of the rows of a file. */
struct SaferEmailRead
{
    std::uint64_t added = 0;
    std::uint64_t known = 0;
    std::uint64_t skipped = 0; ///< without a domain, a direction or a share
    bool isFull = false;
};

/**
 * Reads that table. Its header says which column is which, in any order, so that columns which came later or are gone
 * do no harm; needed are the address suffix, the direction and the fraction. Separated by commas, semicolons or tabs.
 */
SaferEmailRead readSaferEmail(std::string_view text, Witnesses& witnesses);

} // namespace waxseal
