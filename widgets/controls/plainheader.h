// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/style/palette.h"

#include <QHash>
#include <QHeaderView>

namespace waxseal {

/**
 * The header of a table: names of columns in the tone of second rank over a thin line, no boxes. Names stand above
 * their cells: the margin is that of the cells, and the arrow of the sorted column stands on the side where the cells
 * end anyway.
 */
class PlainHeader : public QHeaderView
{
    Q_OBJECT
public:
    explicit PlainHeader(QWidget* parent, int margin = style::unit);

    /** Another margin for a column whose cells begin elsewhere. */
    void setLeadingMargin(int section, int margin);

    QSize sizeHint() const override;

protected:
    QSize sectionSizeFromContents(int section) const override;
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;
    void paintEvent(QPaintEvent* event) override;

private:
    bool isSorted(int section) const;

    int m_margin;
    QHash<int, int> m_leading;
};

} // namespace waxseal
