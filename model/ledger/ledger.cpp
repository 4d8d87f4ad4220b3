// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/ledger/ledger.h"

#include "model/core/domainname.h"
#include "model/records/streamclock.h"

#include <algorithm>

namespace waxseal {

namespace {

constexpr std::size_t mostServices = 20'000;
constexpr std::size_t mostHosts = 100'000;
constexpr std::size_t longestCipher = 80;

} // namespace

Ledger::Ledger(const JoinContext& context, TraitsOf traitsOf)
    : m_context(context)
    , m_traitsOf(std::move(traitsOf))
    , m_days(context.options->zone)
    , m_plaintext(context.facts->tlsId({TlsState::Plaintext, TlsVersion::Unknown, Trust::Unknown, {}}))
    , m_someTls(context.facts->tlsId({TlsState::Tls, TlsVersion::Unknown, Trust::Unknown, {}}))
    , m_messageIdSeed(hashBytes("message-id"))
{
}

ServiceId Ledger::service(std::string_view host, std::string_view tag)
{
    // A handful of programs write nearly all lines: look at the one last seen with a tag of this shape.
    const std::size_t shape
        = tag.empty() ? 0 : (tag.size() * 5 + static_cast<unsigned char>(tag.back())) % m_recentServices.size();
    RecentService& recent = m_recentServices[shape];
    if (!tag.empty() && recent.tag == tag && recent.host == host)
        return recent.id;
    const ServiceId id = findService(host, tag);
    recent.id = id;
    recent.tag.assign(tag);
    recent.host.assign(host);
    return id;
}

ServiceId Ledger::findService(std::string_view host, std::string_view tag)
{
    const std::uint64_t hash = hashBytes(tag) ^ hashWord(hashBytes(host));
    const std::uint32_t found = m_serviceIndex.find(hash);
    if (found != FlatIndex::none)
        return found;
    const auto traits = m_traitsOf(tag);
    if (!traits || m_services.size() >= mostServices || m_hosts.size() >= mostHosts)
        return noService;
    Service service;
    service.key.append(host).append(" ").append(tag);
    service.traits = *traits;
    service.host = m_hosts.id(host);
    const auto id = static_cast<ServiceId>(m_services.size());
    m_services.push_back(std::move(service));
    m_serviceIndex.set(hash, id);
    return id;
}

SessionId Ledger::sessionId(std::string_view name) const
{
    return hashBytes(name, m_messageIdSeed);
}

void Ledger::at(const LogRecord& record, FileId file)
{
    m_time = record.time;
    m_place = Evidence::at(file, record.offset);
    const qint64 clock = record.clock != 0 ? record.clock : record.time;
    if (clock > m_now) {
        m_now = clock;
        settleDue();
        if (isSweepDue())
            sweep();
    } else if (clock < m_now - StreamClock::leap) {
        m_now = clock; // an older log follows in the same stream
    }
    ++m_sinceSweep;
}

TlsId Ledger::tls(std::string_view protocol, std::string_view cipher, Trust trust)
{
    const std::uint64_t key
        = hashBytes(cipher) ^ hashWord(hashBytes(protocol) + static_cast<std::uint64_t>(trust) * 0x9e3779b97f4a7c15U);
    const std::uint32_t known = m_handshakes.find(key);
    if (known != FlatIndex::none)
        return static_cast<TlsId>(known);
    const TlsId id = m_context.facts->tlsId(
        {TlsState::Tls, parseTlsVersion(protocol), trust, std::string(cipher.substr(0, longestCipher))});
    constexpr std::size_t mostHandshakes = 65'536; // they come from strangers' logs
    if (m_handshakes.size() < mostHandshakes)
        m_handshakes.set(key, id);
    return id;
}

/** What was known of the log level is over. */
void Ledger::restarted(ServiceId service)
{
    const std::uint32_t host = hostOf(service);
    for (Service& each : m_services) {
        if (each.host == host)
            each.silence.restart(m_verdicts);
    }
    applyVerdicts();
}

void Ledger::linesLost(ServiceId service, std::uint64_t count, std::uint32_t pid)
{
    const std::uint32_t host = hostOf(service);
    m_counts.linesLost += count;
    m_counts.hasLosses = true;
    constexpr qint64 longestInterval = 600 * microsecondsPerSecond;
    auto loss = std::find_if(m_losses.begin(), m_losses.end(), [&](const Loss& each) { return each.host == host; });
    if (loss == m_losses.end())
        loss = m_losses.insert(m_losses.end(), Loss{host, pid, 0});
    else if (loss->pid != pid)
        loss->pid = loss->until < m_time ? pid : 0;
    loss->until = m_time + longestInterval;
    for (Service& each : m_services) {
        if (each.host == host)
            each.silence.linesLost(pid, m_time);
    }
}

bool Ledger::isLost(std::uint32_t host, SessionId session) const
{
    return std::any_of(m_losses.begin(), m_losses.end(), [&](const Loss& each) {
        return each.host == host && (each.pid == 0 || each.pid == session) && m_time <= each.until;
    });
}

/** Counts what is known now of what was silent. */
void Ledger::applyVerdicts()
{
    for (TlsSilence::Judged& judged : m_verdicts) {
        Silent& silent = judged.silent;
        if (silent.serial != 0) {
            const MessageRef ref{silent.slot, silent.serial};
            OpenMessage* message = m_messages.resolve(ref);
            if (message == nullptr || message->decision != TlsDecision::ByService)
                continue;
            message->decision = TlsDecision::Known;
            message->tls = judged.isPlaintext ? m_plaintext : unknownTls;
            message->byLogLevel = !judged.isPlaintext;
            if (message->closing)
                m_messages.closeAt(std::max(message->due, m_now), ref);
            continue;
        }
        FactKey key = silent.key;
        if (!judged.isPlaintext) {
            key.tls = unknownTls;
            key.fellBack = false;
            m_counts.outboundSilent += silent.isFirst ? 1 : 0;
        }
        m_context.facts->add(key, silent.isFirst ? 1 : 0, 1, silent.place);
        if (silent.isFirst)
            streamDelivery(key, silent.time, silent.id(), silent.messageId);
    }
    m_verdicts.clear();
}

bool Ledger::isIn(const std::vector<Cidr>& networks, const IpAddress& address)
{
    return std::any_of(networks.begin(), networks.end(), [&](const Cidr& c) { return c.contains(address); });
}

/** Loopback and private addresses, whatever the user counts as internal. */
bool Ledger::isNear(const IpAddress& address)
{
    static const std::vector<Cidr> near = defaultInternalNetworks();
    return isIn(near, address);
}

DomainId Ledger::domainId(std::string_view raw) const
{
    Dictionary& domains = m_context.facts->domains;
    const std::uint32_t known = domains.find(raw); // keys are their own keys
    return known != HashIndex::empty ? known : domains.id(domainKey(raw));
}

} // namespace waxseal
