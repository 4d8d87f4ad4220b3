// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/ipaddress.h"
#include "model/core/words.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

/** What a live test found, as plain values. Text from the other side is cut, and free of control characters. */
namespace waxseal {

/** How a DNS question ended. Failed: SERVFAIL or no answer; nothing is known then. */
enum class DnsStatus : std::uint8_t
{
    NotAsked,
    Found,
    NoData,
    NoDomain,
    Failed
};

/** What DNSSEC says of an answer, denial of existence included. Bogus goes before everything else. */
enum class DnsSecurity : std::uint8_t
{
    Insecure,
    Secure,
    Bogus
};

/** The outcome of one look-up. */
struct DnsState
{
    DnsStatus status = DnsStatus::NotAsked;
    DnsSecurity security = DnsSecurity::Insecure;
    std::string detail; ///< why it is bogus or failed
    bool operator==(const DnsState&) const = default;

    bool isBogus() const { return security == DnsSecurity::Bogus; }
    bool isSecure() const { return security == DnsSecurity::Secure; }
    bool isFound() const { return status == DnsStatus::Found && !isBogus(); }
    /** Answered, and there is none. */
    bool isAbsent() const { return !isBogus() && (status == DnsStatus::NoData || status == DnsStatus::NoDomain); }
};

/** Three-valued: what was not tested is not "no". */
enum class Answer : std::uint8_t
{
    NotTested,
    No,
    Yes
};

/** How far a connection came. */
enum class Reach : std::uint8_t
{
    NotTested, ///< cancelled, or the limit of addresses was reached
    Reached, ///< greeted us and accepted EHLO or HELO
    Refused, ///< connection refused
    Unreachable, ///< no route from here
    TimedOut, ///< no connection in time
    Throttled, ///< greeted or answered with 4xx or 5xx: we are not wanted now
    Tarpit, ///< connected, but too slow to test
    Closed, ///< hung up before the greeting or at EHLO
    Misbehaving, ///< no SMTP, or more of it than we read
    ProxyFailed, ///< the proxy would not connect us
    HelloRefused, ///< greeted us, and refused EHLO and HELO for good: 5xx
    Ourselves, ///< not connected to: this machine itself, where a sender sees a loop
};

/** What STARTTLS does at a server. */
enum class StartTls : std::uint8_t
{
    NotTested,
    Works,
    NotOffered,
    Hidden, ///< not offered, and works when asked for all the same
    Stripped, ///< the keyword was overwritten on the way (XXXXXXXA)
    Refused, ///< offered, and answered with 4xx or 5xx
    Broken, ///< offered, and the handshake fails
};

/** A client certificate. */
enum class ClientCertificate : std::uint8_t
{
    NotTested,
    NotAsked,
    Asked,
    Required
};

/** The outcome of an injection test. */
enum class Injection : std::uint8_t
{
    NotTested,
    Safe,
    Vulnerable
};

/** A finished handshake. */
struct TlsSessionFacts
{
    TlsVersion version = TlsVersion::Unknown;
    std::string cipher;
    int cipherBits = 0;
    std::string group; ///< key exchange: "X25519", "P-256", "DH"; empty for RSA key exchange
    int groupBits = 0;
    std::string signature; ///< the server's signature in the handshake: "RSA-PSS SHA256"
    bool secureRenegotiation = false; ///< RFC 5746, or TLS 1.3
    bool operator==(const TlsSessionFacts&) const = default;
};

/** One certificate of a chain. */
struct CertificateFacts
{
    std::string subject; ///< RFC 2253
    std::string issuer;
    std::string commonName;
    std::vector<std::string> moreCommonNames; ///< behind the first
    std::vector<std::string> names; ///< dNSName of subjectAltName
    std::vector<std::string> ipNames; ///< iPAddress of subjectAltName
    std::int64_t notBefore = 0; ///< seconds since 1970, UTC
    std::int64_t notAfter = 0;
    std::string keyType; ///< "RSA", "EC", "Ed25519" …
    int keyBits = 0;
    std::string signature; ///< "sha256WithRSAEncryption"
    std::string sha256; ///< of the certificate, hexadecimal
    std::string keySha256; ///< of the public key: a TLSA 3 1 1 record's data
    bool selfSigned = false;
    bool operator==(const CertificateFacts&) const = default;
};

/** A server's certificate chain as sent, and what an authenticating sender makes of it (names apart). */
struct ChainFacts
{
    std::vector<CertificateFacts> certificates; ///< leaf first
    std::vector<int> errors; ///< OpenSSL's X509_V_ERR_… at security level 1; empty: trusted
    bool missingIntermediate = false;
    bool operator==(const ChainFacts&) const = default;

