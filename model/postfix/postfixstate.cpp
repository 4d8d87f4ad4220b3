// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The ends of the joiner: streams that end, an import that ends, and the state that the next import takes up.

#include "model/postfix/postfixstate.h"
#include "model/postfix/postfixjoiner.h"

#include <QIODevice>

#include <algorithm>

namespace waxseal {

using namespace postfixstate;

void PostfixJoiner::nextStream()
{
    m_now = 0;
}

/** Nothing is decided that the next import could know better: the log may go on. What is known now is streamed. */
void PostfixJoiner::finish()
{
    if (m_context.messages == nullptr || !*m_context.messages)
        return;
    Excluded ignored;
    const std::vector<bool> inClear = heldInClear();
    for (std::uint32_t slot = 0; slot < m_messages.size(); ++slot) {
        FactKey key;
        if (m_messages[slot].used && classifyOpen(slot, inClear, key, ignored))
            stream(m_messages[slot], key);
    }
    for (const Service& service : m_services) {
        service.silence.forEachHeld([&](const Silent& silent, bool isPlaintext) {
            if (silent.serial != 0 || !silent.isFirst)
                return;
            FactKey key = silent.key;
            key.tls = isPlaintext ? key.tls : 0;
            streamDelivery(key, silent.time, {silent.queueId.data(), silent.queueIdLength}, silent.messageId);
        });
    }
}

/** The places of messages that would be plaintext by their services' silence if the log ended here. */
std::vector<bool> PostfixJoiner::heldInClear() const
{
    std::vector<bool> inClear(m_messages.size());
    for (const Service& service : m_services) {
        service.silence.forEachHeld([&](const Silent& silent, bool isPlaintext) {
            if (isPlaintext && silent.serial != 0 && silent.slot < m_messages.size()
                && m_messages[silent.slot].serial == silent.serial)
                inClear[silent.slot] = true;
        });
    }
    return inClear;
}

/** The sum a message belongs to, as far as it can be known now. */
bool PostfixJoiner::classifyOpen(
    std::uint32_t slot, const std::vector<bool>& inClear, FactKey& key, Excluded& excluded) const
{
    const Message& message = m_messages[slot];
    const bool isHeld = message.decision == TlsDecision::ByService && inClear[slot];
    return classify(message, isHeld ? m_plaintext : lateTls(message), key, excluded);
}

void PostfixJoiner::addOpen(FactTable& facts, Excluded& excluded) const
{
    const std::vector<bool> inClear = heldInClear();
    for (std::uint32_t slot = 0; slot < m_messages.size(); ++slot) {
        FactKey key;
        if (m_messages[slot].used && classifyOpen(slot, inClear, key, excluded))
            facts.add(key, 1, std::max(m_messages[slot].recipients, 1U), m_messages[slot].place);
    }
    for (const Service& service : m_services) {
        service.silence.forEachHeld([&](const Silent& silent, bool isPlaintext) {
            if (silent.serial != 0)
                return;
            FactKey key = silent.key;
            key.tls = isPlaintext ? key.tls : 0;
            key.fellBack = isPlaintext && key.fellBack;
            facts.add(key, silent.isFirst ? 1 : 0, 1, silent.place);
        });
    }
}

std::uint64_t PostfixJoiner::openCount() const
{
    auto count = static_cast<std::uint64_t>(
        std::count_if(m_sessions.begin(), m_sessions.end(), [](const Session& session) { return session.used; }));
    for (const Message& message : m_messages)
        count += message.used && (!message.closing || message.decision != TlsDecision::Known) ? 1 : 0;
    for (const Service& service : m_services)
        service.silence.forEachHeld([&](const Silent& silent, bool) { count += silent.serial == 0 ? 1 : 0; });
    return count;
}

namespace {

/** "a.example (12), b.example (3) …": who has most. */
QString listed(const std::map<std::string, std::uint64_t>& counts)
{
    std::vector<std::pair<std::string, std::uint64_t>> most(counts.begin(), counts.end());
    std::stable_sort(most.begin(), most.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    constexpr std::size_t few = 5;
    QStringList out;
    for (std::size_t i = 0; i < std::min(few, most.size()); ++i) {
        QByteArray name = QByteArray::fromStdString(most[i].first).left(80);
        for (char& c : name)
            c = c > ' ' && c < '\x7f' ? c : '?'; // a stranger wrote it; what is a host name has no other bytes
        out.append(QStringLiteral("%1 (%2)")
                       .arg(name.isEmpty() ? QStringLiteral("?") : QString::fromLatin1(name))
                       .arg(most[i].second));
    }
    return out.join(QStringLiteral(", ")) + (most.size() > few ? QStringLiteral(" …") : QString());
}

} // namespace

void PostfixJoiner::addNotes(std::vector<ImportNote>& notes) const
{
    using Code = ImportNote::Code;
    const auto add = [&](Code code, std::uint64_t count, const QString& detail = {}) {
        if (count > 0)
            notes.push_back({code, count, {}, detail});
    };
    std::uint64_t inboundSilent = m_inboundSilent;
    std::uint64_t outboundSilent = m_outboundSilent;
    std::uint64_t cutMessages = m_cutMessages;
    std::uint64_t onHold = m_heldForGood;
    const std::vector<bool> inClear = heldInClear();
    for (std::uint32_t slot = 0; slot < m_messages.size(); ++slot) {
        const Message& message = m_messages[slot];
        if (!message.used)
            continue;
        cutMessages += message.begunBefore ? 1 : 0;
        onHold += message.held && !message.queued ? 1 : 0;
        FactKey key;
        Excluded ignored;
        const bool byLogLevel = message.byLogLevel || message.decision == TlsDecision::ByService
            || (message.decision == TlsDecision::AtDisconnect && message.wholeSession);
        if (byLogLevel && classifyOpen(slot, inClear, key, ignored) && (key.tls == 0 || key.tls == m_someTls))
            ++inboundSilent;
    }
    for (const Service& service : m_services) {
        service.silence.forEachHeld([&](const Silent& silent, bool isPlaintext) {
            outboundSilent += silent.serial == 0 && silent.isFirst && !isPlaintext ? 1 : 0;
        });
    }
    // What was held and is gone may be what the queue manager names under another id.
    cutMessages -= std::min(cutMessages, onHold);
    if (m_hasLosses)
        notes.push_back({Code::LinesLost, m_linesLost, {}, {}});
    if (m_begun > 0 && m_queued == 0 && m_endedUnqueued > 0)
        notes.push_back({Code::NoQueueManager, m_begun, {}, {}});
    add(Code::TlsLogLevelZero, inboundSilent);
    add(Code::SmtpTlsLogLevelZero, outboundSilent);
    add(Code::BehindProxy, m_behindProxy);
    add(Code::SessionsCut, m_cutSessions);
    add(Code::MessagesCut, cutMessages);
    add(Code::OnHold, onHold);
    add(Code::EnforcedRefusals, m_enforced);
    add(Code::PlaintextRefusals, m_plaintextRefused, listed(m_refusedSenders));
    add(Code::TlsRequiredFailures, m_tlsRequired, listed(m_tlsRequiredBy));
    add(Code::StartTlsUnused, m_startTlsUnused, listed(m_startTlsUnusedBy));
    add(Code::TooManyOpen, m_dropped);
    constexpr std::uint64_t telling = 20;
    if (!m_manyRelays && m_outboundMessages >= telling && m_context.options->routing.isEmpty())
        add(Code::AllOutboundRelayed, m_outboundMessages, QString::fromStdString(m_onlyRelay));
}

void PostfixJoiner::writeSilence(QDataStream& out, const TlsSilence& silence) const
{
    const FactTable& facts = *m_context.facts;
    TlsSilence copy = silence;
    const auto number = [&](const auto&... values) { (writePlain(out, values), ...); };
    copy.transfer(number, [&](const std::vector<Silent>& held) {
        out << static_cast<quint32>(held.size());
        for (const Silent& s : held) {
            out << s.pid << s.time << s.file << s.proven << s.lost << s.isOfEarlierLog << s.slot << s.serial;
            writeAddress(out, s.peer);
            if (s.serial != 0)
                continue;
            out << s.key.day << static_cast<quint8>(s.key.spam) << s.key.fellBack << s.isFirst
                << static_cast<quint64>(s.place.packed) << QByteArray(s.queueId.data(), s.queueIdLength)
                << bytes(facts.domains.text(s.key.domain)) << bytes(facts.domains.text(s.key.nextHop))
                << bytes(facts.host(s.key.host).name);
            writeAddress(out, facts.host(s.key.host).address);
        }
        return true;
    });
}

QByteArray PostfixJoiner::save() const
{
    QByteArray saved;
    QDataStream out(&saved, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_0);
    out << stateMagic << stateVersion << m_nextSweep << static_cast<quint64>(m_sinceSweep) << m_mostSessions
        << static_cast<quint64>(m_messageIdSeed) << static_cast<quint64>(m_outboundMessages) << bytes(m_onlyRelay)
        << m_manyRelays;

    out << static_cast<quint32>(m_services.size());
    for (const Service& service : m_services) {
        out << bytes(service.key);
        writeSilence(out, service.silence);
    }

    quint32 count = 0;
    for (const Session& session : m_sessions)
        count += session.used ? 1 : 0;
    out << count;
    // Hashes differ from process to process, so keys are saved as what made them.
    for (const Session& session : m_sessions) {
        if (!session.used)
            continue;
        out << session.pid << session.service << session.connectSeen << session.tlsSeen << session.handshakeFailed
            << session.refused << session.begun << session.behindProxy << session.epoch << session.began << session.seen
            << bytes(session.name) << bytes(session.addressText);
        writeAddress(out, session.address);
        writeTls(out, m_context.facts->tls(session.tls));
        out << session.proxied.slot << session.proxied.serial << static_cast<quint32>(session.undecided.size());
        for (const MessageRef ref : session.undecided)
            out << ref.slot << ref.serial;
    }

    count = 0;
    for (const Message& message : m_messages)
        count += message.used ? 1 : 0;
    out << static_cast<quint32>(m_messages.size()) << count << m_serial;
    const FactTable& facts = *m_context.facts;
    for (std::uint32_t slot = 0; slot < m_messages.size(); ++slot) {
        const Message& m = m_messages[slot];
        if (!m.used)
            continue;
        out << slot << m.serial << m.logHost << (m.key != 0) << m.hasClient << m.queued << m.authenticated
            << m.reinjected << m.pickedUp << m.internal << m.loopback << m.closing << m.begunBefore << m.wholeSession
            << m.afterFailure << m.forwarder << m.held << m.byLogLevel << m.tlsRequired << m.accepted
            << static_cast<quint64>(m.size) << static_cast<quint8>(m.decision) << static_cast<quint8>(m.spam)
            << QByteArray(m.queueId, m.queueIdLength) << m.service << m.recipients << m.began << m.seen << m.due
            << static_cast<quint64>(m.place.packed) << static_cast<quint64>(m.messageIdHash) << m.ownsMessageId
            << bytes(facts.domains.text(m.sender)) << bytes(facts.domains.text(m.submitter))
            << bytes(facts.host(m.host).name);
        writeAddress(out, facts.host(m.host).address);
        writeAddress(out, m.client);
        writeTls(out, facts.tls(m.tls));
        out << static_cast<quint32>(m.delivered.size());
        for (const DomainId domain : m.delivered)
            out << bytes(facts.domains.text(domain));
    }
    out << static_cast<quint32>(m_closing.size());
    for (const Closing& closing : m_closing)
        out << closing.due << closing.ref.slot << closing.ref.serial;

    out << static_cast<quint32>(m_outgoing.size());
    for (const Outgoing& outgoing : m_outgoing) {
        out << outgoing.pid << outgoing.host << outgoing.port << outgoing.usedBy << outgoing.seen
            << static_cast<quint64>(outgoing.offeredBy);
        writeAddress(out, outgoing.address);
        writeTls(out, facts.tls(outgoing.tls));
    }
    out << static_cast<quint32>(m_failures.size());
    for (const Failure& failure : m_failures) {
        writeAddress(out, failure.address);
        out << failure.at;
    }
    out << static_cast<quint32>(m_losses.size());
    for (const Loss& loss : m_losses)
        out << loss.host << loss.pid << loss.until;
    out << m_now;
    return saved + checksum(saved);
}

} // namespace waxseal
