// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/dns/records.h"

#include "model/core/bytes.h"
#include "probe/tls/tlsa.h"

#include <algorithm>

namespace waxseal {

namespace {

unsigned byteAt(std::string_view data, std::size_t at)
{
    return static_cast<unsigned char>(data[at]);
}

bool isPlain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

} // namespace

std::optional<std::string> readName(std::string_view data)
{
    std::string name;
    std::size_t at = 0;
    while (true) {
        if (at >= data.size())
            return {};
        const unsigned length = byteAt(data, at++);
        if (length == 0)
            return at == data.size() ? std::optional(name) : std::nullopt;
        if (length > 63 || at + length > data.size() || at + length > 254)
            return {};
        if (!name.empty())
            name.push_back('.');
        for (const char raw : data.substr(at, length)) {
            const char c = asciiLower(raw);
            if (isPlain(c)) {
                name.push_back(c);
                continue;
            }
            const unsigned value = static_cast<unsigned char>(raw);
            name.push_back('\\');
            name.push_back(static_cast<char>('0' + value / 100));
            name.push_back(static_cast<char>('0' + value / 10 % 10));
            name.push_back(static_cast<char>('0' + value % 10));
        }
        at += length;
    }
}

std::optional<MxRecord> readMx(std::string_view data)
{
    if (data.size() < 3)
        return {};
    const std::optional<std::string> host = readName(data.substr(2));
    if (!host)
        return {};
    return MxRecord{static_cast<std::uint16_t>(byteAt(data, 0) << 8 | byteAt(data, 1)), *host};
}

std::optional<IpAddress> readAddress(std::string_view data)
{
    IpAddress address;
    if (data.size() == 4) {
        address.bytes[10] = address.bytes[11] = 0xff;
        std::copy(data.begin(), data.end(), address.bytes.begin() + 12);
        return address;
    }
    if (data.size() != 16)
        return {};
    std::copy(data.begin(), data.end(), address.bytes.begin());
    // "::" names no host (RFC 4291, 2.5.2); a connection to it would reach this very machine.
    if (address.isNull())
        return {};
    return address;
}

std::optional<TlsaRecord> readTlsa(std::string_view data)
{
    if (data.size() < 4 || data.size() > 4096)
        return {};
    TlsaRecord record;
    record.usage = static_cast<std::uint8_t>(data[0]);
    record.selector = static_cast<std::uint8_t>(data[1]);
    record.matching = static_cast<std::uint8_t>(data[2]);
    record.data = toHex(data.substr(3));
    return record;
}

std::optional<std::string> readTxt(std::string_view data)
{
    std::string text;
    while (!data.empty()) {
        const unsigned length = byteAt(data, 0);
        if (length + 1 > data.size())
            return {};
        text.append(data.substr(1, length));
        data.remove_prefix(length + 1);
    }
    return text;
}

} // namespace waxseal
