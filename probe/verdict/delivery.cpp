// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/verdict/delivery.h"

#include "probe/tls/namematch.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <vector>

namespace waxseal {

namespace {

constexpr int addressLimit = 5;
constexpr int sessionLimit = 2;

/** What a sender demands of one host, once the DNS has spoken. */
struct Demand
{
    enum class Tls
    {
        Opportunistic,
        Mandatory
    };
    enum class Match
    {
        None,
        Dane,
        HostName,
        NextHop
    };
    Tls tls = Tls::Opportunistic;
    Match match = Match::None;
    TlsVersion minimum = TlsVersion::Unknown;
};

Verdict verdict(Delivery outcome, DeliveryReason reason, const HostFacts& host, std::string detail = {})
{
    return {outcome, reason, host.name, std::move(detail), TlsVersion::Unknown, false};
}

Verdict deferred(DeliveryReason reason, const HostFacts& host, std::string detail = {})
{
    return verdict(Delivery::Deferred, reason, host, std::move(detail));
}

/** Postfix's reading of DANE for a host: what it demands, or that the host is out of question (smtp_tls_policy.c,
 * dane_init). */
std::optional<Verdict> applyDane(const DomainFacts& facts, const HostFacts& host, bool only, Demand& demand)
{
    if (only && !facts.implicitMx && !facts.mxLookup.isSecure())
        return deferred(DeliveryReason::NotSecure, host);
    if (host.tlsa.isFailed())
        return deferred(DeliveryReason::TlsaFailed, host, host.tlsa.lookup.detail);
    if (!host.tlsa.isPresent()) {
        if (only)
            return deferred(DeliveryReason::NoTlsa, host);
        return {}; // dane is may then
    }
    demand.tls = Demand::Tls::Mandatory;
    if (!host.tlsa.isUsable()) {
        if (only)
            return deferred(DeliveryReason::TlsaUnusable, host);
        return {}; // dane is encrypt then
    }
    demand.match = Demand::Match::Dane;
    return {};
}

std::optional<Verdict> demandOf(const DomainFacts& facts, const HostFacts& host, SenderLevel level, Demand& demand)
{
    switch (level) {
    case SenderLevel::May:
        return {};
    case SenderLevel::Encrypt:
        demand.tls = Demand::Tls::Mandatory;
        return {};
    case SenderLevel::Verify:
        demand = {Demand::Tls::Mandatory, Demand::Match::HostName, demand.minimum};
        return {};
    case SenderLevel::Secure:
        demand = {Demand::Tls::Mandatory, Demand::Match::NextHop, demand.minimum};
        return {};
    case SenderLevel::Dane:
    case SenderLevel::DaneOnly:
        if (!facts.validating)
            return verdict(Delivery::NotTested, DeliveryReason::NoValidation, host);
        return applyDane(facts, host, level == SenderLevel::DaneOnly, demand);
    case SenderLevel::MtaSts:
        break;
    }
    // RFC 8461, 2: DANE goes before MTA-STS, its failures too; also where only the MX hosts are signed, as for Postfix.
    if (facts.validating && (host.tlsa.isUsable() || host.tlsa.isFailed()))
        return applyDane(facts, host, false, demand);
    if (!facts.mtaSts.hasPolicy() || facts.mtaSts.mode != MtaStsFacts::Mode::Enforce)
        return {};
    const auto& patterns = facts.mtaSts.mx;
    if (std::none_of(patterns.begin(), patterns.end(),
            [&host](const std::string& p) { return mtaStsPatternMatches(p, host.name); }))
        return deferred(DeliveryReason::NotInPolicy, host);
    demand = {Demand::Tls::Mandatory, Demand::Match::HostName, demand.minimum};
    return {};
}

/** Without TLS: in clear, if both sides allow it. */
Verdict withoutTls(const HostFacts& host, const AddressFacts& address, const Demand& demand, DeliveryReason mandatory,
    DeliveryReason clear, const std::string& detail)
{
    if (demand.tls == Demand::Tls::Mandatory)
        return deferred(mandatory, host, detail);
    if (address.required != Answer::Yes)
        return verdict(Delivery::Delivered, clear, host, detail);
    // A 530 in clear bounces at once; after a failed handshake the mail waits first.
    return verdict(clear == DeliveryReason::ClearAfterFailure ? Delivery::Deferred : Delivery::Bounced,
        DeliveryReason::RequiresTls, host, detail);
}

bool isWeakDigest(const std::string& signature)
{
    return signature.ends_with("SHA1") || signature.ends_with("MD5");
}

/** What OpenSSL refuses at security level 1, names and trust apart (SSL_CTX_set_security_level(3)). */
bool isBelowLevelOne(const AddressFacts& address)
{
    const TlsSessionFacts& session = address.session;
    if (session.version < TlsVersion::Tls12)
        return true;
    if (session.version == TlsVersion::Tls12 && isWeakDigest(session.signature))
        return true;
    return session.group == "DH" && session.groupBits < 1024;
}

std::optional<Verdict> failedMatch(
    const DomainFacts& facts, const HostFacts& host, const AddressFacts& address, Demand::Match match)
{
    if (address.anonymous == Answer::Yes || address.chain.isEmpty())
        return deferred(DeliveryReason::NoCertificate, host);
    if (isBelowLevelOne(address))
        return deferred(DeliveryReason::TlsTooWeak, host, std::string(name(address.session.version)));
    const CertificateFacts& leaf = address.chain.leaf();
    if (match == Demand::Match::Dane) {
        if (address.dane.matched == Answer::NotTested)
            return verdict(Delivery::NotTested, DeliveryReason::Untested, host);
        if (address.dane.matched != Answer::Yes)
            return deferred(DeliveryReason::DaneMismatch, host);
        const auto record = static_cast<std::size_t>(address.dane.record);
        const bool byName
            = address.dane.record >= 0 && record < host.tlsa.records.size() && host.tlsa.records[record].usage == 2;
        if (byName && !certificateNamesForPostfix(leaf, host.tlsa.base)
            && !certificateNamesForPostfix(leaf, facts.domain))
            return deferred(DeliveryReason::DaneName, host);
        return {};
    }
    if (!address.chain.isTrusted())
        return deferred(DeliveryReason::NotTrusted, host);
    const bool named = match == Demand::Match::HostName
        ? certificateNamesForPostfix(leaf, host.name)
        : certificateNamesForPostfix(leaf, facts.domain) || certificateNamesBelow(leaf, facts.domain);
    if (!named)
        return deferred(DeliveryReason::NameMismatch, host);
    return {};
}

std::optional<Verdict> notReached(const HostFacts& host, const AddressFacts& address)
{
    const auto untested
        = [&](DeliveryReason reason) { return verdict(Delivery::NotTested, reason, host, address.detail); };
    switch (address.reach) {
    case Reach::Reached:
        return {};
    case Reach::Refused:
        return deferred(DeliveryReason::ConnectionRefused, host);
    case Reach::NotTested:
        return untested(DeliveryReason::Untested);
    case Reach::Unreachable:
        return untested(DeliveryReason::Unreachable);
    case Reach::TimedOut:
        return untested(DeliveryReason::TimedOut);
    case Reach::Throttled:
        return untested(DeliveryReason::Throttled);
    case Reach::Tarpit:
        return untested(DeliveryReason::Tarpit);
    case Reach::Closed:
        return untested(DeliveryReason::Closed);
    case Reach::Misbehaving:
        return untested(DeliveryReason::Misbehaving);
    case Reach::ProxyFailed:
        return untested(DeliveryReason::ProxyFailed);
    }
    return {};
}

Verdict judgeAddress(const DomainFacts& facts, const HostFacts& host, const AddressFacts& address, const Demand& demand)
{
    if (std::optional<Verdict> unreached = notReached(host, address))
        return *unreached;
    switch (address.startTls) {
    case StartTls::Works:
        break;
    case StartTls::NotTested:
        return verdict(Delivery::NotTested, DeliveryReason::Untested, host, address.detail);
    case StartTls::NotOffered:
        return withoutTls(host, address, demand, DeliveryReason::TlsNotOffered, DeliveryReason::ClearNoTls, {});
    case StartTls::Hidden:
        return withoutTls(host, address, demand, DeliveryReason::TlsHidden, DeliveryReason::ClearNoTls, {});
    case StartTls::Stripped:
        return withoutTls(host, address, demand, DeliveryReason::TlsStripped, DeliveryReason::ClearNoTls, {});
    case StartTls::Refused:
        // A sender that must have TLS takes a 5xx here for final, as for any command (smtp_proto.c).
        if (demand.tls == Demand::Tls::Mandatory && address.detail.starts_with('5'))
            return verdict(Delivery::Bounced, DeliveryReason::TlsRefused, host, address.detail);
        return withoutTls(
            host, address, demand, DeliveryReason::TlsRefused, DeliveryReason::ClearTlsRefused, address.detail);
    case StartTls::Broken:
        return withoutTls(host, address, demand,
            address.clientCertificate == ClientCertificate::Required ? DeliveryReason::ClientCertificate
                                                                     : DeliveryReason::TlsBroken,
            DeliveryReason::ClearAfterFailure, address.detail);
    }
    if (address.closedAfterTls) {
        // Whether it would take the mail in clear later is only known when it was asked.
        if (demand.tls == Demand::Tls::Opportunistic && address.required == Answer::No)
            return verdict(Delivery::Delivered, DeliveryReason::ClearAfterFailure, host, address.detail);
        return deferred(DeliveryReason::ClientCertificate, host, address.detail);
    }
    if (demand.minimum != TlsVersion::Unknown && address.session.version < demand.minimum)
        return withoutTls(host, address, demand, DeliveryReason::TlsTooOld, DeliveryReason::ClearAfterFailure,
            std::string(name(address.session.version)));
    if (demand.match != Demand::Match::None) {
        if (std::optional<Verdict> failed = failedMatch(facts, host, address, demand.match))
            return *failed;
    }
    Verdict delivered = verdict(Delivery::Delivered, DeliveryReason::Encrypted, host);
    if (demand.match == Demand::Match::Dane)
        delivered.reason = DeliveryReason::AuthenticatedByDane;
    else if (demand.match != Demand::Match::None)
        delivered.reason = DeliveryReason::Authenticated;
    delivered.version = address.session.version;
    return delivered;
}

/** A domain whose DNS decides alone. */
std::optional<Verdict> judgeDns(const DomainFacts& facts)
{
    const auto byDns = [&facts](Delivery outcome, DeliveryReason reason) {
        return Verdict{outcome, reason, {}, facts.mxLookup.detail, TlsVersion::Unknown, false};
    };
    if (facts.mxLookup.isBogus())
        return byDns(Delivery::Deferred, DeliveryReason::BogusDns);
    if (facts.mxLookup.status == DnsStatus::Failed)
        return byDns(Delivery::NotTested, DeliveryReason::DnsFailed);
    if (facts.mxLookup.status == DnsStatus::NotAsked)
        return byDns(Delivery::NotTested, DeliveryReason::Untested);
    if (facts.mxLookup.status == DnsStatus::NoDomain)
        return byDns(Delivery::Bounced, DeliveryReason::NoSuchDomain);
    if (facts.nullMx)
        return byDns(Delivery::Bounced, DeliveryReason::NullMx);
    if (facts.hosts.empty())
        return byDns(Delivery::Bounced, DeliveryReason::NoAddress);
    return {};
}

/** Hosts of the same preference come in any order, and in another one at the next attempt: the best of them counts. */
int rank(const Verdict& v)
{
    return v.outcome == Delivery::Delivered ? 0 : v.outcome == Delivery::NotTested ? 1 : 2;
}

/** One stop on a sender's way along the MX hosts. */
struct Stop
{
    Verdict verdict;
    bool isSession = false; ///< a connection came about, and counts against the limit of sessions
};

std::vector<Stop> stopsAt(const DomainFacts& facts, const HostFacts& host, SenderLevel level, TlsVersion minimum)
{
    if (!host.lookup.isFound()) {
        if (host.lookup.isBogus())
            return {{deferred(DeliveryReason::BogusDns, host, host.lookup.detail), false}};
        if (host.lookup.isAbsent())
            return {};
        return {{verdict(Delivery::NotTested, DeliveryReason::DnsFailed, host, host.lookup.detail), false}};
    }
    Demand demand;
    demand.minimum = minimum;
    if (std::optional<Verdict> decided = demandOf(facts, host, level, demand))
        return {{*decided, false}};
    std::vector<Stop> stops;
    for (const AddressFacts& address : host.addresses) {
        const bool connected = address.reach != Reach::Refused && address.reach != Reach::TimedOut
            && address.reach != Reach::Unreachable && address.reach != Reach::ProxyFailed;
        stops.push_back({judgeAddress(facts, host, address, demand), connected});
    }
    // What there is no route to from here (often IPv6) says something of this network only.
    const auto isUnreachable = [](const Stop& stop) { return stop.verdict.reason == DeliveryReason::Unreachable; };
    if (!std::all_of(stops.begin(), stops.end(), isUnreachable))
        std::erase_if(stops, isUnreachable);
    return stops;
}

} // namespace

Verdict judgeDelivery(const DomainFacts& facts, SenderLevel level, TlsVersion minimum)
{
    if (std::optional<Verdict> decided = judgeDns(facts))
        return *decided;

    std::optional<Verdict> failed;
    bool untested = false;
    int addresses = 0;
    int sessions = 0;
    for (std::size_t at = 0; at < facts.hosts.size();) {
        std::vector<Stop> stops;
        const std::uint16_t preference = facts.hosts[at].preference;
        for (; at < facts.hosts.size() && facts.hosts[at].preference == preference; ++at) {
            std::vector<Stop> more = stopsAt(facts, facts.hosts[at], level, minimum);
            std::move(more.begin(), more.end(), std::back_inserter(stops));
        }
        std::stable_sort(
            stops.begin(), stops.end(), [](const Stop& a, const Stop& b) { return rank(a.verdict) < rank(b.verdict); });
        for (Stop& stop : stops) {
            if (addresses == addressLimit || sessions == sessionLimit)
                break;
            ++addresses;
            sessions += stop.isSession ? 1 : 0;
            if (stop.verdict.outcome == Delivery::Delivered || stop.verdict.outcome == Delivery::Bounced) {
                stop.verdict.isFallback = failed.has_value();
                return stop.verdict;
            }
            // What was not tested might have taken the mail, so it outweighs a deferral.
            if (!failed || (stop.verdict.outcome == Delivery::NotTested && !untested))
                failed = stop.verdict;
            untested = untested || stop.verdict.outcome == Delivery::NotTested;
        }
    }
    if (failed)
        return *failed;
    return {Delivery::Bounced, DeliveryReason::NoAddress, {}, {}, TlsVersion::Unknown, false};
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
