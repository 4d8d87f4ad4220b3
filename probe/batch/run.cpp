// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/batch/run.h"

#include "probe/batch/ownaddresses.h"
#include "probe/result/bounds.h"
#include "probe/tls/namematch.h"
#include "probe/tls/tlsa.h"

#include <QDateTime>

#include <algorithm>

#include <sys/resource.h>

namespace waxseal {

namespace {

constexpr std::size_t maximumFetches = 32; ///< policies at once
constexpr Milliseconds reportEvery{100};
constexpr std::uint16_t smtpPort = 25;
constexpr std::size_t blockedAfter = 5; ///< addresses that fail alike, and none that does not

/** As many hosts as were asked for, if there are enough file descriptors for them, the resolver and the policies. */
std::size_t hostPlaces(int asked)
{
    constexpr rlim_t others = 400;
    rlimit limit{};
    std::size_t places = static_cast<std::size_t>(std::max(asked, 1));
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY)
        places = std::min<std::size_t>(places, limit.rlim_cur > others + 16 ? limit.rlim_cur - others : 16);
    return places;
}

} // namespace

/** The test of one address under one host name, awaited by every domain that needs it. */
struct ProbeRun::SharedAddress
{
    explicit SharedAddress(Reactor& reactor)
        : done(reactor)
    {
    }
    Event done;
    AddressFacts facts;
};

/** What is known of an address, whatever the name. */
struct ProbeRun::KnownAddress
{
    std::shared_ptr<SharedAddress> first; ///< its first test
    std::string host; ///< the name that was said then
    int connections = 0; ///< opened since
};

ProbeRun::ProbeRun(
    const std::vector<DomainName>& domains, const ProbeSettings& settings, ProbeSink& sink, ProbeControl& control)
    : m_domains(domains)
    , m_settings(settings)
    , m_sink(sink)
    , m_control(control)
    , m_domainGate(m_reactor, hostPlaces(settings.hostsAtOnce) * 2)
    , m_hostGate(m_reactor, hostPlaces(settings.hostsAtOnce))
    , m_policyGate(m_reactor, maximumFetches)
    , m_ownAddresses(machineAddresses())
{
    m_settings.address.isAwaited = [this](const IpAddress& address) { return gateOf(address).waiting() > 0; };
    m_ownAddresses.insert(m_ownAddresses.end(), settings.ownAddresses.begin(), settings.ownAddresses.end());
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
    // A firewall may refuse as well as drop; a few hosts that refuse are only dead, and may be the first to answer.
    const bool blocked = (m_refused == 0 && m_timedOut >= 2) || (m_timedOut == 0 && m_refused >= blockedAfter);
    if (!m_anyConnected && blocked && !m_saidBlocked && !m_control.isStopped())
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
            for (Gate* const gate : {&m_domainGate, &m_hostGate, &m_policyGate})
                gate->setShut(m_progress.paused); // what has begun ends, nothing begins
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
    m_sink.began(index);
    auto facts = std::make_shared<DomainFacts>();
    facts->domain = m_domains[index].ascii();
    facts->time = QDateTime::currentSecsSinceEpoch();
    facts->port = m_settings.port;
    facts->sender = m_settings.sender;
    facts->validating = m_resolver->isValidating();
    std::vector<Task<>> parts;
    parts.push_back(findHosts(*facts));
    parts.push_back(findPolicy(*facts));
    parts.push_back(findReporting(*facts));
    co_await AllOf(std::move(parts));
    keepWithin(*facts);
    ++m_progress.domainsDone;
    m_sink.finished(index, std::move(facts));
}

bool ProbeRun::isOurselves(const IpAddress& address) const
{
    return m_settings.port == smtpPort
        && std::find(m_ownAddresses.begin(), m_ownAddresses.end(), address) != m_ownAddresses.end();
}

