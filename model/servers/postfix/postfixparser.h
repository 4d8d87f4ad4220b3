// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/words.h"

#include <cstdint>
#include <string_view>

namespace waxseal {

/** A Postfix program whose lines matter here, by the last part of its syslog tag ("postfix/submission/smtpd" → Smtpd).
 */
enum class PostfixProgram : std::uint8_t
{
    None,
    Smtpd,
    Smtp,
    Lmtp,
    Cleanup,
    Qmgr,
    Pickup,
    Postscreen,
    Postsuper,
    Master, ///< master and postfix-script: they say when the settings are read anew
    Other,
    // Programs beside Postfix that speak of its mail or of its lines: neighbourProgram().
    MailScanner,
    SyslogDaemon,
    Systemd,
};

/** The program of a tag; None when the tag is no `syslog_name/program` of Postfix's. */
PostfixProgram postfixProgram(std::string_view tag);

/** The program of a tag that is no Postfix's and still matters; None for all others. */
PostfixProgram neighbourProgram(std::string_view tag);

/** "QUEUEID: …": the queue id at the front of a line of any of Postfix's programs; empty when there is none. */
std::string_view leadingQueueId(std::string_view text);

/** Whether the whole text has the form of a queue id, short or long. */
bool isQueueId(std::string_view text);

/** One log line, understood. Views point into the line. */
struct PostfixEvent
{
    enum class Kind : std::uint8_t
    {
        None, ///< nothing that matters here
        Connect,
        Disconnect,
        TlsFrom, ///< a client's handshake with our smtpd
        TlsTo, ///< our smtp's handshake with a server
        HandshakeFailedFrom,
        HandshakeFailedTo,
        MessageBegins, ///< QID: client=
        ProxyBegins, ///< NOQUEUE: client= (smtpd_proxy_filter)
        ProxyAccepted, ///< the filter took it: the message is accepted
        MessageId,
        Queued, ///< qmgr from=<…> … (queue active)
        Expired,
        Removed,
        PickedUp,
        Delivery,
        Rejected, ///< a transaction refused before the queue
        EncryptionRequired, ///< a Rejected for the reason that this program is about
        MessageRejected, ///< a message refused at its end: it was never accepted
        Canceled,
        Held, ///< put into the hold queue: the queue manager will not see it before somebody lets it go
        Requeued, ///< a message goes on under another queue id: `queueId`, before that `originalId`
        Restarted, ///< started, stopped or reloaded: the settings may be others from here on
        LinesLost, ///< the syslog daemon dropped lines: `lost` of them (0: not said yet), of `lostPid` (0: of anybody)
        StartTlsOffered, ///< smtp_tls_note_starttls_offer: `hostName` offers STARTTLS, and our settings do not use it
    };
    std::string_view queueId;

    std::string_view hostName; ///< client or relay
    std::string_view hostAddress;
    std::string_view hostPort;

    std::string_view protocol;
    std::string_view cipher;

    std::string_view sender; ///< without the angle brackets
    std::string_view recipient;
    std::string_view saslUser;
    std::string_view originalId; ///< Requeued: the queue id before
    std::string_view messageId; ///< with its brackets
    std::string_view tlsFeature; ///< 3.11's tls= (smtp_log_tls_feature_status)
    std::string_view status; ///< sent, deferred, bounced …
    std::string_view queuedAs;
    std::uint64_t size = 0; ///< Queued: bytes
    std::uint64_t lost = 0;
    std::uint32_t lostPid = 0;
    std::uint32_t recipients = 0;
    std::uint32_t connectionUse = 0; ///< conn_use=
    std::uint32_t lastedSeconds = 0; ///< Delivery: the connection and the transmission, from delays=; rounded up

    std::uint32_t mailDone = 0; ///< this and the next four: counts of a disconnect line
    std::uint32_t mailTried = 0;
    std::uint32_t startTlsDone = 0;
    std::uint32_t startTlsTried = 0;
    std::uint32_t xclientTried = 0;

    Kind kind = Kind::None;
    Trust trust = Trust::Unknown;
    bool hasCounts = false; ///< Postfix 3.0 and later
    bool senderKnown = false; ///< EncryptionRequired: `sender` is in the line
    bool forwarded = false; ///< orig_queue_id or orig_client: XFORWARD, so a loop through a filter
    bool ambiguous = false; ///< Delivery: the line can be read in two ways, because a stranger wrote part of it
    bool tlsRequired = false; ///< Delivery: it failed because our own settings require TLS that could not be had
};

/** Reads the text behind the syslog header. Pure, anchored, no allocation. Kind::None for what does not matter. */
PostfixEvent parsePostfix(PostfixProgram program, std::string_view text);
/** The same into an event that the caller made anew: an event is large, and there is one a line. */
void parsePostfix(PostfixProgram program, std::string_view text, PostfixEvent& event);
/** The part of it for a neighbourProgram(). */
void parseNeighbour(PostfixProgram program, std::string_view text, PostfixEvent& event);

} // namespace waxseal
