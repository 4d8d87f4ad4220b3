// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "probe/result/facts.h"

#include <QString>

#include <vector>

namespace waxseal {

/** One difference between two tests of a domain. */
struct ProbeChange
{
    enum class Kind : std::uint8_t
    {
        Delivery, ///< subject: the level; before and after: outcomes
        HostAppeared,
        HostGone,
        AddressAppeared, ///< subject: host and address
        AddressGone,
        Reach,
        StartTls,
        TlsVersion,
        Certificate, ///< before and after: valid until
        FindingAppeared, ///< after: the finding's word
        FindingGone, ///< before: the finding's word
        TlsaRecords, ///< subject: the host
        MtaSts,
        TlsRpt,
        Dnssec,
    };
    Kind kind = Kind::Delivery;
    std::string subject;
    std::string before;
    std::string after;
    std::string detail; ///< of a finding
    bool operator==(const ProbeChange&) const = default;
};

/** What is different now: deliveries first, then host by host. Empty when nothing is. */
std::vector<ProbeChange> compareProbes(const DomainFacts& before, const DomainFacts& now);

/** One sentence, translated. */
QString changeText(const ProbeChange& change);

} // namespace waxseal
