// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The ends of the joiner: streams that end, an import that ends, and the state that the next import continues from.

#include "model/core/domainname.h"
#include "model/postfix/postfixjoiner.h"

#include <QDataStream>
#include <QIODevice>

#include <algorithm>
#include <cstring>

namespace waxseal {

namespace {

constexpr quint32 stateMagic = 0x57585046; // "WXPF"
constexpr quint32 stateVersion = 1;
constexpr quint32 mostSaved = 4'000'000;

QByteArray bytes(std::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

void writeTls(QDataStream& out, const TlsFact& fact)
{
    out << static_cast<quint8>(fact.state) << static_cast<quint8>(fact.version) << static_cast<quint8>(fact.trust)
        << bytes(fact.cipher);
}

bool readTls(QDataStream& in, TlsFact& fact)
{
    quint8 state = 0;
    quint8 version = 0;
    quint8 trust = 0;
    QByteArray cipher;
    in >> state >> version >> trust >> cipher;
    if (state > 2 || version > 5 || trust > 4 || cipher.size() > 255)
        return false;
    fact = {static_cast<TlsState>(state), static_cast<TlsVersion>(version), static_cast<Trust>(trust), cipher.toStdString()};
    return in.status() == QDataStream::Ok;
}

void writeAddress(QDataStream& out, const IpAddress& address)
{
    out.writeRawData(reinterpret_cast<const char*>(address.bytes.data()), 16);
}

void readAddress(QDataStream& in, IpAddress& address)
{
    if (in.readRawData(reinterpret_cast<char*>(address.bytes.data()), 16) != 16)
        in.setStatus(QDataStream::ReadPastEnd);
}

} // namespace

void PostfixJoiner::nextStream()
{
    while (!m_closing.empty()) {
        const MessageRef ref = m_closing.front().ref;
        m_closing.pop_front();
        const Message* message = resolve(ref);
        if (message != nullptr && message->decision != TlsDecision::AtDisconnect)
            settle(ref.slot);
    }
    m_now = 0;
    m_nextSweep = 0;
}

void PostfixJoiner::finish()
{
    nextStream();
    for (Service& service : m_services) {
        if (service.undecided == nullptr)
            continue;
        const FactTable& rows = *service.undecided;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            FactRow row = rows.row(i);
            if (!service.logsTls) {
                row.key.tls = 0;
                row.key.fellBack = false;
                (row.key.direction == Direction::Outbound ? m_outboundSilent : m_inboundSilent) += row.messages;
            }
            m_context.facts->add(row.key, row.messages, row.recipients, row.evidence[0]);
            if (!row.evidence[1].isNull())
                m_context.facts->add(row.key, 0, 0, row.evidence[1]);
        }
        service.undecided.reset();
    }
}

void PostfixJoiner::addOpen(FactTable& facts, Excluded& excluded) const
{
    for (const Message& message : m_messages) {
        if (!message.used)
            continue;
        TlsId tls = 0;
        if (lateDecision(message, tls) == TlsDecision::ByService)
            tls = 0;
        FactKey key;
        if (classify(message, tls, key, excluded))
            facts.add(key, 1, std::max(message.recipients, 1U), message.place);
    }
}

void PostfixJoiner::addNotes(std::vector<ImportNote>& notes) const
{
    using Code = ImportNote::Code;
    const auto add = [&](Code code, std::uint64_t count, const QString& detail = {}) {
        if (count > 0)
            notes.push_back({code, count, {}, detail});
    };
    add(Code::TlsLogLevelZero, m_tlsWithoutVersion + m_inboundSilent);
    add(Code::SmtpTlsLogLevelZero, m_outboundSilent);
    add(Code::SessionsCut, m_cutSessions);
    add(Code::MessagesCut, m_cutMessages);
    add(Code::EnforcedRefusals, m_enforced);
    add(Code::TooManyOpen, m_dropped);
    constexpr std::uint64_t telling = 20;
    if (!m_manyRelays && m_outboundMessages >= telling && m_context.options->routing.isEmpty())
        add(Code::AllOutboundRelayed, m_outboundMessages, QString::fromStdString(m_onlyRelay));
}

QByteArray PostfixJoiner::save() const
{
    QByteArray saved;
    QDataStream out(&saved, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_0);
    out << stateMagic << stateVersion << m_now << m_nextSweep;

    out << static_cast<quint32>(m_services.size());
    for (const Service& service : m_services)
        out << bytes(service.key) << service.logsTls;

    quint32 count = 0;
    for (const Session& session : m_sessions)
        count += session.used ? 1 : 0;
    out << count;
    // The pid is not kept apart from its hash; hashes differ from process to process, so sessions are saved by what made them.
    for (const Session& session : m_sessions) {
        if (!session.used)
            continue;
        out << session.pid << session.service << session.connectSeen << session.tlsSeen << session.handshakeFailed
            << session.seen << bytes(session.name);
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
        out << slot << m.serial << m.logHost << (m.key != 0) << m.hasClient << m.queued << m.authenticated << m.reinjected
            << m.pickedUp << m.internal << m.loopback << m.begunBefore << m.wholeSession << m.afterFailure
            << static_cast<quint8>(m.decision) << static_cast<quint8>(m.spam)
            << QByteArray(m.queueId, m.queueIdLength) << m.service << m.recipients << m.began << m.seen
            << static_cast<quint64>(m.place.packed) << bytes(facts.domains.text(m.sender))
            << bytes(facts.domains.text(m.submitter)) << bytes(facts.host(m.host).name);
        writeAddress(out, facts.host(m.host).address);
        writeTls(out, facts.tls(m.tls));
        out << static_cast<quint32>(m.delivered.size());
        for (const DomainId domain : m.delivered)
            out << bytes(facts.domains.text(domain));
    }

    out << static_cast<quint32>(m_outgoing.size());
    for (const Outgoing& outgoing : m_outgoing) {
        out << outgoing.pid << outgoing.host << outgoing.port << outgoing.usedBy << outgoing.seen;
        writeAddress(out, outgoing.address);
        writeTls(out, facts.tls(outgoing.tls));
    }
    return saved;
}

bool PostfixJoiner::restore(const QByteArray& saved)
{
    if (readState(saved))
        return true;
    // A damaged state costs the open messages, not the facts.
    m_services.clear();
    m_serviceIndex.clear();
    m_recentServices = {};
    m_sessions.clear();
    m_sessionIndex.clear();
    m_messages.clear();
    m_messageIndex.clear();
    m_freeMessages.clear();
    m_freeSessions.clear();
    m_outgoing.clear();
    m_outgoingIndex.clear();
    m_now = 0;
    m_nextSweep = 0;
    return false;
}

bool PostfixJoiner::readState(const QByteArray& saved)
{
    QDataStream in(saved);
    in.setVersion(QDataStream::Qt_6_0);
    quint32 magic = 0;
    quint32 version = 0;
    in >> magic >> version >> m_now >> m_nextSweep;
    if (magic != stateMagic || version != stateVersion)
        return false;

    quint32 count = 0;
    in >> count;
    for (quint32 i = 0; i < count; ++i) {
        QByteArray key;
        bool logsTls = false;
        in >> key >> logsTls;
        const qsizetype blank = key.indexOf(' ');
        if (in.status() != QDataStream::Ok || blank < 0)
            return false;
        LogRecord record;
        const std::string_view text(key.constData(), static_cast<std::size_t>(key.size()));
        record.host = text.substr(0, static_cast<std::size_t>(blank));
        record.program = text.substr(static_cast<std::size_t>(blank) + 1);
        if (serviceOf(record) != i)
            return false;
        m_services[i].logsTls = logsTls;
    }

    FactTable& facts = *m_context.facts;
    TlsFact tls;
    in >> count;
    if (count > mostSaved)
        return false;
    for (quint32 i = 0; i < count; ++i) {
        Session s;
        QByteArray name;
        in >> s.pid >> s.service >> s.connectSeen >> s.tlsSeen >> s.handshakeFailed >> s.seen >> name;
        readAddress(in, s.address);
        quint32 undecided = 0;
        if (!readTls(in, tls) || s.service >= m_services.size())
            return false;
        in >> s.proxied.slot >> s.proxied.serial >> undecided;
        if (in.status() != QDataStream::Ok || undecided > mostSaved)
            return false;
        for (quint32 k = 0; k < undecided && in.status() == QDataStream::Ok; ++k) {
            MessageRef ref;
            in >> ref.slot >> ref.serial;
            s.undecided.push_back(ref);
        }
        s.tls = facts.tlsId(tls);
        s.name = name.toStdString();
        s.key = pidKey(m_services[s.service].host, s.pid);
        s.used = true;
        m_sessionIndex.set(s.key, static_cast<std::uint32_t>(m_sessions.size()));
        m_sessions.push_back(std::move(s));
    }

    quint32 places = 0;
    in >> places >> count >> m_serial;
    if (in.status() != QDataStream::Ok || places > mostSaved || count > places)
        return false;
    m_messages.resize(places);
    for (quint32 i = 0; i < count; ++i) {
        quint32 slot = 0;
        in >> slot;
        if (slot >= places || m_messages[slot].used)
            return false;
        if (!readMessage(in, m_messages[slot]))
            return false;
        if (m_messages[slot].key != 0)
            m_messageIndex.set(m_messages[slot].key, slot);
    }
    for (std::uint32_t slot = 0; slot < places; ++slot) {
        if (!m_messages[slot].used)
            m_freeMessages.push_back(slot);
    }

    in >> count;
    if (count > mostSaved)
        return false;
    for (quint32 i = 0; i < count; ++i) {
        Outgoing o;
        in >> o.pid >> o.host >> o.port >> o.usedBy >> o.seen;
        readAddress(in, o.address);
        if (!readTls(in, tls) || o.host >= m_hosts.size())
            return false;
        o.tls = facts.tlsId(tls);
        m_outgoingIndex.set(pidKey(o.host, o.pid), static_cast<std::uint32_t>(m_outgoing.size()));
        m_outgoing.push_back(o);
    }
    return in.status() == QDataStream::Ok;
}

bool PostfixJoiner::readMessage(QDataStream& in, Message& m)
{
    FactTable& facts = *m_context.facts;
    quint8 decision = 0;
    quint8 spam = 0;
    bool keyed = false;
    QByteArray queueId;
    quint64 place = 0;
    QByteArray sender;
    QByteArray submitter;
    QByteArray hostName;
    in >> m.serial >> m.logHost >> keyed >> m.hasClient >> m.queued >> m.authenticated >> m.reinjected >> m.pickedUp
        >> m.internal >> m.loopback >> m.begunBefore >> m.wholeSession >> m.afterFailure >> decision >> spam >> queueId
        >> m.service >> m.recipients >> m.began >> m.seen >> place >> sender >> submitter >> hostName;
    IpAddress address;
    readAddress(in, address);
    TlsFact tls;
    quint32 delivered = 0;
    if (!readTls(in, tls))
        return false;
    in >> delivered;
    if (in.status() != QDataStream::Ok || decision > 2 || spam > 2 || queueId.size() > qsizetype {sizeof m.queueId}
        || delivered > 4096 || m.logHost >= m_hosts.size() || (m.hasClient && m.service >= m_services.size()))
        return false;
    m.used = true;
    m.decision = static_cast<TlsDecision>(decision);
    m.spam = static_cast<SpamVerdict>(spam);
    m.queueIdLength = static_cast<std::uint8_t>(queueId.size());
    std::memcpy(m.queueId, queueId.constData(), m.queueIdLength);
    if (keyed)
        m.key = queueKey(m.logHost, {m.queueId, m.queueIdLength});
    m.place.packed = place;
    if (!m.place.isNull() && m.place.file() >= facts.files.size())
        m.place = {};
    const auto domain = [&](const QByteArray& text) {
        return facts.domains.id(domainKey({text.constData(), static_cast<std::size_t>(text.size())}));
    };
    m.sender = domain(sender);
    m.submitter = domain(submitter);
    m.host = facts.hostId(address, hostName.toStdString());
    m.tls = facts.tlsId(tls);
    for (quint32 i = 0; i < delivered; ++i) {
        QByteArray text;
        in >> text;
        m.delivered.push_back(domain(text));
    }
    return in.status() == QDataStream::Ok;
}

} // namespace waxseal
