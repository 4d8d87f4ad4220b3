// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The life of a message in the joiner: made, told about, closed, settled.

#include "model/core/domainname.h"
#include "model/postfix/postfixjoiner.h"

#include <algorithm>
#include <cstring>

namespace waxseal {

namespace {

/** How long a removed message waits for lines that a multi-threaded log wrote late. */
constexpr qint64 grace = 10 * microsecondsPerSecond;
/** A retry in clear this soon after a failed handshake is a fall-back (Postfix's own default retry is within the hour).
 */
constexpr qint64 failureMemory = 2 * 3600 * microsecondsPerSecond;
constexpr qint64 unqueuedLife = 3600 * microsecondsPerSecond;
constexpr qint64 outgoingLife = 3600 * microsecondsPerSecond;
constexpr qint64 day = 86400 * microsecondsPerSecond;
/** maximal_queue_lifetime is five days; a week covers the usual settings. */
constexpr qint64 queuedLife = 7 * day;
constexpr std::size_t mostFailures = 500'000;

std::uint64_t addressKey(const IpAddress& address)
{
    return hashBytes({reinterpret_cast<const char*>(address.bytes.data()), address.bytes.size()});
}

constexpr auto laterFirst = [](const auto& a, const auto& b) { return a.due > b.due; };

} // namespace

std::uint32_t PostfixJoiner::findMessage(std::uint32_t host, std::string_view queueId) const
{
    return m_messageIndex.find(queueKey(host, queueId));
}

/**
 * Programs of one Postfix may log under several host names (a service with its own myhostname): a queue id that is new
 * here may have begun there moments ago. The message is then known under both.
 */
std::uint32_t PostfixJoiner::findAnywhere(std::uint32_t host, std::string_view queueId)
{
    const std::uint32_t here = findMessage(host, queueId);
    if (here != FlatIndex::none || m_hosts.size() > 10)
        return here;
    for (std::uint32_t other = 1; other < m_hosts.size(); ++other) {
        const std::uint32_t slot = other == host ? FlatIndex::none : findMessage(other, queueId);
        if (slot == FlatIndex::none)
            continue;
        Message& message = m_messages[slot];
        constexpr qint64 moments = 60 * microsecondsPerSecond;
        if (!message.hasClient || message.queued || message.messageIdHash != 0 || m_time - message.began > moments)
            continue;
        m_messageIndex.remove(message.key);
        message.logHost = host;
        message.key = queueKey(host, queueId);
        m_messageIndex.set(message.key, slot);
        return slot;
    }
    return FlatIndex::none;
}

/**
 * A message of which cleanup or the queue manager told before smtpd did: lines of one second have no order between
 * files, and a syslog daemon with several threads may write them a moment late. No queue id comes back within seconds.
 */
std::uint32_t PostfixJoiner::findEarly(std::uint32_t host, std::string_view queueId)
{
    const std::uint32_t slot = findMessage(host, queueId);
    if (slot == FlatIndex::none)
        return FlatIndex::none;
    Message& message = m_messages[slot];
    if (message.hasClient || message.pickedUp || m_now - message.seen > grace)
        return FlatIndex::none;
    // What was delivered in an earlier second is another message, which had the same short queue id.
    if (!message.delivered.empty() && m_now - message.seen >= microsecondsPerSecond)
        return FlatIndex::none;
    message.begunBefore = false;
    return slot;
}

std::uint32_t PostfixJoiner::newMessage(std::uint32_t host, std::string_view queueId)
{
    if (!queueId.empty()) {
        // Short queue ids are used again after minutes: the message before is over.
        if (const std::uint32_t old = findMessage(host, queueId); old != FlatIndex::none)
            settle(old);
    }
    std::uint32_t slot = 0;
    if (m_freeMessages.empty() && m_messages.size() >= mostOpenMessages)
        settleOldest();
    if (m_freeMessages.empty()) {
        slot = static_cast<std::uint32_t>(m_messages.size());
        m_messages.emplace_back();
    } else {
        slot = m_freeMessages.back();
        m_freeMessages.pop_back();
    }
    Message& message = m_messages[slot];
    std::vector<DomainId> delivered = std::move(message.delivered);
    std::string messageId = std::move(message.messageId);
    delivered.clear();
    messageId.clear();
    message = Message{};
    message.delivered = std::move(delivered);
    message.messageId = std::move(messageId);
    message.used = true;
    message.serial = ++m_serial;
    message.began = m_time;
    message.seen = m_now;
    if (!queueId.empty()) {
        message.logHost = host;
        message.key = queueKey(host, queueId);
        message.queueIdLength = static_cast<std::uint8_t>(std::min(queueId.size(), sizeof message.queueId));
        std::memcpy(message.queueId, queueId.data(), message.queueIdLength);
        m_messageIndex.set(message.key, slot);
    }
    return slot;
}

std::uint32_t PostfixJoiner::messageFor(std::uint32_t host, std::string_view queueId)
{
    const std::uint32_t found = findMessage(host, queueId);
    return found != FlatIndex::none ? found : newMessage(host, queueId);
}

PostfixJoiner::Message* PostfixJoiner::resolve(MessageRef ref)
{
    if (ref.serial == 0 || ref.slot >= m_messages.size())
        return nullptr;
    Message& message = m_messages[ref.slot];
    return message.used && message.serial == ref.serial ? &message : nullptr;
}

void PostfixJoiner::beginMessage(
    Session& session, Message& message, std::uint32_t slot, const PostfixEvent& event, Evidence place)
{
    message.hasClient = true;
    message.place = place;
    message.loopback = session.address.isLoopback();
    message.internal = isIn(m_context.options->internal, session.address);
    message.forwarder = isIn(m_context.options->forwarders, session.address);
    message.client = session.address;
    message.reinjected = event.forwarded;
    message.wholeSession = session.connectSeen;
    if (!event.saslUser.empty()) {
        message.authenticated = true;
        const std::string_view domain = addressDomain(event.saslUser);
        if (!domain.empty())
            message.submitter = domainId(domain);
    }
    if (!message.internal || message.authenticated)
        message.host = m_context.facts->hostId(session.address, session.name);
    message.afterFailure = failedLately(session.address);
    if (session.tlsSeen) {
        message.tls = session.tls;
    } else if (session.behindProxy) {
        ++m_behindProxy; // the TLS that matters ended at the proxy, if there was any
    } else {
        message.decision = TlsDecision::AtDisconnect;
        awaitDecision(session, {slot, message.serial});
    }
}

void PostfixJoiner::onMessageId(std::uint32_t host, const PostfixEvent& event)
{
    std::uint32_t slot = findAnywhere(host, event.queueId);
    if (slot == FlatIndex::none || m_messages[slot].closing)
        slot = newMessage(host, event.queueId);
    Message& message = m_messages[slot];
    message.seen = m_now;
    if (m_context.messages != nullptr && *m_context.messages)
        message.messageId.assign(event.messageId.substr(0, 998)); // RFC 5322, 2.1.1
    if (event.messageId.size() <= 2)
        return;
    message.messageIdHash = hashBytes(event.messageId, m_messageIdSeed);
    if (m_byMessageId.find(message.messageIdHash) == FlatIndex::none) { // the first copy is the one from outside
        m_byMessageId.set(message.messageIdHash, slot);
        message.ownsMessageId = true;
    }
}

void PostfixJoiner::onQueued(std::uint32_t host, const PostfixEvent& event)
{
    std::uint32_t slot = findAnywhere(host, event.queueId);
    if (slot == FlatIndex::none) {
        slot = newMessage(host, event.queueId);
        m_messages[slot].begunBefore = true;
    }
    ++m_queued;
    Message& message = m_messages[slot];
    message.seen = m_now;
    if (message.queued) // active again after a deferral
        return;
    message.queued = true;
    message.accepted = m_time;
    message.size = event.size;
    message.sender = domainId(event.sender.empty() ? nullSender : addressDomain(event.sender));
    message.recipients = event.recipients;
}

/** The message goes on under the queue id that `other` has begun to tell of. */
void PostfixJoiner::takeOver(Message& message, std::uint32_t slot, std::uint32_t other)
{
    Message& later = m_messages[other];
    if (!message.queued && later.queued) {
        message.queued = true;
        message.sender = later.sender;
        message.recipients = later.recipients;
        message.accepted = later.accepted;
        message.size = later.size;
    }
    message.delivered.insert(message.delivered.end(), later.delivered.begin(), later.delivered.end());
    const bool isClosing = later.closing;
    free(other);
    if (isClosing)
        close(slot);
}

/** MailScanner's "Requeue", or pickup's line for what postsuper(1) put back: one message under another queue id. */
void PostfixJoiner::onRequeued(std::uint32_t host, const PostfixEvent& event)
{
    const std::uint32_t other = findMessage(host, event.queueId);
    const std::uint32_t slot = findMessage(host, event.originalId);
    if (slot == FlatIndex::none) {
        // One more copy of it, or one whose beginning is not in the log: no message of its own.
        const std::uint32_t copy = other == FlatIndex::none ? newMessage(host, event.queueId) : other;
        m_messages[copy].begunBefore = false;
        return;
    }
    if (slot == other)
        return;
    if (other != FlatIndex::none && (m_messages[other].hasClient || m_messages[other].pickedUp))
        return; // a message of its own: the ids say nothing
    Message& message = m_messages[slot];
    if (other != FlatIndex::none)
        takeOver(message, slot, other);
    m_messageIndex.remove(message.key);
    message.key = queueKey(host, event.queueId);
    message.logHost = host;
    message.queueIdLength = static_cast<std::uint8_t>(std::min(event.queueId.size(), sizeof message.queueId));
    std::memcpy(message.queueId, event.queueId.data(), message.queueIdLength);
    m_messageIndex.set(message.key, slot);
    message.held = false;
    message.seen = m_now;
}

void PostfixJoiner::linkReinjected(std::uint32_t host, std::string_view queueId, SpamVerdict verdict)
{
    const std::uint32_t slot = findAnywhere(host, queueId);
    if (slot == FlatIndex::none)
        return;
    m_messages[slot].reinjected = true;
    if (verdict != SpamVerdict::Unlabelled)
        m_messages[slot].spam = verdict;
}

void PostfixJoiner::onSpamReport(std::uint32_t host, const SpamReport& report)
{
    std::uint32_t slot = FlatIndex::none;
    if (!report.queueId.empty()) {
        slot = findMessage(host, report.queueId);
    } else if (report.messageId.size() > 2) {
        // A sender writes message-ids: only one that is open and young is believed.
        slot = m_byMessageId.find(hashBytes(report.messageId, m_messageIdSeed));
        constexpr qint64 tenMinutes = 600 * microsecondsPerSecond;
        if (slot != FlatIndex::none && m_time - m_messages[slot].began > tenMinutes)
            slot = FlatIndex::none;
    }
    if (slot != FlatIndex::none)
        m_messages[slot].spam = report.verdict;
    if (report.queuedAs.empty() || report.queuedAs == report.queueId)
        return;
    // A link needs both ends: the scanner puts mail back from our own side, or the message that it names is the same.
    const std::uint32_t copy = findAnywhere(host, report.queuedAs);
    if (copy == FlatIndex::none)
        return;
    const Message& back = m_messages[copy];
    bool isSame = false;
    if (slot != FlatIndex::none && slot != copy && m_messages[slot].began <= back.began) {
        const Message& scanned = m_messages[slot];
        isSame = (scanned.messageIdHash != 0 && scanned.messageIdHash == back.messageIdHash)
            || (scanned.queued && back.queued && scanned.sender == back.sender);
    }
    if (!back.hasClient || back.internal || back.reinjected || isNear(back.client) || isSame)
        linkReinjected(host, report.queuedAs, report.verdict);
}

void PostfixJoiner::close(std::uint32_t slot)
{
    Message& message = m_messages[slot];
    if (message.closing)
        return;
    message.closing = true;
    message.due = m_now + grace;
    settleAt(message.due, {slot, message.serial});
}

void PostfixJoiner::settleAt(qint64 due, MessageRef ref)
{
    m_closing.push_back({due, ref});
    std::push_heap(m_closing.begin(), m_closing.end(), laterFirst);
}

void PostfixJoiner::settleDue()
{
    while (!m_closing.empty() && m_closing.front().due < m_now) {
        const MessageRef ref = m_closing.front().ref;
        std::pop_heap(m_closing.begin(), m_closing.end(), laterFirst);
        m_closing.pop_back();
        const Message* message = resolve(ref);
        if (message != nullptr && message->decision == TlsDecision::Known) // else it is queued again when decided
            settle(ref.slot);
    }
}

/** Counts a message and forgets it. */
void PostfixJoiner::settle(std::uint32_t slot)
{
    Message& message = m_messages[slot];
    count(message, lateTls(message), *m_context.facts);
    if (message.begunBefore)
        ++m_cutMessages;
    if (message.held && !message.queued)
        ++m_heldForGood;
    free(slot);
}

void PostfixJoiner::free(std::uint32_t slot)
{
    Message& message = m_messages[slot];
    if (!message.used)
        return;
    if (message.key != 0 && m_messageIndex.find(message.key) == slot)
        m_messageIndex.remove(message.key);
    if (message.messageIdHash != 0 && m_byMessageId.find(message.messageIdHash) == slot)
        m_byMessageId.remove(message.messageIdHash);
    message.used = false;
    m_freeMessages.push_back(slot);
}

/** Which sum a message belongs to: true and the key of a row, or one more in `excluded`, or nothing at all. */
bool PostfixJoiner::classify(const Message& message, TlsId tls, FactKey& key, Excluded& excluded) const
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
void PostfixJoiner::count(const Message& message, TlsId tls, FactTable& facts)
{
    FactKey key;
    if (!classify(message, tls, key, *m_context.excluded))
        return;
    facts.add(key, 1, std::max(message.recipients, 1U), message.place);
    ++m_settled;
    m_inboundSilent += message.byLogLevel && (tls == 0 || tls == m_someTls) ? 1 : 0;
    stream(message, key);
}

void PostfixJoiner::stream(const Message& message, const FactKey& key) const
{
    if (m_context.messages == nullptr || !*m_context.messages)
        return;
    MessageRecord out;
    out.time = message.began;
    out.direction = key.direction;
    out.domain = m_context.facts->domains.text(key.domain);
    out.host = &m_context.facts->host(key.host);
    out.queueId = {message.queueId, message.queueIdLength};
    out.messageId = message.messageId;
    out.tls = &m_context.facts->tls(key.tls);
    out.spam = message.spam;
    out.recipients = std::max(message.recipients, 1U);
    (*m_context.messages)(out);
}

/** The TLS of a message that is to be counted before its session or its service says more. */
TlsId PostfixJoiner::lateTls(const Message& message) const
{
    if (message.decision == TlsDecision::Known)
        return message.tls;
    if (message.decision == TlsDecision::ByService || !message.wholeSession)
        return 0;
    const Service& service = m_services[message.service];
    return service.silence.isTelling() && !isLost(service.host, 0) ? m_plaintext : 0;
}

/** There are too many: one of the oldest counts as what is known of it. */
void PostfixJoiner::settleOldest()
{
    settle(oldestOf(m_messages, m_messageHand));
    ++m_dropped;
}

/** Now and then in log time, and never more than a few places a record: a log may hold a record an hour. */
bool PostfixJoiner::isSweepDue() const
{
    if (m_now < m_nextSweep && m_now >= m_nextSweep - sweepInterval)
        return false;
    constexpr std::uint64_t placesARecord = 16;
    return m_sinceSweep * placesARecord >= m_messages.size() + m_mostSessions + m_failures.size() + m_outgoing.size();
}

/** Forgets what nothing will be heard of any more. */
void PostfixJoiner::sweep()
{
    m_nextSweep = m_now + sweepInterval;
    m_sinceSweep = 0;
    for (std::uint32_t slot = 0; slot < m_messages.size(); ++slot) {
        const Message& message = m_messages[slot];
        if (!message.used || message.closing)
            continue;
        const qint64 age = m_now - message.seen;
        if (age > (message.queued || message.held ? queuedLife : unqueuedLife))
            settle(slot);
    }
    for (std::uint32_t slot = 0; slot < m_sessions.size(); ++slot) {
        Session& session = m_sessions[slot];
        if (!session.used || m_now - session.seen < day)
            continue;
        endSession(session, nullptr);
        session.used = false;
        m_sessionIndex.remove(session.key);
        m_freeSessions.push_back(slot);
    }
    for (std::uint32_t slot = 0; slot < m_failures.size();) {
        if (m_now - m_failures[slot].at <= failureMemory) {
            ++slot;
            continue;
        }
        m_failureIndex.remove(addressKey(m_failures[slot].address));
        if (slot + 1 < m_failures.size()) {
            m_failures[slot] = m_failures.back();
            m_failureIndex.set(addressKey(m_failures[slot].address), slot);
        }
        m_failures.pop_back();
    }
    // An smtp process delivers within minutes of its handshake, and lives not much longer (max_idle, max_use).
    for (std::uint32_t slot = 0; slot < m_outgoing.size();) {
        Outgoing& outgoing = m_outgoing[slot];
        if (m_now - outgoing.seen < outgoingLife) {
            ++slot;
            continue;
        }
        m_outgoingIndex.remove(pidKey(outgoing.host, outgoing.pid));
        if (slot + 1 < m_outgoing.size()) {
            outgoing = m_outgoing.back();
            m_outgoingIndex.set(pidKey(outgoing.host, outgoing.pid), slot);
        }
        m_outgoing.pop_back();
    }
}

void PostfixJoiner::noteFailure(const IpAddress& address)
{
    if (address.isNull() || m_failures.size() >= mostFailures)
        return;
    const std::uint64_t key = addressKey(address);
    const std::uint32_t known = m_failureIndex.find(key);
    if (known != FlatIndex::none) {
        m_failures[known].at = m_time;
    } else {
        m_failureIndex.set(key, static_cast<std::uint32_t>(m_failures.size()));
        m_failures.push_back({address, m_time});
    }
}

bool PostfixJoiner::failedLately(const IpAddress& address) const
{
    if (m_failures.empty())
        return false;
    const std::uint32_t slot = m_failureIndex.find(addressKey(address));
    if (slot == FlatIndex::none)
        return false;
    const qint64 ago = m_time - m_failures[slot].at;
    return ago >= 0 && ago <= failureMemory;
}

bool PostfixJoiner::isIn(const std::vector<Cidr>& networks, const IpAddress& address)
{
    return std::any_of(networks.begin(), networks.end(), [&](const Cidr& c) { return c.contains(address); });
}

/** Loopback and private addresses, whatever the user counts as internal. */
bool PostfixJoiner::isNear(const IpAddress& address)
{
    static const std::vector<Cidr> near = defaultInternalNetworks();
    return isIn(near, address);
}

DomainId PostfixJoiner::domainId(std::string_view raw)
{
    Dictionary& domains = m_context.facts->domains;
    const std::uint32_t known = domains.find(raw); // keys are their own keys
    return known != HashIndex::empty ? known : domains.id(domainKey(raw));
}

} // namespace waxseal
