// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/servers/opensmtpd/opensmtpdserver.h"

#include "model/servers/opensmtpd/opensmtpdenvelope.h"
#include "model/servers/opensmtpd/opensmtpdjoiner.h"
#include "model/servers/opensmtpd/opensmtpdparser.h"

namespace waxseal {

namespace {

bool hears(std::string_view program)
{
    return program == "smtpd" || program == "opensmtpd";
}

/** Other servers have a program of this name. */
bool claims(std::string_view program, std::string_view text)
{
    return hears(program) && parseOpensmtpd(text).kind != OpensmtpdEvent::Kind::None;
}

std::unique_ptr<LineEnvelope> makeEnvelope(std::string_view head)
{
    return OpensmtpdEnvelope::suits(head) ? std::make_unique<OpensmtpdEnvelope>() : nullptr;
}

std::unique_ptr<ServerJoiner> makeJoiner(const JoinContext& context)
{
    return std::make_unique<OpensmtpdJoiner>(context);
}

LineRole roleOf(const LogRecord& record)
{
    using Kind = OpensmtpdEvent::Kind;
    LineRole role;
    const OpensmtpdEvent event = parseOpensmtpd(record.text);
    role.session.assign(event.session);
    role.message.assign(event.messageId);
    role.isDelivery = event.kind == Kind::Delivery;
    if (event.kind == Kind::Connect || event.kind == Kind::Connecting)
        role.ofSession = LineRole::Part::Begins;
    else if (event.kind == Kind::Disconnect || event.kind == Kind::DisconnectTo)
        role.ofSession = LineRole::Part::Ends;
    return role;
}

} // namespace

Server opensmtpdServer()
{
    Server server;
    server.id = "opensmtpd";
    server.name = "OpenSMTPD";
    server.hears = hears;
    server.claims = claims;
    server.makeEnvelope = makeEnvelope;
    server.makeJoiner = makeJoiner;
    server.roleOf = roleOf;
    return server;
}

} // namespace waxseal
