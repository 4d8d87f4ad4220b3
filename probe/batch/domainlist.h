// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/domainname.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace waxseal {

/** What a list of domains from somewhere else holds. */
struct DomainList
{
    std::vector<DomainName> domains; ///< each once, in their order
    int repeated = 0;
    int unreadable = 0; ///< entries that are neither a domain nor an address with one
    QString firstUnreadable;
    bool wasCut = false; ///< longer than is read
};

enum class ListForm
{
    Words, ///< what somebody pasted: every word that is a domain counts
    FirstColumn, ///< a line a domain, or the first column of a CSV
};

/**
 * Reads domains out of text. A table whose header names a column of domains ("domain", "Domain name" …) gives that
 * column, in either form; fields are separated by commas, semicolons or tabs and may be quoted (RFC 4180); comments and
 * empty lines may stand before the header. Otherwise, as Words, they are separated by white space, commas or
 * semicolons. `#` begins a comment up to the end of the line. `user@example.com`, `*.example.com` and
 * `https://example.com/page` count as `example.com`. Numbers and IP addresses are left out.
 */
DomainList readDomainList(QStringView text, ListForm form = ListForm::Words);

/** The text of a file: UTF-16 or UTF-32 where a byte-order mark says so, else UTF-8. The mark itself goes. */
QString listText(const QByteArray& bytes);

} // namespace waxseal
