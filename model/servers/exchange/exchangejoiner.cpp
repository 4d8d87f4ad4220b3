// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/servers/exchange/exchangejoiner.h"

#include "model/core/bytes.h"
#include "model/core/domainname.h"
#include "model/servers/exchange/exchangeenvelope.h"

#include <QDataStream>

#include <algorithm>

namespace waxseal {

namespace {

using Kind = ExchangeEvent::Kind;
using Verb = ExchangeEvent::Verb;

constexpr std::size_t mostSessions = 100'000;
constexpr std::size_t mostRecipients = 1000; // of a transaction that is sent
constexpr std::size_t mostExpected = 4000;
constexpr std::size_t longestText = 1000;
/** Protocol logs tell of messages that tracking tells of, too, while their last record is no older. */
constexpr qint64 covered = 600 * microsecondsPerSecond;
constexpr qint64 settleTime = 60 * microsecondsPerSecond;

std::optional<ServiceTraits> traitsOf(std::string_view tag)
{
    // A protocol log holds the negotiation of every session that it holds.
    if (tag == exchangeReceive)
        return ServiceTraits{static_cast<int>(ExchangeLog::Receive), Silence::IsPlaintext, false};
    if (tag == exchangeSend)
        return ServiceTraits{static_cast<int>(ExchangeLog::Send), Silence::IsPlaintext, false};
    if (tag == exchangeTracking)
        return ServiceTraits{static_cast<int>(ExchangeLog::Tracking), Silence::SaysNothing, false};
    return {};
}

std::string shortened(std::string_view text)
{
    return std::string(text.substr(0, longestText));
}

std::string_view takeField(std::string_view& text)
{
    const std::string_view field = text.substr(0, text.find(exchangeSeparator));
    text.remove_prefix(std::min(field.size() + 1, text.size()));
    return field;
}

bool refusesForWantOfTls(const ExchangeEvent& event)
{
    return event.code >= 400
        && (event.text.starts_with("5.7.3 STARTTLS is required")
            || event.text.starts_with("5.7.0 Must issue a STARTTLS")
            || event.text.starts_with("5.7.1 Must issue a STARTTLS"));
}

} // namespace

ExchangeJoiner::ExchangeJoiner(const JoinContext& context)
    : LedgerJoiner("exchange", context, traitsOf)
    , m_sessions(mostSessions)
{
}

bool ExchangeJoiner::read(ServiceId service, const LogRecord& record)
{
    const auto log = static_cast<ExchangeLog>(ledger().kind(service));
    std::string_view text = record.text;
    if (log == ExchangeLog::Tracking) {
        track(service, text);
        return true;
    }
    const std::string_view connector = takeField(text); // "SERVER\Default Frontend SERVER"
    const std::string_view session = takeField(text);
    const std::string_view local = takeField(text);
    const std::string_view remote = takeField(text);
    const std::string_view event = takeField(text);
    const std::string_view data = takeField(text);
    const std::string_view context = takeField(text);
    if (session.empty())
        return false;
    const ExchangeEvent parsed = parseExchange(log, event, data, context);
    const std::string name = shortened(connector.substr(0, connector.find('\\'))) + ' ' + shortened(session);
    if (log == ExchangeLog::Receive) {
        m_received = ledger().time();
        receive(service, name, parsed, local, remote);
    } else {
        m_sent = ledger().time();
        send(service, name, parsed, remote);
    }
    return true;
}

TlsId ExchangeJoiner::tlsOf(const Session& session, Trust trust)
{
    return ledger().tls(session.version, session.cipher, trust);
}

// What we receive

void ExchangeJoiner::receive(ServiceId service, std::string_view name, const ExchangeEvent& event,
    std::string_view local, std::string_view remote)
{
    const SessionId id = ledger().sessionId(name);
    const ExchangeEndpoint peer = parseEndpoint(remote);
    if (event.kind == Kind::Connected) {
        m_sessions.erase(name);
        const bool isInside = isInternalPort(parseEndpoint(local).port);
        m_sessions.at(name).isInside = isInside;
        if (!isInside)
            ledger().connected(service, id, {{}, peer.address});
        return;
    }
    Session* known = m_sessions.find(name);
    if (known == nullptr) { // its beginning is not in the log
        known = &m_sessions.at(name);
        known->isInside = isInternalPort(parseEndpoint(local).port);
    }
    Session& session = *known;
    switch (event.kind) {
    case Kind::Disconnected:
        if (!session.isInside && ledger().hasSession(service, id))
            ledger().disconnected(service, id, {});
        m_sessions.erase(name);
        return;
    case Kind::Handshake:
        session.version = event.version;
        session.cipher = event.cipher;
        if (!session.isInside)
            ledger().handshake(service, id, {{}, peer.address}, tlsOf(session, Trust::Unknown));
        return;
    case Kind::CertificateChecked:
        if (!session.isInside && !session.version.empty())
            ledger().handshake(service, id, {{}, peer.address},
                tlsOf(session,
                    event.isTrusted            ? Trust::Trusted
                        : event.hasCertificate ? Trust::Untrusted
                                               : Trust::Anonymous));
        return;
    case Kind::HandshakeFailed:
        if (!session.isInside)
            ledger().handshakeFailed(service, id, peer.address);
        return;
    case Kind::Authenticated:
        session.user = shortened(event.user);
        return;
    case Kind::Command:
        receiveCommand(service, id, session, event);
        return;
    case Kind::Reply:
        receiveReply(service, id, session, event);
        return;
    case Kind::None:
    case Kind::Connected:
    case Kind::Sending:
        return;
    }
}

void ExchangeJoiner::receiveCommand(ServiceId service, SessionId id, Session& session, const ExchangeEvent& event)
{
    switch (event.verb) {
    case Verb::AnonymousTls:
    case Verb::ServerAuth:
        session.isInside = true;
        return;
    case Verb::Mail:
        if (session.isOpen && !session.isInside && !session.isProbe)
            ledger().pendingDropped(service, id);
        session.sender = shortened(event.address);
        session.size = event.size;
        session.accepted = 0;
        session.isProbe = isHealthProbe(event.address);
        session.isOpen = true;
        if (!session.isInside && !session.isProbe)
            ledger().begun(service, id, {});
        return;
    case Verb::Rcpt:
        session.isProbe = session.isProbe || isHealthProbe(event.address);
        return;
    case Verb::Reset:
    case Verb::Hello:
        if (session.isOpen && !session.isInside)
            ledger().pendingDropped(service, id);
        session.isOpen = false;
        return;
    case Verb::StartTls:
    case Verb::Auth:
    case Verb::Data:
    case Verb::Chunk:
    case Verb::LastChunk:
    case Verb::Quit:
    case Verb::Other:
        return;
    }
}

void ExchangeJoiner::receiveReply(ServiceId service, SessionId id, Session& session, const ExchangeEvent& event)
{
    if (event.code == 235) {
        if (!session.isInside)
            ledger().authenticated(service, id, session.user);
        return;
    }
    if (event.code == 250 && event.text.starts_with("2.1.5")) {
        ++session.accepted;
        return;
    }
    if (!event.internalId.empty() && session.isOpen) {
        session.isOpen = false;
        if (session.isInside || session.isProbe) {
            ++(session.isProbe ? ledger().excluded().internal : ledger().excluded().reinjected);
            return;
        }
        const std::string key = std::string(event.internalId) + '@' + shortened(event.hostName);
        ledger().pendingAccepted(
            service, id, {key, session.sender, event.size > 0 ? event.size : session.size, session.accepted});
        if (!event.messageId.empty())
            ledger().named(service, key, event.messageId);
        ledger().closed(service, key, settleTime); // a filter's verdict may still come
        return;
    }
    if (event.code < 400)
        return;
    if (refusesForWantOfTls(event) && !session.isInside && !session.isProbe) {
        ledger().plaintextRejected(service, id, 1, session.sender);
        ledger().pendingDropped(service, id);
        session.isOpen = false;
    } else if (session.isOpen && !session.isInside && !session.isProbe) {
        ledger().rejected(service, id, 1); // a recipient, or the message
    }
}

// What we send

void ExchangeJoiner::send(ServiceId service, std::string_view name, const ExchangeEvent& event, std::string_view remote)
{
    const SessionId id = ledger().sessionId(name);
    const ExchangeEndpoint relay = parseEndpoint(remote);
    if (event.kind == Kind::Connected) {
        m_sessions.erase(name);
        const bool isInside = isInternalPort(relay.port);
        m_sessions.at(name).isInside = isInside;
        if (!isInside)
            ledger().connectedTo(service, id, {{}, relay.address}, relay.port);
        return;
    }
    Session* known = m_sessions.find(name);
    if (known == nullptr) {
        if (event.kind == Kind::None || event.kind == Kind::Disconnected)
            return; // "attempting to connect"
        known = &m_sessions.at(name);
        known->isInside = isInternalPort(relay.port);
    }
    Session& session = *known;
    switch (event.kind) {
    case Kind::Disconnected:
        if (!session.isInside)
            ledger().disconnectedFrom(service, id);
        m_sessions.erase(name);
        return;
    case Kind::Handshake:
        session.version = event.version;
        session.cipher = event.cipher;
        if (!session.isInside)
            ledger().handshakeTo(service, id, {{}, relay.address}, relay.port, tlsOf(session, Trust::Unknown));
        return;
    case Kind::CertificateChecked:
        if (!session.isInside && !session.version.empty())
            ledger().handshakeTo(service, id, {{}, relay.address}, relay.port,
                tlsOf(session, event.isTrusted ? Trust::Trusted : Trust::Untrusted));
        return;
    case Kind::HandshakeFailed:
        if (!session.isInside)
            ledger().handshakeToFailed(relay.address);
        return;
    case Kind::Sending:
        session.recordId = shortened(event.recordId);
        return;
    case Kind::Command:
        sendCommand(session, event);
        return;
    case Kind::Reply:
        sendReply(service, id, session, event, relay);
        return;
    case Kind::None:
    case Kind::Connected:
    case Kind::Authenticated:
        return;
    }
}

/** Commands may be sent before the replies to those before them have come: replies are told by their order. */
void ExchangeJoiner::sendCommand(Session& session, const ExchangeEvent& event)
{
    char letter = 'x';
    switch (event.verb) {
    case Verb::AnonymousTls:
    case Verb::ServerAuth:
        session.isInside = true;
        break;
    case Verb::Mail:
        session.sender = shortened(event.address);
        session.isProbe = isHealthProbe(event.address);
        session.recipients.clear();
        session.asked.clear();
        session.isOpen = true;
        letter = 'm';
        break;
    case Verb::Rcpt:
        letter = 'r';
        session.isProbe = session.isProbe || isHealthProbe(event.address);
        if (session.asked.size() < mostRecipients)
            session.asked.push_back('@' + shortened(addressDomain(event.address)));
        break;
    case Verb::Data:
        letter = 'd';
        break;
    case Verb::Chunk:
        letter = 'c';
        break;
    case Verb::LastChunk:
        letter = 'l';
        break;
    case Verb::Hello:
    case Verb::StartTls:
    case Verb::Auth:
    case Verb::Reset:
    case Verb::Quit:
    case Verb::Other:
        break;
    }
    if (session.expected.size() < mostExpected)
        session.expected += letter;
}

void ExchangeJoiner::sendReply(
    ServiceId service, SessionId id, Session& session, const ExchangeEvent& event, const ExchangeEndpoint& remote)
{
    if (session.expected.empty())
        return; // the greeting
    const char letter = session.expected.front();
    session.expected.erase(0, 1);
    const bool isGood = event.code >= 200 && event.code < 400;
    switch (letter) {
    case 'm':
        if (!isGood)
            finishDelivery(service, id, session, false, remote);
        return;
    case 'r':
        if (session.asked.empty())
            return;
        if (isGood && session.recipients.size() < mostRecipients)
            session.recipients.push_back(session.asked.front());
        session.asked.erase(session.asked.begin());
        return;
    case 'd':
        if (event.code == 354)
            session.expected.insert(session.expected.begin(), 'l');
        else
            finishDelivery(service, id, session, false, remote);
        return;
    case 'l':
        finishDelivery(service, id, session, isGood, remote);
        return;
    default:
        return;
    }
}

void ExchangeJoiner::finishDelivery(
    ServiceId service, SessionId id, Session& session, bool isSent, const ExchangeEndpoint& remote)
{
    if (!session.isOpen)
        return;
    session.isOpen = false;
    if (session.isInside || session.isProbe) {
        ledger().excluded().internal += isSent ? 1 : 0;
        return;
    }
    if (session.recipients.empty() && !isSent) // refused at MAIL: whom it was for the log does not say yet
        return;
    const std::string key = "send " + session.recordId;
    DeliveryReport report;
    report.id = key;
    report.relay = {{}, remote.address};
    report.port = remote.port;
    report.session = id;
    report.isSent = isSent;
    for (const std::string& recipient : session.recipients) {
        report.recipient = recipient;
        ledger().delivered(service, report);
    }
    if (isSent)
        ledger().closed(service, key);
    session.recipients.clear();
    session.recordId.clear();
}

// Message tracking

void ExchangeJoiner::track(ServiceId service, std::string_view text)
{
    const std::string_view clientIp = takeField(text);
    const std::string_view originalIp = takeField(text);
    const std::string_view clientName = takeField(text);
    const std::string_view serverIp = takeField(text);
    const std::string_view server = takeField(text);
    takeField(text); // source-context
    const std::string_view source = takeField(text);
    const std::string_view eventId = takeField(text);
    const std::string_view internalId = takeField(text);
    const std::string_view messageId = takeField(text);
    const std::string_view sender = takeField(text);
    std::string_view recipients = takeField(text);
    std::string_view bytes = takeField(text);
    std::string_view count = takeField(text);
    const std::string_view connector = takeField(text);
    if (source != "SMTP" || internalId.empty() || isHealthProbe(sender))
        return;
    const std::string key = std::string(internalId) + '@' + shortened(server) + " tracked";
    const qint64 now = ledger().time();
    if (eventId == "RECEIVE") {
        const bool isTold = m_received != 0 && now - m_received < covered && m_received - now < covered;
        if (isTold || ledger().isOpen(service, key))
            return;
        MessageBegin begin;
        begin.id = key;
        begin.peer = Peer{clientName, clientIp};
        if (!originalIp.empty() && originalIp != clientIp)
            begin.peer = Peer{{}, originalIp};
        begin.tls = Ledger::unknownTls;
        MessageAccepted accepted;
        accepted.id = key;
        accepted.sender = sender == "<>" ? std::string_view() : sender;
        accepted.size = takeNumber(bytes).value_or(0);
        accepted.recipients
            = static_cast<std::uint32_t>(std::min<std::uint64_t>(takeNumber(count).value_or(1), 1'000'000));
        ledger().arrived(service, begin, accepted);
        if (!messageId.empty())
            ledger().named(service, key, messageId);
        ledger().closed(service, key, settleTime);
    } else if (eventId == "SEND" || eventId == "SENDEXTERNAL") {
        const bool isTold = m_sent != 0 && now - m_sent < covered && m_sent - now < covered;
        if (isTold || connector.starts_with("Intra-Organization"))
            return;
        const std::string sent = key + " send";
        DeliveryReport report;
        report.id = sent;
        report.relay = {server, serverIp};
        report.tls = Ledger::unknownTls;
        report.isSent = true;
        while (!recipients.empty()) {
            const std::string_view one = recipients.substr(0, recipients.find(';'));
            recipients.remove_prefix(std::min(one.size() + 1, recipients.size()));
            report.recipient = one;
            ledger().delivered(service, report);
        }
        ledger().closed(service, sent);
    }
}

// The saved state

void ExchangeJoiner::saveMore(QDataStream& out) const
{
    const auto write = [&out](const std::string& text) { out << QByteArray::fromStdString(text); };
    out << m_received << m_sent << static_cast<quint32>(m_sessions.size());
    m_sessions.each([&](const std::string& name, const Session& session) {
        write(name);
        for (const std::string* text :
            {&session.sender, &session.recordId, &session.user, &session.version, &session.cipher, &session.expected})
            write(*text);
        for (const auto* list : {&session.recipients, &session.asked}) {
            out << static_cast<quint32>(list->size());
            for (const std::string& each : *list)
                write(each);
        }
        out << static_cast<quint64>(session.size) << session.accepted << session.isInside << session.isOpen
            << session.isProbe;
    });
}

bool ExchangeJoiner::restoreMore(QDataStream& in)
{
    const auto read = [&in](std::string& text) {
        QByteArray bytes;
        in >> bytes;
        text = bytes.toStdString();
        return in.status() == QDataStream::Ok && text.size() <= 2 * mostExpected;
    };
    quint32 count = 0;
    in >> m_received >> m_sent >> count;
    if (in.status() != QDataStream::Ok || count > mostSessions)
        return false;
    for (quint32 i = 0; i < count; ++i) {
        std::string name;
        if (!read(name))
            return false;
        Session& session = m_sessions.at(name);
        for (std::string* text :
            {&session.sender, &session.recordId, &session.user, &session.version, &session.cipher, &session.expected}) {
            if (!read(*text))
                return false;
        }
        for (auto* list : {&session.recipients, &session.asked}) {
            quint32 size = 0;
            in >> size;
            if (in.status() != QDataStream::Ok || size > mostRecipients)
                return false;
            list->resize(size);
            for (std::string& each : *list) {
                if (!read(each))
                    return false;
            }
        }
        quint64 size = 0;
        in >> size >> session.accepted >> session.isInside >> session.isOpen >> session.isProbe;
        session.size = size;
        if (in.status() != QDataStream::Ok)
            return false;
    }
    return true;
}

void ExchangeJoiner::forget()
{
    m_sessions.clear();
    m_received = 0;
    m_sent = 0;
}

} // namespace waxseal
