// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Data of DNS records; the first byte says of which kind. And what TXT records say of MTA-STS and TLS-RPT.

#include "probe/dns/records.h"
#include "probe/mtasts/records.h"
#include "tests/fuzz/fuzz.h"

#include <algorithm>

using namespace waxseal;
using namespace waxseal::fuzz;

namespace {

bool isPlain(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    std::string_view input = viewOf(data, size);
    switch (takeByte(input) % 5) {
    case 0:
        if (const auto mx = readMx(input))
            require(isPlain(mx->host), "a host's name has no blanks and no control characters");
        break;
    case 1:
        if (const auto address = readAddress(input))
            require(IpAddress::parse(address->text()) == address, "an address is its text");
        break;
    case 2:
        if (const auto record = readTlsa(input))
            require(isPlain(record->data) && record->text().size() >= record->data.size(), "TLSA data is hexadecimal");
        break;
    case 3:
        if (const auto name = readName(input))
            require(isPlain(*name), "a name has no blanks and no control characters");
        break;
    default:
        if (const auto text = readTxt(input)) {
            readMtaStsRecords({*text});
            readMtaStsRecords({*text, *text});
            readTlsRptRecords({*text});
        }
    }
    return 0;
}
