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

/**
 * Whether OpenSSL (X509_check_host, as Postfix uses it) takes a presented name for a name: exact but for case, a
 * trailing dot included; a wildcard as the whole first label; a name that begins with a dot takes all below it.
 */
bool opensslMatches(std::string_view presented, std::string_view name);

/**
 * Postfix, through OpenSSL: every common name counts where there is no dNSName at all; an address is looked for among
 * the iPAddress names.
 */
bool certificateNamesForPostfix(const CertificateFacts& leaf, std::string_view host);

/**
 * DANE with a trust anchor: the TLSA base domain counts, and where there are MX records the next hop and what it is an
 * alias of (RFC 7672, 3.2.3).
 */
bool certificateNamesForDane(const CertificateFacts& leaf, const DomainFacts& facts, const HostFacts& host);

/** Postfix's "dot-nexthop": some name of the certificate lies below the domain. */
bool certificateNamesBelow(const CertificateFacts& leaf, std::string_view domain);

/** An MTA-STS policy's mx pattern against an MX host (RFC 8461, 4.1). */
bool mtaStsPatternMatches(std::string_view pattern, std::string_view host);

} // namespace waxseal
