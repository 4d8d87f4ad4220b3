// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/policy/outcome.h"

#include <cstdint>
#include <vector>

namespace waxseal {

/**
 * What the whole window says of every host of one direction: whether it, its network (/24 or /64) or its name's
 * organisation has ever done what a requirement asks. Of a host that has only ever spoken TLS 1.0, a floor of 1.2
 * loses mail for good: to it that is what a host without any TLS is to `encrypt`.
 */
class HostHistory
{
public:
    HostHistory(const FactTable& facts, Direction direction);

    /** The class of a message that this requirement would lose. `fellBack`: in clear, after a failed handshake. */
    EvidenceClass evidence(HostId host, bool fellBack, const Requirement& requirement) const;

    /** The classes under all requirements at once, for a cell of the simulation; unpack() reads one. */
    using Packed = std::uint16_t;
    Packed packed(HostId host, bool fellBack) const;
    /** Where in it the class under a requirement stands. */
    static unsigned shift(const Requirement& requirement) { return 2 * demand(requirement); }
    static EvidenceClass unpack(Packed packed, unsigned shift)
    {
        return static_cast<EvidenceClass>((packed >> shift) & 3U);
    }

private:
    static constexpr unsigned demands = 6; // any version, 1.2, 1.3; the same with a trusted certificate
    static unsigned demand(const Requirement& requirement);
    EvidenceClass evidence(HostId host, bool fellBack, unsigned demand) const;

    std::vector<std::uint64_t> m_messages; // by HostId, as the next two
    std::vector<std::uint8_t> m_met; // a bit a demand: by the host itself
    std::vector<std::uint8_t> m_near; // by its network or organisation
};

} // namespace waxseal
