// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/controls/chipbutton.h"

#include "widgets/style/palette.h"

#include <QPainter>
#include <QPainterPath>

namespace waxseal {

using style::unit;

namespace {

constexpr int tick = 10;

} // namespace

ChipButton::ChipButton(const QString& text, QWidget* parent)
    : QCheckBox(text, parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
}

QSize ChipButton::sizeHint() const
{
    const QFontMetrics metrics(font());
    // Room for the tick even when there is none: nothing moves when it comes.
    return {metrics.horizontalAdvance(text()) + tick + static_cast<int>(2.5 * unit), metrics.height() + unit};
}

bool ChipButton::hitButton(const QPoint& position) const
{
    return rect().contains(position);
}

void ChipButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF shape = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const double radius = shape.height() / 2;
    const QColor accent = palette().color(QPalette::Highlight);
    QColor ground = palette().color(QPalette::Base);
    if (isChecked()) {
        ground = accent;
        ground.setAlphaF(0.22F);
    } else if (underMouse() && isEnabled()) {
        ground = style::trackColor(palette());
    }
    painter.setBrush(ground);
    painter.setPen(QPen(isChecked() ? accent : style::lineColor(palette()), 1));
    painter.drawRoundedRect(shape, radius, radius);

    painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::WindowText));
    const int textWidth = fontMetrics().horizontalAdvance(text());
    const int left = (width() - textWidth - (isChecked() ? tick + unit / 2 : 0)) / 2;
    if (isChecked()) {
        const double y = height() / 2.0;
        QPainterPath path;
        path.moveTo(left + 1, y);
        path.lineTo(left + tick * 0.4, y + tick * 0.3);
        path.lineTo(left + tick - 1, y - tick * 0.35);
        painter.strokePath(path, QPen(painter.pen().color(), 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    }
    painter.drawText(QRect(isChecked() ? left + tick + unit / 2 : left, 0, textWidth + 2, height()),
        Qt::AlignVCenter | Qt::TextSingleLine, text());
    if (hasFocus()) {
        painter.setPen(QPen(accent, 1, Qt::DotLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(shape.adjusted(2, 2, -2, -2), radius - 2, radius - 2);
    }
}

} // namespace waxseal
