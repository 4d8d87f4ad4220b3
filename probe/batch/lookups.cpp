// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/batch/run.h"
#include "probe/dns/records.h"
#include "probe/mtasts/policyfetch.h"
#include "probe/mtasts/records.h"
#include "probe/tls/tlsa.h"

#include <algorithm>

namespace waxseal {

namespace {

constexpr std::size_t maximumHosts = 20; ///< of one domain
constexpr std::size_t maximumAddresses = 16; ///< of one host
constexpr std::size_t maximumAtOnce = 64; ///< addresses of one domain under test: it takes not every place of a run
constexpr std::size_t maximumTlsa = 32;
constexpr std::size_t maximumTexts = 20;
constexpr std::size_t maximumPolicyAddresses = 2; ///< tried one after the other
constexpr std::uint16_t httpsPort = 443;

/** As Postfix's valid_hostname(): labels that do not begin or end with a hyphen, not all of it numeric. */
bool isHostName(const std::string& name)
{
    if (name.empty() || name.find('\\') != std::string::npos
        || name.find_first_not_of("0123456789.") == std::string::npos)
        return false;
    for (std::size_t at = 0; at <= name.size();) {
        const std::size_t end = std::min(name.find('.', at), name.size());
        if (end == at || name[at] == '-' || name[end - 1] == '-')
            return false;
        at = end + 1;
    }
    return true;
}

/** An address in place of a name, which the DNS cannot write otherwise than with its colons escaped. */
std::optional<IpAddress> numericName(std::string name)
{
    for (std::size_t at = name.find("\\058"); at != std::string::npos; at = name.find("\\058", at))
        name.replace(at, 4, ":");
    return IpAddress::parse(name);
}

/** Several look-ups as one state: what was found counts, then what went wrong. */
DnsState combine(const DnsState& a, const DnsState& b)
{
    if (a.isFound() || b.isFound()) {
        DnsState state = a.isFound() ? a : b;
        if (a.isFound() && b.isFound() && !(a.isSecure() && b.isSecure()))
            state.security = DnsSecurity::Insecure;
        return state;
    }
    if (a.isBogus() || b.isBogus())
        return a.isBogus() ? a : b;
    if (a.status == DnsStatus::Failed || b.status == DnsStatus::Failed)
        return a.status == DnsStatus::Failed ? a : b;
    return a;
}

std::vector<std::string> textsOf(const DnsAnswer& answer)
{
    std::vector<std::string> texts;
    for (const std::string& data : answer.records) {
        if (std::optional<std::string> text = readTxt(data); text && texts.size() < maximumTexts)
            texts.push_back(std::move(*text));
    }
    return texts;
}

} // namespace

Task<> ProbeRun::ask(std::string name, DnsType type, DnsAnswer& answer)
{
    answer = co_await m_resolver->ask(std::move(name), type);
}

Task<> ProbeRun::findHosts(DomainFacts& facts)
{
    const DnsAnswer answer = co_await m_resolver->ask(facts.domain, DnsType::Mx);
    facts.mxLookup = answer.state;
    if (answer.canonicalName != facts.domain)
        facts.canonicalName = answer.canonicalName;
    if (answer.state.isFound()) {
        for (const std::string& data : answer.records) {
            const std::optional<MxRecord> record = readMx(data);
            if (!record)
                continue;
            if (record->host.empty()) {
                facts.nullMx = true; // beside others it means nothing to RFC 7505, and all to Postfix
                continue;
            }
            HostFacts host; // a host may come twice: then it takes two places on a sender's way

            const std::optional<IpAddress> numeric = numericName(record->host);
            host.name = numeric ? numeric->text() : record->host;
            host.preference = record->preference;
            facts.hosts.push_back(std::move(host));
        }
        std::stable_sort(facts.hosts.begin(), facts.hosts.end(), [](const HostFacts& a, const HostFacts& b) {
            return std::tie(a.preference, a.name) < std::tie(b.preference, b.name);
        });
        facts.hosts.resize(std::min(facts.hosts.size(), maximumHosts));
    } else if (!answer.state.isBogus() && answer.state.status == DnsStatus::NoData) {
        facts.implicitMx = true; // RFC 5321, 5.1
        HostFacts host;
        host.name = facts.domain;
        facts.hosts.push_back(std::move(host));
    }
    Gate gate(m_reactor, maximumAtOnce);
    std::vector<Task<>> tasks;
    for (HostFacts& host : facts.hosts)
        tasks.push_back(probeHost(host, facts, gate));
    co_await AllOf(std::move(tasks));
}

/** Looks up what is to be known of a host; false where it has no addresses to be tested. */
Task<bool> ProbeRun::lookUpHost(HostFacts& host)
{
    if (!numericName(host.name) && !isHostName(host.name)) {
        host.lookup.status = DnsStatus::NoDomain;
        host.lookup.detail = "not a host name";
        co_return false;
    }
    co_await findAddresses(host);
    co_await findTlsa(host);
    co_return true;
}

void ProbeRun::addAddress(HostFacts& host, const IpAddress& address) const
{
    if (host.addresses.size() >= maximumAddresses)
        return;
    AddressFacts facts;
    facts.address = address;
    facts.port = m_settings.port;
    host.addresses.push_back(std::move(facts));
}

Task<> ProbeRun::findAddresses(HostFacts& host)
{
    if (const std::optional<IpAddress> numeric = numericName(host.name)) {
        // "MX 10 192.0.2.1.": an address for most senders, whatever RFC 5321 says; nothing about it is signed.
        host.lookup = {DnsStatus::Found, DnsSecurity::Insecure, {}};
        addAddress(host, *numeric);
        co_return;
    }
    DnsAnswer v4;
    DnsAnswer v6;
    std::vector<Task<>> questions;
    questions.push_back(ask(host.name, DnsType::A, v4));
    questions.push_back(ask(host.name, DnsType::Aaaa, v6));
    co_await AllOf(std::move(questions));

    host.lookup = combine(v4.state, v6.state);
    host.addressesSecure = host.lookup.isFound() && host.lookup.isSecure();
    for (const DnsAnswer* answer : {&v4, &v6}) {
        if (!answer->state.isFound())
            continue;
        if (answer->canonicalName != host.name)
            host.canonicalName = answer->canonicalName;
        for (const std::string& data : answer->records) {
            if (const std::optional<IpAddress> address = readAddress(data))
                addAddress(host, *address);
        }
    }
}

/** RFC 7672, 2.2.2: under the end of a secure alias first, then under the name itself; nothing where the address is not
 * secure. */
Task<> ProbeRun::findTlsa(HostFacts& host)
{
    std::vector<std::string> bases;
    if (host.addressesSecure) {
        if (!host.canonicalName.empty() && isHostName(host.canonicalName))
            bases.push_back(host.canonicalName);
        bases.push_back(host.name);
    } else if (!host.canonicalName.empty()) {
        const DnsAnswer alias = co_await m_resolver->ask(host.name, DnsType::Cname);
        if (alias.state.isFound() && alias.state.isSecure())
            bases.push_back(host.name);
    }
    for (const std::string& base : bases) {
        const DnsAnswer answer
            = co_await m_resolver->ask("_" + std::to_string(m_settings.port) + "._tcp." + base, DnsType::Tlsa);
        host.tlsa.lookup = answer.state;
        host.tlsa.base = base;
        if (host.tlsa.isFailed())
            co_return;
        if (!answer.state.isFound() || !answer.state.isSecure())
            continue;
        for (const std::string& data : answer.records) {
            std::optional<TlsaRecord> record = readTlsa(data);
            if (!record || host.tlsa.records.size() >= maximumTlsa)
                continue;
            record->isMalformed = !isWellFormed(*record);
            host.tlsa.records.push_back(*std::move(record));
        }
        co_return;
    }
}

Task<> ProbeRun::findPolicy(DomainFacts& facts)
{
    const DnsAnswer answer = co_await m_resolver->ask("_mta-sts." + facts.domain, DnsType::Txt);
    MtaStsFacts& sts = facts.mtaSts;
    sts = readMtaStsRecords(textsOf(answer));
    if (answer.state.isBogus() || answer.state.status == DnsStatus::Failed) {
        sts.record = MtaStsFacts::Record::Failed;
        sts.detail = answer.state.detail;
    }
    if (sts.record != MtaStsFacts::Record::Found)
        co_return;
    const std::string host = "mta-sts." + facts.domain;
    const std::vector<Endpoint> endpoints = co_await policyEndpoints(host);
    if (endpoints.empty()) {
        sts.fetch = MtaStsFacts::Fetch::NoAddress;
        sts.detail = host + " has no address";
        co_return;
    }
    co_await m_policyGate.enter();
    const Gate::Place place(m_policyGate);
    const PolicyFetchSettings settings{
        m_settings.address.proxy, m_settings.address.connectTimeout, m_settings.address.hostTimeout};
    for (const Endpoint& endpoint : endpoints) {
        co_await fetchPolicy(m_reactor, m_tls, settings, endpoint, host, sts);
        if (sts.fetch != MtaStsFacts::Fetch::NoConnection && sts.fetch != MtaStsFacts::Fetch::TimedOut)
            break;
    }
}

Task<std::vector<Endpoint>> ProbeRun::policyEndpoints(std::string host)
{
    std::vector<Endpoint> endpoints;
    if (const auto other = m_settings.mtaStsConnect.find(host); other != m_settings.mtaStsConnect.end()) {
        endpoints.push_back(other->second);
        co_return endpoints;
    }
    DnsAnswer v4;
    DnsAnswer v6;
    std::vector<Task<>> questions;
    questions.push_back(ask(host, DnsType::A, v4));
    questions.push_back(ask(host, DnsType::Aaaa, v6));
    co_await AllOf(std::move(questions));
    for (const DnsAnswer* answer : {&v4, &v6}) {
        for (const std::string& data : answer->records) {
            const std::optional<IpAddress> address = readAddress(data);
            if (address && endpoints.size() < maximumPolicyAddresses)
                endpoints.push_back({*address, httpsPort});
        }
    }
    co_return endpoints;
}

Task<> ProbeRun::findReporting(DomainFacts& facts)
{
    const DnsAnswer answer = co_await m_resolver->ask("_smtp._tls." + facts.domain, DnsType::Txt);
    facts.tlsRpt = readTlsRptRecords(textsOf(answer));
    if (answer.state.isBogus() || answer.state.status == DnsStatus::Failed)
        facts.tlsRpt = {TlsRptFacts::Record::Failed, answer.state.detail, {}};
}

} // namespace waxseal
