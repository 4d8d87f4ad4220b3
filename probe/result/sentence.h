// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <initializer_list>
#include <string>

namespace waxseal {

/**
 * Puts texts in the places %1, %2 … of a translated sentence, in one pass: what a stranger sent may hold a %1 of its
 * own, and a sentence need not use them all (QString::arg would shift the rest).
 */
QString filled(const QString& sentence, std::initializer_list<std::string> texts);

} // namespace waxseal
