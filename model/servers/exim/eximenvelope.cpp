// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/servers/exim/eximenvelope.h"

#include "model/records/timestamp.h"
#include "model/servers/exim/eximparser.h"

#include <algorithm>

namespace waxseal {

bool EximEnvelope::suits(std::string_view head)
{
    // What containers put in front of a line is taken off later; a date with a blank behind it is looked for there.
    constexpr int mostLines = 100;
    constexpr std::size_t mostBefore = 256;
    for (int i = 0; i < mostLines && !head.empty(); ++i) {
        const std::size_t end = std::min(head.find('\n'), head.size());
        const std::string_view line = head.substr(0, end);
        for (std::size_t at = 0; at < std::min(line.size(), mostBefore); ++at) {
            std::string_view rest = line.substr(at);
            EximStamp stamp;
            if (takeEximStamp(rest, stamp))
                return true;
        }
        head.remove_prefix(std::min(end + 1, head.size()));
    }
    return false;
}

LineEnvelope::Taken EximEnvelope::take(
    std::string_view line, TimeStampReader& times, qint64 /*outerTime*/, LogRecord& record)
{
    EximStamp stamp;
    if (!takeEximStamp(line, stamp))
        return Taken::Unknown;
    m_stamp.assign(stamp.date).append(1, 'T').append(stamp.time).append(stamp.zone).append(1, ' ');
    std::string_view text = m_stamp;
    if (!times.takeIso(text, record.time))
        return Taken::Unknown;
    record.program = "exim";
    record.pid = stamp.pid;
    record.text = line;
    return Taken::Record;
}

} // namespace waxseal
