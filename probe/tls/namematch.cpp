// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/tls/namematch.h"

#include "model/core/bytes.h"
#include "model/core/ipaddress.h"

#include <algorithm>
#include <optional>

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

bool isLabelByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
}

/**
 * Where a presented name has a wildcard that OpenSSL takes for one (v3_utl.c, valid_star, with
 * X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS): the whole first label, two dots behind it, nothing but host name labels.
 */
std::optional<std::size_t> wildcardOf(std::string_view presented)
{
    if (!presented.starts_with("*."))
        return {};
    std::string_view rest = presented.substr(2);
    std::size_t labels = 0;
    while (true) {
        const std::string_view label = rest.substr(0, rest.find('.'));
        if (label.empty() || label.front() == '-' || label.back() == '-'
            || !std::all_of(label.begin(), label.end(), isLabelByte))
            return {};
        ++labels;
        if (label.size() == rest.size())
            break;
        rest.remove_prefix(label.size() + 1);
    }
    return labels >= 2 ? std::optional<std::size_t>(0) : std::nullopt;
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

bool opensslMatches(std::string_view presented, std::string_view name)
{
    if (presented.empty() || name.size() < 2)
        return false;
    if (name.starts_with('.')) {
        // A leading dot takes every name below, at any depth; no wildcard is looked at then.
        return endsWithName(presented, name);
    }
    const std::optional<std::size_t> star = wildcardOf(presented);
    if (!star)
        return sameName(presented, name);
    // The wildcard is the whole first label, and stands for one label of letters, digits and hyphens.
    const std::string_view parent = presented.substr(*star + 1);
    const std::size_t dot = name.find('.');
    if (dot == std::string_view::npos || dot == 0 || !sameName(name.substr(dot), parent))
        return false;
    const std::string_view label = name.substr(0, dot);
    return label == "*" || std::all_of(label.begin(), label.end(), isLabelByte);
}

bool certificateNamesForPostfix(const CertificateFacts& leaf, std::string_view host)
{
    if (const std::optional<IpAddress> address = IpAddress::parse(host))
        return std::find(leaf.ipNames.begin(), leaf.ipNames.end(), address->text()) != leaf.ipNames.end();
    const auto matches = [host](const std::string& presented) { return opensslMatches(presented, host); };
    if (!leaf.names.empty())
        return std::any_of(leaf.names.begin(), leaf.names.end(), matches);
    return matches(leaf.commonName) || std::any_of(leaf.moreCommonNames.begin(), leaf.moreCommonNames.end(), matches);
}

bool certificateNamesBelow(const CertificateFacts& leaf, std::string_view domain)
{
    return certificateNamesForPostfix(leaf, '.' + std::string(domain));
}

bool certificateNamesForDane(const CertificateFacts& leaf, const DomainFacts& facts, const HostFacts& host)
{
    if (certificateNamesForPostfix(leaf, host.tlsa.base))
        return true;
    if (facts.implicitMx)
        return false;
    return certificateNamesForPostfix(leaf, facts.domain)
        || (!facts.canonicalName.empty() && certificateNamesForPostfix(leaf, facts.canonicalName));
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
