// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/verdict/delivery.h"

#include "probe/verdict/addressverdict.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace waxseal {

namespace {

Verdict byDns(const DomainFacts& facts, Delivery outcome, DeliveryReason reason)
{
    return {outcome, reason, {}, facts.mxLookup.detail, TlsVersion::Unknown, false};
}

/** A domain whose DNS decides alone. */
std::optional<Verdict> judgeDns(const DomainFacts& facts, const SenderRules& rules)
{
    if (facts.mxLookup.isBogus())
        return byDns(facts, Delivery::Deferred, DeliveryReason::BogusDns);
    if (facts.mxLookup.status == DnsStatus::Failed)
        return byDns(facts, Delivery::NotTested, DeliveryReason::DnsFailed);
    if (facts.mxLookup.status == DnsStatus::NotAsked)
        return byDns(facts, Delivery::NotTested, DeliveryReason::Untested);
    if (facts.mxLookup.status == DnsStatus::NoDomain)
        return byDns(facts, Delivery::Bounced, DeliveryReason::NoSuchDomain);
    if (facts.nullMx && (rules.anyDotIsNull || facts.hosts.empty()))
        return byDns(facts, Delivery::Bounced, DeliveryReason::NullMx);
    if (facts.hosts.empty())
        return byDns(facts, Delivery::Bounced, DeliveryReason::NoAddress);
    return {};
}

/** Hosts of the same preference come in any order, and in another one at the next attempt: the best of them counts. */
int rank(const Verdict& v)
{
    return v.outcome == Delivery::Delivered ? 0 : v.outcome == Delivery::NotTested ? 1 : 2;
}

/** One address on a sender's way along the MX hosts. */
struct Stop
{
    Verdict verdict;
    std::uint16_t preference = 0;
    bool isV6 = false;
};

/** The hosts that a sender goes to: those before itself, if it is one of them (smtp_addr.c, smtp_truncate_self). */
std::vector<const HostFacts*> wayAlong(const DomainFacts& facts, const SenderRules& rules)
{
    std::vector<const HostFacts*> hosts;
    for (const HostFacts& host : facts.hosts) {
        if (rules.takesAddressAsMx || !IpAddress::parse(host.name))
            hosts.push_back(&host);
    }
    const auto isOurs = [](const AddressFacts& address) { return address.reach == Reach::Ourselves; };
    const auto self = std::find_if(hosts.begin(), hosts.end(), [&isOurs](const HostFacts* host) {
        return std::any_of(host->addresses.begin(), host->addresses.end(), isOurs);
    });
    if (self == hosts.end())
        return hosts;
    const std::uint16_t preference = (*self)->preference;
    std::erase_if(hosts, [preference](const HostFacts* host) { return host->preference >= preference; });
    return hosts;
}

/** Mail whose every host is the sender itself, or comes behind it. */
Verdict loopVerdict(const DomainFacts& facts, const SenderRules& rules)
{
    const auto found = std::find_if(
        facts.hosts.begin(), facts.hosts.end(), [](const HostFacts& host) { return !host.addresses.empty(); });
    // A better host that cannot be looked up may come back: "unable to find primary relay".
    const bool isPrimary = found != facts.hosts.end() && found->preference == facts.hosts.front().preference;
    return verdictOf(isPrimary && rules.bouncesLoops ? Delivery::Bounced : Delivery::Deferred,
        DeliveryReason::LoopsBack, found != facts.hosts.end() ? *found : facts.hosts.front());
}

void addStops(std::vector<Stop>& stops, const DomainFacts& facts, const HostFacts& host, SenderLevel level,
    const SenderRules& rules, TlsVersion minimum)
{
    Demand demand;
    demand.minimum = minimum;
    // A host that is out of question takes up one place for each of its addresses.
    const std::optional<Verdict> decided = demandOf(facts, host, level, rules, demand);
    for (const AddressFacts& address : host.addresses)
        stops.push_back({decided ? *decided : judgeAddress(facts, host, address, demand), host.preference,
            !address.address.isV4()});
}

/**
 * smtp_balance_inet_protocols: where both families together are more than the limit, the rarer one keeps its share.
 * The order stays.
 */
void balanceFamilies(std::vector<Stop>& stops, int limit)
{
    const auto v6 = static_cast<int>(std::count_if(stops.begin(), stops.end(), [](const Stop& s) { return s.isV6; }));
    const int v4 = static_cast<int>(stops.size()) - v6;
    if (v4 == 0 || v6 == 0 || v4 + v6 <= limit)
        return;
    int places6 = 0;
    if (v6 <= limit / 2)
        places6 = v6;
    else if (v4 <= limit / 2)
        places6 = limit - v4;
    else
        places6 = limit - (limit + (stops.front().isV6 ? 0 : 1)) / 2;
    int places4 = limit - places6;
    std::erase_if(stops, [&](const Stop& stop) { return (stop.isV6 ? places6 : places4)-- <= 0; });
}

std::vector<Stop> stopsAlong(const DomainFacts& facts, SenderLevel level, const SenderRules& rules, TlsVersion minimum)
{
    std::vector<Stop> stops;
    const std::vector<const HostFacts*> hosts = wayAlong(facts, rules);
    for (const HostFacts* host : hosts)
        addStops(stops, facts, *host, level, rules, minimum);
    // What there is no route to from here (often IPv6) says something of this network only.
    const auto isUnreachable = [](const Stop& stop) { return stop.verdict.reason == DeliveryReason::Unreachable; };
    if (!std::all_of(stops.begin(), stops.end(), isUnreachable))
        std::erase_if(stops, isUnreachable);
    std::stable_sort(stops.begin(), stops.end(), [](const Stop& a, const Stop& b) {
        return std::pair(a.preference, rank(a.verdict)) < std::pair(b.preference, rank(b.verdict));
    });
    for (Stop& stop : stops) {
        // "Loops back" by its own words, but not the best host: another may come back.
        if (stop.verdict.reason == DeliveryReason::LoopsBack && stop.preference != stops.front().preference)
            stop.verdict.outcome = Delivery::Deferred;
    }
    balanceFamilies(stops, rules.addressLimit);
    return stops;
}

/** Where no host has an address: what the look-ups say. */
Verdict withoutAddress(const DomainFacts& facts)
{
    for (const HostFacts& host : facts.hosts) {
        if (host.lookup.isBogus())
            return verdictOf(Delivery::Deferred, DeliveryReason::BogusDns, host, host.lookup.detail);
        if (!host.lookup.isFound() && !host.lookup.isAbsent())
            return verdictOf(Delivery::NotTested, DeliveryReason::DnsFailed, host, host.lookup.detail);
    }
    return {Delivery::Bounced, DeliveryReason::NoAddress, {}, {}, TlsVersion::Unknown, false};
}

} // namespace

