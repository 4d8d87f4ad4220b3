// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/pages/recommendation.h"

#include "widgets/document/document.h"
#include "widgets/document/presets.h"
#include "widgets/pages/statementlist.h"
#include "widgets/style/icons.h"
#include "widgets/style/numbers.h"
#include "widgets/style/palette.h"
#include "widgets/style/text.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace waxseal {

using namespace Qt::StringLiterals;
using style::TextLabel;
using Rank = TextLabel::Rank;

namespace {

int plural(std::size_t count)
{
    return static_cast<int>(std::min<std::size_t>(count, 2'000'000'000));
}

} // namespace

Recommendation::Recommendation(Document* document, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_text(new TextLabel(Rank::Body, this))
    , m_budgetText(new TextLabel(Rank::Body, this))
    , m_reasons(new StatementList(this))
    , m_zeroLoss(new QPushButton(style::themedIcon(u"shield"_s), tr("Require at No Loss"), this))
    , m_within(new QPushButton(this))
{
    m_text->setObjectName(u"planSuggestion"_s);
    m_budgetText->setObjectName(u"planWithin"_s);
    m_reasons->setObjectName(u"planReasons"_s);
    m_zeroLoss->setObjectName(u"planApply"_s);
    m_within->setObjectName(u"planApplyBudget"_s);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(style::unit);
    buttons->addWidget(m_zeroLoss);
    buttons->addWidget(m_within);
    buttons->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(style::unit);
    column->addWidget(new TextLabel(Rank::Section, tr("What the logs recommend"), this));
    column->addWidget(m_text);
    column->addWidget(m_budgetText);
    column->addLayout(buttons);
    column->addWidget(m_reasons);
    connect(
        m_zeroLoss, &QPushButton::clicked, this, [this] { apply(m_frontier->zeroLoss, tr("Require TLS at no Loss")); });
    connect(m_within, &QPushButton::clicked, this,
        [this] { apply(m_frontier->within(m_budget), tr("Require within %1 Budget").arg(style::percent(m_budget))); });
    setBudget(m_budget);
}

void Recommendation::setFrontier(Direction direction, std::shared_ptr<const Frontier> frontier)
{
    m_direction = direction;
    m_frontier = std::move(frontier);
    refresh();
}

void Recommendation::setBudget(double share)
{
    m_budget = share;
    m_within->setText(tr("Require within %1 Budget").arg(style::percent(m_budget)));
    refresh();
}

void Recommendation::apply(std::size_t points, const QString& text)
{
    if (!m_frontier)
        return;
    m_document->replacePolicy(m_direction,
        frontierPolicy(
            m_document->simulation(m_direction), *m_frontier, points, m_document->index(m_direction).byName()),
        text);
}

void Recommendation::refresh()
{
    const Simulation& simulation = m_document->simulation(m_direction);
    const bool any = m_frontier && m_direction != Direction::Submission && simulation.domainCount() > 0;
    setVisible(any);
    if (!any)
        return;
    const std::size_t zeroLoss = m_frontier->zeroLoss;
    const std::size_t within = m_frontier->within(m_budget);
    if (zeroLoss == 0) {
        m_text->setText(tr("No domain with three messages or more has used TLS for all of its wanted mail. Set "
                           "requirements in Policy, "
                           "or look at the standard way below."));
    } else {
        m_text->setText(
            tr("%Ln domain(s) used TLS for all wanted mail, in three messages or more. Requiring encryption of just "
               "these would have lost none of it, and protects %1.",
                nullptr, plural(zeroLoss))
                .arg(style::percent(m_frontier->points[zeroLoss - 1].covered)));
    }
    const bool buysMore = within > zeroLoss;
    m_budgetText->setVisible(buysMore);
    if (buysMore) {
        const FrontierPoint& last = m_frontier->points[within - 1];
        m_budgetText->setText(
            tr("A loss budget of %1 buys %Ln domain(s), and protects %2 for %3 of the wanted mail.", nullptr,
                plural(within))
                .arg(style::percent(m_budget), style::percent(last.covered), style::percent(last.cost)));
    }
    const std::optional<std::size_t> inForce = pointsInForce(simulation, *m_frontier);
    m_zeroLoss->setVisible(zeroLoss > 0);
    m_zeroLoss->setEnabled(inForce != zeroLoss);
    m_within->setVisible(buysMore);
    m_within->setEnabled(inForce != within);
    showReasons(within);
}

void Recommendation::showReasons(std::size_t within)
{
    const Simulation& simulation = m_document->simulation(m_direction);
    std::size_t never = 0;
    std::size_t withTls = 0;
    for (std::size_t row = 0; row < simulation.domainCount(); ++row) {
        if (simulation.traffic(row).overTls() == 0)
            ++never;
        else
            ++withTls;
    }
    std::vector<StatementList::Statement> reasons;
    const auto add = [&](std::size_t domains, const QString& text) {
        if (domains > 0)
            reasons.push_back({style::count(domains), {}, text});
    };
    const std::size_t zeroLoss = m_frontier->zeroLoss;
    const std::size_t points = m_frontier->points.size();
    add(zeroLoss, tr("in: all their wanted mail came over TLS."));
    if (within > zeroLoss)
        add(within - zeroLoss, tr("in, for the budget: they lose least for each message that they protect."));
    add(points - std::max(within, zeroLoss), tr("out: they would lose more than the budget allows."));
    add(withTls - std::min(withTls, points),
        tr("out: fewer than three messages, no wanted mail over TLS, or not a domain name."));
    add(never, tr("out: never seen over TLS. Requiring it would protect nothing, and lose everything."));
    m_reasons->setStatements(reasons);
}

} // namespace waxseal
