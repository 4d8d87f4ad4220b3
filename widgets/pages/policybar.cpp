// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/pages/policybar.h"

#include "widgets/controls/segmentedcontrol.h"
#include "widgets/document/document.h"
#include "widgets/items/figures.h"
#include "widgets/style/icons.h"
#include "widgets/style/numbers.h"
#include "widgets/style/palette.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QToolButton>

#include <array>

namespace waxseal {

using namespace Qt::StringLiterals;
using style::unit;

namespace {

constexpr std::array presets{Preset::None, Preset::NoLoss, Preset::Budget, Preset::All};
constexpr double firstBudget = 0.001; // one in a thousand

int at(Preset preset)
{
    return static_cast<int>(preset);
}

} // namespace

PolicyBar::PolicyBar(Document* document, QWidget* parent)
    : FoldingRow(parent)
    , m_document(document)
    , m_presets(new SegmentedControl(this))
    , m_pins(new QToolButton(this))
    , m_budget(new QDoubleSpinBox(this))
    , m_default(new QComboBox(this))
    , m_ending(new QStackedWidget(this))
    , m_refusal(new SegmentedControl(this))
    , m_refusalLabel(new QLabel(tr("Refuse"), this))
    , m_liveTests(new QCheckBox(tr("&Live tests"), this))
    , m_appliedBudget(firstBudget)
{
    const std::array names{tr("None"), tr("No Loss"), tr("Budget"), tr("All")};
    const std::array hints{tr("Require nothing of anybody"),
        tr("Require encrypt of every domain that has lost nothing by it in these logs"),
        tr("Require encrypt of as much mail as the budget buys"), tr("Require encrypt of everybody")};
    const std::array actionNames{
        tr("Require Nothing"), tr("Require at No Loss"), tr("Require within Budget"), tr("Require of All")};
    m_presets->setObjectName(u"presets"_s);
    m_presets->setAccessibleName(tr("Preset"));
    for (const Preset preset : presets) {
        const auto i = static_cast<std::size_t>(preset);
        m_presets->add(names[i], hints[i]);
        m_presets->button(at(preset))->setAccessibleDescription(hints[i]);
        auto* action = new QAction(actionNames[i], this);
        action->setToolTip(hints[i]);
        connect(action, &QAction::triggered, this, [this, preset] { choose(preset); });
        m_actions.append(action);
    }
    m_pins->setObjectName(u"pins"_s);
    m_pins->setAutoRaise(true);
    m_pins->setIcon(style::themedIcon(u"pin"_s));
    m_pins->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_pins->setPopupMode(QToolButton::InstantPopup);
    m_pins->setToolTip(tr("Requirements chosen by hand: presets and the budget leave them as they are"));
    auto* pinMenu = new QMenu(m_pins);
    pinMenu->addAction(tr("&Show Them"), this, &PolicyBar::pinsRequested);
    pinMenu->addAction(tr("&Let Presets Decide Again"), this, [this] {
        QList<Scope> scopes;
        for (const auto& [scope, requirement] : m_document->pins(m_direction))
            scopes.append(scope);
        m_document->unpin(m_direction, scopes);
    });
    m_pins->setMenu(pinMenu);
    QSizePolicy keepsItsRoom = m_pins->sizePolicy();
    keepsItsRoom.setRetainSizeWhenHidden(true);
    m_pins->setSizePolicy(keepsItsRoom);
    m_budget->setObjectName(u"budget"_s);
    m_budget->setAccessibleName(tr("Loss budget in percent"));
    m_budget->setToolTip(tr("The share of wanted mail that may be lost"));
    m_budget->setRange(0, 100);
    m_budget->setDecimals(2);
    m_budget->setSingleStep(0.05);
    m_budget->setSuffix(tr("\u00a0%"));
    m_budget->setValue(firstBudget * 100);
    m_budget->setKeyboardTracking(false);
    m_default->setObjectName(u"defaultRequirement"_s);
    m_default->setAccessibleName(tr("Requirement for all other domains"));
    m_default->setToolTip(tr("Required of every domain that has no requirement of its own"));
    m_default->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_refusal->setObjectName(u"refusal"_s);
    m_refusal->setAccessibleName(tr("How to refuse"));
    m_refusal->add(tr("Later"), tr("Refuse with 4xx: the sender retries for days, and may come back over TLS"));
    m_refusal->add(tr("Now"), tr("Refuse with 5xx: the sender gets it back as undeliverable at once"));

    m_refusalLabel->setBuddy(m_refusal);
    m_liveTests->setObjectName(u"liveTests"_s);
    m_liveTests->setToolTip(
        tr("Where the logs cannot know what dane, verify or secure would do to a message, the last live test of its "
           "domain decides. Off: such messages count as unknown."));

    const auto label = [this](const QString& text, QWidget* buddy) {
        auto* widget = new QLabel(text, this);
        widget->setBuddy(buddy);
        return widget;
    };
    addLeading(m_presets);
    addLeading(m_budget);
    addLeading(m_pins);
    addLeading(new QWidget(this), 1);
    addTrailing(label(tr("O&thers"), m_default));
    addTrailing(m_default);
    addTrailingSpace(unit);
    // One room for both, so that the window keeps its shape from one direction to the other.
    auto* refusal = new QWidget(m_ending);
    auto* refusalLayout = new QHBoxLayout(refusal);
    refusalLayout->setContentsMargins(0, 0, 0, 0);
    refusalLayout->setSpacing(unit);
    refusalLayout->addWidget(m_refusalLabel);
    refusalLayout->addWidget(m_refusal);
    m_ending->addWidget(refusal);
    m_ending->addWidget(m_liveTests);
    m_ending->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    addTrailing(m_ending);

    connect(m_presets, &SegmentedControl::chosen, this,
        [this](int choice) { choose(presets[static_cast<std::size_t>(choice)]); });
    connect(m_budget, &QDoubleSpinBox::valueChanged, this, [this](double percent) {
        Q_EMIT budgetChanged(percent / 100);
        applyBudget();
        ++m_drag;
    });
    connect(m_default, &QComboBox::activated, this, [this] {
        if (const auto requirement = Requirement::parse(m_default->currentData().toString().toStdString(), m_direction))
            m_document->setDefaultRequirement(m_direction, *requirement);
    });
    connect(m_refusal, &SegmentedControl::chosen, this,
        [this](int choice) { m_document->setRefusal(m_direction, choice == 0 ? Refusal::Later : Refusal::Now); });
    connect(m_liveTests, &QCheckBox::toggled, m_document, &Document::setTestsVote);
    connect(m_document, &Document::testsVoteChanged, m_liveTests, &QCheckBox::setChecked);
    connect(m_document, &Document::probesChanged, this, [this] { m_liveTests->setEnabled(hasTests()); });
    connect(m_document, &Document::policyEdited, this, [this](Direction direction, const PolicyChange& change) {
        if (direction == m_direction)
            followBudget(change);
    });
    connect(m_document, &Document::policyChanged, this, [this](Direction direction, const QList<int>& rows) {
        if (direction != m_direction)
            return;
        m_tracker.update(m_document->simulation(direction), rows, m_document->index(direction).byName());
        if (!m_changing)
            refresh();
    });
    connect(m_document, &Document::choicesChanged, this, [this](Direction direction) {
        if (direction != m_direction)
            return;
        m_tracker.setPins(m_document->simulation(direction), m_document->pins(direction));
        countBudget();
        if (!m_changing)
            refresh();
    });
    connect(m_document, &Document::factsChanged, this, [this] {
        m_frontier.reset(); // of facts that are gone
        m_tracker.clear();
        m_points.reset();
        refresh();
    });
    setDirection(m_direction);
}

void PolicyBar::setDirection(Direction direction)
{
    m_direction = direction;
    m_frontier.reset();
    m_tracker.clear();
    m_points.reset();
    m_isBudget = false;
    // RFC 3207 speaks of servers that receive mail for the public.
    const QString hint = direction == Direction::Inbound
        ? tr("Require encrypt of everybody; RFC 3207 section 4 says a public server must not")
        : tr("Require encrypt of everybody");
    m_presets->button(at(Preset::All))->setToolTip(hint);
    m_presets->button(at(Preset::All))->setAccessibleDescription(hint);
    m_actions[at(Preset::All)]->setToolTip(hint);
    m_default->clear();
    for (const Requirement& requirement : requirements(direction))
        m_default->addItem(figures::requirement(requirement), QString::fromStdString(requirement.text()));
    refresh();
}

void PolicyBar::setFrontier(std::shared_ptr<const Frontier> frontier)
{
    m_frontier = std::move(frontier);
    m_lossless = m_frontier ? m_frontier->lossless() : Selection{};
    if (m_frontier)
        m_tracker.setFrontier(*m_frontier, m_document->simulation(m_direction), m_document->index(m_direction).byName(),
            m_document->pins(m_direction));
    else
        m_tracker.clear();
    countBudget();
    refresh();
}

/** What the budget buys beside what was chosen by hand. */
void PolicyBar::countBudget()
{
    const Simulation& simulation = m_document->simulation(m_direction);
    m_within = m_frontier ? m_frontier->within(budgetBesidePins(simulation, budget(), m_document->pins(m_direction)))
                          : Selection{};
}

/** Says how much stands beside a preset; the room for it is always there. */
void PolicyBar::showPins()
{
    const std::size_t count = m_document->pins(m_direction).size();
    const QString text = tr("+ %1 by hand").arg(style::count(count));
    if (m_pins->text() != text)
        m_pins->setText(text);
    m_pins->setVisible(count > 0);
}

double PolicyBar::budget() const
{
    return m_budget->value() / 100;
}

void PolicyBar::showBudget(double share)
{
    const QSignalBlocker blocked(m_budget);
    m_budget->setValue(share * 100);
    countBudget();
}

void PolicyBar::dragBudget(double share)
{
    showBudget(share);
    applyBudget();
}

void PolicyBar::commitBudget(double share)
{
    dragBudget(share);
    ++m_drag;
}

void PolicyBar::applyBudget()
{
    if (!m_frontier)
        return;
    m_isBudget = true;
    countBudget();
    takePoints(
        m_within, tr("Require within %1 Budget").arg(style::percent(budget())), std::pair(m_appliedBudget, budget()));
    m_appliedBudget = budget();
}

/** A step that a budget made takes the budget with it when it is undone or done again. */
void PolicyBar::followBudget(const PolicyChange& change)
{
    if (m_changing || !change.budget)
        return;
    m_appliedBudget = change.budget->second;
    showBudget(change.budget->second);
    Q_EMIT budgetChanged(budget());
}

void PolicyBar::takePoints(
    const Selection& points, const QString& text, std::optional<std::pair<double, double>> budget)
{
    if (budget && budget->first == budget->second)
        budget.reset();
    const Simulation& simulation = m_document->simulation(m_direction);
    m_changing = true;
    PolicyChange change = m_points
        ? frontierStep(simulation, *m_frontier, *m_points, m_tracker.unpinned(points))
        : m_document->replacement(
            m_direction, frontierPolicy(simulation, *m_frontier, points, m_document->index(m_direction).byName()));
    change.budget = budget;
    take(std::move(change), text, m_drag);
    m_changing = false;
    m_points = m_tracker.unpinned(points);
    refresh();
}

/** Says in the step how many requirements it puts others in place of, when those were no preset's. */
void PolicyBar::take(PolicyChange change, const QString& text, int mergeKey)
{
    if (m_inForce < 0 && m_frontier) { // without a frontier nobody knows whether a preset holds
        m_replaced = change.replaced() + (m_replacedIn == m_drag ? m_replaced : 0);
        m_replacedIn = m_drag;
    }
    const std::size_t replaced = m_replacedIn == m_drag ? m_replaced : 0;
    //: A step to undo: "Require at No Loss, in place of 37 other choices"
    const QString said = tr("%1, in place of %n other choice(s)", nullptr, static_cast<int>(replaced)).arg(text);
    m_document->change(m_direction, std::move(change), replaced == 0 ? text : said, mergeKey);
}

void PolicyBar::choose(Preset preset)
{
    ++m_drag;
    const Simulation& simulation = m_document->simulation(m_direction);
    if (preset == Preset::Budget) {
        applyBudget();
    } else if (preset == Preset::NoLoss && m_frontier) {
        m_isBudget = false;
        takePoints(m_lossless, m_actions[at(preset)]->text());
    } else if (preset == Preset::None || preset == Preset::All) {
        m_isBudget = false;
        take(m_document->replacement(m_direction, presetPolicy(simulation, {}, preset, 0)),
            m_actions[at(preset)]->text(), -1);
    }
    ++m_drag;
    refresh();
}

void PolicyBar::refresh()
{
    const Simulation& simulation = m_document->simulation(m_direction);
    const DirectionPolicy& policy = simulation.policy();
    const bool any = simulation.domainCount() > 0;
    if (!m_frontier)
        m_points.reset(); // points of a frontier that is gone
    else if (!m_changing)
        m_points = m_tracker.points(simulation, m_document->pinnedRows(m_direction));

    // What was chosen by hand stands beside a preset.
    const std::size_t pinned = m_document->pinnedRows(m_direction);
    const bool noOthers = policy.rows.size() == pinned;
    const auto holds
        = [&](const Selection& points) { return m_frontier && m_points && *m_points == m_tracker.unpinned(points); };
    int current = -1;
    if (noOthers && policy.byDefault == Requirement{})
        current = at(Preset::None);
    else if (noOthers && policy.byDefault == presetRequirement)
        current = at(Preset::All);
    else if (m_isBudget && holds(m_within))
        current = at(Preset::Budget);
    else if (holds(m_lossless))
        current = at(Preset::NoLoss);
    else if (holds(m_within))
        current = at(Preset::Budget);
    m_inForce = current;
    m_presets->setCurrent(current);
    for (const Preset preset : presets) {
        const bool usable = any && (preset == Preset::None || preset == Preset::All || m_frontier);
        m_presets->button(at(preset))->setEnabled(usable);
        m_actions[at(preset)]->setEnabled(usable);
    }
    m_budget->setEnabled(any && m_frontier);
    m_default->setEnabled(any);
    m_refusal->setEnabled(any);
    m_default->setCurrentIndex(m_default->findData(QString::fromStdString(policy.byDefault.text())));
    m_refusal->setCurrent(policy.refusal == Refusal::Later ? 0 : 1);
    showPins();
    const bool outbound = m_direction == Direction::Outbound;
    m_ending->setCurrentIndex(outbound ? 1 : 0);
    m_liveTests->setEnabled(hasTests());
    m_liveTests->setChecked(m_document->testsVote());
}

bool PolicyBar::hasTests() const
{
    return !m_document->tests().all().isEmpty();
}

} // namespace waxseal
