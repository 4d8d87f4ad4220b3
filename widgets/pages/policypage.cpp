// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/pages/policypage.h"

#include "widgets/document/document.h"
#include "widgets/document/forecaster.h"
#include "widgets/items/domaintable.h"
#include "widgets/items/tablemenus.h"
#include "widgets/pages/detailspanel.h"
#include "widgets/pages/domainpanel.h"
#include "widgets/pages/filterbar.h"
#include "widgets/pages/outcomepanel.h"
#include "widgets/pages/policyactions.h"
#include "widgets/pages/policybar.h"
#include "widgets/style/icons.h"

#include <QAction>
#include <QSettings>
#include <QSplitter>
#include <QVBoxLayout>

namespace waxseal {

using namespace Qt::StringLiterals;

PolicyPage::PolicyPage(Document* document, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_forecaster(new Forecaster(document, this))
    , m_domains(new DomainPanel(document, this))
    , m_outcome(new OutcomePanel(document, m_forecaster, this))
    , m_details(new DetailsPanel(document, this))
    , m_across(new QSplitter(Qt::Horizontal, this))
    , m_down(new QSplitter(Qt::Vertical, this))
    , m_find(new QAction(style::themedIcon(u"search"_s), tr("&Find Domain"), this))
    , m_showDetails(new QAction(tr("&Details of the Domain"), this))
    , m_viewMenus{makeSortMenu(m_domains->table(), this), makeColumnMenu(m_domains->table(), this)}
{
    m_across->setObjectName(u"policyAcross"_s);
    m_across->setChildrenCollapsible(false);
    m_across->addWidget(m_domains);
    m_across->addWidget(m_outcome);
    m_across->setStretchFactor(0, 2);
    m_across->setStretchFactor(1, 1);
    m_down->setObjectName(u"policyDown"_s);
    m_down->addWidget(m_across);
    m_down->addWidget(m_details);
    m_down->setCollapsible(0, false);
    m_down->setCollapsible(1, true);
    m_down->setStretchFactor(0, 4);
    m_down->setStretchFactor(1, 1);
    resetSplitters();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_down);

    m_find->setShortcut(QKeySequence::Find);
    connect(m_find, &QAction::triggered, m_domains->filterBar(), &FilterBar::focusText);
    m_showDetails->setCheckable(true);
    m_showDetails->setChecked(true);
    m_showDetails->setShortcut(Qt::Key_F4);
    connect(m_showDetails, &QAction::toggled, m_details, &QWidget::setVisible);

    connect(m_domains, &DomainPanel::currentDomainChanged, this,
        [this] { m_details->setDomain(m_direction, m_domains->currentDomain()); });
    connect(m_domains->policyActions(), &PolicyActions::testRequested, this, &PolicyPage::testRequested);
    connect(m_details, &DetailsPanel::testRequested, this, &PolicyPage::testRequested);
    connect(m_details, &DetailsPanel::resultRequested, this, &PolicyPage::resultRequested);

    PolicyBar* bar = m_domains->policyBar();
    connect(
        m_forecaster, &Forecaster::frontierChanged, bar, [this, bar] { bar->setFrontier(m_forecaster->frontier()); });
    connect(m_outcome, &OutcomePanel::budgetDragged, bar, &PolicyBar::dragBudget);
    connect(m_outcome, &OutcomePanel::budgetCommitted, bar, &PolicyBar::commitBudget);
    connect(bar, &PolicyBar::budgetChanged, m_outcome, &OutcomePanel::setBudget);
    connect(bar, &PolicyBar::budgetChanged, this, &PolicyPage::budgetChanged);
    connect(m_outcome, &OutcomePanel::budgetCommitted, this, &PolicyPage::budgetChanged);
    m_outcome->setBudget(bar->budget());
    m_details->setDomain(m_direction, m_domains->currentDomain());
}

void PolicyPage::setDirection(Direction direction)
{
    if (direction == m_direction)
        return;
    m_direction = direction;
    m_outcome->setDirection(direction);
    m_domains->setDirection(direction);
    m_forecaster->setDirection(direction);
    m_details->setDomain(direction, m_domains->currentDomain());
}

double PolicyPage::budget() const
{
    return m_domains->policyBar()->budget();
}

QList<QAction*> PolicyPage::policyActions() const
{
    QList<QAction*> actions = m_domains->policyBar()->actions();
    actions.append(nullptr);
    actions.append(m_domains->policyActions()->all());
    return actions;
}

void PolicyPage::saveLayout(QSettings& settings) const
{
    settings.setValue(u"policy/across"_s, m_across->saveState());
    settings.setValue(u"policy/down"_s, m_down->saveState());
    settings.setValue(u"policy/columns"_s, m_domains->table()->columnState());
    settings.setValue(u"policy/details"_s, m_showDetails->isChecked());
    settings.setValue(u"policy/remarkRead"_s, m_outcome->isRemarkRead());
}

void PolicyPage::restoreLayout(const QSettings& settings)
{
    m_across->restoreState(settings.value(u"policy/across"_s).toByteArray());
    m_down->restoreState(settings.value(u"policy/down"_s).toByteArray());
    m_domains->table()->restoreColumnState(settings.value(u"policy/columns"_s).toByteArray());
    m_showDetails->setChecked(settings.value(u"policy/details"_s, true).toBool());
    m_outcome->setRemarkRead(settings.value(u"policy/remarkRead"_s).toBool());
}

void PolicyPage::resetLayout()
{
    m_showDetails->setChecked(true);
    resetSplitters();
    m_domains->table()->resetColumns();
}

void PolicyPage::resetSplitters()
{
    // Shares; the splitters turn them into pixels.
    m_across->setSizes({660, 340});
    m_down->setSizes({800, 200});
}

} // namespace waxseal
