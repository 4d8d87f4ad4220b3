// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/policy/hosthistory.h"
#include "model/policy/outcome.h"
#include "model/policy/traffic.h"

#include <memory>
#include <optional>

namespace waxseal {

/**
 * What every simulation of one workspace is made from. Whoever shows a figure takes its simulation from
 * simulationOf(), so that the same workspace shows the same number everywhere.
 */
struct Grounds
{
    std::shared_ptr<const FactTable> facts;
    std::shared_ptr<const LiveEvidence> live; ///< null: there is no live test, or tests are not to vote
};

/**
 * The simulator of one direction. Built once from a snapshot; setting a requirement costs the mail of the domains that
 * the scope covers. Not thread-safe; lives where its policy is edited.
 */
class Simulation
{
public:
    Simulation(
        std::shared_ptr<const FactTable> facts, Direction direction, std::shared_ptr<const LiveEvidence> live = {});

    /** Takes other live evidence and judges anew what hangs on it. */
    void setLive(std::shared_ptr<const LiveEvidence> live);
    /** The same where it differs for these domains alone: costs them, not the table. Returns their rows. */
    std::vector<std::size_t> setLive(std::shared_ptr<const LiveEvidence> live, const std::vector<std::string>& domains);

    const FactTable& facts() const { return *m_facts; }
    std::shared_ptr<const FactTable> factsPointer() const { return m_facts; }
    Direction direction() const { return m_direction; }

    /** Domains with mail in this direction, by descending messages; the order never changes. Rows below are indices
     * into it. */
    std::size_t domainCount() const { return m_domains.size(); }
    const DomainTraffic& traffic(std::size_t row) const { return m_domains[row]; }
    std::optional<std::size_t> rowOf(std::string_view domainKey) const;

    const DirectionPolicy& policy() const { return m_policy; }
    void setPolicy(DirectionPolicy policy); ///< re-judges what differs
    /** Sets or (nothing) removes one row of the policy. Returns the domain rows whose figures may have changed. */
    std::vector<std::size_t> setRequirement(const Scope& scope, std::optional<Requirement> requirement);
    void setDefault(const Requirement& requirement);
    void setRefusal(Refusal refusal);

    const Outcome& outcome() const { return m_total; }
    Day firstDay() const { return m_firstDay; }
    const std::vector<Outcome>& days() const { return m_days; } ///< firstDay … without gaps

    const Requirement& effective(std::size_t row) const { return m_effective[row]; }
    /** True when a row of the policy, not the default, decides. */
    bool hasOwnRow(std::size_t row) const { return m_ownRow[row] != 0; }
    /** The outcome of the domain under its effective requirement. */
    const Outcome& outcome(std::size_t row) const { return m_outcomes[row]; }
    /** The outcome if this were required of the domain, without changing anything. */
    Outcome whatIf(std::size_t row, const Requirement& requirement) const;
    /** Messages of a domain by active day and what becomes of them, for the forecast. */
    struct DayCount
    {
        Day day = 0;
        std::uint32_t messages = 0;
        std::uint32_t lost = 0;
        std::uint32_t unknown = 0; ///< of the messages, neither lost nor accepted
    };
    std::vector<DayCount> dayCounts(std::size_t row, const Requirement& requirement, bool wantedOnly) const;
    /** Which evidence class most of what would be lost at `requirement` belongs to; nothing when nothing would be lost.
     */
    std::optional<EvidenceClass> evidence(std::size_t row, const Requirement& requirement) const;
    /** The outcome of each host's mail under the policy in force, by HostId. Costs a pass over the facts. */
    std::vector<Outcome> hostOutcomes() const;
    /** Decides over the messages of a row that are looked at one by one; its domain is traffic(row).key. */
    const Judgement& judgement() const { return m_judgement; }
    /** What the window says of the hosts. */
    const HostHistory& hosts() const { return m_hosts; }

private:
    struct Cell
    {
        Day day;
        TlsId tls;
        SpamVerdict spam;
        HostHistory::Packed evidence;
        std::uint32_t messages;
    };
    struct RowRange
    {
        std::vector<std::uint32_t>::const_iterator begin;
        std::vector<std::uint32_t>::const_iterator end;
    };
    void buildDomains();
    void buildCells();
    template <typename Visit>
    void visitCells(std::size_t row, const Requirement& requirement, Visit visit) const;
    void apply(std::size_t row, bool add);
    void decide(std::size_t row, const Requirement& requirement, bool own);
    RowRange rowsWithin(std::string_view domain) const;

    std::shared_ptr<const FactTable> m_facts;
    Judgement m_judgement;
    Direction m_direction;
    HostHistory m_hosts;
    DirectionPolicy m_policy;
    std::vector<DomainTraffic> m_domains;
    std::vector<std::uint32_t> m_rowOfDomain; // by DomainId
    std::vector<std::string> m_reversedNames; // by row: labels from the top, joined by NUL
    std::vector<std::uint32_t> m_byReversedName; // rows, sorted so that a subtree is one range
    std::vector<std::size_t> m_cellBegin; // domainCount + 1
    std::vector<Cell> m_cells;
    std::vector<Requirement> m_effective;
    std::vector<std::uint8_t> m_ownRow;
    std::vector<Outcome> m_outcomes;
    Outcome m_total;
    std::vector<Outcome> m_days;
    Day m_firstDay = 0;
};

/** The one way to a simulation, for the window, the command line, reports, forecasts and exports. */
Simulation simulationOf(const Grounds& grounds, Direction direction, const DirectionPolicy& policy = {});

} // namespace waxseal
