// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/servers/haraka/harakaenvelope.h"

#include "model/records/timestamp.h"
#include "model/servers/haraka/harakaparser.h"

#include <algorithm>

namespace waxseal {

LineEnvelope::Taken HarakaEnvelope::take(
    std::string_view line, TimeStampReader& times, qint64 outerTime, LogRecord& record)
{
    qint64 time = 0;
    if (!times.takeIso(line, time)) {
        // What comes from its libraries has no time, and says nothing of mail.
        if (outerTime == 0)
            return isHarakaLine(line) ? Taken::Unknown : Taken::Nothing;
        time = outerTime;
    }
    if (!isHarakaLine(line) && parseHaraka(line).kind == HarakaEvent::Kind::None)
        return Taken::Nothing; // "loglevel: INFO"
    record.time = time;
    record.pid = 0;
    record.host = {};
    record.program = "haraka";
    record.text = line;
    return Taken::Record;
}

std::unique_ptr<LineEnvelope> makeHarakaEnvelope(std::string_view head)
{
    // Some line near the front has the form of one of Haraka's, behind whatever gives it a time.
    for (int i = 0; i < 200 && !head.empty(); ++i) {
        const std::string_view line = head.substr(0, std::min<std::size_t>(head.find('\n'), head.size()));
        head.remove_prefix(std::min(line.size() + 1, head.size()));
        for (std::size_t at = 0; (at = line.find_first_of("[l", at)) != std::string_view::npos && at < 200; ++at) {
            if (isHarakaLine(line.substr(at)))
                return std::make_unique<HarakaEnvelope>();
        }
    }
    return {};
}

} // namespace waxseal
