// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/importer/importer.h"
#include "model/policy/simulation.h"
#include "model/workspace/workspace.h"
#include "probe/verdict/storedtests.h"
#include "widgets/document/testindex.h"

#include <QHash>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace waxseal {

/**
 * What a table of domains needs beside the simulation, found once: the rows of the fact table that make up a domain,
 * its place in the alphabet, and what requiring encryption of it would cost.
 */
class DomainIndex
{
public:
    struct Price
    {
        std::uint32_t lost = 0;
        std::uint32_t lostSpam = 0;
        std::optional<EvidenceClass> evidence; ///< of most of what would be lost
    };

    DomainIndex() = default;
    explicit DomainIndex(const Simulation& simulation);

    /** Finds the prices of these rows anew: their live tests have changed. No rows: of all. */
    void reprice(const Simulation& simulation, const std::vector<std::size_t>& rows = {});

    /** Rows of the fact table that make up this row of the simulation. */
    std::span<const std::uint32_t> factRows(std::size_t row) const;
    /** Place of this row among all domains by name, 0 first: comparing numbers is what keeps sorting fast. */
    std::uint32_t alphabetical(std::size_t row) const { return m_alphabetical[row]; }
    const Price& price(std::size_t row) const { return m_prices[row]; }
    /** Which organisation a row belongs to (registrable domain by the Public Suffix List), and what it is called. */
    std::uint32_t organisation(std::size_t row) const { return m_organisationOf[row]; }
    const std::string& organisationName(std::uint32_t organisation) const { return m_organisations[organisation]; }
    std::size_t organisationCount() const { return m_organisations.size(); }
    /** All rows by name: what is put into a policy in this order finds its place at once. */
    std::span<const std::uint32_t> byName() const { return m_byName; }

private:
    std::vector<std::uint32_t> m_begin;
    std::vector<std::uint32_t> m_rows;
    std::vector<std::uint32_t> m_byName;
    std::vector<std::uint32_t> m_alphabetical;
    std::vector<Price> m_prices;
    std::vector<std::uint32_t> m_organisationOf; ///< by row
    std::vector<std::string> m_organisations;
};

/** The evidence class of most of what is lost; nothing when nothing is. */
std::optional<EvidenceClass> mostOfLoss(const Outcome& outcome);

/**
 * Everything a document shows that is derived from its facts. Made off the GUI thread by prepareDocument(), then handed
 * over whole.
 */
struct DocumentFacts
{
    std::shared_ptr<const ImportResult> import = std::make_shared<const ImportResult>();
    std::vector<Workspace::ProbeRecord> probes;
    TestIndex tests; ///< of the probes
    std::shared_ptr<const ProbeEvidence> evidence
        = std::make_shared<const ProbeEvidence>(); ///< of the probes, for outbound mail
    bool testsVote = true; ///< as the workspace says
    std::shared_ptr<const LiveEvidence> live; ///< what the simulations were made with
    std::array<std::unique_ptr<Simulation>, 3> simulations; ///< index: Direction
    std::array<DomainIndex, 3> indexes;
    std::array<TrafficSummary, 3> traffic;
    Choices choices; ///< made by hand
    std::shared_ptr<const Witnesses> witnesses = std::make_shared<const Witnesses>(); ///< what others saw
    PeriodChoice periodChoice; ///< which days everything above is of; probes and tests are of no day
    Period period; ///< the same in days
    /** Messages of all days by direction, whatever the period. */
    struct AllDays
    {
        Day first = 0; ///< with mail of any direction
        std::array<std::vector<std::uint64_t>, 3> messages; ///< index: Direction; all of one length
        std::size_t count() const { return messages.front().size(); }
    };
    AllDays allDays;
};

/** Builds simulations, indexes and summaries; as slow as the fact table is long. `live` are the tests that vote; the
 * tests themselves stay with the document. Any thread. */
DocumentFacts prepareDocument(std::shared_ptr<const ImportResult> import, const Policy& policy,
    std::shared_ptr<const LiveEvidence> live = {}, const PeriodChoice& period = {});
/** The same of a whole workspace, whose tests are read. */
DocumentFacts prepareDocument(Workspace workspace);

} // namespace waxseal
