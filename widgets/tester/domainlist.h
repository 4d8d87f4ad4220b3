// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/domainname.h"

#include <QString>

#include <vector>

namespace waxseal {

/** What a list of domains from somewhere else holds. */
struct DomainList
{
    std::vector<DomainName> domains; ///< each once, in their order
    int repeated = 0;
    int unreadable = 0; ///< words that are neither a domain nor an address with one
    QString firstUnreadable;
    bool wasCut = false; ///< longer than is read
};

/**
 * Reads domains out of text that was pasted or loaded: separated by white space, commas or semicolons, `#` up to the
 * end of the line a comment; `user@example.com` and `*.example.com` count as `example.com`. Numbers and addresses are
 * left out, so that a column of a table may stand beside the names.
 */
DomainList readDomainList(QStringView text);

} // namespace waxseal
