// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QMenu;
class QWidget;

namespace waxseal {

class DomainTable;

/** What the mouse does to the header of the table of domains, for the keyboard: which column sorts. Filled anew
 * whenever it opens. */
QMenu* makeSortMenu(DomainTable* table, QWidget* parent);
/** Which columns are seen, and their first order and widths again. */
QMenu* makeColumnMenu(DomainTable* table, QWidget* parent);

} // namespace waxseal
