// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/servers/opensmtpd/opensmtpdenvelope.h"

#include "model/records/timestamp.h"
#include "model/servers/opensmtpd/opensmtpdparser.h"

#include <algorithm>

namespace waxseal {

bool OpensmtpdEnvelope::suits(std::string_view head)
{
    constexpr int mostLines = 100;
    constexpr std::size_t mostBefore = 256;
    for (int i = 0; i < mostLines && !head.empty(); ++i) {
        const std::size_t end = std::min(head.find('\n'), head.size());
        const std::string_view line = head.substr(0, end);
        for (std::size_t at = 0; at < std::min(line.size(), mostBefore); ++at) {
            if ((at == 0 || line[at - 1] == ' ' || line[at - 1] == '"')
                && parseOpensmtpd(line.substr(at)).kind != OpensmtpdEvent::Kind::None)
                return true;
        }
        head.remove_prefix(std::min(end + 1, head.size()));
    }
    return false;
}

LineEnvelope::Taken OpensmtpdEnvelope::take(
    std::string_view line, TimeStampReader& times, qint64 outerTime, LogRecord& record)
{
    const OpensmtpdEvent event = parseOpensmtpd(line);
    if (event.kind == OpensmtpdEvent::Kind::None && event.session.empty()) {
        const bool isOfDaemon = line.starts_with("info: ") || line.starts_with("warn: ") || line.starts_with("debug: ")
            || line.starts_with("setup_") || line == "Exiting" || line == "smtpd: setup done";
        return isOfDaemon ? Taken::Nothing : Taken::Unknown;
    }
    record.time = outerTime != 0 ? outerTime : times.reference();
    record.program = "smtpd";
    record.pid = 0;
    record.text = line;
    return Taken::Record;
}

} // namespace waxseal
