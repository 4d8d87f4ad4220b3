// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/tls/namematch.h"

#include "model/core/bytes.h"

#include <algorithm>

namespace waxseal {

namespace {

std::string_view withoutDot(std::string_view name)
{
    if (name.ends_with('.'))
        name.remove_suffix(1);
    return name;
}

bool sameName(std::string_view a, std::string_view b)
{
    return std::equal(
        a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return asciiLower(x) == asciiLower(y); });
}

bool endsWithName(std::string_view name, std::string_view suffix)
{
    return name.size() >= suffix.size() && sameName(name.substr(name.size() - suffix.size()), suffix);
}

} // namespace

bool dnsNameMatches(std::string_view presented, std::string_view host)
{
    presented = withoutDot(presented);
    host = withoutDot(host);
    if (presented.empty() || host.empty())
        return false;
    if (!presented.starts_with("*."))
        return presented.find('*') == std::string_view::npos && sameName(presented, host);

    const std::string_view parent = presented.substr(1); // ".example.com"
    if (parent.find('*') != std::string_view::npos || std::count(parent.begin(), parent.end(), '.') < 2)
        return false;
    const std::size_t dot = host.find('.');
    return dot != std::string_view::npos && dot > 0 && sameName(host.substr(dot), parent);
}

bool certificateNames(const CertificateFacts& leaf, std::string_view host)
{
    return std::any_of(
        leaf.names.begin(), leaf.names.end(), [host](const std::string& n) { return dnsNameMatches(n, host); });
}

bool certificateNamesForPostfix(const CertificateFacts& leaf, std::string_view host)
{
    return leaf.names.empty() ? dnsNameMatches(leaf.commonName, host) : certificateNames(leaf, host);
}

bool certificateNamesBelow(const CertificateFacts& leaf, std::string_view domain)
{
    std::string suffix(1, '.');
    suffix += withoutDot(domain);
    const auto isBelow = [&suffix](std::string_view presented) {
        presented = withoutDot(presented);
        return presented.size() > suffix.size() && endsWithName(presented, suffix);
    };
    if (leaf.names.empty())
        return isBelow(leaf.commonName);
    return std::any_of(leaf.names.begin(), leaf.names.end(), isBelow);
}

bool mtaStsPatternMatches(std::string_view pattern, std::string_view host)
{
    pattern = withoutDot(pattern);
    host = withoutDot(host);
    if (!pattern.starts_with("*."))
        return !pattern.empty() && sameName(pattern, host);
    const std::size_t dot = host.find('.');
    return dot != std::string_view::npos && dot > 0 && sameName(host.substr(dot), pattern.substr(1));
}

} // namespace waxseal
