// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/smtp/addressprobe.h"

#include "model/core/bytes.h"
#include "probe/smtp/helloname.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace waxseal {

namespace {

constexpr std::uint16_t smtpPort = 25;
constexpr const char* injectedCommand = "NOOP waxseal\r\n";

int indexOf(TlsVersion version)
{
    return static_cast<int>(version) - static_cast<int>(TlsVersion::Tls10);
}

TlsVersion versionAt(int index)
{
    return static_cast<TlsVersion>(static_cast<int>(TlsVersion::Tls10) + index);
}

bool sameHost(std::string_view a, std::string_view b)
{
    return std::equal(
        a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return asciiLower(x) == asciiLower(y); });
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

/** Tells a server that will not or cannot from one that hangs: the latter proves nothing. */
void AddressProbe::handshakeFailed(WireError error, const TlsSession& tls)
{
    switch (error) {
    case WireError::TimedOut:
        stop(Reach::Tarpit, "the TLS handshake did not end in time");
        return;
    case WireError::TooMuch:
        stop(Reach::Misbehaving, "too much data in the TLS handshake");
        return;
    default:
        m_handshakeFailed = true;
        m_lacksRenegotiation = m_lacksRenegotiation || tls.lacksSecureRenegotiation();
        m_facts.startTls = StartTls::Broken;
        m_facts.detail = tls.detail().empty() ? "connection closed" : tls.detail();
        // Up to TLS 1.2 a server that wants a certificate says so before it refuses; later ones refuse afterwards.
        if (tls.askedForCertificate())
            m_facts.clientCertificate = ClientCertificate::Required;
    }
}

/** Notes how one of a sender's ways ended; tls: null when it failed. */
void AddressProbe::noteWay(
    HandshakeFacts& way, const TlsSession* tls, const std::string& serverName, const std::string& detail)
{
    way.works = tls != nullptr ? Answer::Yes : Answer::No;
    way.connection = m_facts.connections;
    way.serverName = serverName;
    way.detail = detail;
    if (tls == nullptr)
        return;
    ChainFacts chain = tls->chain();
    if (!m_facts.chain.isEmpty() && !(chain == m_facts.chain))
        way.chain = std::move(chain);
    if (tls->comparesTlsa())
        m_facts.dane = tls->dane();
}

void AddressProbe::takeSession(const TlsSession& tls)
{
    m_facts.session = tls.facts();
    m_facts.chain = tls.chain();
    m_facts.anonymous = Answer::No;
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
    if (answer.talk == Talk::Ok && m_target.mailFrom && !m_mailFromTried)
        co_await checkRequired(session);
    if (answer.talk == Talk::Ok)
        co_await session.quit();
}

Task<> AddressProbe::startTlsFirst(SmtpSession& session)
{
    m_startTlsAccepted = true;
    m_facts.responseInjection = session.wire().input().empty() ? Injection::Safe : Injection::Vulnerable;
    const Attempt attempt
        = attemptFor(namesFirst() || m_target.isBrief ? Attempt::Aim::Named : Attempt::Aim::Authenticated);
    m_namedTried = attempt.aim == Attempt::Aim::Named;
    HandshakeFacts& way = *wayOf(attempt.aim);
    const WireError error = co_await session.startTls(m_tls, attempt.offer);
    const TlsSession& tls = *session.wire().tls();
    if (error != WireError::None) {
        handshakeFailed(error, tls);
        if (m_facts.startTls == StartTls::Broken)
            noteWay(way, nullptr, attempt.offer.serverName, m_facts.detail);
        if (!m_offered && m_facts.startTls == StartTls::Broken)
            m_facts.startTls = m_stripped ? StartTls::Stripped : StartTls::NotOffered;
        co_return;
    }
    m_facts.startTls = m_offered ? StartTls::Works : m_stripped ? StartTls::Stripped : StartTls::Hidden;
    takeSession(tls);
    noteWay(way, &tls, attempt.offer.serverName, {});
    noteVersions(m_facts.session.version, TlsVersion::Tls13);
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

HandshakeFacts* AddressProbe::wayOf(Attempt::Aim aim)
{
    switch (aim) {
    case Attempt::Aim::Opportunistic:
        return &m_facts.opportunistic;
    case Attempt::Aim::Authenticated:
        return &m_facts.authenticated;
    case Attempt::Aim::Named:
        return &m_facts.named;
    default:
        return nullptr;
    }
}

AddressProbe::Attempt AddressProbe::attemptFor(Attempt::Aim aim) const
{
    Attempt attempt;
    attempt.aim = aim;
    switch (aim) {
    case Attempt::Aim::Opportunistic:
        attempt.offer.as = TlsOffer::As::Opportunistic;
        break;
    case Attempt::Aim::Authenticated:
        attempt.offer.as = TlsOffer::As::Authenticated;
        break;
    case Attempt::Aim::Named:
        attempt.offer.as = TlsOffer::As::Authenticated;
        attempt.offer.serverName = m_target.serverName;
        attempt.offer.tlsa = m_target.tlsa;
        break;
    case Attempt::Aim::Certificate:
        attempt.offer.maximum = m_facts.session.version;
        break;
    case Attempt::Aim::Workaround:
        attempt.offer.maximum = TlsVersion::Tls12;
        attempt.offer.oldRenegotiation = true;
        break;
    case Attempt::Aim::Older:
        // Whatever the first way was: now the other one.
        if (!namesFirst())
            attempt.offer.serverName = m_target.serverName;
        break;
    }
    return attempt;
}

/** Neither of the sender's ways works: the next thing that may show why; nothing when all was tried. */
std::optional<AddressProbe::Attempt> AddressProbe::nextAfterFailure() const
{
    if (m_facts.clientCertificate == ClientCertificate::Required || m_facts.workaround != Workaround::None)
        return {};
    const bool nameFirst = m_facts.detail.find("unrecognized name") != std::string::npos;
    if (!m_workaroundTried && (!nameFirst || m_namedTried))
        return attemptFor(Attempt::Aim::Workaround);
    if (!m_namedTried)
        return attemptFor(Attempt::Aim::Named);
    return {};
}

std::optional<AddressProbe::Attempt> AddressProbe::nextAttempt() const
{
    const bool strictFails = m_handshakeFailed || m_facts.authenticated.works == Answer::No;
    if (strictFails && m_facts.opportunistic.works == Answer::NotTested)
        return attemptFor(Attempt::Aim::Opportunistic);
    if (m_facts.opportunistic.works == Answer::No)
        return nextAfterFailure();
    if (m_facts.anonymous == Answer::Yes)
        return m_certificateTried ? std::nullopt : std::optional(attemptFor(Attempt::Aim::Certificate));
    if (m_wantsOther)
        return attemptFor(namesFirst() ? Attempt::Aim::Authenticated : Attempt::Aim::Named);
    // Others wait for this address under their own names: what they need goes before what is good to know.
    if (m_olderTried && m_settings.isAwaited && m_settings.isAwaited(m_target.endpoint.address))
        return {};
    Attempt attempt = attemptFor(Attempt::Aim::Older);
    attempt.inject = m_settings.injection && !m_injectionTried;
    const std::optional<TlsVersion> untested = highestUntested();
    if (!untested && !attempt.inject && !(m_target.mailFrom && !m_mailFromTried))
        return {};
    attempt.offer.maximum = untested ? std::min(*untested, TlsVersion::Tls12) : m_facts.session.version;
    return attempt;
}

/** A handshake with the other answer to "is a name said?": tells what a sender meets that says it, or does not. */
void AddressProbe::conclude(const TlsSession& tls, const std::string& serverName)
{
    HandshakeFacts& other = serverName.empty() ? m_facts.authenticated : m_facts.named;
    if (other.works != Answer::NotTested || m_wantsOther)
        return;
    const ChainFacts chain = tls.chain();
    if (!chain.isEmpty() && !m_facts.chain.isEmpty() && chain.leaf().sha256 == m_facts.chain.leaf().sha256) {
        other.works = Answer::Yes;
        other.serverName = serverName;
    } else {
        m_wantsOther = true; // an older version may make a difference as well
    }
}

void AddressProbe::noteWorkaround(const Attempt& attempt, const TlsSession& tls)
{
    const TlsSessionFacts found = tls.facts();
    constexpr std::array<std::string_view, 7> offered{"X25519", "X448", "P-256", "P-384", "P-521", "DH", ""};
    if (attempt.aim == Attempt::Aim::Named)
        m_facts.workaround = Workaround::ServerName;
    else if (!found.secureRenegotiation)
        m_facts.workaround = Workaround::OldRenegotiation;
    else if (std::find(offered.begin(), offered.end(), found.group) == offered.end())
        m_facts.workaround = Workaround::OtherAlgorithms;
    else
        m_facts.workaround = Workaround::WithoutTls13;
}

void AddressProbe::failedAgain(const Attempt& attempt, WireError error, const TlsSession& tls)
{
    if (HandshakeFacts* const way = wayOf(attempt.aim)) {
        if (error == WireError::TimedOut)
            m_facts.cutShort = true;
        else
            noteWay(*way, nullptr, attempt.offer.serverName, tls.detail().empty() ? "connection closed" : tls.detail());
        m_lacksRenegotiation = m_lacksRenegotiation || tls.lacksSecureRenegotiation();
        if (tls.askedForCertificate())
            m_facts.clientCertificate = ClientCertificate::Required;
        return;
    }
    if (attempt.aim == Attempt::Aim::Certificate || attempt.aim == Attempt::Aim::Workaround)
        return;
    const HandshakeFacts& other = namesFirst() ? m_facts.authenticated : m_facts.named;
    if (error != WireError::TimedOut && !tls.isVersionRefused() && other.works == Answer::NotTested)
        m_wantsOther = true;
    if (attempt.inject && !tls.isVersionRefused()) { // perhaps only because of what we injected
        m_facts.commandInjection = Injection::Safe;
    } else if (error == WireError::TimedOut) {
        m_facts.cutShort = true;
    } else {
        m_injectionTried = m_injectionTried && !attempt.inject; // it came to nothing: once more, as a version it has
        noteNone(attempt.offer.maximum);
    }
}

Task<> AddressProbe::succeededAgain(SmtpSession& session, const Attempt& attempt)
{
    const TlsSession& tls = *session.wire().tls();
    const bool isFirst = m_facts.session.version == TlsVersion::Unknown;
    if (isFirst || attempt.aim == Attempt::Aim::Certificate) {
        takeSession(tls);
        if (tls.isAnonymous())
            m_facts.anonymous = Answer::Yes;
    }
    if (HandshakeFacts* const way = wayOf(attempt.aim)) {
        noteWay(*way, &tls, attempt.offer.serverName, {});
        m_wantsOther = false;
    }
    if (m_facts.opportunistic.works == Answer::No) {
        noteWorkaround(attempt, tls);
    } else {
        noteVersions(tls.facts().version, attempt.offer.maximum);
        if (attempt.aim == Attempt::Aim::Older)
            conclude(tls, attempt.offer.serverName);
    }
    if (attempt.aim == Attempt::Aim::Opportunistic && m_handshakeFailed) {
        if (m_facts.startTls == StartTls::Broken)
            m_facts.startTls = StartTls::Works;
        else if (m_facts.startTls == StartTls::NotOffered)
            m_facts.startTls = StartTls::Hidden;
        // Without a name and with one may be as different as with weak algorithms and without.
        m_wantsOther = namesFirst() && m_facts.anonymous == Answer::No;
        m_facts.detail.clear();
        if (isFirst) {
            co_await afterFirstHandshake(session);
            co_return;
        }
    }
    if (attempt.inject)
        co_await checkInjection(session);
    else
        co_await session.quit();
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
    m_olderTried = m_olderTried || attempt.aim == Attempt::Aim::Older;
    m_namedTried = m_namedTried || attempt.aim == Attempt::Aim::Named;
    m_certificateTried = m_certificateTried || attempt.aim == Attempt::Aim::Certificate;
    m_workaroundTried = m_workaroundTried || attempt.aim == Attempt::Aim::Workaround;
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
    if (error != WireError::None)
        failedAgain(attempt, error, *session.wire().tls());
    else
        co_await succeededAgain(session, attempt);
}

Task<AddressFacts> AddressProbe::run()
{
    m_start = Clock::now();
    co_await connectFirst();
    if (m_facts.reach != Reach::Reached || !m_startTlsAccepted || m_target.isBrief)
        co_return std::move(m_facts);
    while (m_facts.connections < m_settings.connections && !m_facts.cutShort && Clock::now() < limits().end) {
        std::optional<Attempt> attempt = nextAttempt();
        if (!attempt)
            break;
        attempt->mailFrom = m_target.mailFrom && !m_mailFromTried;
        co_await connectAgain(*std::move(attempt));
    }
    // Who succeeds where more is demanded succeeds where less is.
    if (m_facts.opportunistic.works == Answer::NotTested && m_facts.authenticated.works == Answer::Yes)
        m_facts.opportunistic.works = Answer::Yes;
    if (m_facts.opportunistic.works == Answer::No && m_facts.named.works == Answer::Yes)
        m_facts.workaround = Workaround::ServerName;
    if (highestUntested() && m_facts.connections < m_settings.connections)
        m_facts.cutShort = m_facts.cutShort || Clock::now() >= limits().end;
    co_return std::move(m_facts);
}

} // namespace waxseal
