// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace waxseal {

/** Strictness of a word of strictestDelivered() for sorting, weakest 0; −1 when not tested. */
int verdictRank(const QString& verdict);

/** That word for people. */
QString verdictText(const QString& verdict);

} // namespace waxseal
