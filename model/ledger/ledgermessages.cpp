// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The life of a message in the ledger: made, told about, closed, settled.

#include "model/core/domainname.h"
#include "model/ledger/ledger.h"

#include <algorithm>

namespace waxseal {

namespace {

constexpr std::uint32_t none = OpenMessages::none;
constexpr qint64 unqueuedLife = 3600 * microsecondsPerSecond;
constexpr qint64 outgoingLife = 3600 * microsecondsPerSecond;
constexpr qint64 day = 86400 * microsecondsPerSecond;
/** Servers try to deliver for four or five days by default (RFC 5321, 4.5.4.1); a week covers the usual settings. */
constexpr qint64 queuedLife = 7 * day;
constexpr std::size_t longestMessageId = 998; // RFC 5322, 2.1.1

std::string_view senderDomain(std::string_view sender)
{
    return sender.empty() ? nullSender : addressDomain(sender);
}

} // namespace

/**
 * Programs of one server may log under several host names (a service with its own name): a queue id that is new here
 * may have begun there moments ago. The message is then known under both.
 */
std::uint32_t Ledger::findAnywhere(std::uint32_t host, std::string_view queueId)
{
    const std::uint32_t here = m_messages.find(host, queueId);
    if (here != none || m_hosts.size() > 10)
        return here;
    for (std::uint32_t other = 1; other < m_hosts.size(); ++other) {
        const std::uint32_t slot = other == host ? none : m_messages.find(other, queueId);
        if (slot == none)
            continue;
        const OpenMessage& message = m_messages[slot];
        constexpr qint64 moments = 60 * microsecondsPerSecond;
        if (!message.hasClient || message.queued || message.messageIdHash != 0 || m_time - message.began > moments)
            continue;
        m_messages.moveTo(slot, host);
        return slot;
    }
    return none;
}

/**
 * A message of which other programs told before the one that received it did: lines of one second have no order between
 * files, and a syslog daemon with several threads may write them a moment late. No queue id comes back within seconds.
 */
std::uint32_t Ledger::findEarly(std::uint32_t host, std::string_view queueId)
{
    const std::uint32_t slot = m_messages.find(host, queueId);
    if (slot == none)
        return none;
    OpenMessage& message = m_messages[slot];
    if (message.hasClient || message.pickedUp || m_now - message.seen > grace)
        return none;
    // What was delivered in an earlier second is another message, which had the same short queue id.
    if (!message.delivered.empty() && m_now - message.seen >= microsecondsPerSecond)
        return none;
    message.begunBefore = false;
    return slot;
}

std::uint32_t Ledger::newMessage(std::uint32_t host, std::string_view queueId)
{
    if (!queueId.empty()) {
        // Short queue ids are used again after minutes: the message before is over.
        if (const std::uint32_t old = m_messages.find(host, queueId); old != none)
            settle(old);
    }
    if (m_messages.isFull()) { // one of the oldest counts as what is known of it
        settle(m_messages.oldest());
        ++m_counts.dropped;
    }
    const std::uint32_t slot = m_messages.add(host, queueId);
    m_messages[slot].began = m_time;
    m_messages[slot].seen = m_now;
    return slot;
}

std::uint32_t Ledger::messageFor(std::uint32_t host, std::string_view queueId)
{
    const std::uint32_t found = m_messages.find(host, queueId);
    return found != none ? found : newMessage(host, queueId);
}

std::uint32_t Ledger::placeFor(ServiceId service, std::string_view queueId)
{
    m_counts.begun += m_services[service].traits.isQueuedElsewhere ? 1 : 0;
    const std::uint32_t host = hostOf(service);
    const std::uint32_t early = queueId.empty() ? none : findEarly(host, queueId);
    const std::uint32_t slot = early != none ? early : newMessage(host, queueId);
    m_messages[slot].service = service;
    return slot;
}

/** What the client's address and name say of a message. */
void Ledger::beginFrom(
    std::uint32_t slot, const IpAddress& address, std::string_view name, std::string_view user, bool isReinjected)
{
    OpenMessage& message = m_messages[slot];
    message.hasClient = true;
    message.place = m_place;
    message.loopback = address.isLoopback();
    message.internal = isIn(m_context.options->internal, address);
    message.forwarder = isIn(m_context.options->forwarders, address);
    message.client = address;
    message.reinjected = isReinjected;
    if (!user.empty()) {
        message.authenticated = true;
        const std::string_view domain = addressDomain(user);
        if (!domain.empty())
            message.submitter = domainId(domain);
    }
    if (!message.internal || message.authenticated)
        message.host = m_context.facts->hostId(address, name);
    message.afterFailure = m_failures.isRecent(address, m_time);
}

void Ledger::begun(ServiceId service, SessionId session, const MessageBegin& begin)
{
    OpenSession& s = this->session(service, session);
    if (begin.peer)
        meetPeer(s, *begin.peer);
    const bool isFirst = !s.begun;
    s.begun = true;
    const std::uint32_t slot = placeFor(service, begin.id);
    beginFrom(slot, s.address, s.name, begin.user.empty() ? std::string_view(s.user) : begin.user, begin.isReinjected);
    OpenMessage& message = m_messages[slot];
    message.wholeSession = s.connectSeen;
    const ServiceTraits& traits = m_services[service].traits;
    if (begin.tls) {
        message.tls = *begin.tls;
    } else if (s.tlsSeen) {
        message.tls = s.tls;
    } else if (s.behindProxy) {
        ++m_counts.behindProxy; // the TLS that matters ended at the proxy, if there was any
    } else if (traits.silence == Silence::Asks) {
        message.decision = TlsDecision::AtDisconnect;
        awaitDecision(s, m_messages.refer(slot));
    } else if (traits.silence == Silence::IsPlaintext && !traits.isWrapper) {
        message.tls = s.connectSeen ? m_plaintext : unknownTls;
        m_counts.cutSessions += isFirst && !s.connectSeen ? 1 : 0;
        message.afterFailure = message.afterFailure || s.handshakeFailed;
    }
    if (begin.id.empty())
        s.pending = m_messages.refer(slot);
}

void Ledger::arrived(ServiceId service, const MessageBegin& begin, const MessageAccepted& accepted)
{
    const std::uint32_t slot = placeFor(service, begin.id);
    const Peer peer = begin.peer.value_or(Peer{});
    beginFrom(slot, IpAddress::parse(peer.address).value_or(IpAddress{}), peer.name, begin.user, begin.isReinjected);
    m_messages[slot].tls = begin.tls.value_or(unknownTls);
    m_messages[slot].wholeSession = true;
    accept(m_messages[slot], accepted);
}

void Ledger::accept(OpenMessage& message, const MessageAccepted& accepted)
{
    ++m_counts.queued;
    message.seen = m_now;
    if (message.queued) // again after a deferral
        return;
    message.queued = true;
    message.accepted = m_time;
    message.size = accepted.size;
    message.sender = domainId(senderDomain(accepted.sender));
    message.recipients = accepted.recipients;
}

void Ledger::accepted(ServiceId service, const MessageAccepted& accepted)
{
    const std::uint32_t host = hostOf(service);
    std::uint32_t slot = findAnywhere(host, accepted.id);
    if (slot == none) {
        slot = newMessage(host, accepted.id);
        m_messages[slot].begunBefore = true;
    }
    accept(m_messages[slot], accepted);
}

void Ledger::pendingAccepted(ServiceId service, SessionId session, const MessageAccepted& accepted)
{
    OpenSession* s = m_sessions.find(hostOf(service), session);
    OpenMessage* message = s == nullptr ? nullptr : m_messages.resolve(s->pending);
    if (message == nullptr)
        return;
    const std::uint32_t slot = s->pending.slot;
    s->pending = {};
    if (!accepted.id.empty()) {
        const std::uint32_t other = m_messages.find(hostOf(service), accepted.id);
        if (other != none && other != slot) {
            if (m_messages[other].hasClient)
                settle(other); // a message before it, under an id that is used again
            else
                takeOver(*message, slot, other); // lines of it came early
        }
        m_messages.rename(slot, hostOf(service), accepted.id);
    }
    accept(m_messages[slot], accepted);
}

void Ledger::pendingRelayed(ServiceId service, SessionId session, std::string_view sender, std::string_view queuedAs)
{
    OpenSession* s = m_sessions.find(hostOf(service), session);
    OpenMessage* message = s == nullptr ? nullptr : m_messages.resolve(s->pending);
    if (message == nullptr)
        return;
    message->sender = domainId(senderDomain(sender));
    message->queued = true;
    ++m_counts.queued;
    message->accepted = m_time;
    message->recipients = std::max(message->recipients, 1U);
    if (!queuedAs.empty()) {
        const std::uint32_t copy = m_messages.find(hostOf(service), queuedAs);
        if (copy != none) {
            message->spam = m_messages[copy].spam;
            message->recipients = std::max(m_messages[copy].recipients, 1U);
            message->messageId = m_messages[copy].messageId;
        }
        linkReinjected(hostOf(service), queuedAs, message->spam);
    }
    const std::uint32_t slot = s->pending.slot;
    s->pending = {};
    close(slot, grace);
}

void Ledger::pendingDropped(ServiceId service, SessionId session)
{
    OpenSession* s = m_sessions.find(hostOf(service), session);
    if (s == nullptr)
        return;
    if (m_messages.resolve(s->pending) != nullptr)
        m_messages.remove(s->pending.slot);
    s->pending = {};
}

void Ledger::named(ServiceId service, std::string_view id, std::string_view messageId)
{
    const std::uint32_t host = hostOf(service);
    std::uint32_t slot = findAnywhere(host, id);
    if (slot == none || m_messages[slot].closing)
        slot = newMessage(host, id);
    OpenMessage& message = m_messages[slot];
    message.seen = m_now;
    if (isStreaming())
        message.messageId.assign(messageId.substr(0, longestMessageId));
    if (messageId.size() > 2) // "<>" names nothing
        m_messages.setMessageId(slot, hashBytes(messageId, m_messageIdSeed));
}

void Ledger::pickedUp(ServiceId service, std::string_view id)
{
    m_messages[newMessage(hostOf(service), id)].pickedUp = true;
}

void Ledger::heldBack(ServiceId service, std::string_view id)
{
    if (const std::uint32_t slot = findAnywhere(hostOf(service), id); slot != none)
        m_messages[slot].held = true;
}

void Ledger::dropped(ServiceId service, std::string_view id)
{
    if (const std::uint32_t slot = m_messages.find(hostOf(service), id); slot != none)
        m_messages.remove(slot);
}

void Ledger::refused(ServiceId service, std::string_view id)
{
    ++m_context.excluded->rejected;
    dropped(service, id);
}

/** The message goes on under the queue id that `other` has begun to tell of. */
void Ledger::takeOver(OpenMessage& message, std::uint32_t slot, std::uint32_t other)
{
    const OpenMessage& later = m_messages[other];
    if (!message.queued && later.queued) {
        message.queued = true;
        message.sender = later.sender;
        message.recipients = later.recipients;
        message.accepted = later.accepted;
        message.size = later.size;
    }
    message.delivered.insert(message.delivered.end(), later.delivered.begin(), later.delivered.end());
    const bool isClosing = later.closing;
    m_messages.remove(other);
    if (isClosing)
        close(slot, grace);
}

/** A message that was put back into the queue, or that a filter wrote there: one message under another queue id. */
void Ledger::requeued(ServiceId service, std::string_view id, std::string_view originalId)
{
    const std::uint32_t host = hostOf(service);
    const std::uint32_t other = m_messages.find(host, id);
    const std::uint32_t slot = m_messages.find(host, originalId);
    if (slot == none) {
        // One more copy of it, or one whose beginning is not in the log: no message of its own.
        const std::uint32_t copy = other == none ? newMessage(host, id) : other;
        m_messages[copy].begunBefore = false;
        return;
    }
    if (slot == other)
        return;
    if (other != none && (m_messages[other].hasClient || m_messages[other].pickedUp))
        return; // a message of its own: the ids say nothing
    OpenMessage& message = m_messages[slot];
    if (other != none)
        takeOver(message, slot, other);
    m_messages.rename(slot, host, id);
    message.held = false;
    message.seen = m_now;
}

void Ledger::linkReinjected(std::uint32_t host, std::string_view queueId, SpamVerdict verdict)
{
    const std::uint32_t slot = findAnywhere(host, queueId);
    if (slot == none)
        return;
    m_messages[slot].reinjected = true;
    if (verdict != SpamVerdict::Unlabelled)
        m_messages[slot].spam = verdict;
}

void Ledger::scanned(ServiceId service, const SpamReport& report)
{
    const std::uint32_t host = hostOf(service);
    std::uint32_t slot = none;
    if (!report.queueId.empty()) {
        slot = m_messages.find(host, report.queueId);
    } else if (report.messageId.size() > 2) {
        // A sender writes message-ids: only one that is open and young is believed.
        slot = m_messages.findByMessageId(hashBytes(report.messageId, m_messageIdSeed));
        constexpr qint64 tenMinutes = 600 * microsecondsPerSecond;
        if (slot != none && m_time - m_messages[slot].began > tenMinutes)
            slot = none;
    }
    if (slot != none)
        m_messages[slot].spam = report.verdict;
    if (report.queuedAs.empty() || report.queuedAs == report.queueId)
        return;
    // A link needs both ends: the scanner puts mail back from our own side, or the message that it names is the same.
    const std::uint32_t copy = findAnywhere(host, report.queuedAs);
    if (copy == none)
        return;
    const OpenMessage& back = m_messages[copy];
    bool isSame = false;
    if (slot != none && slot != copy && m_messages[slot].began <= back.began) {
        const OpenMessage& before = m_messages[slot];
        isSame = (before.messageIdHash != 0 && before.messageIdHash == back.messageIdHash)
            || (before.queued && back.queued && before.sender == back.sender);
    }
    if (!back.hasClient || back.internal || back.reinjected || isNear(back.client) || isSame)
        linkReinjected(host, report.queuedAs, report.verdict);
}

bool Ledger::isOpen(ServiceId service, std::string_view id) const
{
    return m_messages.find(hostOf(service), id) != none;
}

void Ledger::closed(ServiceId service, std::string_view id, qint64 linger)
{
    if (const std::uint32_t slot = m_messages.find(hostOf(service), id); slot != none)
        close(slot, linger);
}

void Ledger::close(std::uint32_t slot, qint64 linger)
{
    OpenMessage& message = m_messages[slot];
    if (message.closing)
        return;
    message.closing = true;
    message.due = m_now + linger;
    m_messages.closeAt(message.due, m_messages.refer(slot));
}

void Ledger::settleDue()
{
    for (MessageRef ref = m_messages.takeDue(m_now); ref.serial != 0; ref = m_messages.takeDue(m_now)) {
        if (m_messages[ref.slot].decision == TlsDecision::Known) // else it is queued again when decided
            settle(ref.slot);
    }
}

/** Counts a message and forgets it. */
void Ledger::settle(std::uint32_t slot)
{
    const OpenMessage& message = m_messages[slot];
    count(message, lateTls(message));
    if (message.begunBefore)
        ++m_counts.cutMessages;
    if (message.held && !message.queued)
        ++m_counts.heldForGood;
    m_messages.remove(slot);
}

/** Which sum a message belongs to: true and the key of a row, or one more in `excluded`, or nothing at all. */
bool Ledger::classify(const OpenMessage& message, TlsId tls, FactKey& key, Excluded& excluded) const
{
    if (!message.queued)
        return false; // never accepted
    if (message.reinjected && !m_context.options->includeReinjected) {
        ++excluded.reinjected;
        return false;
    }
    if (message.pickedUp) {
        ++excluded.internal;
        return false;
    }
    if (!message.hasClient)
        return false; // our own notifications, or begun before the log
    key.direction = Direction::Inbound;
    if (message.forwarder && !message.authenticated) {
        ++excluded.forwarded;
        return false;
    }
    if (message.authenticated) {
        ++excluded.authenticated;
        key.direction = Direction::Submission;
    } else if (message.internal) {
        ++(message.loopback ? excluded.reinjected : excluded.internal);
        return false;
    }
    key.day = m_days.day(message.began);
    key.spam = message.spam;
    key.fellBack = tls == m_plaintext && message.afterFailure;
    key.tls = tls;
    key.domain = message.authenticated && message.submitter != 0 ? message.submitter : message.sender;
    key.host = message.host;
    return true;
}

/** Adds a settled message to its sum, and streams it. */
void Ledger::count(const OpenMessage& message, TlsId tls)
{
    FactKey key;
    if (!classify(message, tls, key, *m_context.excluded))
        return;
    m_context.facts->add(key, 1, std::max(message.recipients, 1U), message.place);
    ++m_settled;
    m_counts.inboundSilent += message.byLogLevel && (tls == unknownTls || tls == m_someTls) ? 1 : 0;
    stream(message, key);
}

void Ledger::stream(const OpenMessage& message, const FactKey& key) const
{
    if (!isStreaming())
        return;
    MessageRecord out;
    out.time = message.began;
    out.direction = key.direction;
    out.domain = m_context.facts->domains.text(key.domain);
    out.host = &m_context.facts->host(key.host);
    out.queueId = message.id();
    out.messageId = message.messageId;
    out.tls = &m_context.facts->tls(key.tls);
    out.spam = message.spam;
    out.recipients = std::max(message.recipients, 1U);
    (*m_context.messages)(out);
}

/** The TLS of a message that is to be counted before its session or its service says more. */
TlsId Ledger::lateTls(const OpenMessage& message) const
{
    if (message.decision == TlsDecision::Known)
        return message.tls;
    if (message.decision == TlsDecision::ByService || !message.wholeSession)
        return unknownTls;
    const Service& service = m_services[message.service];
    return service.silence.isTelling() && !isLost(service.host, 0) ? m_plaintext : unknownTls;
}

/** Now and then in log time, and never more than a few places a record: a log may hold a record an hour. */
bool Ledger::isSweepDue() const
{
    constexpr qint64 interval = 600 * microsecondsPerSecond;
    if (m_now < m_nextSweep && m_now >= m_nextSweep - interval)
        return false;
    constexpr std::uint64_t placesARecord = 16;
    return m_sinceSweep * placesARecord
        >= m_messages.size() + m_sessions.mostSoFar() + m_failures.size() + m_outgoing.size();
}

/** Forgets what nothing will be heard of any more. */
void Ledger::sweep()
{
    constexpr qint64 interval = 600 * microsecondsPerSecond;
    m_nextSweep = m_now + interval;
    m_sinceSweep = 0;
    for (std::uint32_t slot = 0; slot < m_messages.size(); ++slot) {
        const OpenMessage& message = m_messages[slot];
        if (!message.used || message.closing)
            continue;
        const qint64 age = m_now - message.seen;
        if (age > (message.queued || message.held ? queuedLife : unqueuedLife))
            settle(slot);
    }
    for (std::uint32_t slot = 0; slot < m_sessions.size(); ++slot) {
        OpenSession& session = m_sessions[slot];
        if (!session.used || m_now - session.seen < day)
            continue;
        endSession(session, nullptr);
        m_sessions.remove(session);
    }
    m_failures.forgetBefore(m_now);
    // A delivery agent delivers within minutes of its handshake, and lives not much longer.
    m_outgoing.forgetBefore(m_now - outgoingLife);
}

} // namespace waxseal
