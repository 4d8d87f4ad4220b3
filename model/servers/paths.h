// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string_view>

namespace waxseal {

/**
 * Takes `<address>` from the front of `text`. A quoted local part may hold any character (RFC 5321, 4.1.2), a '>' too.
 * False, and nothing taken, where there is none, or where it has no end.
 */
bool takePath(std::string_view& text, std::string_view& address);

/**
 * The same of what a client wrote, which the server's log repeats before anybody has checked it: quotes may stand
 * anywhere, and without a '>' the address is all of the rest. Empty, and nothing taken, where there is none.
 */
std::string_view takeUncheckedPath(std::string_view& text);

} // namespace waxseal
