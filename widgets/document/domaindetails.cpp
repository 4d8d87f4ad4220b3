// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/document/domaindetails.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

namespace waxseal {

DomainDetails collectDetails(
    const Simulation& simulation, const DomainIndex& index, std::size_t row, const Requirement& requirement)
{
    constexpr std::size_t mostPlaces = 1000;
    const FactTable& facts = simulation.facts();
    DomainDetails out;
    std::unordered_map<HostId, std::size_t> hostRow;
    std::unordered_map<HostId, bool> lostAfterFallback;
    std::map<TlsId, DomainDetails::VersionRow> byTls;
    const Judgement::Rulings rulings = simulation.judgement().of(simulation.traffic(row).key, requirement);

    for (const std::uint32_t i : index.factRows(row)) {
        const HostId id = facts.hostIdAt(i);
        const TlsId tlsId = facts.tlsIdAt(i);
        const TlsFact& tls = facts.tls(tlsId);
        const std::uint64_t messages = facts.messages(i);
        const bool lost = rulings.fate(tlsId) == Fate::Lost;

        const auto [at, isNew] = hostRow.try_emplace(id, out.hosts.size());
        if (isNew)
            out.hosts.emplace_back().host = id;
        DomainDetails::HostRow& host = out.hosts[at->second];
        host.messages += messages;
        host.overTls += tls.state == TlsState::Tls ? messages : 0;
        host.unknown += tls.state == TlsState::Unknown ? messages : 0;
        host.lost += lost ? messages : 0;
        if (lost)
            lostAfterFallback[id] |= facts.fellBack(i);
        if (tls.state == TlsState::Tls && (!host.everTls || facts.day(i) >= host.lastDay)) {
            host.everTls = true;
            host.lastDay = facts.day(i);
            host.lastVersion = tls.version;
        }

        DomainDetails::VersionRow& version = byTls[tlsId];
        version.state = tls.state;
        version.version = tls.version;
        version.cipher = tls.cipher;
        version.messages += messages;
        version.lost += lost ? messages : 0;
        out.lost += lost ? messages : 0;

        for (int place = 0; place < 2; ++place) {
            if (const Evidence evidence = facts.evidence(i, place); !evidence.isNull())
                out.places.push_back({evidence, rulings.fate(tlsId), facts.day(i), id});
        }
    }
    for (DomainDetails::HostRow& host : out.hosts)
        host.evidence = simulation.hosts().evidence(host.host, lostAfterFallback[host.host], requirement);
    std::sort(out.hosts.begin(), out.hosts.end(), [](const auto& a, const auto& b) {
        return std::tie(b.lost, b.messages, a.host) < std::tie(a.lost, a.messages, b.host);
    });

    // Trust differs between rows that read the same here: one line for each state, version and cipher.
    for (auto& entry : byTls) {
        DomainDetails::VersionRow& version = entry.second; // clang 14 captures no structured binding
        const auto same = std::find_if(out.versions.begin(), out.versions.end(), [&](const auto& known) {
            return known.state == version.state && known.version == version.version && known.cipher == version.cipher;
        });
        if (same == out.versions.end()) {
            out.versions.push_back(std::move(version));
        } else {
            same->messages += version.messages;
            same->lost += version.lost;
        }
    }
    const auto rank = [](const DomainDetails::VersionRow& version) {
        return version.state == TlsState::Plaintext ? 0 : version.state == TlsState::Unknown ? 1 : 2;
    };
    std::sort(out.versions.begin(), out.versions.end(), [&](const auto& a, const auto& b) {
        const int left = rank(a);
        const int right = rank(b);
        return std::tie(left, a.version, b.messages, a.cipher) < std::tie(right, b.version, a.messages, b.cipher);
    });

    const auto before = [](const DomainDetails::Place& a, const DomainDetails::Place& b) {
        const bool aLost = a.fate == Fate::Lost;
        const bool bLost = b.fate == Fate::Lost;
        return std::tie(bLost, b.day, b.evidence.packed) < std::tie(aLost, a.day, a.evidence.packed);
    };
    const std::size_t kept = std::min(mostPlaces, out.places.size());
    std::partial_sort(
        out.places.begin(), out.places.begin() + static_cast<std::ptrdiff_t>(kept), out.places.end(), before);
    out.places.resize(kept);
    return out;
}

} // namespace waxseal
