// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "probe/batch/proberun.h"

#include <map>
#include <tuple>

namespace waxseal {

/** One run: what its domains share. Lives on one thread. Addresses are tested once, however many domains lead to them.
 */
class ProbeRun
{
public:
    ProbeRun(
        const std::vector<DomainName>& domains, const ProbeSettings& settings, ProbeSink& sink, ProbeControl& control);
    ~ProbeRun();

    Status run();

private:
    struct SharedAddress;
    struct KnownAddress;
    using AddressKey = std::tuple<Endpoint, std::string, bool>;

    Task<> feed();
    Task<> watchControl();
    Task<> probeDomain(std::size_t index);
    Task<> findHosts(DomainFacts& facts);
    Task<> probeHost(HostFacts& host, const DomainFacts& facts, Gate& gate);
    Task<bool> lookUpHost(HostFacts& host);
    Task<> findAddresses(HostFacts& host);
    void addAddress(HostFacts& host, const IpAddress& address) const;
    Task<> findTlsa(HostFacts& host);
    Task<> probeAddress(AddressFacts& facts, const HostFacts& host, bool mailFrom, std::size_t most, Gate& gate);
    Task<> fillShared(std::shared_ptr<SharedAddress> shared, AddressTarget target);
    Task<AddressFacts> testAddress(AddressTarget target);
    Task<AddressFacts> revisit(KnownAddress& known, AddressTarget target);
    Task<AddressFacts> askAgain(KnownAddress& known, AddressTarget target);
    Task<> untilTheEnd();
    bool isOurselves(const IpAddress& address) const;
    Task<> findPolicy(DomainFacts& facts);
    Task<> findReporting(DomainFacts& facts);
    Task<std::vector<Endpoint>> policyEndpoints(std::string host);
    Task<> ask(std::string name, DnsType type, DnsAnswer& answer);
    Gate& gateOf(const IpAddress& address);
    bool isOwn(const std::string& domain) const;
    void noteReach(Reach reach);
    void report(bool always);

    const std::vector<DomainName>& m_domains;
    ProbeSettings m_settings;
    ProbeSink& m_sink;
    ProbeControl& m_control;
    Reactor m_reactor;
    std::unique_ptr<Resolver> m_resolver;
    std::shared_ptr<const TlsContext> m_tls;
    Gate m_domainGate;
    Gate m_hostGate;
    Gate m_policyGate;
    std::map<IpAddress, std::unique_ptr<Gate>> m_addressGates;
    std::map<AddressKey, std::shared_ptr<SharedAddress>> m_addresses;
    std::map<Endpoint, KnownAddress> m_known;
    ProbeProgress m_progress;
    std::vector<IpAddress> m_ownAddresses;
    TimePoint m_began;
    TimePoint m_lastReport;
    TimePoint m_pausedSince;
    Clock::duration m_pausedTotal{};
    TimePoint m_nextStart;
    std::size_t m_timedOut = 0; ///< addresses
    std::size_t m_refused = 0; ///< addresses
    bool m_anyConnected = false;
    bool m_saidBlocked = false;
    TaskSet m_tasks; // last: dropped before what its tasks use
};

} // namespace waxseal
