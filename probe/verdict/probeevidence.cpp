// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/verdict/probeevidence.h"

#include "probe/verdict/delivery.h"
#include "probe/verdict/resultjson.h"

namespace waxseal {

namespace {

constexpr std::array judgedLevels{SenderLevel::May, SenderLevel::Encrypt, SenderLevel::Dane, SenderLevel::DaneOnly,
    SenderLevel::Verify, SenderLevel::Secure};
constexpr std::array judgedMinimums{TlsVersion::Unknown, TlsVersion::Tls12, TlsVersion::Tls13};

std::optional<Fate> fateOf(const Verdict& verdict)
{
    switch (verdict.outcome) {
    case Delivery::Delivered:
        return Fate::Accepted;
    case Delivery::Deferred:
    case Delivery::Bounced:
        return Fate::Lost;
    case Delivery::NotTested:
        return {};
    }
    return {};
}

} // namespace

std::optional<std::size_t> ProbeEvidence::slot(const Requirement& requirement)
{
    const auto at = [&requirement](std::size_t level) -> std::optional<std::size_t> {
        for (std::size_t i = 0; i < judgedMinimums.size(); ++i) {
            if (judgedMinimums[i] == requirement.minimum)
                return level * minimums + i;
        }
        return {};
    };
    switch (requirement.level) {
    case Level::May:
        return at(0);
    case Level::Encrypt:
        return at(1);
    case Level::Dane:
        return at(2);
    case Level::DaneOnly:
        return at(3);
    case Level::Verify:
        return at(4);
    case Level::Secure:
        return at(5);
    case Level::None:
    case Level::TrustedCertificate:
        return {};
    }
    return {};
}

void ProbeEvidence::add(const DomainFacts& facts)
{
    Fates fates;
    for (std::size_t level = 0; level < judgedLevels.size(); ++level) {
        for (std::size_t minimum = 0; minimum < judgedMinimums.size(); ++minimum)
            fates[level * minimums + minimum]
                = fateOf(judgeDelivery(facts, judgedLevels[level], judgedMinimums[minimum]));
    }
    m_fates.insert_or_assign(facts.domain, fates);
}

void ProbeEvidence::add(const ProbeEvidence& later)
{
    for (const auto& [domain, fates] : later.m_fates)
        m_fates.insert_or_assign(domain, fates);
}

std::optional<Fate> ProbeEvidence::fate(std::string_view domain, const Requirement& requirement) const
{
    const std::optional<std::size_t> at = slot(requirement);
    if (!at)
        return {};
    const auto known = m_fates.find(std::string(domain));
    return known == m_fates.end() ? std::nullopt : known->second[*at];
}

Workspace::ProbeRecord probeRecord(const DomainFacts& facts)
{
    return {
        QString::fromStdString(facts.domain), QDateTime::fromSecsSinceEpoch(facts.time, Qt::UTC), domainToJson(facts)};
}

} // namespace waxseal
