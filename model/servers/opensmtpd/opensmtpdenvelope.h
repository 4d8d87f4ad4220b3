// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/records/lineenvelope.h"

namespace waxseal {

/**
 * What `smtpd -dv` prints, as a container's log keeps it: the text alone. Its time is that of the container's log
 * around it; where there is none, that of the file's last change for all lines, so the days of such a file say nothing.
 */
class OpensmtpdEnvelope final : public LineEnvelope
{
public:
    /** Whether a file that begins so can be one. */
    static bool suits(std::string_view head);

    std::string_view name() const override { return "opensmtpd-dv"; }
    Taken take(std::string_view line, TimeStampReader& times, qint64 outerTime, LogRecord& record) override;
};

} // namespace waxseal
