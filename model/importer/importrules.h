// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/importer/importer.h"

#include <vector>

namespace waxseal {

/** An option of the import that decides what a row of the facts means. An import keeps them in its state. */
enum class ImportRule : std::uint8_t
{
    Internal, ///< ImportOptions::internal
    Forwarders, ///< ImportOptions::forwarders
    LocalDomains, ///< ImportOptions::localDomains
    RelayHost, ///< relayhost in ImportOptions::routing
    Transports, ///< the rows in ImportOptions::routing
    TimeZone ///< ImportOptions::zone
};

/**
 * Lets an import go on by the rules of the one before, but for those that were `given` for it. Returns the given ones
 * that say something else than before: what is counted from now on then means something else than what has been
 * counted, which the user should be told.
 */
std::vector<ImportRule> continueFrom(
    ImportOptions& options, const ImportState& previous, const std::vector<ImportRule>& given);

} // namespace waxseal
