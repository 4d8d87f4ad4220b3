// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/servers/ledgerjoiner.h"
#include "model/servers/openrecipients.h"
#include "model/servers/sendmail/sendmailparser.h"

#include <deque>
#include <map>
#include <string>

namespace waxseal {

/**
 * Tells the ledger what Sendmail's lines say. A child process serves a connection, and a session is that process and
 * its client's address; no line ends it. A session is begun in the ledger by its handshake, so a message of another is
 * silent: the ledger finds out whether the log level (9 and up) would have told of one.
 */
class SendmailJoiner final : public LedgerJoiner
{
public:
    explicit SendmailJoiner(const JoinContext& context);

protected:
    bool read(ServiceId service, const LogRecord& record) override;
    void saveMore(QDataStream& out) const override;
    bool restoreMore(QDataStream& in) override;
    void forget() override;

private:
    struct User
    {
        SessionId session = 0;
        std::string name;
    };

    void onSession(ServiceId service, const LogRecord& record, const SendmailEvent& event);
    void onArrival(ServiceId service, const LogRecord& record, const SendmailEvent& event);
    void onDelivery(ServiceId service, const LogRecord& record, const SendmailEvent& event);
    bool isWholeSession(ServiceId service, const SendmailEvent& event) const;
    SessionId sessionOf(const LogRecord& record, std::string_view peer);
    std::uint64_t messageKey(const LogRecord& record, std::string_view id);
    std::string_view userOf(SessionId session) const;

    std::map<ServiceId, qint64> m_first; // the time of the first record of each
    std::deque<User> m_users; // who authenticated last
    OpenRecipients m_recipients;
    std::string m_name; // of a session or message, put together
};

} // namespace waxseal
