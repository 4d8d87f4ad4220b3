// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace waxseal {

/**
 * A domain name that may stand in a configuration file: lower-case A-labels (RFC 5890), at least one label, each 1 to
 * 63 of letters, digits and inner hyphens (underscore is not a host name's), at most 253 octets (RFC 1035, 2.3.4).
 * Cannot hold anything else.
 */
class DomainName
{
public:
    /** Validates and normalises: case, one trailing dot, U-labels to A-labels (IDNA through Qt). Nothing when it is no
     * host name. */
    static std::optional<DomainName> parse(std::string_view text);

    const std::string& ascii() const { return m_ascii; }
    /** For people: U-labels where they are safe to show. Falls back to the A-label. */
    std::string display() const;
    bool operator==(const DomainName&) const = default;
    auto operator<=>(const DomainName&) const = default;

private:
    explicit DomainName(std::string ascii)
        : m_ascii(std::move(ascii))
    {
    }
    std::string m_ascii;
};

/** The dictionary spelling of the null sender `<>` (RFC 5321, 4.5.5). */
inline constexpr std::string_view nullSender = "<>";

/**
 * A sender's or recipient's domain as a key: the A-label when it is a host name, else the bytes, lower-cased, with
 * control characters escaped and cut at 255 octets, so that what a stranger wrote is counted and shown but can reach no
 * configuration.
 */
std::string domainKey(std::string_view raw);

/** The part after the last '@' that stands outside a quoted local part; empty when there is none. */
std::string_view addressDomain(std::string_view address);

/** True when `domain` is `parent` or below it. Both are keys. */
bool isWithin(std::string_view domain, std::string_view parent);

/** The registrable domain by the Public Suffix List ("mail.bank.co.uk" → "bank.co.uk"); the name itself when it has
 * none. */
std::string organisationalDomain(std::string_view name);

} // namespace waxseal
