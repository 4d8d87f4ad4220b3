// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>

namespace waxseal {

/** Draws the rows of CostModel: each bar begins where the one above ends, so that the last ends at the sum. */
class CostDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit CostDelegate(QObject* parent = nullptr);

    /** Messages at the end of the room for bars, and of the budget (0: beyond it). */
    void setScale(double most, double budget);
    double most() const { return m_most; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    /** The bar of so many messages that begins at `before`, within its column. */
    QRectF barRect(const QRect& cell, double before, double lost, Qt::LayoutDirection direction) const;
    /** Where the budget ends; −1 when that is outside. */
    int budgetAt(const QRect& cell, Qt::LayoutDirection direction) const;

private:
    double m_most = 1;
    double m_budget = 0;
};

} // namespace waxseal
