// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/ledger/importoptions.h"
#include "model/records/bytestream.h"
#include "model/records/timestamp.h"
#include "model/servers/server.h"

#include <QString>

#include <string>
#include <string_view>
#include <vector>

namespace waxseal {

/** The first bytes of a stream, as many as inspectHead() looks at. */
std::vector<char> readHead(ByteStream& stream);

/** What the first bytes of a file tell of it. */
struct LogHead
{
    bool isLog = false; ///< its lines, or some, are records
    const Server* server = nullptr; ///< whose log it is; null: no line of a mail server's is in it
    bool isOwnForm = false; ///< the file is in the server's own form, not in that of syslog
    QString unusable; ///< the reason word of a form that leaves out what is needed; empty: none
    std::string_view other; ///< the name of a server whose logs are not read
    qint64 firstTime = 0;
    int guessedYear = 0; ///< of the first stamp, where it names none
    std::vector<std::string> hosts; ///< that it names, the first few
};
LogHead inspectHead(std::string_view bytes, const ImportOptions& options, const TimeStampReader& times);

} // namespace waxseal
