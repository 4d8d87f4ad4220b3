// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/servers/gmail/gmailjoiner.h"

#include "model/servers/gmail/gmailenvelope.h"

#include <QDataStream>

#include <algorithm>

namespace waxseal {

namespace {

constexpr std::size_t mostSeen = 1'000'000;
constexpr std::size_t longestName = 2100;
constexpr int sentByOutboundServer = 10; // action_type

std::optional<ServiceTraits> traitsOf(std::string_view tag)
{
    if (tag == gmailProgram)
        return ServiceTraits{0, Silence::SaysNothing, false}; // each row says it itself
    return {};
}

/** SMTP from elsewhere, against a user's own program, or a device of the organisation that sends through Google. */
bool isFromOutside(const GmailEvent& event)
{
    return event.sourceService == "smtp-inbound";
}
bool isOfUser(const GmailEvent& event)
{
    return event.sourceService == "smtp-msa" || event.sourceService == "smtp-relay";
}

} // namespace

GmailJoiner::GmailJoiner(const JoinContext& context)
    : LedgerJoiner("gmail", context, traitsOf)
    , m_seen(mostSeen)
{
}

bool GmailJoiner::read(ServiceId service, const LogRecord& record)
{
    const auto event = fromText(record.text);
    if (!event)
        return false;
    if (event->action == sentByOutboundServer)
        sent(service, *event);
    else if (isFromOutside(*event) || isOfUser(*event))
        received(service, *event);
    return true;
}

/** smtp_tls_state: 1 over TLS, 0 in clear; anything else, and nothing, is unknown. */
TlsId GmailJoiner::tlsOf(const GmailEvent& event)
{
    if (event.tlsState == 0)
        return ledger().plaintext();
    if (event.tlsState != 1)
        return Ledger::unknownTls;
    return event.tlsVersion.empty() ? ledger().someTls()
                                    : ledger().tls(event.tlsVersion, event.tlsCipher, Trust::Unknown);
}

void GmailJoiner::received(ServiceId service, const GmailEvent& event)
{
    if (!event.isSuccess) {
        ++ledger().excluded().rejected;
        return;
    }
    // A Message-ID that is forged or missing must not hide another's mail: the sender and the client belong to the
    // name.
    const std::string name = event.messageId + ' ' + event.sender + ' ' + event.clientIp;
    if (m_seen.find(name) != nullptr)
        return; // handled, delivered …: the same message goes on
    m_seen.at(name) = true;
    if (event.isIntraDomain) {
        ++ledger().excluded().internal;
        return;
    }
    MessageBegin begin;
    begin.id = name;
    begin.peer = Peer{{}, event.clientIp};
    begin.user = isOfUser(event) ? std::string_view(event.sender) : std::string_view();
    begin.tls = tlsOf(event);
    MessageAccepted accepted;
    accepted.id = name;
    accepted.sender = event.sender == "<>" ? std::string_view() : event.sender;
    accepted.size = event.size;
    accepted.recipients = static_cast<std::uint32_t>(std::max<std::size_t>(event.destinations.size(), 1));
    ledger().arrived(service, begin, accepted);
    if (event.isSpam) {
        SpamReport report;
        report.verdict = *event.isSpam ? SpamVerdict::Spam : SpamVerdict::Legitimate;
        report.queueId = name;
        ledger().scanned(service, report);
    }
    ledger().closed(service, name);
}

void GmailJoiner::sent(ServiceId service, const GmailEvent& event)
{
    const std::string name = "sent " + event.messageId + ' ' + event.sender;
    DeliveryReport report;
    report.id = name;
    report.relay = {event.relayName, event.relayIp};
    report.tls = tlsOf(event);
    report.isSent = event.isSuccess;
    for (const GmailEvent::Destination& destination : event.destinations) {
        if (!destination.service.empty() && destination.service != "smtp-outbound")
            continue; // a mailbox of the organisation
        report.recipient = destination.address;
        ledger().delivered(service, report);
    }
    ledger().closed(service, name);
}

// The saved state

void GmailJoiner::saveMore(QDataStream& out) const
{
    out << static_cast<quint32>(m_seen.size());
    m_seen.each([&out](const std::string& name, bool) { out << QByteArray::fromStdString(name); });
}

bool GmailJoiner::restoreMore(QDataStream& in)
{
    quint32 count = 0;
    in >> count;
    if (in.status() != QDataStream::Ok || count > mostSeen)
        return false;
    for (quint32 i = 0; i < count; ++i) {
        QByteArray name;
        in >> name;
        if (in.status() != QDataStream::Ok || name.size() > static_cast<qsizetype>(longestName) * 2)
            return false;
        m_seen.at(name.toStdString()) = true;
    }
    return true;
}

void GmailJoiner::forget()
{
    m_seen.clear();
}

} // namespace waxseal
