// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace waxseal {

/**
 * Lets screen readers hear what a combo box is for. Qt gives them the choice as the name and leaves out the name, on
 * Unix; so a box that says "none" was called "none". Here the name is the name, and the choice the value. Once is
 * enough.
 */
void nameComboBoxes();

} // namespace waxseal
