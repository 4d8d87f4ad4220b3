// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/words.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace waxseal {

/**
 * Levels of a requirement. Inbound: None, Encrypt, TrustedCertificate. Outbound: Postfix's smtp_tls_security_level
 * words, None, May, Encrypt, Dane, DaneOnly, Verify, Secure.
 */
enum class Level : std::uint8_t
{
    None,
    May,
    Encrypt,
    TrustedCertificate,
    Dane,
    DaneOnly,
    Verify,
    Secure
};

/** What one domain's mail must show. */
struct Requirement
{
    Level level = Level::None;
    TlsVersion minimum = TlsVersion::Unknown; ///< Unknown: any version; else Tls12 or Tls13, with Encrypt and above
    bool operator==(const Requirement&) const = default;

    /** The command line's word: "none", "encrypt", "encrypt>=1.2", "trusted", "dane-only" … */
    std::string text() const;
    /** Reads that word; nothing when it is not one of the direction's. */
    static std::optional<Requirement> parse(std::string_view text, Direction direction);
};

/** The requirements a direction offers, weakest first. */
std::vector<Requirement> requirements(Direction direction);

/** How to refuse: now, with 5xx (the sender bounces), or later, with 4xx (the sender retries for days). */
enum class Refusal : std::uint8_t
{
    Later,
    Now
};

/** What a row of the policy is about. */
struct Scope
{
    std::string domain; ///< a domain key, or "<>"
    bool subdomains = false; ///< the domain and everything below it
    bool operator==(const Scope&) const = default;
    auto operator<=>(const Scope&) const = default;

    std::string text() const; ///< "example.com", ".example.com", "<>"
    /** Reads ".example.com" (with subdomains), "example.com" (exact), "<>", or a next hop ("[mail.example.com]:587").
     */
    static std::optional<Scope> parse(std::string_view text);
};

/**
 * The policy of one direction: a default and rows. A row for the exact domain goes before a row with subdomains; of
 * rows with subdomains the longest wins, as in Postfix's access(5). The null sender `<>` is its own row; without one
 * the default applies to it.
 */
struct DirectionPolicy
{
    Requirement byDefault;
    std::map<Scope, Requirement> rows;
    Refusal refusal = Refusal::Later;
    bool operator==(const DirectionPolicy&) const = default;

    Requirement effective(std::string_view domain) const;
    bool isNone() const; ///< nothing is required of anybody
};

/** The whole policy: one a direction, never mixed. */
struct Policy
{
    DirectionPolicy inbound;
    DirectionPolicy outbound;
    DirectionPolicy submission;
    bool operator==(const Policy&) const = default;
    DirectionPolicy& of(Direction direction)
    {
        return direction == Direction::Inbound ? inbound : direction == Direction::Outbound ? outbound : submission;
    }
    const DirectionPolicy& of(Direction direction) const { return const_cast<Policy*>(this)->of(direction); }
};

} // namespace waxseal
