// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string_view>

namespace waxseal {

/** One line of Exim's main log, understood (Exim's specification, chapter "Log files"). Views point into the line. */
struct EximEvent
{
    enum class Kind : std::uint8_t
    {
        None, ///< nothing that matters here
        Arrival, ///< `<=`: a message was accepted
        Delivery, ///< `=>`, `->` and `>>`: one recipient's copy was delivered
        Deferred, ///< `==`: it will be tried again
        Failed, ///< `**`: it bounces
        Completed, ///< nothing is left to deliver
        Rejected, ///< an ACL, or local_scan(), refused a command or a message
        HandshakeFailedFrom, ///< a client's handshake with us failed
        FellBackTo, ///< a handshake of ours failed, and the delivery goes on in clear
        Verdict, ///< an ACL's warning that says what a content scanner found
        Started, ///< a daemon began: the settings may be others from here on
    };
    enum class Certificate : std::uint8_t
    {
        Unknown, ///< CV= is not logged
        NotVerified,
        Verified,
        Dane,
    };

    std::string_view messageId; ///< Exim's, at the front of the line; empty where the line has none
    std::string_view sender; ///< without angle brackets; empty for the null sender
    std::string_view recipient; ///< of a delivery: the address that was routed
    std::string_view hostName; ///< from the DNS; empty where it has none
    std::string_view helo; ///< what the client says of itself
    std::string_view hostAddress;
    std::string_view hostPort;
    std::string_view protocol; ///< P=: "esmtps", "local" …
    std::string_view tlsProtocol; ///< X=, its first part: "TLS1.3"
    std::string_view cipher; ///< X=, its second part
    std::string_view authenticated; ///< A=: authenticator, and the name behind a colon
    std::string_view headerId; ///< id=: the Message-ID without its brackets
    std::string_view transport; ///< T=
    std::string_view response; ///< C=: what the other server said at the end
    std::string_view reason; ///< of a refusal or a delay
    std::uint64_t size = 0; ///< S=: bytes
    std::uint32_t recipients = 0; ///< those behind "for"; 0: not logged (log_selector received_recipients)
    Kind kind = Kind::None;
    Certificate certificate = Certificate::Unknown;
    bool hasPeerName = false; ///< DN=: the other side showed a certificate
    bool isFollower = false; ///< `->`: a further recipient of the delivery before
    bool tlsRequired = false; ///< Deferred or Failed: our own settings require TLS that could not be had
    bool senderKnown = false; ///< Rejected: F= is in the line
    bool temporary = false; ///< Rejected with a 4xx code
    bool spam = false; ///< Verdict
    bool ambiguous = false; ///< the client wrote a part of the line so that it can be read in two ways
};

/** What Exim itself writes in front of a line's text: `2026-11-22 12:48:14[.123] [+0100 ][[1234] ]`. Views point into
 * the line. */
struct EximStamp
{
    std::string_view date; ///< "2026-11-22"
    std::string_view time; ///< "12:48:14", with what log_selector = +millisec adds
    std::string_view zone; ///< "+0100"; empty: the server's own (log_timezone)
    std::uint32_t pid = 0; ///< 0: not logged (log_selector = +pid)
};
/** Takes it from the front of `text`; false, and nothing taken, when it is not there. */
bool takeEximStamp(std::string_view& text, EximStamp& stamp);

inline constexpr std::uint32_t mostEximParts = 256; ///< of a line
/**
 * Takes `[2/5] `, or `[2\5] ` where the line itself had a line feed (`isLineEnd`): how Exim writes to syslog what is
 * longer than 870 bytes, date and all (its specification, "Logging to syslog"). False, and nothing taken, when it is
 * not there.
 */
bool takeEximPart(std::string_view& text, std::uint64_t& number, std::uint64_t& count, bool& isLineEnd);

/**
 * Reads the text behind date, time, zone and pid. Pure, anchored, no allocation. What a client can write (HELO, ident,
 * certificate names, message-id, subject) is skipped in the order in which Exim writes it, and never searched.
 */
EximEvent parseExim(std::string_view text);

/** Length of the message id at the front: 16 characters (up to 4.96) or 23 (since 4.97); 0 for none. */
std::size_t eximIdLength(std::string_view text);

/** Whether P= says that the session was encrypted: "esmtps", "esmtpsa", "smtps" … and "essmtp" of tls_on_connect. */
bool isEncryptedProtocol(std::string_view protocol);
/** Whether P= names SMTP over a connection at all, in clear or not; false for "local" and for what a filter names
 * itself. */
bool isSmtpProtocol(std::string_view protocol);
/** Whether P= says that the client authenticated: "esmtpa", "esmtpsa". */
bool isAuthenticatedProtocol(std::string_view protocol);

} // namespace waxseal
