// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The HTTP response that should bring an MTA-STS policy, at once and in portions, and the policy in it.

#include "probe/mtasts/httpresponse.h"
#include "probe/mtasts/records.h"
#include "tests/fuzz/fuzz.h"

using namespace waxseal;
using namespace waxseal::fuzz;

namespace {

struct Read
{
    HttpResponse::State state = HttpResponse::State::Incomplete;
    int status = 0;
    std::string type;
    std::string body;
    bool operator==(const Read&) const = default;
};

Read readBy(std::string_view input, std::size_t portion)
{
    HttpResponse response;
    Read out;
    std::string buffer;
    while (out.state == HttpResponse::State::Incomplete && !input.empty()) {
        buffer.append(input.substr(0, portion));
        input.remove_prefix(std::min(portion, input.size()));
        out.state = response.take(buffer, false);
    }
    if (out.state == HttpResponse::State::Incomplete)
        out.state = response.take(buffer, true);
    if (out.state == HttpResponse::State::Complete) {
        out.status = response.status();
        out.type = response.contentType();
        out.body = response.body();
    }
    require(response.body().size() <= HttpResponse::maximumBody, "a body is bounded");
    return out;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    std::string_view input = viewOf(data, size);
    const std::size_t portion = std::size_t{takeByte(input)} + 1;
    MtaStsFacts facts;
    readMtaStsPolicy(input, facts);
    const Read whole = readBy(input, input.size() + 1);
    require(whole.state != HttpResponse::State::Incomplete, "at its end a response is complete or is none");
    require(whole == readBy(input, portion), "portions do not change the response");
    MtaStsFacts fetched;
    readMtaStsPolicy(whole.body, fetched);
    return 0;
}
