// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIcon>
#include <QString>
#include <QStringList>

namespace waxseal::style {

/**
 * One of our line drawings (resources/icons/<name>.svg), drawn in the palette's text colour at the moment it is
 * painted, so that it follows a change between light and dark by itself. A null icon when there is no such drawing.
 */
QIcon themedIcon(const QString& name);

/** The names that themedIcon() knows. */
QStringList iconNames();

/** The program's own icon, in its colours. */
QIcon applicationIcon();

} // namespace waxseal::style
