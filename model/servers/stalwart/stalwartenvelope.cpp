// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/servers/stalwart/stalwartenvelope.h"

#include "model/records/timestamp.h"
#include "model/servers/stalwart/stalwartparser.h"

#include <algorithm>

namespace waxseal {

namespace {

/** Takes out what sets a terminal's colours: ESC [ … m. */
std::string_view withoutColours(std::string_view line, std::string& buffer)
{
    if (line.find('\x1b') == std::string_view::npos)
        return line;
    buffer.clear();
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '\x1b' && line.substr(i + 1, 1) == "[") {
            const std::size_t end = line.find('m', i);
            if (end != std::string_view::npos && end - i < 12) {
                i = end;
                continue;
            }
        }
        buffer += line[i];
    }
    return buffer;
}

} // namespace

LineEnvelope::Taken StalwartEnvelope::take(
    std::string_view line, TimeStampReader& times, qint64 outerTime, LogRecord& record)
{
    line = withoutColours(line, m_line);
    qint64 time = 0;
    if (!times.takeIso(line, time)) {
        if (outerTime == 0)
            return Taken::Unknown;
        time = outerTime;
    }
    if (!isStalwartLine(line))
        return Taken::Unknown;
    record.time = time;
    record.pid = 0;
    record.host = {};
    record.program = "stalwart";
    record.text = line;
    return Taken::Record;
}

std::unique_ptr<LineEnvelope> makeStalwartEnvelope(std::string_view head)
{
    std::string buffer;
    for (int i = 0; i < 200 && !head.empty(); ++i) {
        std::string_view line = head.substr(0, std::min<std::size_t>(head.find('\n'), head.size()));
        head.remove_prefix(std::min(line.size() + 1, head.size()));
        line = withoutColours(line.substr(0, 1000), buffer);
        // Behind a container's header, which is taken off before the envelope is asked.
        for (const std::string_view level : {" INFO ", " WARN ", " ERROR ", " DEBUG ", " TRACE "}) {
            const std::size_t at = line.substr(0, 200).find(level);
            if (at != std::string_view::npos && isStalwartLine(line.substr(at + 1)))
                return std::make_unique<StalwartEnvelope>();
        }
    }
    return {};
}

} // namespace waxseal
