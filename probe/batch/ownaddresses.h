// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/ipaddress.h"

#include <string_view>
#include <vector>

namespace waxseal {

/**
 * The addresses at which Postfix takes itself for a mail host (inet_interfaces = all): those of this machine's
 * interfaces, and those in proxy_interfaces of its /etc/postfix/main.cf, where there is one.
 */
std::vector<IpAddress> machineAddresses();

/** The addresses in the last proxy_interfaces of a main.cf; what is no plain address there ($name) is left out. */
std::vector<IpAddress> proxyInterfaces(std::string_view mainCf);

} // namespace waxseal
