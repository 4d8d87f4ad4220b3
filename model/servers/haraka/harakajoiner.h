// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/boundedmap.h"
#include "model/servers/haraka/harakaparser.h"
#include "model/servers/ledgerjoiner.h"

#include <string>

namespace waxseal {

/**
 * Haraka's log: connections are named by a UUID, their messages by the UUID and a number. The handshake line is of
 * level INFO; at NOTICE the line of the disconnect still says whether there was TLS. Each delivery says whether it used
 * TLS.
 */
class HarakaJoiner final : public LedgerJoiner
{
public:
    explicit HarakaJoiner(const JoinContext& context);

protected:
    bool read(ServiceId service, const LogRecord& record) override;
    void saveMore(QDataStream& out) const override;
    bool restoreMore(QDataStream& in) override;
    void forget() override;

private:
    /** A transaction of a connection that goes on. */
    struct Transaction
    {
        std::string sender;
        std::uint64_t size = 0;
        std::uint32_t recipients = 0;
        bool isQueued = false;
        bool isBeforeTls = false; ///< the connection's handshake came behind it
    };

    void connected(ServiceId service, SessionId session, const HarakaEvent& event, const LogRecord& record);
    void secured(ServiceId service, SessionId session, const HarakaEvent& event);
    void queued(ServiceId service, SessionId session, const HarakaEvent& event);
    void ofUser(ServiceId service, SessionId session, std::string_view id, const Transaction& transaction);
    void disconnected(ServiceId service, SessionId session, const HarakaEvent& event);
    void delivered(ServiceId service, const HarakaEvent& event);

    BoundedMap<Transaction> m_transactions;
};

} // namespace waxseal
