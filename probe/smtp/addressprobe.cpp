// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/smtp/addressprobe.h"

#include "model/core/domainname.h"
#include "model/core/printable.h"

#include <QSysInfo>

#include <algorithm>

namespace waxseal {

namespace {

constexpr const char* injectedCommand = "NOOP waxseal\r\n";

int indexOf(TlsVersion version)
{
    return static_cast<int>(version) - static_cast<int>(TlsVersion::Tls10);
}

TlsVersion versionAt(int index)
{
    return static_cast<TlsVersion>(static_cast<int>(TlsVersion::Tls10) + index);
}

bool isKnown(TlsVersion version)
{
    return version >= TlsVersion::Tls10;
}

} // namespace

AddressProbe::AddressProbe(Reactor& reactor, std::shared_ptr<const TlsContext> tls,
    const AddressProbeSettings& settings, AddressTarget target, TranscriptLog::Listener listener)
    : m_reactor(reactor)
    , m_tls(std::move(tls))
    , m_settings(settings)
    , m_target(std::move(target))
    , m_transcript(m_facts.transcript, std::move(listener))
{
    m_facts.address = m_target.endpoint.address;
    m_facts.port = m_target.endpoint.port;
}

SessionLimits AddressProbe::limits() const
{
    return {m_settings.replyTimeout, m_start + m_settings.hostTimeout};
}

std::string AddressProbe::ehlo(SmtpSession& session) const
{
    if (!m_settings.helo.empty())
        return "EHLO " + m_settings.helo + "\r\n";
    const std::optional<DomainName> machine = DomainName::parse(QSysInfo::machineHostName().toStdString());
    if (machine && machine->ascii().find('.') != std::string::npos)
        return "EHLO " + machine->ascii() + "\r\n";
    const IpAddress local = session.wire().localAddress(); // an address literal (RFC 5321, 4.1.3)
    return local.isV4() ? "EHLO [" + local.text() + "]\r\n" : "EHLO [IPv6:" + local.text() + "]\r\n";
}

bool AddressProbe::stop(Reach reach, std::string detail)
{
    m_facts.reach = reach;
    m_facts.detail = std::move(detail);
    return false;
}

/** Ends the test, or only what is left of it when something is known already. */
bool AddressProbe::stop(const TalkResult& result, bool isFirst)
{
    if (!isFirst) {
        m_facts.cutShort = true;
        return false;
    }
    switch (result.talk) {
    case Talk::Ok:
        return stop(Reach::Throttled, result.reply.text());
    case Talk::TimedOut:
        return stop(Reach::Tarpit, "no complete reply in time");
    case Talk::Closed:
        return stop(Reach::Closed, result.reply.code != 0 ? result.reply.text() : "connection closed");
    case Talk::Malformed:
        return stop(Reach::Misbehaving, "not an SMTP reply");
    case Talk::TooMuch:
        return stop(Reach::Misbehaving, "reply too long");
    }
    return false;
}

Task<bool> AddressProbe::openAndGreet(SmtpSession& session, bool isFirst)
{
    ++m_facts.connections;
    const WireError error
        = co_await session.connect(m_target.endpoint, m_settings.proxy, Clock::now() + m_settings.connectTimeout);
    if (error != WireError::None) {
        if (!isFirst) {
            m_facts.cutShort = true;
            co_return false;
        }
        switch (error) {
        case WireError::Refused:
            co_return stop(Reach::Refused, "connection refused");
        case WireError::TimedOut:
            co_return stop(Reach::TimedOut, "no connection in time");
        case WireError::Unreachable:
            co_return stop(Reach::Unreachable, "no route from here");
        case WireError::ProxyFailed:
            co_return stop(Reach::ProxyFailed, session.wire().proxyProblem());
        default:
            co_return stop(Reach::Closed, "connection closed");
        }
    }
    const TalkResult greeting = co_await session.greeting();
    if (isFirst) {
        m_facts.bannerMilliseconds = session.greetingMilliseconds();
        m_facts.slowGreeting = session.isGreetingSlow();
        if (!greeting.reply.lines.empty())
            m_facts.banner = greeting.reply.text();
    }
    if (greeting.talk != Talk::Ok || !greeting.reply.isPositive()) {
        stop(greeting, isFirst);
        if (greeting.talk == Talk::Ok)
            co_await session.quit();
        co_return false;
    }
    co_return co_await sayEhlo(session, isFirst);
}

Task<bool> AddressProbe::sayEhlo(SmtpSession& session, bool isFirst)
{
    const std::string hello = ehlo(session);
    TalkResult answer = co_await session.command(hello);
    // A server that has never heard of EHLO; anything else that is not 250 is aimed at us.
    if (answer.is(500) || answer.is(502)) {
        m_facts.esmtp = false;
        answer = co_await session.command("HELO" + hello.substr(4));
    }
    if (answer.talk != Talk::Ok || !answer.reply.isPositive()) {
        stop(answer, isFirst);
        if (answer.talk == Talk::Ok)
            co_await session.quit();
        co_return false;
    }
    if (isFirst) {
        m_facts.reach = Reach::Reached;
        m_facts.extensions = ehloKeywords(answer.reply);
    }
    co_return true;
}

void AddressProbe::noteVersions(TlsVersion negotiated, TlsVersion cap)
{
    if (!isKnown(negotiated))
        return;
    m_facts.versions[static_cast<std::size_t>(indexOf(negotiated))] = Answer::Yes;
    for (int i = indexOf(negotiated) + 1; i <= indexOf(cap); ++i)
        m_facts.versions[static_cast<std::size_t>(i)] = Answer::No;
}

void AddressProbe::noteNone(TlsVersion cap)
{
    for (int i = 0; i <= indexOf(cap); ++i) {
        Answer& answer = m_facts.versions[static_cast<std::size_t>(i)];
        if (answer == Answer::NotTested)
            answer = Answer::No;
    }
}

std::optional<TlsVersion> AddressProbe::highestUntested() const
{
    for (int i = 3; i >= 0; --i) {
        if (m_facts.versions[static_cast<std::size_t>(i)] == Answer::NotTested)
            return versionAt(i);
    }
    return {};
}

/** Tells a server that will not or cannot from one that hangs or speaks no TLS: the latter proves nothing. */
void AddressProbe::handshakeFailed(WireError error, const TlsSession& tls)
{
    switch (error) {
    case WireError::TimedOut:
        stop(Reach::Tarpit, "the TLS handshake did not end in time");
        return;
    case WireError::Garbage:
        stop(Reach::Misbehaving, "no TLS after STARTTLS: " + tls.detail());
        return;
    case WireError::TooMuch:
        stop(Reach::Misbehaving, "too much data in the TLS handshake");
        return;
    default:
        m_handshakeFailed = true;
        m_facts.startTls = StartTls::Broken;
        m_facts.detail = tls.detail().empty() ? "connection closed" : tls.detail();
        // Up to TLS 1.2 a server that wants a certificate says so before it refuses; later ones refuse afterwards.
        if (tls.askedForCertificate())
            m_facts.clientCertificate = ClientCertificate::Required;
    }
}

Task<> AddressProbe::connectFirst()
{
    SmtpSession session(m_reactor, limits(), 1, m_start, m_transcript);
    const bool greeted = co_await openAndGreet(session, true);
    if (!greeted)
        co_return;

    const std::vector<std::string>& keywords = m_facts.extensions;
    const bool offered = std::find(keywords.begin(), keywords.end(), "STARTTLS") != keywords.end();
    const bool stripped = !offered && std::any_of(keywords.begin(), keywords.end(), isStrippedKeyword);
    if (m_target.isBrief && m_target.mailFrom)
        co_await checkRequired(session);
    const TalkResult answer = co_await session.command("STARTTLS\r\n");
    if (!answer.is(220)) {
        if (offered && (answer.talk != Talk::Ok || answer.reply.code == 421)) {
            stop(answer, true);
        } else {
            m_facts.startTls = offered ? StartTls::Refused : stripped ? StartTls::Stripped : StartTls::NotOffered;
            if (offered)
                m_facts.detail = answer.reply.text();
            // There will be no other connection; and who has no TLS to offer but demands it takes no mail at all.
            if (answer.talk == Talk::Ok && m_target.mailFrom && !m_mailFromTried)
                co_await checkRequired(session);
        }
        if (answer.talk == Talk::Ok)
            co_await session.quit();
        co_return;
    }
    m_startTlsAccepted = true;
    m_facts.responseInjection = session.wire().input().empty() ? Injection::Safe : Injection::Vulnerable;

    TlsOffer offer;
    offer.serverName = m_target.host;
    offer.tlsa = m_target.tlsa;
    const WireError error = co_await session.startTls(m_tls, std::move(offer));
    const TlsSession& tls = *session.wire().tls();
    if (error != WireError::None) {
        handshakeFailed(error, tls);
        if (!offered && m_facts.startTls == StartTls::Broken)
            m_facts.startTls = stripped ? StartTls::Stripped : StartTls::NotOffered;
        co_return;
    }
    m_facts.startTls = offered ? StartTls::Works : stripped ? StartTls::Stripped : StartTls::Hidden;
    m_facts.anonymous = Answer::No;
    m_facts.session = tls.facts();
    m_facts.chain = tls.chain();
    m_facts.dane = tls.dane();
    noteVersions(m_facts.session.version, TlsVersion::Tls13);
    co_await afterFirstHandshake(session);
}

/** With TLS 1.3 the server refuses our missing certificate only now, and says so in its next reply or alert. */
Task<> AddressProbe::afterFirstHandshake(SmtpSession& session)
{
    const TalkResult answer = co_await session.command(ehlo(session));
    const bool asked = session.wire().tls()->askedForCertificate();
    m_facts.clientCertificate = asked ? ClientCertificate::Asked : ClientCertificate::NotAsked;
    if (answer.talk == Talk::Ok && answer.reply.isPositive()) {
        m_facts.extensionsOverTls = ehloKeywords(answer.reply);
        co_await session.quit();
        co_return;
    }
    if (asked && (answer.talk == Talk::Ok || answer.talk == Talk::Closed)) {
        m_facts.clientCertificate = ClientCertificate::Required;
        m_facts.closedAfterTls = true;
        m_facts.detail = answer.reply.code != 0 ? answer.reply.text() : session.wire().tls()->detail();
    } else {
        stop(answer, true);
    }
    if (answer.talk == Talk::Ok)
        co_await session.quit();
}

Task<> AddressProbe::checkRequired(SmtpSession& session)
{
    m_mailFromTried = true;
    const TalkResult answer = co_await session.command("MAIL FROM:<>\r\n");
    if (answer.is(530)) { // RFC 3207, 4
        m_facts.required = Answer::Yes;
    } else if (answer.talk == Talk::Ok && answer.reply.isPositive()) {
        m_facts.required = Answer::No;
        co_await session.command("RSET\r\n");
    }
}

/** Looks whether the command sent in clear behind STARTTLS was obeyed over TLS: then every answer comes one too early.
 */
Task<> AddressProbe::checkInjection(SmtpSession& session)
{
    const TalkResult first = co_await session.command(ehlo(session));
    if (first.talk != Talk::Ok || !first.reply.isPositive())
        co_return;
    const TalkResult second = co_await session.command("QUIT\r\n");
    if (second.talk == Talk::Ok)
        m_facts.commandInjection = second.is(221) ? Injection::Safe : Injection::Vulnerable;
    else
        m_facts.commandInjection = !m_facts.extensionsOverTls.empty() && first.reply.lines.size() == 1
            ? Injection::Vulnerable
            : Injection::Safe;
}

Task<> AddressProbe::connectAgain(Attempt attempt)
{
    SmtpSession session(m_reactor, limits(), m_facts.connections + 1, m_start, m_transcript);
    const bool greeted = co_await openAndGreet(session, false);
    if (!greeted)
        co_return;
    if (attempt.mailFrom)
        co_await checkRequired(session);
    m_injectionTried = m_injectionTried || attempt.inject;
    std::string command = "STARTTLS\r\n";
    if (attempt.inject)
        command += injectedCommand;
    const TalkResult answer = co_await session.command(std::move(command));
    if (!answer.is(220)) {
        if (!attempt.inject || answer.is(421))
            m_facts.cutShort = true;
        else // it noticed: the version has to be tested on a clean connection
            m_facts.commandInjection = Injection::Safe;
        if (answer.talk == Talk::Ok)
            co_await session.quit();
        co_return;
    }
    const TlsVersion cap = attempt.offer.maximum;
    const WireError error = co_await session.startTls(m_tls, attempt.offer);
    const TlsSession& tls = *session.wire().tls();
    if (error != WireError::None) {
        if (attempt.inject && !tls.isVersionRefused()) { // perhaps only because of what we injected
            m_facts.commandInjection = Injection::Safe;
        } else if (error == WireError::TimedOut) {
            m_facts.cutShort = true;
        } else {
            m_injectionTried
                = m_injectionTried && !attempt.inject; // it came to nothing: once more, as a version it has
            noteNone(cap);
        }
        co_return;
    }
    noteVersions(tls.facts().version, cap);
    if (m_handshakeFailed && m_facts.session.version == TlsVersion::Unknown) {
        m_facts.session = tls.facts();
        m_facts.anonymous = tls.isAnonymous() ? Answer::Yes : Answer::No;
        m_facts.chain = tls.chain();
        if (m_facts.startTls == StartTls::Broken)
            m_facts.startTls = StartTls::Works;
        else if (m_facts.startTls == StartTls::NotOffered)
            m_facts.startTls = StartTls::Hidden;
    }
    if (attempt.inject)
        co_await checkInjection(session);
    else
        co_await session.quit();
}

Task<AddressFacts> AddressProbe::run()
{
    m_start = Clock::now();
    co_await connectFirst();
    if (m_facts.reach != Reach::Reached || !m_startTlsAccepted || m_target.isBrief)
        co_return std::move(m_facts);
    if (m_handshakeFailed)
        m_facts.versions[3] = Answer::No;

    while (m_facts.connections < m_settings.connections && !m_facts.cutShort && Clock::now() < limits().end) {
        Attempt attempt;
        attempt.mailFrom = m_target.mailFrom && !m_mailFromTried;
        // A handshake that failed is tried once more without what may have been in its way; injection would only blur
        // it.
        attempt.inject = m_settings.injection && !m_injectionTried && !(m_handshakeFailed && m_facts.connections == 1);
        const std::optional<TlsVersion> untested = highestUntested();
        if (!untested && !attempt.mailFrom && !attempt.inject)
            break;
        attempt.offer.maximum = untested ? std::min(*untested, TlsVersion::Tls12) : m_facts.session.version;
        attempt.offer.anonymous = m_handshakeFailed;
        if (!m_handshakeFailed)
            attempt.offer.serverName = m_target.host;
        co_await connectAgain(std::move(attempt));
        if (m_handshakeFailed && m_facts.session.version == TlsVersion::Unknown)
            break; // broken, whatever we offer
    }
    if (highestUntested() && m_facts.connections < m_settings.connections)
        m_facts.cutShort = m_facts.cutShort || Clock::now() >= limits().end;
    co_return std::move(m_facts);
}

} // namespace waxseal
