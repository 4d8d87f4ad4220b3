// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The ends of the joiner: streams that end, an import that ends, and the state that the next import takes up.

#include "model/postfix/postfixstate.h"
#include "model/postfix/postfixjoiner.h"

#include <QIODevice>

namespace waxseal {

using namespace postfixstate;

void PostfixJoiner::nextStream()
{
    m_now = 0;
}

/** Nothing is decided that the next import could know better: the log may go on. */
void PostfixJoiner::finish()
{
    for (Service& service : m_services) {
        if (service.undecided == nullptr || !service.logsTls)
            continue;
        addRows(*service.undecided, *m_context.facts);
        service.undecided.reset();
    }
    Excluded ignored;
    for (const Message& message : m_messages) {
        FactKey key;
        if (message.used && classifyOpen(message, key, ignored))
            stream(message, key);
    }
}

void PostfixJoiner::addRows(const FactTable& rows, FactTable& facts)
{
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const FactRow row = rows.row(i);
        facts.add(row.key, row.messages, row.recipients, row.evidence[0]);
        if (!row.evidence[1].isNull())
            facts.add(row.key, 0, 0, row.evidence[1]);
    }
}

/** The sum a message belongs to, as far as it can be known now. */
bool PostfixJoiner::classifyOpen(const Message& message, FactKey& key, Excluded& excluded) const
{
    TlsId tls = 0;
    if (lateDecision(message, tls) == TlsDecision::ByService)
        tls = 0;
    return classify(message, tls, key, excluded);
}

void PostfixJoiner::addOpen(FactTable& facts, Excluded& excluded) const
{
    for (const Message& message : m_messages) {
        FactKey key;
        if (message.used && classifyOpen(message, key, excluded))
            facts.add(key, 1, std::max(message.recipients, 1U), message.place);
    }
    for (const Service& service : m_services) {
        if (service.undecided == nullptr)
            continue;
        const FactTable& rows = *service.undecided;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            FactRow row = rows.row(i);
            row.key.tls = 0;
            row.key.fellBack = false;
            facts.add(row.key, row.messages, row.recipients, row.evidence[0]);
            if (!row.evidence[1].isNull())
                facts.add(row.key, 0, 0, row.evidence[1]);
        }
    }
}

void PostfixJoiner::addNotes(std::vector<ImportNote>& notes) const
{
    using Code = ImportNote::Code;
    const auto add = [&](Code code, std::uint64_t count, const QString& detail = {}) {
        if (count > 0)
            notes.push_back({code, count, {}, detail});
    };
    std::uint64_t inboundSilent = m_tlsWithoutVersion + m_inboundSilent;
    std::uint64_t outboundSilent = 0;
    for (const Service& service : m_services) {
        for (std::size_t i = 0; service.undecided != nullptr && i < service.undecided->size(); ++i) {
            const FactTable& rows = *service.undecided;
            (rows.direction(i) == Direction::Outbound ? outboundSilent : inboundSilent) += rows.messages(i);
        }
    }
    std::uint64_t cutMessages = m_cutMessages;
    for (const Message& message : m_messages) {
        TlsId tls = 0;
        cutMessages += message.used && message.begunBefore ? 1 : 0;
        if (message.used && message.queued && message.hasClient && lateDecision(message, tls) == TlsDecision::ByService)
            ++inboundSilent;
    }
    add(Code::TlsLogLevelZero, inboundSilent);
    add(Code::SmtpTlsLogLevelZero, outboundSilent);
    add(Code::SessionsCut, m_cutSessions);
    add(Code::MessagesCut, cutMessages);
    add(Code::EnforcedRefusals, m_enforced);
    add(Code::TooManyOpen, m_dropped);
    constexpr std::uint64_t telling = 20;
    if (!m_manyRelays && m_outboundMessages >= telling && m_context.options->routing.isEmpty())
        add(Code::AllOutboundRelayed, m_outboundMessages, QString::fromStdString(m_onlyRelay));
}

void PostfixJoiner::writeRows(QDataStream& out, const FactTable& rows) const
{
    const FactTable& facts = *m_context.facts;
    out << static_cast<quint32>(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const FactRow row = rows.row(i);
        out << row.key.day << static_cast<quint8>(row.key.direction) << static_cast<quint8>(row.key.spam)
            << row.key.fellBack;
        writeTls(out, facts.tls(row.key.tls));
        out << bytes(facts.domains.text(row.key.domain)) << bytes(facts.domains.text(row.key.nextHop));
        writeAddress(out, facts.host(row.key.host).address);
        out << row.messages << row.recipients << static_cast<quint64>(row.evidence[0].packed)
            << static_cast<quint64>(row.evidence[1].packed);
    }
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
        out << bytes(service.key) << service.logsTls << (service.undecided != nullptr);
        if (service.undecided != nullptr)
            writeRows(out, *service.undecided);
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
            << session.refused << session.seen << bytes(session.name);
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
            << m.afterFailure << static_cast<quint8>(m.decision) << static_cast<quint8>(m.spam)
            << QByteArray(m.queueId, m.queueIdLength) << m.service << m.recipients << m.began << m.seen << m.due
            << static_cast<quint64>(m.place.packed) << static_cast<quint64>(m.messageIdHash)
            << bytes(facts.domains.text(m.sender)) << bytes(facts.domains.text(m.submitter))
            << bytes(facts.host(m.host).name);
        writeAddress(out, facts.host(m.host).address);
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
        out << outgoing.pid << outgoing.host << outgoing.port << outgoing.usedBy << outgoing.seen;
        writeAddress(out, outgoing.address);
        writeTls(out, facts.tls(outgoing.tls));
    }
    out << static_cast<quint32>(m_failures.size());
    for (const Failure& failure : m_failures) {
        writeAddress(out, failure.address);
        out << failure.at;
    }
    return saved + checksum(saved);
}

} // namespace waxseal