    bool isEmpty() const { return certificates.empty(); }
    bool isTrusted() const { return !certificates.empty() && errors.empty(); }
    const CertificateFacts& leaf() const { return certificates.front(); }
};

/** One TLSA record (RFC 6698). */
struct TlsaRecord
{
    std::uint8_t usage = 0;
    std::uint8_t selector = 0;
    std::uint8_t matching = 0;
    std::string data; ///< hexadecimal, lower case
    bool isMalformed = false; ///< meant to hold a whole certificate or key, and does not
    bool operator==(const TlsaRecord&) const = default;

    std::string text() const; ///< "3 1 1 93b9…"
    /** Usable for SMTP: usage 2 or 3, a known selector and matching type, data of the right length (RFC 7672, 3.1). */
    bool isUsable() const;
};

/** The TLSA records of an MX host. */
struct TlsaFacts
{
    DnsState lookup;
    std::string base; ///< the TLSA base domain: the host, or what its secure CNAME leads to
    std::vector<TlsaRecord> records;
    bool operator==(const TlsaFacts&) const = default;

    /** There are secure records, so that a DANE sender must have TLS. */
    bool isPresent() const { return lookup.isFound() && lookup.isSecure() && !records.empty(); }
    bool isUsable() const;
    /** The look-up itself failed or is bogus: a DANE sender defers. */
    bool isFailed() const { return lookup.isBogus() || lookup.status == DnsStatus::Failed; }
};

/** How a server's chain compares with the TLSA records of its host. */
struct DaneMatch
{
    Answer matched = Answer::NotTested;
    int record = -1; ///< index of the record that decided
    int depth = -1; ///< in the chain: 0 the leaf
    int error = 0; ///< X509_V_ERR_… when not matched
    std::vector<bool> each; ///< by record: its data fits the chain
    bool operator==(const DaneMatch&) const = default;
};

/** What a sender meets that opens TLS in one of its ways. */
struct HandshakeFacts
{
    Answer works = Answer::NotTested;
    int connection = 0; ///< the one that was opened just so; 0: concluded from others
    std::string serverName; ///< the name that was said (SNI); empty: none
    std::string detail; ///< why it fails
    ChainFacts chain; ///< empty where it is the address's `chain`
    bool operator==(const HandshakeFacts&) const = default;
};

/** What must be left out or added so that TLS works where a sender's own way fails. */
enum class Workaround : std::uint8_t
{
    None,
    WithoutTls13, ///< works when TLS 1.3 is not offered
    OldRenegotiation, ///< works when secure renegotiation (RFC 5746) is not demanded
    ServerName, ///< works when the host is named
    OtherAlgorithms, ///< works with groups or ciphers that the sender does not offer
};

/** One line of the transcript. */
struct TranscriptLine
{
    enum class Kind : std::uint8_t
    {
        Note,
        Sent,
        Received
    };
    int connection = 1;
    int millisecond = 0; ///< since the test of this address began
    Kind kind = Kind::Note;
    std::string text;
    bool operator==(const TranscriptLine&) const = default;
};

/** Everything found at one address of one MX host. */
struct AddressFacts
{
    IpAddress address;
    std::uint16_t port = 25;
    Reach reach = Reach::NotTested;
    std::string detail; ///< the reply or the error behind `reach`, or why STARTTLS fails
    int connections = 0; ///< opened to this address by the run so far
    std::string testedAs; ///< the host name that was said (SNI) instead of this host's: what depends on it is not known
    bool cutShort = false; ///< a later connection was throttled, or time ran out: what is unknown stays unknown

    std::string banner;
    int bannerMilliseconds = 0;
    bool slowGreeting = false; ///< began its greeting and finished it late, as postscreen does
    std::vector<std::string> extensions; ///< EHLO before TLS
    std::vector<std::string> extensionsOverTls;
    bool esmtp = true;

    StartTls startTls = StartTls::NotTested; ///< as the first connection saw it
    bool startTlsVaries = false; ///< a later connection saw it announced where the first did not, or the reverse
    Answer anonymous = Answer::NotTested; ///< only anonymous ciphers: no certificate
    Answer required = Answer::NotTested; ///< 530 to MAIL FROM in clear
    ClientCertificate clientCertificate = ClientCertificate::NotTested;
    bool closedAfterTls = false; ///< would not go on over TLS; `detail` holds its reply
    std::array<Answer, 4> versions{}; ///< TLS 1.0, 1.1, 1.2, 1.3
    TlsSessionFacts session;
    ChainFacts chain;
    DaneMatch dane; ///< of the certificate that a DANE sender gets
    HandshakeFacts opportunistic; ///< may and encrypt: no name, OpenSSL's security level 0
    HandshakeFacts authenticated; ///< verify and secure: no name, level 1
    HandshakeFacts named; ///< dane says the TLSA base domain, MTA-STS the host's name; level 1
    HandshakeFacts otherKey; ///< of the other kind of key alone, asked for where there are TLSA records; no verdict's
    DaneMatch otherDane; ///< of that certificate
    Workaround workaround = Workaround::None; ///< where `opportunistic` fails
    bool greetsAsUs = false; ///< answers EHLO with the name that we said
    Injection commandInjection = Injection::NotTested;
    Injection responseInjection = Injection::NotTested;
    std::vector<TranscriptLine> transcript;
    bool operator==(const AddressFacts&) const = default;

