// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/ledger/joincontext.h"
#include "model/records/lineenvelope.h"
#include "model/records/logrecord.h"

#include <QByteArray>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace waxseal {

/** Joins the records of one mail server's logs to messages. One object for a whole import; records come in time order
 * host by host. Most servers derive from LedgerJoiner, which leaves them the grammar of their lines. */
class ServerJoiner
{
public:
    virtual ~ServerJoiner() = default;

    /** True when the record was this server's. */
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

/** What a record is to the lines around it: which of them the evidence of a figure shows with it. */
struct LineRole
{
    enum class Part : std::uint8_t
    {
        Inside,
        Begins,
        Ends
    };
    std::string session; ///< names the session within its host: "smtpd 4711"; empty: none
    std::string message; ///< the queue id; empty: none
    Part ofSession = Part::Inside;
    Part ofMessage = Part::Inside;
    bool isDelivery = false; ///< of a process that delivers many messages: its lines up to the delivery before
};

/** Looks through the head of a file for forms of a server's log that leave out what is needed. */
class HeadCheck
{
public:
    virtual ~HeadCheck() = default;
    /** A record of it. `isDocument`: it was a search engine's, whose order is not that of the log. */
    virtual void see(const LogRecord& record, bool isDocument) = 0;
    /** A line of a head in which there is no record at all; the reason word of a form that it shows, or empty. */
    virtual std::string_view seeLine(std::string_view line) = 0;
    /** The reason word (ImportNote::UnusableRendering) behind the last of them; empty when nothing is missing.
     * `isClaimed`: some record is surely a mail server's. */
    virtual std::string_view unusable(bool isClaimed) const = 0;
};

/** A mail server whose logs are read. It stands in its own folder, and in the list of servers.cpp. */
struct Server
{
    std::string_view id; ///< "postfix": as --format takes it, and as it is kept in workspaces
    std::string_view name; ///< "Postfix": a proper name, never translated
    /** Whether records of a syslog or journal with this tag may matter: the server's programs, and programs that speak
     * of its mail. Asked once a tag. Content scanners need not be named: every server hears them. */
    bool (*hears)(std::string_view program) = nullptr;
    /** Whether a record is surely the server's own. Tells whose log a file is; by its text where the tag is not
     * enough. */
    bool (*claims)(std::string_view program, std::string_view text) = nullptr;
    /**
     * The reader of the server's own log files, where it writes some without syslog; null when there is none, or when
     * this head of a file (up to 256 KiB) cannot be one. A file that no syslog reader understands, and of whose lines
     * this one understands most with records that `claims` agrees to, is the server's as a whole.
     */
    std::unique_ptr<LineEnvelope> (*makeEnvelope)(std::string_view head) = nullptr;
    std::unique_ptr<ServerJoiner> (*makeJoiner)(const JoinContext& context) = nullptr;
    std::unique_ptr<HeadCheck> (*makeHeadCheck)() = nullptr; ///< null: its log has no form that lacks something
    LineRole (*roleOf)(const LogRecord& record) = nullptr;
    /** Whether its queue ids are used again: then the evidence of a message looks only forward from its line. */
    bool idsComeBack = false;
    std::string_view inboundSetting = {}; ///< that makes it log the TLS of what it receives: "smtpd_tls_loglevel = 1"
    std::string_view outboundSetting = {}; ///< and of what it sends
};

} // namespace waxseal
