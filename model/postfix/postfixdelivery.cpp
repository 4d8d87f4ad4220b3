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

void PostfixJoiner::onHandshakeTo(std::uint32_t host, std::uint32_t pid, const PostfixEvent& event)
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
    std::string_view port = event.hostPort;
    m_outgoing[slot] = {host, pid, IpAddress::parse(event.hostAddress).value_or(IpAddress{}),
        static_cast<std::uint32_t>(takeNumber(port).value_or(0)), handshake(event), 0, m_now};
}

PostfixJoiner::TlsDecision PostfixJoiner::outgoingTls(std::uint32_t service, const LogRecord& record,
    const PostfixEvent& event, const IpAddress& address, std::uint32_t message, TlsId& tls)
{
    // The handshake of this process, if it was with this relay and no other message has used it up.
    const std::uint32_t slot = m_outgoingIndex.find(pidKey(m_services[service].host, record.pid));
    bool shaken = false;
    if (slot != FlatIndex::none) {
        Outgoing& out = m_outgoing[slot];
        std::string_view portText = event.hostPort;
        const auto port = static_cast<std::uint32_t>(takeNumber(portText).value_or(0));
        if (out.address == address && out.port == port && (out.usedBy == 0 || out.usedBy == message)) {
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
    return m_services[service].logsTls ? TlsDecision::Known : TlsDecision::ByService;
}

void PostfixJoiner::onDelivery(
    std::uint32_t service, const LogRecord& record, const PostfixEvent& event, Evidence place)
{
    const std::uint32_t host = m_services[service].host;
    const auto address = IpAddress::parse(event.hostAddress);
    if (!event.queuedAs.empty() && address) {
        // Only our own side may name one of our queue ids.
        static const std::vector<Cidr> near = defaultInternalNetworks();
        if (std::any_of(near.begin(), near.end(), [&](const Cidr& network) { return network.contains(*address); }))
            linkReinjected(host, event.queuedAs, SpamVerdict::Unlabelled);
    }
    if (m_services[service].program != PostfixProgram::Smtp || !address || isInternal(*address))
        return;
    const std::uint32_t slot = messageFor(host, event.queueId);
    Message& message = m_messages[slot];
    TlsId tls = 0;
    // A delivery that failed has used its connection's handshake up, too.
    const TlsDecision decision = outgoingTls(service, record, event, *address, message.serial, tls);
    if (event.status != "sent")
        return;
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
    if (decision == TlsDecision::ByService) {
        Service& s = m_services[service];
        if (s.undecided == nullptr)
            s.undecided = std::make_unique<FactTable>();
        s.undecided->add(key, first ? 1 : 0, 1, place);
    } else {
        m_context.facts->add(key, first ? 1 : 0, 1, place);
    }
    if (first && m_context.messages != nullptr && *m_context.messages) {
        const bool unknown = decision == TlsDecision::ByService;
        MessageRecord out;
        out.time = record.time;
        out.direction = Direction::Outbound;
        out.domain = m_context.facts->domains.text(domain);
        out.nextHop = m_context.facts->domains.text(key.nextHop);
        out.host = &m_context.facts->host(key.host);
        out.queueId = event.queueId;
        out.messageId = message.messageId;
        out.tls = &m_context.facts->tls(unknown ? TlsId{0} : tls);
        out.spam = message.spam;
        out.recipients = 1;
        (*m_context.messages)(out);
    }
}

} // namespace waxseal
