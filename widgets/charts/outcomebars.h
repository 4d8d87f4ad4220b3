// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/style/palette.h"

#include <QFont>
#include <QPalette>
#include <QRect>
#include <QString>

#include <utility>
#include <vector>

class QPainter;

namespace waxseal {

/** What a bar shows, in the unit of the axis: above the line accepted and unknown, below it lost and lost spam. */
struct OutcomeBar
{
    double accepted = 0;
    double unknown = 0;
    double lost = 0;
    double spam = 0;
    bool operator==(const OutcomeBar&) const = default;
};

/** Where on the screen the bars stand: pixels. */
struct BarArea
{
    QRect rect; ///< that of both axes
    double line = 0; ///< y of nothing
    double perUnit = 1; ///< height of one unit above the line
    double firstBar = 0; ///< x of the middle of bar 0
    double barRoom = 1; ///< from the middle of a bar to that of the next
};

/**
 * Bars on both sides of the line: below the line on a scale of its own, every slice that is not
 * nothing at least two pixels high, with the outline of an earlier state and the dashed outline of a possible one.
 */
class OutcomeBars
{
public:
    /** What a bar would gain (or, negative, give back) below the line. */
    struct Difference
    {
        double lost = 0;
        double spam = 0;
    };

    std::vector<OutcomeBar> bars;
    std::vector<OutcomeBar> before; ///< empty: none
    std::vector<Difference> preview; ///< empty: none
    std::vector<std::pair<int, QString>> captions; ///< bar, text below it; the most important first
    QString scaleText;
    double factor = 1; ///< of the scale below the line
    QPalette palette;
    QFont font;

    void paint(QPainter* painter, const BarArea& area) const;

private:
    struct Below // pixels of the slices below the line, from the line downwards
    {
        double lost = 0;
        double spam = 0;
        double height() const { return lost + spam; }
    };
    Below below(const OutcomeBar& bar, const BarArea& area) const;
    void paintBar(QPainter* painter, const BarArea& area, int at) const;
    void paintBefore(QPainter* painter, const BarArea& area, int at) const;
    void paintPreview(QPainter* painter, const BarArea& area, int at) const;
    void paintCaptions(QPainter* painter, const BarArea& area) const;
};

/** The legend above the bars, in a room that does not change with what it says. */
class OutcomeLegend
{
public:
    struct Entry
    {
        enum class Mark
        {
            Area,
            Outline,
            Dashes
        };
        Mark mark = Mark::Area;
        style::Role role = style::Role::Accepted;
        QString text;
        QString widest; ///< the longest that the text can become
    };

    std::vector<Entry> entries; ///< the areas; wrapped where the width asks for it
    std::vector<Entry> states; ///< the outlines, in one line of their own
    QPalette palette;
    QFont font;

    /** The height that it takes at a width, whatever it says. */
    int height(int width) const;
    void paint(QPainter* painter, const QRect& rect) const;

private:
    int entryWidth(const QString& text) const;
    void paintEntry(QPainter* painter, const Entry& entry, const QRect& rect) const;
};

} // namespace waxseal
