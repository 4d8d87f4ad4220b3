// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/servers/ledgerjoiner.h"
#include "model/servers/openrecipients.h"
#include "model/servers/opensmtpd/opensmtpdparser.h"

#include <deque>
#include <string>

namespace waxseal {

/**
 * Tells the ledger what OpenSMTPD's lines say. One process serves all; a session is the 16 digits in front of its
 * lines, from connected to disconnected, and every handshake has its line. A message is the first 8 digits of its
 * envelopes.
 */
class OpensmtpdJoiner final : public LedgerJoiner
{
public:
    explicit OpensmtpdJoiner(const JoinContext& context);

protected:
    bool read(ServiceId service, const LogRecord& record) override;
    void saveMore(QDataStream& out) const override;
    bool restoreMore(QDataStream& in) override;
    void forget() override;

private:
    /** A session of which a later line may need what an earlier one said. */
    struct Recent
    {
        SessionId session = 0;
        bool isLocal = false; ///< by the socket of this machine
        bool isOut = false; ///< a connection of ours
        std::string protocol; ///< of its handshake, until its certificate is judged
        std::string cipher;
    };
    /** A message whose sender is in the next line. */
    struct Taken
    {
        ServiceId service = noService;
        std::string id;
        std::uint64_t size = 0;
        std::uint32_t recipients = 0;
    };

    void onSession(ServiceId service, SessionId session, const LogRecord& record, const OpensmtpdEvent& event);
    void onOutgoing(ServiceId service, SessionId session, const OpensmtpdEvent& event);
    void onAccepted(ServiceId service, SessionId session, const LogRecord& record, const OpensmtpdEvent& event);
    void onEnvelope(ServiceId service, const OpensmtpdEvent& event);
    void onDelivery(ServiceId service, SessionId session, const LogRecord& record, const OpensmtpdEvent& event);
    Recent* recent(SessionId session);
    Recent& remember(SessionId session);
    std::uint64_t messageKey(const LogRecord& record, std::string_view id);

    std::deque<Recent> m_recent;
    Taken m_taken;
    OpenRecipients m_recipients;
    std::string m_name; // of a message, put together
};

} // namespace waxseal
