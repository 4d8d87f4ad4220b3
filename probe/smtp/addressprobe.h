// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "probe/smtp/attemptplan.h"
#include "probe/smtp/smtpsession.h"

namespace waxseal {

/**
 * Tests one address with as few connections as it takes, as its plan says. A server that does not want us is left alone
 * at once.
 */
class AddressProbe
{
public:
    AddressProbe(Reactor& reactor, std::shared_ptr<const TlsContext> tls, const AddressProbeSettings& settings,
        AddressTarget target, TranscriptLog::Listener listener = {});
    AddressProbe(const AddressProbe&) = delete;
    AddressProbe& operator=(const AddressProbe&) = delete;

    Task<AddressFacts> run();

private:
    Task<> connectFirst();
    Task<> connectAgain(Attempt attempt);
    Task<bool> openAndGreet(SmtpSession& session, bool isFirst);
    Task<bool> sayHello(SmtpSession& session, const SmtpReply& greeting, bool isFirst);
    Task<> startTlsFirst(SmtpSession& session);
    Task<> afterFirstHandshake(SmtpSession& session);
    bool refusedHello(const TalkResult& answer, bool isFirst);
    Task<> checkRequired(SmtpSession& session);
    Task<> checkInjection(SmtpSession& session);
    bool stop(Reach reach, std::string detail);
    bool stop(const TalkResult& result, bool isFirst);
    SessionLimits limits() const;
    std::string helloName() const;

    Reactor& m_reactor;
    std::shared_ptr<const TlsContext> m_tls;
    const AddressProbeSettings& m_settings;
    AddressTarget m_target;
    AddressFacts m_facts;
    AttemptPlan m_plan;
    TranscriptLog m_transcript;
    TimePoint m_start;
    bool m_offered = false; ///< STARTTLS, as Postfix reads it
    bool m_stripped = false;
    bool m_startTlsAccepted = false;
};

} // namespace waxseal
