// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QWidget;

namespace waxseal::style {

/** How long a movement takes that is to take `wanted` milliseconds: as long, or no time at all where the desktop's
 * style asks for no animation (QStyle::SH_Widget_Animation_Duration). */
int motion(const QWidget& widget, int wanted);

} // namespace waxseal::style
