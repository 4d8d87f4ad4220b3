// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/servers/exchange/exchangeenvelope.h"

#include "model/core/bytes.h"
#include "model/core/csvreader.h"
#include "model/records/timestamp.h"

#include <algorithm>

namespace waxseal {

std::string_view ExchangeEnvelope::name() const
{
    switch (m_columns.log) {
    case ExchangeLog::Receive:
        return exchangeReceive;
    case ExchangeLog::Send:
        return exchangeSend;
    case ExchangeLog::Tracking:
        return exchangeTracking;
    case ExchangeLog::None:
        break;
    }
    return "exchange";
}

std::string_view ExchangeEnvelope::field(int column) const
{
    const auto place = static_cast<std::size_t>(column);
    return column >= 0 && place < m_fields.size() ? std::string_view(m_fields[place]) : std::string_view();
}

LineEnvelope::Taken ExchangeEnvelope::take(
    std::string_view line, TimeStampReader& times, qint64 /*outerTime*/, LogRecord& record)
{
    takePrefix(line, "\xef\xbb\xbf");
    if (line.starts_with('#')) { // a new part of the file may have other columns
        if (line.starts_with("#Fields:"))
            readExchangeFields(line, m_columns);
        return Taken::Nothing;
    }
    if (line.empty())
        return Taken::Nothing;
    if (std::count(line.begin(), line.end(), '"') % 2 != 0)
        return Taken::More; // a field with a line end in it
    std::string_view rest = line;
    takeCsvRecord(rest, m_fields);
    if (field(m_columns.time).empty())
        return Taken::Unknown;
    std::string& stamp = m_fields[static_cast<std::size_t>(m_columns.time)];
    stamp += ' ';
    std::string_view left = stamp;
    qint64 time = 0;
    if (!times.takeIso(left, time))
        return Taken::Unknown;
    using Columns = ExchangeColumns;
    static constexpr int Columns::*protocol[]{&Columns::connector, &Columns::session, &Columns::local, &Columns::remote,
        &Columns::event, &Columns::data, &Columns::context};
    static constexpr int Columns::*tracking[]{&Columns::clientIp, &Columns::originalIp, &Columns::clientName,
        &Columns::serverIp, &Columns::serverName, &Columns::sourceContext, &Columns::source, &Columns::eventId,
        &Columns::internalId, &Columns::messageId, &Columns::sender, &Columns::recipients, &Columns::bytes,
        &Columns::count, &Columns::connector};
    m_text.clear();
    const auto append = [this](const auto& columns) {
        for (const auto column : columns) {
            for (const char c : field(m_columns.*column))
                m_text += c == exchangeSeparator ? ' ' : c;
            m_text += exchangeSeparator;
        }
    };
    const bool isTracking = m_columns.log == ExchangeLog::Tracking;
    if (isTracking)
        append(tracking);
    else
        append(protocol);
    // No host: records of one host come in the order of their time, and what one server receives another may send.
    record.time = time;
    record.pid = 0;
    record.host = {};
    record.program = name();
    record.text = m_text;
    return Taken::Record;
}

std::unique_ptr<LineEnvelope> makeExchangeEnvelope(std::string_view head)
{
    takePrefix(head, "\xef\xbb\xbf");
    const ExchangeColumns columns = readExchangeHead(head);
    if (!head.starts_with('#') || !columns.areEnough())
        return {};
    return std::make_unique<ExchangeEnvelope>(columns);
}

} // namespace waxseal
