// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The JSON of a test in a workspace: what is read can be judged, and written and read again it is the same.

#include "probe/result/bounds.h"
#include "probe/verdict/resultjson.h"
#include "tests/fuzz/fuzz.h"

using namespace waxseal;
using namespace waxseal::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto facts = domainFromJson(bytesOf(viewOf(data, size)));
    if (!facts)
        return 0;
    const QByteArray json = domainToJson(*facts);
    const auto again = domainFromJson(json);
    require(again.hasValue(), "what is written can be read");
    require(domainToJson(*again) == json, "and is the same");
    DomainFacts bounded = *facts;
    keepWithin(bounded, 1000);
    require(domainFromJson(domainToJson(bounded)).hasValue(), "a cut result can be read");
    return 0;
}
