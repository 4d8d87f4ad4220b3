// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "probe/net/wire.h"
#include "probe/result/facts.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

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
    std::size_t most = 64 * 1024; ///< bytes of memory for what the server says
    bool isBrief = false; ///< one connection, with the name: the address is known already, under another host's
};

/** One connection: what it offers and which extra tests it carries. */
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
        OtherKey, ///< is there a certificate of the other kind of key, for the TLSA records?
    };
    Aim aim = Aim::Older;
    TlsOffer offer;
    bool mailFrom = false;
    bool inject = false;
};

/**
 * Says what the next connection to an address is to offer, and writes down what its handshake has shown. The first
 * opens TLS exactly as Postfix does where it must know the server; where that fails the next does so as Postfix does
 * when it need not. What is left carries older versions and the other answer to whether a name is said (SNI); a
 * difference is looked at once more in Postfix's own way. Where there are TLSA records one connection asks for the
 * certificate of the other kind of key. Does nothing on the network.
 */
class AttemptPlan
{
public:
    AttemptPlan(AddressFacts& facts, const AddressProbeSettings& settings, const AddressTarget& target)
        : m_facts(facts)
        , m_settings(settings)
        , m_target(target)
    {
    }

    Attempt first();
    std::optional<Attempt> next() const;
    /** This connection's STARTTLS is about to be sent. */
    void begin(const Attempt& attempt);
    void noteMailFrom() { m_mailFromTried = true; }
    bool wantsMailFrom() const { return m_target.mailFrom && !m_mailFromTried; }

    void firstFailed(const Attempt& attempt, WireError error, const TlsSession& tls);
    void firstSucceeded(const Attempt& attempt, const TlsSession& tls);
    void failed(const Attempt& attempt, WireError error, const TlsSession& tls);
    /** True where the conversation over TLS is as new as on a first connection. */
    bool succeeded(const Attempt& attempt, const TlsSession& tls);
    /** Nothing will be tried any more: what follows from what was. */
    void conclude();
    std::optional<TlsVersion> highestUntested() const;

private:
    std::optional<Attempt> nextAfterFailure() const;
    Attempt attemptFor(Attempt::Aim aim) const;
    bool wantsOtherKey() const;
    HandshakeFacts* wayOf(Attempt::Aim aim);
    void noteWay(HandshakeFacts& way, const TlsSession* tls, const std::string& serverName, const std::string& detail);
    void compareNames(const TlsSession& tls, const std::string& serverName);
    void takeSession(const TlsSession& tls);
    void noteWorkaround(const Attempt& attempt, const TlsSession& tls);
    void noteOtherKey(const Attempt& attempt, const TlsSession* tls, const std::string& detail);
    void noteVersions(TlsVersion negotiated, TlsVersion cap);
    void noteNone(TlsVersion cap);
    bool namesFirst() const { return !m_target.tlsa.empty(); }

    AddressFacts& m_facts;
    const AddressProbeSettings& m_settings;
    const AddressTarget& m_target;
    bool m_firstFailed = false;
    bool m_namedTried = false;
    bool m_olderTried = false;
    bool m_wantsOther = false; ///< with a name and without one differ, so that one of them is to be looked at exactly
    bool m_certificateTried = false;
    bool m_workaroundTried = false;
    bool m_otherKeyTried = false;
    bool m_injectionTried = false;
    bool m_mailFromTried = false;
};

} // namespace waxseal
