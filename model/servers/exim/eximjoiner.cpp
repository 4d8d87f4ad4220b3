// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/servers/exim/eximjoiner.h"

#include "model/core/bytes.h"
#include "model/servers/queuedas.h"

#include <algorithm>

namespace waxseal {

namespace {

constexpr std::size_t mostParts = 64; // lines at a time
constexpr std::size_t mostRefusals = 16;
constexpr std::size_t longestLine = 64 * 1024;

std::optional<ServiceTraits> traitsOf(std::string_view tag)
{
    if (tag != "exim" && tag != "exim4")
        return {};
    return ServiceTraits{0, Silence::Asks, false};
}

/** Whether an ACL's message says that mail is refused because its session is not encrypted. The words are those of the
 * administrator. */
bool tellsOfEncryption(std::string_view reason)
{
    const std::string lower = lowered(reason.substr(0, 200));
    const auto has = [&lower](const char* word) { return lower.find(word) != std::string::npos; };
    return (has("tls") || has("encrypt")) && (has("requir") || has("must") || has("need"));
}

/** The name that A= bears behind the authenticator: "dovecot_login:me@example.org". */
std::string_view userOf(const EximEvent& event)
{
    if (event.authenticated.empty())
        return isAuthenticatedProtocol(event.protocol) ? std::string_view("?") : std::string_view{};
    const std::size_t colon = event.authenticated.find(':');
    const std::string_view name
        = colon == std::string_view::npos ? std::string_view{} : event.authenticated.substr(colon + 1);
    return name.empty() ? std::string_view("?") : name;
}

Peer peerOf(const EximEvent& event)
{
    return {event.hostName, event.hostAddress};
}

Trust trustOfClient(const EximEvent& event)
{
    switch (event.certificate) {
    case EximEvent::Certificate::Verified:
    case EximEvent::Certificate::Dane:
        return Trust::Trusted; // Exim, like Postfix, asks no client for a name
    case EximEvent::Certificate::NotVerified:
        return event.hasPeerName ? Trust::Untrusted : Trust::Anonymous;
    default:
        return Trust::Unknown;
    }
}

/** tls_verify_cert_hostnames is on by default (4.85 and up), so CV=yes includes the name. */
Trust trustOfServer(const EximEvent& event)
{
    switch (event.certificate) {
    case EximEvent::Certificate::Verified:
    case EximEvent::Certificate::Dane:
        return Trust::Verified;
    case EximEvent::Certificate::NotVerified:
        return Trust::Untrusted;
    default:
        return Trust::Unknown;
    }
}

} // namespace

std::string_view eximText(std::string_view text)
{
    EximStamp stamp;
    takeEximStamp(text, stamp);
    return text;
}

EximJoiner::EximJoiner(const JoinContext& context)
    : LedgerJoiner("exim", context, traitsOf)
{
}

bool EximJoiner::read(ServiceId service, const LogRecord& record)
{
    std::uint64_t number = 0;
    std::uint64_t count = 0;
    bool isLineEnd = false;
    if (std::string_view part = record.text; takeEximPart(part, number, count, isLineEnd) && count > 1)
        onPart(service, record, record.text);
    else
        onLine(service, record, eximText(record.text));
    return true;
}

void EximJoiner::onPart(ServiceId service, const LogRecord& record, std::string_view text)
{
    std::uint64_t number = 0;
    std::uint64_t count = 0;
    bool isLineEnd = false;
    takeEximPart(text, number, count, isLineEnd);
    auto parts = std::find_if(m_parts.begin(), m_parts.end(),
        [&](const Parts& each) { return each.service == service && each.pid == record.pid; });
    if (number == 1) {
        if (parts != m_parts.end())
            m_parts.erase(parts);
        if (m_parts.size() >= mostParts) // the oldest will not be whole any more
            m_parts.erase(m_parts.begin());
        m_parts.push_back({service, record.pid, 2, static_cast<std::uint32_t>(count), std::string(text)});
        return;
    }
    if (parts == m_parts.end())
        return;
    if (parts->next != number || parts->count != count || parts->text.size() + text.size() > longestLine) {
        m_parts.erase(parts);
        return;
    }
    if (isLineEnd)
        parts->text.append(1, '\n');
    parts->text.append(text);
    ++parts->next;
    if (number < count)
        return;
    const std::string whole = std::move(parts->text);
    m_parts.erase(parts);
    onLine(service, record, eximText(whole));
}

void EximJoiner::onLine(ServiceId service, const LogRecord& record, std::string_view text)
{
    using Kind = EximEvent::Kind;
    const EximEvent event = parseExim(text);
    switch (event.kind) {
    case Kind::None:
        break;
    case Kind::Arrival:
        onArrival(service, event);
        break;
    case Kind::Delivery:
    case Kind::Deferred:
    case Kind::Failed:
        onDelivery(service, event);
        break;
    case Kind::Completed:
        ledger().closed(service, event.messageId);
        break;
    case Kind::Rejected:
        if (isSecondCopy(record))
            break;
        onRejection(service, event, record.repeated);
        break;
    case Kind::HandshakeFailedFrom:
        ledger().handshakeFailed(service, 0, event.hostAddress);
        break;
    case Kind::FellBackTo:
        ledger().handshakeToFailed(event.hostAddress);
        break;
    case Kind::Verdict:
        onVerdict(service, event);
        break;
    case Kind::Started:
        ledger().restarted(service);
        break;
    }
}

/** A refusal goes to the main log and to the reject log, so to syslog twice (syslog_duplication, on by default): the
 * same process writes the same text in the same second. */
bool EximJoiner::isSecondCopy(const LogRecord& record)
{
    if (record.host.empty() || record.pid == 0) // no syslog
        return false;
    const std::uint64_t line = hashBytes(record.text,
        hashWord(record.pid) ^ hashWord(static_cast<std::uint64_t>(ledger().time() / microsecondsPerSecond)));
    const auto known = std::find(m_refusals.begin(), m_refusals.end(), line);
    if (known != m_refusals.end()) {
        m_refusals.erase(known);
        return true;
    }
    if (m_refusals.size() >= mostRefusals)
        m_refusals.erase(m_refusals.begin());
    m_refusals.push_back(line);
    return false;
}

/** X= of an arrival. P= says whether there was TLS even where X= is not logged. */
TlsId EximJoiner::tlsFrom(const EximEvent& event)
{
    if (event.ambiguous)
        return Ledger::unknownTls;
    if (!event.tlsProtocol.empty())
        return ledger().tls(event.tlsProtocol, event.cipher, trustOfClient(event));
    if (isEncryptedProtocol(event.protocol))
        return ledger().someTls();
    return isSmtpProtocol(event.protocol) ? ledger().plaintext() : Ledger::unknownTls;
}

void EximJoiner::onArrival(ServiceId service, const EximEvent& event)
{
    const MessageAccepted accepted{event.messageId, event.sender, event.size, event.recipients};
    if (event.hostAddress.empty() && !event.ambiguous) { // the exim command was given it, or it is a bounce of our own
        ledger().pickedUp(service, event.messageId);
        ledger().accepted(service, accepted);
        return;
    }
    MessageBegin begin;
    begin.id = event.messageId;
    begin.tls = tlsFrom(event);
    begin.user = userOf(event);
    // Where a client wrote so that the line can be read in two ways, nothing is said of any host.
    begin.peer = event.ambiguous ? Peer{} : peerOf(event);
    // A scanner gives a message back under a protocol of its own name, with its client's H= ("spam-scanned").
    begin.isReinjected = !event.ambiguous && !isSmtpProtocol(event.protocol);
    if (event.tlsProtocol.empty() && isEncryptedProtocol(event.protocol)) {
        ledger().restarted(service); // X= is not logged (any more)
    } else if (!event.tlsProtocol.empty() && !event.ambiguous) {
        const SessionId session = ledger().sessionId(event.messageId);
        ledger().handshake(service, session, peerOf(event), *begin.tls);
        ledger().disconnected(service, session, {});
    }
    ledger().arrived(service, begin, accepted);
    if (!event.headerId.empty()) {
        m_messageId.assign(1, '<').append(event.headerId).append(1, '>');
        ledger().named(service, event.messageId, m_messageId);
    }
}

void EximJoiner::onDelivery(ServiceId service, const EximEvent& event)
{
    if (event.hostAddress.empty())
        return; // to a mailbox, a file or a program, or to no host yet
    DeliveryReport delivery;
    delivery.id = event.messageId;
    delivery.recipient = event.recipient;
    delivery.relay = peerOf(event);
    std::string_view port = event.hostPort;
    delivery.port = static_cast<std::uint32_t>(takeNumber(port).value_or(0));
    delivery.session = ledger().sessionId(event.messageId);
    delivery.isAmbiguous = event.ambiguous;
    delivery.isSent = event.kind == EximEvent::Kind::Delivery;
    delivery.needsTls = event.tlsRequired;
    delivery.queuedAs = queuedAs(event.response);
    const bool hasTls = !event.tlsProtocol.empty();
    if (hasTls) {
        ledger().handshakeTo(service, delivery.session, delivery.relay, delivery.port,
            ledger().tls(event.tlsProtocol, event.cipher, trustOfServer(event)));
    }
    ledger().delivered(service, delivery);
    if (hasTls)
        ledger().disconnectedFrom(service, delivery.session);
}

void EximJoiner::onRejection(ServiceId service, const EximEvent& event, std::uint64_t count)
{
    if (!event.messageId.empty() && ledger().isOpen(service, event.messageId)) {
        ledger().refused(service, event.messageId);
        return;
    }
    if (event.tlsProtocol.empty() && tellsOfEncryption(event.reason)) {
        ledger().plaintextRejected(service, 0, count, event.senderKnown ? std::optional(event.sender) : std::nullopt);
    } else {
        ledger().rejected(service, 0, count);
    }
}

/** An ACL writes its verdict before the message arrives. */
void EximJoiner::onVerdict(ServiceId service, const EximEvent& event)
{
    if (event.messageId.empty())
        return;
    if (!ledger().isOpen(service, event.messageId))
        ledger().named(service, event.messageId, {});
    SpamReport report;
    report.verdict = event.spam ? SpamVerdict::Spam : SpamVerdict::Legitimate;
    report.queueId = event.messageId;
    ledger().scanned(service, report);
}

void EximJoiner::saveMore(QDataStream& out) const
{
    out << static_cast<quint32>(m_parts.size());
    for (const Parts& parts : m_parts)
        out << parts.service << parts.pid << parts.next << parts.count << QByteArray::fromStdString(parts.text);
    out << static_cast<quint32>(m_refusals.size());
    for (const std::uint64_t line : m_refusals)
        out << static_cast<quint64>(line);
}

bool EximJoiner::restoreMore(QDataStream& in)
{
    quint32 count = 0;
    in >> count;
    if (count > mostParts)
        return false;
    for (quint32 i = 0; i < count; ++i) {
        Parts parts;
        QByteArray text;
        in >> parts.service >> parts.pid >> parts.next >> parts.count >> text;
        if (in.status() != QDataStream::Ok || static_cast<std::size_t>(text.size()) > longestLine
            || parts.count > mostEximParts || parts.next < 2 || parts.next > parts.count)
            return false;
        parts.text = text.toStdString();
        m_parts.push_back(std::move(parts));
    }
    in >> count;
    if (count > mostRefusals)
        return false;
    for (quint32 i = 0; i < count; ++i) {
        quint64 line = 0;
        in >> line;
        m_refusals.push_back(line);
    }
    return true;
}

} // namespace waxseal
