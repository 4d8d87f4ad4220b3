// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/servers/sendmail/sendmailjoiner.h"

#include "model/core/ipaddress.h"
#include "model/servers/queuedas.h"

#include <algorithm>

namespace waxseal {

namespace {

constexpr std::size_t mostUsers = 10'000;
constexpr std::size_t longestUser = 256;
constexpr std::uint32_t mostServices = 100'000;
/** Behind the last recipient; aliases and lists may bring more of them than the sender named. */
constexpr qint64 linger = 600 * microsecondsPerSecond;

std::optional<ServiceTraits> traitsOf(std::string_view tag)
{
    if (tag != "sendmail" && !tag.starts_with("sm-"))
        return {};
    return ServiceTraits{0, Silence::Asks, false};
}

Peer peerOf(const SendmailEvent& event)
{
    return {event.hostName, event.hostAddress};
}

Trust trustOf(const SendmailEvent& event)
{
    switch (event.verify) {
    case SendmailEvent::Verify::Ok:
        return Trust::Trusted; // the chain; the name is not compared
    case SendmailEvent::Verify::Trusted:
        return Trust::Verified;
    case SendmailEvent::Verify::Failed:
        return Trust::Untrusted;
    case SendmailEvent::Verify::None:
        return Trust::Anonymous;
    default:
        return Trust::Unknown;
    }
}

/** Minute and second of a queue id of 8.10 and up (queue.c, assign_queueid()): its fifth and sixth characters, in base
 * 60. Within a quarter of an hour: zones differ by so much. */
std::optional<qint64> secondOf(std::string_view queueId)
{
    constexpr std::string_view digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwx";
    constexpr std::size_t shortest = 14;
    if (queueId.size() < shortest)
        return {};
    const std::size_t minute = digits.find(queueId[4]);
    const std::size_t second = digits.find(queueId[5]);
    if (minute == std::string_view::npos || second == std::string_view::npos)
        return {};
    return static_cast<qint64>(minute % 15 * 60 + second);
}

} // namespace

SendmailJoiner::SendmailJoiner(const JoinContext& context)
    : LedgerJoiner("sendmail", context, traitsOf)
{
}

SessionId SendmailJoiner::sessionOf(const LogRecord& record, std::string_view peer)
{
    m_name.assign(std::to_string(record.pid)).append(1, ' ').append(peer);
    return ledger().sessionId(m_name);
}

std::uint64_t SendmailJoiner::messageKey(const LogRecord& record, std::string_view id)
{
    m_name.assign(record.host).append(1, ' ').append(id);
    return ledger().sessionId(m_name);
}

std::string_view SendmailJoiner::userOf(SessionId session) const
{
    const auto found = std::find_if(
        m_users.rbegin(), m_users.rend(), [session](const User& user) { return user.session == session; });
    return found == m_users.rend() ? std::string_view{} : std::string_view(found->name);
}

bool SendmailJoiner::read(ServiceId service, const LogRecord& record)
{
    using Kind = SendmailEvent::Kind;
    m_first.emplace(service, record.time);
    const SendmailEvent event = parseSendmail(record.text);
    switch (event.kind) {
    case Kind::None:
    case Kind::Connect: // written at LogLevel 10 and up only
        break;
    case Kind::Arrival:
        onArrival(service, record, event);
        break;
    case Kind::Delivery:
        onDelivery(service, record, event);
        break;
    case Kind::TlsTo: {
        // A connection is kept for the next messages to its host, so the handshake is the session's.
        const SessionId session = sessionOf(record, event.hostName.empty() ? event.hostAddress : event.hostName);
        ledger().connectedTo(service, session, peerOf(event), 0);
        ledger().handshakeTo(
            service, session, peerOf(event), 0, ledger().tls(event.tlsProtocol, event.cipher, trustOf(event)));
        break;
    }
    case Kind::HandshakeFailedTo:
        if (!event.hostAddress.empty())
            ledger().handshakeToFailed(event.hostAddress);
        break;
    case Kind::Verdict: {
        SpamReport report;
        report.verdict = event.spam ? SpamVerdict::Spam : SpamVerdict::Legitimate;
        report.queueId = event.queueId;
        if (!event.queueId.empty())
            ledger().scanned(service, report);
        break;
    }
    case Kind::Started:
        ledger().restarted(service);
        break;
    default:
        onSession(service, record, event);
    }
    return true;
}

void SendmailJoiner::onSession(ServiceId service, const LogRecord& record, const SendmailEvent& event)
{
    using Kind = SendmailEvent::Kind;
    const SessionId session = sessionOf(record, event.hostAddress);
    switch (event.kind) {
    case Kind::TlsFrom:
        ledger().connected(service, session, peerOf(event));
        ledger().handshake(service, session, {}, ledger().tls(event.tlsProtocol, event.cipher, trustOf(event)));
        break;
    case Kind::HandshakeFailedFrom:
        ledger().handshakeFailed(service, session, event.hostAddress);
        break;
    case Kind::Authenticated:
        if (m_users.size() >= mostUsers)
            m_users.pop_front();
        m_users.push_back({session, std::string(event.user.substr(0, longestUser))});
        break;
    case Kind::Disconnect:
        ledger().disconnected(service, session, {});
        break;
    case Kind::EncryptionRequired:
        ledger().plaintextRejected(
            service, session, record.repeated, event.senderKnown ? std::optional(event.sender) : std::nullopt);
        break;
    case Kind::MessageRejected:
        if (!event.queueId.empty() && ledger().isOpen(service, event.queueId)) {
            ledger().refused(service, event.queueId);
            break;
        }
        [[fallthrough]];
    default:
        ledger().rejected(service, session, record.repeated);
    }
}

/**
 * Whether the beginning of a session without a handshake line is in the log. Its queue id says when it was given: at
 * the connection, for the first message. An old id does not; then only what comes a quarter of an hour behind the
 * beginning of the log is believed.
 */
bool SendmailJoiner::isWholeSession(ServiceId service, const SendmailEvent& event) const
{
    const auto found = m_first.find(service);
    if (found == m_first.end())
        return false;
    constexpr qint64 quarter = 900;
    constexpr qint64 slack = 5; // the id and the line are not stamped by the same clock
    const qint64 now = ledger().time() / microsecondsPerSecond;
    const qint64 first = found->second / microsecondsPerSecond;
    const auto second = secondOf(event.queueId);
    if (!second)
        return now - first >= quarter;
    const qint64 age = ((now % quarter) - *second + quarter) % quarter;
    return now - (age > quarter - slack ? 0 : age) >= first;
}

void SendmailJoiner::onArrival(ServiceId service, const LogRecord& record, const SendmailEvent& event)
{
    if (!event.isReceived || event.queueId.empty())
        return;
    MessageAccepted accepted;
    accepted.id = event.queueId;
    // A sender without a domain is no null sender, and of no known domain.
    accepted.sender = event.senderCut ? std::string_view("?") : event.sender;
    accepted.size = event.size;
    accepted.recipients = event.recipientCount;
    m_recipients.add(messageKey(record, event.queueId), event.recipientCount);
    if (!IpAddress::parse(event.hostAddress)) { // given to the sendmail command, or a notification of our own
        ledger().pickedUp(service, event.queueId);
        ledger().accepted(service, accepted);
        return;
    }
    const SessionId session = sessionOf(record, event.hostAddress);
    MessageBegin begin;
    begin.id = event.queueId;
    begin.user = userOf(session);
    if (begin.user.empty() && isAuthenticatedSendmailProtocol(event.protocol))
        begin.user = "?";
    const bool hasHandshake = ledger().hasSession(service, session);
    if (!hasHandshake) {
        if (isWholeSession(service, event))
            ledger().connected(service, session, peerOf(event));
        begin.peer = peerOf(event);
        if (isEncryptedSendmailProtocol(event.protocol))
            begin.tls = ledger().someTls();
    }
    ledger().begun(service, session, begin);
    ledger().accepted(service, accepted);
    if (!event.messageId.empty())
        ledger().named(service, event.queueId, event.messageId);
    if (!hasHandshake)
        ledger().disconnected(service, session, {});
}

void SendmailJoiner::onDelivery(ServiceId service, const LogRecord& record, const SendmailEvent& event)
{
    if (event.queueId.empty())
        return;
    DeliveryReport delivery;
    delivery.id = event.queueId;
    delivery.relay = peerOf(event);
    delivery.session = sessionOf(record, event.hostName.empty() ? event.hostAddress : event.hostName);
    delivery.isSent = event.outcome == SendmailEvent::Status::Sent;
    delivery.isOverSmtp = isSmtpMailer(event.mailer);
    delivery.needsTls = event.tlsRequired;
    delivery.lastedSeconds = event.seconds;
    if (delivery.isSent)
        delivery.queuedAs = queuedAs(event.status);
    std::uint32_t count = 0;
    std::string_view list = event.recipients;
    while (takeSendmailRecipient(list, delivery.recipient)) {
        ledger().delivered(service, delivery);
        ++count;
    }
    if (event.outcome != SendmailEvent::Status::Deferred && m_recipients.done(messageKey(record, event.queueId), count))
        ledger().closed(service, event.queueId, linger);
}

void SendmailJoiner::forget()
{
    m_first.clear();
    m_users.clear();
    m_recipients.clear();
}

void SendmailJoiner::saveMore(QDataStream& out) const
{
    out << static_cast<quint32>(m_first.size());
    for (const auto& [service, time] : m_first)
        out << service << time;
    out << static_cast<quint32>(m_users.size());
    for (const User& user : m_users)
        out << static_cast<quint64>(user.session) << QByteArray::fromStdString(user.name);
    m_recipients.save(out);
}

bool SendmailJoiner::restoreMore(QDataStream& in)
{
    quint32 count = 0;
    in >> count;
    if (count > mostServices)
        return false;
    for (quint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        ServiceId service = 0;
        qint64 time = 0;
        in >> service >> time;
        m_first.emplace(service, time);
    }
    in >> count;
    if (in.status() != QDataStream::Ok || count > mostUsers)
        return false;
    for (quint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        quint64 session = 0;
        QByteArray name;
        in >> session >> name;
        if (static_cast<std::size_t>(name.size()) > longestUser)
            return false;
        m_users.push_back({session, name.toStdString()});
    }
    return in.status() == QDataStream::Ok && m_recipients.restore(in);
}

} // namespace waxseal
