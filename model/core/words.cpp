// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/core/words.h"

namespace waxseal {

std::string_view name(Direction direction)
{
    switch (direction) {
    case Direction::Inbound:
        return "inbound";
    case Direction::Outbound:
        return "outbound";
    case Direction::Submission:
        return "submission";
    }
    return {};
}

std::string_view name(SpamVerdict verdict)
{
    switch (verdict) {
    case SpamVerdict::Unlabelled:
        return {};
    case SpamVerdict::Legitimate:
        return "legitimate";
    case SpamVerdict::Spam:
        return "spam";
    }
    return {};
}

std::string_view name(TlsVersion version)
{
    switch (version) {
    case TlsVersion::Unknown:
        return {};
    case TlsVersion::Other:
        return "other";
    case TlsVersion::Tls10:
        return "1.0";
    case TlsVersion::Tls11:
        return "1.1";
    case TlsVersion::Tls12:
        return "1.2";
    case TlsVersion::Tls13:
        return "1.3";
    }
    return {};
}

std::string_view name(Trust trust)
{
    switch (trust) {
    case Trust::Unknown:
        return {};
    case Trust::Anonymous:
        return "Anonymous";
    case Trust::Untrusted:
        return "Untrusted";
    case Trust::Trusted:
        return "Trusted";
    case Trust::Verified:
        return "Verified";
    }
    return {};
}

TlsVersion parseTlsVersion(std::string_view text)
{
    if (text.starts_with("TLSv"))
        text.remove_prefix(4);
    else if (text.starts_with("TLS"))
        text.remove_prefix(3);
    else
        return text.starts_with("SSL") ? TlsVersion::Other : TlsVersion::Unknown;
    if (text == "1.3" || text == "1_3")
        return TlsVersion::Tls13;
    if (text == "1.2" || text == "1_2")
        return TlsVersion::Tls12;
    if (text == "1.1" || text == "1_1")
        return TlsVersion::Tls11;
    if (text == "1" || text == "1.0" || text == "1_0")
        return TlsVersion::Tls10;
    return text == name(TlsVersion::Other) ? TlsVersion::Other : TlsVersion::Unknown;
}

Trust parseTrust(std::string_view text)
{
    for (const Trust trust : {Trust::Anonymous, Trust::Untrusted, Trust::Trusted, Trust::Verified}) {
        if (text == name(trust))
            return trust;
    }
    return Trust::Unknown;
}

} // namespace waxseal
