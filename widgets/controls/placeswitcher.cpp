// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/controls/placeswitcher.h"

#include "widgets/style/palette.h"

#include <QAction>
#include <QPainter>
#include <QVBoxLayout>

namespace waxseal {

using style::unit;

namespace {

constexpr int drawing = 24;

QString plainText(const QAction& action)
{
    return QString(action.text()).remove(u'&');
}

} // namespace

PlaceButton::PlaceButton(QAction* action, QWidget* parent)
    : QToolButton(parent)
{
    setDefaultAction(action);
    setAccessibleName(plainText(*action));
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
}

QSize PlaceButton::sizeHint() const
{
    QFont bold = font();
    bold.setBold(true);
    const QFontMetrics metrics(bold);
    return {qMax(8 * unit, metrics.horizontalAdvance(plainText(*defaultAction())) + 2 * unit),
        drawing + metrics.height() + 3 * unit};
}

void PlaceButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor accent = palette().color(QPalette::Highlight);
    if (isChecked() || underMouse()) {
        QColor tint = accent;
        tint.setAlphaF(isChecked() ? 0.22F : 0.08F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tint);
        painter.drawRoundedRect(rect(), unit / 2.0, unit / 2.0);
    }
    const QIcon::Mode mode = isEnabled() ? QIcon::Normal : QIcon::Disabled;
    const QRect icon((width() - drawing) / 2, unit, drawing, drawing);
    defaultAction()->icon().paint(&painter, icon, Qt::AlignCenter, mode);
    QFont face = font();
    face.setBold(isChecked());
    painter.setFont(face);
    painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::WindowText));
    painter.drawText(QRect(0, icon.bottom() + unit / 2, width(), height() - icon.bottom() - unit),
        Qt::AlignHCenter | Qt::AlignTop | Qt::TextSingleLine, plainText(*defaultAction()));
    if (hasFocus()) {
        painter.setPen(QPen(accent, 1, Qt::DotLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5), 3, 3);
    }
}

PlaceSwitcher::PlaceSwitcher(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("placeSwitcher"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(unit, unit, unit, unit);
    layout->setSpacing(unit / 2);
    layout->addStretch(1);
}

void PlaceSwitcher::add(QAction* action)
{
    auto* box = static_cast<QVBoxLayout*>(layout());
    box->insertWidget(box->count() - 1, new PlaceButton(action, this));
}

void PlaceSwitcher::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), style::lineColor(palette()));
}

} // namespace waxseal
