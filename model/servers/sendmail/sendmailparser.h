// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string_view>

namespace waxseal {

/** One line of Sendmail's log, understood (conf.c, envelope.c, deliver.c, srvrsmtp.c and tls.c of Sendmail 8). Views
 * point into the line. */
struct SendmailEvent
{
    enum class Kind : std::uint8_t
    {
        None, ///< nothing that matters here
        Connect, ///< LogLevel 10 and up
        Disconnect, ///< a session without a message ended, or one was cut
        TlsFrom, ///< a handshake with a client
        TlsTo, ///< a handshake of ours; the line names no address
        HandshakeFailedFrom,
        HandshakeFailedTo,
        Authenticated, ///< `user`
        Arrival, ///< `from=`: a message was received whole; with no recipient, or no bytes, it was refused before
        Delivery, ///< `to=`: of one or more recipients
        Rejected, ///< a ruleset or a milter refused a command
        EncryptionRequired, ///< the same, for want of TLS
        MessageRejected, ///< a milter refused the message at its end
        Verdict, ///< a milter marked the message as spam, or as none
        Started, ///< a daemon began: its settings may be others from here on
    };
    enum class Status : std::uint8_t
    {
        Sent,
        Deferred, ///< also "queued": it will be tried
        Failed,
    };
    /** verify= of a handshake (cf/README, "STARTTLS"). */
    enum class Verify : std::uint8_t
    {
        Unknown,
        Ok, ///< the certificate was verified
        Trusted, ///< by DANE
        Failed, ///< shown, and not verified
        None, ///< not shown, or not asked for
    };

    std::string_view queueId; ///< at the front of the line; empty where the line has none
    std::string_view sender; ///< without angle brackets; empty for the null sender
    std::string_view recipients; ///< of a delivery: the list, for takeSendmailRecipient()
    std::string_view hostName; ///< from the DNS, without the dot at its end; empty where it has none
    std::string_view hostAddress; ///< without "IPv6:"
    std::string_view tlsProtocol; ///< empty where the log says the cipher's lowest version instead
    std::string_view cipher;
    std::string_view protocol; ///< proto=: "ESMTP", "ESMTPS"
    std::string_view user; ///< authid=
    std::string_view mailer; ///< "esmtp", "local", "relay" …
    std::string_view messageId; ///< with its brackets
    std::string_view status; ///< of a delivery, behind stat=; of a refusal: the reply
    std::string_view localUser; ///< Arrival: who gave the message to the sendmail command; empty for SMTP
    std::uint64_t size = 0; ///< bytes
    std::uint32_t recipientCount = 0;
    std::uint32_t seconds = 0; ///< xdelay= of a delivery
    Kind kind = Kind::None;
    Status outcome = Status::Failed;
    Verify verify = Verify::Unknown;
    bool senderKnown = false;
    bool senderCut = false; ///< Sendmail writes 200 bytes of a sender: its domain is not in the line
    bool isReceived = false; ///< Arrival: the message itself was received, not only its sender
    bool tlsRequired = false; ///< a delivery failed because our own rules require TLS
    bool spam = false; ///< Verdict
};

/**
 * Reads the text behind the syslog header. Pure, anchored, no allocation. What a client can write (addresses, the
 * Message-ID, replies) is skipped in the order in which Sendmail writes it; what stands behind the Message-ID is read
 * from the end of the line, which is Sendmail's.
 */
SendmailEvent parseSendmail(std::string_view text);

/** Takes the next address, without angle brackets, from the list of a delivery; false at its end. */
bool takeSendmailRecipient(std::string_view& list, std::string_view& recipient);

/** Whether proto= says that the session was encrypted ("ESMTPS", "ESMTPSA"): since 8.15. */
bool isEncryptedSendmailProtocol(std::string_view protocol);
/** Whether it says that the client authenticated ("ESMTPA", "ESMTPSA"). */
bool isAuthenticatedSendmailProtocol(std::string_view protocol);
/** Whether a mailer speaks SMTP to another host: "smtp", "esmtp", "smtp8", "dsmtp", "relay" (cf/mailer/smtp.m4). */
bool isSmtpMailer(std::string_view mailer);

} // namespace waxseal
