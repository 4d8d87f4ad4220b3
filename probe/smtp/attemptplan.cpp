// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/smtp/attemptplan.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace waxseal {

namespace {

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

bool isRsa(const ChainFacts& chain)
{
    return chain.leaf().keyType.starts_with("RSA");
}

std::string whyClosed(const TlsSession& tls)
{
    return tls.detail().empty() ? "connection closed" : tls.detail();
}

} // namespace

void AttemptPlan::noteVersions(TlsVersion negotiated, TlsVersion cap)
{
    if (!isKnown(negotiated))
        return;
    m_facts.versions[static_cast<std::size_t>(indexOf(negotiated))] = Answer::Yes;
    for (int i = indexOf(negotiated) + 1; i <= indexOf(cap); ++i)
        m_facts.versions[static_cast<std::size_t>(i)] = Answer::No;
}

void AttemptPlan::noteNone(TlsVersion cap)
{
    for (int i = 0; i <= indexOf(cap); ++i) {
        Answer& answer = m_facts.versions[static_cast<std::size_t>(i)];
        if (answer == Answer::NotTested)
            answer = Answer::No;
    }
}

std::optional<TlsVersion> AttemptPlan::highestUntested() const
{
    for (int i = 3; i >= 0; --i) {
        if (m_facts.versions[static_cast<std::size_t>(i)] == Answer::NotTested)
            return versionAt(i);
    }
    return {};
}

HandshakeFacts* AttemptPlan::wayOf(Attempt::Aim aim)
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

Attempt AttemptPlan::attemptFor(Attempt::Aim aim) const
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
    case Attempt::Aim::OtherKey:
        attempt.offer.key = isRsa(m_facts.chain) ? TlsOffer::Key::NotRsa : TlsOffer::Key::Rsa;
        [[fallthrough]];
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

Attempt AttemptPlan::first()
{
    return attemptFor(namesFirst() || m_target.isBrief ? Attempt::Aim::Named : Attempt::Aim::Authenticated);
}

/** Neither of the sender's ways works: the next thing that may show why; nothing when all was tried. */
std::optional<Attempt> AttemptPlan::nextAfterFailure() const
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

/**
 * A server may have two certificates, of RSA and of ECDSA, and TLSA records for one of them alone: then it depends on
 * what a sender prefers whether DANE fails. That is worth more than to tell TLS 1.0 from 1.1, and less than 1.2.
 */
bool AttemptPlan::wantsOtherKey() const
{
    const std::optional<TlsVersion> untested = highestUntested();
    return !m_target.tlsa.empty() && !m_otherKeyTried && !m_facts.chain.isEmpty() && m_facts.named.works == Answer::Yes
        && (!untested || *untested < TlsVersion::Tls12);
}

std::optional<Attempt> AttemptPlan::next() const
{
    const bool strictFails = m_firstFailed || m_facts.authenticated.works == Answer::No;
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
    if (wantsOtherKey() && !attempt.inject && !wantsMailFrom())
        return attemptFor(Attempt::Aim::OtherKey);
    if (!untested && !attempt.inject && !wantsMailFrom())
        return {};
    attempt.offer.maximum = untested ? std::min(*untested, TlsVersion::Tls12) : m_facts.session.version;
    return attempt;
}

void AttemptPlan::begin(const Attempt& attempt)
{
    m_injectionTried = m_injectionTried || attempt.inject;
    m_olderTried = m_olderTried || attempt.aim == Attempt::Aim::Older;
    m_namedTried = m_namedTried || attempt.aim == Attempt::Aim::Named;
    m_certificateTried = m_certificateTried || attempt.aim == Attempt::Aim::Certificate;
    m_workaroundTried = m_workaroundTried || attempt.aim == Attempt::Aim::Workaround;
    m_otherKeyTried = m_otherKeyTried || attempt.aim == Attempt::Aim::OtherKey;
}

