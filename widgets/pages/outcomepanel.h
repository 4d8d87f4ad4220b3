// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/forecast/forecast.h"

#include <QScrollArea>

#include <cstdint>
#include <memory>
#include <vector>

class QBoxLayout;
class QFrame;
class QLabel;

namespace waxseal {

class Document;
class Forecaster;
class FrontierChart;
class OutcomeChart;
class ShareBar;

/** The right of the Policy place: what the policy costs. Every figure but the forecast follows in the same frame. */
class OutcomePanel : public QScrollArea
{
    Q_OBJECT
public:
    OutcomePanel(Document* document, Forecaster* forecaster, QWidget* parent = nullptr);

    void setDirection(Direction direction);
    void setBudget(double share);
    OutcomeChart* outcomeChart() const { return m_chart; }
    FrontierChart* frontierChart() const { return m_frontier; }
    /** The remark on RFC 3207 is made until it has been read once. */
    bool isRemarkRead() const { return m_remarkDismissed; }
    void setRemarkRead(bool read);

    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

Q_SIGNALS:
    void budgetDragged(double share);
    void budgetCommitted(double share);

private:
    QWidget* buildRemark();
    void arrangeHead();
    void reload();
    void policyChanged(Direction direction, const QList<int>& rows);
    void countRequired(std::size_t row);
    void showOutcome();
    void showForecast();
    void showFrontier();
    QString countsText() const;
    QString consequenceText() const;

    Document* m_document;
    Forecaster* m_forecaster;
    Direction m_direction = Direction::Inbound;
    QBoxLayout* m_head;
    QWidget* m_demo;
    QLabel* m_headline;
    QLabel* m_interval;
    QLabel* m_counts;
    QLabel* m_consequence;
    QWidget* m_remark;
    ShareBar* m_bar;
    OutcomeChart* m_chart;
    FrontierChart* m_frontier;
    std::vector<std::uint8_t> m_isRequired; ///< by row: counted in the two sums below
    std::vector<std::uint64_t> m_protectedOf;
    std::uint64_t m_requiredDomains = 0;
    std::uint64_t m_protected = 0; ///< wanted messages that arrive as required
    bool m_remarkDismissed = false;
};

} // namespace waxseal
