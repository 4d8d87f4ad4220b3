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
    session.name.assign(event.hostName);
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
    for (const MessageRef ref : session.undecided) {
        Message* message = resolve(ref);
        if (message == nullptr || message->decision != TlsDecision::AtDisconnect)
            continue;
        message->decision = message->authenticated && !ofUsersToo ? TlsDecision::ByService : decision;
        message->tls = message->decision == TlsDecision::ByService ? 0 : tls;
        if (session.handshakeFailed)
            message->afterFailure = true;
        if (message->closing) // it waited for this
            settleAt(std::max(message->due, m_now), ref);
    }
    session.undecided.clear();
}

void PostfixJoiner::endSession(Session& session, const PostfixEvent* counts)
{
    const bool counted = counts != nullptr && counts->hasCounts;
    if (counted && counts->startTlsTried > counts->startTlsDone) { // at log level 0 nothing else says so
        noteFailure(session.address);
        session.handshakeFailed = true;
    }
    if (session.undecided.empty())
        return;
    const Service& service = m_services[session.service];
    if (counted) {
        if (counts->startTlsDone > 0) {
            // Log level 0: TLS was used, and with one MAIL command it can only have been behind STARTTLS. Which of
            // several began before it, the counts do not say.
            if (counts->mailTried <= 1) {
                m_tlsWithoutVersion += session.undecided.size();
                decideUndecided(session, TlsDecision::Known, m_someTls);
            } else {
                m_inboundSilent += session.undecided.size();
                decideUndecided(session, TlsDecision::Known, 0);
            }
        } else if (service.wrapper) {
            m_inboundSilent += session.undecided.size();
            decideUndecided(session, TlsDecision::Known, 0);
        } else {
            // Users' clients speak wrapper mode (465) to services of any name: their silence is not plaintext.
            decideUndecided(session, TlsDecision::Known, m_plaintext, service.logsTls);
        }
        return;
    }
    // No counts: before Postfix 3.0, or the end is not in the log.
    if (!session.connectSeen || service.wrapper) {
        m_cutSessions += session.connectSeen ? 0 : 1;
        decideUndecided(session, TlsDecision::Known, 0);
    } else if (service.logsTls) {
        decideUndecided(session, TlsDecision::Known, m_plaintext);
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
