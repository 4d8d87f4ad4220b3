// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/controls/segmentedcontrol.h"

#include "widgets/style/palette.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>

namespace waxseal {

using style::unit;

SegmentButton::SegmentButton(const QString& text, QWidget* parent)
    : QRadioButton(text, parent)
{
    setAutoExclusive(false); // the group sees to it, and can be empty
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
}

QSize SegmentButton::sizeHint() const
{
    QFont bold = font();
    bold.setBold(true); // checked or not, the width stays
    const QFontMetrics metrics(bold);
    return {metrics.horizontalAdvance(text()) + 3 * unit, metrics.height() + static_cast<int>(1.5 * unit)};
}

bool SegmentButton::hitButton(const QPoint& position) const
{
    return rect().contains(position);
}

void SegmentButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPalette::ColorGroup group = isEnabled() ? QPalette::Active : QPalette::Disabled;
    const QColor line = style::lineColor(palette());
    const auto* siblings = parentWidget()->layout();
    const bool first = siblings->itemAt(0)->widget() == this;
    const bool last = siblings->itemAt(siblings->count() - 1)->widget() == this;

    // Round only where the row of segments ends; the path reaches beyond the clip elsewhere.
    constexpr double radius = 4;
    QRectF shape = QRectF(rect()).adjusted(first ? 0.5 : -2 * radius, 0.5, last ? -0.5 : 2 * radius, -0.5);
    QPainterPath path;
    path.addRoundedRect(shape, radius, radius);
    QColor ground = palette().color(group, QPalette::Base);
    if (isChecked())
        ground = palette().color(group, QPalette::Highlight);
    else if (isEnabled() && (underMouse() || isDown()))
        ground = style::trackColor(palette());
    painter.fillPath(path, ground);
    painter.strokePath(path, QPen(isChecked() ? palette().color(group, QPalette::Highlight) : line, 1));
    if (!last && !isChecked())
        painter.fillRect(QRectF(width() - 1, 1, 1, height() - 2), line);

    QFont bold = font();
    bold.setBold(isChecked());
    painter.setFont(bold);
    painter.setPen(palette().color(group, isChecked() ? QPalette::HighlightedText : QPalette::Text));
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextSingleLine | Qt::TextHideMnemonic, text());
    if (hasFocus()) {
        QColor ring = painter.pen().color();
        ring.setAlphaF(0.7F);
        painter.setPen(QPen(ring, 1, Qt::DotLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(3.5, 3.5, -3.5, -3.5), 2, 2);
    }
}

SegmentedControl::SegmentedControl(QWidget* parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::idClicked, this, &SegmentedControl::chosen);
}

int SegmentedControl::add(const QString& text, const QString& toolTip)
{
    auto* button = new SegmentButton(text, this);
    button->setToolTip(toolTip);
    const int choice = static_cast<int>(m_group->buttons().size());
    m_group->addButton(button, choice);
    layout()->addWidget(button);
    return choice;
}

void SegmentedControl::setText(int choice, const QString& text)
{
    if (button(choice)->text() == text)
        return;
    button(choice)->setText(text);
    button(choice)->updateGeometry();
}

int SegmentedControl::current() const
{
    return m_group->checkedId();
}

void SegmentedControl::setCurrent(int choice)
{
    if (choice == current())
        return;
    if (choice >= 0) {
        button(choice)->setChecked(true);
        return;
    }
    // A group with a choice lets go of it only when it is not exclusive.
    m_group->setExclusive(false);
    m_group->checkedButton()->setChecked(false);
    m_group->setExclusive(true);
}

SegmentButton* SegmentedControl::button(int choice) const
{
    return static_cast<SegmentButton*>(m_group->button(choice));
}

} // namespace waxseal
