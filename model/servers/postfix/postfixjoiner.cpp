// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/servers/postfix/postfixjoiner.h"

#include "model/core/bytes.h"

namespace waxseal {

namespace {

/**
 * Services that speak TLS from the first byte: master.cf's "smtps" and "submissions" (since Postfix 3.9), "465", and
 * what behind a proxy is named after them ("submissions-proxyprotocol", "smtps-haproxy", "10465").
 */
bool isWrapperService(std::string_view tag)
{
    while (!tag.empty()) {
        const std::string_view part = tag.substr(0, tag.find('/'));
        for (const std::string_view name : {"smtps", "submissions"}) {
            if (part.starts_with(name)
                && (part.size() == name.size() || part[name.size()] == '-' || part[name.size()] == '_'))
                return true;
        }
        if (part.ends_with("465") && part.find_first_not_of("0123456789") == std::string_view::npos)
            return true;
        tag.remove_prefix(part.size() == tag.size() ? part.size() : part.size() + 1);
    }
    return false;
}

std::optional<ServiceTraits> traitsOf(std::string_view tag)
{
    PostfixProgram program = postfixProgram(tag);
    if (program == PostfixProgram::None)
        program = neighbourProgram(tag);
    if (program == PostfixProgram::None)
        return {};
    return ServiceTraits{static_cast<int>(program), Silence::Asks, isWrapperService(tag), true};
}

/** 3.11's tls= field, "level[:actual][?]" and perhaps "/requiretls…", as far as it says how the delivery went. */
void readTlsFeature(std::string_view field, DeliveryReport& delivery)
{
    const std::string_view whole = field;
    field = field.substr(0, field.find('/'));
    if (field.empty() || field.ends_with('?'))
        return;
    const bool isNone = field == "none" || field.ends_with(":none");
    // "/!requiretls:nostarttls": what was to be required was not there; what was done instead the field does not say.
    const std::string_view required = whole.substr(field.size());
    for (const std::string_view without : {":nostarttls", ":noencryption", ":none"}) {
        if (required.ends_with(without)) {
            delivery.isPlaintext = isNone;
            return;
        }
    }
    delivery.isPlaintext = isNone;
    delivery.isSomeTls = !isNone;
}

Peer peerOf(const PostfixEvent& event)
{
    return {event.hostName, event.hostAddress};
}

std::uint32_t portOf(const PostfixEvent& event)
{
    std::string_view port = event.hostPort;
    return static_cast<std::uint32_t>(takeNumber(port).value_or(0));
}

} // namespace

PostfixJoiner::PostfixJoiner(const JoinContext& context)
    : LedgerJoiner("postfix", context, traitsOf)
{
}

bool PostfixJoiner::read(ServiceId service, const LogRecord& record)
{
    using Kind = PostfixEvent::Kind;
    const auto program = static_cast<PostfixProgram>(ledger().kind(service));
    PostfixEvent event;
    parsePostfix(program, record.text, event);
    switch (event.kind) {
    case Kind::None:
        break;
    case Kind::Delivery:
        onDelivery(service, record, event);
        break;
    case Kind::TlsTo:
        ledger().handshakeTo(
            service, record.pid, peerOf(event), portOf(event), ledger().tls(event.protocol, event.cipher, event.trust));
        break;
    case Kind::HandshakeFailedTo:
        ledger().handshakeToFailed(event.hostAddress);
        break;
    case Kind::StartTlsOffered: // said only where our settings use no TLS
        ledger().startTlsOffered(service, record.pid, event.hostName);
        break;
    case Kind::Restarted:
        ledger().restarted(service);
        break;
    case Kind::LinesLost:
        ledger().linesLost(service, event.lost, event.lostPid);
        break;
    case Kind::Connect:
    case Kind::Disconnect:
    case Kind::TlsFrom:
    case Kind::HandshakeFailedFrom:
    case Kind::Rejected:
    case Kind::EncryptionRequired:
        onSession(service, record, event);
        break;
    default:
        onMessage(service, record, event);
    }
    return program < PostfixProgram::MailScanner; // lines of neighbours are no mail server's
}

void PostfixJoiner::onSession(ServiceId service, const LogRecord& record, const PostfixEvent& event)
{
    using Kind = PostfixEvent::Kind;
    switch (event.kind) {
    case Kind::Connect:
        ledger().connected(service, record.pid, peerOf(event));
        break;
    case Kind::Disconnect:
        ledger().disconnected(service, record.pid,
            {event.hasCounts, event.mailDone, event.mailTried, event.startTlsDone, event.startTlsTried,
                event.xclientTried});
        break;
    case Kind::TlsFrom:
        ledger().handshake(service, record.pid, peerOf(event), ledger().tls(event.protocol, event.cipher, event.trust));
        break;
    case Kind::HandshakeFailedFrom:
        ledger().handshakeFailed(service, record.pid, event.hostAddress);
        break;
    case Kind::EncryptionRequired: // reject_plaintext_session
        ledger().plaintextRejected(
            service, record.pid, record.repeated, event.senderKnown ? std::optional(event.sender) : std::nullopt);
        break;
    default:
        ledger().rejected(service, record.pid, record.repeated);
    }
}

void PostfixJoiner::onMessage(ServiceId service, const LogRecord& record, const PostfixEvent& event)
{
    using Kind = PostfixEvent::Kind;
    switch (event.kind) {
    case Kind::MessageBegins:
    case Kind::ProxyBegins: {
        MessageBegin begin;
        if (event.kind == Kind::MessageBegins)
            begin.id = event.queueId;
        begin.peer = peerOf(event);
        begin.user = event.saslUser;
        begin.isReinjected = event.forwarded;
        ledger().begun(service, record.pid, begin);
        break;
    }
    case Kind::ProxyAccepted: // smtpd_proxy_filter
        ledger().pendingRelayed(service, record.pid, event.sender, event.queuedAs);
        break;
    case Kind::MessageId:
        ledger().named(service, event.queueId, event.messageId);
        break;
    case Kind::Queued:
        ledger().accepted(service, {event.queueId, event.sender, event.size, event.recipients});
        break;
    case Kind::PickedUp:
        ledger().pickedUp(service, event.queueId);
        break;
    case Kind::Held:
        ledger().heldBack(service, event.queueId);
        break;
    case Kind::Requeued: // MailScanner's "Requeue", or pickup's line for what postsuper(1) put back
        ledger().requeued(service, event.queueId, event.originalId);
        break;
    case Kind::MessageRejected:
        ledger().refused(service, event.queueId);
        break;
    case Kind::Canceled:
        ledger().dropped(service, event.queueId);
        break;
    default: // Removed, Expired
        ledger().closed(service, event.queueId);
    }
}

void PostfixJoiner::onDelivery(ServiceId service, const LogRecord& record, const PostfixEvent& event)
{
    DeliveryReport delivery;
    delivery.id = event.queueId;
    delivery.recipient = event.recipient;
    delivery.relay = peerOf(event);
    delivery.port = portOf(event);
    delivery.session = record.pid;
    readTlsFeature(event.tlsFeature, delivery);
    delivery.isAmbiguous = event.ambiguous;
    delivery.isSent = event.status == "sent";
    delivery.isOverSmtp = static_cast<PostfixProgram>(ledger().kind(service)) == PostfixProgram::Smtp;
    delivery.needsTls = event.tlsRequired;
    delivery.queuedAs = event.queuedAs;
    delivery.lastedSeconds = event.lastedSeconds;
    ledger().delivered(service, delivery);
}

} // namespace waxseal
