// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/forecast/forecast.h"

#include <QWidget>

#include <memory>

class QLabel;
class QPushButton;

namespace waxseal {

class Document;
class StatementList;

/** Of whom the logs say that TLS can be required: at no loss, and within a budget; with the reasons for those who are
 * in it and those who are not, and a button for each. */
class Recommendation : public QWidget
{
    Q_OBJECT
public:
    explicit Recommendation(Document* document, QWidget* parent = nullptr);

    /** Null: not known yet. */
    void setFrontier(Direction direction, std::shared_ptr<const Frontier> frontier);
    void setBudget(double share); ///< of the wanted mail, 0 … 1
    void refresh();

private:
    void apply(const Selection& points, const QString& text);
    void showReasons();

    Document* m_document;
    Direction m_direction = Direction::Inbound;
    std::shared_ptr<const Frontier> m_frontier;
    double m_budget = 0.001;
    Selection m_lossless;
    Selection m_within; ///< what the budget buys
    QLabel* m_text;
    QLabel* m_budgetText;
    StatementList* m_reasons;
    QPushButton* m_applyLossless;
    QPushButton* m_applyWithin;
};

} // namespace waxseal
