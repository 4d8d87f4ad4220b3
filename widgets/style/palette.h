// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QBrush>
#include <QColor>
#include <QPalette>
#include <QPixmap>

#include <vector>

/** What all pages share so that one meaning has one colour, one pattern and one distance everywhere. */
namespace waxseal::style {

/** The grid: distances are multiples of it. */
inline constexpr int unit = 8;

/** A meaning that has a colour (Okabe–Ito, safe for colour-blind eyes) and a pattern, so that colour never speaks
 * alone. */
enum class Role
{
    Accepted, ///< blue, solid; also mail over TLS
    LostLegitimate, ///< vermilion, falling lines; legitimate and unlabelled
    LostSpam, ///< grey, dotted
    Unknown, ///< light blue, rising stripes
    Plaintext, ///< orange, lined: mail in clear
};

bool isDark(const QPalette& palette);

/** The colour of a role as an area, with a contrast of at least 3 : 1 against the palette's base. */
QColor color(Role role, const QPalette& palette);
/** A ground that says the role, for text to stand on. */
QColor tint(Role role, const QPalette& palette);
/** All grounds on which the window writes: the base, the window, selected rows, tinted ones. */
std::vector<QColor> textGrounds(const QPalette& palette);
/** The same meaning as text, at least 4.5 : 1 against each of those grounds. */
QColor textColor(Role role, const QPalette& palette);
/** The area with its pattern. */
QBrush brush(Role role, const QPalette& palette);
/** A square of that area for legends, in logical pixels. */
QPixmap swatch(Role role, const QPalette& palette, int size, qreal devicePixelRatio);

/** Text of second rank: between text and base, still at least 4.5 : 1. */
QColor mutedText(const QPalette& palette);
/** Lines that separate, and grids of charts. */
QColor lineColor(const QPalette& palette);
/** The empty part of a bar. */
QColor trackColor(const QPalette& palette);

/** Between two colours, so that a pale one suits light and dark palettes alike: share 0 is `from`. */
QColor mix(const QColor& from, const QColor& to, double share);
/** The ground of a selected row: tinted, not filled, so that figures keep their colours. */
QColor selectionColor(const QPalette& palette, bool active);

/** Black on white, for pictures that leave the program. */
QPalette printPalette();

/** Contrast of two opaque colours as WCAG 2.1 defines it, 1 … 21. */
double contrast(const QColor& a, const QColor& b);

} // namespace waxseal::style
