// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/forecast/forecast.h"
#include "widgets/charts/chart.h"

#include <vector>

class QCPGraph;
class QCPItemStraightLine;
class QCPItemText;
class QCPItemTracer;

namespace waxseal {

/**
 * What each loss would buy: mail protected against downgrade, by wanted mail lost. A handle at the budget is dragged
 * with the mouse or moved with the arrow keys (Page Up and Page Down for ten steps, Home and End).
 */
class FrontierChart : public Chart
{
    Q_OBJECT
public:
    explicit FrontierChart(QWidget* parent = nullptr);

    void setFrontier(const Frontier& frontier);
    /** Share of wanted messages, 0 … 1. Emits nothing. */
    void setBudget(double share);
    double budget() const { return m_budget; }
    /** One arrow key's step of the budget. */
    double step() const;
    /** The share of wanted mail that a budget protects. */
    double coveredBy(double budget) const;
    /** How many domains a budget lets us require it of. */
    std::size_t domainsWithin(double budget) const;

    int itemCount() const override { return static_cast<int>(m_samples.size()); }
    QString itemText(int item) const override;

Q_SIGNALS:
    void budgetChanged(double share); ///< while the handle moves
    void budgetCommitted(double share); ///< it has come to rest

protected:
    void retint(const QPalette& palette, const QColor& background) override;
    void showHighlight(int item) override;
    int itemAt(const QPoint& position) const override;
    QPoint itemPosition(int item) const override;
    void plotResized() override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Sample
    {
        double cost = 0;
        double covered = 0;
        std::size_t domains = 0;
    };
    void moveBudget(double share);
    void commit();
    void fillCurve();
    void fillTable();
    void placeHandle();
    void describe();
    bool hasCurve() const; ///< there is something to buy
    double highestCost() const;
    bool isNearHandle(const QPoint& position) const;

    Knapsack m_knapsack; // what a budget buys exactly; the curve has its upper bound but for one domain
    Selection m_bought; // by the budget
    std::vector<Sample> m_points; // ascending in cost, one a cost
    std::vector<Sample> m_samples; // at most maximumSamples of them: hover, table
    double m_requireAllCost = 0;
    double m_budget = 0;
    double m_range = 0.01; // of the x axis, a share
    bool m_dragging = false;
    bool m_moved = false; // since the last commit

    // Owned by the plot.
    QCPGraph* m_curve = nullptr;
    QCPGraph* m_ends = nullptr;
    QCPGraph* m_hover = nullptr;
    QCPGraph* m_handle = nullptr;
    QCPItemStraightLine* m_line = nullptr;
    QCPItemText* m_handleText = nullptr;
    QCPItemText* m_zeroText = nullptr;
    QCPItemText* m_allText = nullptr;
};

} // namespace waxseal
