// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>

namespace waxseal {

/**
 * A stranger's text as it may be kept and shown: valid UTF-8 without control characters (each becomes a '?'), without
 * characters that turn the direction of writing, at most `longest` bytes.
 */
std::string printable(std::string_view text, std::size_t longest);

} // namespace waxseal
