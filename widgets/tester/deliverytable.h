// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "probe/verdict/delivery.h"

#include <QTableWidget>

namespace waxseal {

/** The delivery matrix of one domain: level, outcome, why. As high as its rows. */
class DeliveryTable : public QTableWidget
{
    Q_OBJECT
public:
    enum Column
    {
        Level,
        Outcome,
        Why
    };
    static constexpr int outcomeRole = Qt::UserRole; ///< of the outcome: a Delivery, or nothing yet

    explicit DeliveryTable(QWidget* parent = nullptr);

    void setFacts(const DomainFacts& facts);
    void clearFacts();
    QString text() const; ///< for the clipboard

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fitRows();

    bool m_fitPending = false;
};

QString deliveryText(Delivery delivery); ///< for people
QString levelText(SenderLevel level); ///< Postfix's word; MTA-STS as its RFC writes it

} // namespace waxseal
