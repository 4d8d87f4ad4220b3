// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "probe/verdict/delivery.h"

#include <QTableWidget>

namespace waxseal {

/** The delivery matrix of one domain: level, outcome, why. */
class DeliveryTable : public QTableWidget
{
    Q_OBJECT
public:
    explicit DeliveryTable(QWidget* parent = nullptr);

    void setFacts(const DomainFacts& facts);
    void clearFacts();
    QString text() const; ///< for the clipboard
};

QString deliveryText(Delivery delivery); ///< for people
QString levelText(SenderLevel level); ///< Postfix's word; MTA-STS as its RFC writes it

/** What to require of the domain today, and what its owner should mend. Plain text, translated. */
QString adviceText(const DomainFacts& facts);

} // namespace waxseal
