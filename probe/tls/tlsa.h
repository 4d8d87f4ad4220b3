// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "probe/result/facts.h"
#include "probe/tls/openssl.h"

namespace waxseal {

/** Gives the records that are usable for SMTP to a handshake. Names are left for the verdict, which knows every name
 * that counts. */
void addTlsa(SSL* ssl, const std::vector<TlsaRecord>& records);

/** What the finished handshake's chain is to those records. */
DaneMatch daneMatch(SSL* ssl, const std::vector<TlsaRecord>& records);

/**
 * The same from the digests of a chain that was seen without these records at hand. Says nothing where they do not
 * suffice: trust anchors and anything but SHA-256.
 */
DaneMatch daneMatchByDigest(const ChainFacts& chain, const std::vector<TlsaRecord>& records);

/** Whether a record that is to hold a whole certificate or key holds one; true for digests. */
bool isWellFormed(const TlsaRecord& record);

/** Whether the record's data is this certificate's, whatever its usage. */
bool tlsaFits(const TlsaRecord& record, X509* certificate);

/** The association data of a certificate, hexadecimal; empty for an unknown selector or matching type. */
std::string tlsaData(X509* certificate, int selector, int matching);

/** Lower-case hexadecimal, both ways; what is no hexadecimal yields an empty string. */
std::string toHex(std::string_view bytes);
std::string fromHex(std::string_view text);

} // namespace waxseal
