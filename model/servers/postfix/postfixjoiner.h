// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/servers/ledgerjoiner.h"
#include "model/servers/postfix/postfixparser.h"

namespace waxseal {

/**
 * Tells the ledger what Postfix's lines say. Sessions are smtpd processes (one client at a time, from connect to
 * disconnect), messages are queue ids until the queue manager removes them, outgoing connections are smtp processes.
 */
class PostfixJoiner final : public LedgerJoiner
{
public:
    explicit PostfixJoiner(const JoinContext& context);

protected:
    bool read(ServiceId service, const LogRecord& record) override;

private:
    void onSession(ServiceId service, const LogRecord& record, const PostfixEvent& event);
    void onMessage(ServiceId service, const LogRecord& record, const PostfixEvent& event);
    void onDelivery(ServiceId service, const LogRecord& record, const PostfixEvent& event);
};

} // namespace waxseal
