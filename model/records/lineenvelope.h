// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/records/logrecord.h"

#include <string_view>

namespace waxseal {

class TimeStampReader;

/**
 * The form of a server's own log file, where no syslog daemon wrote its header: Exim's main log, a CSV, JSON lines. One
 * object reads one file from its beginning or from a later place, so what it needs of the file's head it is given when
 * it is made (Server::makeEnvelope).
 */
class LineEnvelope
{
public:
    enum class Taken : std::uint8_t
    {
        Record, ///< `record` is filled
        Nothing, ///< understood, and no record: a comment, a row of column names
        More, ///< the record goes on in the next line: it is asked again with both, a line feed between them
        Unknown ///< not in this form: counted as skipped
    };

    virtual ~LineEnvelope() = default;
    virtual std::string_view name() const = 0; ///< as `files[].envelope` in JSON: "exim-mainlog"
    /**
     * Takes a line apart. Fills time (by `times`), host, program, pid and text; views may point into `line` or into the
     * object, and live until the next call. What the record does not name is left empty; `outerTime` is that of a
     * container's log around the line, 0 when there is none.
     */
    virtual Taken take(std::string_view line, TimeStampReader& times, qint64 outerTime, LogRecord& record) = 0;
    /** False when a line of it is not for reading (JSON): the evidence shows time, host, program and text instead. */
    virtual bool isReadable() const { return true; }
};

} // namespace waxseal
