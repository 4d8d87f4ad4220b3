// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The state that the next import takes up. Hashes differ from process to process, so keys are saved as what made them.

#include "model/ledger/ledger.h"
#include "model/ledger/ledgerstate.h"

namespace waxseal {

using namespace ledgerstate;

void Ledger::writeSilence(QDataStream& out, const TlsSilence& silence) const
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
                << static_cast<quint64>(s.place.packed) << bytes(s.id()) << bytes(facts.domains.text(s.key.domain))
                << bytes(facts.domains.text(s.key.nextHop)) << bytes(facts.host(s.key.host).name);
            writeAddress(out, facts.host(s.key.host).address);
        }
        return true;
    });
}

void Ledger::writeSessions(QDataStream& out) const
{
    out << static_cast<quint32>(
        std::count_if(m_sessions.begin(), m_sessions.end(), [](const OpenSession& s) { return s.used; }));
    for (const OpenSession& session : m_sessions) {
        if (!session.used)
            continue;
        out << static_cast<quint64>(session.id) << session.service << session.connectSeen << session.tlsSeen
            << session.handshakeFailed << session.refused << session.begun << session.behindProxy << session.epoch
            << session.began << session.seen << bytes(session.name) << bytes(session.addressText)
            << bytes(session.user);
        writeAddress(out, session.address);
        writeTls(out, m_context.facts->tls(session.tls));
        out << session.pending.slot << session.pending.serial << static_cast<quint32>(session.undecided.size());
        for (const MessageRef ref : session.undecided)
            out << ref.slot << ref.serial;
    }
}

void Ledger::writeMessages(QDataStream& out) const
{
    out << static_cast<quint32>(m_messages.size()) << m_messages.usedCount() << m_messages.serial();
    const FactTable& facts = *m_context.facts;
    for (std::uint32_t slot = 0; slot < m_messages.size(); ++slot) {
        const OpenMessage& m = m_messages[slot];
        if (!m.used)
            continue;
        out << slot << m.serial << m.logHost << (m.key != 0) << m.hasClient << m.queued << m.authenticated
            << m.reinjected << m.pickedUp << m.internal << m.loopback << m.closing << m.begunBefore << m.wholeSession
            << m.afterFailure << m.forwarder << m.held << m.byLogLevel << m.tlsRequired << m.accepted
            << static_cast<quint64>(m.size) << static_cast<quint8>(m.decision) << static_cast<quint8>(m.spam)
            << bytes(m.id()) << m.service << m.recipients << m.began << m.seen << m.due
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
    out << static_cast<quint32>(m_messages.closing().size());
    for (const OpenMessages::Closing& closing : m_messages.closing())
        out << closing.due << closing.ref.slot << closing.ref.serial;
}

void Ledger::writeOutgoing(QDataStream& out) const
{
    out << static_cast<quint32>(m_outgoing.size());
    for (const Outgoing& outgoing : m_outgoing) {
        out << static_cast<quint64>(outgoing.session) << outgoing.host << outgoing.port << outgoing.usedBy
            << outgoing.seen << static_cast<quint64>(outgoing.offeredBy) << static_cast<quint64>(outgoing.nameHash)
            << outgoing.isSession << outgoing.isShaken;
        writeAddress(out, outgoing.address);
        writeTls(out, m_context.facts->tls(outgoing.tls));
    }
}

void Ledger::save(QDataStream& out) const
{
    out << stateMagic << stateVersion << m_nextSweep << static_cast<quint64>(m_sinceSweep) << m_sessions.mostSoFar()
        << static_cast<quint64>(m_messageIdSeed) << static_cast<quint64>(m_outboundMessages) << bytes(m_onlyRelay)
        << m_manyRelays;
    out << static_cast<quint32>(m_services.size());
    for (const Service& service : m_services) {
        out << bytes(service.key);
        writeSilence(out, service.silence);
    }
    writeSessions(out);
    writeMessages(out);
    writeOutgoing(out);
    out << static_cast<quint32>(m_failures.size());
    for (const RecentFailures::Failure& failure : m_failures) {
        writeAddress(out, failure.address);
        out << failure.at;
    }
    out << static_cast<quint32>(m_losses.size());
    for (const Loss& loss : m_losses)
        out << loss.host << loss.pid << loss.until;
    out << m_now;
    writeMessageIds(out);
}

/** Only while messages are streamed: what a workspace keeps names no message. */
void Ledger::writeMessageIds(QDataStream& out) const
{
    quint32 count = 0;
    for (std::uint32_t slot = 0; slot < m_messages.size(); ++slot)
        count += hasMessageId(slot) ? 1 : 0;
    out << count;
    for (std::uint32_t slot = 0; slot < m_messages.size(); ++slot) {
        if (hasMessageId(slot))
            out << slot << bytes(m_messages[slot].messageId);
    }
}

bool Ledger::hasMessageId(std::uint32_t slot) const
{
    return isStreaming() && m_messages[slot].used && !m_messages[slot].messageId.empty();
}

} // namespace waxseal