Task<> ProbeRun::probeHost(HostFacts& host, const DomainFacts& facts, Gate& gate)
{
    const bool isOwnDomain = isOwn(facts.domain);
    const bool hasAddresses = co_await lookUpHost(host);
    if (!hasAddresses)
        co_return;
    // What is kept of a server is bounded where it is received: a domain may have hundreds of addresses.
    const std::size_t share
        = maximumDomainText / (facts.hosts.size() * std::max<std::size_t>(host.addresses.size(), 1));
    std::vector<Task<>> tasks;
    for (AddressFacts& address : host.addresses) {
        // Who tests his own servers from one of them wants to know what the world sees of it.
        if (!isOwnDomain && isOurselves(address.address)) {
            address.reach = Reach::Ourselves;
            address.detail = "an address of this machine";
        } else {
            tasks.push_back(probeAddress(address, host, m_settings.mailFrom || isOwnDomain, share, gate));
        }
    }
    co_await AllOf(std::move(tasks));
    for (AddressFacts& address : host.addresses)
        keepAddressWithin(address, host, facts, share);
}

Gate& ProbeRun::gateOf(const IpAddress& address)
{
    std::unique_ptr<Gate>& gate = m_addressGates[address];
    if (gate == nullptr)
        gate = std::make_unique<Gate>(m_reactor, 1);
    return *gate;
}

