// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The way out: which handshake carried which delivery.

#include "model/core/domainname.h"
#include "model/ledger/ledger.h"

#include <algorithm>

namespace waxseal {

Outgoing& Ledger::outgoingOf(ServiceId service, SessionId session)
{
    bool dropped = false;
    Outgoing& outgoing = m_outgoing.begin(hostOf(service), session, m_time, dropped);
    m_counts.dropped += dropped ? 1 : 0;
    return outgoing;
}

void Ledger::connectedTo(ServiceId service, SessionId session, const Peer& relay, std::uint32_t port)
{
    Outgoing& outgoing = outgoingOf(service, session);
    outgoing.isSession = true;
    outgoing.address = IpAddress::parse(relay.address).value_or(IpAddress{});
    outgoing.port = port;
}

void Ledger::handshakeTo(ServiceId service, SessionId session, const Peer& relay, std::uint32_t port, TlsId tls)
{
    Outgoing* known = m_outgoing.find(hostOf(service), session);
    Outgoing& outgoing = known != nullptr && known->isSession ? *known : outgoingOf(service, session);
    if (!outgoing.isSession) {
        outgoing.address = IpAddress::parse(relay.address).value_or(IpAddress{});
        outgoing.port = port;
        outgoing.nameHash = relay.address.empty() ? hashBytes(relay.name, m_messageIdSeed) | 1U : 0;
    }
    outgoing.isShaken = true;
    outgoing.tls = tls;
    outgoing.seen = m_time;
    Service& asked = m_services[service];
    if (asked.traits.silence == Silence::Asks)
        asked.silence.handshake(processOf(session), outgoing.address, m_time, m_place.file(), m_verdicts);
    applyVerdicts();
}

void Ledger::handshakeToFailed(std::string_view address)
{
    if (const auto parsed = IpAddress::parse(address))
        m_failures.note(*parsed, m_time);
}

void Ledger::startTlsOffered(ServiceId service, SessionId session, std::string_view relayName)
{
    outgoingOf(service, session).offeredBy = hashBytes(relayName, m_messageIdSeed) | 1U;
}

void Ledger::disconnectedFrom(ServiceId service, SessionId session)
{
    m_outgoing.remove(hostOf(service), session);
}

TlsDecision Ledger::outgoingTls(
    ServiceId service, const DeliveryReport& delivery, const IpAddress& address, std::uint32_t message, TlsId& tls)
{
    tls = unknownTls;
    if (delivery.isAmbiguous)
        return TlsDecision::Known;
    if (delivery.tls) {
        tls = *delivery.tls;
        return TlsDecision::Known;
    }
    const Silence silence = m_services[service].traits.silence;
    // The handshake of this process, if it was with this relay and no other message has used it up.
    bool isShaken = false;
    Outgoing* out = m_outgoing.find(hostOf(service), delivery.session);
    if (out != nullptr && out->isSession) {
        out->seen = m_time;
        isShaken = out->isShaken;
        tls = isShaken ? out->tls : unknownTls;
    } else if (out != nullptr) {
        const bool isByName = out->offeredBy != 0 || out->nameHash != 0;
        const std::uint64_t name = isByName ? hashBytes(delivery.relay.name, m_messageIdSeed) | 1U : 0;
        if (out->offeredBy != 0 && out->offeredBy == name) {
            tls = m_plaintext;
            return TlsDecision::Known;
        }
        const bool isSame
            = out->nameHash != 0 ? out->nameHash == name : out->address == address && out->port == delivery.port;
        if (out->offeredBy == 0 && isSame && (out->usedBy == 0 || out->usedBy == message)) {
            out->usedBy = message;
            tls = out->tls;
            isShaken = true;
        }
    }
    if (delivery.isPlaintext)
        tls = m_plaintext;
    else if (delivery.isSomeTls && !isShaken)
        tls = m_someTls;
    if (isShaken || delivery.isPlaintext || delivery.isSomeTls || silence == Silence::SaysNothing)
        return TlsDecision::Known;
    if (silence == Silence::IsPlaintext) {
        tls = out != nullptr && out->isSession ? m_plaintext : unknownTls;
        return TlsDecision::Known;
    }
    tls = m_plaintext;
    return TlsDecision::ByService;
}

/**
 * Whether a delivery went to a server of this very log: the queue id in the reply was given here, to a message that
 * came while the delivery lasted, that has the same sender and message-id, that is not smaller (each hop adds a header)
 * nor much larger, and that came from the relay's own address or from the host that writes this log. A reply alone
 * proves nothing.
 */
bool Ledger::isOurLoop(const OpenMessage& message, const DeliveryReport& delivery, const IpAddress& relay) const
{
    const std::uint32_t slot = m_messages.find(message.logHost, delivery.queuedAs);
    if (slot == OpenMessages::none || &m_messages[slot] == &message)
        return false;
    const OpenMessage& copy = m_messages[slot];
    constexpr qint64 slack = 60 * microsecondsPerSecond;
    const qint64 earliest = m_time - delivery.lastedSeconds * microsecondsPerSecond - slack;
    if (!copy.hasClient || copy.began < earliest || copy.began > m_time + slack || copy.began < message.began)
        return false;
    const std::string_view clientName = m_context.facts->host(copy.host).name;
    const std::string_view logHost = m_hosts.text(message.logHost);
    const bool isOwnName = !logHost.empty() && logHost.find('.') != std::string_view::npos && clientName == logHost;
    if (!(copy.client == relay) && !isOwnName)
        return false;
    if (message.messageIdHash != 0 && copy.messageIdHash != 0 && message.messageIdHash != copy.messageIdHash)
        return false;
    if (!copy.queued || !message.queued)
        return message.messageIdHash != 0 && message.messageIdHash == copy.messageIdHash;
    constexpr std::uint64_t headers = 64 * 1024;
    const bool sizesFit
        = message.size == 0 || copy.size == 0 || (copy.size >= message.size && copy.size <= 2 * message.size + headers);
    return sizesFit && copy.sender == message.sender;
}

/** For the notes: what fails or goes in clear because of our own settings. */
void Ledger::noteDelivery(OpenMessage& message, const DeliveryReport& delivery, TlsId tls, bool offered)
{
    constexpr std::size_t mostDomains = 10'000;
    const auto note = [&](std::map<std::string, std::uint64_t>& domains) {
        std::string domain = domainKey(addressDomain(delivery.recipient));
        if (domains.size() < mostDomains || domains.contains(domain))
            ++domains[std::move(domain)];
    };
    if (delivery.needsTls && !message.tlsRequired) {
        message.tlsRequired = true;
        ++m_counts.tlsRequired;
        note(m_counts.tlsRequiredBy);
    } else if (offered && delivery.isSent && tls == m_plaintext) {
        ++m_counts.startTlsUnused;
        note(m_counts.startTlsUnusedBy);
    }
}

void Ledger::noteRelay(std::string_view name)
{
    if (m_manyRelays)
        return;
    if (m_onlyRelay.empty())
        m_onlyRelay.assign(name);
    else if (m_onlyRelay != name)
        m_manyRelays = true;
}

FactKey Ledger::deliveryKey(const OpenMessage& message, const DeliveryReport& delivery, const IpAddress& relay,
    TlsId tls, DomainId domain) const
{
    FactTable& facts = *m_context.facts;
    FactKey key;
    key.day = m_days.day(m_time);
    key.direction = Direction::Outbound;
    key.spam = message.spam;
    key.tls = tls;
    key.domain = domain;
    if (!m_context.options->routing.isEmpty()) {
        const std::string_view hop = m_context.options->routing.nextHop(facts.domains.text(domain));
        if (!hop.empty() && hop != facts.domains.text(domain))
            key.nextHop = facts.domains.id(hop);
    }
    key.host = facts.hostId(relay, delivery.relay.name);
    key.fellBack = tls == m_plaintext && m_failures.isRecent(relay, m_time);
    return key;
}

void Ledger::delivered(ServiceId service, const DeliveryReport& delivery)
{
    const std::uint32_t host = hostOf(service);
    const auto address = IpAddress::parse(delivery.relay.address);
    // Only our own side may name one of our queue ids.
    const bool isNearby = address && isNear(*address);
    if (!delivery.queuedAs.empty() && isNearby)
        linkReinjected(host, delivery.queuedAs, SpamVerdict::Unlabelled);
    if (!delivery.isOverSmtp || !address || isIn(m_context.options->internal, *address))
        return;
    const std::uint32_t slot = messageFor(host, delivery.id);
    OpenMessage& message = m_messages[slot];
    TlsId tls = unknownTls;
    // A delivery that failed has used its connection's handshake up, too.
    const TlsDecision decision = outgoingTls(service, delivery, *address, message.serial, tls);
    const Outgoing* out = m_outgoing.find(host, delivery.session);
    noteDelivery(message, delivery, tls, out != nullptr && out->offeredBy != 0);
    if (!delivery.isSent)
        return;
    if (!delivery.queuedAs.empty() && !isNearby && isOurLoop(message, delivery, *address)) {
        linkReinjected(host, delivery.queuedAs, SpamVerdict::Unlabelled);
        return;
    }
    const DomainId domain = domainId(addressDomain(delivery.recipient));
    const auto& local = m_context.options->localDomains;
    if (!local.empty() && std::find(local.begin(), local.end(), m_context.facts->domains.text(domain)) != local.end())
        return;
    message.seen = m_now;
    const FactKey key = deliveryKey(message, delivery, *address, tls, domain);
    const bool first = std::find(message.delivered.begin(), message.delivered.end(), domain) == message.delivered.end();
    if (first) {
        constexpr std::size_t mostDomains = 4096;
        if (message.delivered.size() < mostDomains)
            message.delivered.push_back(domain);
        ++m_outboundMessages;
        ++m_settled;
    }
    noteRelay(delivery.relay.name);
    if (decision != TlsDecision::ByService) {
        m_context.facts->add(key, first ? 1 : 0, 1, m_place);
        if (first)
            streamDelivery(key, m_time, delivery.id, message.messageId);
        return;
    }
    Silent silent;
    silent.pid = processOf(delivery.session);
    silent.peer = *address;
    silent.time = m_time;
    silent.file = m_place.file();
    silent.lost = isLost(host, delivery.session);
    silent.key = key;
    silent.isFirst = first;
    silent.place = m_place;
    silent.queueIdLength = static_cast<std::uint8_t>(std::min(delivery.id.size(), silent.queueId.size()));
    std::copy_n(delivery.id.begin(), silent.queueIdLength, silent.queueId.begin());
    silent.messageId = message.messageId; // empty unless messages are streamed
    m_services[service].silence.add(std::move(silent), m_verdicts);
    applyVerdicts();
}

void Ledger::streamDelivery(const FactKey& key, qint64 time, std::string_view queueId, std::string_view messageId) const
{
    if (!isStreaming())
        return;
    MessageRecord out;
    out.time = time;
    out.direction = Direction::Outbound;
    out.domain = m_context.facts->domains.text(key.domain);
    out.nextHop = m_context.facts->domains.text(key.nextHop);
    out.host = &m_context.facts->host(key.host);
    out.queueId = queueId;
    out.messageId = messageId;
    out.tls = &m_context.facts->tls(key.tls);
    out.spam = key.spam;
    out.recipients = 1;
    (*m_context.messages)(out);
}

} // namespace waxseal
