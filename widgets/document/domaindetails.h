// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/document/documentfacts.h"

#include <string>
#include <vector>

namespace waxseal {

/** What stands behind the figures of one domain. */
struct DomainDetails
{
    struct HostRow
    {
        HostId host = 0;
        std::uint64_t messages = 0;
        std::uint64_t overTls = 0;
        std::uint64_t unknown = 0;
        std::uint64_t lost = 0; ///< under the requirement looked at
        TlsVersion lastVersion = TlsVersion::Unknown; ///< of the last day with TLS
        bool everTls = false;
        Day lastDay = 0;
        EvidenceClass evidence = EvidenceClass::Unknown; ///< meant for hosts with loss
    };
    struct VersionRow
    {
        TlsState state = TlsState::Unknown;
        TlsVersion version = TlsVersion::Unknown;
        std::string cipher;
        std::uint64_t messages = 0;
        std::uint64_t lost = 0;
    };
    struct Place
    {
        waxseal::Evidence evidence;
        Fate fate = Fate::Accepted;
        Day day = 0;
        HostId host = 0;
    };
    std::vector<HostRow> hosts; ///< most loss first, then most messages
    std::vector<VersionRow> versions; ///< clear, unknown, then by version and messages
    std::vector<Place> places; ///< lost first, newest first; at most a thousand
    std::uint64_t lost = 0;
};

/** Collects them for a row of the simulation under `requirement`: as much work as the domain has rows in the fact
 * table. */
DomainDetails collectDetails(
    const Simulation& simulation, const DomainIndex& index, std::size_t row, const Requirement& requirement);

} // namespace waxseal
