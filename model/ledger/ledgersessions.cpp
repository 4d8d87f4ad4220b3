// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Sessions of the ledger: from connect to disconnect, and what their handshakes say of their messages.

#include "model/core/domainname.h"
#include "model/ledger/ledger.h"

#include <algorithm>

namespace waxseal {

namespace {

bool isNamed(const Peer& peer)
{
    return !peer.address.empty() || !peer.name.empty();
}

} // namespace

OpenSession& Ledger::session(ServiceId service, SessionId id)
{
    OpenSession* found = m_sessions.find(hostOf(service), id);
    if (found == nullptr) {
        if (m_sessions.isFull()) {
            OpenSession& oldest = m_sessions.oldest();
            endSession(oldest, nullptr);
            m_sessions.remove(oldest);
            ++m_counts.dropped;
        }
        found = &m_sessions.add(hostOf(service), id);
        found->epoch = m_services[service].silence.epoch();
    }
    found->service = service;
    found->seen = m_now;
    return *found;
}

bool Ledger::hasSession(ServiceId service, SessionId session)
{
    return m_sessions.find(hostOf(service), session) != nullptr;
}

void Ledger::setPeer(OpenSession& session, const Peer& peer)
{
    session.address = IpAddress::parse(peer.address).value_or(IpAddress{});
    session.addressText.assign(peer.address);
    session.name.assign(peer.name);
}

/**
 * The peer that a line of the session names. Another than before is the client that a proxy named by XCLIENT: a
 * handshake until then was the proxy's.
 */
void Ledger::meetPeer(OpenSession& session, const Peer& peer)
{
    if (session.addressText == peer.address && session.name == peer.name)
        return;
    if (!session.addressText.empty()) {
        session.behindProxy = true;
        session.tlsSeen = false;
        session.tls = unknownTls;
        session.handshakeFailed = false;
    }
    setPeer(session, peer);
}

void Ledger::connected(ServiceId service, SessionId session, const Peer& peer)
{
    OpenSession& s = this->session(service, session);
    endSession(s, nullptr); // a disconnect line is missing
    s.connectSeen = true;
    s.tlsSeen = false;
    s.handshakeFailed = false;
    s.refused = false;
    s.begun = false;
    s.behindProxy = false;
    s.epoch = m_services[service].silence.epoch();
    s.began = m_time;
    s.user.clear();
    setPeer(s, peer);
}

void Ledger::disconnected(ServiceId service, SessionId session, const SessionEnd& end)
{
    OpenSession* s = m_sessions.find(hostOf(service), session);
    if (s == nullptr)
        return;
    if (end.hasCounts && end.mailDone == 0 && end.mailTried > 0 && end.startTlsTried == 0 && s->connectSeen
        && !s->refused)
        ++m_counts.enforced;
    endSession(*s, &end);
    m_sessions.remove(*s);
}

void Ledger::handshake(ServiceId service, SessionId session, const Peer& peer, TlsId tls)
{
    OpenSession& s = this->session(service, session);
    if (isNamed(peer))
        meetPeer(s, peer);
    Service& asked = m_services[service];
    if (asked.traits.silence == Silence::Asks)
        asked.silence.handshake(processOf(session), s.address, m_time, m_place.file(), m_verdicts);
    // What began before the handshake went in clear; only a session whose beginning we saw can say so.
    if (s.connectSeen)
        decideUndecided(s, TlsDecision::Known, m_plaintext);
    s.tlsSeen = true;
    s.tls = tls;
    applyVerdicts();
}

void Ledger::handshakeFailed(ServiceId service, SessionId session, std::string_view address)
{
    OpenSession* s = m_sessions.find(hostOf(service), session);
    if (const auto parsed = IpAddress::parse(address))
        m_failures.note(*parsed, m_time);
    else if (address.empty() && s != nullptr)
        m_failures.note(s->address, m_time);
    if (s != nullptr)
        s->handshakeFailed = true;
}

void Ledger::authenticated(ServiceId service, SessionId session, std::string_view user)
{
    OpenSession& s = this->session(service, session);
    s.user.assign(user.empty() ? "?" : user);
}

void Ledger::rejected(ServiceId service, SessionId session, std::uint64_t count)
{
    m_context.excluded->rejected += count;
    if (OpenSession* s = m_sessions.find(hostOf(service), session))
        s->refused = true;
}

void Ledger::plaintextRejected(
    ServiceId service, SessionId session, std::uint64_t count, std::optional<std::string_view> sender)
{
    m_counts.plaintextRefused += count;
    if (sender) {
        constexpr std::size_t mostSenders = 10'000;
        const std::string domain = domainKey(sender->empty() ? nullSender : addressDomain(*sender));
        auto& senders = m_counts.refusedSenders;
        if (senders.size() < mostSenders || senders.contains(domain))
            senders[domain] += count;
    }
    rejected(service, session, count);
}

/** A message whose TLS hangs on what the session shows later. */
void Ledger::awaitDecision(OpenSession& session, MessageRef message)
{
    std::vector<MessageRef>& waiting = session.undecided;
    if (waiting.size() == waiting.capacity()) // a session without end: forget what is over before growing
        std::erase_if(waiting, [this](MessageRef ref) { return m_messages.resolve(ref) == nullptr; });
    waiting.push_back(message);
}

/** `ofUsersToo`: else what authenticated users sent hangs on whether the service logs handshakes. */
void Ledger::decideUndecided(OpenSession& session, TlsDecision decision, TlsId tls, bool ofUsersToo)
{
    Service& service = m_services[session.service];
    for (const MessageRef ref : session.undecided) {
        OpenMessage* message = m_messages.resolve(ref);
        if (message == nullptr || message->decision != TlsDecision::AtDisconnect)
            continue;
        message->decision = message->authenticated && !ofUsersToo ? TlsDecision::ByService : decision;
        message->tls = message->decision == TlsDecision::ByService ? unknownTls : tls;
        message->byLogLevel = message->tls != m_plaintext && (session.connectSeen || tls == m_someTls);
        if (session.handshakeFailed)
            message->afterFailure = true;
        if (message->decision == TlsDecision::ByService) {
            if (session.epoch == service.silence.epoch()) {
                Silent silent;
                silent.pid = processOf(session.id);
                silent.peer = session.address;
                silent.time = m_time;
                silent.file = message->place.file();
                silent.lost = isLost(service.host, session.id);
                silent.slot = ref.slot;
                silent.serial = ref.serial;
                service.silence.add(std::move(silent), m_verdicts);
                continue;
            }
            message->decision = TlsDecision::Known; // begun under other settings
        }
        if (message->closing) // it waited for this
            m_messages.closeAt(std::max(message->due, m_now), ref);
    }
    session.undecided.clear();
    applyVerdicts();
}

/**
 * Where no handshake is logged: whether the STARTTLS that the counts tell of came before the session's only message.
 * The handshake takes longer than anything else in a short session: it lies where the time went.
 */
bool Ledger::isHandshakeBefore(const OpenSession& session) const
{
    for (const MessageRef ref : session.undecided) {
        if (ref.serial == 0 || ref.slot >= m_messages.size())
            continue;
        const OpenMessage& message = m_messages[ref.slot];
        if (!message.used || message.serial != ref.serial || message.accepted == 0)
            continue;
        const qint64 before = session.connectSeen ? message.began - session.began : 0;
        if (m_time - message.accepted > before)
            return false;
    }
    return true;
}

void Ledger::endSession(OpenSession& session, const SessionEnd* end)
{
    const bool counted = end != nullptr && end->hasCounts;
    if (counted && end->startTlsTried > end->startTlsDone) { // at log level 0 nothing else says so
        m_failures.note(session.address, m_time);
        session.handshakeFailed = true;
    }
    m_counts.endedUnqueued += session.begun && end != nullptr ? 1 : 0;
    if (session.undecided.empty())
        return;
    const ServiceTraits& traits = m_services[session.service].traits;
    if (counted) {
        if (end->xclientTried > 0) {
            decideUndecided(session, TlsDecision::Known, unknownTls);
        } else if (end->startTlsDone > 0) {
            // No handshake line: TLS was used, and with one MAIL command most likely before it. Which of several began
            // before it, the counts do not say.
            const bool known = end->mailTried <= 1 && isHandshakeBefore(session);
            decideUndecided(session, TlsDecision::Known, known ? m_someTls : unknownTls);
        } else if (traits.isWrapper) {
            decideUndecided(session, TlsDecision::Known, unknownTls);
        } else {
            // Users' clients speak wrapper mode (465) to services of any name: their silence is not plaintext.
            decideUndecided(session, TlsDecision::Known, m_plaintext, false);
        }
        return;
    }
    // No counts: this server writes none, or the end is not in the log.
    if (!session.connectSeen || traits.isWrapper) {
        m_counts.cutSessions += session.connectSeen ? 0 : 1;
        decideUndecided(session, TlsDecision::Known, unknownTls);
    } else {
        decideUndecided(session, TlsDecision::ByService, unknownTls);
    }
}

} // namespace waxseal
