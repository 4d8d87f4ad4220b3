// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace waxseal {

/**
 * Whether a character may be shown as it is. Not: control characters, surrogates, private and unassigned ones,
 * noncharacters, line and paragraph separators, and all that show nothing or move what stands beside them: format
 * characters (bidirectional controls, zero width, soft hyphen, tags) and the rest of Unicode's
 * Default_Ignorable_Code_Point (fillers, variation selectors). Categories are those of the Unicode version of Qt.
 */
bool isPrintable(char32_t character);

/**
 * A stranger's text as it may be kept and shown: valid UTF-8 in which each character that is not printable has become
 * a '?'. Cut between two characters at `longest` bytes; "…" then follows.
 */
std::string printable(std::string_view text, std::size_t longest);

/**
 * A stranger's text with nothing lost: what is not printable becomes \xNN (ASCII, and bytes that are no UTF-8),
 * \uNNNN or \UNNNNNNNN, in hexadecimal.
 */
QString visibleText(const QString& text);
QString visibleText(std::string_view text);

} // namespace waxseal
