// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/servers/openrecipients.h"

#include <QDataStream>

#include <algorithm>

namespace waxseal {

void OpenRecipients::forgetFirst()
{
    m_left.erase(m_order.front());
    m_order.pop_front();
}

void OpenRecipients::add(std::uint64_t message, std::uint32_t recipients)
{
    while (m_order.size() >= most)
        forgetFirst();
    if (m_left.insert_or_assign(message, std::max(recipients, 1U)).second)
        m_order.push_back(message);
}

bool OpenRecipients::done(std::uint64_t message, std::uint32_t count)
{
    const auto found = m_left.find(message);
    if (found == m_left.end())
        return true;
    if (found->second > count) {
        found->second -= count;
        return false;
    }
    m_left.erase(found);
    // Most messages are done in the order in which they came.
    while (!m_order.empty() && !m_left.contains(m_order.front()))
        m_order.pop_front();
    return true;
}

void OpenRecipients::clear()
{
    m_left.clear();
    m_order.clear();
}

void OpenRecipients::save(QDataStream& out) const
{
    out << static_cast<quint32>(m_left.size());
    for (const std::uint64_t message : m_order) {
        if (const auto found = m_left.find(message); found != m_left.end())
            out << static_cast<quint64>(message) << found->second;
    }
}

bool OpenRecipients::restore(QDataStream& in)
{
    quint32 count = 0;
    in >> count;
    if (count > most)
        return false;
    for (quint32 i = 0; i < count; ++i) {
        quint64 message = 0;
        quint32 left = 0;
        in >> message >> left;
        if (in.status() != QDataStream::Ok || left == 0 || m_left.contains(message))
            return false;
        add(message, left);
    }
    return true;
}

} // namespace waxseal
