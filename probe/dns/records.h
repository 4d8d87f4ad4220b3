// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/ipaddress.h"
#include "probe/result/facts.h"

#include <optional>
#include <string>
#include <string_view>

namespace waxseal {

/** An MX record's data. */
struct MxRecord
{
    std::uint16_t preference = 0;
    std::string host; ///< lower case, without the last dot; empty for the root: a null MX
    bool operator==(const MxRecord&) const = default;
};

/** The readers of record data (RFC 1035, 3.3; RFC 3596; RFC 6698). Nothing when the data is cut or malformed. */
std::optional<MxRecord> readMx(std::string_view data);
std::optional<IpAddress> readAddress(std::string_view data);
std::optional<TlsaRecord> readTlsa(std::string_view data);
/** The strings of a TXT record, joined (RFC 7208, 3.3; RFC 8461, 3.1). */
std::optional<std::string> readTxt(std::string_view data);

/** An uncompressed name as text; bytes that are no letters, digits, '-', '_' are written as \DDD. */
std::optional<std::string> readName(std::string_view data);

} // namespace waxseal
