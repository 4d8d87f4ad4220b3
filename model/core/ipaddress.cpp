// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/core/ipaddress.h"

#include "model/core/bytes.h"

#include <QString>

#include <algorithm>
#include <charconv>

namespace waxseal {

namespace {

constexpr std::array<std::uint8_t, 12> v4Prefix{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

bool parseV4(std::string_view text, std::uint8_t* out)
{
    for (int part = 0; part < 4; ++part) {
        if (part > 0 && !takePrefix(text, "."))
            return false;
        const std::size_t before = text.size();
        const auto value = takeNumber(text);
        if (!value || *value > 255 || before - text.size() > 3)
            return false;
        out[part] = static_cast<std::uint8_t>(*value);
    }
    return text.empty();
}

bool parseV6(std::string_view text, std::array<std::uint8_t, 16>& out)
{
    std::array<std::uint8_t, 16> head{};
    std::array<std::uint8_t, 16> tail{};
    std::size_t headBytes = 0;
    std::size_t tailBytes = 0;
    bool gap = false;
    if (takePrefix(text, "::"))
        gap = true;
    while (!text.empty()) {
        auto& part = gap ? tail : head;
        std::size_t& used = gap ? tailBytes : headBytes;
        const std::size_t colon = text.find(':');
        const std::string_view group = text.substr(0, colon);
        if (group.find('.') != std::string_view::npos) {
            if (colon != std::string_view::npos || headBytes + tailBytes > 12 || !parseV4(group, part.data() + used))
                return false;
            used += 4;
            text = {};
            break;
        }
        unsigned value = 0;
        const auto parsed = std::from_chars(group.data(), group.data() + group.size(), value, 16);
        if (group.empty() || group.size() > 4 || parsed.ptr != group.data() + group.size()
            || headBytes + tailBytes > 14)
            return false;
        part[used++] = static_cast<std::uint8_t>(value >> 8);
        part[used++] = static_cast<std::uint8_t>(value & 0xff);
        if (colon == std::string_view::npos)
            break;
        text.remove_prefix(colon + 1);
        if (takePrefix(text, ":")) {
            if (gap)
                return false;
            gap = true;
        } else if (text.empty()) {
            return false;
        }
    }
    if (gap ? headBytes + tailBytes > 14 : headBytes != 16)
        return false;
    out = head;
    std::copy_n(tail.begin(), tailBytes, out.end() - static_cast<std::ptrdiff_t>(tailBytes));
    return true;
}

void clearFrom(IpAddress& address, int prefix)
{
    for (int bit = prefix; bit < 128; ++bit)
        address.bytes[static_cast<std::size_t>(bit / 8)]
            &= static_cast<std::uint8_t>(~(0x80U >> static_cast<unsigned>(bit % 8)));
}

} // namespace

std::optional<IpAddress> IpAddress::parse(std::string_view text)
{
    takePrefix(text, "IPv6:");
    if (const std::size_t zone = text.find('%'); zone != std::string_view::npos)
        text = text.substr(0, zone);
    IpAddress address;
    if (text.find(':') == std::string_view::npos) {
        std::copy(v4Prefix.begin(), v4Prefix.end(), address.bytes.begin());
        if (!parseV4(text, address.bytes.data() + 12))
            return {};
        return address;
    }
    if (!parseV6(text, address.bytes))
        return {};
    return address;
}

bool IpAddress::isV4() const
{
    return std::equal(v4Prefix.begin(), v4Prefix.end(), bytes.begin());
}

bool IpAddress::isLoopback() const
{
    if (isV4())
        return bytes[12] == 127;
    return std::all_of(bytes.begin(), bytes.end() - 1, [](std::uint8_t b) { return b == 0; }) && bytes[15] == 1;
}

std::string IpAddress::text() const
{
    if (isNull())
        return {};
    std::string out;
    if (isV4()) {
        for (std::size_t i = 12; i < 16; ++i) {
            if (i > 12)
                out += '.';
            out += std::to_string(bytes[i]);
        }
        return out;
    }
    // RFC 5952: the longest run of two or more zero groups becomes "::"; the first of equals.
    std::array<unsigned, 8> groups{};
    for (std::size_t i = 0; i < 8; ++i)
        groups[i] = (unsigned{bytes[i * 2]} << 8) | bytes[i * 2 + 1];
    std::size_t best = 8;
    std::size_t bestLength = 1;
    for (std::size_t i = 0; i < 8;) {
        std::size_t end = i;
        while (end < 8 && groups[end] == 0)
            ++end;
        if (end - i > bestLength) {
            best = i;
            bestLength = end - i;
        }
        i = end + 1;
    }
    for (std::size_t i = 0; i < 8; ++i) {
        if (i == best) {
            out += "::";
            i += bestLength - 1;
            continue;
        }
        if (!out.empty() && out.back() != ':')
            out += ':';
        std::array<char, 5> digits{};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), groups[i], 16);
        out.append(digits.data(), end.ptr);
    }
    return out;
}

