// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/records/lineenvelope.h"
#include "model/servers/gmail/gmailparser.h"

#include <memory>
#include <string>
#include <vector>

namespace waxseal {

/** What records of Gmail's logs call their program. */
inline constexpr std::string_view gmailProgram = "gmail-log";

/** An export of Gmail's logs from BigQuery: JSON, an event a line, or CSV whose first line names the columns. */
class GmailEnvelope final : public LineEnvelope
{
public:
    /** `columns`: of CSV; JSON without them. */
    explicit GmailEnvelope(std::optional<GmailColumns> columns)
        : m_columns(std::move(columns))
    {
    }
    std::string_view name() const override { return m_columns ? "gmail-csv" : "gmail-json"; }
    Taken take(std::string_view line, TimeStampReader& times, qint64 outerTime, LogRecord& record) override;
    bool isReadable() const override { return m_columns.has_value(); }

private:
    std::optional<GmailColumns> m_columns;
    std::vector<std::string> m_fields;
    std::string m_text;
};

std::unique_ptr<LineEnvelope> makeGmailEnvelope(std::string_view head);

} // namespace waxseal
