// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QTableView;

namespace waxseal {

/** The look of the tables that only show: a plain header, roomy cells on one line, whole rows selected, no grid. Before
 * the view gets its model. Tab leaves the table. */
void makePlain(QTableView* view);

} // namespace waxseal
