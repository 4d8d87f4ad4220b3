// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "probe/result/facts.h"
#include "probe/verdict/sender.h"

#include <QString>

#include <array>
#include <string_view>

namespace waxseal {

/** What becomes of mail from a sender at a level. */
enum class Delivery : std::uint8_t
{
    Delivered,
    Deferred,
    Bounced,
    NotTested
};
std::string_view name(Delivery delivery); ///< "delivered", "deferred", "bounced", "not tested"

/** A sender's requirement: Postfix's smtp_tls_security_level words, and a sender that obeys MTA-STS (and DANE before
 * it). */
enum class SenderLevel : std::uint8_t
{
    May,
    Encrypt,
    Dane,
    DaneOnly,
    Verify,
    Secure,
    MtaSts
};
inline constexpr std::array allSenderLevels{SenderLevel::May, SenderLevel::Encrypt, SenderLevel::Dane,
    SenderLevel::DaneOnly, SenderLevel::Verify, SenderLevel::Secure, SenderLevel::MtaSts};
std::string_view name(SenderLevel level); ///< "may", "encrypt", "dane", "dane-only", "verify", "secure", "mta-sts"

/** Why. */
enum class DeliveryReason : std::uint8_t
{
    Encrypted, ///< over TLS, nobody asked who the server is
    Authenticated, ///< certificate trusted, and names what it must
    AuthenticatedByDane,
    ClearNoTls, ///< delivered in clear: no STARTTLS is seen
    ClearTlsRefused, ///< delivered in clear: STARTTLS is answered with an error
    ClearAfterFailure, ///< delivered in clear, after a delay: TLS fails
    TlsNotOffered,
    TlsHidden,
    TlsStripped,
    TlsRefused,
    TlsBroken,
    TlsTooOld, ///< below the sender's minimum version
    TlsTooWeak, ///< below what OpenSSL's security level 1 takes, which a sender uses who must know the server
    NoCertificate,
    ClientCertificate,
    RequiresTls, ///< refuses mail in clear, and TLS cannot be had
    NotTrusted,
    NameMismatch,
    DaneMismatch,
    DaneName,
    TlsaFailed,
    NoTlsa,
    TlsaUnusable,
    NotSecure, ///< dane-only, and the MX records are not signed
    NotInPolicy, ///< MTA-STS does not list the host
    NullMx,
    NoSuchDomain,
    NoAddress,
    LoopsBack, ///< the host is the sender itself
    BogusDns,
    DnsFailed,
    NoValidation,
    ConnectionRefused,
    Unreachable,
    TimedOut,
    Throttled,
    Tarpit,
    Closed,
    Misbehaving,
    ProxyFailed,
    HelloRefused,
    ClosedAfterTls, ///< TLS comes about, and the server will not go on
    NameNotAsked, ///< the address has several names, and the certificate for this one was not asked for
    Untested,
};
std::string_view name(DeliveryReason reason); ///< a stable word for scripts: "encrypted", "not-trusted" …

struct Verdict
{
    Delivery outcome = Delivery::NotTested;
    DeliveryReason reason = DeliveryReason::Untested;
    std::string host; ///< the host that decided; empty where the DNS did
    std::string detail; ///< its reply or the error, where there is one
    TlsVersion version = TlsVersion::Unknown; ///< when delivered over TLS
    bool isFallback = false; ///< a host of higher preference would not take it
    bool operator==(const Verdict&) const = default;
};

/**
 * What the sender of the facts would do with mail to this domain: hosts in order of preference, the next address after
 * a deferral, at most five of them (smtp_mx_address_limit); what fails before the mail is offered does not count
 * against smtp_mx_session_limit. OpenSSL's security level is 0 while encryption is opportunistic or only required, 1
 * when the server must be authenticated (tls_client.c). An opportunistic sender falls back to clear text after a failed
 * handshake, later. `minimum` is the sender's lowest TLS version where its own is not higher.
 */
Verdict judgeDelivery(const DomainFacts& facts, SenderLevel level, TlsVersion minimum = TlsVersion::Unknown);

/** All levels, in the order of allSenderLevels. */
std::array<Verdict, allSenderLevels.size()> deliveryMatrix(const DomainFacts& facts);

/** The reason as one sentence, translated. */
QString reasonText(const Verdict& verdict);
/** The same in English, whatever the program speaks. */
QString reasonInEnglish(const Verdict& verdict);

} // namespace waxseal
