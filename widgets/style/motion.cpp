// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/motion.h"

#include <QStyle>
#include <QWidget>

namespace waxseal::style {

int motion(const QWidget& widget, int wanted)
{
    return widget.style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, &widget) > 0 ? wanted : 0;
}

} // namespace waxseal::style
