// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/servers/gmail/gmailserver.h"

#include "model/servers/gmail/gmailenvelope.h"
#include "model/servers/gmail/gmailjoiner.h"

namespace waxseal {

namespace {

bool hears(std::string_view program)
{
    return program == gmailProgram;
}

bool claims(std::string_view program, std::string_view /*text*/)
{
    return hears(program); // no syslog daemon has such a tag
}

std::unique_ptr<ServerJoiner> makeJoiner(const JoinContext& context)
{
    return std::make_unique<GmailJoiner>(context);
}

LineRole roleOf(const LogRecord& record)
{
    LineRole role;
    if (const auto event = fromText(record.text))
        role.message = event->messageId;
    return role;
}

} // namespace

Server gmailServer()
{
    Server server;
    server.id = "gmail";
    server.name = "Gmail";
    server.hears = hears;
    server.claims = claims;
    server.makeEnvelope = makeGmailEnvelope;
    server.makeJoiner = makeJoiner;
    server.roleOf = roleOf;
    server.inboundSetting = "message_info.connection_info.smtp_tls_state";
    server.outboundSetting = "message_info.connection_info.smtp_tls_state";
    return server;
}

} // namespace waxseal
