// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>

namespace waxseal {

/**
 * The name of this machine to say in EHLO, fully qualified: what the kernel calls it where that has a dot, what
 * /etc/hosts adds to it, the name that Debian's /etc/mailname has, or as Postfix would say: with "localdomain" behind
 * it. Nobody is asked; never an address literal. Read once.
 */
const std::string& machineName();

/** The same from the texts of those files, for tests. `kernel`: what gethostname(2) says. */
std::string machineNameFrom(std::string_view kernel, std::string_view hosts, std::string_view mailname);

} // namespace waxseal
