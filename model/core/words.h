// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace waxseal {

/** Which way a message travelled. Never mixed in a sum. */
enum class Direction : std::uint8_t
{
    Inbound,
    Outbound,
    Submission
};
inline constexpr std::array allDirections{Direction::Inbound, Direction::Outbound, Direction::Submission};

/** A content scanner's verdict, or none. */
enum class SpamVerdict : std::uint8_t
{
    Unlabelled,
    Legitimate,
    Spam
};

/** Whether a message travelled over TLS. Unknown is a third value: never plaintext. */
enum class TlsState : std::uint8_t
{
    Unknown,
    Plaintext,
    Tls
};

/** Protocol version. Unknown: TLS was used, the log does not say which version; Other: a version below 1.0. */
enum class TlsVersion : std::uint8_t
{
    Unknown,
    Other,
    Tls10,
    Tls11,
    Tls12,
    Tls13
};

/** The peer's certificate, in Postfix's words (TLS_README, "TLS status"). Unknown: the log does not say. */
enum class Trust : std::uint8_t
{
    Unknown,
    Anonymous,
    Untrusted,
    Trusted,
    Verified
};

std::string_view name(Direction direction); ///< "inbound", "outbound", "submission"
std::string_view name(SpamVerdict verdict); ///< "", "legitimate", "spam"
std::string_view name(TlsVersion version); ///< "", "other", "1.0" … "1.3"
std::string_view name(Trust trust); ///< "", "Anonymous" … "Verified"

/** Reads a protocol name as any mail server writes it ("TLSv1.3", "TLS1.2", "TLSv1"). Other: SSL. Unknown: none of
 * ours, and perhaps a later one, which no floor may count as too old. */
TlsVersion parseTlsVersion(std::string_view text);

/** Reads Postfix's trust word; Unknown for anything else. */
Trust parseTrust(std::string_view text);

} // namespace waxseal
