// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/document/policywatch.h"

#include "widgets/document/document.h"

#include <algorithm>
#include <utility>

namespace waxseal {

namespace {

void takeTotals(PolicyFigures& figures, const Outcome& outcome)
{
    figures.accepted = outcome.wanted(Fate::Accepted);
    figures.lost = outcome.wanted(Fate::Lost);
    figures.unknown = outcome.wanted(Fate::Unknown);
    figures.wanted = outcome.wanted();
    figures.spamLost = outcome.of(Fate::Lost, SpamVerdict::Spam);
    figures.spam = outcome.total() - figures.wanted;
}

} // namespace

PolicyFigures policyFigures(const Simulation& simulation)
{
    PolicyFigures figures;
    takeTotals(figures, simulation.outcome());
    for (std::size_t row = 0; row < simulation.domainCount(); ++row) {
        if (simulation.effective(row).level <= Level::May)
            continue;
        const Outcome& outcome = simulation.outcome(row);
        ++figures.requiredDomains;
        figures.losingDomains += outcome.lostWanted() > 0 ? 1U : 0U;
        figures.protectedMail += outcome.wanted(Fate::Accepted);
    }
    return figures;
}

PolicyWatch::PolicyWatch(Document* document, QObject* parent)
    : QObject(parent)
    , m_document(document)
{
    connect(document, &Document::factsChanged, this, &PolicyWatch::restart);
    connect(document, &Document::policyEdited, this, &PolicyWatch::note);
    connect(document, &Document::policyChanged, this, &PolicyWatch::policyChanged);
    restart();
}

void PolicyWatch::setDirection(Direction direction)
{
    if (direction == m_direction)
        return;
    m_direction = direction;
    restart();
}

void PolicyWatch::restart()
{
    const Simulation& simulation = m_document->simulation(m_direction);
    m_parts.assign(simulation.domainCount(), {});
    m_figures = {};
    m_change.reset();
    m_noted.reset();
    m_mergeKey = -1;
    for (std::size_t row = 0; row < m_parts.size(); ++row)
        count(row);
    sum();
    m_firstDay = simulation.firstDay();
    m_days = simulation.days();
    m_daysBefore.clear();
    m_before = m_figures;
    Q_EMIT restarted();
}

void PolicyWatch::note(Direction direction, const PolicyChange& change)
{
    if (direction != m_direction || !change.changesPolicy())
        return;
    LastChange noted;
    const std::string* domain = nullptr;
    bool isOne = true;
    for (const auto& [scope, value] : change.rows) {
        // Changing whether a row covers subdomains touches two rows of one domain.
        isOne = isOne && (domain == nullptr || *domain == scope.domain);
        domain = &scope.domain;
    }
    noted.domains = change.rows.size();
    if (domain != nullptr && isOne) {
        noted.domains = 1;
        noted.domain = *domain;
    }
    m_noted = std::move(noted);
}

void PolicyWatch::policyChanged(Direction direction, const QList<int>& rows)
{
    if (direction != m_direction)
        return;
    const Document::Step* step = m_document->currentStep();
    const bool goesOn = step != nullptr && !step->isUndo && step->mergeKey >= 0 && step->mergeKey == m_mergeKey;
    if (!goesOn) {
        m_before = m_figures;
        m_daysBefore = m_days;
    }
    m_mergeKey = step != nullptr && !step->isUndo ? step->mergeKey : -1;
    if (rows.isEmpty()) {
        for (std::size_t row = 0; row < m_parts.size(); ++row)
            count(row);
    }
    for (const int row : rows)
        count(static_cast<std::size_t>(row));
    sum();
    m_days = m_document->simulation(m_direction).days();
    m_change = std::exchange(m_noted, {});
    if (m_change && step != nullptr) {
        m_change->text = step->text;
        m_change->isUndo = step->isUndo;
        if (step->mergeKey >= 0)
            m_change->domain.clear(); // a move of the budget, even where it takes one domain only
        m_change->lost = static_cast<std::int64_t>(m_figures.lost) - static_cast<std::int64_t>(m_before.lost);
        m_change->spamLost
            = static_cast<std::int64_t>(m_figures.spamLost) - static_cast<std::int64_t>(m_before.spamLost);
        m_change->protectedShare = m_figures.protectedShare() - m_before.protectedShare();
    }
    Q_EMIT changed();
}

void PolicyWatch::count(std::size_t row)
{
    const Simulation& simulation = m_document->simulation(m_direction);
    const Outcome& outcome = simulation.outcome(row);
    Part now;
    now.isRequired = simulation.effective(row).level > Level::May;
    if (now.isRequired) {
        now.lost = static_cast<std::uint32_t>(outcome.lostWanted());
        now.protectedMail
            = static_cast<std::uint32_t>(outcome.accepted() - outcome.of(Fate::Accepted, SpamVerdict::Spam));
    }
    Part& part = m_parts[row];
    m_figures.requiredDomains += (now.isRequired ? 1U : 0U);
    m_figures.requiredDomains -= (part.isRequired ? 1U : 0U);
    m_figures.losingDomains += (now.lost > 0 ? 1U : 0U);
    m_figures.losingDomains -= (part.lost > 0 ? 1U : 0U);
    m_figures.protectedMail += std::uint64_t{now.protectedMail};
    m_figures.protectedMail -= std::uint64_t{part.protectedMail};
    part = now;
}

void PolicyWatch::sum()
{
    takeTotals(m_figures, m_document->simulation(m_direction).outcome());
}

std::vector<PolicyWatch::Cost> PolicyWatch::costs(std::size_t most) const
{
    const auto before = [](const Cost& a, const Cost& b) { return a.lost != b.lost ? a.lost > b.lost : a.row < b.row; };
    std::vector<Cost> out;
    if (most == 0)
        return out;
    // The heap's top is the least of the most costly so far: nearly every domain is out at the first comparison.
    for (std::size_t row = 0; row < m_parts.size(); ++row) {
        const Cost cost{row, m_parts[row].lost};
        if (cost.lost == 0 || (out.size() == most && !before(cost, out.front())))
            continue;
        if (out.size() == most) {
            std::pop_heap(out.begin(), out.end(), before);
            out.pop_back();
        }
        out.push_back(cost);
        std::push_heap(out.begin(), out.end(), before);
    }
    std::sort_heap(out.begin(), out.end(), before);
    return out;
}

} // namespace waxseal
