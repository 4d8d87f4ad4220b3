// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "probe/result/facts.h"
#include "probe/verdict/delivery.h"

#include <QStringList>

#include <optional>

namespace waxseal {

/** The strictest requirement of Postfix's that the domain's mail meets today, as adviceText() says; none: no TLS can be
 * required, or it is not known. */
std::optional<SenderLevel> advisedLevel(const DomainFacts& facts);

/** What to require of the domain today, and why no more. Plain text, translated. */
QString adviceText(const DomainFacts& facts);

/** What the owner of the domain should do about it, the most urgent first; one sentence each. Plain text, translated.
 */
QStringList ownAdvice(const DomainFacts& facts);

/** Addresses whose certificate ends within `days`, and has not yet: "mx.example.com: in 12 days, on 2026-12-01". */
QStringList expiringSoon(const DomainFacts& facts, std::int64_t now);

} // namespace waxseal
