// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "probe/result/facts.h"

#include <string>
#include <string_view>
#include <vector>

namespace waxseal {

/** Reads the TXT records at _mta-sts.DOMAIN (RFC 8461, 3.1): record and id. */
MtaStsFacts readMtaStsRecords(const std::vector<std::string>& texts);

/** Reads a policy (RFC 8461, 3.2) into `facts`: Fetched, or BadPolicy with a reason. */
void readMtaStsPolicy(std::string_view body, MtaStsFacts& facts);

/** Reads the TXT records at _smtp._tls.DOMAIN (RFC 8460, 3). */
TlsRptFacts readTlsRptRecords(const std::vector<std::string>& texts);

} // namespace waxseal
