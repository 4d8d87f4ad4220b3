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
#include "widgets/words/words.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace waxseal {

using namespace Qt::StringLiterals;
using style::TextLabel;
using Rank = TextLabel::Rank;
using words::plural;

Recommendation::Recommendation(Document* document, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_text(new TextLabel(Rank::Body, this))
    , m_budgetText(new TextLabel(Rank::Body, this))
    , m_reasons(new StatementList(this))
    , m_applyLossless(new QPushButton(style::themedIcon(u"shield"_s), tr("Require at No Loss"), this))
    , m_applyWithin(new QPushButton(this))
{
    m_text->setObjectName(u"planSuggestion"_s);
    m_budgetText->setObjectName(u"planWithin"_s);
    m_reasons->setObjectName(u"planReasons"_s);
    m_applyLossless->setObjectName(u"planApply"_s);
    m_applyWithin->setObjectName(u"planApplyBudget"_s);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(style::unit);
    buttons->addWidget(m_applyLossless);
    buttons->addWidget(m_applyWithin);
    buttons->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(style::unit);
    column->addWidget(new TextLabel(Rank::Section, tr("What the logs recommend"), this));
    column->addWidget(m_text);
    column->addWidget(m_budgetText);
    column->addLayout(buttons);
    column->addWidget(m_reasons);
    connect(m_applyLossless, &QPushButton::clicked, this, [this] { apply(m_lossless, tr("Require at No Loss")); });
    connect(m_applyWithin, &QPushButton::clicked, this,
        [this] { apply(m_within, tr("Require within %1 Budget").arg(style::percent(m_budget))); });
    setBudget(m_budget);
}

void Recommendation::setFrontier(Direction direction, std::shared_ptr<const Frontier> frontier)
{
    m_direction = direction;
    m_frontier = std::move(frontier);
    m_lossless = m_frontier ? m_frontier->lossless() : Selection{};
    m_within = m_frontier ? m_frontier->within(m_budget) : Selection{};
    refresh();
}

void Recommendation::setBudget(double share)
{
    m_budget = share;
    m_within = m_frontier ? m_frontier->within(m_budget) : Selection{};
    m_applyWithin->setText(tr("Require within %1 Budget").arg(style::percent(m_budget)));
    refresh();
}

void Recommendation::apply(const Selection& points, const QString& text)
{
    if (!m_frontier)
        return;
    const Simulation& simulation = m_document->simulation(m_direction);
    const std::optional<Selection> inForce = pointsInForce(simulation, *m_frontier);
    PolicyChange change = m_document->replacement(
        m_direction, frontierPolicy(simulation, *m_frontier, points, m_document->index(m_direction).byName()));
    const bool isPreset = inForce == m_lossless || inForce == m_within;
    const int replaced = isPreset ? 0 : plural(change.replaced());
    const QString said = tr("%1, in place of %n other choice(s)", nullptr, replaced).arg(text);
    m_document->change(m_direction, std::move(change), replaced == 0 ? text : said);
}

void Recommendation::refresh()
{
    const Simulation& simulation = m_document->simulation(m_direction);
    const bool any = m_frontier && m_direction != Direction::Submission && simulation.domainCount() > 0;
    setVisible(any);
    if (!any)
        return;
    const std::size_t lossless = m_lossless.count();
    const std::size_t within = m_within.count();
    if (m_frontier->unknownShare > 0.5) {
        m_text->setText(tr("The logs do not tell of %1 of the wanted mail whether it came over TLS: too little to "
                           "recommend anything for all of it.")
                            .arg(style::percent(m_frontier->unknownShare)));
    } else if (lossless == 0) {
        m_text->setText(tr("No domain with three messages or more has used TLS for all of its wanted mail. Set "
                           "requirements in Policy, "
                           "or look at the standard way below."));
    } else {
        m_text->setText(
            tr("%Ln domain(s) used TLS for all wanted mail, in three messages or more. Requiring encryption of just "
               "these would have lost none of it, and protects %1; about %2 of the wanted mail is to be expected lost "
               "in the next period, for what is not seen yet.",
                nullptr, plural(lossless))
                .arg(style::percent(m_lossless.value), style::percent(m_lossless.cost)));
    }
    m_budgetText->setVisible(within > 0);
    if (within > 0) {
        m_budgetText->setText(
            tr("A loss budget of %1 buys %Ln domain(s), and protects %2; %3 of the wanted mail is to be expected lost.",
                nullptr, plural(within))
                .arg(style::percent(m_budget), style::percent(m_within.value), style::percent(m_within.cost)));
    }
    const std::optional<Selection> inForce = pointsInForce(simulation, *m_frontier);
    m_applyLossless->setVisible(lossless > 0);
    m_applyLossless->setEnabled(inForce != m_lossless);
    m_applyWithin->setVisible(within > 0);
    m_applyWithin->setEnabled(inForce != m_within);
    showReasons();
}

void Recommendation::showReasons()
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
    std::size_t lossless = 0; // of those within the budget
    for (const Selection::Run& run : m_within.runs) {
        for (std::uint32_t i = run.begin; i < run.end; ++i)
            lossless += m_frontier->points[i].isLossless ? 1 : 0;
    }
    const std::size_t within = m_within.count();
    const std::size_t points = m_frontier->points.size();
    add(lossless, tr("in: all their wanted mail came over TLS, and they protect most for what they may lose."));
    add(within - lossless, tr("in, for the budget: they lose least for each message that they protect."));
    add(points - within, tr("out: they must be expected to lose more than the budget allows."));
    add(withTls - std::min(withTls, points),
        tr("out: fewer than three messages, no wanted mail over TLS, or not a domain name."));
    add(never, tr("out: never seen over TLS. Requiring it would protect nothing, and lose everything."));
    m_reasons->setStatements(reasons);
}

} // namespace waxseal