    bool hasTls() const { return startTls == StartTls::Works || startTls == StartTls::Hidden; }
    Answer requireTlsExtension() const; ///< RFC 8689
    Answer accepts(TlsVersion version) const;
    /** The chain that a handshake of this address yields. */
    const ChainFacts& chainOf(const HandshakeFacts& one) const { return one.chain.isEmpty() ? chain : one.chain; }
};

/** One MX host. */
struct HostFacts
{
    std::string name;
    std::uint16_t preference = 0;
    DnsState lookup; ///< of its addresses: A and AAAA together
    std::string canonicalName; ///< where it is a CNAME
    bool addressesSecure = false; ///< DNSSEC, of every address family that exists
    TlsaFacts tlsa;
    std::vector<AddressFacts> addresses;
    bool operator==(const HostFacts&) const = default;
};

/** MTA-STS (RFC 8461). */
struct MtaStsFacts
{
    enum class Record : std::uint8_t
    {
        NotAsked,
        Found,
        Absent,
        Several,
        Invalid,
        Failed
    };
    enum class Fetch : std::uint8_t
    {
        NotTried,
        Fetched,
        NoAddress,
        NoConnection,
        TlsFailed,
        BadCertificate,
        HttpStatus,
        Redirect,
        TooLarge,
        NotText,
        BadHttp,
        BadPolicy,
        TimedOut
    };
    enum class Mode : std::uint8_t
    {
        None,
        Testing,
        Enforce
    };

    Record record = Record::NotAsked;
    std::string id;
    Fetch fetch = Fetch::NotTried;
    std::string detail;
    Mode mode = Mode::None;
    std::vector<std::string> mx; ///< patterns
    std::int64_t maxAge = 0; ///< seconds
    bool operator==(const MtaStsFacts&) const = default;

    bool hasPolicy() const { return record == Record::Found && fetch == Fetch::Fetched; }
};

/** The TLS-RPT record (RFC 8460). */
struct TlsRptFacts
{
    enum class Record : std::uint8_t
    {
        NotAsked,
        Found,
        Absent,
        Several,
        Invalid,
        Failed
    };
    Record record = Record::NotAsked;
    std::string detail; ///< why it counts for nothing
    std::vector<std::string> addresses; ///< rua
    bool operator==(const TlsRptFacts&) const = default;
};

/** Whose client the verdict is about. Postfix's are proven against the real client, the others follow their
 * documentation. */
enum class Sender : std::uint8_t
{
    Postfix37, ///< 3.7 as Debian 12 has it, with its own defaults
    Postfix310, ///< 3.10.5 and later: MTA-STS patterns choose the hosts (smtp_tls_enforce_sts_mx_patterns)
    PostfixTls12, ///< 3.7 with a floor: smtp_tls_protocols and smtp_tls_mandatory_protocols >=TLSv1.2
    Exim, ///< 4.9x with its defaults; hosts_require_tls and the like for the stricter levels
    ExchangeOnline,
};

/** Everything a test of one domain found. */
struct DomainFacts
{
    std::string domain; ///< A-label
    std::int64_t time = 0; ///< seconds since 1970, UTC
    std::uint16_t port = 25;
    Sender sender = Sender::Postfix37; ///< that the user has in mind; the facts are the same for all
    DnsState mxLookup;
    std::string canonicalName; ///< where the domain is a CNAME
    bool nullMx = false; ///< RFC 7505; for Postfix one "." among others makes the set one, too
    bool implicitMx = false; ///< no MX: the domain itself is the host (RFC 5321, 5.1)
    std::vector<HostFacts> hosts; ///< by preference
    MtaStsFacts mtaSts;
    TlsRptFacts tlsRpt;
    bool validating = true; ///< DNSSEC was validated; without it nothing is secure or bogus
    bool operator==(const DomainFacts&) const = default;

    /** Reached through the public DNS on port 25: what RFC 3207, section 4, calls a publicly-referenced SMTP server. */
    bool isPubliclyReferenced() const { return port == 25 && !hosts.empty(); }
};

} // namespace waxseal
