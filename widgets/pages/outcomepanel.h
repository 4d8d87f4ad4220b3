// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/words.h"

#include <QScrollArea>

class QFrame;

namespace waxseal {

class CostPanel;
class Document;
class Forecaster;
class FrontierChart;
class OutcomeChart;
class PolicyPreview;
class PolicyWatch;

/** The right of the Policy place: the charts of what the policy costs. They follow a toggle in the same frame. */
class OutcomePanel : public QScrollArea
{
    Q_OBJECT
public:
    OutcomePanel(Document* document, PolicyWatch* watch, PolicyPreview* preview, Forecaster* forecaster,
        QWidget* parent = nullptr);

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

    Document* m_document;
    PolicyWatch* m_watch;
    Forecaster* m_forecaster;
    QFrame* m_remark;
    PolicyPreview* m_preview;
    OutcomeChart* m_chart;
    CostPanel* m_costs;
    FrontierChart* m_frontier;
    bool m_remarkDismissed = false;
};

} // namespace waxseal
