// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/items/costdelegate.h"

#include "widgets/items/costmodel.h"
#include "widgets/style/palette.h"

#include <QPainter>

#include <algorithm>

namespace waxseal {

using style::unit;

CostDelegate::CostDelegate(QObject* parent)
    : QStyledItemDelegate(parent)
{
}

void CostDelegate::setScale(double most, double budget)
{
    m_most = std::max(most, 1.0);
    m_budget = budget;
}

QSize CostDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {8 * unit, option.fontMetrics.height() + unit / 2};
}

QRectF CostDelegate::barRect(const QRect& cell, double before, double lost, Qt::LayoutDirection direction) const
{
    const double room = cell.width();
    const double left = std::clamp(before / m_most, 0.0, 1.0) * room;
    const double wide = std::max(2.0, std::clamp(lost / m_most, 0.0, 1.0) * room);
    const double x = std::min(left, room - wide);
    return {direction == Qt::RightToLeft ? cell.right() + 1 - x - wide : cell.left() + x, cell.top() + 4.0, wide,
        cell.height() - 8.0};
}

int CostDelegate::budgetAt(const QRect& cell, Qt::LayoutDirection direction) const
{
    if (m_budget <= 0 || m_budget > m_most)
        return -1;
    const int x = qRound(m_budget / m_most * (cell.width() - 1));
    return direction == Qt::RightToLeft ? cell.right() - x : cell.left() + x;
}

void CostDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QPalette& palette = option.palette;
    painter->save();
    if ((option.state & QStyle::State_Selected) != 0)
        painter->fillRect(option.rect, style::selectionColor(palette, (option.state & QStyle::State_Active) != 0));
    else if ((option.state & QStyle::State_MouseOver) != 0)
        painter->fillRect(option.rect, style::mix(palette.color(QPalette::Base), palette.color(QPalette::Text), 0.05));
    painter->setFont(option.font);
    painter->setPen(palette.color(QPalette::Text));
    const QRect text = option.rect.adjusted(unit / 2, 0, -unit / 2, 0);
    switch (index.column()) {
    case CostModel::Domain:
        painter->drawText(text, static_cast<int>(Qt::AlignLeading | Qt::AlignVCenter) | Qt::TextSingleLine,
            option.fontMetrics.elidedText(index.data().toString(), Qt::ElideMiddle, text.width()));
        break;
    case CostModel::Bar: {
        const QRectF bar = barRect(option.rect, index.data(CostModel::BeforeRole).toDouble(),
            index.data(CostModel::LostRole).toDouble(), option.direction);
        painter->fillRect(bar.toAlignedRect(), style::brush(style::Role::LostLegitimate, palette));
        if (const int budget = budgetAt(option.rect, option.direction); budget >= 0) {
            QPen pen(palette.color(QPalette::Text), 1);
            pen.setDashPattern({3, 3});
            painter->setPen(pen);
            painter->drawLine(budget, option.rect.top(), budget, option.rect.bottom());
        }
        break;
    }
    case CostModel::Lost: {
        QFont bold = option.font;
        bold.setBold(true);
        painter->setFont(bold);
        painter->setPen(style::textColor(style::Role::LostLegitimate, palette));
        painter->drawText(text, static_cast<int>(Qt::AlignTrailing | Qt::AlignVCenter), index.data().toString());
        break;
    }
    case CostModel::Drop: {
        painter->setRenderHint(QPainter::Antialiasing);
        const bool near = (option.state & (QStyle::State_MouseOver | QStyle::State_Selected)) != 0;
        const QColor ink = near ? palette.color(QPalette::Text) : style::mutedText(palette);
        const QPointF centre = QRectF(option.rect).center();
        constexpr double arm = 3.5;
        painter->setPen(QPen(ink, 1.4, Qt::SolidLine, Qt::RoundCap));
        painter->drawLine(centre - QPointF(arm, arm), centre + QPointF(arm, arm));
        painter->drawLine(centre + QPointF(-arm, arm), centre + QPointF(arm, -arm));
        break;
    }
    default:
        break;
    }
    painter->restore();
}

} // namespace waxseal