Task<> ProbeRun::probeAddress(AddressFacts& facts, const HostFacts& host, bool mailFrom, std::size_t most, Gate& gate)
{
    co_await gate.enter();
    const Gate::Place place(gate);
    const Endpoint endpoint{facts.address, facts.port};
    std::shared_ptr<SharedAddress>& known = m_addresses[{endpoint, host.name, mailFrom}];
    if (known == nullptr) {
        known = std::make_shared<SharedAddress>(m_reactor);
        AddressTarget target{endpoint, host.name, host.name, {}, mailFrom};
        if (host.tlsa.isUsable()) {
            target.tlsa = host.tlsa.records;
            target.serverName = host.tlsa.base; // RFC 7672, 8.1
        }
        target.most = std::min(target.most, most);
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
    const Endpoint endpoint = target.endpoint;
    const std::string host = target.host;
    const std::size_t most = target.most;
    if (const auto known = m_known.find(endpoint); known != m_known.end()) {
        shared->facts = co_await revisit(known->second, std::move(target));
    } else {
        shared->facts = co_await testAddress(std::move(target));
        m_known.emplace(endpoint, KnownAddress{shared, host, shared->facts.connections});
    }
    keepTalkWithin(shared->facts, most);
    shared->done.happen();
}

Task<AddressFacts> ProbeRun::testAddress(AddressTarget target)
{
    co_await m_hostGate.enter();
    const Gate::Place hostPlace(m_hostGate);
    if (m_settings.hostsPerSecond > 0) {
        m_nextStart = std::max(m_nextStart, Clock::now()) + Milliseconds(1000 / m_settings.hostsPerSecond);
        co_await m_reactor.until(m_nextStart);
    }
    TranscriptLog::Listener listener;
    if (m_sink.wantsLines())
        listener = [this, host = target.host, address = target.endpoint.address](
                       const TranscriptLine& line) { m_sink.line(host, address, line); };
    AddressProbe probe(m_reactor, m_tls, m_settings.address, std::move(target), std::move(listener));
    AddressFacts facts = co_await probe.run();
    m_progress.connections += static_cast<std::size_t>(facts.connections);
    noteReach(facts.reach);
    co_return facts;
}

/** What holds of an address whatever name is said; what hangs on the name is unknown. */
AddressFacts withoutName(const AddressFacts& first, const std::string& host)
{
    AddressFacts facts = first;
    facts.testedAs = host;
    facts.named = {};
    facts.dane = {};
    facts.otherKey = {};
    facts.otherDane = {};
    facts.transcript.clear();
    // The first test may have begun with its own name: only what was seen without one belongs to everybody.
    if (first.authenticated.works == Answer::Yes) {
        facts.chain = first.chainOf(first.authenticated);
        facts.authenticated.chain = {};
    } else if (!first.named.serverName.empty() && first.named.connection == 1) {
        facts.chain = {};
    }
    return facts;
}

/** Puts in what the name alone has shown. */
void addNamed(AddressFacts& facts, AddressFacts fresh, bool isDane)
{
    facts.testedAs.clear();
    facts.named = std::move(fresh.named);
    facts.dane = std::move(fresh.dane);
    if (facts.named.works != Answer::Yes || fresh.chain == facts.chain)
        return;
    if (isDane || facts.chain.isEmpty()) { // what a DANE sender sees is the one to show
        facts.authenticated.chain = std::exchange(facts.chain, std::move(fresh.chain));
        facts.session = std::move(fresh.session);
    } else {
        facts.named.chain = std::move(fresh.chain);
    }
}

/** Waits until no other host is being tested. */
Task<> ProbeRun::untilTheEnd()
{
    const TimePoint end = Clock::now() + m_settings.address.hostTimeout;
    do
        co_await m_reactor.until(Clock::now() + reportEvery);
    while (m_hostGate.taken() > 0 && Clock::now() < end);
}

/** One connection, in which the name is said; once more at the end where the server has no time for us now. */
Task<AddressFacts> ProbeRun::askAgain(KnownAddress& known, AddressTarget target)
{
    target.isBrief = true;
    AddressFacts fresh = co_await testAddress(target);
    known.connections += fresh.connections;
    if (fresh.reach != Reach::Reached && known.connections < m_settings.address.connections) {
        co_await untilTheEnd();
        fresh = co_await testAddress(std::move(target));
        known.connections += fresh.connections;
    }
    co_return fresh;
}

/**
 * An address that was tested under another host's name. What has nothing to do with the name holds for this one, too.
 * The certificate may depend on it (SNI), so it is asked for once more: but an address gets no more connections in a
 * run than one test takes, however many domains have named it after themselves. What cannot be asked is not known.
 */
Task<AddressFacts> ProbeRun::revisit(KnownAddress& known, AddressTarget target)
{
    const AddressFacts& first = known.first->facts;
    const bool hasTls = first.reach == Reach::Reached && (first.hasTls() || first.startTls == StartTls::Broken);
    const bool saidTheSame = first.named.works != Answer::NotTested && first.named.serverName == target.serverName
        && (target.tlsa.empty() || first.dane.matched != Answer::NotTested);
    if (first.reach != Reach::Reached || saidTheSame) {
        AddressFacts facts = first;
        facts.connections = known.connections;
        co_return facts;
    }
    AddressFacts facts = withoutName(first, known.host);
    // Who has the right certificate for everybody has it for who asks by name.
    const bool isNamedAnyway
        = target.tlsa.empty() && !facts.chain.isEmpty() && certificateNames(facts.chain.leaf(), target.host);
    const bool wantsName = hasTls && !isNamedAnyway;
    const bool wantsMail = target.mailFrom && facts.required == Answer::NotTested;
    if (isNamedAnyway || !hasTls)
        facts.testedAs.clear();
    // The certificate for everybody fits the records: if no connection is left, that is as good as certain.
    if (hasTls && !target.tlsa.empty()) {
        DaneMatch match = daneMatchByDigest(facts.chain, target.tlsa);
        if (match.matched == Answer::Yes) {
            facts.dane = std::move(match);
            facts.named.works = facts.authenticated.works;
        }
    }
    if ((wantsName || wantsMail) && known.connections < m_settings.address.connections) {
        const bool isDane = !target.tlsa.empty();
        AddressFacts fresh = co_await askAgain(known, std::move(target));
        if (fresh.required != Answer::NotTested)
            facts.required = known.first->facts.required = fresh.required;
        facts.transcript = fresh.transcript;
        if (fresh.named.works != Answer::NotTested)
            addNamed(facts, std::move(fresh), isDane);
    }
    facts.connections = known.connections;
    co_return facts;
}

void ProbeRun::noteReach(Reach reach)
{
    ++m_progress.hostsDone;
    if (reach == Reach::TimedOut)
        ++m_timedOut;
    else if (reach == Reach::Refused)
        ++m_refused;
    else if (reach != Reach::Unreachable && reach != Reach::ProxyFailed)
        m_anyConnected = true;
    if (!m_anyConnected && m_refused == 0 && m_timedOut >= blockedAfter && !m_saidBlocked) {
        m_saidBlocked = true;
        m_sink.notice(ProbeNotice::PortBlocked);
    }
}

} // namespace waxseal
