// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The ends of the joiner: streams that end, an import that ends, and the state that the next import continues from.

#include "model/core/domainname.h"
#include "model/postfix/postfixjoiner.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QIODevice>

#include <algorithm>
#include <cstring>

namespace waxseal {

namespace {

constexpr quint32 stateMagic = 0x57585046; // "WXPF"
constexpr quint32 stateVersion = 2;
constexpr quint32 mostSaved = 4'000'000;

QByteArray bytes(std::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

constexpr qsizetype checksumBytes = 8;

QByteArray checksum(const QByteArray& state)
{
    return QCryptographicHash::hash(state, QCryptographicHash::Sha256).left(checksumBytes);
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
    fact = {static_cast<TlsState>(state), static_cast<TlsVersion>(version), static_cast<Trust>(trust),
        cipher.toStdString()};
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
    out << stateMagic << stateVersion << m_nextSweep << static_cast<quint64>(m_messageIdSeed)
        << static_cast<quint64>(m_outboundMessages) << bytes(m_onlyRelay) << m_manyRelays;

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

bool PostfixJoiner::restore(const QByteArray& saved)
{
    const QByteArray state = saved.chopped(std::min<qsizetype>(saved.size(), checksumBytes));
    if (saved == state + checksum(state) && readState(state))
        return true;
    // A damaged state costs the open messages, not the facts.
    m_services.clear();
    m_serviceIndex.clear();
    m_recentServices = {};
    m_sessions.clear();
    m_sessionIndex.clear();
    m_messages.clear();
    m_messageIndex.clear();
    m_byMessageId.clear();
    m_freeMessages.clear();
    m_freeSessions.clear();
    m_closing.clear();
    m_outgoing.clear();
    m_outgoingIndex.clear();
    m_failures.clear();
    m_failureIndex.clear();
    m_onlyRelay.clear();
    m_manyRelays = false;
    m_outboundMessages = 0;
    m_serial = 0;
    m_nextSweep = 0;
    return false;
}

bool PostfixJoiner::readState(const QByteArray& saved)
{
    QDataStream in(saved);
    in.setVersion(QDataStream::Qt_6_0);
    quint32 magic = 0;
    quint32 version = 0;
    quint64 seed = 0;
    quint64 outboundMessages = 0;
    QByteArray onlyRelay;
    in >> magic >> version >> m_nextSweep >> seed >> outboundMessages >> onlyRelay >> m_manyRelays;
    if (magic != stateMagic || version != stateVersion)
        return false;
    m_messageIdSeed = seed;
    m_outboundMessages = outboundMessages;
    m_onlyRelay = onlyRelay.toStdString();
    return readServices(in) && readSessions(in) && readMessages(in) && readOutgoing(in)
        && in.status() == QDataStream::Ok;
}

DomainId PostfixJoiner::readDomain(QDataStream& in)
{
    QByteArray text;
    in >> text;
    return m_context.facts->domains.id(domainKey({text.constData(), static_cast<std::size_t>(text.size())}));
}

bool PostfixJoiner::readRows(QDataStream& in, FactTable& rows)
{
    FactTable& facts = *m_context.facts;
    quint32 count = 0;
    in >> count;
    for (quint32 i = 0; i < count; ++i) {
        FactRow row;
        quint8 direction = 0;
        quint8 spam = 0;
        TlsFact tls;
        in >> row.key.day >> direction >> spam >> row.key.fellBack;
        if (!readTls(in, tls) || direction > 2 || spam > 2)
            return false;
        row.key.direction = static_cast<Direction>(direction);
        row.key.spam = static_cast<SpamVerdict>(spam);
        row.key.tls = facts.tlsId(tls);
        row.key.domain = readDomain(in);
        row.key.nextHop = readDomain(in);
        IpAddress address;
        readAddress(in, address);
        row.key.host = facts.hostId(address, {});
        quint64 places[2]{};
        in >> row.messages >> row.recipients >> places[0] >> places[1];
        if (in.status() != QDataStream::Ok)
            return false;
        for (const quint64 packed : places) {
            const Evidence place{packed};
            const bool known = !place.isNull() && place.file() < facts.files.size();
            rows.add(row.key, packed == places[0] ? row.messages : 0, packed == places[0] ? row.recipients : 0,
                known ? place : Evidence{});
            if (places[0] == places[1])
                break;
        }
    }
    return true;
}

bool PostfixJoiner::readServices(QDataStream& in)
{
    quint32 count = 0;
    in >> count;
    for (quint32 i = 0; i < count; ++i) {
        QByteArray key;
        bool logsTls = false;
        bool hasRows = false;
        in >> key >> logsTls >> hasRows;
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
        if (!hasRows)
            continue;
        m_services[i].undecided = std::make_unique<FactTable>();
        if (!readRows(in, *m_services[i].undecided))
            return false;
    }
    return true;
}

bool PostfixJoiner::readSessions(QDataStream& in)
{
    quint32 count = 0;
    in >> count;
    if (count > mostSaved)
        return false;
    for (quint32 i = 0; i < count; ++i) {
        Session s;
        QByteArray name;
        TlsFact tls;
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
        s.tls = m_context.facts->tlsId(tls);
        s.name = name.toStdString();
        s.key = pidKey(m_services[s.service].host, s.pid);
        s.used = true;
        m_sessionIndex.set(s.key, static_cast<std::uint32_t>(m_sessions.size()));
        m_sessions.push_back(std::move(s));
    }
    return true;
}

bool PostfixJoiner::readMessages(QDataStream& in)
{
    quint32 places = 0;
    quint32 count = 0;
    in >> places >> count >> m_serial;
    if (in.status() != QDataStream::Ok || places > mostSaved || count > places)
        return false;
    m_messages.resize(places);
    for (quint32 i = 0; i < count; ++i) {
        quint32 slot = 0;
        in >> slot;
        if (slot >= places || m_messages[slot].used || !readMessage(in, m_messages[slot]))
            return false;
        const Message& message = m_messages[slot];
        if (message.key != 0)
            m_messageIndex.set(message.key, slot);
        if (message.messageIdHash != 0)
            m_byMessageId.set(message.messageIdHash, slot);
    }
    for (std::uint32_t slot = places; slot-- > 0;) {
        if (!m_messages[slot].used)
            m_freeMessages.push_back(slot);
    }
    in >> count;
    if (in.status() != QDataStream::Ok || count > mostSaved)
        return false;
    for (quint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        Closing closing;
        in >> closing.due >> closing.ref.slot >> closing.ref.serial;
        settleAt(closing.due, closing.ref);
    }
    return true;
}

bool PostfixJoiner::readOutgoing(QDataStream& in)
{
    quint32 count = 0;
    in >> count;
    if (count > mostSaved)
        return false;
    TlsFact tls;
    for (quint32 i = 0; i < count; ++i) {
        Outgoing o;
        in >> o.pid >> o.host >> o.port >> o.usedBy >> o.seen;
        readAddress(in, o.address);
        if (!readTls(in, tls) || o.host >= m_hosts.size())
            return false;
        o.tls = m_context.facts->tlsId(tls);
        m_outgoingIndex.set(pidKey(o.host, o.pid), static_cast<std::uint32_t>(m_outgoing.size()));
        m_outgoing.push_back(o);
    }
    in >> count;
    if (in.status() != QDataStream::Ok || count > mostSaved)
        return false;
    for (quint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        IpAddress address;
        qint64 at = 0;
        readAddress(in, address);
        in >> at;
        m_now = at;
        noteFailure(address);
    }
    m_now = 0;
    return true;
}

bool PostfixJoiner::readMessage(QDataStream& in, Message& m)
{
    FactTable& facts = *m_context.facts;
    quint8 decision = 0;
    quint8 spam = 0;
    bool keyed = false;
    QByteArray queueId;
    quint64 place = 0;
    quint64 messageIdHash = 0;
    QByteArray hostName;
    in >> m.serial >> m.logHost >> keyed >> m.hasClient >> m.queued >> m.authenticated >> m.reinjected >> m.pickedUp
        >> m.internal >> m.loopback >> m.closing >> m.begunBefore >> m.wholeSession >> m.afterFailure >> decision
        >> spam >> queueId >> m.service >> m.recipients >> m.began >> m.seen >> m.due >> place >> messageIdHash;
    m.sender = readDomain(in);
    m.submitter = readDomain(in);
    in >> hostName;
    IpAddress address;
    readAddress(in, address);
    TlsFact tls;
    quint32 delivered = 0;
    if (!readTls(in, tls))
        return false;
    in >> delivered;
    if (in.status() != QDataStream::Ok || decision > 2 || spam > 2 || queueId.size() > qsizetype{sizeof m.queueId}
        || delivered > 4096 || m.logHost >= m_hosts.size() || (m.hasClient && m.service >= m_services.size()))
        return false;
    m.used = true;
    m.decision = static_cast<TlsDecision>(decision);
    m.spam = static_cast<SpamVerdict>(spam);
    m.messageIdHash = messageIdHash;
    m.queueIdLength = static_cast<std::uint8_t>(queueId.size());
    std::memcpy(m.queueId, queueId.constData(), m.queueIdLength);
    if (keyed)
        m.key = queueKey(m.logHost, {m.queueId, m.queueIdLength});
    m.place.packed = place;
    if (!m.place.isNull() && m.place.file() >= facts.files.size())
        m.place = {};
    m.host = facts.hostId(address, hostName.toStdString());
    m.tls = facts.tlsId(tls);
    for (quint32 i = 0; i < delivered && in.status() == QDataStream::Ok; ++i)
        m.delivered.push_back(readDomain(in));
    return in.status() == QDataStream::Ok;
}

} // namespace waxseal
