// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/tls/tlssession.h"

#include "probe/tls/certificate.h"
#include "probe/tls/tlsa.h"

#include <QFile>

#include <openssl/err.h>

namespace waxseal {

namespace {

constexpr std::size_t maximumHandshake = 512 * 1024;
constexpr int maximumHandshakes = 4; ///< of one connection
// Facts are found with everything OpenSSL still has; what a sender would make of them is judged later. An anonymous
// cipher would hide the certificate, so those are left out.
constexpr const char* factCiphers = "ALL:!aNULL:@SECLEVEL=0";
// Postfix's tls_medium_cipherlist, as its client adds to it at encrypt, and where it must know the server.
constexpr const char* opportunisticCiphers = "aNULL:-aNULL:HIGH:MEDIUM:+RC4:@STRENGTH:!eNULL";
constexpr const char* authenticatedCiphers = "aNULL:-aNULL:HIGH:MEDIUM:+RC4:@STRENGTH:!aNULL";
constexpr const char* senderGroups = "X25519:X448:P-256:P-521:P-384"; ///< tls_eecdh_auto_curves

constexpr const char* rsaSignatures = "rsa_pss_rsae_sha256:rsa_pss_rsae_sha384:rsa_pss_rsae_sha512:rsa_pss_pss_sha256:"
                                      "rsa_pss_pss_sha384:rsa_pss_pss_sha512:RSA+SHA256:RSA+SHA384:RSA+SHA512:RSA+SHA1";
constexpr const char* otherSignatures = "ECDSA+SHA256:ECDSA+SHA384:ECDSA+SHA512:ed25519:ed448:ECDSA+SHA1";

int protocolNumber(TlsVersion version)
{
    switch (version) {
    case TlsVersion::Tls11:
        return TLS1_1_VERSION;
    case TlsVersion::Tls12:
        return TLS1_2_VERSION;
    case TlsVersion::Tls13:
        return TLS1_3_VERSION;
    default:
        return TLS1_VERSION;
    }
}

void infoCallback(const SSL* ssl, int where, int /*result*/)
{
    auto* const session = static_cast<TlsSession*>(SSL_get_app_data(ssl));
    if (session != nullptr && where == SSL_CB_HANDSHAKE_START)
        session->noteHandshake();
}

int clientCertificateCallback(SSL* ssl, X509** /*certificate*/, EVP_PKEY** /*key*/)
{
    if (auto* const session = static_cast<TlsSession*>(SSL_get_app_data(ssl)))
        session->noteCertificateRequest();
    return 0; // none
}

/**
 * The handshake only compares with TLSA records, at the security level of a sender that must authenticate the server;
 * trust is judged afterwards, on the chain. Never stops the handshake.
 */
int verifyCallback(X509_STORE_CTX* store, void* /*unused*/)
{
    auto* const ssl = static_cast<SSL*>(X509_STORE_CTX_get_ex_data(store, SSL_get_ex_data_X509_STORE_CTX_idx()));
    const auto* const session = ssl != nullptr ? static_cast<TlsSession*>(SSL_get_app_data(ssl)) : nullptr;
    if (session != nullptr && session->comparesTlsa()) {
        X509_VERIFY_PARAM_set_auth_level(X509_STORE_CTX_get0_param(store), 1);
        X509_VERIFY_PARAM_set_depth(X509_STORE_CTX_get0_param(store), senderVerifyDepth);
        X509_verify_cert(store);
    }
    return 1;
}

std::string reasonOf(unsigned long error)
{
    const char* const reason = ERR_reason_error_string(error);
    return reason != nullptr ? reason : "unknown TLS error";
}

const char* signatureName(int type)
{
    switch (type) {
    case NID_X9_62_id_ecPublicKey:
        return "ECDSA";
    case NID_rsaEncryption:
        return "RSA";
    case NID_rsassaPss:
        return "RSA-PSS";
    default:
        return OBJ_nid2sn(type);
    }
}

bool isGarbage(int reason)
{
    switch (reason) {
    case SSL_R_WRONG_VERSION_NUMBER:
    case SSL_R_HTTP_REQUEST:
    case SSL_R_HTTPS_PROXY_REQUEST:
    case SSL_R_PACKET_LENGTH_TOO_LONG:
    case SSL_R_ENCRYPTED_LENGTH_TOO_LONG:
    case SSL_R_DATA_LENGTH_TOO_LONG:
    case SSL_R_BAD_RECORD_TYPE:
    case SSL_R_UNEXPECTED_MESSAGE:
    case SSL_R_UNEXPECTED_RECORD:
    case SSL_R_LENGTH_MISMATCH:
    case SSL_R_LENGTH_TOO_SHORT:
    case SSL_R_BAD_LENGTH:
    case SSL_R_BAD_PACKET:
    case SSL_R_RECORD_LENGTH_MISMATCH:
    case SSL_R_RECORD_TOO_SMALL:
    case SSL_R_INVALID_ALERT:
    case SSL_R_UNKNOWN_ALERT_TYPE:
    case SSL_R_BAD_EXTENSION:
    case SSL_R_DECRYPTION_FAILED_OR_BAD_RECORD_MAC:
    case SSL_R_BAD_CHANGE_CIPHER_SPEC:
    case SSL_R_TOO_MANY_WARN_ALERTS:
        return true;
    default:
        return false;
    }
}

} // namespace

Result<std::shared_ptr<const TlsContext>> TlsContext::create(const QString& caFile)
{
    auto made = std::make_shared<TlsContext>();
    ERR_clear_error();
    made->m_context.reset(SSL_CTX_new(TLS_client_method()));
    made->m_trusted.reset(X509_STORE_new());
    SSL_CTX* const context = made->m_context.get();
    if (context == nullptr || made->m_trusted == nullptr)
        return Error{ErrorCode::Unsupported, {}, QString::fromStdString(reasonOf(ERR_peek_last_error()))};

    SSL_CTX_set_security_level(context, 0);
    SSL_CTX_set_min_proto_version(context, TLS1_VERSION);
    SSL_CTX_set_max_proto_version(context, TLS1_3_VERSION);
    SSL_CTX_set_cipher_list(context, factCiphers);
    SSL_CTX_set_options(context, SSL_OP_ALL | SSL_OP_IGNORE_UNEXPECTED_EOF | SSL_OP_NO_COMPRESSION);
    SSL_CTX_clear_options(context, SSL_OP_LEGACY_SERVER_CONNECT);
    SSL_CTX_set_info_callback(context, infoCallback);
    SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS); // hundreds of connections wait at once
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_client_cert_cb(context, clientCertificateCallback);
    SSL_CTX_set_cert_verify_callback(context, verifyCallback, nullptr);
    SSL_CTX_dane_enable(context);

