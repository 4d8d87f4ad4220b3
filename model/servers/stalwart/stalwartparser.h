// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string_view>

namespace waxseal {

/** One event of Stalwart's log (its text form), understood. Views point into the line. */
struct StalwartEvent
{
    enum class Kind : std::uint8_t
    {
        None, ///< Stalwart's, and nothing that matters here
        Greeted, ///< a client said EHLO, or connected
        Secured, ///< a client's handshake: `version`, `cipher`
        HandshakeFailed,
        Authenticated, ///< `user`
        Refused, ///< a sender, a recipient or a message
        Queued, ///< taken over: `queueId`, `sender`, `size`, `recipients`, `isOfUser`
        Disconnected,
        Spam, ///< what the filter said of `queueId` when it was stored
        Ham,
        ConnectedTo, ///< our delivery: `host`, `address`, `port`
        SecuredTo,
        InClearTo, ///< the server offers no STARTTLS, or our settings do not use it
        HandshakeToFailed,
        Delivered, ///< `recipient`, `host`
        Failed, ///< a recipient was refused
        Completed, ///< no more deliveries of `queueId`
        Started, ///< the server begins
    };

    Kind kind = Kind::None;
    std::string_view listener; ///< listenerId: "smtp", "submissions"
    std::string_view address; ///< remoteIp
    std::uint32_t port = 0; ///< remotePort
    std::uint32_t localPort = 0;
    std::string_view queueId;
    std::string_view sender;
    std::string_view recipient;
    std::string_view host;
    std::string_view user;
    std::string_view version; ///< "TLSv1_3"
    std::string_view cipher;
    std::uint64_t size = 0;
    std::uint32_t recipients = 0;
    bool isOfUser = false;
    bool isAmbiguous = false; ///< the sender's address has quotes, which Stalwart writes as they are
};

/**
 * Reads "INFO TLS handshake (tls.handshake) listenerId = "smtp", localPort = 25, remoteIp = 192.0.2.1, …", with or
 * without time stamps in front. Pure. Strings are written with their quotes as they are, so of a key that comes twice
 * the first counts: those of the connection come before anything that a stranger wrote.
 */
StalwartEvent parseStalwart(std::string_view text);

/** Whether the text has the form of an event. */
bool isStalwartLine(std::string_view text);

} // namespace waxseal
