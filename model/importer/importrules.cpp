// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/importer/importrules.h"

#include <algorithm>
#include <set>

namespace waxseal {

namespace {

std::set<std::string> texts(const std::vector<Cidr>& networks)
{
    std::set<std::string> out;
    for (const Cidr& network : networks)
        out.insert(network.text());
    return out;
}

/** Takes one rule from the state. */
void take(ImportRule rule, ImportOptions& options, const ImportState& state)
{
    switch (rule) {
    case ImportRule::Internal:
        options.internal = state.internal;
        return;
    case ImportRule::Forwarders:
        options.forwarders = state.forwarders;
        return;
    case ImportRule::LocalDomains:
        options.localDomains = state.localDomains;
        return;
    case ImportRule::RelayHost: {
        OutboundRouting routing = state.routing;
        routing.takeTransports(options.routing);
        options.routing = std::move(routing);
        return;
    }
    case ImportRule::Transports:
        options.routing.takeTransports(state.routing);
        return;
    case ImportRule::TimeZone:
        if (const QTimeZone zone(QByteArray::fromStdString(state.timeZone)); zone.isValid())
            options.zone = zone;
        return;
    }
}

bool isSame(ImportRule rule, const ImportOptions& options, const ImportState& state)
{
    switch (rule) {
    case ImportRule::Internal:
        return texts(options.internal) == texts(state.internal);
    case ImportRule::Forwarders:
        return texts(options.forwarders) == texts(state.forwarders);
    case ImportRule::LocalDomains:
        return std::set(options.localDomains.begin(), options.localDomains.end())
            == std::set(state.localDomains.begin(), state.localDomains.end());
    case ImportRule::RelayHost:
        return options.routing.relayHost() == state.routing.relayHost();
    case ImportRule::Transports:
        return options.routing.transports() == state.routing.transports();
    case ImportRule::TimeZone:
        return state.timeZone.empty() || options.zone.id().toStdString() == state.timeZone;
    }
    return true;
}

} // namespace

std::vector<ImportRule> continueFrom(
    ImportOptions& options, const ImportState& previous, const std::vector<ImportRule>& given)
{
    std::vector<ImportRule> different;
    for (const ImportRule rule : {ImportRule::Internal, ImportRule::Forwarders, ImportRule::LocalDomains,
             ImportRule::RelayHost, ImportRule::Transports, ImportRule::TimeZone}) {
        if (std::find(given.begin(), given.end(), rule) == given.end())
            take(rule, options, previous);
        else if (!isSame(rule, options, previous))
            different.push_back(rule);
    }
    return different;
}

} // namespace waxseal