    X509_STORE* const trusted = made->m_trusted.get();
    if (caFile.isEmpty()) {
        X509_STORE_set_default_paths(trusted);
    } else if (X509_STORE_load_file(trusted, QFile::encodeName(caFile).constData()) != 1) {
        return Error{ErrorCode::CannotRead, caFile, QString::fromStdString(reasonOf(ERR_peek_last_error()))};
    }
    ERR_clear_error();
    return std::shared_ptr<const TlsContext>(std::move(made));
}

/** Lets a server choose among its certificates those with the wanted kind of key: up to TLS 1.2 by the cipher, in later
 * versions by the signature. */
static void restrictKey(SSL* ssl, std::string ciphers, TlsOffer::Key key)
{
    if (key != TlsOffer::Key::Any) {
        ciphers += key == TlsOffer::Key::Rsa ? ":!aECDSA:!aDSS" : ":!aRSA";
        SSL_set1_sigalgs_list(ssl, key == TlsOffer::Key::Rsa ? rsaSignatures : otherSignatures);
    }
    SSL_set_cipher_list(ssl, ciphers.c_str());
}

TlsSession::TlsSession(std::shared_ptr<const TlsContext> context, const TlsOffer& offer)
    : m_context(std::move(context))
    , m_ssl(SSL_new(m_context->context()))
    , m_tlsa(offer.tlsa)
    , m_in(BIO_new(BIO_s_mem()))
    , m_out(BIO_new(BIO_s_mem()))
{
    SSL* const ssl = m_ssl.get();
    SSL_set_bio(ssl, m_in, m_out);
    SSL_set_app_data(ssl, this);
    SSL_set_connect_state(ssl);
    SSL_set_min_proto_version(ssl, protocolNumber(offer.minimum));
    SSL_set_max_proto_version(ssl, protocolNumber(offer.maximum));
    if (offer.as != TlsOffer::As::Anyone) {
        const bool isOpportunistic = offer.as == TlsOffer::As::Opportunistic;
        restrictKey(ssl, isOpportunistic ? opportunisticCiphers : authenticatedCiphers, offer.key);
        SSL_set1_groups_list(ssl, senderGroups);
        SSL_set_security_level(ssl, isOpportunistic ? 0 : 1);
    }
    if (offer.oldRenegotiation)
        SSL_set_options(ssl, SSL_OP_LEGACY_SERVER_CONNECT);
    if (!m_tlsa.empty())
        addTlsa(ssl, m_tlsa);
    if (!offer.serverName.empty())
        SSL_set_tlsext_host_name(ssl, offer.serverName.c_str());
}

TlsSession::~TlsSession() = default;

void TlsSession::noteHandshake()
{
    // TLS 1.3 knows no renegotiation; its messages after the handshake begin none.
    if (++m_handshakes >= maximumHandshakes)
        SSL_set_options(m_ssl.get(), SSL_OP_NO_RENEGOTIATION);
}

void TlsSession::feed(std::string_view bytes)
{
    if (!m_handshakeDone)
        m_handshakeBytes += bytes.size();
    if (!bytes.empty())
        BIO_write(m_in, bytes.data(), static_cast<int>(bytes.size()));
}

