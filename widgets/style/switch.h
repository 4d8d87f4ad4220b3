// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPalette>
#include <QRect>

class QPainter;

namespace waxseal::style {

enum class Switch
{
    Off,
    On,
    OnByDefault, ///< on, but by no choice of its own
    Some ///< of several, some are on
};

/** Draws a switch into a rectangle about twice as wide as high. */
void paintSwitch(
    QPainter* painter, const QRect& rect, const QPalette& palette, Switch state, Qt::LayoutDirection direction);

} // namespace waxseal::style
