// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/tls/tlsa.h"

#include <algorithm>

#include <openssl/err.h>
#include <openssl/evp.h>

namespace waxseal {

std::string toHex(std::string_view bytes)
{
    static constexpr char digits[] = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        text.push_back(digits[byte >> 4]);
        text.push_back(digits[byte & 0x0FU]);
    }
    return text;
}

std::string fromHex(std::string_view text)
{
    const auto digit = [](char c) -> int {
        if (c >= '0' && c <= '9')
            return c - '0';
        if (c >= 'a' && c <= 'f')
            return c - 'a' + 10;
        if (c >= 'A' && c <= 'F')
            return c - 'A' + 10;
        return -1;
    };
    if (text.size() % 2 != 0)
        return {};
    std::string bytes;
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const int high = digit(text[i]);
        const int low = digit(text[i + 1]);
        if (high < 0 || low < 0)
            return {};
        bytes.push_back(static_cast<char>(high * 16 + low));
    }
    return bytes;
}

void addTlsa(SSL* ssl, const std::vector<TlsaRecord>& records)
{
    bool enabled = false;
    for (const TlsaRecord& record : records) {
        if (!record.isUsable())
            continue;
        if (!enabled && SSL_dane_enable(ssl, nullptr) <= 0)
            return;
        enabled = true;
        const std::string data = fromHex(record.data);
        SSL_dane_tlsa_add(ssl, record.usage, record.selector, record.matching,
            reinterpret_cast<const unsigned char*>(data.data()), data.size());
    }
    // Expiry and names do not matter to a DANE-EE record (RFC 7672, 3.1.1).
    if (enabled)
        SSL_dane_set_flags(ssl, DANE_FLAG_NO_DANE_EE_NAMECHECKS);
}

std::string tlsaData(X509* certificate, int selector, int matching)
{
    unsigned char* der = nullptr;
    const int size
        = selector == 0 ? i2d_X509(certificate, &der) : i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate), &der);
    if (size <= 0)
        return {};
    const std::string bytes(reinterpret_cast<const char*>(der), static_cast<std::size_t>(size));
    OPENSSL_free(der);
    if (matching == 0)
        return toHex(bytes);
    const EVP_MD* const digest = matching == 1 ? EVP_sha256() : matching == 2 ? EVP_sha512() : nullptr;
    unsigned char hash[EVP_MAX_MD_SIZE];
    unsigned int length = 0;
    if (digest == nullptr || EVP_Digest(bytes.data(), bytes.size(), hash, &length, digest, nullptr) != 1)
        return {};
    return toHex({reinterpret_cast<const char*>(hash), length});
}

bool isWellFormed(const TlsaRecord& record)
{
    if (record.matching != 0)
        return true;
    const std::string data = fromHex(record.data);
    const auto* at = reinterpret_cast<const unsigned char*>(data.data());
    const auto* const end = at + data.size();
    const auto size = static_cast<long>(data.size());
    bool isRead = false;
    if (record.selector == 0)
        isRead = CertificatePtr(d2i_X509(nullptr, &at, size)) != nullptr;
    else
        isRead = KeyPtr(d2i_PUBKEY(nullptr, &at, size)) != nullptr;
    ERR_clear_error();
    return isRead && at == end;
}

bool tlsaFits(const TlsaRecord& record, X509* certificate)
{
    if (record.selector > 1 || record.matching > 2 || record.data.empty())
        return false;
    return tlsaData(certificate, record.selector, record.matching) == record.data;
}

DaneMatch daneMatch(SSL* ssl, const std::vector<TlsaRecord>& records)
{
    DaneMatch match;
    STACK_OF(X509)* const chain = SSL_get_peer_cert_chain(ssl);
    const int length = chain != nullptr ? sk_X509_num(chain) : 0;
    bool anyUsable = false;
    for (const TlsaRecord& record : records) {
        anyUsable = anyUsable || record.isUsable();
        bool fits = false;
        // End entity usages (1, 3) are about the leaf, trust anchor usages (0, 2) about any certificate of the chain.
        const int first = 0;
        const int last = record.usage == 1 || record.usage == 3 ? std::min(length, 1) : std::min(length, 16);
        for (int i = first; i < last && !fits; ++i)
            fits = tlsaFits(record, sk_X509_value(chain, i));
        match.each.push_back(fits);
    }
    if (!anyUsable)
        return match;

    match.error = static_cast<int>(SSL_get_verify_result(ssl));
    uint8_t usage = 0;
    uint8_t selector = 0;
    uint8_t matching = 0;
    const unsigned char* data = nullptr;
    size_t size = 0;
    match.depth = SSL_get0_dane_authority(ssl, nullptr, nullptr);
    if (match.error != X509_V_OK || match.depth < 0) {
        match.matched = Answer::No;
        match.depth = -1;
        return match;
    }
    match.matched = Answer::Yes;
    if (SSL_get0_dane_tlsa(ssl, &usage, &selector, &matching, &data, &size) >= 0) {
        const TlsaRecord found{usage, selector, matching, toHex({reinterpret_cast<const char*>(data), size})};
        const auto at = std::find(records.begin(), records.end(), found);
        match.record = at != records.end() ? static_cast<int>(at - records.begin()) : -1;
    }
    return match;
}

DaneMatch daneMatchByDigest(const ChainFacts& chain, const std::vector<TlsaRecord>& records)
{
    DaneMatch match;
    if (chain.isEmpty())
        return match;
    const CertificateFacts& leaf = chain.leaf();
    bool anyUsable = false;
    bool suffices = true;
    for (std::size_t i = 0; i < records.size(); ++i) {
        const TlsaRecord& record = records[i];
        const bool compares = record.matching == 1 && record.isUsable();
        const bool fits
            = compares && record.usage == 3 && record.data == (record.selector == 0 ? leaf.sha256 : leaf.keySha256);
        match.each.push_back(fits);
        anyUsable = anyUsable || record.isUsable();
        suffices = suffices && (!record.isUsable() || (compares && record.usage == 3));
        if (fits && match.record < 0)
            match.record = static_cast<int>(i);
    }
    if (!anyUsable || !suffices) {
        match.record = -1;
        return match;
    }
    match.matched = match.record >= 0 ? Answer::Yes : Answer::No;
    match.depth = match.record >= 0 ? 0 : -1;
    match.error = match.record >= 0 ? X509_V_OK : X509_V_ERR_DANE_NO_MATCH;
    return match;
}

} // namespace waxseal
