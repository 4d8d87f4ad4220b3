// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/verdict/sender.h"

namespace waxseal {

namespace {

struct SenderEntry
{
    Sender sender;
    std::string_view word;
    SenderRules rules;
};

constexpr SenderRules postfix{};
constexpr std::array entries{
    SenderEntry{Sender::Postfix37, "postfix-3.7", postfix},
    // postconf(5), smtp_tls_enforce_sts_mx_patterns.
    SenderEntry{Sender::Postfix310, "postfix-3.10", {TlsVersion::Unknown, true, true, true, true, true, 5}},
    SenderEntry{Sender::PostfixTls12, "postfix-tls12", {TlsVersion::Tls12, true, true, false, true, true, 5}},
    // Exim's specification: allow_mx_to_ip, hosts_max_try, the generic router option self ("freeze"); no MTA-STS.
    SenderEntry{Sender::Exim, "exim", {TlsVersion::Unknown, false, false, false, false, false, 5}},
    // Microsoft's pages on TLS, SMTP DANE and MTA-STS in Exchange Online: TLS 1.2 at least, policies matched by MX
    // host.
    SenderEntry{Sender::ExchangeOnline, "exchange-online", {TlsVersion::Tls12, false, true, true, true, true, 5}},
};
static_assert(entries.size() == allSenders.size());

} // namespace

std::string_view name(Sender sender)
{
    return entries[static_cast<std::size_t>(sender)].word;
}

std::optional<Sender> senderNamed(std::string_view word)
{
    for (const SenderEntry& entry : entries) {
        if (entry.word == word)
            return entry.sender;
    }
    return {};
}

const SenderRules& rulesOf(Sender sender)
{
    return entries[static_cast<std::size_t>(sender)].rules;
}

} // namespace waxseal
