// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/controls/roomydelegate.h"

#include "widgets/style/text.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>

namespace waxseal {

RoomyDelegate::RoomyDelegate(QObject* parent, int margin)
    : QStyledItemDelegate(parent)
    , m_margin(margin)
{
}

/** What the style does not leave free by itself. */
int RoomyDelegate::inset(const QStyleOptionViewItem& option) const
{
    const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    return qMax(0, m_margin - style->pixelMetric(QStyle::PM_FocusFrameHMargin, &option, option.widget) - 1);
}

void RoomyDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem cell = option;
    if ((option.state & QStyle::State_Selected) != 0) {
        painter->fillRect(
            option.rect, style::selectionColor(option.palette, (option.state & QStyle::State_Active) != 0));
        cell.state &= ~QStyle::State_Selected;
    }
    const int more = inset(option);
    const int leading = m_isFlush && index.column() == 0 ? 0 : more;
    const bool mirrored = option.direction == Qt::RightToLeft;
    cell.rect.adjust(mirrored ? more : leading, 0, mirrored ? -leading : -more, 0);
    QStyledItemDelegate::paint(painter, cell, index);
}

QString RoomyDelegate::displayText(const QVariant& value, const QLocale& locale) const
{
    return style::isolated(QStyledItemDelegate::displayText(value, locale));
}

QSize RoomyDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return QStyledItemDelegate::sizeHint(option, index) + QSize(2 * inset(option), 0);
}

} // namespace waxseal
