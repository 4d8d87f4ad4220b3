// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/policy/hosthistory.h"

#include "model/core/domainname.h"

#include <array>
#include <string>
#include <unordered_map>

namespace waxseal {

HostHistory::HostHistory(const FactTable& facts, Direction direction)
    : m_messages(facts.hostCount())
    , m_met(facts.hostCount())
    , m_near(facts.hostCount())
{
    constexpr std::array<TlsVersion, 3> floors{TlsVersion::Unknown, TlsVersion::Tls12, TlsVersion::Tls13};
    std::vector<std::uint8_t> shown(facts.tlsCount());
    for (std::size_t id = 0; id < shown.size(); ++id) {
        const TlsFact& fact = facts.tls(static_cast<TlsId>(id));
        if (fact.state != TlsState::Tls)
            continue;
        for (const TlsVersion floor : floors) {
            for (const Level level : {Level::Encrypt, Level::TrustedCertificate}) {
                const Requirement requirement{level, floor};
                if (judge(fact, requirement, Direction::Inbound) != Fate::Lost)
                    shown[id] = static_cast<std::uint8_t>(shown[id] | (1U << demand(requirement)));
            }
        }
    }
    for (std::size_t i = 0; i < facts.size(); ++i) {
        if (facts.direction(i) != direction)
            continue;
        const HostId host = facts.hostIdAt(i);
        m_messages[host] += facts.messages(i);
        m_met[host] |= shown[facts.tlsIdAt(i)];
    }

    // Host 0 is every client whose address the log does not tell: no one's neighbour.
    std::unordered_map<std::string, std::uint8_t> networks;
    std::unordered_map<std::string, std::uint8_t> organisations;
    std::vector<std::string> organisationOf(facts.hostCount());
    for (HostId id = 1; id < facts.hostCount(); ++id) {
        if (m_messages[id] == 0)
            continue;
        const Host& host = facts.host(id);
        if (!host.name.empty())
            organisationOf[id] = organisationalDomain(host.name);
        if (m_met[id] == 0)
            continue;
        networks[host.address.network().text()] |= m_met[id];
        if (!organisationOf[id].empty())
            organisations[organisationOf[id]] |= m_met[id];
    }
    for (HostId id = 1; id < facts.hostCount(); ++id) {
        if (m_messages[id] == 0)
            continue;
        if (const auto network = networks.find(facts.host(id).address.network().text()); network != networks.end())
            m_near[id] |= network->second;
        if (const auto organisation = organisations.find(organisationOf[id]); organisation != organisations.end())
            m_near[id] |= organisation->second;
    }
}

unsigned HostHistory::demand(const Requirement& requirement)
{
    const unsigned floor
        = requirement.minimum == TlsVersion::Unknown ? 0U : (requirement.minimum < TlsVersion::Tls13 ? 1U : 2U);
    return requirement.level == Level::TrustedCertificate ? 3U + floor : floor;
}

EvidenceClass HostHistory::evidence(HostId host, bool fellBack, unsigned demand) const
{
    if (fellBack)
        return EvidenceClass::Failed;
    if (host == 0)
        return EvidenceClass::Unknown;
    const auto has = [&](std::uint8_t mask) { return ((mask >> demand) & 1U) != 0; };
    if (has(m_met[host]))
        return EvidenceClass::Mixed;
    constexpr std::uint64_t telling = 3;
    if (m_messages[host] < telling)
        return EvidenceClass::Unknown;
    // A neighbour that can: a retry may come through it.
    return has(m_near[host]) ? EvidenceClass::Mixed : EvidenceClass::Never;
}

EvidenceClass HostHistory::evidence(HostId host, bool fellBack, const Requirement& requirement) const
{
    return evidence(host, fellBack, demand(requirement));
}

HostHistory::Packed HostHistory::packed(HostId host, bool fellBack) const
{
    unsigned all = 0;
    for (unsigned each = 0; each < demands; ++each)
        all |= static_cast<unsigned>(evidence(host, fellBack, each)) << (2 * each);
    return static_cast<Packed>(all);
}

} // namespace waxseal
