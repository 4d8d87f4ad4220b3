// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string_view>

namespace waxseal {

/** The name of the mail server whose log this file is, by its first lines, where it is one whose logs are not read yet;
 * else empty. */
std::string_view otherServer(std::string_view head);

} // namespace waxseal
