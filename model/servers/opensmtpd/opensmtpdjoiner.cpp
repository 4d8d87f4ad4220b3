// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/servers/opensmtpd/opensmtpdjoiner.h"

#include "model/servers/queuedas.h"

#include <algorithm>

namespace waxseal {

namespace {

constexpr std::size_t mostRecent = 256;
constexpr std::size_t longestWord = 80;
constexpr std::string_view localSocket = "local";
/** Behind the last recipient; aliases may bring more of them than the sender named. */
constexpr qint64 linger = 600 * microsecondsPerSecond;

std::optional<ServiceTraits> traitsOf(std::string_view tag)
{
    if (tag != "smtpd" && tag != "opensmtpd")
        return {};
    return ServiceTraits{0, Silence::IsPlaintext, false};
}

Peer peerOf(const OpensmtpdEvent& event)
{
    return {event.hostName, event.hostAddress};
}

} // namespace

OpensmtpdJoiner::OpensmtpdJoiner(const JoinContext& context)
    : LedgerJoiner("opensmtpd", context, traitsOf)
{
}

OpensmtpdJoiner::Recent* OpensmtpdJoiner::recent(SessionId session)
{
    const auto found = std::find_if(
        m_recent.rbegin(), m_recent.rend(), [session](const Recent& each) { return each.session == session; });
    return found == m_recent.rend() ? nullptr : &*found;
}

OpensmtpdJoiner::Recent& OpensmtpdJoiner::remember(SessionId session)
{
    if (Recent* known = recent(session))
        return *known;
    if (m_recent.size() >= mostRecent)
        m_recent.pop_front();
    m_recent.push_back({session, false, false, {}, {}});
    return m_recent.back();
}

std::uint64_t OpensmtpdJoiner::messageKey(const LogRecord& record, std::string_view id)
{
    m_name.assign(record.host).append(1, ' ').append(id);
    return ledger().sessionId(m_name);
}

bool OpensmtpdJoiner::read(ServiceId service, const LogRecord& record)
{
    using Kind = OpensmtpdEvent::Kind;
    const OpensmtpdEvent event = parseOpensmtpd(record.text);
    if (event.kind == Kind::Started) {
        ledger().restarted(service);
        return true;
    }
    if (event.session.empty())
        return false; // the tag is not OpenSMTPD's alone
    const SessionId session = ledger().sessionId(event.session);
    switch (event.kind) {
    case Kind::None:
    case Kind::Started:
        break;
    case Kind::Accepted:
        onAccepted(service, session, record, event);
        break;
    case Kind::Envelope:
        onEnvelope(service, event);
        break;
    case Kind::Delivery:
        onDelivery(service, session, record, event);
        break;
    case Kind::Connecting:
    case Kind::TlsTo:
    case Kind::CertificateTo:
    case Kind::HandshakeFailedTo:
    case Kind::DisconnectTo:
        onOutgoing(service, session, event);
        break;
    default:
        onSession(service, session, record, event);
    }
    return true;
}

void OpensmtpdJoiner::onSession(
    ServiceId service, SessionId session, const LogRecord& record, const OpensmtpdEvent& event)
{
    using Kind = OpensmtpdEvent::Kind;
    switch (event.kind) {
    case Kind::Connect:
        if (event.hostAddress == localSocket)
            remember(session).isLocal = true;
        else
            ledger().connected(service, session, peerOf(event));
        break;
    case Kind::Disconnect:
        if (const Recent* known = recent(session);
            event.handshakeFailed && (known == nullptr || known->protocol.empty()))
            ledger().handshakeFailed(service, session, {});
        ledger().disconnected(service, session, {});
        break;
    case Kind::TlsFrom: {
        Recent& shaken = remember(session);
        shaken.protocol.assign(event.tlsProtocol.substr(0, longestWord));
        shaken.cipher.assign(event.cipher.substr(0, longestWord));
        // A client that shows a certificate has one more line.
        ledger().handshake(service, session, {}, ledger().tls(event.tlsProtocol, event.cipher, Trust::Anonymous));
        break;
    }
    case Kind::CertificateFrom:
        if (const Recent* shaken = recent(session); shaken != nullptr && !shaken->protocol.empty()) {
            ledger().handshake(service, session, {},
                ledger().tls(
                    shaken->protocol, shaken->cipher, event.certificateValid ? Trust::Trusted : Trust::Untrusted));
        }
        break;
    case Kind::Authenticated:
        ledger().authenticated(service, session, event.user);
        break;
    case Kind::EncryptionRequired:
        ledger().plaintextRejected(
            service, session, record.repeated, event.senderKnown ? std::optional(event.sender) : std::nullopt);
        break;
    default:
        ledger().rejected(service, session, record.repeated);
    }
}

void OpensmtpdJoiner::onOutgoing(ServiceId service, SessionId session, const OpensmtpdEvent& event)
{
    using Kind = OpensmtpdEvent::Kind;
    switch (event.kind) {
    case Kind::Connecting: {
        Recent& out = remember(session);
        // The second attempt of a session goes in clear because its handshake failed.
        if (out.isOut && event.inClearByChoice)
            ledger().handshakeToFailed(event.hostAddress);
        out.isOut = true;
        out.protocol.clear();
        ledger().connectedTo(service, session, peerOf(event), event.port);
        break;
    }
    case Kind::TlsTo: {
        Recent& shaken = remember(session);
        shaken.protocol.assign(event.tlsProtocol.substr(0, longestWord));
        shaken.cipher.assign(event.cipher.substr(0, longestWord));
        ledger().handshakeTo(service, session, {}, 0, ledger().tls(event.tlsProtocol, event.cipher, Trust::Unknown));
        break;
    }
    case Kind::CertificateTo:
        // "unverified" is said where nobody looked, too.
        if (const Recent* shaken = recent(session);
            event.certificateValid && shaken != nullptr && !shaken->protocol.empty()) {
            ledger().handshakeTo(
                service, session, {}, 0, ledger().tls(shaken->protocol, shaken->cipher, Trust::Verified));
        }
        break;
    case Kind::DisconnectTo:
        ledger().disconnectedFrom(service, session);
        break;
    default:
        break;
    }
}

void OpensmtpdJoiner::onAccepted(
    ServiceId service, SessionId session, const LogRecord& record, const OpensmtpdEvent& event)
{
    const MessageAccepted accepted{event.messageId, event.sender, event.size, event.recipientCount};
    // Older versions write a line a recipient.
    if (event.senderKnown && m_taken.service == service && m_taken.id == event.messageId)
        return;
    m_recipients.add(messageKey(record, event.messageId), event.recipientCount);
    m_taken = {service, std::string(event.messageId), event.size, event.recipientCount};
    if (const Recent* known = recent(session); known != nullptr && known->isLocal) {
        ledger().pickedUp(service, event.messageId);
    } else {
        MessageBegin begin;
        begin.id = event.messageId;
        ledger().begun(service, session, begin);
    }
    if (event.senderKnown)
        ledger().accepted(service, accepted);
}

void OpensmtpdJoiner::onEnvelope(ServiceId service, const OpensmtpdEvent& event)
{
    MessageAccepted accepted{event.messageId, event.sender, 0, 0};
    if (m_taken.service == service && m_taken.id == event.messageId) {
        accepted.size = m_taken.size;
        accepted.recipients = m_taken.recipients;
    }
    ledger().accepted(service, accepted);
}

void OpensmtpdJoiner::onDelivery(
    ServiceId service, SessionId session, const LogRecord& record, const OpensmtpdEvent& event)
{
    DeliveryReport delivery;
    delivery.id = event.messageId;
    delivery.recipient = event.recipient;
    delivery.relay = peerOf(event);
    delivery.session = session;
    delivery.isSent = event.isSent;
    delivery.isOverSmtp = event.isOverSmtp;
    delivery.needsTls = event.tlsRequired;
    delivery.queuedAs = event.isSent ? queuedAs(event.response) : std::string_view{};
    delivery.lastedSeconds = event.seconds;
    ledger().delivered(service, delivery);
    if (event.isFinal && m_recipients.done(messageKey(record, event.messageId), 1))
        ledger().closed(service, event.messageId, linger);
}

void OpensmtpdJoiner::forget()
{
    m_recent.clear();
    m_taken = {};
    m_recipients.clear();
}

void OpensmtpdJoiner::saveMore(QDataStream& out) const
{
    out << static_cast<quint32>(m_recent.size());
    for (const Recent& each : m_recent) {
        out << static_cast<quint64>(each.session) << each.isLocal << each.isOut
            << QByteArray::fromStdString(each.protocol) << QByteArray::fromStdString(each.cipher);
    }
    out << m_taken.service << QByteArray::fromStdString(m_taken.id) << static_cast<quint64>(m_taken.size)
        << m_taken.recipients;
    m_recipients.save(out);
}

bool OpensmtpdJoiner::restoreMore(QDataStream& in)
{
    quint32 count = 0;
    in >> count;
    if (count > mostRecent)
        return false;
    for (quint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        quint64 session = 0;
        Recent each;
        QByteArray protocol;
        QByteArray cipher;
        in >> session >> each.isLocal >> each.isOut >> protocol >> cipher;
        if (static_cast<std::size_t>(protocol.size()) > longestWord
            || static_cast<std::size_t>(cipher.size()) > longestWord)
            return false;
        each.session = session;
        each.protocol = protocol.toStdString();
        each.cipher = cipher.toStdString();
        m_recent.push_back(std::move(each));
    }
    QByteArray id;
    quint64 size = 0;
    in >> m_taken.service >> id >> size >> m_taken.recipients;
    if (in.status() != QDataStream::Ok || static_cast<std::size_t>(id.size()) > longestWord)
        return false;
    m_taken.id = id.toStdString();
    m_taken.size = size;
    return m_recipients.restore(in);
}

} // namespace waxseal
