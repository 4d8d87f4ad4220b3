// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QWidget;

namespace waxseal {

/** Lists every action of the window that a key reaches. */
void showShortcuts(QWidget* window);

/** What this is, its licence, and the versions of the libraries at work. */
void showAbout(QWidget* window);

} // namespace waxseal