std::string TlsSession::takeOutput()
{
    char* data = nullptr;
    const long size = BIO_get_mem_data(m_out, &data);
    std::string output(data, static_cast<std::size_t>(size));
    BIO_reset(m_out);
    return output;
}

TlsSession::Step TlsSession::fail(TlsFailure failure, std::string detail)
{
    if (m_failure == TlsFailure::None) {
        m_failure = failure;
        m_detail = std::move(detail);
    }
    return Step::Failed;
}

TlsSession::Step TlsSession::failFromQueue()
{
    const unsigned long error = ERR_peek_error();
    const int reason = ERR_GET_REASON(error);
    std::string text = reasonOf(error);
    ERR_clear_error();
    if (error == 0)
        return fail(TlsFailure::Closed, "connection closed");
    m_lacksRenegotiation = reason == SSL_R_UNSAFE_LEGACY_RENEGOTIATION_DISABLED;
    m_versionRefused = reason == SSL_R_TLSV1_ALERT_PROTOCOL_VERSION || reason == SSL_R_UNSUPPORTED_PROTOCOL;
    if (ERR_GET_LIB(error) == ERR_LIB_SSL && reason >= SSL_AD_REASON_OFFSET)
        return fail(TlsFailure::Alert, std::move(text));
    if (reason == SSL_R_EXCESSIVE_MESSAGE_SIZE)
        return fail(TlsFailure::TooMuch, std::move(text));
    return fail(isGarbage(reason) ? TlsFailure::Garbage : TlsFailure::Refused, std::move(text));
}

TlsSession::Step TlsSession::handshake()
{
    if (m_handshakeBytes > maximumHandshake)
        return fail(TlsFailure::TooMuch, "handshake too large");
    ERR_clear_error();
    const int result = SSL_do_handshake(m_ssl.get());
    if (result == 1) {
        m_handshakeDone = true;
        return Step::Done;
    }
    switch (SSL_get_error(m_ssl.get(), result)) {
    case SSL_ERROR_WANT_READ:
    case SSL_ERROR_WANT_WRITE:
        return Step::NeedsInput;
    default:
        return failFromQueue();
    }
}

TlsSession::Step TlsSession::read(std::string& plain)
{
    char buffer[16384];
    while (true) {
        ERR_clear_error();
        const int size = SSL_read(m_ssl.get(), buffer, sizeof buffer);
        if (size > 0) {
            plain.append(buffer, static_cast<std::size_t>(size));
            continue;
        }
        switch (SSL_get_error(m_ssl.get(), size)) {
        case SSL_ERROR_WANT_READ:
        case SSL_ERROR_WANT_WRITE:
            return Step::NeedsInput;
        case SSL_ERROR_ZERO_RETURN:
            return fail(TlsFailure::Closed, "connection closed");
        default:
            return failFromQueue();
        }
    }
}

void TlsSession::write(std::string_view plain)
{
    ERR_clear_error();
    if (!plain.empty())
        SSL_write(m_ssl.get(), plain.data(), static_cast<int>(plain.size()));
}

void TlsSession::close()
{
    ERR_clear_error();
    SSL_shutdown(m_ssl.get());
    ERR_clear_error();
}

bool TlsSession::isAnonymous() const
{
    const SSL_CIPHER* const cipher = SSL_get_current_cipher(m_ssl.get());
    return cipher != nullptr && SSL_CIPHER_get_auth_nid(cipher) == NID_auth_null;
}

TlsSessionFacts TlsSession::facts() const
{
    TlsSessionFacts facts;
    SSL* const ssl = m_ssl.get();
    facts.version = parseTlsVersion(SSL_get_version(ssl));
    if (const SSL_CIPHER* const cipher = SSL_get_current_cipher(ssl)) {
        facts.cipher = SSL_CIPHER_get_name(cipher);
        facts.cipherBits = SSL_CIPHER_get_bits(cipher, nullptr);
    }
    EVP_PKEY* exchange = nullptr;
    if (SSL_get_peer_tmp_key(ssl, &exchange) == 1) {
        const KeyPtr key(exchange);
        facts.group = groupName(key.get());
        facts.groupBits = EVP_PKEY_get_bits(key.get());
    }
    int digest = NID_undef;
    int type = NID_undef;
    if (SSL_get_peer_signature_type_nid(ssl, &type) == 1 && type != NID_undef) {
        facts.signature = signatureName(type);
        if (SSL_get_peer_signature_nid(ssl, &digest) == 1 && digest != NID_undef)
            facts.signature.append(" ").append(OBJ_nid2sn(digest));
    }
    facts.secureRenegotiation = facts.version == TlsVersion::Tls13 || SSL_get_secure_renegotiation_support(ssl) == 1;
    return facts;
}

DaneMatch TlsSession::dane() const
{
    return m_tlsa.empty() ? DaneMatch{} : daneMatch(m_ssl.get(), m_tlsa);
}

ChainFacts TlsSession::chain() const
{
    return readChain(SSL_get_peer_cert_chain(m_ssl.get()), m_context->trusted());
}

} // namespace waxseal
