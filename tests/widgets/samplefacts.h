// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/importer/importer.h"

#include <memory>
#include <string>

namespace waxseal::sample {

inline TlsFact tls(TlsVersion version, Trust trust = Trust::Anonymous)
{
    return {TlsState::Tls, version, trust, "TLS_AES_256_GCM_SHA384"};
}

inline TlsFact plaintext()
{
    return {TlsState::Plaintext, {}, {}, {}};
}

/** Adds messages to a table, spread over days of one period. */
class Filler
{
public:
    explicit Filler(FactTable& facts)
        : m_facts(facts)
    {
    }

    Direction direction = Direction::Inbound;
    Day firstDay = 20'758; // 2026-11-01
    Day days = 30;

    void add(const std::string& domain, std::uint32_t messages, const TlsFact& fact, const char* host,
        SpamVerdict spam = SpamVerdict::Unlabelled)
    {
        const HostId hostId = m_facts.hostId(*IpAddress::parse(host), {});
        for (std::uint32_t i = 0; i < messages; ++i) {
            FactKey key;
            key.day = static_cast<Day>(firstDay + i % days);
            key.direction = direction;
            key.spam = spam;
            key.tls = m_facts.tlsId(fact);
            key.domain = m_facts.domains.id(domain);
            key.host = hostId;
            m_facts.add(key, 1, 1);
        }
    }

private:
    FactTable& m_facts;
};

/**
 * Inbound, 310 messages: bank.example 98 + 2 in clear; partner.example 60; fax.example 40 in clear; spam.example 2 + 48
 * in clear, spam; news.bank.example 10; the null sender 15 + 5 in clear; old.example 30 over TLS 1.0. Outbound, 30:
 * isp.example 20 + 10 in clear.
 */
inline FactTable table()
{
    FactTable facts;
    Filler inbound(facts);
    inbound.add("bank.example", 98, tls(TlsVersion::Tls12), "192.0.2.10");
    inbound.add("bank.example", 2, plaintext(), "192.0.2.10");
    inbound.add("partner.example", 60, tls(TlsVersion::Tls13, Trust::Trusted), "192.0.2.20");
    inbound.add("fax.example", 40, plaintext(), "198.51.100.7");
    inbound.add("spam.example", 2, tls(TlsVersion::Tls12), "203.0.113.5", SpamVerdict::Spam);
    inbound.add("spam.example", 48, plaintext(), "203.0.113.99", SpamVerdict::Spam);
    inbound.add("news.bank.example", 10, tls(TlsVersion::Tls13), "192.0.2.30");
    inbound.add("<>", 15, tls(TlsVersion::Tls13), "192.0.2.40");
    inbound.add("<>", 5, plaintext(), "192.0.2.41");
    inbound.add("old.example", 30, tls(TlsVersion::Tls10), "192.0.2.50");
    Filler outbound(facts);
    outbound.direction = Direction::Outbound;
    outbound.add("isp.example", 20, tls(TlsVersion::Tls13, Trust::Verified), "192.0.2.60");
    outbound.add("isp.example", 10, plaintext(), "192.0.2.61");
    return facts;
}

inline ImportResult import()
{
    ImportResult result;
    result.state.settled = table();
    result.facts = std::make_shared<const FactTable>(result.state.settled);
    result.state.timeZone = "UTC";
    constexpr qint64 secondsADay = 86'400;
    result.state.firstTime = 20'758 * secondsADay * 1'000'000;
    result.state.lastTime = (20'758 + 29) * secondsADay * 1'000'000;
    return result;
}

} // namespace waxseal::sample
