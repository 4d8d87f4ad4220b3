// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/ledger/openmessages.h"

#include <string>
#include <vector>

namespace waxseal {

/** A client's connection with one of our services. */
struct OpenSession
{
    std::uint64_t key = 0;
    SessionId id = 0;
    bool used = false;
    bool connectSeen = false;
    bool tlsSeen = false;
    bool handshakeFailed = false;
    bool refused = false; ///< a reject line tells why there was no mail
    bool begun = false; ///< a message began in it
    bool behindProxy = false; ///< XCLIENT: the peer is the one that a proxy named; where its TLS ended is not known
    std::uint32_t epoch = 0; ///< of its service's settings, when it began
    qint64 began = 0;
    std::string addressText; ///< as the log writes it
    TlsId tls = 0;
    ServiceId service = 0;
    IpAddress address;
    std::string name;
    std::string user; ///< who authenticated
    qint64 seen = 0;
    MessageRef pending; ///< its transaction that has no queue id yet
    std::vector<MessageRef> undecided;
};

/** The sessions of a ledger, by host and id. */
class OpenSessions
{
public:
    static constexpr std::uint32_t none = FlatIndex::none;
    static constexpr std::size_t most = 100'000; ///< at a time

    std::uint32_t size() const { return static_cast<std::uint32_t>(m_places.size()); } ///< places, used or not
    OpenSession& operator[](std::uint32_t slot) { return m_places[slot]; }
    auto begin() const { return m_places.begin(); }
    auto end() const { return m_places.end(); }

    OpenSession* find(std::uint32_t host, SessionId id);
    bool isFull() const { return m_free.empty() && m_places.size() >= most; }
    OpenSession& oldest() { return m_places[oldestOf(m_places, m_hand)]; }
    /** A new one; not when full. */
    OpenSession& add(std::uint32_t host, SessionId id);
    void remove(OpenSession& session);
    std::uint32_t mostSoFar() const { return m_mostSoFar; }

    // For the saved state
    void setMostSoFar(std::uint32_t count) { m_mostSoFar = count; }
    void restore(std::uint32_t host, OpenSession session);
    void clear();

private:
    std::vector<OpenSession> m_places;
    std::vector<std::uint32_t> m_free;
    FlatIndex m_index;
    std::uint32_t m_hand = 0; // where the next search for an old one begins, when there are too many
    std::uint32_t m_mostSoFar = 0;
};

} // namespace waxseal
