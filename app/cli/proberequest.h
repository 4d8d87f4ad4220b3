// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/options.h"
#include "model/core/domainname.h"
#include "probe/batch/settings.h"
#include "probe/verdict/delivery.h"

#include <optional>
#include <vector>

namespace waxseal::cli {

/** What was asked for: the settings and the domains. */
struct ProbeRequest
{
    ProbeSettings settings;
    std::vector<DomainName> domains;
    std::optional<SenderLevel> required;
};

/** Reads the options of `probe`, and says what is wrong with them: then the exit code to end with. */
std::optional<int> readProbeRequest(const Options& options, ProbeRequest& request);

} // namespace waxseal::cli
