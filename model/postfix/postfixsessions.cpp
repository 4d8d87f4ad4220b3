// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Sessions of the joiner: from connect to disconnect, and what their handshakes say of their messages.

#include "model/core/domainname.h"
#include "model/postfix/postfixjoiner.h"

#include <algorithm>

namespace waxseal {

PostfixJoiner::Session* PostfixJoiner::findSession(std::uint32_t service, std::uint32_t pid)
{
    const std::uint32_t slot = m_sessionIndex.find(pidKey(m_services[service].host, pid));
    return slot == FlatIndex::none ? nullptr : &m_sessions[slot];
}

std::uint32_t PostfixJoiner::placeForSession()
{
    if (!m_freeSessions.empty()) {
        const std::uint32_t slot = m_freeSessions.back();
        m_freeSessions.pop_back();
        return slot;
    }
    if (m_sessions.size() < mostSessions) {
        m_sessions.emplace_back();
        m_mostSessions = std::max(m_mostSessions, static_cast<std::uint32_t>(m_sessions.size()));
        return static_cast<std::uint32_t>(m_sessions.size() - 1);
    }
    const std::uint32_t slot = oldestOf(m_sessions, m_sessionHand);
    endSession(m_sessions[slot], nullptr);
    m_sessionIndex.remove(m_sessions[slot].key);
    ++m_dropped;
    return slot;
}

PostfixJoiner::Session& PostfixJoiner::session(std::uint32_t service, std::uint32_t pid)
{
    Session* found = findSession(service, pid);
    if (found == nullptr) {
        const std::uint32_t slot = placeForSession();
        found = &m_sessions[slot];
        found->key = pidKey(m_services[service].host, pid);
        found->pid = pid;
        found->used = true;
        found->connectSeen = false;
        found->tlsSeen = false;
        found->handshakeFailed = false;
        found->refused = false;
        found->begun = false;
        found->behindProxy = false;
        found->epoch = m_services[service].silence.epoch();
        found->began = 0;
        found->addressText.clear();
        found->address = {};
        found->name.clear();
        found->proxied = {};
        found->undecided.clear();
        m_sessionIndex.set(found->key, slot);
    }
    found->service = service;
    found->seen = m_now;
    return *found;
}

void PostfixJoiner::setPeer(Session& session, const PostfixEvent& event)
{
    session.address = IpAddress::parse(event.hostAddress).value_or(IpAddress{});
    session.addressText.assign(event.hostAddress);
    session.name.assign(event.hostName);
}

bool PostfixJoiner::isPeer(const Session& session, const PostfixEvent& event) const
{
    return session.addressText == event.hostAddress && session.name == event.hostName;
}

/**
 * The peer that a line of the session names. Another than before is the client that a proxy named by XCLIENT: a
 * handshake until then was the proxy's.
 */
void PostfixJoiner::meetPeer(Session& session, const PostfixEvent& event)
{
    if (isPeer(session, event))
        return;
    if (!session.addressText.empty()) {
        session.behindProxy = true;
        session.tlsSeen = false;
        session.tls = 0;
        session.handshakeFailed = false;
    }
    setPeer(session, event);
}

void PostfixJoiner::onHandshakeFrom(
    std::uint32_t service, const LogRecord& record, const PostfixEvent& event, FileId file)
{
    Session& s = session(service, record.pid);
    meetPeer(s, event);
    m_services[service].silence.handshake(record.pid, s.address, m_time, file, m_verdicts);
    // What began before the handshake went in clear; only a session whose beginning we saw can say so.
    if (s.connectSeen)
        decideUndecided(s, TlsDecision::Known, m_plaintext);
    s.tlsSeen = true;
    s.tls = handshake(event);
    applyVerdicts();
}

/** A message whose TLS hangs on what the session shows later. */
void PostfixJoiner::awaitDecision(Session& session, MessageRef message)
{
    std::vector<MessageRef>& waiting = session.undecided;
    if (waiting.size() == waiting.capacity()) // a session without end: forget what is over before growing
        std::erase_if(waiting, [this](MessageRef ref) { return resolve(ref) == nullptr; });
    waiting.push_back(message);
}

/** `ofUsersToo`: else what authenticated users sent hangs on whether the service logs handshakes. */
void PostfixJoiner::decideUndecided(Session& session, TlsDecision decision, TlsId tls, bool ofUsersToo)
{
    Service& service = m_services[session.service];
    for (const MessageRef ref : session.undecided) {
        Message* message = resolve(ref);
        if (message == nullptr || message->decision != TlsDecision::AtDisconnect)
            continue;
        message->decision = message->authenticated && !ofUsersToo ? TlsDecision::ByService : decision;
        message->tls = message->decision == TlsDecision::ByService ? 0 : tls;
        message->byLogLevel = message->tls != m_plaintext && (session.connectSeen || tls == m_someTls);
        if (session.handshakeFailed)
            message->afterFailure = true;
        if (message->decision == TlsDecision::ByService) {
            if (session.epoch == service.silence.epoch()) {
                Silent silent;
                silent.pid = session.pid;
                silent.peer = session.address;
                silent.time = m_time;
                silent.file = message->place.file();
                silent.lost = isLost(service.host, session.pid);
                silent.slot = ref.slot;
                silent.serial = ref.serial;
                service.silence.add(std::move(silent), m_verdicts);
                continue;
            }
            message->decision = TlsDecision::Known; // begun under other settings
        }
        if (message->closing) // it waited for this
            settleAt(std::max(message->due, m_now), ref);
    }
    session.undecided.clear();
    applyVerdicts();
}

/**
 * At log level 0: whether the STARTTLS that the counts tell of came before the session's only message. The handshake
 * takes longer than anything else in a short session: it lies where the time went.
 */
bool PostfixJoiner::isHandshakeBefore(const Session& session) const
{
    for (const MessageRef ref : session.undecided) {
        if (ref.serial == 0 || ref.slot >= m_messages.size())
            continue;
        const Message& message = m_messages[ref.slot];
        if (!message.used || message.serial != ref.serial || message.accepted == 0)
            continue;
        const qint64 before = session.connectSeen ? message.began - session.began : 0;
        if (m_time - message.accepted > before)
            return false;
    }
    return true;
}

void PostfixJoiner::endSession(Session& session, const PostfixEvent* counts)
{
    const bool counted = counts != nullptr && counts->hasCounts;
    if (counted && counts->startTlsTried > counts->startTlsDone) { // at log level 0 nothing else says so
        noteFailure(session.address);
        session.handshakeFailed = true;
    }
    m_endedUnqueued += session.begun && counts != nullptr ? 1 : 0;
    if (session.undecided.empty())
        return;
    const Service& service = m_services[session.service];
    if (counted) {
        if (counts->xclientTried > 0) {
            decideUndecided(session, TlsDecision::Known, 0);
        } else if (counts->startTlsDone > 0) {
            // Log level 0: TLS was used, and with one MAIL command most likely before it. Which of several began
            // before it, the counts do not say.
            const bool known = counts->mailTried <= 1 && isHandshakeBefore(session);
            decideUndecided(session, TlsDecision::Known, known ? m_someTls : 0);
        } else if (service.wrapper) {
            decideUndecided(session, TlsDecision::Known, 0);
        } else {
            // Users' clients speak wrapper mode (465) to services of any name: their silence is not plaintext.
            decideUndecided(session, TlsDecision::Known, m_plaintext, false);
        }
        return;
    }
    // No counts: before Postfix 3.0, or the end is not in the log.
    if (!session.connectSeen || service.wrapper) {
        m_cutSessions += session.connectSeen ? 0 : 1;
        decideUndecided(session, TlsDecision::Known, 0);
    } else {
        decideUndecided(session, TlsDecision::ByService, 0);
    }
}

TlsId PostfixJoiner::handshake(const PostfixEvent& event)
{
    const std::uint64_t key = hashBytes(event.cipher)
        ^ hashWord(hashBytes(event.protocol) + static_cast<std::uint64_t>(event.trust) * 0x9e3779b97f4a7c15U);
    const std::uint32_t known = m_handshakes.find(key);
    if (known != FlatIndex::none)
        return static_cast<TlsId>(known);
    const TlsId id = m_context.facts->tlsId(
        {TlsState::Tls, parseTlsVersion(event.protocol), event.trust, std::string(event.cipher.substr(0, 80))});
    constexpr std::size_t mostHandshakes = 65'536; // they come from strangers' logs
    if (m_handshakes.size() < mostHandshakes)
        m_handshakes.set(key, id);
    return id;
}

void PostfixJoiner::onProxyAccepted(std::uint32_t service, const LogRecord& record, const PostfixEvent& event)
{
    Session* s = findSession(service, record.pid);
    Message* message = s == nullptr ? nullptr : resolve(s->proxied);
    if (message == nullptr)
        return;
    message->sender = domainId(event.sender.empty() ? nullSender : addressDomain(event.sender));
    message->queued = true;
    ++m_queued;
    message->accepted = m_time;
    message->recipients = std::max(message->recipients, 1U);
    if (!event.queuedAs.empty()) {
        const std::uint32_t copy = findMessage(m_services[service].host, event.queuedAs);
        if (copy != FlatIndex::none) {
            message->spam = m_messages[copy].spam;
            message->recipients = std::max(m_messages[copy].recipients, 1U);
            message->messageId = m_messages[copy].messageId;
        }
        linkReinjected(m_services[service].host, event.queuedAs, message->spam);
    }
    const std::uint32_t slot = s->proxied.slot;
    s->proxied = {};
    close(slot);
}

} // namespace waxseal
