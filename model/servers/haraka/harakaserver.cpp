// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/servers/haraka/harakaserver.h"

#include "model/servers/haraka/harakaenvelope.h"
#include "model/servers/haraka/harakajoiner.h"

namespace waxseal {

namespace {

bool hears(std::string_view program)
{
    return program == "haraka" || program == "Haraka";
}

bool claims(std::string_view program, std::string_view text)
{
    return hears(program) && isHarakaLine(text);
}

std::unique_ptr<ServerJoiner> makeJoiner(const JoinContext& context)
{
    return std::make_unique<HarakaJoiner>(context);
}

LineRole roleOf(const LogRecord& record)
{
    const HarakaEvent event = parseHaraka(record.text);
    LineRole role;
    role.session = event.connection;
    if (event.transaction.size() > event.connection.size())
        role.message = event.transaction;
    role.ofSession = event.kind == HarakaEvent::Kind::Connected ? LineRole::Part::Begins
        : event.kind == HarakaEvent::Kind::Disconnected         ? LineRole::Part::Ends
                                                                : LineRole::Part::Inside;
    role.ofMessage = event.kind == HarakaEvent::Kind::Sender ? LineRole::Part::Begins : LineRole::Part::Inside;
    return role;
}

} // namespace

Server harakaServer()
{
    Server server;
    server.id = "haraka";
    server.name = "Haraka";
    server.hears = hears;
    server.claims = claims;
    server.makeEnvelope = makeHarakaEnvelope;
    server.makeJoiner = makeJoiner;
    server.roleOf = roleOf;
    server.inboundSetting = "level=info (config/log.ini)";
    server.outboundSetting = "level=info (config/log.ini)";
    return server;
}

} // namespace waxseal
