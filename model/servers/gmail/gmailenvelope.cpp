// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/servers/gmail/gmailenvelope.h"

#include "model/core/bytes.h"
#include "model/core/csvreader.h"

#include <algorithm>

namespace waxseal {

LineEnvelope::Taken GmailEnvelope::take(
    std::string_view line, TimeStampReader& /*times*/, qint64 /*outerTime*/, LogRecord& record)
{
    std::optional<GmailEvent> event;
    if (!m_columns) {
        event = parseGmailJson(line);
        if (!event)
            return line.starts_with('{') ? Taken::Nothing : Taken::Unknown; // an event of another service
    } else {
        if (std::count(line.begin(), line.end(), '"') % 2 != 0)
            return Taken::More; // a subject with a line end in it
        std::string_view rest = line;
        takePrefix(rest, "\xef\xbb\xbf");
        takeCsvRecord(rest, m_fields, m_columns->separator());
        event = m_columns->event(m_fields);
        if (!event)
            return m_fields.size() > 1 ? Taken::Nothing : Taken::Unknown; // the names of the columns
    }
    m_text = toText(*event);
    record.time = event->time;
    record.pid = 0;
    record.host = {};
    record.program = gmailProgram;
    record.text = m_text;
    return Taken::Record;
}

std::unique_ptr<LineEnvelope> makeGmailEnvelope(std::string_view head)
{
    takePrefix(head, "\xef\xbb\xbf");
    if (head.starts_with('{')) {
        // Other services' events may come first.
        const bool isOurs = head.find("\"message_info\"") != std::string_view::npos
            && head.find("\"event_info\"") != std::string_view::npos;
        return isOurs ? std::make_unique<GmailEnvelope>(std::nullopt) : nullptr;
    }
    GmailColumns columns(head);
    return columns.areEnough() ? std::make_unique<GmailEnvelope>(std::move(columns)) : nullptr;
}

} // namespace waxseal
