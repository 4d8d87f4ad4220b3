// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/words.h"

#include <QScrollArea>

#include <optional>
#include <vector>

class QFrame;

namespace waxseal {

class CostPanel;
class Document;
class Forecaster;
class FrontierChart;
class KeptWatch;
class OutcomeChart;
class PolicyPreview;
class PolicyWatch;
class Simulation;
struct Requirement;

/** The right of the Policy place: the charts of what the policy costs. They follow a toggle in the same frame. */
class OutcomePanel : public QScrollArea
{
    Q_OBJECT
public:
    OutcomePanel(Document* document, PolicyWatch* watch, KeptWatch* kept, PolicyPreview* preview,
        Forecaster* forecaster, QWidget* parent = nullptr);

    void setBudget(double share);
    OutcomeChart* outcomeChart() const { return m_chart; }
    CostPanel* costs() const { return m_costs; }
    FrontierChart* frontierChart() const { return m_frontier; }
    /** The remark on RFC 3207 is made until it has been read once. */
    bool isRemarkRead() const { return m_remarkDismissed; }
    void setRemarkRead(bool read);

    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

Q_SIGNALS:
    void budgetDragged(double share);
    void budgetCommitted(double share);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildRemark();
    void placeRemark();
    void showOutcome();
    void showChange();
    void showRemark();
    void showFrontier();
    void showPreview();
    void showKept();
    void showStanding(bool isStep);
    void showPreviewedStanding(std::size_t row);
    std::pair<double, double> share(std::size_t row, const Requirement& requirement) const;
    /** Where a policy stands on the frontier: what it is to be expected to lose, and what it protects. */
    template <typename RequirementOf>
    std::pair<double, double> standing(RequirementOf requirementOf) const;

    Document* m_document;
    PolicyWatch* m_watch;
    KeptWatch* m_kept;
    Forecaster* m_forecaster;
    QFrame* m_remark;
    PolicyPreview* m_preview;
    OutcomeChart* m_chart;
    CostPanel* m_costs;
    FrontierChart* m_frontier;
    std::vector<double> m_expected; ///< by row of the simulation: expected loss at encrypt; negative: none is known
    bool m_remarkDismissed = false;
};

} // namespace waxseal
