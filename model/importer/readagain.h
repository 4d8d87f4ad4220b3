// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/importer/logsource.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace waxseal {

// Logs that are older than those that were read before. Sessions and messages that go on from an older log into a
// newer one can only be joined by reading both in their order.

/** Whether a file that was not read before begins before the end of what was read of its hosts. */
bool isOlder(const LogSource& source, const ImportState& state);

/** Whether something of a host that the source names has been read before. */
bool isOfKnownHost(const LogSource& source, const ImportState& state);

/** Writes down which time of which hosts a source that has been read to its end covers. */
void noteTimes(const LogSource& source, ImportState& state);

/**
 * All files of `state`, opened to be read again from their beginnings, where `sources` and the pieces say that they
 * lie now. Nothing when one of them is gone or changed, or when something was read that is no file.
 */
std::optional<std::vector<LogSource>> openAgain(const ImportState& state, const std::vector<LogSource>& sources,
    const ImportOptions& options, const std::stop_token& stop);

} // namespace waxseal
