// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/policy/judgement.h"

namespace waxseal {

std::string_view name(EvidenceClass evidence)
{
    switch (evidence) {
    case EvidenceClass::Never:
        return "never";
    case EvidenceClass::Mixed:
        return "mixed";
    case EvidenceClass::Failed:
        return "failed";
    case EvidenceClass::Unknown:
        return "unknown";
    }
    return {};
}

Fate judge(const TlsFact& fact, const Requirement& requirement, Direction direction)
{
    if (requirement.level == Level::None || requirement.level == Level::May)
        return Fate::Accepted;
    if (direction == Direction::Outbound && requirement.level == Level::Dane)
        return Fate::Unknown; // depends on TLSA records, which no log shows; without them dane is may
    if (fact.state == TlsState::Unknown)
        return Fate::Unknown;
    if (fact.state == TlsState::Plaintext)
        return Fate::Lost;

    Fate fate = Fate::Accepted;
    if (requirement.minimum != TlsVersion::Unknown) {
        if (fact.version == TlsVersion::Unknown)
            fate = Fate::Unknown;
        else if (fact.version < requirement.minimum)
            return Fate::Lost;
    }
    switch (requirement.level) {
    case Level::TrustedCertificate:
        if (fact.trust == Trust::Unknown)
            fate = Fate::Unknown;
        else if (fact.trust != Trust::Trusted && fact.trust != Trust::Verified)
            return Fate::Lost;
        break;
    case Level::DaneOnly:
        fate = Fate::Unknown;
        break;
    case Level::Verify:
    case Level::Secure:
        // At level may Postfix never compares names, and without a CA file even good chains are "Untrusted": only
        // Verified tells.
        if (fact.trust != Trust::Verified)
            fate = Fate::Unknown;
        break;
    case Level::None:
    case Level::May:
    case Level::Encrypt:
    case Level::Dane:
        break;
    }
    return fate;
}

Judgement::Judgement(
    std::shared_ptr<const FactTable> facts, Direction direction, std::shared_ptr<const LiveEvidence> live)
    : m_facts(std::move(facts))
    , m_direction(direction)
{
    setLive(std::move(live));
}

void Judgement::setLive(std::shared_ptr<const LiveEvidence> live)
{
    if (m_direction == Direction::Outbound)
        m_live = std::move(live);
}

Judgement::Rulings Judgement::of(std::string_view domain, const Requirement& requirement) const
{
    return {logged(requirement), m_live ? m_live->fate(domain, requirement) : std::nullopt};
}

const Fate* Judgement::logged(const Requirement& requirement) const
{
    for (const auto& [known, table] : m_logged) {
        if (known == requirement)
            return table.data();
    }
    std::vector<Fate> table(m_facts->tlsCount());
    for (std::size_t id = 0; id < table.size(); ++id)
        table[id] = judge(m_facts->tls(static_cast<TlsId>(id)), requirement, m_direction);
    return m_logged.emplace_back(requirement, std::move(table)).second.data();
}

} // namespace waxseal
