// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/records/lineenvelope.h"

#include <string>

namespace waxseal {

/** Exim's main log: `2026-11-22 12:48:14 text`, and what log_timezone, +millisec and +pid add. It names no host. */
class EximEnvelope final : public LineEnvelope
{
public:
    /** Whether a file that begins so can be one: a line among the first is in this form. */
    static bool suits(std::string_view head);

    std::string_view name() const override { return "exim-mainlog"; }
    Taken take(std::string_view line, TimeStampReader& times, qint64 outerTime, LogRecord& record) override;

private:
    std::string m_stamp; // in the form that the reader of time stamps knows
};

} // namespace waxseal
