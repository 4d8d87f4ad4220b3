// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/pages/columnarea.h"

#include "widgets/style/palette.h"

#include <QHBoxLayout>
#include <QResizeEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace waxseal {

namespace {
constexpr int columnGap = 5 * style::unit;
constexpr int columnWidth = 440; // below it, tables and charts begin to lose words
}

ColumnArea::ColumnArea(QWidget* parent)
    : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(columnGap);
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        m_boxes[i] = new QWidget(this);
        m_layouts[i] = new QVBoxLayout(m_boxes[i]);
        m_layouts[i]->setContentsMargins(0, 0, 0, 0);
        m_layouts[i]->setSpacing(3 * style::unit);
        row->addWidget(m_boxes[i], 1);
    }
    arrange(2);
}

void ColumnArea::add(QWidget* section, int ofTwo, int ofThree)
{
    m_sections.push_back({section, ofTwo, ofThree});
    const int columns = m_columns;
    m_columns = 0;
    arrange(columns);
}

void ColumnArea::arrange(int columns)
{
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (QVBoxLayout* layout : m_layouts) {
        while (QLayoutItem* item = layout->takeAt(0))
            delete item; // the widgets stay
    }
    for (const Section& section : m_sections) {
        const int at = columns == 1 ? 0 : columns == 2 ? section.ofTwo : section.ofThree;
        m_layouts[static_cast<std::size_t>(at)]->addWidget(section.widget);
    }
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        m_layouts[i]->addStretch();
        m_boxes[i]->setVisible(static_cast<int>(i) < columns);
    }
}

void ColumnArea::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const int room = event->size().width();
    const int fitting = (room + columnGap) / (columnWidth + columnGap);
    // Three columns only where each is wider than the two of a small screen.
    arrange(fitting >= 3 && room >= 1700 ? 3 : std::clamp(fitting, 1, 2));
}

} // namespace waxseal
