// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/controls/foldingrow.h"

#include "widgets/style/palette.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QResizeEvent>
#include <QStyle>

#include <algorithm>

namespace waxseal {

using style::unit;

FoldingRow::FoldingRow(QWidget* parent)
    : QWidget(parent)
    , m_leading(new QWidget(this))
    , m_trailing(new QWidget(this))
    , m_leadingRow(new QHBoxLayout(m_leading))
    , m_trailingRow(new QHBoxLayout(m_trailing))
{
    for (QHBoxLayout* row : {m_leadingRow, m_trailingRow}) {
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(unit);
    }
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void FoldingRow::addLeading(QWidget* widget, int stretch)
{
    m_leadingRow->addWidget(widget, stretch);
}

void FoldingRow::addTrailing(QWidget* widget)
{
    m_trailingRow->addWidget(widget);
}

void FoldingRow::addTrailingSpace(int width)
{
    m_trailingRow->addSpacing(width);
}

bool FoldingRow::foldsAt(int width) const
{
    return m_leading->minimumSizeHint().width() + 2 * unit + m_trailing->minimumSizeHint().width() > width;
}

QSize FoldingRow::sizeHint() const
{
    return {m_leading->sizeHint().width() + 2 * unit + m_trailing->sizeHint().width(), heightForWidth(width())};
}

QSize FoldingRow::minimumSizeHint() const
{
    return {
        std::max(m_leading->minimumSizeHint().width(), m_trailing->minimumSizeHint().width()), heightForWidth(width())};
}

int FoldingRow::heightForWidth(int width) const
{
    const int first = m_leading->sizeHint().height();
    const int second = m_trailing->sizeHint().height();
    return foldsAt(width) ? first + unit + second : std::max(first, second);
}

void FoldingRow::fold(bool folded)
{
    m_isFolded = folded;
    const int first = m_leading->sizeHint().height();
    const int second = m_trailing->sizeHint().height();
    const auto visual = [this](const QRect& place) { return QStyle::visualRect(layoutDirection(), rect(), place); };
    if (folded) {
        m_leading->setGeometry(visual({0, 0, width(), first}));
        m_trailing->setGeometry(visual({0, first + unit, std::min(width(), m_trailing->sizeHint().width()), second}));
        return;
    }
    const int trailing = m_trailing->sizeHint().width();
    m_leading->setGeometry(visual({0, 0, width() - trailing - 2 * unit, height()}));
    m_trailing->setGeometry(visual({width() - trailing, 0, trailing, height()}));
}

void FoldingRow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool before = m_isFolded;
    fold(foldsAt(width()));
    if (before != m_isFolded)
        updateGeometry(); // it takes another height now
}

bool FoldingRow::event(QEvent* event)
{
    // A control became wider, or is no longer there.
    if (event->type() == QEvent::LayoutRequest) {
        updateGeometry();
        fold(foldsAt(width()));
    }
    return QWidget::event(event);
}

} // namespace waxseal
