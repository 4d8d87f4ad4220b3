// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The state of an earlier import, taken up. It comes from a file, so every number in it is checked.

#include "model/core/domainname.h"
#include "model/ledger/ledger.h"
#include "model/ledger/ledgerstate.h"

#include <algorithm>

namespace waxseal {

using namespace ledgerstate;

void Ledger::clear()
{
    m_services.clear();
    m_serviceIndex.clear();
    m_recentServices = {};
    m_sessions.clear();
    m_messages.clear();
    m_outgoing.clear();
    m_failures.clear();
    m_losses.clear();
    m_onlyRelay.clear();
    m_manyRelays = false;
    m_outboundMessages = 0;
    m_nextSweep = 0;
    m_sinceSweep = 0;
    m_now = 0;
}

bool Ledger::restore(QDataStream& in)
{
    if (readState(in))
        return true;
    clear(); // a damaged state costs the open messages, not the facts
    return false;
}

bool Ledger::readState(QDataStream& in)
{
    quint32 magic = 0;
    quint32 version = 0;
    quint64 sinceSweep = 0;
    quint32 mostSessions = 0;
    quint64 seed = 0;
    quint64 outboundMessages = 0;
    QByteArray onlyRelay;
    in >> magic >> version >> m_nextSweep >> sinceSweep >> mostSessions >> seed >> outboundMessages >> onlyRelay
        >> m_manyRelays;
    constexpr quint64 mostCounted = quint64{1} << 53; // a note's count, which a workspace keeps as a signed number
    const bool isKnown
        = (magic == stateMagic && version == stateVersion) || (magic == firstMagic && version == firstVersion);
    if (!isKnown || !isTime(m_nextSweep) || outboundMessages > mostCounted || sinceSweep > mostCounted)
        return false;
    m_sinceSweep = sinceSweep;
    m_messageIdSeed = seed;
    m_outboundMessages = outboundMessages;
    m_onlyRelay = onlyRelay.toStdString();
    if (!readServices(in) || !readSessions(in, version) || !readMessages(in) || !readOutgoing(in, version)
        || !readFailures(in))
        return false;
    m_sessions.setMostSoFar(std::min(mostSessions, static_cast<std::uint32_t>(OpenSessions::most)));
    in >> m_now;
    return in.status() == QDataStream::Ok && isTime(m_now) && (version == firstVersion || readMessageIds(in));
}

bool Ledger::readMessageIds(QDataStream& in)
{
    quint32 count = 0;
    in >> count;
    if (count > m_messages.size())
        return false;
    constexpr qsizetype longest = 1000; // RFC 5322, 2.1.1: of a line
    for (quint32 i = 0; i < count; ++i) {
        quint32 slot = 0;
        QByteArray id;
        in >> slot >> id;
        if (in.status() != QDataStream::Ok || slot >= m_messages.size())
            return false;
        if (m_messages[slot].used && isStreaming() && id.size() <= longest)
            m_messages[slot].messageId = id.toStdString();
    }
    return in.status() == QDataStream::Ok;
}

DomainId Ledger::readDomain(QDataStream& in)
{
    QByteArray text;
    in >> text;
    return m_context.facts->domains.id(domainKey({text.constData(), static_cast<std::size_t>(text.size())}));
}

bool Ledger::readHeld(QDataStream& in, Silent& s)
{
    FactTable& facts = *m_context.facts;
    in >> s.pid >> s.time >> s.file >> s.proven >> s.lost >> s.isOfEarlierLog >> s.slot >> s.serial;
    readAddress(in, s.peer);
    if (s.serial != 0)
        return in.status() == QDataStream::Ok && isTime(s.time);
    quint8 spam = 0;
    quint64 place = 0;
    QByteArray queueId;
    QByteArray hostName;
    IpAddress address;
    in >> s.key.day >> spam >> s.key.fellBack >> s.isFirst >> place >> queueId;
    s.key.domain = readDomain(in);
    s.key.nextHop = readDomain(in);
    in >> hostName;
    readAddress(in, address);
    if (in.status() != QDataStream::Ok || !isTime(s.time) || spam > 2
        || queueId.size() > static_cast<qsizetype>(s.queueId.size()))
        return false;
    s.key.direction = Direction::Outbound;
    s.key.spam = static_cast<SpamVerdict>(spam);
    s.key.tls = m_plaintext;
    s.key.host = facts.hostId(address, hostName.toStdString());
    s.place.packed = place;
    if (!s.place.isNull() && s.place.file() >= facts.files.size())
        s.place = {};
    s.queueIdLength = static_cast<std::uint8_t>(queueId.size());
    std::copy_n(queueId.begin(), queueId.size(), s.queueId.begin());
    return true;
}

bool Ledger::readSilence(QDataStream& in, TlsSilence& silence)
{
    const auto plain = [&](auto&... values) { (readPlain(in, values), ...); };
    return silence.transfer(plain, [&](std::vector<Silent>& held) {
        quint32 count = 0;
        in >> count;
        if (in.status() != QDataStream::Ok || count > TlsSilence::mostHeld)
            return false;
        held.resize(count);
        return std::all_of(held.begin(), held.end(), [&](Silent& silent) { return readHeld(in, silent); });
    }) && silence.isSound();
}

bool Ledger::readServices(QDataStream& in)
{
    quint32 count = 0;
    in >> count;
    for (quint32 i = 0; i < count; ++i) {
        QByteArray key;
        in >> key;
        const qsizetype blank = key.indexOf(' ');
        if (in.status() != QDataStream::Ok || blank < 0)
            return false;
        const std::string_view text(key.constData(), static_cast<std::size_t>(key.size()));
        const auto hostLength = static_cast<std::size_t>(blank);
        if (service(text.substr(0, hostLength), text.substr(hostLength + 1)) != i)
            return false;
        if (!readSilence(in, m_services[i].silence))
            return false;
    }
    return true;
}

bool Ledger::readSessions(QDataStream& in, quint32 version)
{
    quint32 count = 0;
    in >> count;
    if (count > OpenSessions::most)
        return false;
    for (quint32 i = 0; i < count; ++i) {
        OpenSession s;
        QByteArray name;
        TlsFact tls;
        QByteArray addressText;
        QByteArray user;
        s.id = readSessionId(in, version);
        in >> s.service >> s.connectSeen >> s.tlsSeen >> s.handshakeFailed >> s.refused >> s.begun >> s.behindProxy
            >> s.epoch >> s.began >> s.seen >> name >> addressText;
        if (version != firstVersion)
            in >> user;
        readAddress(in, s.address);
        quint32 undecided = 0;
        if (!readTls(in, tls) || s.service >= m_services.size() || !isTime(s.seen) || !isTime(s.began))
            return false;
        in >> s.pending.slot >> s.pending.serial >> undecided;
        if (in.status() != QDataStream::Ok || undecided > mostSaved)
            return false;
        for (quint32 k = 0; k < undecided && in.status() == QDataStream::Ok; ++k) {
            MessageRef ref;
            in >> ref.slot >> ref.serial;
            s.undecided.push_back(ref);
        }
        s.tls = m_context.facts->tlsId(tls);
        s.name = name.toStdString();
        s.addressText = addressText.toStdString();
        s.user = user.toStdString();
        m_sessions.restore(hostOf(s.service), std::move(s));
    }
    return true;
}

bool Ledger::readMessages(QDataStream& in)
{
    quint32 places = 0;
    quint32 count = 0;
    quint32 serial = 0;
    in >> places >> count >> serial;
    if (in.status() != QDataStream::Ok || places > OpenMessages::most || count > places)
        return false;
    m_messages.beginRestore(places, serial);
    for (quint32 i = 0; i < count; ++i) {
        quint32 slot = 0;
        in >> slot;
        if (slot >= places || m_messages[slot].used || !readMessage(in, m_messages[slot]))
            return false;
    }
    m_messages.endRestore();
    in >> count;
    if (in.status() != QDataStream::Ok || count > mostSaved)
        return false;
    for (quint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        OpenMessages::Closing closing;
        in >> closing.due >> closing.ref.slot >> closing.ref.serial;
        if (!isTime(closing.due))
            return false;
        m_messages.closeAt(closing.due, closing.ref);
    }
    return true;
}

bool Ledger::readMessage(QDataStream& in, OpenMessage& m)
{
    FactTable& facts = *m_context.facts;
    quint8 decision = 0;
    quint8 spam = 0;
    bool keyed = false;
    QByteArray queueId;
    quint64 place = 0;
    quint64 messageIdHash = 0;
    quint64 size = 0;
    QByteArray hostName;
    in >> m.serial >> m.logHost >> keyed >> m.hasClient >> m.queued >> m.authenticated >> m.reinjected >> m.pickedUp
        >> m.internal >> m.loopback >> m.closing >> m.begunBefore >> m.wholeSession >> m.afterFailure >> m.forwarder
        >> m.held >> m.byLogLevel >> m.tlsRequired >> m.accepted >> size >> decision >> spam >> queueId >> m.service
        >> m.recipients >> m.began >> m.seen >> m.due >> place >> messageIdHash >> m.ownsMessageId;
    m.size = size;
    m.sender = readDomain(in);
    m.submitter = readDomain(in);
    in >> hostName;
    IpAddress address;
    readAddress(in, address);
    readAddress(in, m.client);
    TlsFact tls;
    quint32 delivered = 0;
    if (!readTls(in, tls))
        return false;
    in >> delivered;
    constexpr qsizetype longestId{OpenMessage::longestId};
    if (in.status() != QDataStream::Ok || decision > 2 || spam > 2 || queueId.size() > longestId || delivered > 4096
        || !isTime(m.began) || !isTime(m.seen) || !isTime(m.due) || !isTime(m.accepted) || m.logHost >= m_hosts.size()
        || ((m.hasClient || decision != 0) && m.service >= m_services.size()))
        return false;
    m.used = true;
    m.decision = static_cast<TlsDecision>(decision);
    m.spam = static_cast<SpamVerdict>(spam);
    m.messageIdHash = messageIdHash;
    m.setId({queueId.constData(), static_cast<std::size_t>(queueId.size())});
    m.key = keyed ? 1 : 0; // the index makes the key of host and id
    m.place.packed = place;
    if (!m.place.isNull() && m.place.file() >= facts.files.size())
        m.place = {};
    m.host = facts.hostId(address, hostName.toStdString());
    m.tls = facts.tlsId(tls);
    for (quint32 i = 0; i < delivered && in.status() == QDataStream::Ok; ++i)
        m.delivered.push_back(readDomain(in));
    return in.status() == QDataStream::Ok;
}

bool Ledger::readOutgoing(QDataStream& in, quint32 version)
{
    quint32 count = 0;
    in >> count;
    if (count > OutgoingConnections::most)
        return false;
    TlsFact tls;
    for (quint32 i = 0; i < count; ++i) {
        Outgoing o;
        quint64 offeredBy = 0;
        quint64 nameHash = 0;
        o.session = readSessionId(in, version);
        in >> o.host >> o.port >> o.usedBy >> o.seen >> offeredBy;
        if (version != firstVersion)
            in >> nameHash >> o.isSession >> o.isShaken;
        o.offeredBy = offeredBy;
        o.nameHash = nameHash;
        readAddress(in, o.address);
        if (!readTls(in, tls) || o.host >= m_hosts.size() || !isTime(o.seen))
            return false;
        o.tls = m_context.facts->tlsId(tls);
        m_outgoing.restore(o);
    }
    return true;
}

bool Ledger::readFailures(QDataStream& in)
{
    quint32 count = 0;
    in >> count;
    if (in.status() != QDataStream::Ok || count > mostSaved)
        return false;
    for (quint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        IpAddress address;
        qint64 at = 0;
        readAddress(in, address);
        in >> at;
        if (!isTime(at))
            return false;
        m_failures.note(address, at);
    }
    in >> count;
    if (in.status() != QDataStream::Ok || count > m_hosts.size())
        return false;
    for (quint32 i = 0; i < count; ++i) {
        Loss loss;
        in >> loss.host >> loss.pid >> loss.until;
        if (loss.host >= m_hosts.size() || !isTime(loss.until))
            return false;
        m_losses.push_back(loss);
    }
    return true;
}

} // namespace waxseal
