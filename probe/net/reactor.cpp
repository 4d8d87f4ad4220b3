// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/net/reactor.h"

#include <algorithm>
#include <utility>

#include <poll.h>

namespace waxseal {

void Reactor::add(Wait& wait)
{
    if (wait.m_index != Wait::notListed)
        return;
    wait.m_index = m_waits.size();
    m_waits.push_back(&wait);
}

void Reactor::remove(Wait& wait)
{
    if (wait.m_index != Wait::notListed) {
        m_waits[wait.m_index] = m_waits.back();
        m_waits[wait.m_index]->m_index = wait.m_index;
        m_waits.pop_back();
        wait.m_index = Wait::notListed;
    }
    std::replace(m_due.begin(), m_due.end(), &wait, static_cast<Wait*>(nullptr));
}

void Reactor::turn(Milliseconds longest)
{
    std::vector<pollfd> sockets;
    std::vector<Wait*> owners;
    TimePoint wake = Clock::now() + longest;
    for (Wait* wait : m_waits) {
        wake = std::min(wake, wait->m_deadline);
        if (wait->m_interest == Interest::Time)
            continue;
        sockets.push_back(
            {wait->m_socket, static_cast<short>(wait->m_interest == Interest::Read ? POLLIN : POLLOUT), 0});
        owners.push_back(wait);
    }

    const TimePoint now = Clock::now();
    int timeout = 0;
    if (wake > now) // rounded up: a wait that ends too early would spin
        timeout = static_cast<int>(std::chrono::ceil<Milliseconds>(wake - now).count());
    if (poll(sockets.data(), static_cast<nfds_t>(sockets.size()), timeout) > 0) {
        for (std::size_t i = 0; i < sockets.size(); ++i)
            owners[i]->m_ready = sockets[i].revents != 0;
    }

    const TimePoint after = Clock::now();
    for (Wait* wait : m_waits) {
        if (wait->m_ready || wait->m_deadline <= after)
            m_due.push_back(wait);
    }
    for (Wait* wait : m_due) {
        m_waits[wait->m_index] = m_waits.back();
        m_waits[wait->m_index]->m_index = wait->m_index;
        m_waits.pop_back();
        wait->m_index = Wait::notListed;
    }
    for (Wait*& due : m_due) { // what is resumed may end others that are due
        if (Wait* const wait = std::exchange(due, nullptr))
            wait->m_awaiting.resume();
    }
    m_due.clear();
}

bool Gate::take()
{
    if (m_shut || m_taken >= m_places || !m_waiting.empty())
        return false;
    ++m_taken;
    return true;
}

void Gate::leave()
{
    --m_taken;
    admit();
}

void Gate::setShut(bool shut)
{
    m_shut = shut;
    admit();
}

void Gate::admit()
{
    while (!m_shut && !m_waiting.empty() && m_taken < m_places) {
        Entry* const first = m_waiting.front();
        m_waiting.erase(m_waiting.begin());
        ++m_taken;
        first->m_wait.wakeSoon();
    }
}

void Event::happen()
{
    m_happened = true;
    for (Arrival* arrival : std::exchange(m_waiting, {}))
        arrival->m_wait.wakeSoon();
}

} // namespace waxseal
