// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/forecast/forecast.h"
#include "widgets/charts/chart.h"

#include <functional>
#include <optional>
#include <vector>

class QCPGraph;
class QCPItemLine;
class QCPItemStraightLine;
class QCPItemText;
class QCPItemTracer;

namespace waxseal {

/**
 * What each loss would buy: mail protected against downgrade, by wanted mail that must be expected to be lost. The
 * policy in force is a dot; above it stands the best that the same loss would buy. A handle at the budget is dragged
 * with the mouse or moved with the arrow keys (Page Up and Page Down for ten steps, Home and End).
 */
class FrontierChart : public Chart
{
    Q_OBJECT
public:
    explicit FrontierChart(QWidget* parent = nullptr);

    /** How a row of the simulation is called: the large steps of the curve bear the names of their domains. */
    using Names = std::function<QString(std::uint32_t row)>;
    void setFrontier(const Frontier& frontier, const Names& names = {});
    /** Where a policy stands, in shares of the wanted mail. */
    struct Standing
    {
        double cost = 0; ///< to be expected lost
        double covered = 0; ///< protected
        bool operator==(const Standing&) const = default;
    };
    /** The policy in force, and where it stood before the last step. */
    void setPolicy(const std::optional<Standing>& now, const std::optional<Standing>& before = {});
    const std::optional<Standing>& policy() const { return m_policy; }
    /** Where the switch of the row under mouse or keyboard would bring it. */
    void setPreview(const std::optional<Standing>& preview);
    /** The policy that is kept to be compared. */
    void setKept(const std::optional<Standing>& kept, const QString& name);
    /** RFC 3207, section 4, speaks of those who receive mail for the public. */
    void setQuotesRfc(bool quotes);
    /** What is written in the chart, and where, in pixels of the plot. */
    QList<std::pair<QString, QRectF>> labels() const;
    /** The middle of the handle, in pixels of the plot. */
    QPointF handlePosition() const;
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
    QString unitText() const override;
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
    void placeMarks();
    void findSteps(const Frontier& frontier, const Names& names);
    void placeLabels();
    void padRanges();
    QPointF pixelOf(const Standing& standing) const;
    void describe();
    bool hasCurve() const; ///< there is something to buy
    double highestCost() const;
    bool isNearHandle(const QPoint& position) const;

    Knapsack m_knapsack; // what a budget buys exactly; the curve has its upper bound but for one domain
    Selection m_bought; // by the budget
    std::vector<Sample> m_points; // ascending in cost, one a cost
    std::vector<Sample> m_samples; // at most maximumSamples of them: hover, table
    struct Step
    {
        Standing at;
        QString text;
    };
    std::vector<Step> m_steps; ///< the largest, largest first
    std::optional<Standing> m_policy;
    std::optional<Standing> m_policyBefore;
    std::optional<Standing> m_previewed;
    std::optional<Standing> m_kept;
    QString m_keptName;
    bool m_quotesRfc = true;
    QPalette m_tint; ///< what the chart was coloured with
    double m_requireAllCost = 0;
    double m_budget = 0;
    double m_range = 0.01; // of the x axis, a share
    bool m_dragging = false;
    bool m_moved = false; // since the last commit

    // Owned by the plot.
    QCPGraph* m_curve = nullptr;
    QCPGraph* m_hover = nullptr;
    QCPItemStraightLine* m_line = nullptr;
    QCPItemLine* m_gap = nullptr; ///< from the policy to the best for the same loss
    QCPItemTracer* m_zeroMark = nullptr;
    QCPItemTracer* m_handle = nullptr;
    QCPItemTracer* m_dot = nullptr;
    QCPItemTracer* m_dotBefore = nullptr;
    QCPItemTracer* m_best = nullptr;
    QCPItemTracer* m_dotPreview = nullptr;
    QCPItemTracer* m_dotKept = nullptr;
    std::vector<QCPItemText*> m_texts; ///< as many as can be shown
};

} // namespace waxseal
