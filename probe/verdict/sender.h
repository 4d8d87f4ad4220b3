// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "probe/result/facts.h"

#include <array>
#include <optional>
#include <string_view>

namespace waxseal {

inline constexpr std::array allSenders{
    Sender::Postfix37, Sender::Postfix310, Sender::PostfixTls12, Sender::Exim, Sender::ExchangeOnline};
std::string_view name(Sender sender); ///< "postfix-3.7", "postfix-3.10", "postfix-tls12", "exim", "exchange-online"
std::optional<Sender> senderNamed(std::string_view word);

/** In what senders differ. */
struct SenderRules
{
    TlsVersion minimum = TlsVersion::Unknown; ///< lowest version that is offered
    bool anyDotIsNull = true; ///< "." among other MX records is a null MX; else only alone (RFC 7505, 3)
    bool takesAddressAsMx = true; ///< "MX 10 192.0.2.1."
    bool policyNamesHost = false; ///< MTA-STS: the host must match the policy, the certificate the host (RFC 8461, 4.1)
    bool knowsMtaSts = true;
    bool bouncesLoops = true; ///< else the mail is kept
    int addressLimit = 5; ///< addresses tried in one attempt
};
const SenderRules& rulesOf(Sender sender);

} // namespace waxseal
