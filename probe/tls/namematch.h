// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "probe/result/facts.h"

#include <string_view>

namespace waxseal {

/**
 * Whether a certificate's dNSName stands for a host name: the same A-labels in any case, or a wildcard that is the
 * whole left-most label and stands for exactly one (RFC 9525, 6.3; RFC 7817, 3).
 */
bool dnsNameMatches(std::string_view presented, std::string_view host);

/** RFC 9525: only subjectAltName counts, never the common name. */
bool certificateNames(const CertificateFacts& leaf, std::string_view host);

/** Postfix, through OpenSSL: the common name counts where there is no dNSName at all. */
bool certificateNamesForPostfix(const CertificateFacts& leaf, std::string_view host);

/** Postfix's "dot-nexthop": some name of the certificate lies below the domain. */
bool certificateNamesBelow(const CertificateFacts& leaf, std::string_view domain);

/** An MTA-STS policy's mx pattern against an MX host (RFC 8461, 4.1). */
bool mtaStsPatternMatches(std::string_view pattern, std::string_view host);

} // namespace waxseal
