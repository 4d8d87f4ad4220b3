// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/verdict/grades.h"

#include "model/core/bytes.h"

#include <algorithm>
#include <array>
#include <string>

namespace waxseal {

namespace {

template <std::size_t size>
bool isOneOf(std::string_view word, const std::array<std::string_view, size>& words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

/** Encrypts and authenticates in one, with keys of 128 bits or more and a whole tag. */
bool isAead(std::string_view cipher)
{
    static constexpr std::array<std::string_view, 5> names{
        "AES256-GCM-SHA384", "AES128-GCM-SHA256", "CHACHA20-POLY1305", "AES256-CCM", "AES128-CCM"};
    return isOneOf(cipher, names);
}

bool endsWithSha2(std::string_view cipher)
{
    return cipher.ends_with("SHA256") || cipher.ends_with("SHA384");
}

} // namespace

std::string_view name(Grade grade)
{
    switch (grade) {
    case Grade::None:
        return "";
    case Grade::Good:
        return "good";
    case Grade::Sufficient:
        return "sufficient";
    case Grade::PhaseOut:
        return "phase out";
    case Grade::Insufficient:
        return "insufficient";
    }
    return {};
}

Grade gradeOfVersion(TlsVersion version)
{
    switch (version) {
    case TlsVersion::Tls13:
        return Grade::Good;
    case TlsVersion::Tls12:
        return Grade::Sufficient;
    default:
        return Grade::Insufficient;
    }
}

Grade gradeOfCipher(std::string_view cipher)
{
    static constexpr std::array<std::string_view, 2> good{"TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256"};
    static constexpr std::array<std::string_view, 2> sufficient{"TLS_AES_128_GCM_SHA256", "TLS_AES_128_CCM_SHA256"};
    if (isOneOf(cipher, good))
        return Grade::Good;
    if (isOneOf(cipher, sufficient))
        return Grade::Sufficient;
    if (takePrefix(cipher, "ECDHE-")) {
        if (!takePrefix(cipher, "ECDSA-"))
            takePrefix(cipher, "RSA-"); // OpenSSL leaves it out for some
        if (isAead(cipher))
            return Grade::Sufficient;
        return endsWithSha2(cipher) ? Grade::PhaseOut : Grade::Insufficient;
    }
    if (takePrefix(cipher, "DHE-RSA-"))
        return isAead(cipher) || endsWithSha2(cipher) ? Grade::PhaseOut : Grade::Insufficient;
    return Grade::Insufficient;
}

Grade gradeOfGroup(std::string_view group, int bits)
{
    static constexpr std::array<std::string_view, 8> good{
        "X25519", "X448", "P-256", "P-384", "P-521", "brainpoolP256r1", "brainpoolP384r1", "brainpoolP512r1"};
    if (isOneOf(group, good))
        return Grade::Good;
    if (group == "secp224r1" || (group == "DH" && bits >= 3072))
        return Grade::PhaseOut;
    return Grade::Insufficient;
}

Grade gradeOfKey(std::string_view type, int bits)
{
    if (type.starts_with("RSA"))
        return bits >= 3072 ? Grade::Good : bits >= 2048 ? Grade::PhaseOut : Grade::Insufficient;
    if (type == "EC")
        return bits >= 256 ? Grade::Good : bits >= 224 ? Grade::PhaseOut : Grade::Insufficient;
    return type == "ED25519" || type == "ED448" ? Grade::Good : Grade::Insufficient;
}

Grade gradeOfSignature(std::string_view signature)
{
    std::string upper(signature);
    std::transform(upper.begin(), upper.end(), upper.begin(),
        [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c; });
    const auto has = [&upper](std::string_view word) { return upper.find(word) != std::string::npos; };
    if (has("SHA256") || has("SHA384") || has("SHA512") || has("ED25519") || has("ED448") || has("RSASSAPSS"))
        return Grade::Sufficient;
    return has("SHA224") ? Grade::PhaseOut : Grade::Insufficient;
}

} // namespace waxseal
