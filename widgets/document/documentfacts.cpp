// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/document/documentfacts.h"

#include "model/policy/grouping.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace waxseal {

DomainIndex::DomainIndex(const Simulation& simulation)
{
    const FactTable& facts = simulation.facts();
    const std::size_t domains = simulation.domainCount();
    constexpr std::uint32_t nowhere = ~std::uint32_t{0};
    std::vector<std::uint32_t> rowOfId(facts.domains.size(), nowhere);
    for (std::size_t row = 0; row < domains; ++row)
        rowOfId[simulation.traffic(row).id] = static_cast<std::uint32_t>(row);

    const auto rowOf = [&](std::size_t i) {
        if (facts.direction(i) != simulation.direction())
            return nowhere;
        const bool byNextHop = simulation.direction() == Direction::Outbound && facts.nextHop(i) != 0;
        return rowOfId[byNextHop ? facts.nextHop(i) : facts.domain(i)];
    };
    m_begin.assign(domains + 1, 0);
    for (std::size_t i = 0; i < facts.size(); ++i) {
        if (const std::uint32_t row = rowOf(i); row != nowhere)
            ++m_begin[row + 1];
    }
    std::partial_sum(m_begin.begin(), m_begin.end(), m_begin.begin());
    m_rows.resize(m_begin.back());
    std::vector<std::uint32_t> fill(m_begin.begin(), m_begin.end() - 1);
    for (std::size_t i = 0; i < facts.size(); ++i) {
        if (const std::uint32_t row = rowOf(i); row != nowhere)
            m_rows[fill[row]++] = static_cast<std::uint32_t>(i);
    }

    m_byName.resize(domains);
    std::iota(m_byName.begin(), m_byName.end(), 0U);
    std::sort(m_byName.begin(), m_byName.end(),
        [&](std::uint32_t a, std::uint32_t b) { return simulation.traffic(a).key < simulation.traffic(b).key; });
    m_alphabetical.resize(domains);
    for (std::size_t place = 0; place < domains; ++place)
        m_alphabetical[m_byName[place]] = static_cast<std::uint32_t>(place);

    std::unordered_map<std::string, std::uint32_t> known;
    m_organisationOf.reserve(domains);
    for (std::size_t row = 0; row < domains; ++row) {
        const auto [entry, isNew] = known.try_emplace(
            organisationOf(simulation.traffic(row).key), static_cast<std::uint32_t>(m_organisations.size()));
        if (isNew)
            m_organisations.push_back(entry->first);
        m_organisationOf.push_back(entry->second);
    }

    m_prices.resize(domains);
    reprice(simulation);
}

void DomainIndex::reprice(const Simulation& simulation, const std::vector<std::size_t>& rows)
{
    const std::size_t count = rows.empty() ? m_prices.size() : rows.size();
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t row = rows.empty() ? i : rows[i];
        const Outcome outcome = simulation.whatIf(row, {Level::Encrypt, TlsVersion::Unknown});
        m_prices[row] = {static_cast<std::uint32_t>(outcome.lost()),
            static_cast<std::uint32_t>(outcome.of(Fate::Lost, SpamVerdict::Spam)), mostOfLoss(outcome)};
    }
}

std::optional<EvidenceClass> mostOfLoss(const Outcome& outcome)
{
    const auto most = std::max_element(outcome.lostByEvidence.begin(), outcome.lostByEvidence.end());
    if (*most == 0)
        return {};
    return static_cast<EvidenceClass>(most - outcome.lostByEvidence.begin());
}

std::span<const std::uint32_t> DomainIndex::factRows(std::size_t row) const
{
    return std::span(m_rows).subspan(m_begin[row], m_begin[row + 1] - m_begin[row]);
}

namespace {

DocumentFacts::AllDays everyDay(const FactTable& facts, const std::optional<Period>& covered)
{
    DocumentFacts::AllDays out;
    if (!covered)
        return out;
    out.first = covered->first;
    for (auto& messages : out.messages)
        messages.resize(std::size_t{covered->last} - covered->first + 1U);
    for (std::size_t i = 0; i < facts.size(); ++i)
        out.messages[static_cast<std::size_t>(facts.direction(i))][std::size_t{facts.day(i)} - covered->first]
            += facts.messages(i);
    return out;
}

} // namespace

DocumentFacts prepareDocument(std::shared_ptr<const ImportResult> import, const Policy& policy,
    std::shared_ptr<const LiveEvidence> live, const PeriodChoice& period)
{
    DocumentFacts out;
    out.live = std::move(live);
    const auto all = import->facts ? import->facts : std::make_shared<const FactTable>();
    const auto covered = coveredBy(*all);
    out.allDays = everyDay(*all, covered);
    out.periodChoice = period;
    out.period = period.on(covered);
    const auto facts = within(all, out.period);
    for (const Direction direction : allDirections) {
        const auto at = static_cast<std::size_t>(direction);
        out.simulations[at]
            = std::make_unique<Simulation>(simulationOf({facts, out.live}, direction, policy.of(direction)));
        out.indexes[at] = DomainIndex(*out.simulations[at]);
        out.traffic[at] = summarise(*facts, direction);
    }
    out.import = std::move(import);
    return out;
}

DocumentFacts prepareDocument(Workspace workspace)
{
    StoredTests tests = readTests(workspace.probes);
    auto import = std::make_shared<const ImportResult>(openState(std::move(workspace.state)));
    DocumentFacts out = prepareDocument(
        std::move(import), workspace.policy, workspace.testsVote ? tests.evidence : nullptr, workspace.period);
    out.tests = TestIndex(workspace.probes, tests.verdicts);
    out.evidence = std::move(tests.evidence);
    out.testsVote = workspace.testsVote;
    out.probes = std::move(workspace.probes);
    out.choices = std::move(workspace.choices);
    out.witnesses = std::make_shared<const Witnesses>(std::move(workspace.witnesses));
    return out;
}

} // namespace waxseal
