// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/servers/postfix/postfixserver.h"

#include "model/servers/postfix/postfixforms.h"
#include "model/servers/postfix/postfixjoiner.h"
#include "model/servers/postfix/postfixparser.h"

namespace waxseal {

namespace {

bool hears(std::string_view program)
{
    return postfixProgram(program) != PostfixProgram::None || neighbourProgram(program) != PostfixProgram::None;
}

bool claims(std::string_view program, std::string_view text)
{
    const PostfixProgram known = postfixProgram(program);
    if (known == PostfixProgram::None)
        return false;
    // Tags with a slash are not Postfix's alone; the text must read like it, unless it says so itself.
    return program.starts_with("postfix") || parsePostfix(known, text).kind != PostfixEvent::Kind::None;
}

std::unique_ptr<ServerJoiner> makeJoiner(const JoinContext& context)
{
    return std::make_unique<PostfixJoiner>(context);
}

/** A process has one session at a time; delivery agents deliver one message after another. */
LineRole roleOf(const LogRecord& record)
{
    using Kind = PostfixEvent::Kind;
    LineRole role;
    const PostfixProgram program = postfixProgram(record.program);
    const PostfixEvent event = parsePostfix(program, record.text);
    role.session = std::to_string(static_cast<int>(program)) + ' ' + std::to_string(record.pid);
    // Lines without a meaning of their own (reject_warning, header checks) still belong to their message.
    if (!event.queueId.empty())
        role.message.assign(event.queueId);
    else if (program != PostfixProgram::None)
        role.message.assign(leadingQueueId(record.text));
    role.isDelivery = event.kind == Kind::Delivery;
    if (event.kind == Kind::Connect)
        role.ofSession = LineRole::Part::Begins;
    else if (event.kind == Kind::Disconnect)
        role.ofSession = LineRole::Part::Ends;
    if (event.kind == Kind::MessageBegins)
        role.ofMessage = LineRole::Part::Begins;
    else if (event.kind == Kind::Removed)
        role.ofMessage = LineRole::Part::Ends;
    return role;
}

} // namespace

Server postfixServer()
{
    Server server;
    server.id = "postfix";
    server.name = "Postfix";
    server.hears = hears;
    server.claims = claims;
    server.makeJoiner = makeJoiner;
    server.makeHeadCheck = makePostfixHeadCheck;
    server.roleOf = roleOf;
    server.idsComeBack = true;
    server.inboundSetting = "smtpd_tls_loglevel = 1";
    server.outboundSetting = "smtp_tls_loglevel = 1";
    return server;
}

} // namespace waxseal