IpAddress IpAddress::network() const
{
    IpAddress result = *this;
    clearFrom(result, isV4() ? 120 : 64);
    return result;
}

std::optional<Cidr> Cidr::parse(std::string_view text)
{
    std::string_view addressText = text;
    std::string_view prefixText;
    const std::size_t slash = text.find('/');
    if (slash != std::string_view::npos) {
        addressText = text.substr(0, slash);
        prefixText = text.substr(slash + 1);
    }
    const auto address = IpAddress::parse(addressText);
    if (!address)
        return {};
    Cidr cidr{*address, 128};
    if (slash != std::string_view::npos) {
        const std::size_t digits = prefixText.size();
        const auto prefix = takeNumber(prefixText);
        if (!prefix || !prefixText.empty() || digits > 3 || *prefix > (address->isV4() ? 32U : 128U))
            return {};
        cidr.prefix = static_cast<int>(*prefix) + (address->isV4() ? 96 : 0);
    }
    clearFrom(cidr.address, cidr.prefix);
    return cidr;
}

bool Cidr::contains(const IpAddress& ip) const
{
    const auto whole = static_cast<std::size_t>(prefix / 8);
    if (!std::equal(
            address.bytes.begin(), address.bytes.begin() + static_cast<std::ptrdiff_t>(whole), ip.bytes.begin()))
        return false;
    const int rest = prefix % 8;
    if (rest == 0)
        return true;
    const auto mask = static_cast<std::uint8_t>(0xff00U >> static_cast<unsigned>(rest));
    return (address.bytes[whole] & mask) == (ip.bytes[whole] & mask);
}

std::string Cidr::text() const
{
    const bool v4 = address.isV4() && prefix >= 96;
    const std::string base = address.isNull() ? "::" : address.text();
    return base + '/' + std::to_string(prefix - (v4 ? 96 : 0));
}

std::vector<Cidr> defaultInternalNetworks()
{
    std::vector<Cidr> networks;
    for (const std::string_view text : {"127.0.0.0/8", "::1/128", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16",
             "fc00::/7", "169.254.0.0/16", "fe80::/10"})
        networks.push_back(*Cidr::parse(text));
    return networks;
}

Result<std::vector<Cidr>> parseNetworks(std::string_view text)
{
    std::vector<Cidr> networks;
    if (text == "none")
        return networks;
    while (true) {
        const std::size_t comma = text.find(',');
        const std::string_view one = text.substr(0, comma);
        const auto cidr = Cidr::parse(one);
        if (!cidr)
            return Error{
                ErrorCode::InvalidPolicy, QString::fromUtf8(one.data(), static_cast<qsizetype>(one.size())), {}};
        networks.push_back(*cidr);
        if (comma == std::string_view::npos)
            return networks;
        text.remove_prefix(comma + 1);
    }
}

} // namespace waxseal
