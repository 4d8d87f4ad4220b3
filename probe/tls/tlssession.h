// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"
#include "probe/result/facts.h"
#include "probe/tls/openssl.h"

#include <string>
#include <string_view>
#include <vector>

namespace waxseal {

/** What is shared by all handshakes of a run: an OpenSSL context as Postfix sets it up, and the certificates that are
 * trusted. */
class TlsContext
{
public:
    /** Trusts the system's certificates, or those of a PEM file alone. */
    static Result<std::shared_ptr<const TlsContext>> create(const QString& caFile);

    SSL_CTX* context() const { return m_context.get(); }
    X509_STORE* trusted() const { return m_trusted.get(); }

private:
    SslContextPtr m_context;
    StorePtr m_trusted;
};

/** What one handshake offers. */
struct TlsOffer
{
    enum class As
    {
        Anyone, ///< all that OpenSSL still has, to find facts
        Opportunistic, ///< as Postfix does at may and encrypt: anonymous ciphers too, security level 0
        Authenticated, ///< as Postfix does when it must know the server: security level 1
    };
    enum class Key
    {
        Any,
        Rsa, ///< only certificates with an RSA key
        NotRsa, ///< only those with another: ECDSA, EdDSA
    };
    As as = As::Anyone;
    Key key = Key::Any;
    TlsVersion minimum = TlsVersion::Tls10;
    TlsVersion maximum = TlsVersion::Tls13;
    bool oldRenegotiation = false; ///< put up with a server that has no secure renegotiation (RFC 5746)
    std::string serverName; ///< SNI; empty: none
    std::vector<TlsaRecord> tlsa; ///< compared with the chain when not empty
};

/** How a handshake failed. */
enum class TlsFailure : std::uint8_t
{
    None,
    Alert, ///< the server refused with an alert
    Refused, ///< we cannot agree to what the server chose
    Closed, ///< the server hung up
    Garbage, ///< not TLS
    TooMuch, ///< more than we read
    TimedOut,
};

/** A TLS client on memory: bytes in, bytes out, no socket. Renegotiates a few times at most, never sends a certificate.
 */
class TlsSession
{
public:
    TlsSession(std::shared_ptr<const TlsContext> context, const TlsOffer& offer);
    ~TlsSession();
    TlsSession(const TlsSession&) = delete;
    TlsSession& operator=(const TlsSession&) = delete;

    enum class Step
    {
        Done,
        NeedsInput,
        Failed
    };
    Step handshake();
    void feed(std::string_view bytes); ///< from the network
    std::string takeOutput(); ///< for the network
    /** Decrypts what is there onto `plain`. Failed: an alert, a close or garbage. */
    Step read(std::string& plain);
    void write(std::string_view plain);
    void close(); ///< close_notify

    TlsFailure failure() const { return m_failure; }
    bool isVersionRefused() const { return m_versionRefused; } ///< the server said so, in so many words
    /** It has no secure renegotiation (RFC 5746), and we insisted. */
    bool lacksSecureRenegotiation() const { return m_lacksRenegotiation; }
    const std::string& detail() const { return m_detail; }

    TlsSessionFacts facts() const;
    bool isAnonymous() const;
    bool askedForCertificate() const { return m_askedForCertificate; }
    bool comparesTlsa() const { return !m_tlsa.empty(); }
    DaneMatch dane() const;
    /** The chain as sent, judged against the trusted certificates. Empty for anonymous ciphers. */
    ChainFacts chain() const;

    /** OpenSSL asks here for our certificate: we have none, but note the question. */
    void noteCertificateRequest() { m_askedForCertificate = true; }
    /** OpenSSL says here that a handshake begins: after a few, no more. */
    void noteHandshake();

private:
    Step fail(TlsFailure failure, std::string detail);
    Step failFromQueue();

    std::shared_ptr<const TlsContext> m_context;
    SslPtr m_ssl;
    std::vector<TlsaRecord> m_tlsa;
    BIO* m_in = nullptr; // owned by m_ssl
    BIO* m_out = nullptr; // owned by m_ssl
    std::size_t m_handshakeBytes = 0;
    TlsFailure m_failure = TlsFailure::None;
    std::string m_detail;
    bool m_handshakeDone = false;
    bool m_versionRefused = false;
    bool m_lacksRenegotiation = false;
    int m_handshakes = 0;
    bool m_askedForCertificate = false;
};

} // namespace waxseal
