// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/servers/haraka/harakajoiner.h"

#include "model/core/bytes.h"
#include "model/servers/queuedas.h"

#include <QDataStream>

#include <algorithm>

namespace waxseal {

namespace {

using Kind = HarakaEvent::Kind;

constexpr std::size_t mostTransactions = 100'000;
constexpr std::size_t longestText = 1000;
constexpr qint64 settleTime = 60 * microsecondsPerSecond;
constexpr std::uint32_t mostOfAConnection = 10'000; // transactions
constexpr std::uint32_t submissions = 465; // RFC 8314: TLS from the first byte

enum Service : int
{
    Smtp,
    Wrapped
};

std::optional<ServiceTraits> traitsOf(std::string_view tag)
{
    if (tag == "haraka" || tag == "Haraka")
        return ServiceTraits{Smtp, Silence::Asks, false}; // the handshake line is of level INFO
    if (tag == "haraka/465")
        return ServiceTraits{Wrapped, Silence::SaysNothing, true};
    return {};
}

} // namespace

HarakaJoiner::HarakaJoiner(const JoinContext& context)
    : LedgerJoiner("haraka", context, traitsOf)
    , m_transactions(mostTransactions)
{
}

bool HarakaJoiner::read(ServiceId service, const LogRecord& record)
{
    const HarakaEvent event = parseHaraka(record.text);
    if (event.kind == Kind::None)
        return isHarakaLine(record.text);
    const SessionId session = ledger().sessionId(event.connection);
    switch (event.kind) {
    case Kind::Connected:
        connected(service, session, event, record);
        break;
    case Kind::Secured:
        secured(service, session, event);
        break;
    case Kind::HandshakeFailed:
        ledger().handshakeFailed(service, session, {});
        break;
    case Kind::Sender:
        m_transactions.erase(event.transaction);
        if (event.isGood) {
            m_transactions.at(event.transaction).sender.assign(event.path.substr(0, longestText));
            ledger().begun(service, session, {.id = event.transaction, .peer = {}, .user = {}, .tls = {}});
        } else {
            ledger().rejected(service, session, 1);
        }
        break;
    case Kind::Message:
        if (Transaction* transaction = m_transactions.find(event.transaction)) {
            transaction->size = event.size;
            transaction->recipients = event.recipients;
        }
        if (!event.messageId.empty())
            ledger().named(service, event.transaction, event.messageId);
        break;
    case Kind::Queued:
        queued(service, session, event);
        break;
    case Kind::SecuredTo:
        // A delivery has a connection of its own, and the log names the server at its end.
        ledger().connectedTo(service, ledger().sessionId(event.delivery), {}, 0);
        ledger().handshakeTo(service, ledger().sessionId(event.delivery), {}, 0,
            ledger().tls(event.version, event.cipher, event.isVerified ? Trust::Trusted : Trust::Untrusted));
        break;
    case Kind::Delivered:
        delivered(service, event);
        break;
    case Kind::Disconnected:
        disconnected(service, session, event);
        break;
    case Kind::Started:
        ledger().restarted(service);
        break;
    case Kind::RecipientFailed:
    case Kind::None:
        break;
    }
    return true;
}

void HarakaJoiner::connected(ServiceId service, SessionId session, const HarakaEvent& event, const LogRecord& record)
{
    if (event.localPort != submissions) {
        ledger().connected(service, session, {{}, event.address});
        return;
    }
    // No line tells of a handshake that came before everything else; the version stays unknown.
    const ServiceId wrapped = ledger().service(record.host, "haraka/465");
    ledger().connected(wrapped, session, {{}, event.address});
    ledger().handshake(wrapped, session, {}, ledger().someTls());
}

void HarakaJoiner::secured(ServiceId service, SessionId session, const HarakaEvent& event)
{
    ledger().handshake(service, session, {},
        ledger().tls(event.version, event.cipher,
            event.isVerified           ? Trust::Trusted
                : event.hasCertificate ? Trust::Untrusted
                                       : Trust::Anonymous));
    // "UUID.2": two transactions came before it.
    std::string_view last = event.transaction.substr(event.connection.size());
    takePrefix(last, ".");
    const std::uint64_t before = std::min<std::uint64_t>(takeNumber(last).value_or(0), mostOfAConnection);
    for (std::uint64_t i = 1; i <= before; ++i) {
        if (Transaction* transaction = m_transactions.find(std::string(event.connection) + '.' + std::to_string(i)))
            transaction->isBeforeTls = true;
    }
}

void HarakaJoiner::queued(ServiceId service, SessionId session, const HarakaEvent& event)
{
    Transaction* transaction = m_transactions.find(event.transaction);
    if (!event.isGood) {
        ledger().refused(service, event.transaction);
        ledger().rejected(service, session, 0);
        m_transactions.erase(event.transaction);
    } else if (transaction != nullptr) {
        transaction->isQueued = true;
        ledger().accepted(
            service, {event.transaction, transaction->sender, transaction->size, transaction->recipients});
    }
}

/** That its client may relay the log says at the end of the connection only: the message is told of anew. */
void HarakaJoiner::ofUser(ServiceId service, SessionId session, std::string_view id, const Transaction& transaction)
{
    ledger().dropped(service, id);
    MessageBegin begin;
    begin.id = id;
    begin.user = "?";
    if (transaction.isBeforeTls)
        begin.tls = ledger().plaintext();
    ledger().begun(service, session, begin);
    ledger().accepted(service, {id, transaction.sender, transaction.size, transaction.recipients});
}

void HarakaJoiner::disconnected(ServiceId service, SessionId session, const HarakaEvent& event)
{
    if (event.refused > 0)
        ledger().rejected(service, session, event.refused);
    const auto each = [&](const auto& tell) {
        for (std::uint32_t i = 1; i <= std::min(event.transactions, mostOfAConnection); ++i)
            tell(std::string(event.connection) + '.' + std::to_string(i));
    };
    each([&](const std::string& id) {
        const Transaction* transaction = m_transactions.find(id);
        if (transaction != nullptr && transaction->isQueued && event.isRelay)
            ofUser(service, session, id, *transaction);
        else if (transaction != nullptr && !transaction->isQueued)
            ledger().dropped(service, id); // given up before its end
        m_transactions.erase(id);
    });
    SessionEnd end;
    end.hasCounts = true;
    end.mailDone = event.transactions;
    end.mailTried = event.transactions;
    end.startTlsDone = event.isTls ? 1 : 0;
    end.startTlsTried = end.startTlsDone;
    ledger().disconnected(service, session, end);
    each([&](const std::string& id) { ledger().closed(service, id, settleTime); });
}

void HarakaJoiner::delivered(ServiceId service, const HarakaEvent& event)
{
    const std::string recipient = '@' + std::string(event.domain);
    DeliveryReport report;
    report.id = event.transaction;
    report.recipient = recipient;
    report.relay = {event.host == event.address ? std::string_view() : event.host, event.address};
    report.port = event.port;
    report.session = ledger().sessionId(event.delivery);
    report.isSomeTls = event.isTls;
    report.isPlaintext = !event.isTls;
    report.isSent = event.recipients > 0;
    report.isOverSmtp = event.isOverSmtp;
    report.queuedAs = queuedAs(event.response);
    ledger().delivered(service, report);
    ledger().disconnectedFrom(service, report.session);
}

// The saved state

void HarakaJoiner::saveMore(QDataStream& out) const
{
    out << static_cast<quint32>(m_transactions.size());
    m_transactions.each([&out](const std::string& id, const Transaction& transaction) {
        out << QByteArray::fromStdString(id) << QByteArray::fromStdString(transaction.sender)
            << static_cast<quint64>(transaction.size) << transaction.recipients << transaction.isQueued
            << transaction.isBeforeTls;
    });
}

bool HarakaJoiner::restoreMore(QDataStream& in)
{
    quint32 count = 0;
    in >> count;
    if (in.status() != QDataStream::Ok || count > mostTransactions)
        return false;
    for (quint32 i = 0; i < count; ++i) {
        QByteArray id;
        QByteArray sender;
        quint64 size = 0;
        Transaction transaction;
        in >> id >> sender >> size >> transaction.recipients >> transaction.isQueued >> transaction.isBeforeTls;
        if (in.status() != QDataStream::Ok || id.size() > static_cast<qsizetype>(longestHarakaId)
            || sender.size() > static_cast<qsizetype>(longestText))
            return false;
        transaction.sender = sender.toStdString();
        transaction.size = size;
        m_transactions.at(id.toStdString()) = transaction;
    }
    return true;
}

void HarakaJoiner::forget()
{
    m_transactions.clear();
}

} // namespace waxseal
