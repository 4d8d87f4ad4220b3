// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/words.h"

#include <cstdint>
#include <string_view>

namespace waxseal {

/**
 * The classes of the NCSC-NL's guidelines for TLS (2025), for facts that those speak about. None: a remark without a
 * class.
 */
enum class Grade : std::uint8_t
{
    None,
    Good,
    Sufficient,
    PhaseOut,
    Insufficient
};
std::string_view name(Grade grade); ///< "", "good", "sufficient", "phase out", "insufficient"

Grade gradeOfVersion(TlsVersion version);
/** By OpenSSL's name: "TLS_AES_256_GCM_SHA384", "ECDHE-RSA-AES128-GCM-SHA256". */
Grade gradeOfCipher(std::string_view cipher);
/** "X25519", "P-256"; "DH" with its size; empty: RSA key exchange. */
Grade gradeOfGroup(std::string_view group, int bits);
/** "RSA", "EC", "ED25519". */
Grade gradeOfKey(std::string_view type, int bits);
/** Of a handshake or a certificate, by the hash in OpenSSL's name for it: "ECDSA SHA256", "RSA-SHA1". */
Grade gradeOfSignature(std::string_view signature);

} // namespace waxseal
