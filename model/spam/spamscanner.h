// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/ledger/ledgerwords.h"

#include <optional>
#include <string_view>

namespace waxseal {

/** A scanner: the program it logs as, and how its lines read. Registered in spamscanners(). */
struct SpamScanner
{
    std::string_view program;
    std::optional<SpamReport> (*parse)(std::string_view text);
};

/** The scanner that logs under this tag; null when none does. To add one, write its parse function and list it there.
 */
const SpamScanner* spamScanner(std::string_view program);

/** amavisd-new and amavis 2.x: "(id) Passed CLEAN {RelayedInbound}, [ip]:port … , Queue-ID: …, queued_as: …". */
std::optional<SpamReport> parseAmavis(std::string_view text);

} // namespace waxseal
