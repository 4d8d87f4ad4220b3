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
    Other
};

/** The program of a tag; None when the tag is no `syslog_name/program` of Postfix's. */
PostfixProgram postfixProgram(std::string_view tag);

/** "QUEUEID: …": the queue id at the front of a line of any of Postfix's programs; empty when there is none. */
std::string_view leadingQueueId(std::string_view text);

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
    };
    Kind kind = Kind::None;
    std::string_view queueId;

    std::string_view hostName; ///< client or relay
    std::string_view hostAddress;
    std::string_view hostPort;

    Trust trust = Trust::Unknown;
    std::string_view protocol;
    std::string_view cipher;

    std::string_view sender; ///< without the angle brackets
    std::string_view recipient;
    std::string_view saslUser;
    bool forwarded = false; ///< orig_queue_id or orig_client: XFORWARD, so a loop through a filter
    std::string_view messageId; ///< with its brackets
    std::string_view tlsFeature; ///< 3.11's tls= (smtp_log_tls_feature_status)
    std::string_view status; ///< sent, deferred, bounced …
    std::string_view queuedAs;
    std::uint32_t recipients = 0;
    std::uint32_t connectionUse = 0; ///< conn_use=

    bool hasCounts = false; ///< Postfix 3.0 and later
    std::uint32_t mailDone = 0;
    std::uint32_t mailTried = 0;
    std::uint32_t startTlsDone = 0;
    std::uint32_t startTlsTried = 0;
};

/** Reads the text behind the syslog header. Pure, anchored, no allocation. Kind::None for what does not matter. */
PostfixEvent parsePostfix(PostfixProgram program, std::string_view text);
/** The same into an event that the caller made anew: an event is large, and there is one a line. */
void parsePostfix(PostfixProgram program, std::string_view text, PostfixEvent& event);

} // namespace waxseal
