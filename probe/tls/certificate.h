// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "probe/result/facts.h"
#include "probe/tls/openssl.h"

namespace waxseal {

/** Postfix's smtp_tls_scert_verifydepth (9), and one that it adds to tell a cut chain from an incomplete one. */
inline constexpr int senderVerifyDepth = 10;

/** Reads one certificate. Strings are cut and made printable. */
CertificateFacts readCertificate(X509* certificate);

/**
 * Reads a chain as a server sent it (leaf first) and verifies it for a TLS server at security level 1, as Postfix does
 * when the server must be authenticated: every error, not only the first. Names are not looked at.
 */
ChainFacts readChain(STACK_OF(X509) * chain, X509_STORE* trusted);

/** What went wrong, in OpenSSL's words. */
std::string verifyErrorText(int error);

/** The key exchange group of an ephemeral key: "X25519", "P-256", "DH". */
std::string groupName(EVP_PKEY* key);

} // namespace waxseal
