// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/boundedmap.h"
#include "model/servers/gmail/gmailparser.h"
#include "model/servers/ledgerjoiner.h"

namespace waxseal {

/**
 * Gmail's logs: each event of a message is a row with all that Google knows of it, so nothing is joined; but a message
 * has several events, and counts at the first of its way in. What came in over SMTP says so by its source's service.
 */
class GmailJoiner final : public LedgerJoiner
{
public:
    explicit GmailJoiner(const JoinContext& context);

protected:
    bool read(ServiceId service, const LogRecord& record) override;
    void saveMore(QDataStream& out) const override;
    bool restoreMore(QDataStream& in) override;
    void forget() override;

private:
    void received(ServiceId service, const GmailEvent& event);
    void sent(ServiceId service, const GmailEvent& event);
    TlsId tlsOf(const GmailEvent& event);

    BoundedMap<bool> m_seen; ///< messages that have been counted on their way in
};

} // namespace waxseal
