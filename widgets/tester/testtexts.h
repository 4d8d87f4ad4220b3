// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "probe/result/facts.h"

#include <QString>

namespace waxseal {

/** "192.0.2.1", or "mx.example.com [192.0.2.1]" with the host. */
QString addressText(const std::string& host, const IpAddress& address);
/** "0.021  #1 < 250-STARTTLS": seconds, connection, direction (= is a remark), text. */
QString transcriptLine(const TranscriptLine& line);
/** The conversations with all addresses. */
QString transcriptText(const DomainFacts& facts);
/** Every certificate of every address, and the TLSA record that fits its key. Translated. */
QString certificateText(const DomainFacts& facts);
/** What the DNS answered, as lines of a zone, each with what DNSSEC says of it. */
QString dnsText(const DomainFacts& facts);
/** What DNSSEC and the look-up say, for people: "DNSSEC valid", "no such record" … */
QString dnsStateText(const DnsState& state);

/** A sender by name, for people; says so where it is known by its documentation alone. Translated. */
QString senderText(Sender sender);

/** The TLSA records that fit the live keys, ready for a zone, each once. */
QStringList readyTlsaRecords(const DomainFacts& facts);

/**
 * A message to the postmaster of the domain: what was found, what senders do because of it, what would mend it. In
 * English whatever the window speaks: it goes to somebody else's server. Empty when there is nothing to mend.
 */
QString postmasterMessage(const DomainFacts& facts);

} // namespace waxseal
