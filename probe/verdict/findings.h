// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "probe/result/facts.h"
#include "probe/verdict/grades.h"

#include <QString>

#include <optional>
#include <string_view>
#include <vector>

namespace waxseal {

/** What is to be said about one address. */
enum class Finding : std::uint8_t
{
    NoStartTls,
    HiddenStartTls,
    StrippedStartTls,
    RefusedStartTls,
    BrokenStartTls,
    RequiresTls,
    RequiresTlsPublicly, ///< RFC 3207, section 4
    CommandInjection,
    ResponseInjection,
    ClientCertificateAsked,
    ClientCertificateRequired,
    SlowGreeting,
    RequireTlsExtension,
    CutShort,
    Tls10,
    Tls11,
    Tls12,
    Tls13,
    OnlyOldTls, ///< nothing above TLS 1.1
    OnlyTls13,
    AnonymousOnly,
    NoForwardSecrecy,
    WeakKeyExchange,
    InsecureRenegotiation,
    Expired,
    ExpiresSoon,
    NotYetValid,
    SelfSigned,
    MissingIntermediate,
    UnknownAuthority,
    WrongName,
    CommonNameOnly,
    WeakKey,
    RsaBelow3072,
    WeakSignature,
    DaneMatches,
    DaneMismatches,
    DaneWrongName,
    DaneUnusable,
    DaneRollOver, ///< ready for the next key: two ways to match
    NoDane,
    Cipher,
    KeyExchange,
    HandshakeSignature,
    CertificateKey,
    CertificateSignature,
    OtherName, ///< tested under another host's name, whose certificate this one does not share
    MxAlias,
    OnlyWithoutTls13, ///< a sender's own way fails, and this would work
    OnlyOldRenegotiation,
    OnlyWithName,
    OnlyOtherAlgorithms,
    PrivateAddress, ///< loopback, private or link-local: nobody outside gets there
    StartTlsVaries, ///< announced on one connection and not on another
    NotTrusted, ///< for another reason than those above
    NameChangesCertificate, ///< SNI
    DaneSpare, ///< a TLSA record that fits no certificate seen
    OtherKeyMatches, ///< the second certificate (RSA beside ECDSA) and the TLSA records
    OtherKeyMismatches,
};
inline constexpr Finding lastFinding = Finding::OtherKeyMismatches;
std::string_view name(Finding finding); ///< a stable word for scripts: "expired", "self-signed" …
std::optional<Finding> findingNamed(std::string_view word);

struct FoundFact
{
    Finding finding = Finding::NoStartTls;
    Grade grade = Grade::None;
    std::string detail; ///< a name, a number of days, a key's size
    bool operator==(const FoundFact&) const = default;
};

inline constexpr int expirySoonDays = 21;

/** The facts of one address, those that are well last. `now` in seconds since 1970. */
std::vector<FoundFact> findingsOf(
    const DomainFacts& facts, const HostFacts& host, const AddressFacts& address, std::int64_t now);

/** One sentence, translated. */
QString findingText(const FoundFact& found);
/** The same in English, whatever the program speaks: for people at the other side. */
QString findingInEnglish(const FoundFact& found);
/** A class for people, translated; empty for none. */
QString gradeText(Grade grade);

/** The TLSA record that fits the live key, ready for a zone: "_25._tcp.mx.example.com. IN TLSA 3 1 1 …"; empty without
 * a certificate. */
std::string readyTlsaRecord(const HostFacts& host, const AddressFacts& address);

} // namespace waxseal
