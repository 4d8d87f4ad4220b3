// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/policy/simulation.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <unordered_map>

namespace waxseal {

namespace {

constexpr std::uint32_t noRow = ~std::uint32_t{0};

/** Labels from the top, joined by NUL: NUL sorts before every other byte, so a domain and all below it are neighbours.
 */
std::string reversedName(std::string_view domain)
{
    std::string out;
    out.reserve(domain.size());
    std::size_t end = domain.size();
    while (true) {
        const std::size_t dot = end == 0 ? std::string_view::npos : domain.rfind('.', end - 1);
        const std::size_t begin = dot == std::string_view::npos ? 0 : dot + 1;
        out.append(domain.substr(begin, end - begin));
        if (dot == std::string_view::npos)
            return out;
        out += '\0';
        end = dot;
    }
}

} // namespace

Simulation::Simulation(
    std::shared_ptr<const FactTable> facts, Direction direction, std::shared_ptr<const LiveEvidence> live)
    : m_facts(std::move(facts))
    , m_judgement(m_facts, direction, std::move(live))
    , m_direction(direction)
    , m_hosts(*m_facts, direction)
{
    buildDomains();
    buildCells();
    m_effective.resize(m_domains.size());
    m_ownRow.resize(m_domains.size());
    m_outcomes.resize(m_domains.size());
    for (std::size_t row = 0; row < m_domains.size(); ++row) {
        // Nothing is required yet: all is accepted.
        visitCells(row, {}, [&](const Cell& cell, Fate fate, bool) {
            const auto spam = static_cast<std::size_t>(cell.spam);
            m_outcomes[row].counts[static_cast<std::size_t>(fate)][spam] += cell.messages;
            m_days[std::size_t{cell.day} - m_firstDay].counts[static_cast<std::size_t>(fate)][spam] += cell.messages;
        });
        m_total += m_outcomes[row];
    }
}

void Simulation::buildDomains()
{
    const FactTable& facts = *m_facts;
    std::vector<DomainTraffic> byDomain(facts.domains.size());
    // Rows of one domain and host (or day) are counted once through a marker of the last one seen; the rest by sorting
    // pairs.
    std::vector<std::uint64_t> domainHosts;
    std::vector<std::uint64_t> domainDays;
    Day first = 0xffff;
    Day last = 0;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        if (facts.direction(i) != m_direction)
            continue;
        const DomainId domain = policyKey(facts, i);
        addRow(byDomain[domain], facts, i);
        domainHosts.push_back((std::uint64_t{domain} << 32) | facts.hostIdAt(i));
        domainDays.push_back((std::uint64_t{domain} << 32) | facts.day(i));
        first = std::min(first, facts.day(i));
        last = std::max(last, facts.day(i));
    }
    for (auto* pairs : {&domainHosts, &domainDays}) {
        std::sort(pairs->begin(), pairs->end());
        pairs->erase(std::unique(pairs->begin(), pairs->end()), pairs->end());
    }
    for (const std::uint64_t pair : domainHosts)
        ++byDomain[pair >> 32].hosts;
    for (const std::uint64_t pair : domainDays)
        ++byDomain[pair >> 32].activeDays;
    if (first <= last) {
        m_firstDay = first;
        m_days.resize(std::size_t{last} - first + 1U);
    }

    for (DomainId id = 0; id < byDomain.size(); ++id) {
        if (byDomain[id].messages == 0)
            continue;
        byDomain[id].id = id;
        byDomain[id].key = facts.domains.text(id);
        m_domains.push_back(byDomain[id]);
    }
    std::sort(m_domains.begin(), m_domains.end(), [](const DomainTraffic& a, const DomainTraffic& b) {
        return a.messages != b.messages ? a.messages > b.messages : a.key < b.key;
    });
    m_rowOfDomain.assign(facts.domains.size(), noRow);
    m_reversedNames.reserve(m_domains.size());
    for (std::size_t row = 0; row < m_domains.size(); ++row) {
        m_rowOfDomain[m_domains[row].id] = static_cast<std::uint32_t>(row);
        m_reversedNames.push_back(reversedName(m_domains[row].key));
    }
    m_byReversedName.resize(m_domains.size());
    std::iota(m_byReversedName.begin(), m_byReversedName.end(), 0U);
    std::sort(m_byReversedName.begin(), m_byReversedName.end(),
        [&](std::uint32_t a, std::uint32_t b) { return m_reversedNames[a] < m_reversedNames[b]; });
}

