// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/servers/servers.h"

#include <algorithm>

namespace waxseal {

const Server* serverOf(std::string_view id)
{
    const std::vector<Server>& all = servers();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Server& server) { return server.id == id; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace waxseal
