// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/tls/certificate.h"

#include "model/core/printable.h"
#include "probe/tls/tlsa.h"

#include <algorithm>
#include <ctime>

#include <openssl/evp.h>

namespace waxseal {

namespace {

// Hosters put all their customers into one certificate; the right name may be the last.
constexpr std::size_t maximumNameBytes = 64 * 1024; ///< of memory, for all names
constexpr std::size_t maximumAddresses = 500;
constexpr std::size_t maximumAuthorityNames = 4; ///< authorities have none; nobody compares them
constexpr int maximumCertificates = 16; ///< kept; all of them are verified
constexpr std::size_t maximumCommonNames = 16;
constexpr std::size_t maximumText = 512;

std::int64_t secondsOf(const ASN1_TIME* time)
{
    std::tm fields{};
    if (time == nullptr || ASN1_TIME_to_tm(time, &fields) != 1)
        return 0;
    return static_cast<std::int64_t>(timegm(&fields));
}

std::string textOf(const X509_NAME* name)
{
    const BioPtr out(BIO_new(BIO_s_mem()));
    X509_NAME_print_ex(out.get(), name, 0, XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB);
    char* data = nullptr;
    const long size = BIO_get_mem_data(out.get(), &data);
    return printable({data, static_cast<std::size_t>(std::max(size, 0L))}, maximumText);
}

/** All common names, the first one first: OpenSSL compares each where there is no dNSName. */
std::vector<std::string> commonNamesOf(const X509_NAME* name)
{
    std::vector<std::string> names;
    for (int at = X509_NAME_get_index_by_NID(name, NID_commonName, -1); at >= 0 && names.size() < maximumCommonNames;
         at = X509_NAME_get_index_by_NID(name, NID_commonName, at)) {
        unsigned char* text = nullptr;
        const int size = ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
        if (size < 0)
            continue;
        names.push_back(printable({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)}, maximumText));
        OPENSSL_free(text);
    }
    return names;
}

std::vector<std::string> ipNamesOf(X509* certificate)
{
    std::vector<std::string> names;
    const NamesPtr general(
        static_cast<GENERAL_NAMES*>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)));
    const int count = general != nullptr ? sk_GENERAL_NAME_num(general.get()) : 0;
    for (int i = 0; i < count && names.size() < maximumAddresses; ++i) {
        const GENERAL_NAME* const name = sk_GENERAL_NAME_value(general.get(), i);
        if (name->type != GEN_IPADD)
            continue;
        const auto* const bytes = reinterpret_cast<const char*>(ASN1_STRING_get0_data(name->d.iPAddress));
        const auto size = static_cast<std::size_t>(ASN1_STRING_length(name->d.iPAddress));
        IpAddress address;
        if (size == 4) {
            address.bytes[10] = address.bytes[11] = 0xff;
            std::copy(bytes, bytes + size, address.bytes.begin() + 12);
        } else if (size == address.bytes.size()) {
            std::copy(bytes, bytes + size, address.bytes.begin());
        } else {
            continue;
        }
        names.push_back(address.text());
    }
    return names;
}

std::vector<std::string> dnsNamesOf(X509* certificate)
{
    std::vector<std::string> names;
    const NamesPtr general(
        static_cast<GENERAL_NAMES*>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)));
    const int count = general != nullptr ? sk_GENERAL_NAME_num(general.get()) : 0;
    std::size_t bytes = 0;
    for (int i = 0; i < count && bytes < maximumNameBytes; ++i) {
        const GENERAL_NAME* const name = sk_GENERAL_NAME_value(general.get(), i);
        if (name->type != GEN_DNS)
            continue;
        const auto* const text = reinterpret_cast<const char*>(ASN1_STRING_get0_data(name->d.dNSName));
        names.push_back(printable({text, static_cast<std::size_t>(ASN1_STRING_length(name->d.dNSName))}, 255));
        bytes += names.back().size() + sizeof(std::string);
    }
    return names;
}

std::string keyTypeOf(EVP_PKEY* key)
{
    const char* const name = key != nullptr ? EVP_PKEY_get0_type_name(key) : nullptr;
    return name != nullptr ? name : "unknown";
}

