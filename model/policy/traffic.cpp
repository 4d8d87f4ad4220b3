// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/policy/traffic.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace waxseal {

DomainId policyKey(const FactTable& facts, std::size_t row)
{
    if (facts.direction(row) == Direction::Outbound && facts.nextHop(row) != 0)
        return facts.nextHop(row);
    return facts.domain(row);
}

void addRow(DomainTraffic& traffic, const FactTable& facts, std::size_t i)
{
    const TlsFact& tls = facts.tls(facts.tlsIdAt(i));
    const std::uint64_t n = facts.messages(i);
    traffic.messages += n;
    traffic.recipients += facts.recipients(i);
    traffic.bySpam[static_cast<std::size_t>(facts.spam(i))] += n;
    switch (tls.state) {
    case TlsState::Unknown:
        traffic.unknown += n;
        break;
    case TlsState::Plaintext:
        traffic.plaintext += n;
        if (facts.spam(i) == SpamVerdict::Spam)
            traffic.plaintextSpam += n;
        break;
    case TlsState::Tls:
        traffic.byVersion[static_cast<std::size_t>(tls.version)] += n;
        break;
    }
}

TrafficSummary summarise(const FactTable& facts, Direction direction)
{
    TrafficSummary summary;
    std::unordered_set<DomainId> domains;
    std::unordered_set<HostId> hosts;
    std::vector<std::uint64_t> byTls(facts.tlsCount());
    Day first = 0xffff;
    Day last = 0;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        if (facts.direction(i) != direction)
            continue;
        first = std::min(first, facts.day(i));
        last = std::max(last, facts.day(i));
    }
    if (first > last)
        return summary;
    summary.firstDay = first;
    summary.lastDay = last;
    summary.days.resize(std::size_t{last} - first + 1U);
    for (std::size_t i = 0; i < facts.size(); ++i) {
        if (facts.direction(i) != direction)
            continue;
        addRow(summary.total, facts, i);
        domains.insert(policyKey(facts, i));
        hosts.insert(facts.hostIdAt(i));
        byTls[facts.tlsIdAt(i)] += facts.messages(i);
        const TlsFact& tls = facts.tls(facts.tlsIdAt(i));
        TrafficSummary::DayTraffic& day = summary.days[std::size_t{facts.day(i)} - first];
        auto& spamRow = summary.spamByTls[static_cast<std::size_t>(facts.spam(i))];
        switch (tls.state) {
        case TlsState::Unknown:
            day.unknown += facts.messages(i);
            spamRow[2] += facts.messages(i);
            break;
        case TlsState::Plaintext:
            day.plaintext += facts.messages(i);
            spamRow[1] += facts.messages(i);
            break;
        case TlsState::Tls:
            day.tls += facts.messages(i);
            spamRow[0] += facts.messages(i);
            summary.byTrust[static_cast<std::size_t>(tls.trust)] += facts.messages(i);
            break;
        }
    }
    summary.domainCount = static_cast<std::uint32_t>(domains.size());
    summary.total.hosts = static_cast<std::uint32_t>(hosts.size());
    summary.total.activeDays = static_cast<std::uint32_t>(std::count_if(summary.days.begin(), summary.days.end(),
        [](const auto& day) { return day.plaintext + day.unknown + day.tls > 0; }));

    std::unordered_map<std::string, std::uint64_t> byCipher;
    for (std::size_t id = 0; id < byTls.size(); ++id) {
        const TlsFact& tls = facts.tls(static_cast<TlsId>(id));
        if (byTls[id] > 0 && !tls.cipher.empty())
            byCipher[tls.cipher] += byTls[id];
    }
    for (const auto& [cipher, messages] : byCipher)
        summary.ciphers.push_back({cipher, messages});
    std::sort(summary.ciphers.begin(), summary.ciphers.end(), [](const auto& a, const auto& b) {
        return a.messages != b.messages ? a.messages > b.messages : a.name < b.name;
    });
    return summary;
}

} // namespace waxseal
