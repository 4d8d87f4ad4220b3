// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <cstdint>
#include <string_view>

namespace waxseal {

/** One log record, whatever wrapped it. Views live until the next one is read. */
struct LogRecord
{
    qint64 time = 0; ///< µs since 1970, UTC
    qint64 clock = 0; ///< how far its log has come: the same, unless this record's stamp stands alone
    std::uint32_t pid = 0;
    std::string_view host;
    std::string_view program; ///< the syslog tag: "postfix/smtpd"
    std::string_view text;
    std::uint64_t offset = 0; ///< of the record's first byte in the decompressed file
    std::uint32_t repeated = 1; ///< "message repeated N times"
};

} // namespace waxseal
