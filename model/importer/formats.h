// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/importer/importer.h"
#include "model/importer/recordreader.h"

#include <memory>
#include <string_view>
#include <vector>

namespace waxseal {

/** What a joiner works on: the settled facts of the import under way. */
struct JoinContext
{
    FactTable* facts = nullptr;
    Excluded* excluded = nullptr;
    const ImportOptions* options = nullptr;
    const MessageSink* messages = nullptr; ///< may be empty
};

/** Joins the records of one mail server's logs to messages. One object for a whole import; records come in time order
 * host by host. */
class FormatJoiner
{
public:
    virtual ~FormatJoiner() = default;

    /** True when the record was this format's. */
    virtual bool consume(const LogRecord& record, FileId file) = 0;
    /** The records of another host begin: time may go back. */
    virtual void nextStream() = 0;
    /** No more records come this time. The log may go on in another import: nothing is decided that this could change.
     */
    virtual void finish() = 0;
    /** What is known of messages whose story is not over, as if it ended here, into tables of the caller's. */
    virtual void addOpen(FactTable& facts, Excluded& excluded) const = 0;
    /** Sessions, messages and deliveries of which more would be told if the log went on. */
    virtual std::uint64_t openCount() const = 0;
    virtual void addNotes(std::vector<ImportNote>& notes) const = 0;
    virtual std::uint64_t messageCount() const = 0; ///< settled so far, for progress
    virtual QByteArray save() const = 0;
    /** Takes up a saved state; false (and empty) when it is damaged or of another version. */
    virtual bool restore(const QByteArray& saved) = 0;
};

/** A log format: registered in formats.cpp, and nowhere else. */
struct LogFormat
{
    std::string_view id; ///< "postfix", as --format takes it
    bool (*claims)(std::string_view program, std::string_view text); ///< does a record look like this format's?
    std::unique_ptr<FormatJoiner> (*makeJoiner)(const JoinContext& context);
};

const std::vector<LogFormat>& logFormats();
const LogFormat* logFormat(std::string_view id); ///< null when there is none

} // namespace waxseal
