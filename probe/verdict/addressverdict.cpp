// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/verdict/addressverdict.h"

#include "probe/tls/namematch.h"
#include "probe/verdict/trustwords.h"

#include <algorithm>

namespace waxseal {

namespace {

Verdict deferred(DeliveryReason reason, const HostFacts& host, std::string detail = {})
{
    return verdictOf(Delivery::Deferred, reason, host, std::move(detail));
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

bool isInPolicy(const DomainFacts& facts, const HostFacts& host)
{
    const auto& patterns = facts.mtaSts.mx;
    return std::any_of(
        patterns.begin(), patterns.end(), [&host](const std::string& p) { return mtaStsPatternMatches(p, host.name); });
}

/** Without TLS: in clear, if both sides allow it. */
Verdict withoutTls(const HostFacts& host, const AddressFacts& address, const Demand& demand, DeliveryReason mandatory,
    DeliveryReason clear, const std::string& detail)
{
    if (demand.tls == Demand::Tls::Mandatory)
        return deferred(mandatory, host, detail);
    if (address.required != Answer::Yes)
        return verdictOf(Delivery::Delivered, clear, host, detail);
    // A 530 in clear bounces at once; after a failed handshake the mail waits first.
    return verdictOf(clear == DeliveryReason::ClearAfterFailure ? Delivery::Deferred : Delivery::Bounced,
        DeliveryReason::RequiresTls, host, detail);
}

bool isWeakDigest(const std::string& signature)
{
    return signature.ends_with("SHA1") || signature.ends_with("MD5");
}

/** What OpenSSL refuses at security level 1, names and trust apart (SSL_CTX_set_security_level(3)): a guess from a
 * handshake at level 0, for results without one at level 1. */
bool isBelowLevelOne(const AddressFacts& address)
{
    const TlsSessionFacts& session = address.session;
    if (session.version < TlsVersion::Tls12)
        return true;
    if (session.version == TlsVersion::Tls12 && isWeakDigest(session.signature))
        return true;
    return session.group == "DH" && session.groupBits < 1024;
}

/** The way in which a sender with this demand opens TLS. */
const HandshakeFacts& wayOf(const AddressFacts& address, Demand::Match match)
{
    switch (match) {
    case Demand::Match::None:
        return address.opportunistic;
    case Demand::Match::HostName:
    case Demand::Match::NextHop:
        return address.authenticated;
    case Demand::Match::Dane:
    case Demand::Match::Policy:
    case Demand::Match::PolicyHost:
        break;
    }
    return address.named;
}

/** Whether that way works. What was not tried is concluded from its nearest neighbour; NotTested: it cannot be. */
Answer works(const AddressFacts& address, Demand::Match match)
{
    const HandshakeFacts& way = wayOf(address, match);
    if (way.works != Answer::NotTested)
        return way.works;
    if (match == Demand::Match::None) {
        // A stricter sender fails, and the test ended before it was seen whether this one does.
        if (address.startTls == StartTls::Broken && address.authenticated.works == Answer::No)
            return Answer::NotTested;
        return address.startTls == StartTls::Broken ? Answer::No : Answer::Yes;
    }
    if (!address.testedAs.empty())
        return Answer::NotTested; // the server may have another certificate for this name
    const HandshakeFacts& other = &way == &address.named ? address.authenticated : address.named;
    if (other.works != Answer::NotTested)
        return other.works;
    return address.startTls == StartTls::Broken || isBelowLevelOne(address) ? Answer::No : Answer::Yes;
}

std::optional<Verdict> failedDane(
    const DomainFacts& facts, const HostFacts& host, const AddressFacts& address, const CertificateFacts& leaf)
{
    if (address.dane.matched == Answer::NotTested)
        return verdictOf(Delivery::NotTested, DeliveryReason::Untested, host);
    if (address.dane.matched != Answer::Yes)
        return deferred(DeliveryReason::DaneMismatch, host);
    const auto record = static_cast<std::size_t>(address.dane.record);
    const bool byName
        = address.dane.record >= 0 && record < host.tlsa.records.size() && host.tlsa.records[record].usage == 2;
    if (byName && !certificateNamesForDane(leaf, facts, host))
        return deferred(DeliveryReason::DaneName, host);
    return {};
}

/** What postfix-mta-sts-resolver and its like tell Postfix before 3.10.5: "secure match=…", whatever the host. */
bool certificateMatchesPolicy(const DomainFacts& facts, const CertificateFacts& leaf)
{
    const std::vector<std::string>& names = leaf.names;
    return std::any_of(facts.mtaSts.mx.begin(), facts.mtaSts.mx.end(), [&](const std::string& pattern) {
        if (!pattern.starts_with("*."))
            return certificateNamesForPostfix(leaf, pattern);
        // "*." is one label (RFC 8461, 4.1).
        return std::any_of(names.begin(), names.end(),
            [&pattern](const std::string& n) { return n == pattern || mtaStsPatternMatches(pattern, n); });
    });
}

std::optional<Verdict> failedMatch(
    const DomainFacts& facts, const HostFacts& host, const AddressFacts& address, Demand::Match match)
{
    const ChainFacts& chain = address.chainOf(wayOf(address, match));
    if (address.anonymous == Answer::Yes || chain.isEmpty())
        return deferred(DeliveryReason::NoCertificate, host);
    const CertificateFacts& leaf = chain.leaf();
    if (match == Demand::Match::Dane)
        return failedDane(facts, host, address, leaf);
    if (!chain.isTrusted())
        return deferred(DeliveryReason::NotTrusted, host, whyNotTrusted(chain));
    bool named = false;
    switch (match) {
    case Demand::Match::NextHop:
        named = certificateNamesForPostfix(leaf, facts.domain) || certificateNamesBelow(leaf, facts.domain);
        break;
    case Demand::Match::Policy:
        named = certificateMatchesPolicy(facts, leaf);
        if (!named && !isInPolicy(facts, host))
            return deferred(DeliveryReason::NotInPolicy, host);
        break;
    default:
        named = certificateNamesForPostfix(leaf, host.name);
        break;
    }
    if (!named)
        return deferred(DeliveryReason::NameMismatch, host);
    return {};
}

std::optional<Verdict> notReached(const HostFacts& host, const AddressFacts& address)
{
    const auto untested
        = [&](DeliveryReason reason) { return verdictOf(Delivery::NotTested, reason, host, address.detail); };
    switch (address.reach) {
    case Reach::Reached:
        return {};
    case Reach::Refused:
        return deferred(DeliveryReason::ConnectionRefused, host);
    case Reach::HelloRefused:
        return verdictOf(Delivery::Bounced, DeliveryReason::HelloRefused, host, address.detail);
    case Reach::NotTested:
    case Reach::Ourselves:
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

/** STARTTLS is announced and answered with an error (smtp_proto.c). */
Verdict afterRefusal(const HostFacts& host, const AddressFacts& address, const Demand& demand)
{
    const std::string& detail = address.detail;
    // Who closes the connection takes nothing in clear either, until the next attempt, which goes the same way.
    if (detail.starts_with("421") || detail.empty() || detail.front() < '0' || detail.front() > '9')
        return deferred(DeliveryReason::TlsRefused, host, detail);
    // A sender that must have TLS takes anything but a 4xx for final, as for any command.
    if (demand.tls == Demand::Tls::Mandatory && detail.front() != '4')
        return verdictOf(Delivery::Bounced, DeliveryReason::TlsRefused, host, detail);
    return withoutTls(host, address, demand, DeliveryReason::TlsRefused, DeliveryReason::ClearTlsRefused, detail);
}

/** The handshake succeeds, and the server will not go on. */
Verdict afterClosing(const HostFacts& host, const AddressFacts& address, const Demand& demand)
{
    // After a reply there is no second try in clear; after a lost connection there is. Whether the mail is taken then
    // is only known when it was asked.
    const bool isReply = address.detail.starts_with('4') || address.detail.starts_with('5');
    if (demand.tls == Demand::Tls::Opportunistic && address.required == Answer::No && !isReply)
        return verdictOf(Delivery::Delivered, DeliveryReason::ClearAfterFailure, host, address.detail);
    const DeliveryReason reason = address.clientCertificate == ClientCertificate::Required
        ? DeliveryReason::ClientCertificate
        : DeliveryReason::ClosedAfterTls;
    return verdictOf(
        address.detail.starts_with('5') ? Delivery::Bounced : Delivery::Deferred, reason, host, address.detail);
}

Verdict afterFailure(const HostFacts& host, const AddressFacts& address, const Demand& demand)
{
    const HandshakeFacts& way = wayOf(address, demand.match);
    const std::string& detail = way.detail.empty() ? address.detail : way.detail;
    if (address.startTls == StartTls::Works && demand.match != Demand::Match::None && isBelowLevelOne(address))
        return deferred(DeliveryReason::TlsTooWeak, host, std::string(name(address.session.version)));
    return withoutTls(host, address, demand,
        address.clientCertificate == ClientCertificate::Required ? DeliveryReason::ClientCertificate
                                                                 : DeliveryReason::TlsBroken,
        DeliveryReason::ClearAfterFailure, detail);
}

} // namespace

Verdict verdictOf(Delivery outcome, DeliveryReason reason, const HostFacts& host, std::string detail)
{
    return {outcome, reason, host.name, std::move(detail), TlsVersion::Unknown, false};
}

std::optional<Verdict> demandOf(
    const DomainFacts& facts, const HostFacts& host, SenderLevel level, const SenderRules& rules, Demand& demand)
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
            return verdictOf(Delivery::NotTested, DeliveryReason::NoValidation, host);
        return applyDane(facts, host, level == SenderLevel::DaneOnly, demand);
    case SenderLevel::MtaSts:
        break;
    }
    // RFC 8461, 2: DANE goes before MTA-STS, its failures too; also where only the MX hosts are signed, as for Postfix.
    if (facts.validating && (host.tlsa.isUsable() || host.tlsa.isFailed()))
        return applyDane(facts, host, false, demand);
    if (!rules.knowsMtaSts || !facts.mtaSts.hasPolicy() || facts.mtaSts.mode != MtaStsFacts::Mode::Enforce)
        return {};
    if (rules.policyNamesHost && !isInPolicy(facts, host))
        return deferred(DeliveryReason::NotInPolicy, host);
    demand = {Demand::Tls::Mandatory, rules.policyNamesHost ? Demand::Match::PolicyHost : Demand::Match::Policy,
        demand.minimum};
    return {};
}

Verdict judgeAddress(const DomainFacts& facts, const HostFacts& host, const AddressFacts& address, const Demand& demand)
{
    if (std::optional<Verdict> unreached = notReached(host, address))
        return *unreached;
    if (address.greetsAsUs)
        return verdictOf(Delivery::Bounced, DeliveryReason::LoopsBack, host, address.detail);
    switch (address.startTls) {
    case StartTls::Works:
    case StartTls::Broken:
        break;
    case StartTls::NotTested:
        return verdictOf(Delivery::NotTested, DeliveryReason::Untested, host, address.detail);
    case StartTls::NotOffered:
        return withoutTls(host, address, demand, DeliveryReason::TlsNotOffered, DeliveryReason::ClearNoTls, {});
    case StartTls::Hidden:
        return withoutTls(host, address, demand, DeliveryReason::TlsHidden, DeliveryReason::ClearNoTls, {});
    case StartTls::Stripped:
        return withoutTls(host, address, demand, DeliveryReason::TlsStripped, DeliveryReason::ClearNoTls, {});
    case StartTls::Refused:
        return afterRefusal(host, address, demand);
    }
    switch (works(address, demand.match)) {
    case Answer::NotTested:
        return address.testedAs.empty()
            ? verdictOf(Delivery::NotTested, DeliveryReason::Untested, host, address.detail)
            : verdictOf(Delivery::NotTested, DeliveryReason::NameNotAsked, host, address.testedAs);
    case Answer::No:
        return afterFailure(host, address, demand);
    case Answer::Yes:
        break;
    }
    if (address.closedAfterTls)
        return afterClosing(host, address, demand);
    if (demand.minimum != TlsVersion::Unknown && address.session.version != TlsVersion::Unknown
        && address.session.version < demand.minimum)
        return withoutTls(host, address, demand, DeliveryReason::TlsTooOld, DeliveryReason::ClearAfterFailure,
            std::string(name(address.session.version)));
    if (demand.match != Demand::Match::None) {
        if (std::optional<Verdict> failed = failedMatch(facts, host, address, demand.match))
            return *failed;
    }
    Verdict delivered = verdictOf(Delivery::Delivered, DeliveryReason::Encrypted, host);
    if (demand.match == Demand::Match::Dane)
        delivered.reason = DeliveryReason::AuthenticatedByDane;
    else if (demand.match != Demand::Match::None)
        delivered.reason = DeliveryReason::Authenticated;
    delivered.version = address.session.version;
    return delivered;
}

} // namespace waxseal
