// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What a server's joiner tells the ledger: plain values, valid during the call.

#pragma once

#include "model/core/words.h"
#include "model/facts/facttable.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace waxseal {

/** A program as one host runs it: one of the ledger's numbers. */
using ServiceId = std::uint32_t;
inline constexpr ServiceId noService = ~ServiceId{0};

/** Names a session within its host: the process id where a process has one session at a time, else
 * Ledger::sessionId() of what the log calls it. */
using SessionId = std::uint64_t;

/** The process of a session that a process id names; 0 where a word of the log's names it. */
constexpr std::uint32_t processOf(SessionId session)
{
    return session <= 0xFFFF'FFFFU ? static_cast<std::uint32_t>(session) : 0;
}

/** What it means when a service writes no handshake line before a message. */
enum class Silence : std::uint8_t
{
    IsPlaintext, ///< it always writes them: in clear, where the beginning of the session is in the log
    Asks, ///< its log level decides; TlsSilence finds out
    SaysNothing ///< unknown
};

/** What the joiner knows of a service by its tag. */
struct ServiceTraits
{
    int kind = 0; ///< a number of the joiner's own
    Silence silence = Silence::IsPlaintext;
    bool isWrapper = false; ///< TLS from the first byte (RFC 8314): its silence never means plaintext
    /** Another program's line says that a message was taken over, as Postfix's qmgr does for smtpd: a log without that
     * program's lines counts nothing. */
    bool isQueuedElsewhere = false;
};

/** The other side of a connection, as the line names it. */
struct Peer
{
    std::string_view name;
    std::string_view address;
};

/** What the end of a session tells: counts of commands, where the server writes them. */
struct SessionEnd
{
    bool hasCounts = false;
    std::uint32_t mailDone = 0;
    std::uint32_t mailTried = 0;
    std::uint32_t startTlsDone = 0;
    std::uint32_t startTlsTried = 0;
    std::uint32_t xclientTried = 0;
};

/** A transaction that begins: MAIL FROM, or the first line that names it. */
struct MessageBegin
{
    std::string_view id; ///< the server's queue id; empty: it has none yet, and is the session's pending one
    std::optional<Peer> peer; ///< where the line names it; else the session's
    std::string_view user; ///< who authenticated; empty: nobody, or whom authenticated() named for the session
    std::optional<TlsId> tls; ///< where the line itself says it; else the session's state at this moment
    bool isReinjected = false; ///< the line itself says that it comes back from a filter
};

/** A message that the server took over. */
struct MessageAccepted
{
    std::string_view id; ///< empty, or a new id for the pending message
    std::string_view sender; ///< without the angle brackets; empty: the null sender
    std::uint64_t size = 0; ///< bytes; 0: not known
    std::uint32_t recipients = 0; ///< 0: not known, which counts as one
};

/** An attempt to deliver to one recipient. */
struct DeliveryReport
{
    std::string_view id; ///< the message's queue id
    std::string_view recipient; ///< an address
    Peer relay; ///< the address without a port
    std::uint32_t port = 0; ///< 0: not known
    SessionId session = 0; ///< which delivered: the process, or the outgoing session
    std::optional<TlsId> tls; ///< where the line itself says how it went; else by the session's handshake
    bool isSomeTls = false; ///< the line says that it went over TLS; which, the session's handshake knows
    bool isPlaintext = false; ///< the line says that it went in clear
    bool isAmbiguous = false; ///< a stranger wrote part of the line: nothing is believed of its TLS
    bool isSent = false;
    bool isOverSmtp = true; ///< else it may link a re-injected copy, and is no mail that leaves
    bool needsTls = false; ///< it failed because our own settings require TLS
    std::string_view queuedAs; ///< the id in the relay's reply
    std::uint32_t lastedSeconds = 0; ///< connection and transmission
};

/** A content scanner's word on one message. */
struct SpamReport
{
    SpamVerdict verdict = SpamVerdict::Unlabelled;
    std::string_view queueId; ///< of the message that was scanned; empty when the scanner does not say
    std::string_view queuedAs; ///< of the copy it put back
    std::string_view messageId; ///< with brackets; sender-controlled, so the last resort
};

} // namespace waxseal
