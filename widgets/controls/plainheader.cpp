// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/controls/plainheader.h"

#include <QPaintEvent>
#include <QPainter>
#include <QPainterPath>

namespace waxseal {

using style::unit;

namespace {
constexpr int arrow = 5; // its width: it stands in the margin
constexpr int gap = 4;
}

PlainHeader::PlainHeader(QWidget* parent, int margin)
    : QHeaderView(Qt::Horizontal, parent)
    , m_margin(margin)
{
    setHighlightSections(false);
    setTextElideMode(Qt::ElideRight);
}

void PlainHeader::setLeadingMargin(int section, int margin)
{
    m_leading.insert(section, margin);
}

QSize PlainHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), fontMetrics().height() + unit + unit / 2};
}

QSize PlainHeader::sectionSizeFromContents(int section) const
{
    const QString text = model()->headerData(section, Qt::Horizontal).toString();
    // Whole margins at both sides: the arrow has room in one of them, so that no column widens by being sorted.
    const int margins = m_leading.value(section, m_margin) + m_margin;
    return {fontMetrics().horizontalAdvance(text) + margins + 2, sizeHint().height()};
}

bool PlainHeader::isSorted(int section) const
{
    return isSortIndicatorShown() && sortIndicatorSection() == section;
}

void PlainHeader::paintSection(QPainter* painter, const QRect& rect, int section) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool hovered
        = sectionsClickable() && viewport()->underMouse() && rect.contains(viewport()->mapFromGlobal(QCursor::pos()));
    if (hovered)
        painter->fillRect(rect, style::trackColor(palette()));
    painter->setPen(hovered || isSorted(section) ? palette().color(QPalette::Text) : style::mutedText(palette()));

    const QString text = model()->headerData(section, Qt::Horizontal).toString();
    const auto alignment = model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).value<Qt::Alignment>();
    const bool atRight = (alignment & (Qt::AlignRight | Qt::AlignTrailing)) != 0;
    const bool mirrored = isRightToLeft();
    const QRect room = rect.adjusted(m_leading.value(section, m_margin), 0, -m_margin, 0);
    const int wanted = fontMetrics().horizontalAdvance(text);
    const bool sorted = isSorted(section);
    const int width = qMin(wanted, room.width());
    QRect place = room;
    if (atRight != mirrored)
        place.setLeft(room.right() + 1 - width);
    else
        place.setWidth(width);
    painter->drawText(place, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine,
        wanted <= room.width() ? text : fontMetrics().elidedText(text, Qt::ElideRight, width));

    if (sorted) {
        const double x = atRight != mirrored ? place.left() - gap - arrow / 2.0 : place.right() + 1 + gap + arrow / 2.0;
        const double y = rect.center().y() + 0.5;
        // Down: the largest stands at the top and figures fall on the way down.
        const double tip = sortIndicatorOrder() == Qt::DescendingOrder ? 1.5 : -1.5;
        QPainterPath path;
        path.moveTo(x - arrow / 2.0, y - tip);
        path.lineTo(x, y + tip);
        path.lineTo(x + arrow / 2.0, y - tip);
        painter->strokePath(path, QPen(painter->pen().color(), 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    }
    // Where a column can be made wider.
    if (sectionResizeMode(section) == Interactive && visualIndex(section) + 1 < count()) {
        painter->setRenderHint(QPainter::Antialiasing, false);
        painter->fillRect(
            QRect(mirrored ? rect.left() : rect.right(), rect.top() + rect.height() / 4, 1, rect.height() / 2),
            style::lineColor(palette()));
    }
    painter->restore();
}

void PlainHeader::paintEvent(QPaintEvent* event)
{
    {
        QPainter ground(viewport());
        ground.fillRect(event->rect(), palette().color(QPalette::Base));
    }
    QHeaderView::paintEvent(event);
    QPainter painter(viewport());
    // The part behind the last column is the style's otherwise.
    const int end = length() - offset();
    if (end < width())
        painter.fillRect(QRect(end, 0, width() - end, height()), palette().color(QPalette::Base));
    painter.fillRect(QRect(0, height() - 1, width(), 1), style::lineColor(palette()));
}

} // namespace waxseal
