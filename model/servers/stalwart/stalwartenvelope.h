// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/records/lineenvelope.h"

#include <memory>
#include <string>

namespace waxseal {

/** Stalwart's own log files, and what it prints: "2026-01-12T00:42:53Z INFO TLS handshake (tls.handshake) …", perhaps
 * in colours. */
class StalwartEnvelope final : public LineEnvelope
{
public:
    std::string_view name() const override { return "stalwart"; }
    Taken take(std::string_view line, TimeStampReader& times, qint64 outerTime, LogRecord& record) override;

private:
    std::string m_line; // without its colours
};

std::unique_ptr<LineEnvelope> makeStalwartEnvelope(std::string_view head);

} // namespace waxseal
