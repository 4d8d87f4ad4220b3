// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace waxseal {

/** An IPv4 or IPv6 address; IPv4 is held as ::ffff:a.b.c.d (RFC 4291, 2.5.5.2). All zero: no address. */
struct IpAddress
{
    std::array<std::uint8_t, 16> bytes{};

    /** Reads dotted-quad and RFC 4291 text, with or without "IPv6:" before it or a %zone behind it. */
    static std::optional<IpAddress> parse(std::string_view text);
    bool isNull() const { return *this == IpAddress{}; }
    bool isV4() const;
    bool isLoopback() const; ///< 127.0.0.0/8 or ::1
    std::string text() const; ///< RFC 5952; "" for no address
    /** The same /24 (IPv4) or /64 (IPv6): the neighbourhood in which a sender's pool of hosts stands. */
    IpAddress network() const;
    bool operator==(const IpAddress&) const = default;
    auto operator<=>(const IpAddress&) const = default;
};

/** An address range. */
struct Cidr
{
    IpAddress address;
    int prefix = 128; ///< over 128 bits: an IPv4 /24 is 120

    static std::optional<Cidr> parse(std::string_view text);
    bool contains(const IpAddress& ip) const;
    std::string text() const;
    bool operator==(const Cidr&) const = default;
};

/** The networks whose mail is our own: loopback, RFC 1918, fc00::/7 (RFC 4193), link-local. */
std::vector<Cidr> defaultInternalNetworks();

/** Reads "none" or a comma-separated list. */
Result<std::vector<Cidr>> parseNetworks(std::string_view text);

} // namespace waxseal
