// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string_view>

namespace waxseal {

/**
 * One line of OpenSMTPD's log, understood (smtp_session.c and mta_session.c). Three forms: since 6.4 `SESSION smtp
 * connected …`, from 5.9 to 6.3 `SESSION smtp event=connected …`, before `smtp-in: New session SESSION …`. Views point
 * into the line.
 */
struct OpensmtpdEvent
{
    enum class Kind : std::uint8_t
    {
        None, ///< nothing that matters here
        Connect,
        Disconnect,
        TlsFrom, ///< a handshake with a client
        CertificateFrom, ///< what its certificate was worth
        Authenticated, ///< `user`
        Accepted, ///< a message was taken over; the sender may be in another line
        Envelope, ///< one of its recipients, and its sender
        Rejected, ///< MAIL FROM, RCPT TO or DATA was refused
        EncryptionRequired, ///< the same, for want of TLS
        Connecting, ///< to a relay
        TlsTo,
        CertificateTo,
        HandshakeFailedTo,
        DisconnectTo,
        Delivery, ///< one recipient's copy, here or to a relay
        Started, ///< the daemon began
    };

    std::string_view session; ///< 16 hexadecimal digits; empty where the line has none
    std::string_view messageId; ///< of Accepted, Envelope and Delivery: 8 hexadecimal digits
    std::string_view sender; ///< without angle brackets; empty for the null sender
    std::string_view recipient;
    std::string_view hostName; ///< from the DNS; empty where it has none
    std::string_view hostAddress; ///< without brackets; "local" for the socket of this machine
    std::string_view tlsProtocol;
    std::string_view cipher;
    std::string_view user;
    std::string_view response; ///< of a delivery: what the relay said
    std::uint64_t size = 0; ///< bytes
    std::uint32_t recipientCount = 0; ///< 0: not in the line
    std::uint32_t port = 0; ///< Connecting
    std::uint32_t seconds = 0; ///< delay= of a delivery
    Kind kind = Kind::None;
    bool senderKnown = false;
    bool isSent = false; ///< Delivery: result Ok
    bool isFinal = false; ///< Delivery: it will not be tried again
    bool isOverSmtp = false; ///< Delivery: by mta, not by mda
    bool certificateValid = false;
    bool handshakeFailed = false; ///< Disconnect: that is why, if there was no handshake before
    bool inClearByChoice = false; ///< Connecting: "smtp+notls://"
    bool tlsRequired = false; ///< Delivery: it failed because our settings require TLS
};

/** Reads the text behind the syslog header. Pure, anchored, no allocation. Commands and replies, which others write,
 * stand last in their lines. */
OpensmtpdEvent parseOpensmtpd(std::string_view text);

} // namespace waxseal
