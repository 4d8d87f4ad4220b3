// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/result/facts.h"

#include <algorithm>

namespace waxseal {

std::string TlsaRecord::text() const
{
    return std::to_string(usage) + ' ' + std::to_string(selector) + ' ' + std::to_string(matching) + ' ' + data;
}

bool TlsaRecord::isUsable() const
{
    if (isMalformed || (usage != 2 && usage != 3))
        return false;
    if (selector > 1)
        return false;
    switch (matching) {
    case 0:
        return !data.empty();
    case 1:
        return data.size() == 64;
    case 2:
        return data.size() == 128;
    default:
        return false;
    }
}

bool TlsaFacts::isUsable() const
{
    return isPresent() && std::any_of(records.begin(), records.end(), [](const TlsaRecord& r) { return r.isUsable(); });
}

Answer AddressFacts::requireTlsExtension() const
{
    if (extensionsOverTls.empty())
        return Answer::NotTested;
    return std::find(extensionsOverTls.begin(), extensionsOverTls.end(), "REQUIRETLS") != extensionsOverTls.end()
        ? Answer::Yes
        : Answer::No;
}

Answer AddressFacts::accepts(TlsVersion version) const
{
    switch (version) {
    case TlsVersion::Tls10:
        return versions[0];
    case TlsVersion::Tls11:
        return versions[1];
    case TlsVersion::Tls12:
        return versions[2];
    case TlsVersion::Tls13:
        return versions[3];
    default:
        return Answer::NotTested;
    }
}

} // namespace waxseal
