// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/smtp/addressprobe.h"

#include "model/core/bytes.h"
#include "probe/smtp/helloname.h"

#include <algorithm>
#include <string_view>

namespace waxseal {

namespace {

constexpr std::uint16_t smtpPort = 25;
constexpr const char* injectedCommand = "NOOP waxseal\r\n";

bool sameHost(std::string_view a, std::string_view b)
{
    return std::equal(
        a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return asciiLower(x) == asciiLower(y); });
}

} // namespace

AddressProbe::AddressProbe(Reactor& reactor, std::shared_ptr<const TlsContext> tls,
    const AddressProbeSettings& settings, AddressTarget target, TranscriptLog::Listener listener)
    : m_reactor(reactor)
    , m_tls(std::move(tls))
    , m_settings(settings)
    , m_target(std::move(target))
    , m_plan(m_facts, m_settings, m_target)
    , m_transcript(m_facts.transcript, std::move(listener), m_target.most / 2)
{
    m_facts.address = m_target.endpoint.address;
    m_facts.port = m_target.endpoint.port;
}

SessionLimits AddressProbe::limits() const
{
    return {m_settings.replyTimeout, m_start + m_settings.hostTimeout};
}

std::string AddressProbe::helloName() const
{
    return m_settings.helo.empty() ? machineName() : m_settings.helo;
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
        // Postfix takes a 5xx here for a passing mood (smtp_skip_5xx_greeting), and what is no refusal for final.
        if (greeting.talk == Talk::Ok && !greeting.reply.isTransient() && !greeting.reply.isPermanent() && isFirst)
            stop(Reach::HelloRefused, greeting.reply.text());
        else
            stop(greeting, isFirst);
        if (greeting.talk == Talk::Ok)
            co_await session.quit();
        co_return false;
    }
    co_return co_await sayHello(session, greeting.reply, isFirst);
}

/** EHLO and HELO are both refused. Always false. */
bool AddressProbe::refusedHello(const TalkResult& answer, bool isFirst)
{
    if (answer.talk == Talk::Ok && !answer.reply.isTransient() && isFirst)
        return stop(Reach::HelloRefused, answer.reply.text());
    return stop(answer, isFirst);
}

Task<bool> AddressProbe::sayHello(SmtpSession& session, const SmtpReply& greeting, bool isFirst)
{
    bool isPlain = isPixGreeting(greeting);
    TalkResult answer;
    if (!isPlain) {
        answer = co_await session.command("EHLO " + helloName() + "\r\n");
        // Any refusal but 421 makes Postfix say HELO (smtp_proto.c).
        isPlain = answer.talk == Talk::Ok && !answer.reply.isPositive() && answer.reply.code != 421;
    }
    if (isPlain) {
        m_facts.esmtp = false;
        answer = co_await session.command("HELO " + helloName() + "\r\n");
    }
    if (answer.talk != Talk::Ok || !answer.reply.isPositive()) {
        if (isPlain)
            refusedHello(answer, isFirst);
        else
            stop(answer, isFirst);
        if (answer.talk == Talk::Ok)
            co_await session.quit();
        co_return false;
    }
    if (!isFirst) {
        m_facts.startTlsVaries
            = m_facts.startTlsVaries || (!isPlain && m_facts.esmtp && announcesStartTls(answer.reply) != m_offered);
        co_return true;
    }
    m_facts.reach = Reach::Reached;
    if (isPlain)
        co_return true;
    m_facts.extensions = ehloKeywords(answer.reply);
    m_offered = announcesStartTls(answer.reply);
    m_stripped = !m_offered && std::any_of(m_facts.extensions.begin(), m_facts.extensions.end(), isStrippedKeyword);
    // Postfix looks for itself at port 25 only.
    const std::vector<std::string> words = ehloWords(answer.reply);
    if (m_target.endpoint.port == smtpPort && !words.empty() && sameHost(words.front(), helloName())) {
        m_facts.greetsAsUs = true;
        m_facts.detail = answer.reply.text();
        co_await session.quit();
        co_return false;
    }
    co_return true;
}

Task<> AddressProbe::connectFirst()
{
    SmtpSession session(m_reactor, limits(), 1, m_start, m_transcript);
    const bool greeted = co_await openAndGreet(session, true);
    if (!greeted)
        co_return;
    if (m_target.isBrief && m_target.mailFrom)
        co_await checkRequired(session);
    const TalkResult answer = co_await session.command("STARTTLS\r\n");
    if (answer.talk == Talk::Ok && answer.reply.isPositive()) {
        co_await startTlsFirst(session);
        co_return;
    }
    if (m_offered && answer.talk == Talk::TimedOut) {
        stop(answer, true);
        co_return;
    }
    m_facts.startTls = m_offered ? StartTls::Refused : m_stripped ? StartTls::Stripped : StartTls::NotOffered;
    if (m_offered)
        m_facts.detail = answer.talk == Talk::Ok ? answer.reply.text() : "connection closed";
    // There will be no other connection; and who has no TLS to offer but demands it takes no mail at all.
    if (answer.talk == Talk::Ok && m_plan.wantsMailFrom())
        co_await checkRequired(session);
    if (answer.talk == Talk::Ok)
        co_await session.quit();
}

