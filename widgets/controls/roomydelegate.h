// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/style/palette.h"

#include <QStyledItemDelegate>

namespace waxseal {

/** Cells with a margin of the grid at both sides, so that the figures of one column do not touch the words of the
 * next; selected rows are tinted as in the table of domains. */
class RoomyDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit RoomyDelegate(QObject* parent, int margin = style::unit);
    /** Another leading margin for the first column: the style's, where words shall stand flush with a title above. */
    void setFlush(bool flush) { m_isFlush = flush; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QString displayText(const QVariant& value, const QLocale& locale) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    int inset(const QStyleOptionViewItem& option) const;

    int m_margin;
    bool m_isFlush = false;
};

} // namespace waxseal