void Simulation::buildCells()
{
    const FactTable& facts = *m_facts;
    // Rows of no message (a recipient of one that counts elsewhere) say nothing here, and may have no domain.
    const auto counts = [&](std::size_t i) { return facts.direction(i) == m_direction && facts.messages(i) > 0; };
    std::vector<std::size_t> begin(m_domains.size() + 1);
    for (std::size_t i = 0; i < facts.size(); ++i) {
        if (counts(i))
            ++begin[m_rowOfDomain[policyKey(facts, i)] + 1U];
    }
    std::partial_sum(begin.begin(), begin.end(), begin.begin());
    std::vector<Cell> cells(begin.back());
    std::vector<std::size_t> fill(begin.begin(), begin.end() - 1);
    for (std::size_t i = 0; i < facts.size(); ++i) {
        if (!counts(i))
            continue;
        cells[fill[m_rowOfDomain[policyKey(facts, i)]]++] = Cell{facts.day(i), facts.tlsIdAt(i), facts.spam(i),
            m_hosts.packed(facts.hostIdAt(i), facts.fellBack(i)), facts.messages(i)};
    }

    const auto keyLess = [](const Cell& a, const Cell& b) {
        return std::tie(a.day, a.tls, a.spam, a.evidence) < std::tie(b.day, b.tls, b.spam, b.evidence);
    };
    m_cellBegin.reserve(begin.size());
    for (std::size_t row = 0; row + 1 < begin.size(); ++row) {
        m_cellBegin.push_back(m_cells.size());
        const auto from = cells.begin() + static_cast<std::ptrdiff_t>(begin[row]);
        const auto to = cells.begin() + static_cast<std::ptrdiff_t>(begin[row + 1]);
        std::sort(from, to, keyLess);
        for (auto cell = from; cell != to; ++cell) {
            const bool same = m_cells.size() > m_cellBegin.back() && !keyLess(m_cells.back(), *cell);
            if (same)
                m_cells.back().messages += cell->messages;
            else
                m_cells.push_back(*cell);
        }
    }
    m_cellBegin.push_back(m_cells.size());
    m_cells.shrink_to_fit();
}

template <typename Visit>
void Simulation::visitCells(std::size_t row, const Requirement& requirement, Visit visit) const
{
    const Judgement::Rulings rulings = m_judgement.of(m_domains[row].key, requirement);
    for (std::size_t i = m_cellBegin[row]; i < m_cellBegin[row + 1]; ++i)
        visit(m_cells[i], rulings.fate(m_cells[i].tls), rulings.isByTest(m_cells[i].tls));
}

std::optional<std::size_t> Simulation::rowOf(std::string_view domainKey) const
{
    const std::uint32_t id = m_facts->domains.find(domainKey);
    if (id == HashIndex::empty || m_rowOfDomain[id] == noRow)
        return {};
    return m_rowOfDomain[id];
}

/** Adds the outcome of a domain under its effective requirement to all sums, or takes it out of them. */
void Simulation::apply(std::size_t row, bool add)
{
    const unsigned shift = HostHistory::shift(m_effective[row]);
    visitCells(row, m_effective[row], [&](const Cell& cell, Fate fate, bool byTest) {
        const auto spam = static_cast<std::size_t>(cell.spam);
        for (Outcome* sum : {&m_outcomes[row], &m_total, &m_days[std::size_t{cell.day} - m_firstDay]}) {
            std::uint64_t& n = sum->counts[static_cast<std::size_t>(fate)][spam];
            n = add ? n + cell.messages : n - cell.messages;
            if (fate == Fate::Lost) {
                std::uint64_t& e
                    = sum->lostByEvidence[static_cast<std::size_t>(HostHistory::unpack(cell.evidence, shift))];
                e = add ? e + cell.messages : e - cell.messages;
            }
            if (byTest)
                sum->byTest = add ? sum->byTest + cell.messages : sum->byTest - cell.messages;
        }
    });
}

