// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "probe/smtp/smtpsession.h"

#include <functional>

namespace waxseal {

/** How to test addresses; the same for a whole run. */
struct AddressProbeSettings
{
    std::string helo; ///< empty: this machine's name
    std::optional<Proxy> proxy;
    bool injection = true; ///< try a command in the same write as STARTTLS
    int connections = 4; ///< at most, one at a time
    std::function<bool(const IpAddress&)> isAwaited; ///< others wait for the address: only what is needed, then
    Milliseconds connectTimeout{10000};
    Milliseconds replyTimeout{30000};
    Milliseconds hostTimeout{60000}; ///< all connections to one address together
};

/** Which address to test, as whom. */
struct AddressTarget
{
    Endpoint endpoint;
    std::string host; ///< the MX host's name
    std::string serverName; ///< what a sender says that says anything (SNI): the TLSA base domain, or the host
    std::vector<TlsaRecord> tlsa; ///< secure records of the host; empty: none
    bool mailFrom = false; ///< MAIL FROM:<> in clear, to see whether TLS is required
    bool isBrief = false; ///< one connection, with the name: the address is known already, under another host's
};

/**
 * Tests one address with as few connections as it takes. The first opens TLS exactly as Postfix does where it must know
 * the server; where that fails the next does so as Postfix does when it need not. What is left carries older versions,
 * the tests that may spoil a connection, and the other answer to whether a name is said (SNI); a difference is looked
 * at once more in Postfix's own way. A server that does not want us is left alone at once.
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
        enum class Aim
        {
            Older, ///< versions, and what may spoil a connection
            Opportunistic, ///< exactly as a sender at may and encrypt
            Authenticated, ///< exactly as a sender at verify and secure
            Named, ///< exactly as a sender at dane, or one that obeys MTA-STS
            Certificate, ///< behind an anonymous handshake: is there one at all?
            Workaround, ///< the sender's way fails: what would work?
        };
        Aim aim = Aim::Older;
        TlsOffer offer;
        bool mailFrom = false;
        bool inject = false;
    };
    Task<> connectFirst();
    Task<> connectAgain(Attempt attempt);
    Task<bool> openAndGreet(SmtpSession& session, bool isFirst);
    Task<bool> sayHello(SmtpSession& session, const SmtpReply& greeting, bool isFirst);
    Task<> startTlsFirst(SmtpSession& session);
    Task<> afterFirstHandshake(SmtpSession& session);
    bool refusedHello(const TalkResult& answer, bool isFirst);
    Task<> checkRequired(SmtpSession& session);
    Task<> checkInjection(SmtpSession& session);
    void handshakeFailed(WireError error, const TlsSession& tls);
    void failedAgain(const Attempt& attempt, WireError error, const TlsSession& tls);
    Task<> succeededAgain(SmtpSession& session, const Attempt& attempt);
    std::optional<Attempt> nextAttempt() const;
    std::optional<Attempt> nextAfterFailure() const;
    Attempt attemptFor(Attempt::Aim aim) const;
    HandshakeFacts* wayOf(Attempt::Aim aim);
    void noteWay(HandshakeFacts& way, const TlsSession* tls, const std::string& serverName, const std::string& detail);
    void conclude(const TlsSession& tls, const std::string& serverName);
    void takeSession(const TlsSession& tls);
    void noteWorkaround(const Attempt& attempt, const TlsSession& tls);
    bool namesFirst() const { return !m_target.tlsa.empty(); }
    void noteVersions(TlsVersion negotiated, TlsVersion cap);
    void noteNone(TlsVersion cap);
    bool stop(Reach reach, std::string detail);
    bool stop(const TalkResult& result, bool isFirst);
    std::optional<TlsVersion> highestUntested() const;
    SessionLimits limits() const;
    std::string helloName() const;

    Reactor& m_reactor;
    std::shared_ptr<const TlsContext> m_tls;
    const AddressProbeSettings& m_settings;
    AddressTarget m_target;
    AddressFacts m_facts;
    TranscriptLog m_transcript;
    TimePoint m_start;
    bool m_handshakeFailed = false; ///< the first one
    bool m_offered = false; ///< STARTTLS, as Postfix reads it
    bool m_stripped = false;
    bool m_lacksRenegotiation = false;
    bool m_namedTried = false;
    bool m_olderTried = false;
    bool m_wantsOther = false; ///< with a name and without one differ, so that one of them is to be looked at exactly
    bool m_certificateTried = false;
    bool m_workaroundTried = false;
    bool m_startTlsAccepted = false;
    bool m_injectionTried = false;
    bool m_mailFromTried = false;
};

} // namespace waxseal
