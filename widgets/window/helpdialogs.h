// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QWidget;

namespace waxseal {

/** What the words and figures of the window mean, in a sentence each. */
void showWords(QWidget* window);

/** Lists every action of the window that a key reaches. */
void showShortcuts(QWidget* window);

/** What this is, its licence, and the versions of the libraries at work. */
void showAbout(QWidget* window);

} // namespace waxseal
