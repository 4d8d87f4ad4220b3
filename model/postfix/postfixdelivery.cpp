// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The way out: which handshake carried which delivery.

#include "model/core/bytes.h"
#include "model/core/domainname.h"
#include "model/postfix/postfixjoiner.h"

#include <algorithm>

namespace waxseal {

namespace {

/** 3.11's tls= field: "level[:actual][?]" and perhaps "/requiretls…". */
enum class TlsFeature : std::uint8_t
{
    Absent,
    Plaintext,
    Tls,
    Undecided
};

TlsFeature tlsFeature(std::string_view field)
{
    const std::string_view whole = field;
    field = field.substr(0, field.find('/'));
    if (field.empty())
        return TlsFeature::Absent;
    if (field.ends_with('?'))
        return TlsFeature::Undecided;
    // "/!requiretls:nostarttls": what was to be required was not there; what was done instead the field does not say.
    const std::string_view required = whole.substr(field.size());
    for (const std::string_view without : {":nostarttls", ":noencryption", ":none"}) {
        if (required.ends_with(without))
            return field == "none" || field.ends_with(":none") ? TlsFeature::Plaintext : TlsFeature::Undecided;
    }
    if (field == "none" || field.ends_with(":none"))
        return TlsFeature::Plaintext;
    return TlsFeature::Tls;
}

} // namespace

PostfixJoiner::Outgoing& PostfixJoiner::outgoingOf(std::uint32_t host, std::uint32_t pid)
{
    const std::uint64_t key = pidKey(host, pid);
    std::uint32_t slot = m_outgoingIndex.find(key);
    if (slot == FlatIndex::none) {
        if (m_outgoing.size() < mostOutgoing) {
            slot = static_cast<std::uint32_t>(m_outgoing.size());
            m_outgoing.push_back({});
        } else {
            slot = oldestOf(m_outgoing, m_outgoingHand);
            m_outgoingIndex.remove(pidKey(m_outgoing[slot].host, m_outgoing[slot].pid));
            ++m_dropped;
        }
        m_outgoingIndex.set(key, slot);
    }
    m_outgoing[slot] = {};
    m_outgoing[slot].host = host;
    m_outgoing[slot].pid = pid;
    m_outgoing[slot].seen = m_time;
    return m_outgoing[slot];
}

void PostfixJoiner::onHandshakeTo(std::uint32_t service, std::uint32_t pid, const PostfixEvent& event, FileId file)
{
    Outgoing& out = outgoingOf(m_services[service].host, pid);
    std::string_view port = event.hostPort;
    out.address = IpAddress::parse(event.hostAddress).value_or(IpAddress{});
    out.port = static_cast<std::uint32_t>(takeNumber(port).value_or(0));
    out.tls = handshake(event);
    m_services[service].silence.handshake(pid, out.address, m_time, file, m_verdicts);
    applyVerdicts();
}

/** Postfix says so only where its settings use no TLS: what this process now delivers to that host goes in clear. */
void PostfixJoiner::onStartTlsOffered(std::uint32_t host, std::uint32_t pid, const PostfixEvent& event)
{
    outgoingOf(host, pid).offeredBy = hashBytes(event.hostName, m_messageIdSeed) | 1U;
}

PostfixJoiner::TlsDecision PostfixJoiner::outgoingTls(std::uint32_t service, const LogRecord& record,
    const PostfixEvent& event, const IpAddress& address, std::uint32_t message, TlsId& tls)
{
    if (event.ambiguous) {
        tls = 0;
        return TlsDecision::Known;
    }
    // The handshake of this process, if it was with this relay and no other message has used it up.
    const std::uint32_t slot = m_outgoingIndex.find(pidKey(m_services[service].host, record.pid));
    bool shaken = false;
    if (slot != FlatIndex::none) {
        Outgoing& out = m_outgoing[slot];
        std::string_view portText = event.hostPort;
        const auto port = static_cast<std::uint32_t>(takeNumber(portText).value_or(0));
        if (out.offeredBy != 0 && out.offeredBy == (hashBytes(event.hostName, m_messageIdSeed) | 1U)) {
            tls = m_plaintext;
            return TlsDecision::Known;
        }
        if (out.offeredBy == 0 && out.address == address && out.port == port
            && (out.usedBy == 0 || out.usedBy == message)) {
            out.usedBy = message;
            tls = out.tls;
            shaken = true;
        }
    }
    switch (tlsFeature(event.tlsFeature)) {
    case TlsFeature::Plaintext:
        tls = m_plaintext;
        return TlsDecision::Known;
    case TlsFeature::Tls:
        if (!shaken)
            tls = m_someTls;
        return TlsDecision::Known;
    case TlsFeature::Undecided:
    case TlsFeature::Absent:
        break;
    }
    if (shaken)
        return TlsDecision::Known;
    tls = m_plaintext;
    return TlsDecision::ByService;
}

/**
 * Whether a delivery went to a server of this very log: the queue id in the reply was given here, to a message that
 * came while the delivery lasted, that has the same sender and message-id, that is not smaller (each hop adds a header)
 * nor much larger, and that came from the relay's own address or from the host that writes this log. A reply alone
 * proves nothing.
 */
bool PostfixJoiner::isOurLoop(const Message& message, const PostfixEvent& event, const IpAddress& relay)
{
    const std::uint32_t slot = findMessage(message.logHost, event.queuedAs);
    if (slot == FlatIndex::none || &m_messages[slot] == &message)
        return false;
    const Message& copy = m_messages[slot];
    constexpr qint64 slack = 60 * microsecondsPerSecond;
    const qint64 earliest = m_time - event.lastedSeconds * microsecondsPerSecond - slack;
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
void PostfixJoiner::noteDelivery(Message& message, const PostfixEvent& event, TlsId tls, bool offered)
{
    constexpr std::size_t mostDomains = 10'000;
    const auto note = [&](std::map<std::string, std::uint64_t>& domains) {
        std::string domain = domainKey(addressDomain(event.recipient));
        if (domains.size() < mostDomains || domains.contains(domain))
            ++domains[std::move(domain)];
    };
    if (event.tlsRequired && !message.tlsRequired) {
        message.tlsRequired = true;
        ++m_tlsRequired;
        note(m_tlsRequiredBy);
    } else if (offered && event.status == "sent" && tls == m_plaintext) {
        ++m_startTlsUnused;
        note(m_startTlsUnusedBy);
    }
}

void PostfixJoiner::onDelivery(
    std::uint32_t service, const LogRecord& record, const PostfixEvent& event, Evidence place)
{
    const std::uint32_t host = m_services[service].host;
    const auto address = IpAddress::parse(event.hostAddress);
    // Only our own side may name one of our queue ids.
    const bool isNearby = address && isNear(*address);
    if (!event.queuedAs.empty() && isNearby)
        linkReinjected(host, event.queuedAs, SpamVerdict::Unlabelled);
    if (m_services[service].program != PostfixProgram::Smtp || !address || isIn(m_context.options->internal, *address))
        return;
    const std::uint32_t slot = messageFor(host, event.queueId);
    Message& message = m_messages[slot];
    TlsId tls = 0;
    // A delivery that failed has used its connection's handshake up, too.
    const TlsDecision decision = outgoingTls(service, record, event, *address, message.serial, tls);
    const std::uint32_t out = m_outgoingIndex.find(pidKey(host, record.pid));
    noteDelivery(message, event, tls, out != FlatIndex::none && m_outgoing[out].offeredBy != 0);
    if (event.status != "sent")
        return;
    if (!event.queuedAs.empty() && !isNearby && isOurLoop(message, event, *address)) {
        linkReinjected(host, event.queuedAs, SpamVerdict::Unlabelled);
        return;
    }
    const DomainId domain = domainId(addressDomain(event.recipient));
    const auto& local = m_context.options->localDomains;
    if (!local.empty() && std::find(local.begin(), local.end(), m_context.facts->domains.text(domain)) != local.end())
        return;
    message.seen = m_now;

    FactKey key;
    key.day = m_days.day(record.time);
    key.direction = Direction::Outbound;
    key.spam = message.spam;
    key.tls = tls;
    key.domain = domain;
    if (!m_context.options->routing.isEmpty()) {
        const std::string_view hop = m_context.options->routing.nextHop(m_context.facts->domains.text(domain));
        if (!hop.empty() && hop != m_context.facts->domains.text(domain))
            key.nextHop = m_context.facts->domains.id(hop);
    }
    key.host = m_context.facts->hostId(*address, event.hostName);
    key.fellBack = tls == m_plaintext && failedLately(*address);
    const bool first = std::find(message.delivered.begin(), message.delivered.end(), domain) == message.delivered.end();
    if (first) {
        constexpr std::size_t mostDomains = 4096;
        if (message.delivered.size() < mostDomains)
            message.delivered.push_back(domain);
        ++m_outboundMessages;
        ++m_settled;
    }
    if (!m_manyRelays) {
        if (m_onlyRelay.empty())
            m_onlyRelay.assign(event.hostName);
        else if (m_onlyRelay != event.hostName)
            m_manyRelays = true;
    }
    if (decision != TlsDecision::ByService) {
        m_context.facts->add(key, first ? 1 : 0, 1, place);
        if (first)
            streamDelivery(key, record.time, event.queueId, message.messageId);
        return;
    }
    Silent silent;
    silent.pid = record.pid;
    silent.peer = *address;
    silent.time = record.time;
    silent.file = place.file();
    silent.lost = isLost(host, record.pid);
    silent.key = key;
    silent.isFirst = first;
    silent.place = place;
    silent.queueIdLength = static_cast<std::uint8_t>(std::min(event.queueId.size(), silent.queueId.size()));
    std::copy_n(event.queueId.begin(), silent.queueIdLength, silent.queueId.begin());
    silent.messageId = message.messageId; // empty unless messages are streamed
    m_services[service].silence.add(std::move(silent), m_verdicts);
    applyVerdicts();
}

void PostfixJoiner::streamDelivery(
    const FactKey& key, qint64 time, std::string_view queueId, std::string_view messageId) const
{
    if (m_context.messages == nullptr || !*m_context.messages)
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
