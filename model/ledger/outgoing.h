// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/flatindex.h"
#include "model/core/ipaddress.h"
#include "model/facts/facttable.h"
#include "model/ledger/ledgerwords.h"

#include <vector>

namespace waxseal {

/** The last connection of one process, or one named session, with a server that takes our mail. */
struct Outgoing
{
    std::uint32_t host = 0;
    SessionId session = 0;
    IpAddress address;
    std::uint32_t port = 0;
    TlsId tls = 0;
    std::uint32_t usedBy = 0; ///< serial of the message that used it
    qint64 seen = 0;
    std::uint64_t nameHash = 0; ///< of the relay's name, where the handshake line has no address; else 0
    std::uint64_t offeredBy = 0; ///< hash of the host name that offered STARTTLS, which our settings do not use
    bool isSession = false; ///< the log tells its beginning and end: it carries all deliveries between
    bool isShaken = false; ///< a session: TLS is on
};

/** Outgoing connections by host and session. */
class OutgoingConnections
{
public:
    static constexpr std::size_t most = 100'000; ///< at a time

    Outgoing* find(std::uint32_t host, SessionId session);
    /** The one of this session, as if it began now. Tells in `dropped` whether an old one had to go. */
    Outgoing& begin(std::uint32_t host, SessionId session, qint64 now, bool& dropped);
    void remove(std::uint32_t host, SessionId session);
    /** Forgets those that were silent since before `time`. */
    void forgetBefore(qint64 time);

    std::size_t size() const { return m_places.size(); }
    auto begin() const { return m_places.begin(); }
    auto end() const { return m_places.end(); }
    void restore(const Outgoing& outgoing);
    void clear();

private:
    void removeAt(std::uint32_t slot);

    std::vector<Outgoing> m_places;
    FlatIndex m_index;
    std::uint32_t m_hand = 0;
};

/** Clients and servers whose handshake with us failed lately. */
class RecentFailures
{
public:
    struct Failure
    {
        IpAddress address;
        qint64 at = 0;
    };

    void note(const IpAddress& address, qint64 time);
    /** Whether a handshake failed within two hours before `time`: a retry in clear is then a fall-back. */
    bool isRecent(const IpAddress& address, qint64 time) const;
    void forgetBefore(qint64 now); ///< what is no longer recent

    std::size_t size() const { return m_places.size(); }
    auto begin() const { return m_places.begin(); }
    auto end() const { return m_places.end(); }
    void clear();

private:
    std::vector<Failure> m_places;
    FlatIndex m_index;
};

} // namespace waxseal
