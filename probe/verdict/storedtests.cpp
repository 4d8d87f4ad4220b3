// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/verdict/storedtests.h"

#include "probe/verdict/delivery.h"
#include "probe/verdict/resultjson.h"

#include <optional>
#include <unordered_map>
#include <utility>

namespace waxseal {

using namespace Qt::StringLiterals;

QString strictestDelivered(const DomainFacts& facts)
{
    // At level dane a domain without TLSA records is delivered as at may: that is no strictness.
    static const std::array<std::pair<SenderLevel, QString>, 4> strict{{{SenderLevel::DaneOnly, u"dane-only"_s},
        {SenderLevel::Secure, u"secure"_s}, {SenderLevel::Verify, u"verify"_s}, {SenderLevel::Encrypt, u"encrypt"_s}}};
    const auto matrix = deliveryMatrix(facts);
    for (const auto& [level, word] : strict) {
        if (matrix[static_cast<std::size_t>(level)].outcome == Delivery::Delivered)
            return word;
    }
    switch (matrix[static_cast<std::size_t>(SenderLevel::May)].outcome) {
    case Delivery::Delivered:
        return u"none"_s;
    case Delivery::Deferred:
    case Delivery::Bounced:
        return u"undelivered"_s;
    case Delivery::NotTested:
        break;
    }
    return {};
}

StoredTests readTests(const std::vector<Workspace::ProbeRecord>& records)
{
    std::unordered_map<std::string, std::size_t> latest;
    for (std::size_t i = 0; i < records.size(); ++i) {
        const auto [known, isNew] = latest.try_emplace(records[i].domain.toStdString(), i);
        if (!isNew && records[known->second].time <= records[i].time)
            known->second = i;
    }
    StoredTests out;
    out.verdicts.reserve(records.size());
    auto evidence = std::make_shared<ProbeEvidence>();
    for (std::size_t i = 0; i < records.size(); ++i) {
        const std::string domain = records[i].domain.toStdString();
        const Result<DomainFacts> facts = domainFromJson(records[i].json);
        const bool isSound = facts.hasValue() && facts->domain == domain;
        out.verdicts.push_back(isSound ? strictestDelivered(*facts) : QString());
        if (isSound && latest[domain] == i)
            evidence->add(*facts);
    }
    out.evidence = std::move(evidence);
    return out;
}

Grounds groundsOf(
    std::shared_ptr<const FactTable> facts, const std::vector<Workspace::ProbeRecord>& records, bool testsVote)
{
    if (!testsVote || records.empty())
        return {std::move(facts), {}};
    return {std::move(facts), readTests(records).evidence};
}

} // namespace waxseal
