// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/servers/sendmail/sendmailserver.h"

#include "model/servers/sendmail/sendmailjoiner.h"
#include "model/servers/sendmail/sendmailparser.h"

namespace waxseal {

namespace {

/** "sendmail", "sm-mta", "sm-msp-queue", "sm-mta-queue": its own names, or those that systems give it with -L. */
bool hears(std::string_view program)
{
    return program == "sendmail" || program.starts_with("sm-");
}

bool claims(std::string_view program, std::string_view text)
{
    return hears(program) && parseSendmail(text).kind != SendmailEvent::Kind::None;
}

std::unique_ptr<ServerJoiner> makeJoiner(const JoinContext& context)
{
    return std::make_unique<SendmailJoiner>(context);
}

/** A process serves a connection, or delivers one message after another. */
LineRole roleOf(const LogRecord& record)
{
    using Kind = SendmailEvent::Kind;
    LineRole role;
    const SendmailEvent event = parseSendmail(record.text);
    role.session = std::to_string(record.pid);
    role.message.assign(event.queueId);
    role.isDelivery = event.kind == Kind::Delivery;
    if (event.kind == Kind::Connect)
        role.ofSession = LineRole::Part::Begins;
    else if (event.kind == Kind::Disconnect)
        role.ofSession = LineRole::Part::Ends;
    return role;
}

} // namespace

Server sendmailServer()
{
    Server server;
    server.id = "sendmail";
    server.name = "Sendmail";
    server.hears = hears;
    server.claims = claims;
    server.makeJoiner = makeJoiner;
    server.roleOf = roleOf;
    server.inboundSetting = "LogLevel=9";
    server.outboundSetting = "LogLevel=9";
    return server;
}

} // namespace waxseal
