// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/ledger/opensessions.h"

#include "model/ledger/sessionkey.h"

#include <algorithm>

namespace waxseal {

OpenSession* OpenSessions::find(std::uint32_t host, SessionId id)
{
    const std::uint32_t slot = m_index.find(sessionKey(host, id));
    return slot == none ? nullptr : &m_places[slot];
}

OpenSession& OpenSessions::add(std::uint32_t host, SessionId id)
{
    std::uint32_t slot = 0;
    if (!m_free.empty()) {
        slot = m_free.back();
        m_free.pop_back();
    } else {
        slot = size();
        m_places.emplace_back();
        m_mostSoFar = std::max(m_mostSoFar, size());
    }
    OpenSession& session = m_places[slot];
    std::vector<MessageRef> undecided = std::move(session.undecided); // its memory is used again
    undecided.clear();
    session = OpenSession{};
    session.undecided = std::move(undecided);
    session.key = sessionKey(host, id);
    session.id = id;
    session.used = true;
    m_index.set(session.key, slot);
    return session;
}

void OpenSessions::remove(OpenSession& session)
{
    m_index.remove(session.key);
    m_free.push_back(static_cast<std::uint32_t>(&session - m_places.data()));
    session.used = false;
}

void OpenSessions::restore(std::uint32_t host, OpenSession session)
{
    session.key = sessionKey(host, session.id);
    session.used = true;
    m_index.set(session.key, size());
    m_places.push_back(std::move(session));
}

void OpenSessions::clear()
{
    m_places.clear();
    m_free.clear();
    m_index.clear();
    m_hand = 0;
    m_mostSoFar = 0;
}

} // namespace waxseal