Task<> AddressProbe::startTlsFirst(SmtpSession& session)
{
    m_startTlsAccepted = true;
    m_facts.responseInjection = session.wire().input().empty() ? Injection::Safe : Injection::Vulnerable;
    const Attempt attempt = m_plan.first();
    m_plan.begin(attempt);
    const WireError error = co_await session.startTls(m_tls, attempt.offer);
    const TlsSession& tls = *session.wire().tls();
    if (error != WireError::None) {
        m_plan.firstFailed(attempt, error, tls);
        if (!m_offered && m_facts.startTls == StartTls::Broken)
            m_facts.startTls = m_stripped ? StartTls::Stripped : StartTls::NotOffered;
        co_return;
    }
    m_facts.startTls = m_offered ? StartTls::Works : m_stripped ? StartTls::Stripped : StartTls::Hidden;
    m_plan.firstSucceeded(attempt, tls);
    co_await afterFirstHandshake(session);
}

/** With TLS 1.3 the server refuses our missing certificate only now, and says so in its next reply or alert. */
Task<> AddressProbe::afterFirstHandshake(SmtpSession& session)
{
    TalkResult answer = co_await session.command("EHLO " + helloName() + "\r\n");
    const bool asked = session.wire().tls()->askedForCertificate();
    m_facts.clientCertificate = asked ? ClientCertificate::Asked : ClientCertificate::NotAsked;
    if (answer.talk == Talk::Ok && answer.reply.isPositive()) {
        m_facts.extensionsOverTls = ehloKeywords(answer.reply);
        co_await session.quit();
        co_return;
    }
    if (answer.talk == Talk::Ok && answer.reply.code != 421) {
        answer = co_await session.command("HELO " + helloName() + "\r\n");
        if (answer.talk == Talk::Ok && answer.reply.isPositive()) {
            co_await session.quit();
            co_return;
        }
    }
    if (answer.talk == Talk::TimedOut || answer.talk == Talk::TooMuch) {
        stop(answer, true);
        co_return;
    }
    if (asked)
        m_facts.clientCertificate = ClientCertificate::Required;
    m_facts.closedAfterTls = true;
    m_facts.detail = answer.talk == Talk::Ok      ? answer.reply.text()
        : !session.wire().tls()->detail().empty() ? session.wire().tls()->detail()
                                                  : "connection closed";
    if (answer.talk == Talk::Ok)
        co_await session.quit();
}

Task<> AddressProbe::checkRequired(SmtpSession& session)
{
    m_plan.noteMailFrom();
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
    const TalkResult first = co_await session.command("EHLO " + helloName() + "\r\n");
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
    m_plan.begin(attempt);
    std::string command = "STARTTLS\r\n";
    if (attempt.inject)
        command += injectedCommand;
    const TalkResult answer = co_await session.command(std::move(command));
    if (answer.talk != Talk::Ok || !answer.reply.isPositive()) {
        if (!attempt.inject || answer.is(421))
            m_facts.cutShort = true;
        else // it noticed: the version has to be tested on a clean connection
            m_facts.commandInjection = Injection::Safe;
        if (answer.talk == Talk::Ok)
            co_await session.quit();
        co_return;
    }
    const WireError error = co_await session.startTls(m_tls, attempt.offer);
    const TlsSession& tls = *session.wire().tls();
    if (error != WireError::None)
        m_plan.failed(attempt, error, tls);
    else if (m_plan.succeeded(attempt, tls))
        co_await afterFirstHandshake(session);
    else if (attempt.inject)
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
    while (m_facts.connections < m_settings.connections && !m_facts.cutShort && Clock::now() < limits().end) {
        std::optional<Attempt> attempt = m_plan.next();
        if (!attempt)
            break;
        attempt->mailFrom = m_plan.wantsMailFrom();
        co_await connectAgain(*std::move(attempt));
    }
    m_plan.conclude();
    if (m_plan.highestUntested() && m_facts.connections < m_settings.connections)
        m_facts.cutShort = m_facts.cutShort || Clock::now() >= limits().end;
    co_return std::move(m_facts);
}

} // namespace waxseal
