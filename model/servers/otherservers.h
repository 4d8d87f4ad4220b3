// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string_view>

namespace waxseal {

/** The name of the mail server that wrote this line of syslog, where it is one whose logs are not read yet; else empty.
 */
std::string_view otherServer(std::string_view program, std::string_view text);

/** The same for a file with an envelope of its own, by its first lines. */
std::string_view otherServer(std::string_view head);

} // namespace waxseal
