// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "probe/smtp/smtpsession.h"

namespace waxseal {

/** How to test addresses; the same for a whole run. */
struct AddressProbeSettings
{
    std::string helo; ///< empty: this machine's name, or its address
    std::optional<Proxy> proxy;
    bool injection = true; ///< try a command in the same write as STARTTLS
    int connections = 4; ///< at most, one at a time
    Milliseconds connectTimeout{10000};
    Milliseconds replyTimeout{30000};
    Milliseconds hostTimeout{60000}; ///< all connections to one address together
};

/** Which address to test, as whom. */
struct AddressTarget
{
    Endpoint endpoint;
    std::string host; ///< the MX host's name: SNI
    std::vector<TlsaRecord> tlsa; ///< secure records of the host; empty: none
    bool mailFrom = false; ///< MAIL FROM:<> in clear, to see whether TLS is required
    bool isBrief = false; ///< one connection: the address is known already, but under another host's name
};

/**
 * Tests one address with as few connections as it takes: the full handshake; the same again, capped at TLS 1.2, with
 * the tests that may spoil a connection; TLS 1.1; TLS 1.0. A server that does not want us is left alone at once.
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
    /** One more connection: what it offers and which extra tests it carries. */
    struct Attempt
    {
        TlsOffer offer;
        bool mailFrom = false;
        bool inject = false;
    };
    Task<> connectFirst();
    Task<> connectAgain(Attempt attempt);
    Task<bool> openAndGreet(SmtpSession& session, bool isFirst);
    Task<bool> sayEhlo(SmtpSession& session, bool isFirst);
    Task<> afterFirstHandshake(SmtpSession& session);
    Task<> checkRequired(SmtpSession& session);
    Task<> checkInjection(SmtpSession& session);
    void handshakeFailed(WireError error, const TlsSession& tls);
    void noteVersions(TlsVersion negotiated, TlsVersion cap);
    void noteNone(TlsVersion cap);
    bool stop(Reach reach, std::string detail);
    bool stop(const TalkResult& result, bool isFirst);
    std::optional<TlsVersion> highestUntested() const;
    SessionLimits limits() const;
    std::string ehlo(SmtpSession& session) const;

    Reactor& m_reactor;
    std::shared_ptr<const TlsContext> m_tls;
    const AddressProbeSettings& m_settings;
    AddressTarget m_target;
    AddressFacts m_facts;
    TranscriptLog m_transcript;
    TimePoint m_start;
    bool m_handshakeFailed = false; ///< the first one
    bool m_startTlsAccepted = false;
    bool m_injectionTried = false;
    bool m_mailFromTried = false;
};

} // namespace waxseal
