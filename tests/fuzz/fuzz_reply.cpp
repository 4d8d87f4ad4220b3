// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// SMTP replies: the same whether they come at once or a few bytes at a time; bounded and printable.

#include "model/core/printable.h"
#include "probe/smtp/smtpsession.h"
#include "tests/fuzz/fuzz.h"

using namespace waxseal;
using namespace waxseal::fuzz;

namespace {

struct Read
{
    ReplyParser::State state = ReplyParser::State::Incomplete;
    SmtpReply reply;
};

Read readBy(std::string_view input, std::size_t portion)
{
    ReplyParser parser;
    Read out;
    std::string buffer;
    while (out.state == ReplyParser::State::Incomplete && !input.empty()) {
        buffer.append(input.substr(0, portion));
        input.remove_prefix(std::min(portion, input.size()));
        out.state = parser.take(buffer);
    }
    out.reply = parser.reply();
    return out;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    std::string_view input = viewOf(data, size);
    const std::size_t portion = std::size_t{takeByte(input)} + 1;
    const Read whole = readBy(input, input.size() + 1);
    const Read parts = readBy(input, portion);
    require(whole.state == parts.state && whole.reply == parts.reply, "portions do not change the reply");
    std::size_t kept = 0;
    for (const std::string& line : whole.reply.lines) {
        kept += line.size();
        for (const char32_t c : QString::fromStdString(line).toStdU32String())
            require(isPrintable(c), "lines are printable");
    }
    require(kept < 20'000, "what is kept is bounded");
    for (const std::string& keyword : ehloKeywords(whole.reply))
        isStrippedKeyword(keyword);
    return 0;
}
