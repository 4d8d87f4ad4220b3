// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "probe/result/facts.h"

#include <QScrollArea>

class QAction;
class QLabel;

namespace waxseal {

class DeliveryTable;

/** The right of the Tester place: the delivery matrix and what to do about it. */
class DeliveryPanel : public QScrollArea
{
    Q_OBJECT
public:
    /** The actions become buttons; those that are off are not shown. */
    explicit DeliveryPanel(const QList<QAction*>& actions, QWidget* parent = nullptr);

    /** `isOwn`: told to the owner of the domain. */
    void setFacts(const DomainFacts& facts, bool isOwn);
    void clearFacts(const QString& why);
    QString text() const; ///< for the clipboard
    QSize minimumSizeHint() const override;

private:
    QLabel* m_title;
    QLabel* m_sender; ///< whose verdict, where it is not the usual one
    DeliveryTable* m_table;
    QLabel* m_adviceTitle;
    QLabel* m_advice;
};

} // namespace waxseal
