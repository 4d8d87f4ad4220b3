// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/controls/foldingrow.h"
#include "widgets/document/presets.h"
#include "widgets/document/presettracker.h"

#include <memory>

class QAction;
class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QStackedWidget;
class QToolButton;

namespace waxseal {

class Document;
class SegmentedControl;

/** The policy as a whole: presets and their budget, what is required by default, how to refuse. */
class PolicyBar : public FoldingRow
{
    Q_OBJECT
public:
    explicit PolicyBar(Document* document, QWidget* parent = nullptr);

    void setDirection(Direction direction);
    void setFrontier(std::shared_ptr<const Frontier> frontier);

    double budget() const; ///< share, 0 … 1
    /** The budget moves: the policy follows, and all moves of one drag are one undo step. */
    void dragBudget(double share);
    void commitBudget(double share);

    /** The presets as actions, for a menu. */
    QList<QAction*> actions() const { return m_actions; }

Q_SIGNALS:
    void budgetChanged(double share);
    /** The domains that were chosen by hand are to be seen. */
    void pinsRequested();

private:
    void choose(Preset preset);
    void takePoints(const Selection& points, const QString& text, std::optional<std::pair<double, double>> budget = {});
    void applyBudget();
    void refresh();
    void showBudget(double share);
    void followBudget(const PolicyChange& change);
    bool hasTests() const;
    void showPins();
    void countBudget();
    void take(PolicyChange change, const QString& text, int mergeKey);

    Document* m_document;
    Direction m_direction = Direction::Inbound;
    std::shared_ptr<const Frontier> m_frontier;
    SegmentedControl* m_presets;
    QToolButton* m_pins; ///< how many choices by hand hold beside a preset
    QDoubleSpinBox* m_budget;
    QComboBox* m_default;
    QStackedWidget* m_ending; ///< of the bar: how to refuse, or on the way out whether live tests have a say
    SegmentedControl* m_refusal;
    QLabel* m_refusalLabel;
    QCheckBox* m_liveTests;
    QList<QAction*> m_actions;
    PresetTracker m_tracker;
    std::optional<Selection> m_points; ///< of the frontier in force, when the policy is just that
    Selection m_within; ///< what the budget buys
    double m_appliedBudget; ///< of the last step that a budget made
    Selection m_lossless;
    int m_drag = 1; ///< merges the steps of one drag
    bool m_isBudget = false; ///< the budget was chosen, and still holds
    bool m_changing = false;
    int m_inForce = -1; ///< the preset that the policy is, beside what was chosen by hand; −1: none
    std::size_t m_replaced = 0; ///< requirements that were no preset's, and that the drag …
    int m_replacedIn = 0; ///< … of this number put others in place of
};

} // namespace waxseal
