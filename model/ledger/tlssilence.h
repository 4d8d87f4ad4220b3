// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/facts/facttable.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace waxseal {

/** A message, or a delivery, that no handshake line came before. */
struct Silent
{
    std::uint32_t pid = 0;
    IpAddress peer;
    qint64 time = 0; ///< µs since 1970
    FileId file = 0;
    bool proven = false; ///< the same process logged a handshake afterwards
    bool lost = false; ///< nothing can be known of it: lines were dropped around it
    bool isOfEarlierLog = false; ///< a line of another file broke the silence

    std::uint32_t slot = 0; ///< inbound: the open message; `serial` is 0 for a delivery
    std::uint32_t serial = 0;

    FactKey key; ///< a delivery's row, as if it went in clear
    bool isFirst = false; ///< the first of its message to this domain: it counts as a message
    Evidence place;
    std::uint8_t queueIdLength = 0;
    std::array<char, 48> queueId{};
    std::string messageId; ///< only while messages are streamed

    std::string_view id() const { return {queueId.data(), queueIdLength}; }
};

/**
 * What it means that a service said nothing of TLS: plaintext where it is known to log handshakes, else unknown.
 *
 * The knowledge holds from a start or reload of the server to the next. Behind the first handshake line of that time
 * silence means plaintext, unless it lasts so long that it would be improbable given the share of TLS: then the log
 * level was changed without a trace. Before that first line it means plaintext only for what the same process did, or
 * while it was short; the latter never because of a line in another file, so a later log changes nothing about an
 * earlier one.
 *
 * What is silent is held until that is decided, at most `mostHeld` on each side of the first handshake.
 */
class TlsSilence
{
public:
    struct Judged
    {
        Silent silent;
        bool isPlaintext = false; ///< else unknown
    };
    using Verdicts = std::vector<Judged>;

    static constexpr std::size_t mostHeld = 256;

    /** A handshake line. Appends what it decides. */
    void handshake(std::uint32_t pid, const IpAddress& peer, qint64 time, FileId file, Verdicts& out);
    /** A message or delivery without one. */
    void add(Silent silent, Verdicts& out);
    /** The server is started, stopped or reads its settings anew. */
    void restart(Verdicts& out);
    /** Lines were dropped about `time`: of the process `pid`, of any when 0. */
    void linesLost(std::uint32_t pid, qint64 time);

    /** Whether silence would mean plaintext at this moment, as far as that is known. */
    bool isTelling() const { return m_logs && !m_givenUp; }
    /** Changes with every start and reload. */
    std::uint32_t epoch() const { return m_epoch; }

    /** What is held, with the verdict that it would get if the log ended here. */
    template <typename Visitor>
    void forEachHeld(const Visitor& visit) const
    {
        const bool early = m_logs && beforeIsPlausible();
        for (const Silent& silent : m_before)
            visit(silent, isClear(silent, early));
        const bool late = sinceIsPlausible();
        for (const Silent& silent : m_since)
            visit(silent, isClear(silent, late));
    }

    /** Whether what was read can be worked with. */
    bool isSound() const;

    /** For the joiner's saved state. */
    template <typename Archive, typename Each>
    bool transfer(Archive& archive, const Each& each)
    {
        archive(m_logs, m_givenUp, m_epoch, m_handshakes, m_clear, m_runLength, m_last, m_peerHand);
        for (IpAddress& peer : m_peers)
            archive(peer);
        m_peerHand %= static_cast<std::uint32_t>(m_peers.size());
        return each(m_before) && each(m_since);
    }

private:
    static bool isClear(const Silent& silent, bool isPlausible)
    {
        return !silent.lost && (silent.proven || (isPlausible && !silent.isOfEarlierLog));
    }
    static void prove(std::vector<Silent>& held, std::uint32_t pid, qint64 time);
    static void settle(std::vector<Silent>& held, bool isPlausible, Verdicts& out);
    void settleBefore(Verdicts& out);
    void goOn(qint64 time, Verdicts& out);
    bool beforeIsPlausible() const;
    bool sinceIsPlausible() const;
    bool countsInRun(const IpAddress& peer) const;

    std::vector<Silent> m_before; // the first handshake, or awaiting the judgement of what came before it
    std::vector<Silent> m_since; // the last handshake
    std::array<IpAddress, 8> m_peers{}; // of the last handshakes
    std::uint32_t m_peerHand = 0;
    std::uint32_t m_epoch = 0;
    std::uint32_t m_handshakes = 0; // in this epoch, halved now and then
    std::uint32_t m_clear = 0; // connections without one, since the first
    std::uint32_t m_runLength = 0; // those since the last
    qint64 m_last = 0;
    bool m_logs = false; // a handshake line in this epoch
    bool m_givenUp = false; // silent for too long
};

} // namespace waxseal
