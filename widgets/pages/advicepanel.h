// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/pages/planfigures.h"

#include <QScrollArea>

class QLabel;

namespace waxseal {

class Document;
class FigureTable;
class FigureView;
class Forecaster;
class Recommendation;
class ShareBar;
class StatementList;

/** The recommendation for the policy of a direction: of whom what is required, what it costs, what it protects, how to
 * roll it out. */
class AdvicePanel : public QScrollArea
{
    Q_OBJECT
public:
    /** The forecaster follows the same direction; whoever owns it sees to that. */
    AdvicePanel(Document* document, Forecaster* forecaster, QWidget* parent = nullptr);

    void setDirection(Direction direction);
    void setBudget(double share);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void build();
    void markStale();
    void refresh();
    void refreshHead();
    void refreshRecommendation();
    void refreshCost();
    void refreshForecast();
    void refreshStages();
    QString forecastText() const;

    Document* m_document;
    Direction m_direction = Direction::Inbound;
    Forecaster* m_forecaster;
    PlanFigures m_figures;
    bool m_stale = true;

    QWidget* m_demo = nullptr;
    QLabel* m_headline = nullptr;
    QLabel* m_subtitle = nullptr;
    ShareBar* m_bar = nullptr;
    Recommendation* m_recommendation = nullptr;
    QWidget* m_requiredBox = nullptr;
    FigureTable* m_required = nullptr;
    QWidget* m_costBox = nullptr;
    StatementList* m_cost = nullptr;
    QLabel* m_forecast = nullptr;
    QWidget* m_losersBox = nullptr;
    FigureTable* m_losers = nullptr;
    QLabel* m_losersText = nullptr;
    QWidget* m_protectsBox = nullptr;
    QLabel* m_protects = nullptr;
    QWidget* m_stagesBox = nullptr;
    StatementList* m_stages = nullptr;
    StatementList* m_standard = nullptr;
};

} // namespace waxseal