/** Notes how one of a sender's ways ended; tls: null when it failed. */
void AttemptPlan::noteWay(
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

void AttemptPlan::noteOtherKey(const Attempt& attempt, const TlsSession* tls, const std::string& detail)
{
    HandshakeFacts& other = m_facts.otherKey;
    other.works = tls != nullptr ? Answer::Yes : Answer::No;
    other.connection = m_facts.connections;
    other.serverName = attempt.offer.serverName;
    other.detail = detail;
    if (tls == nullptr)
        return;
    other.chain = tls->chain();
    m_facts.otherDane = tls->dane();
}

void AttemptPlan::takeSession(const TlsSession& tls)
{
    m_facts.session = tls.facts();
    m_facts.chain = tls.chain();
    m_facts.anonymous = Answer::No;
}

/** A handshake with the other answer to "is a name said?": tells what a sender meets that says it, or does not. */
void AttemptPlan::compareNames(const TlsSession& tls, const std::string& serverName)
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

void AttemptPlan::noteWorkaround(const Attempt& attempt, const TlsSession& tls)
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

void AttemptPlan::firstSucceeded(const Attempt& attempt, const TlsSession& tls)
{
    takeSession(tls);
    noteWay(*wayOf(attempt.aim), &tls, attempt.offer.serverName, {});
    noteVersions(m_facts.session.version, TlsVersion::Tls13);
}

/** Tells a server that will not or cannot from one that hangs: the latter proves nothing. */
void AttemptPlan::firstFailed(const Attempt& attempt, WireError error, const TlsSession& tls)
{
    switch (error) {
    case WireError::TimedOut:
        m_facts.reach = Reach::Tarpit;
        m_facts.detail = "the TLS handshake did not end in time";
        return;
    case WireError::TooMuch:
        m_facts.reach = Reach::Misbehaving;
        m_facts.detail = "too much data in the TLS handshake";
        return;
    default:
        break;
    }
    m_firstFailed = true;
    m_facts.startTls = StartTls::Broken;
    m_facts.detail = whyClosed(tls);
    // Up to TLS 1.2 a server that wants a certificate says so before it refuses; later ones refuse afterwards.
    if (tls.askedForCertificate())
        m_facts.clientCertificate = ClientCertificate::Required;
    noteWay(*wayOf(attempt.aim), nullptr, attempt.offer.serverName, m_facts.detail);
}

void AttemptPlan::failed(const Attempt& attempt, WireError error, const TlsSession& tls)
{
    if (HandshakeFacts* const way = wayOf(attempt.aim)) {
        if (error == WireError::TimedOut)
            m_facts.cutShort = true;
        else
            noteWay(*way, nullptr, attempt.offer.serverName, whyClosed(tls));
        if (tls.askedForCertificate())
            m_facts.clientCertificate = ClientCertificate::Required;
        return;
    }
    if (attempt.aim == Attempt::Aim::OtherKey) {
        if (error != WireError::TimedOut)
            noteOtherKey(attempt, nullptr, whyClosed(tls));
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

bool AttemptPlan::succeeded(const Attempt& attempt, const TlsSession& tls)
{
    if (attempt.aim == Attempt::Aim::OtherKey) {
        noteOtherKey(attempt, &tls, {});
        return false;
    }
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
            compareNames(tls, attempt.offer.serverName);
    }
    if (attempt.aim != Attempt::Aim::Opportunistic || !m_firstFailed)
        return false;
    if (m_facts.startTls == StartTls::Broken)
        m_facts.startTls = StartTls::Works;
    else if (m_facts.startTls == StartTls::NotOffered)
        m_facts.startTls = StartTls::Hidden;
    // Without a name and with one may be as different as with weak algorithms and without.
    m_wantsOther = namesFirst() && m_facts.anonymous == Answer::No;
    m_facts.detail.clear();
    return isFirst;
}

void AttemptPlan::conclude()
{
    // Who succeeds where more is demanded succeeds where less is.
    if (m_facts.opportunistic.works == Answer::NotTested && m_facts.authenticated.works == Answer::Yes)
        m_facts.opportunistic.works = Answer::Yes;
    if (m_facts.opportunistic.works == Answer::No && m_facts.named.works == Answer::Yes)
        m_facts.workaround = Workaround::ServerName;
}

} // namespace waxseal
