// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/switch.h"

#include "widgets/style/palette.h"

#include <QPainter>

namespace waxseal::style {

void paintSwitch(
    QPainter* painter, const QRect& rect, const QPalette& palette, Switch state, Qt::LayoutDirection direction)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF track = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5);
    const QColor base = palette.color(QPalette::Base);
    const QColor accent = color(Role::Accepted, palette);
    const QColor outline = mix(base, palette.color(QPalette::Text), 0.45); // off must be seen as a switch, too
    switch (state) {
    case Switch::Off:
        painter->setPen(QPen(outline, 1));
        painter->setBrush(mix(base, palette.color(QPalette::Text), 0.08));
        break;
    case Switch::On:
        painter->setPen(QPen(accent, 1));
        painter->setBrush(accent);
        break;
    case Switch::OnByDefault:
    case Switch::Some:
        painter->setPen(QPen(accent, 1));
        painter->setBrush(mix(base, accent, 0.30));
        break;
    }
    painter->drawRoundedRect(track, track.height() / 2, track.height() / 2);

    constexpr double gap = 2.5;
    const double size = track.height() - 2 * gap;
    const bool atEnd = (state != Switch::Off) != (direction == Qt::RightToLeft);
    const double left = state == Switch::Some ? track.center().x() - size / 2
        : atEnd                               ? track.right() - gap - size
                                              : track.left() + gap;
    painter->setPen(Qt::NoPen);
    painter->setBrush(state == Switch::On ? base : state == Switch::Off ? outline : accent);
    painter->drawEllipse(QRectF(left, track.top() + gap, size, size));
    painter->restore();
}

} // namespace waxseal::style
