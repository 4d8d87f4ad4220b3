// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/servers/exim/eximparser.h"
#include "model/servers/ledgerjoiner.h"

#include <string>
#include <vector>

namespace waxseal {

/**
 * Tells the ledger what Exim's main log says. TLS stands on the line of the message, so there are no sessions to
 * follow. A message is its id from `<=` to `Completed`.
 *
 * A delivery without X= went in clear only where the log is known to have X= (log_selector = +tls_cipher, the default):
 * the ledger is told of each X= as of a handshake line, and finds out what its absence means.
 */
class EximJoiner final : public LedgerJoiner
{
public:
    explicit EximJoiner(const JoinContext& context);

protected:
    bool read(ServiceId service, const LogRecord& record) override;
    void saveMore(QDataStream& out) const override;
    bool restoreMore(QDataStream& in) override;
    void forget() override
    {
        m_parts.clear();
        m_refusals.clear();
    }

private:
    /** A line that was too long for syslog(3), as far as its parts have come. */
    struct Parts
    {
        ServiceId service = noService;
        std::uint32_t pid = 0;
        std::uint32_t next = 0; ///< the number of the part that is awaited
        std::uint32_t count = 0;
        std::string text;
    };

    void onLine(ServiceId service, const LogRecord& record, std::string_view text);
    void onPart(ServiceId service, const LogRecord& record, std::string_view text);
    void onArrival(ServiceId service, const EximEvent& event);
    void onDelivery(ServiceId service, const EximEvent& event);
    void onRejection(ServiceId service, const EximEvent& event, std::uint64_t count);
    void onVerdict(ServiceId service, const EximEvent& event);
    TlsId tlsFrom(const EximEvent& event);
    bool isSecondCopy(const LogRecord& record);

    std::vector<Parts> m_parts;
    std::vector<std::uint64_t> m_refusals; // lines that syslog may get once more
    std::string m_messageId; // with its brackets
};

/** What the log says behind what Exim writes in front of it once more when it writes to syslog (syslog_timestamp). */
std::string_view eximText(std::string_view text);

} // namespace waxseal
