// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/servers/exim/eximserver.h"

#include "model/servers/exim/eximenvelope.h"
#include "model/servers/exim/eximjoiner.h"
#include "model/servers/exim/eximparser.h"

#include <algorithm>
#include <array>

namespace waxseal {

namespace {

bool hears(std::string_view program)
{
    return program == "exim" || program == "exim4";
}

/** Lines that matter to nobody here, and are Exim's: a quiet server's log may hold little else. */
bool isExims(std::string_view text)
{
    constexpr std::array<std::string_view, 9> beginnings{"Start queue run: pid=", "End queue run: pid=",
        "SMTP connection from ", "SMTP command timeout on connection from ", "SMTP protocol synchronization error ",
        "no MAIL in SMTP connection from ", "no host name found for IP address ", "no IP address found for host ",
        "unexpected disconnection while reading SMTP command from "};
    return eximIdLength(text) > 0 || parseExim(text).kind != EximEvent::Kind::None
        || std::any_of(beginnings.begin(), beginnings.end(),
            [text](std::string_view beginning) { return text.starts_with(beginning); });
}

bool claims(std::string_view program, std::string_view text)
{
    if (!hears(program))
        return false;
    std::uint64_t number = 0;
    std::uint64_t count = 0;
    bool isLineEnd = false;
    takeEximPart(text, number, count, isLineEnd);
    return isExims(eximText(text));
}

std::unique_ptr<LineEnvelope> makeEnvelope(std::string_view head)
{
    return EximEnvelope::suits(head) ? std::make_unique<EximEnvelope>() : nullptr;
}

std::unique_ptr<ServerJoiner> makeJoiner(const JoinContext& context)
{
    return std::make_unique<EximJoiner>(context);
}

/** All that is told of a message bears its id; parts of a line belong together. */
LineRole roleOf(const LogRecord& record)
{
    using Kind = EximEvent::Kind;
    LineRole role;
    std::string_view text = record.text;
    std::uint64_t number = 0;
    std::uint64_t count = 0;
    bool isLineEnd = false;
    if (takeEximPart(text, number, count, isLineEnd)) {
        role.session = std::to_string(record.pid);
        if (number == 1)
            role.ofSession = LineRole::Part::Begins;
        else if (number == count)
            role.ofSession = LineRole::Part::Ends;
        if (number > 1)
            return role;
    }
    const EximEvent event = parseExim(eximText(text));
    role.message.assign(event.messageId);
    if (event.kind == Kind::Completed)
        role.ofMessage = LineRole::Part::Ends;
    return role;
}

} // namespace

Server eximServer()
{
    Server server;
    server.id = "exim";
    server.name = "Exim";
    server.hears = hears;
    server.claims = claims;
    server.makeEnvelope = makeEnvelope;
    server.makeJoiner = makeJoiner;
    server.roleOf = roleOf;
    server.inboundSetting = "log_selector = +tls_cipher";
    server.outboundSetting = "log_selector = +tls_cipher";
    return server;
}

} // namespace waxseal