void Simulation::setLive(std::shared_ptr<const LiveEvidence> live)
{
    for (std::size_t row = 0; row < m_domains.size(); ++row)
        apply(row, false);
    m_judgement.setLive(std::move(live));
    for (std::size_t row = 0; row < m_domains.size(); ++row)
        apply(row, true);
}

std::vector<std::size_t> Simulation::setLive(
    std::shared_ptr<const LiveEvidence> live, const std::vector<std::string>& domains)
{
    std::vector<std::size_t> rows;
    for (const std::string& domain : domains) {
        if (const auto row = rowOf(domain))
            rows.push_back(*row);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    for (const std::size_t row : rows)
        apply(row, false);
    m_judgement.setLive(std::move(live));
    for (const std::size_t row : rows)
        apply(row, true);
    return rows;
}

void Simulation::decide(std::size_t row, const Requirement& requirement, bool own)
{
    m_ownRow[row] = own ? 1 : 0;
    if (m_effective[row] == requirement)
        return;
    apply(row, false);
    m_effective[row] = requirement;
    apply(row, true);
}

Simulation::RowRange Simulation::rowsWithin(std::string_view domain) const
{
    const std::string prefix = reversedName(domain);
    const auto begin = std::lower_bound(m_byReversedName.begin(), m_byReversedName.end(), prefix,
        [&](std::uint32_t row, const std::string& text) { return m_reversedNames[row] < text; });
    const auto end = std::partition_point(begin, m_byReversedName.end(), [&](std::uint32_t row) {
        const std::string& text = m_reversedNames[row];
        return text.starts_with(prefix) && (text.size() == prefix.size() || text[prefix.size()] == '\0');
    });
    return {begin, end};
}

void Simulation::setPolicy(DirectionPolicy policy)
{
    m_policy = std::move(policy);
    std::unordered_map<std::string_view, const Requirement*> exact;
    std::unordered_map<std::string_view, const Requirement*> subtree;
    for (const auto& [scope, requirement] : m_policy.rows)
        (scope.subdomains ? subtree : exact).emplace(scope.domain, &requirement);
    for (std::size_t row = 0; row < m_domains.size(); ++row) {
        std::string_view name = m_domains[row].key;
        const Requirement* found = nullptr;
        if (const auto it = exact.find(name); it != exact.end())
            found = it->second;
        while (found == nullptr && !subtree.empty()) {
            if (const auto it = subtree.find(name); it != subtree.end())
                found = it->second;
            const std::size_t dot = name.find('.');
            if (dot == std::string_view::npos)
                break;
            name.remove_prefix(dot + 1);
        }
        decide(row, found != nullptr ? *found : m_policy.byDefault, found != nullptr);
    }
}

std::vector<std::size_t> Simulation::setRequirement(const Scope& scope, std::optional<Requirement> requirement)
{
    if (requirement)
        m_policy.rows[scope] = *requirement;
    else
        m_policy.rows.erase(scope);
    std::vector<std::size_t> changed;
    const auto reconsider = [&](std::size_t row) {
        const std::string_view key = m_domains[row].key;
        const Requirement effective = m_policy.effective(key);
        bool own = m_policy.rows.contains(Scope{std::string(key), false});
        for (std::string_view name = key; !own;) {
            own = m_policy.rows.contains(Scope{std::string(name), true});
            const std::size_t dot = name.find('.');
            if (dot == std::string_view::npos)
                break;
            name.remove_prefix(dot + 1);
        }
        decide(row, effective, own);
        changed.push_back(row);
    };
    if (scope.subdomains) {
        const RowRange range = rowsWithin(scope.domain);
        std::for_each(range.begin, range.end, reconsider);
    } else if (const auto row = rowOf(scope.domain)) {
        reconsider(*row);
    }
    return changed;
}

void Simulation::setDefault(const Requirement& requirement)
{
    m_policy.byDefault = requirement;
    for (std::size_t row = 0; row < m_domains.size(); ++row) {
        if (m_ownRow[row] == 0)
            decide(row, requirement, false);
    }
}

void Simulation::setRefusal(Refusal refusal)
{
    m_policy.refusal = refusal;
}

Outcome Simulation::whatIf(std::size_t row, const Requirement& requirement) const
{
    Outcome outcome;
    const unsigned shift = HostHistory::shift(requirement);
    visitCells(row, requirement, [&](const Cell& cell, Fate fate, bool byTest) {
        outcome.counts[static_cast<std::size_t>(fate)][static_cast<std::size_t>(cell.spam)] += cell.messages;
        if (fate == Fate::Lost)
            outcome.lostByEvidence[static_cast<std::size_t>(HostHistory::unpack(cell.evidence, shift))]
                += cell.messages;
        if (byTest)
            outcome.byTest += cell.messages;
    });
    return outcome;
}

std::vector<Simulation::DayCount> Simulation::dayCounts(
    std::size_t row, const Requirement& requirement, bool wantedOnly) const
{
    std::vector<DayCount> days;
    visitCells(row, requirement, [&](const Cell& cell, Fate fate, bool) {
        if (wantedOnly && cell.spam == SpamVerdict::Spam)
            return;
        if (days.empty() || days.back().day != cell.day)
            days.push_back({cell.day, 0, 0, 0});
        days.back().messages += cell.messages;
        if (fate == Fate::Lost)
            days.back().lost += cell.messages;
        if (fate == Fate::Unknown)
            days.back().unknown += cell.messages;
    });
    return days;
}

std::optional<EvidenceClass> Simulation::evidence(std::size_t row, const Requirement& requirement) const
{
    const Outcome outcome = whatIf(row, requirement);
    if (outcome.lost() == 0)
        return {};
    const auto most = std::max_element(outcome.lostByEvidence.begin(), outcome.lostByEvidence.end());
    return static_cast<EvidenceClass>(most - outcome.lostByEvidence.begin());
}

std::vector<Outcome> Simulation::hostOutcomes() const
{
    std::vector<Outcome> outcomes(m_facts->hostCount());
    for (std::size_t i = 0; i < m_facts->size(); ++i) {
        if (m_facts->direction(i) != m_direction || m_facts->messages(i) == 0)
            continue;
        const std::size_t row = m_rowOfDomain[policyKey(*m_facts, i)];
        const Requirement& requirement = m_effective[row];
        const Judgement::Rulings rulings = m_judgement.of(m_domains[row].key, requirement);
        const Fate fate = rulings.fate(m_facts->tlsIdAt(i));
        const HostId host = m_facts->hostIdAt(i);
        Outcome& outcome = outcomes[host];
        const std::uint64_t messages = m_facts->messages(i);
        outcome.counts[static_cast<std::size_t>(fate)][static_cast<std::size_t>(m_facts->spam(i))] += messages;
        if (fate == Fate::Lost)
            outcome.lostByEvidence[static_cast<std::size_t>(m_hosts.evidence(host, m_facts->fellBack(i), requirement))]
                += messages;
        if (rulings.isByTest(m_facts->tlsIdAt(i)))
            outcome.byTest += messages;
    }
    return outcomes;
}

Simulation simulationOf(const Grounds& grounds, Direction direction, const DirectionPolicy& policy)
{
    Simulation simulation(grounds.facts ? grounds.facts : std::make_shared<const FactTable>(), direction, grounds.live);
    simulation.setPolicy(policy);
    return simulation;
}

} // namespace waxseal
