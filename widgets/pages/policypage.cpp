// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/pages/policypage.h"

#include "widgets/charts/outcomechart.h"
#include "widgets/document/document.h"
#include "widgets/document/forecaster.h"
#include "widgets/document/keptwatch.h"
#include "widgets/document/policypreview.h"
#include "widgets/document/policywatch.h"
#include "widgets/items/domaintable.h"
#include "widgets/items/tablemenus.h"
#include "widgets/pages/costpanel.h"
#include "widgets/pages/detailspanel.h"
#include "widgets/pages/domainpanel.h"
#include "widgets/pages/filterbar.h"
#include "widgets/pages/heropanel.h"
#include "widgets/pages/outcomepanel.h"
#include "widgets/pages/policyactions.h"
#include "widgets/pages/policybar.h"
#include "widgets/pages/versusbar.h"
#include "widgets/style/icons.h"
#include "widgets/style/text.h"

#include <QAction>
#include <QSettings>
#include <QSplitter>
#include <QUndoStack>
#include <QVBoxLayout>

namespace waxseal {

using namespace Qt::StringLiterals;

namespace {

/** One step back or forth, for a button with this word alone. */
QAction* makeStep(Document* document, bool forth)
{
    QUndoStack* stack = document->undoStack();
    auto* action = new QAction(style::themedIcon(forth ? u"redo"_s : u"undo"_s),
        forth ? PolicyPage::tr("Redo") : PolicyPage::tr("Undo"), document);
    QObject::connect(action, &QAction::triggered, stack, forth ? &QUndoStack::redo : &QUndoStack::undo);
    return action;
}

} // namespace

PolicyPage::PolicyPage(Document* document, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_watch(new PolicyWatch(document, this)) // before those who show its figures
    , m_kept(new KeptWatch(document, this))
    , m_preview(new PolicyPreview(document, this))
    , m_forecaster(new Forecaster(document, this))
    , m_hero(new HeroPanel(
          document, m_watch, m_kept, m_forecaster, makeStep(document, false), makeStep(document, true), this))
    , m_versus(new VersusBar(document, m_hero))
    , m_domains(new DomainPanel(document, this))
    , m_details(new DetailsPanel(document, this))
    , m_outcome(new OutcomePanel(document, m_watch, m_kept, m_preview, m_forecaster, this))
    , m_across(new QSplitter(Qt::Horizontal, this))
    , m_down(new QSplitter(Qt::Vertical, this))
    , m_find(new QAction(style::themedIcon(u"search"_s), tr("&Find Domain"), this))
    , m_showDetails(new QAction(tr("&Details of the Domain"), this))
    , m_viewMenus{makeSortMenu(m_domains->table(), this), makeColumnMenu(m_domains->table(), this)}
{
    m_down->setObjectName(u"policyDown"_s);
    m_down->addWidget(m_domains);
    m_down->addWidget(m_details);
    m_down->setCollapsible(0, false);
    m_down->setCollapsible(1, true);
    m_down->setStretchFactor(0, 4);
    m_down->setStretchFactor(1, 1);
    m_across->setObjectName(u"policyAcross"_s);
    m_across->setChildrenCollapsible(false);
    m_across->addWidget(m_down);
    m_across->addWidget(m_outcome);
    m_across->setStretchFactor(0, 2);
    m_across->setStretchFactor(1, 1);
    resetSplitters();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_hero);
    layout->addWidget(new style::Hairline(this));
    layout->addWidget(m_across, 1);

    m_hero->addCorner(m_versus);
    addActions(m_versus->actions()); // their keys
    connect(m_versus, &VersusBar::resized, m_hero, &HeroPanel::refit);
    connect(m_kept, &KeptWatch::changed, this, [this] { m_domains->showKept(m_kept->figures(), m_kept->isKept()); });
    // What the keys do to the selected domains they do from everywhere in the place: the charts, the details.
    for (QAction* action : m_domains->policyActions()->all()) {
        if (action != nullptr && action->shortcutContext() == Qt::WidgetWithChildrenShortcut)
            addAction(action);
    }
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

    connect(m_domains, &DomainPanel::domainLookedAt, m_preview, &PolicyPreview::look);
    connect(m_outcome->costs(), &CostPanel::domainActivated, m_domains, &DomainPanel::goTo);
    connect(m_outcome->costs(), &CostPanel::dropRequested, m_domains->policyActions(), &PolicyActions::switchOff);
    connect(m_outcome->outcomeChart(), &OutcomeChart::daysActivated, m_domains->filterBar(), &FilterBar::toggleDays);
    connect(m_outcome->outcomeChart(), &OutcomeChart::periodDragged, this, &PolicyPage::periodDragged);

    PolicyBar* bar = m_domains->policyBar();
    connect(
        m_forecaster, &Forecaster::frontierChanged, bar, [this, bar] { bar->setFrontier(m_forecaster->frontier()); });
    connect(m_outcome, &OutcomePanel::budgetDragged, bar, &PolicyBar::dragBudget);
    connect(m_outcome, &OutcomePanel::budgetCommitted, bar, &PolicyBar::commitBudget);
    connect(bar, &PolicyBar::budgetChanged, m_outcome, &OutcomePanel::setBudget);
    connect(bar, &PolicyBar::budgetChanged, m_hero, &HeroPanel::setBudget);
    connect(m_outcome, &OutcomePanel::budgetDragged, m_hero, &HeroPanel::setBudget);
    connect(m_outcome, &OutcomePanel::budgetCommitted, m_hero, &HeroPanel::setBudget);
    connect(bar, &PolicyBar::budgetChanged, this, &PolicyPage::budgetChanged);
    connect(m_outcome, &OutcomePanel::budgetCommitted, this, &PolicyPage::budgetChanged);
    m_outcome->setBudget(bar->budget());
    m_hero->setBudget(bar->budget());
    m_details->setDomain(m_direction, m_domains->currentDomain());
}

void PolicyPage::setDirection(Direction direction)
{
    if (direction == m_direction)
        return;
    m_direction = direction;
    m_preview->setDirection(direction);
    m_kept->setDirection(direction);
    m_versus->setDirection(direction);
    m_watch->setDirection(direction);
    m_domains->setDirection(direction);
    m_forecaster->setDirection(direction);
    m_details->setDomain(direction, m_domains->currentDomain());
}

void PolicyPage::showDomain(const QString& key, bool lines)
{
    if (const auto row = m_document->simulation(m_direction).rowOf(key.toStdString()))
        m_domains->goTo(*row);
    if (lines) {
        m_showDetails->setChecked(true);
        m_details->showLogLines();
    }
}

void PolicyPage::showDays(Day first, Day last)
{
    m_domains->filterBar()->showDays(first, last);
    m_domains->table()->setFocus(Qt::OtherFocusReason);
}

void PolicyPage::showPlaintext()
{
    m_domains->filterBar()->showPlaintext();
    m_domains->table()->setFocus(Qt::OtherFocusReason);
}

double PolicyPage::budget() const
{
    return m_domains->policyBar()->budget();
}

QList<QAction*> PolicyPage::policyActions() const
{
    QList<QAction*> actions = m_domains->policyBar()->actions();
    actions.append(nullptr);
    actions.append(m_versus->actions());
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
    m_down->setSizes({760, 240});
}

} // namespace waxseal