Verdict judgeDelivery(const DomainFacts& facts, SenderLevel level, TlsVersion minimum)
{
    const SenderRules& rules = rulesOf(facts.sender);
    if (std::optional<Verdict> decided = judgeDns(facts, rules))
        return *decided;
    std::vector<Stop> stops = stopsAlong(facts, level, rules, std::max(minimum, rules.minimum));
    if (stops.empty()) {
        const bool hasAddress = std::any_of(
            facts.hosts.begin(), facts.hosts.end(), [](const HostFacts& host) { return !host.addresses.empty(); });
        return hasAddress && wayAlong(facts, rules).size() < facts.hosts.size() ? loopVerdict(facts, rules)
                                                                                : withoutAddress(facts);
    }
    std::optional<Verdict> failed;
    bool untested = false;
    int addresses = 0;
    for (Stop& stop : stops) {
        if (addresses == rules.addressLimit)
            break;
        ++addresses;
        if (stop.verdict.outcome == Delivery::Delivered || stop.verdict.outcome == Delivery::Bounced) {
            stop.verdict.isFallback = failed.has_value();
            return stop.verdict;
        }
        // What was not tested might have taken the mail, so it outweighs a deferral.
        if (!failed || (stop.verdict.outcome == Delivery::NotTested && !untested))
            failed = stop.verdict;
        untested = untested || stop.verdict.outcome == Delivery::NotTested;
    }
    return *failed;
}

std::array<Verdict, allSenderLevels.size()> deliveryMatrix(const DomainFacts& facts)
{
    std::array<Verdict, allSenderLevels.size()> matrix;
    for (std::size_t i = 0; i < allSenderLevels.size(); ++i)
        matrix[i] = judgeDelivery(facts, allSenderLevels[i]);
    return matrix;
}

std::string_view name(Delivery delivery)
{
    switch (delivery) {
    case Delivery::Delivered:
        return "delivered";
    case Delivery::Deferred:
        return "deferred";
    case Delivery::Bounced:
        return "bounced";
    case Delivery::NotTested:
        return "not tested";
    }
    return {};
}

std::string_view name(SenderLevel level)
{
    switch (level) {
    case SenderLevel::May:
        return "may";
    case SenderLevel::Encrypt:
        return "encrypt";
    case SenderLevel::Dane:
        return "dane";
    case SenderLevel::DaneOnly:
        return "dane-only";
    case SenderLevel::Verify:
        return "verify";
    case SenderLevel::Secure:
        return "secure";
    case SenderLevel::MtaSts:
        return "mta-sts";
    }
    return {};
}

} // namespace waxseal
