// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/boundedmap.h"
#include "model/servers/ledgerjoiner.h"
#include "model/servers/stalwart/stalwartparser.h"

#include <string>

namespace waxseal {

/**
 * Stalwart's events. A session is known by the client's address and port, which are used again, and at level INFO the
 * log tells neither its begin nor its end: it begins with the EHLO that no handshake and no other EHLO came before.
 */
class StalwartJoiner final : public LedgerJoiner
{
public:
    explicit StalwartJoiner(const JoinContext& context);

protected:
    bool read(ServiceId service, const LogRecord& record) override;
    void saveMore(QDataStream& out) const override;
    bool restoreMore(QDataStream& in) override;
    void forget() override;

private:
    /** A client's session, as far as the log tells of it. */
    struct Session
    {
        qint64 seen = 0; ///< µs
        bool isShaken = false; ///< a handshake, and no EHLO behind it yet
        bool hasMail = false;
    };
    /** A connection that a message is delivered over. */
    struct Delivery
    {
        std::string address;
        std::string version;
        std::string cipher;
        std::uint32_t port = 0;
        bool isShaken = false;
        bool isClear = false;
    };

    void inbound(ServiceId service, const StalwartEvent& event);
    void greeted(ServiceId service, SessionId id, const std::string& name, const StalwartEvent& event);
    void queued(ServiceId service, SessionId id, const StalwartEvent& event);
    void outbound(ServiceId service, const StalwartEvent& event);
    void delivered(ServiceId service, const StalwartEvent& event, bool isSent);

    BoundedMap<Session> m_sessions;
    BoundedMap<Delivery> m_deliveries; ///< by queueId and host
    qint64 m_begin = 0; ///< the first record, µs
};

} // namespace waxseal
