// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/boundedmap.h"
#include "model/servers/exchange/exchangeparser.h"
#include "model/servers/ledgerjoiner.h"

#include <string>
#include <vector>

namespace waxseal {

/**
 * Exchange's SMTP protocol logs, joined by their session-id, and message tracking, which tells TLS nowhere: its rows
 * count (as unknown) only for times of which there is no protocol log.
 *
 * Left out and counted: hops inside a server and between the organisation's servers (ports 2525, 717, 475, 465;
 * X-ANONYMOUSTLS, X-EXPS), and health probes.
 */
class ExchangeJoiner final : public LedgerJoiner
{
public:
    explicit ExchangeJoiner(const JoinContext& context);

protected:
    bool read(ServiceId service, const LogRecord& record) override;
    void saveMore(QDataStream& out) const override;
    bool restoreMore(QDataStream& in) override;
    void forget() override;

private:
    /** What a session has said so far, beside what the ledger knows of it. */
    struct Session
    {
        std::string sender; ///< of the transaction
        std::string recordId; ///< Send: the next message's
        std::string user; ///< Receive: who authenticated
        std::string version; ///< of the handshake, until its certificate was looked at
        std::string cipher;
        std::string expected; ///< Send: a letter for each command whose reply is still to come
        std::vector<std::string> recipients; ///< Send: "@domain" of those that were accepted
        std::vector<std::string> asked; ///< Send: of those whose reply is still to come
        std::uint64_t size = 0;
        std::uint32_t accepted = 0; ///< Receive: recipients
        bool isInside = false; ///< a hop of the organisation's own
        bool isOpen = false; ///< a transaction has begun
        bool isProbe = false;
    };

    void receive(ServiceId service, std::string_view name, const ExchangeEvent& event, std::string_view local,
        std::string_view remote);
    void receiveCommand(ServiceId service, SessionId id, Session& session, const ExchangeEvent& event);
    void receiveReply(ServiceId service, SessionId id, Session& session, const ExchangeEvent& event);
    void send(ServiceId service, std::string_view name, const ExchangeEvent& event, std::string_view remote);
    void sendCommand(Session& session, const ExchangeEvent& event);
    void sendReply(
        ServiceId service, SessionId id, Session& session, const ExchangeEvent& event, const ExchangeEndpoint& remote);
    void finishDelivery(ServiceId service, SessionId id, Session& session, bool isSent, const ExchangeEndpoint& remote);
    void track(ServiceId service, std::string_view text);
    TlsId tlsOf(const Session& session, Trust trust);

    BoundedMap<Session> m_sessions;
    qint64 m_received = 0; ///< the last record of a receive log, µs
    qint64 m_sent = 0;
};

} // namespace waxseal
