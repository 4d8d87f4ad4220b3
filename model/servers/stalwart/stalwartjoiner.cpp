// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/servers/stalwart/stalwartjoiner.h"

#include <QDataStream>

#include <algorithm>

namespace waxseal {

namespace {

using Kind = StalwartEvent::Kind;

constexpr std::size_t mostSessions = 100'000;
constexpr std::size_t mostDeliveries = 100'000;
constexpr std::size_t longestText = 500;
constexpr qint64 minute = 60 * microsecondsPerSecond;
/** A session of which the log's first minute shows an EHLO may have begun before it, with a handshake. */
constexpr qint64 headOfLog = minute;
/** A session that was silent for longer is over (RFC 5321, 4.5.3.2.7: five minutes). */
constexpr qint64 longestSilence = 10 * minute;
constexpr qint64 settleTime = minute;
constexpr std::uint32_t submissions = 465; // RFC 8314: TLS from the first byte

std::optional<ServiceTraits> traitsOf(std::string_view tag)
{
    if (tag == "stalwart" || tag == "stalwart-mail" || tag == "stalwart-smtp")
        return ServiceTraits{0, Silence::IsPlaintext, false}; // its handshakes are of level INFO, as its mail is
    return {};
}

bool isOfMail(const StalwartEvent& event)
{
    return event.listener.starts_with("smtp") || event.listener.starts_with("submission")
        || event.listener.starts_with("lmtp");
}

/** "TLSv1_3" as others write it. */
std::string versionOf(std::string_view version)
{
    std::string out(version.substr(0, longestText));
    std::replace(out.begin(), out.end(), '_', '.');
    return out;
}

} // namespace

StalwartJoiner::StalwartJoiner(const JoinContext& context)
    : LedgerJoiner("stalwart", context, traitsOf)
    , m_sessions(mostSessions)
    , m_deliveries(mostDeliveries)
{
}

bool StalwartJoiner::read(ServiceId service, const LogRecord& record)
{
    if (m_begin == 0)
        m_begin = ledger().time();
    const StalwartEvent event = parseStalwart(record.text);
    switch (event.kind) {
    case Kind::None:
        return isStalwartLine(record.text);
    case Kind::Greeted:
    case Kind::Secured:
    case Kind::HandshakeFailed:
    case Kind::Authenticated:
    case Kind::Refused:
    case Kind::Queued:
    case Kind::Disconnected:
        inbound(service, event);
        break;
    case Kind::Spam:
    case Kind::Ham: {
        SpamReport report;
        report.verdict = event.kind == Kind::Spam ? SpamVerdict::Spam : SpamVerdict::Legitimate;
        report.queueId = event.queueId;
        ledger().scanned(service, report);
        break;
    }
    case Kind::ConnectedTo:
    case Kind::SecuredTo:
    case Kind::InClearTo:
    case Kind::HandshakeToFailed:
    case Kind::Delivered:
    case Kind::Failed:
    case Kind::Completed:
        outbound(service, event);
        break;
    case Kind::Started:
        ledger().restarted(service);
        break;
    }
    return true;
}

void StalwartJoiner::inbound(ServiceId service, const StalwartEvent& event)
{
    const std::string name = std::string(event.address.substr(0, longestText)) + ' ' + std::to_string(event.port);
    Session* session = m_sessions.find(name);
    if (event.address.empty() || (session == nullptr && !isOfMail(event)))
        return; // IMAP and the rest
    const SessionId id = ledger().sessionId(name);
    switch (event.kind) {
    case Kind::Greeted:
        greeted(service, id, name, event);
        break;
    case Kind::Secured: {
        if (session == nullptr && event.localPort == submissions)
            ledger().connected(service, id, {{}, event.address});
        ledger().handshake(
            service, id, {{}, event.address}, ledger().tls(versionOf(event.version), event.cipher, Trust::Unknown));
        Session& shaken = m_sessions.at(name);
        shaken.isShaken = true;
        shaken.seen = ledger().time();
        break;
    }
    case Kind::HandshakeFailed:
        ledger().handshakeFailed(service, id, event.address);
        break;
    case Kind::Authenticated:
        ledger().authenticated(service, id, event.user);
        break;
    case Kind::Refused:
        ledger().rejected(service, id, 1);
        break;
    case Kind::Queued: {
        Session& mailing = m_sessions.at(name);
        mailing.hasMail = true;
        mailing.isShaken = false;
        mailing.seen = ledger().time();
        queued(service, id, event);
        break;
    }
    case Kind::Disconnected:
        if (ledger().hasSession(service, id))
            ledger().disconnected(service, id, {});
        m_sessions.erase(name);
        break;
    default:
        break;
    }
}

void StalwartJoiner::greeted(ServiceId service, SessionId id, const std::string& name, const StalwartEvent& event)
{
    Session* session = m_sessions.find(name);
    const qint64 now = ledger().time();
    const bool goesOn
        = session != nullptr && now - session->seen < longestSilence && (session->isShaken || !session->hasMail);
    if (!goesOn) {
        m_sessions.erase(name);
        // Of a session that may have begun before the log nothing is known until it shakes hands.
        if (ledger().hasSession(service, id))
            ledger().disconnected(service, id, {});
        if (now - m_begin >= headOfLog)
            ledger().connected(service, id, {{}, event.address});
        session = &m_sessions.at(name);
    }
    session->isShaken = false;
    session->seen = now;
}

void StalwartJoiner::queued(ServiceId service, SessionId id, const StalwartEvent& event)
{
    MessageBegin begin;
    begin.id = event.queueId;
    begin.peer = Peer{{}, event.address};
    if (event.isOfUser)
        begin.user = "?";
    ledger().begun(service, id, begin);
    ledger().accepted(service, {event.queueId, event.sender, event.size, event.recipients});
}

void StalwartJoiner::outbound(ServiceId service, const StalwartEvent& event)
{
    if (event.kind == Kind::Completed) {
        ledger().closed(service, event.queueId, settleTime);
        return;
    }
    const std::string name
        = std::string(event.queueId.substr(0, longestText)) + ' ' + std::string(event.host.substr(0, longestText));
    switch (event.kind) {
    case Kind::ConnectedTo: {
        Delivery& delivery = m_deliveries.at(name);
        delivery = {};
        delivery.address.assign(event.address.substr(0, longestText));
        delivery.port = event.port;
        break;
    }
    case Kind::SecuredTo: {
        Delivery& delivery = m_deliveries.at(name);
        delivery.isShaken = true;
        delivery.version = versionOf(event.version);
        delivery.cipher.assign(event.cipher.substr(0, longestText));
        break;
    }
    case Kind::InClearTo:
        m_deliveries.at(name).isClear = true;
        break;
    case Kind::HandshakeToFailed:
        if (const Delivery* delivery = m_deliveries.find(name))
            ledger().handshakeToFailed(delivery->address);
        break;
    case Kind::Delivered:
    case Kind::Failed:
        delivered(service, event, event.kind == Kind::Delivered);
        break;
    default:
        break;
    }
}

void StalwartJoiner::delivered(ServiceId service, const StalwartEvent& event, bool isSent)
{
    const std::string name
        = std::string(event.queueId.substr(0, longestText)) + ' ' + std::string(event.host.substr(0, longestText));
    const Delivery* known = m_deliveries.find(name);
    const Delivery delivery = known == nullptr ? Delivery() : *known;
    DeliveryReport report;
    report.id = event.queueId;
    report.recipient = event.recipient;
    report.relay = {event.host, delivery.address};
    report.port = delivery.port;
    report.isSent = isSent;
    report.isAmbiguous = event.isAmbiguous;
    if (delivery.isShaken)
        report.tls = ledger().tls(delivery.version, delivery.cipher, Trust::Unknown);
    else if (delivery.isClear)
        report.tls = ledger().plaintext();
    else if (delivery.port == submissions)
        report.tls = ledger().someTls();
    else
        report.tls = Ledger::unknownTls;
    ledger().delivered(service, report);
}

// The saved state

void StalwartJoiner::saveMore(QDataStream& out) const
{
    const auto text = [](const std::string& value) { return QByteArray::fromStdString(value); };
    out << m_begin << static_cast<quint32>(m_sessions.size());
    m_sessions.each([&](const std::string& name, const Session& session) {
        out << text(name) << session.seen << session.isShaken << session.hasMail;
    });
    out << static_cast<quint32>(m_deliveries.size());
    m_deliveries.each([&](const std::string& name, const Delivery& delivery) {
        out << text(name) << text(delivery.address) << text(delivery.version) << text(delivery.cipher) << delivery.port
            << delivery.isShaken << delivery.isClear;
    });
}

bool StalwartJoiner::restoreMore(QDataStream& in)
{
    const auto text = [&in](std::string& value) {
        QByteArray bytes;
        in >> bytes;
        value = bytes.toStdString();
        return in.status() == QDataStream::Ok && value.size() <= 3 * longestText;
    };
    quint32 count = 0;
    in >> m_begin >> count;
    if (in.status() != QDataStream::Ok || count > mostSessions)
        return false;
    std::string name;
    for (quint32 i = 0; i < count; ++i) {
        Session session;
        if (!text(name))
            return false;
        in >> session.seen >> session.isShaken >> session.hasMail;
        m_sessions.at(name) = session;
    }
    in >> count;
    if (in.status() != QDataStream::Ok || count > mostDeliveries)
        return false;
    for (quint32 i = 0; i < count; ++i) {
        Delivery delivery;
        if (!text(name) || !text(delivery.address) || !text(delivery.version) || !text(delivery.cipher))
            return false;
        in >> delivery.port >> delivery.isShaken >> delivery.isClear;
        m_deliveries.at(name) = delivery;
    }
    return in.status() == QDataStream::Ok;
}

void StalwartJoiner::forget()
{
    m_sessions.clear();
    m_deliveries.clear();
    m_begin = 0;
}

} // namespace waxseal
