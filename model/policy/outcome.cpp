// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/policy/outcome.h"

#include <numeric>

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

std::uint64_t Outcome::of(Fate fate) const
{
    const auto& bySpam = counts[static_cast<std::size_t>(fate)];
    return std::accumulate(bySpam.begin(), bySpam.end(), std::uint64_t{0});
}

std::uint64_t Outcome::total() const
{
    return accepted() + lost() + unknown();
}

double Outcome::lostShare() const
{
    const std::uint64_t all = total();
    return all == 0 ? 0.0 : static_cast<double>(lost()) / static_cast<double>(all);
}

Outcome& Outcome::operator+=(const Outcome& other)
{
    for (std::size_t fate = 0; fate < counts.size(); ++fate) {
        for (std::size_t spam = 0; spam < counts[fate].size(); ++spam)
            counts[fate][spam] += other.counts[fate][spam];
    }
    for (std::size_t i = 0; i < lostByEvidence.size(); ++i)
        lostByEvidence[i] += other.lostByEvidence[i];
    byTest += other.byTest;
    return *this;
}

Outcome& Outcome::operator-=(const Outcome& other)
{
    for (std::size_t fate = 0; fate < counts.size(); ++fate) {
        for (std::size_t spam = 0; spam < counts[fate].size(); ++spam)
            counts[fate][spam] -= other.counts[fate][spam];
    }
    for (std::size_t i = 0; i < lostByEvidence.size(); ++i)
        lostByEvidence[i] -= other.lostByEvidence[i];
    byTest -= other.byTest;
    return *this;
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

} // namespace waxseal
