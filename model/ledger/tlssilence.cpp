// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/ledger/tlssilence.h"

#include "model/core/words.h"

#include <algorithm>

namespace waxseal {

namespace {

constexpr qint64 hour = 3600 * qint64{1'000'000};
/** Lines that were dropped make what is silent this near to them unknown: rsyslog's longest default interval. */
constexpr qint64 aroundLoss = hour / 6;
/** A process that did nothing for so long is not taken to be the same: max_idle is 100 seconds, sessions last longer.
 */
constexpr qint64 processGap = hour;
/** So long without a line of the service there may have been a restart that is not in the log. */
constexpr qint64 longestGap = 7 * 24 * hour;
/** Clocks go back an hour in autumn; what lies further back is another, earlier log. */
constexpr qint64 clockStep = 2 * hour;
/** So many connections behind the first handshake tell the share of TLS. */
constexpr std::uint32_t telling = 32;

/**
 * How probable it is that `run` connections in a row go in clear where `clear` others did and `tls` did not: the
 * beta-binomial predictive probability under a uniform prior, ∏ (clear + 1 + i) / (tls + clear + 2 + i).
 */
double probabilityOfSilence(std::uint32_t run, std::uint32_t tls, std::uint32_t clear, double enough)
{
    double probability = 1.0;
    for (std::uint32_t i = 0; i < run && probability >= enough; ++i)
        probability *= (static_cast<double>(clear) + 1.0 + i) / (static_cast<double>(tls) + clear + 2.0 + i);
    return probability;
}

constexpr double improbableAtFirst = 0.05;
/** Behind a handshake the silence has begun at any of very many places, so chance has had many tries. */
constexpr double improbableLater = 1e-6;

} // namespace

bool TlsSilence::beforeIsPlausible() const
{
    const auto run = std::count_if(m_before.begin(), m_before.end(), [](const Silent& s) { return !s.lost; });
    return probabilityOfSilence(static_cast<std::uint32_t>(run), m_handshakes, m_clear, improbableAtFirst)
        >= improbableAtFirst;
}

bool TlsSilence::sinceIsPlausible() const
{
    return probabilityOfSilence(m_runLength, m_handshakes, m_clear - std::min(m_clear, m_runLength), improbableLater)
        >= improbableLater;
}

/** A batch to one host that never answers with TLS says no more than its first message does. */
bool TlsSilence::countsInRun(const IpAddress& peer) const
{
    return m_since.empty() || !(m_since.back().peer == peer)
        || std::find(m_peers.begin(), m_peers.end(), peer) != m_peers.end();
}

/** What the process did before its handshake line, back to a gap in which it may have ended. */
void TlsSilence::prove(std::vector<Silent>& held, std::uint32_t pid, qint64 time)
{
    for (auto silent = held.rbegin(); silent != held.rend(); ++silent) {
        if (silent->pid != pid || pid == 0)
            continue;
        if (time - silent->time > processGap)
            return;
        silent->proven = true;
        time = silent->time;
    }
}

void TlsSilence::settle(std::vector<Silent>& held, bool isPlausible, Verdicts& out)
{
    for (Silent& silent : held) {
        const bool clear = isClear(silent, isPlausible);
        out.push_back({std::move(silent), clear});
    }
    held.clear();
}

void TlsSilence::settleBefore(Verdicts& out)
{
    settle(m_before, m_logs && beforeIsPlausible(), out);
}

/** Time goes on; where it jumps, nothing is known of what lies between. */
void TlsSilence::goOn(qint64 time, Verdicts& out)
{
    if (m_last != 0 && (time - m_last > longestGap || m_last - time > clockStep))
        restart(out);
    m_last = time;
}

void TlsSilence::handshake(std::uint32_t pid, const IpAddress& peer, qint64 time, FileId file, Verdicts& out)
{
    goOn(time, out);
    if (!m_logs) {
        m_logs = true;
        for (Silent& silent : m_before)
            silent.isOfEarlierLog = silent.file != file;
    }
    m_givenUp = false;
    if (!m_before.empty())
        prove(m_before, pid, time);
    if (!m_since.empty()) {
        prove(m_since, pid, time);
        settle(m_since, sinceIsPlausible(), out);
    }
    m_runLength = 0;
    constexpr std::uint32_t enough = 1U << 20;
    if (++m_handshakes + m_clear > enough) {
        m_handshakes /= 2;
        m_clear /= 2;
    }
    m_peers[m_peerHand] = peer;
    m_peerHand = (m_peerHand + 1) % static_cast<std::uint32_t>(m_peers.size());
    if (!m_before.empty() && m_handshakes + m_clear >= telling)
        settleBefore(out);
}

void TlsSilence::add(Silent silent, Verdicts& out)
{
    goOn(silent.time, out);
    if (m_givenUp) {
        out.push_back({std::move(silent), false});
        return;
    }
    if (!m_logs) {
        m_before.push_back(std::move(silent));
        if (m_before.size() > mostHeld) {
            settleBefore(out);
            m_givenUp = true;
        }
        return;
    }
    if (!silent.lost && countsInRun(silent.peer)) {
        m_clear += m_clear < (1U << 20) ? 1 : 0;
        ++m_runLength;
    }
    m_since.push_back(std::move(silent));
    if (m_since.size() > mostHeld) {
        m_givenUp = !sinceIsPlausible();
        settle(m_since, !m_givenUp, out);
    }
    if (!m_before.empty() && m_handshakes + m_clear >= telling)
        settleBefore(out);
}

void TlsSilence::restart(Verdicts& out)
{
    settleBefore(out);
    settle(m_since, sinceIsPlausible(), out);
    ++m_epoch;
    m_logs = false;
    m_givenUp = false;
    m_handshakes = 0;
    m_clear = 0;
    m_runLength = 0;
    m_peers = {};
    m_peerHand = 0;
    m_last = 0;
}

bool TlsSilence::isSound() const
{
    constexpr std::uint32_t most = (1U << 20) + 1;
    constexpr qint64 tenThousandYears = 10'000 * 366 * 24 * hour;
    return m_handshakes <= most && m_clear <= most && m_last >= -tenThousandYears && m_last <= tenThousandYears;
}

void TlsSilence::linesLost(std::uint32_t pid, qint64 time)
{
    for (std::vector<Silent>* held : {&m_before, &m_since}) {
        for (Silent& silent : *held) {
            const qint64 apart = time > silent.time ? time - silent.time : silent.time - time;
            if ((pid == 0 || pid == silent.pid) && apart <= aroundLoss)
                silent.lost = true;
        }
    }
}

} // namespace waxseal
