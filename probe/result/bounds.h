// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "probe/result/facts.h"

namespace waxseal {

/** What is kept of all that the servers of one domain have said, in bytes of text. */
inline constexpr std::size_t maximumDomainText = 1024 * 1024;

/**
 * Cuts what servers said to about `most` bytes, an equal part an address: transcripts (a note then says so), EHLO
 * keywords but for STARTTLS and REQUIRETLS, names in certificates but for those that the host goes by. What is decided
 * from the facts stays the same. Nothing happens while all of it is small enough.
 */
void keepWithin(DomainFacts& facts, std::size_t most = maximumDomainText);

/** The same for one address, while others of the domain are still tested; `facts` may lack the policy yet. */
void keepAddressWithin(AddressFacts& address, const HostFacts& host, const DomainFacts& facts, std::size_t most);
/** Transcript and EHLO keywords alone: nothing that another domain with this address needs to know. */
void keepTalkWithin(AddressFacts& address, std::size_t most);

} // namespace waxseal
