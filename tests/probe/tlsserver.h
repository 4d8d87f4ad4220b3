// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// A TLS server on memory, and certificates made on the spot: no socket, no file of anybody's.

#pragma once

#include "probe/tls/openssl.h"
#include "probe/tls/tlssession.h"

#include <QByteArray>

#include <openssl/evp.h>
#include <openssl/pem.h>

#include <string>

namespace waxseal::test {

/** A key pair and its certificate. */
struct Identity
{
    KeyPtr key;
    CertificatePtr certificate;
    QByteArray pem() const
    {
        const BioPtr out(BIO_new(BIO_s_mem()));
        PEM_write_bio_X509(out.get(), certificate.get());
        char* data = nullptr;
        const long size = BIO_get_mem_data(out.get(), &data);
        return {data, static_cast<qsizetype>(size)};
    }
};

struct IdentityOptions
{
    std::string name = "mx.example.com";
    bool withNames = true; ///< subjectAltName
    bool authority = false;
    bool rsa = false;
    unsigned rsaBits = 2048;
    long validFromDays = -1;
    long validToDays = 90;
};

inline void addExtension(X509* certificate, X509* issuer, int nid, const std::string& value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION* const extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.c_str());
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

/** Signed by `issuer`, or by itself. */
inline Identity makeIdentity(const IdentityOptions& options, const Identity* issuer = nullptr)
{
    static long serial = 1;
    Identity identity;
    identity.key.reset(options.rsa ? EVP_RSA_gen(options.rsaBits) : EVP_EC_gen("P-256"));
    identity.certificate.reset(X509_new());
    X509* const certificate = identity.certificate.get();
    X509_set_version(certificate, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), serial++);
    X509_gmtime_adj(X509_getm_notBefore(certificate), options.validFromDays * 86400);
    X509_gmtime_adj(X509_getm_notAfter(certificate), options.validToDays * 86400);
    X509_set_pubkey(certificate, identity.key.get());
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), "CN", MBSTRING_UTF8,
        reinterpret_cast<const unsigned char*>(options.name.c_str()), -1, -1, 0);
    X509* const signer = issuer != nullptr ? issuer->certificate.get() : certificate;
    X509_set_issuer_name(certificate, X509_get_subject_name(signer));
    addExtension(certificate, signer, NID_basic_constraints, options.authority ? "critical,CA:TRUE" : "CA:FALSE");
    if (options.withNames && !options.authority)
        addExtension(certificate, signer, NID_subject_alt_name, "DNS:" + options.name);
    X509_sign(certificate, issuer != nullptr ? issuer->key.get() : identity.key.get(), EVP_sha256());
    return identity;
}

struct ServerOptions
{
    int minimum = TLS1_VERSION;
    int maximum = TLS1_3_VERSION;
    const char* ciphers = "ALL:@SECLEVEL=0";
    bool askForCertificate = false;
};

/** The other end of a TlsSession. */
class TlsServer
{
public:
    explicit TlsServer(const ServerOptions& options = {})
        : m_context(SSL_CTX_new(TLS_server_method()))
    {
        SSL_CTX* const context = m_context.get();
        SSL_CTX_set_security_level(context, 0);
        SSL_CTX_set_min_proto_version(context, options.minimum);
        SSL_CTX_set_max_proto_version(context, options.maximum);
        SSL_CTX_set_cipher_list(context, options.ciphers);
        if (options.askForCertificate)
            SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nullptr);
    }
    void use(const Identity& leaf, const std::vector<const Identity*>& rest = {})
    {
        SSL_CTX_use_certificate(m_context.get(), leaf.certificate.get());
        SSL_CTX_use_PrivateKey(m_context.get(), leaf.key.get());
        for (const Identity* identity : rest)
            SSL_CTX_add1_chain_cert(m_context.get(), identity->certificate.get());
    }

    /** Shakes hands with the client until one of them has had enough. */
    TlsSession::Step meet(TlsSession& client)
    {
        m_ssl.reset(SSL_new(m_context.get()));
        BIO* const in = BIO_new(BIO_s_mem());
        BIO* const out = BIO_new(BIO_s_mem());
        SSL_set_bio(m_ssl.get(), in, out);
        SSL_set_accept_state(m_ssl.get());
        TlsSession::Step step = TlsSession::Step::NeedsInput;
        for (int i = 0; i < 20 && step == TlsSession::Step::NeedsInput; ++i) {
            step = client.handshake();
            const std::string toServer = client.takeOutput();
            BIO_write(in, toServer.data(), static_cast<int>(toServer.size()));
            SSL_do_handshake(m_ssl.get());
            char* data = nullptr;
            const long size = BIO_get_mem_data(out, &data);
            client.feed({data, static_cast<std::size_t>(size)});
            BIO_reset(out);
        }
        return step;
    }

    /** What the server answers to a client's first bytes. */
    std::string flight(const std::string& hello)
    {
        m_ssl.reset(SSL_new(m_context.get()));
        BIO* const in = BIO_new(BIO_s_mem());
        BIO* const out = BIO_new(BIO_s_mem());
        SSL_set_bio(m_ssl.get(), in, out);
        SSL_set_accept_state(m_ssl.get());
        BIO_write(in, hello.data(), static_cast<int>(hello.size()));
        SSL_do_handshake(m_ssl.get());
        char* data = nullptr;
        const long size = BIO_get_mem_data(out, &data);
        return {data, static_cast<std::size_t>(size)};
    }

private:
    SslContextPtr m_context;
    SslPtr m_ssl;
};

} // namespace waxseal::test
