// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/policy/simulation.h"
#include "model/workspace/workspace.h"
#include "probe/result/facts.h"

#include <array>
#include <string>
#include <unordered_map>

namespace waxseal {

/**
 * Live tests as evidence for the outbound simulation: what a log cannot know of dane, verify and secure. All levels are
 * judged when a result is added, so that asking costs one look-up.
 */
class ProbeEvidence : public LiveEvidence
{
public:
    /** Replaces what is known of the domain. */
    void add(const DomainFacts& facts);
    void add(const ProbeEvidence& later);

    /** Nothing for a domain that was not tested, for a level at which the test came to no answer, and for inbound
     * requirements. */
    std::optional<Fate> fate(std::string_view domain, const Requirement& requirement) const override;
    std::size_t size() const { return m_fates.size(); }

private:
    static constexpr std::size_t levels = 6;
    static constexpr std::size_t minimums = 3;
    using Fates = std::array<std::optional<Fate>, levels * minimums>;
    static std::optional<std::size_t> slot(const Requirement& requirement);

    std::unordered_map<std::string, Fates> m_fates;
};

/** A result as a workspace keeps it. */
Workspace::ProbeRecord probeRecord(const DomainFacts& facts);

} // namespace waxseal
