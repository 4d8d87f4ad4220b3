// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/ledger/outgoing.h"

#include "model/ledger/openmessages.h"
#include "model/ledger/sessionkey.h"
#include "model/records/timestamp.h"

namespace waxseal {

namespace {

/** A retry in clear this soon after a failed handshake is a fall-back (Postfix's own default retry is within the hour).
 */
constexpr qint64 failureMemory = 2 * 3600 * microsecondsPerSecond;
constexpr std::size_t mostFailures = 500'000;

std::uint64_t addressKey(const IpAddress& address)
{
    return hashBytes({reinterpret_cast<const char*>(address.bytes.data()), address.bytes.size()});
}

} // namespace

Outgoing* OutgoingConnections::find(std::uint32_t host, SessionId session)
{
    const std::uint32_t slot = m_index.find(sessionKey(host, session));
    return slot == FlatIndex::none ? nullptr : &m_places[slot];
}

Outgoing& OutgoingConnections::begin(std::uint32_t host, SessionId session, qint64 now, bool& dropped)
{
    const std::uint64_t key = sessionKey(host, session);
    std::uint32_t slot = m_index.find(key);
    if (slot == FlatIndex::none) {
        if (m_places.size() < most) {
            slot = static_cast<std::uint32_t>(m_places.size());
            m_places.push_back({});
        } else {
            slot = oldestOf(m_places, m_hand);
            m_index.remove(sessionKey(m_places[slot].host, m_places[slot].session));
            dropped = true;
        }
        m_index.set(key, slot);
    }
    Outgoing& outgoing = m_places[slot];
    outgoing = {};
    outgoing.host = host;
    outgoing.session = session;
    outgoing.seen = now;
    return outgoing;
}

void OutgoingConnections::removeAt(std::uint32_t slot)
{
    m_index.remove(sessionKey(m_places[slot].host, m_places[slot].session));
    if (slot + 1 < m_places.size()) {
        m_places[slot] = m_places.back();
        m_index.set(sessionKey(m_places[slot].host, m_places[slot].session), slot);
    }
    m_places.pop_back();
}

void OutgoingConnections::remove(std::uint32_t host, SessionId session)
{
    const std::uint32_t slot = m_index.find(sessionKey(host, session));
    if (slot != FlatIndex::none)
        removeAt(slot);
}

void OutgoingConnections::forgetBefore(qint64 time)
{
    for (std::uint32_t slot = 0; slot < m_places.size();) {
        if (m_places[slot].seen > time)
            ++slot;
        else
            removeAt(slot);
    }
}

void OutgoingConnections::restore(const Outgoing& outgoing)
{
    m_index.set(sessionKey(outgoing.host, outgoing.session), static_cast<std::uint32_t>(m_places.size()));
    m_places.push_back(outgoing);
}

void OutgoingConnections::clear()
{
    m_places.clear();
    m_index.clear();
    m_hand = 0;
}

void RecentFailures::note(const IpAddress& address, qint64 time)
{
    if (address.isNull() || m_places.size() >= mostFailures)
        return;
    const std::uint64_t key = addressKey(address);
    const std::uint32_t known = m_index.find(key);
    if (known != FlatIndex::none) {
        m_places[known].at = time;
    } else {
        m_index.set(key, static_cast<std::uint32_t>(m_places.size()));
        m_places.push_back({address, time});
    }
}

bool RecentFailures::isRecent(const IpAddress& address, qint64 time) const
{
    if (m_places.empty())
        return false;
    const std::uint32_t slot = m_index.find(addressKey(address));
    if (slot == FlatIndex::none)
        return false;
    const qint64 ago = time - m_places[slot].at;
    return ago >= 0 && ago <= failureMemory;
}

void RecentFailures::forgetBefore(qint64 now)
{
    for (std::uint32_t slot = 0; slot < m_places.size();) {
        if (now - m_places[slot].at <= failureMemory) {
            ++slot;
            continue;
        }
        m_index.remove(addressKey(m_places[slot].address));
        if (slot + 1 < m_places.size()) {
            m_places[slot] = m_places.back();
            m_index.set(addressKey(m_places[slot].address), slot);
        }
        m_places.pop_back();
    }
}

void RecentFailures::clear()
{
    m_places.clear();
    m_index.clear();
}

} // namespace waxseal
