// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace waxseal {

/** More fields than any file of ours has; what stands behind them in a record is left out. */
inline constexpr std::size_t mostCsvFields = 1000;

/**
 * Takes one record of CSV (RFC 4180) from the front of `text` and puts its fields into `fields`, whose strings are used
 * again. A quoted field may hold separators, doubled quotes and line ends; a quote inside a field that does not begin
 * with one is a character like others, and a field that is never closed ends with the text. False at the end of the
 * text; an empty line is a record of one empty field.
 */
bool takeCsvRecord(std::string_view& text, std::vector<std::string>& fields, char separator = ',');

/** The separator of a header line: of comma, semicolon and tab the one that comes most often. */
char csvSeparator(std::string_view header);

} // namespace waxseal
