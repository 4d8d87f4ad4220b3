// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The list of model/servers/servers.cpp for these tests: the linker takes this one in its place.

#include "model/servers/servers.h"

#include "fakeserver.h"
#include "model/servers/postfix/postfixserver.h"

namespace waxseal {

const std::vector<Server>& servers()
{
    static const std::vector<Server> list{
        postfixServer(),
        test::fakeServer(),
    };
    return list;
}

} // namespace waxseal
