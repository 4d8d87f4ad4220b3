// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/records/lineenvelope.h"

#include <memory>

namespace waxseal {

/**
 * What Haraka writes to a file or to standard output: "2026-11-28T02:07:08.517Z [NOTICE] [UUID] [core] …" with
 * "timestamps=true" in log.ini. Without time stamps its lines are read where a container's log around them has the
 * time.
 */
class HarakaEnvelope final : public LineEnvelope
{
public:
    std::string_view name() const override { return "haraka"; }
    Taken take(std::string_view line, TimeStampReader& times, qint64 outerTime, LogRecord& record) override;
};

std::unique_ptr<LineEnvelope> makeHarakaEnvelope(std::string_view head);

} // namespace waxseal
