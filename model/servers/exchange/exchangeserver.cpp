// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/servers/exchange/exchangeserver.h"

#include "model/servers/exchange/exchangeenvelope.h"
#include "model/servers/exchange/exchangejoiner.h"

#include <algorithm>

namespace waxseal {

namespace {

bool hears(std::string_view program)
{
    return program == exchangeReceive || program == exchangeSend || program == exchangeTracking;
}

bool claims(std::string_view program, std::string_view /*text*/)
{
    return hears(program); // no syslog daemon has such tags
}

std::unique_ptr<ServerJoiner> makeJoiner(const JoinContext& context)
{
    return std::make_unique<ExchangeJoiner>(context);
}

/** The session's lines belong together; of message tracking those of the same internal id. */
LineRole roleOf(const LogRecord& record)
{
    LineRole role;
    std::string_view text = record.text;
    const auto field = [&text] {
        const std::string_view out = text.substr(0, text.find(exchangeSeparator));
        text.remove_prefix(std::min(out.size() + 1, text.size()));
        return out;
    };
    if (record.program == exchangeTracking) {
        for (int i = 0; i < 8; ++i) // client, original, name, server, name, context, source, event
            field();
        role.message = field();
        return role;
    }
    field(); // connector
    role.session = field();
    field();
    field();
    const std::string_view event = field();
    role.ofSession = event == "+" ? LineRole::Part::Begins
        : event == "-"            ? LineRole::Part::Ends
                                  : LineRole::Part::Inside;
    return role;
}

} // namespace

Server exchangeServer()
{
    Server server;
    server.id = "exchange";
    server.name = "Exchange";
    server.hears = hears;
    server.claims = claims;
    server.makeEnvelope = makeExchangeEnvelope;
    server.makeJoiner = makeJoiner;
    server.roleOf = roleOf;
    server.inboundSetting = "Set-ReceiveConnector -ProtocolLoggingLevel Verbose";
    server.outboundSetting = "Set-SendConnector -ProtocolLoggingLevel Verbose";
    return server;
}

} // namespace waxseal
