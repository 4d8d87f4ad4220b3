// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/core/nexthop.h"

#include "model/core/bytes.h"
#include "model/core/domainname.h"
#include "model/core/ipaddress.h"

namespace waxseal {

namespace {

/** ":587" with a number from 1 to 65535, or nothing at all; the normalised form. */
std::optional<std::string> portSuffix(std::string_view text)
{
    if (text.empty())
        return std::string();
    if (!takePrefix(text, ":"))
        return {};
    const auto port = takeNumber(text);
    if (!port || !text.empty() || *port == 0 || *port > 65535)
        return {};
    return ':' + std::to_string(*port);
}

std::optional<std::string> bracketed(std::string_view inner)
{
    if (takePrefix(inner, "ipv6:") || takePrefix(inner, "IPv6:")) {
        const auto address = IpAddress::parse(inner);
        if (!address || address->isV4())
            return {};
        return "ipv6:" + address->text();
    }
    if (const auto address = IpAddress::parse(inner); address && address->isV4())
        return address->text();
    if (const auto name = DomainName::parse(inner))
        return name->ascii();
    return {};
}

} // namespace

std::optional<NextHop> NextHop::parse(std::string_view text)
{
    if (text.size() > 300)
        return {};
    if (takePrefix(text, "[")) {
        std::string_view inner;
        if (!takeUntil(text, "]", inner))
            return {};
        const auto host = bracketed(inner);
        const auto port = portSuffix(text);
        if (!host || !port)
            return {};
        return NextHop('[' + *host + ']' + *port);
    }
    const std::size_t colon = text.find(':');
    const auto name = DomainName::parse(text.substr(0, colon));
    const auto port = portSuffix(colon == std::string_view::npos ? std::string_view{} : text.substr(colon));
    if (!name || !port)
        return {};
    return NextHop(name->ascii() + *port);
}

} // namespace waxseal
