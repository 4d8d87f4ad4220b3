// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/servers/stalwart/stalwartserver.h"

#include "model/servers/stalwart/stalwartenvelope.h"
#include "model/servers/stalwart/stalwartjoiner.h"

namespace waxseal {

namespace {

bool hears(std::string_view program)
{
    return program == "stalwart" || program == "stalwart-mail" || program == "stalwart-smtp";
}

bool claims(std::string_view program, std::string_view text)
{
    return hears(program) && isStalwartLine(text);
}

std::unique_ptr<ServerJoiner> makeJoiner(const JoinContext& context)
{
    return std::make_unique<StalwartJoiner>(context);
}

LineRole roleOf(const LogRecord& record)
{
    const StalwartEvent event = parseStalwart(record.text);
    LineRole role;
    if (!event.address.empty() && !event.listener.empty())
        role.session = std::string(event.address) + ' ' + std::to_string(event.port);
    role.message = event.queueId;
    if (event.kind == StalwartEvent::Kind::Completed)
        role.ofMessage = LineRole::Part::Ends;
    if (event.kind == StalwartEvent::Kind::Disconnected)
        role.ofSession = LineRole::Part::Ends;
    return role;
}

} // namespace

Server stalwartServer()
{
    Server server;
    server.id = "stalwart";
    server.name = "Stalwart";
    server.hears = hears;
    server.claims = claims;
    server.makeEnvelope = makeStalwartEnvelope;
    server.makeJoiner = makeJoiner;
    server.roleOf = roleOf;
    server.inboundSetting = "tracer.log.level = info";
    server.outboundSetting = "tracer.log.level = info";
    return server;
}

} // namespace waxseal
