// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string_view>

namespace waxseal {

/** One line of Haraka's log, understood (its logger's formats "default" and "logfmt"). Views point into the line. */
struct HarakaEvent
{
    enum class Kind : std::uint8_t
    {
        None, ///< Haraka's, and nothing that matters here
        Connected, ///< `address`, `localPort`
        Secured, ///< a client's handshake: `version`, `cipher`, `isVerified`, `hasCertificate`
        HandshakeFailed,
        Sender, ///< MAIL FROM was taken or refused: `path`, `isGood`
        Message, ///< the whole message is there: `messageId`, `size`, `recipients`
        Queued, ///< taken over, or refused at the end: `isGood`
        SecuredTo, ///< our own handshake with a server
        Delivered, ///< `domain`, `host`, `address`, `port`, `isTls`, `response`
        RecipientFailed, ///< a server refused a recipient, for now or for good
        Disconnected, ///< `isTls`, `transactions`, `isRelay`, `accepted`
        Started, ///< the server begins
    };

    Kind kind = Kind::None;
    std::string_view connection; ///< UUID
    std::string_view transaction; ///< UUID and number: "….1"; of a delivery that of the message it came as
    std::string_view delivery; ///< the whole name: "….1.2"
    std::string_view address;
    std::string_view name; ///< of the client, from the DNS
    std::string_view host;
    std::string_view domain;
    std::string_view path; ///< an address without its brackets
    std::string_view messageId;
    std::string_view version;
    std::string_view cipher;
    std::string_view response;
    std::uint64_t size = 0;
    std::uint32_t localPort = 0;
    std::uint32_t port = 0;
    std::uint32_t recipients = 0; ///< that were accepted
    std::uint32_t refused = 0; ///< recipients that were not
    std::uint32_t transactions = 0;
    bool isGood = false;
    bool isTls = false;
    bool isRelay = false; ///< the client may relay: it authenticated, or its network may
    bool isVerified = false;
    bool hasCertificate = false;
    bool isOverSmtp = true; ///< a delivery: not LMTP
};

/** Of a connection, with the numbers of a transaction and a delivery: what is longer is no id. */
inline constexpr std::size_t longestHarakaId = 100;

/**
 * Reads the text behind a line's time: "[LEVEL] [UUID.n] [plugin] message key=value …", or "level=… uuid=… …". Pure,
 * anchored: fields are read in Haraka's order, and quoted ones as it quotes them; what a client wrote is never
 * searched.
 */
HarakaEvent parseHaraka(std::string_view text);

/** Whether the text has the form of one of Haraka's lines. */
bool isHarakaLine(std::string_view text);

} // namespace waxseal
