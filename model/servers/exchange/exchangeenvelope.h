// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/records/lineenvelope.h"
#include "model/servers/exchange/exchangeparser.h"

#include <memory>
#include <string>
#include <vector>

namespace waxseal {

/** Between the fields of a record's text: the unit separator, which stands in no field. */
inline constexpr char exchangeSeparator = '\x1f';
/** What records of the three logs call their program. */
inline constexpr std::string_view exchangeReceive = "exchange-receive";
inline constexpr std::string_view exchangeSend = "exchange-send";
inline constexpr std::string_view exchangeTracking = "exchange-tracking";

/**
 * Exchange's CSV logs. The file's head names the columns. A record's text holds, in this order, of the protocol logs:
 * connector, session, local and remote endpoint, event, data, context; of message tracking: client address, original
 * client address, client name, server address, server, source-context, source, event, internal id, message-id, sender,
 * recipients, bytes, count, connector.
 */
class ExchangeEnvelope final : public LineEnvelope
{
public:
    explicit ExchangeEnvelope(const ExchangeColumns& columns)
        : m_columns(columns)
    {
    }
    std::string_view name() const override;
    Taken take(std::string_view line, TimeStampReader& times, qint64 outerTime, LogRecord& record) override;

private:
    std::string_view field(int column) const;

    ExchangeColumns m_columns;
    std::vector<std::string> m_fields;
    std::string m_text;
};

std::unique_ptr<LineEnvelope> makeExchangeEnvelope(std::string_view head);

} // namespace waxseal
