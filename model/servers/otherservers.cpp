// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/servers/otherservers.h"

namespace waxseal {

std::string_view otherServer(std::string_view head)
{
    if (head.starts_with("\xef\xbb\xbf"))
        head.remove_prefix(3);
    if (head.starts_with("#Software: Microsoft Exchange"))
        return "Exchange";
    return {};
}

} // namespace waxseal