int collectErrors(int isFine, X509_STORE_CTX* context)
{
    if (isFine == 0) {
        auto* const errors = static_cast<std::vector<int>*>(X509_STORE_CTX_get_app_data(context));
        const int error = X509_STORE_CTX_get_error(context);
        if (std::find(errors->begin(), errors->end(), error) == errors->end() && errors->size() < 16)
            errors->push_back(error);
    }
    return 1; // go on: all errors are of interest
}

bool isSelfIssued(X509* certificate)
{
    return X509_NAME_cmp(X509_get_subject_name(certificate), X509_get_issuer_name(certificate)) == 0;
}

} // namespace

std::string groupName(EVP_PKEY* key)
{
    char name[64];
    std::size_t length = 0;
    if (EVP_PKEY_get_base_id(key) == EVP_PKEY_EC && EVP_PKEY_get_group_name(key, name, sizeof name, &length) == 1) {
        const std::string group(name, length);
        return group == "prime256v1" ? "P-256"
            : group == "secp384r1"   ? "P-384"
            : group == "secp521r1"   ? "P-521"
                                     : group;
    }
    return keyTypeOf(key);
}

std::string verifyErrorText(int error)
{
    return X509_verify_cert_error_string(error);
}

CertificateFacts readCertificate(X509* certificate)
{
    CertificateFacts facts;
    facts.subject = textOf(X509_get_subject_name(certificate));
    facts.issuer = textOf(X509_get_issuer_name(certificate));
    facts.moreCommonNames = commonNamesOf(X509_get_subject_name(certificate));
    if (!facts.moreCommonNames.empty()) {
        facts.commonName = facts.moreCommonNames.front();
        facts.moreCommonNames.erase(facts.moreCommonNames.begin());
    }
    facts.names = dnsNamesOf(certificate);
    facts.ipNames = ipNamesOf(certificate);
    facts.notBefore = secondsOf(X509_get0_notBefore(certificate));
    facts.notAfter = secondsOf(X509_get0_notAfter(certificate));
    if (EVP_PKEY* const key = X509_get0_pubkey(certificate)) {
        facts.keyType = keyTypeOf(key);
        facts.keyBits = EVP_PKEY_get_bits(key);
    }
    facts.signature = OBJ_nid2sn(X509_get_signature_nid(certificate));
    facts.sha256 = tlsaData(certificate, 0, 1);
    facts.keySha256 = tlsaData(certificate, 1, 1);
    facts.selfSigned = isSelfIssued(certificate);
    return facts;
}

ChainFacts readChain(STACK_OF(X509) * chain, X509_STORE* trusted)
{
    ChainFacts facts;
    const int length = chain != nullptr ? sk_X509_num(chain) : 0;
    if (length == 0)
        return facts;
    for (int i = 0; i < std::min(length, maximumCertificates); ++i)
        facts.certificates.push_back(readCertificate(sk_X509_value(chain, i)));
    for (std::size_t i = 1; i < facts.certificates.size(); ++i) {
        CertificateFacts& authority = facts.certificates[i];
        for (std::vector<std::string>* names : {&authority.names, &authority.ipNames, &authority.moreCommonNames})
            names->resize(std::min(names->size(), maximumAuthorityNames));
    }

    const StoreContextPtr context(X509_STORE_CTX_new());
    X509_STORE_CTX_init(context.get(), trusted, sk_X509_value(chain, 0), chain);
    X509_STORE_CTX_set_default(context.get(), "ssl_server");
    X509_STORE_CTX_set_app_data(context.get(), &facts.errors);
    X509_STORE_CTX_set_verify_cb(context.get(), collectErrors);
    X509_VERIFY_PARAM_set_auth_level(X509_STORE_CTX_get0_param(context.get()), 1);
    X509_VERIFY_PARAM_set_depth(X509_STORE_CTX_get0_param(context.get()), senderVerifyDepth);
    if (X509_verify_cert(context.get()) != 1 && facts.errors.empty())
        facts.errors.push_back(X509_V_ERR_UNSPECIFIED);

    // A leaf alone that names an issuer whom nobody here knows: the server forgot to send the intermediate.
    const auto has = [&facts](int error) {
        return std::find(facts.errors.begin(), facts.errors.end(), error) != facts.errors.end();
    };
    facts.missingIntermediate = length == 1 && !isSelfIssued(sk_X509_value(chain, 0))
        && (has(X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY) || has(X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE));
    return facts;
}

} // namespace waxseal
