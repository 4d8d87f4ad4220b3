// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/batch/run.h"

#include "probe/dns/records.h"
#include "probe/mtasts/policyfetch.h"
#include "probe/mtasts/records.h"

#include <QDateTime>

#include <algorithm>

namespace waxseal {

namespace {

constexpr std::size_t maximumHosts = 20; ///< of one domain
constexpr std::size_t maximumAddresses = 16; ///< of one host
constexpr std::size_t maximumTlsa = 32;
constexpr std::size_t maximumTexts = 20;
constexpr std::size_t maximumFetches = 32; ///< policies at once
constexpr std::size_t maximumPolicyAddresses = 2; ///< tried one after the other
constexpr std::uint16_t httpsPort = 443;
constexpr Milliseconds reportEvery{100};
constexpr std::size_t blockedAfter = 5; ///< addresses that time out, and none that does not

bool isHostName(const std::string& name)
{
    return !name.empty() && name.find('\\') == std::string::npos;
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

/** The test of one address, awaited by every domain that needs it. */
struct ProbeRun::SharedAddress
{
    explicit SharedAddress(Reactor& reactor)
        : done(reactor)
    {
    }
    Event done;
    AddressFacts facts;
};

ProbeRun::ProbeRun(
    const std::vector<DomainName>& domains, const ProbeSettings& settings, ProbeSink& sink, ProbeControl& control)
    : m_domains(domains)
    , m_settings(settings)
    , m_sink(sink)
    , m_control(control)
    , m_domainGate(m_reactor, static_cast<std::size_t>(std::max(settings.hostsAtOnce, 1)) * 2)
    , m_hostGate(m_reactor, static_cast<std::size_t>(std::max(settings.hostsAtOnce, 1)))
    , m_policyGate(m_reactor, maximumFetches)
{
}

ProbeRun::~ProbeRun() = default;

Status ProbeRun::run()
{
    Result<std::shared_ptr<const TlsContext>> tls = TlsContext::create(m_settings.caFile);
    if (!tls)
        return tls.error();
    m_tls = *tls;
    Result<std::unique_ptr<Resolver>> resolver = Resolver::create(m_reactor, m_settings.resolver);
    if (!resolver)
        return resolver.error();
    m_resolver = std::move(resolver).value();

    m_began = m_nextStart = Clock::now();
    m_progress.domains = m_domains.size();
    m_tasks.start(m_resolver->serve());
    m_tasks.start(watchControl());
    m_tasks.start(feed());
    while (m_progress.domainsDone < m_domains.size() && !m_control.isStopped()) {
        m_reactor.turn(reportEvery);
        m_tasks.reap();
        report(false);
    }
    if (!m_anyConnected && m_timedOut >= 2 && !m_saidBlocked)
        m_sink.notice(ProbeNotice::PortBlocked);
    report(true);
    m_tasks.dropAll();
    if (m_control.isStopped())
        return Error{ErrorCode::Cancelled, {}, {}};
    return std::monostate{};
}

Task<> ProbeRun::watchControl()
{
    while (true) {
        if (m_control.isPaused() != m_progress.paused) {
            m_progress.paused = m_control.isPaused();
            if (m_progress.paused)
                m_pausedSince = Clock::now();
            else
                m_pausedTotal += Clock::now() - m_pausedSince;
            m_hostGate.setShut(m_progress.paused);
        }
        co_await m_reactor.readable(m_control.descriptor(), Clock::now() + reportEvery);
        m_control.drain();
    }
}

void ProbeRun::report(bool always)
{
    const TimePoint now = Clock::now();
    if (!always && now - m_lastReport < reportEvery)
        return;
    m_lastReport = now;
    const Clock::duration paused = m_pausedTotal + (m_progress.paused ? now - m_pausedSince : Clock::duration{});
    m_progress.secondsElapsed = std::chrono::duration<double>(now - m_began - paused).count();
    m_progress.hostsActive = m_hostGate.taken();
    if (m_progress.domainsDone > 0)
        m_progress.secondsLeft = m_progress.secondsElapsed / static_cast<double>(m_progress.domainsDone)
            * static_cast<double>(m_domains.size() - m_progress.domainsDone);
    m_sink.progress(m_progress);
}

Task<> ProbeRun::feed()
{
    co_await m_resolver->checkValidation();
    if (!m_resolver->isValidating())
        m_sink.notice(ProbeNotice::NoValidation);
    for (std::size_t i = 0; i < m_domains.size(); ++i) {
        co_await m_domainGate.enter();
        m_tasks.start(probeDomain(i));
    }
}

bool ProbeRun::isOwn(const std::string& domain) const
{
    return std::find(m_settings.ownDomains.begin(), m_settings.ownDomains.end(), domain) != m_settings.ownDomains.end();
}

Task<> ProbeRun::probeDomain(std::size_t index)
{
    const Gate::Place place(m_domainGate);
    auto facts = std::make_shared<DomainFacts>();
    facts->domain = m_domains[index].ascii();
    facts->time = QDateTime::currentSecsSinceEpoch();
    facts->port = m_settings.port;
    facts->validating = m_resolver->isValidating();
    std::vector<Task<>> parts;
    parts.push_back(findHosts(*facts));
    parts.push_back(findPolicy(*facts));
    parts.push_back(findReporting(*facts));
    co_await AllOf(std::move(parts));
    ++m_progress.domainsDone;
    m_sink.finished(index, std::move(facts));
}

Task<> ProbeRun::ask(std::string name, DnsType type, DnsAnswer& answer)
{
    answer = co_await m_resolver->ask(std::move(name), type);
}

Task<> ProbeRun::findHosts(DomainFacts& facts)
{
    const DnsAnswer answer = co_await m_resolver->ask(facts.domain, DnsType::Mx);
    facts.mxLookup = answer.state;
    if (answer.state.isFound()) {
        for (const std::string& data : answer.records) {
            const std::optional<MxRecord> record = readMx(data);
            if (!record)
                continue;
            if (record->host.empty()) {
                facts.nullMx = answer.records.size() == 1; // RFC 7505, 3: beside others it means nothing
                continue;
            }
            const bool known = std::any_of(facts.hosts.begin(), facts.hosts.end(),
                [&record](const HostFacts& h) { return h.name == record->host; });
            if (known)
                continue;
            HostFacts host;
            host.name = record->host;
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
    std::vector<Task<>> tasks;
    const bool mailFrom = m_settings.mailFrom || isOwn(facts.domain);
    for (HostFacts& host : facts.hosts)
        tasks.push_back(probeHost(host, mailFrom));
    co_await AllOf(std::move(tasks));
}

Task<> ProbeRun::probeHost(HostFacts& host, bool mailFrom)
{
    if (!isHostName(host.name)) {
        host.lookup.status = DnsStatus::NoDomain;
        host.lookup.detail = "not a host name";
        co_return;
    }
    co_await findAddresses(host);
    co_await findTlsa(host);
    std::vector<Task<>> tasks;
    for (AddressFacts& address : host.addresses)
        tasks.push_back(probeAddress(address, host, mailFrom));
    co_await AllOf(std::move(tasks));
}

Task<> ProbeRun::findAddresses(HostFacts& host)
{
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
            const std::optional<IpAddress> address = readAddress(data);
            if (!address || host.addresses.size() >= maximumAddresses)
                continue;
            AddressFacts facts;
            facts.address = *address;
            facts.port = m_settings.port;
            host.addresses.push_back(std::move(facts));
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
            if (const std::optional<TlsaRecord> record = readTlsa(data);
                record && host.tlsa.records.size() < maximumTlsa)
                host.tlsa.records.push_back(*record);
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
        facts.tlsRpt.record = TlsRptFacts::Record::Failed;
}

Gate& ProbeRun::gateOf(const IpAddress& address)
{
    std::unique_ptr<Gate>& gate = m_addressGates[address];
    if (gate == nullptr)
        gate = std::make_unique<Gate>(m_reactor, 1);
    return *gate;
}

Task<> ProbeRun::probeAddress(AddressFacts& facts, const HostFacts& host, bool mailFrom)
{
    const Endpoint endpoint{facts.address, facts.port};
    std::shared_ptr<SharedAddress>& known = m_addresses[{endpoint, host.name, mailFrom}];
    if (known == nullptr) {
        known = std::make_shared<SharedAddress>(m_reactor);
        AddressTarget target{endpoint, host.name, {}, mailFrom};
        if (host.tlsa.isPresent())
            target.tlsa = host.tlsa.records;
        m_tasks.start(fillShared(known, std::move(target)));
    }
    const std::shared_ptr<SharedAddress> shared = known;
    co_await shared->done.happened();
    facts = shared->facts;
}

Task<> ProbeRun::fillShared(std::shared_ptr<SharedAddress> shared, AddressTarget target)
{
    Gate& addressGate = gateOf(target.endpoint.address);
    co_await addressGate.enter(); // first, so that who waits for an address keeps no place that another host could use
    const Gate::Place addressPlace(addressGate);
    co_await m_hostGate.enter();
    const Gate::Place hostPlace(m_hostGate);
    if (m_settings.hostsPerSecond > 0) {
        m_nextStart = std::max(m_nextStart, Clock::now()) + Milliseconds(1000 / m_settings.hostsPerSecond);
        co_await m_reactor.until(m_nextStart);
    }
    AddressProbe probe(m_reactor, m_tls, m_settings.address, std::move(target));
    shared->facts = co_await probe.run();
    noteReach(shared->facts);
    shared->done.happen();
}

void ProbeRun::noteReach(const AddressFacts& facts)
{
    ++m_progress.hostsDone;
    m_progress.connections += static_cast<std::size_t>(facts.connections);
    if (facts.reach == Reach::TimedOut)
        ++m_timedOut;
    else if (facts.reach != Reach::Unreachable)
        m_anyConnected = true;
    if (!m_anyConnected && m_timedOut >= blockedAfter && !m_saidBlocked) {
        m_saidBlocked = true;
        m_sink.notice(ProbeNotice::PortBlocked);
    }
}

} // namespace waxseal
