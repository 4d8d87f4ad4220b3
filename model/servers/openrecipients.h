// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <cstdint>
#include <deque>
#include <unordered_map>

class QDataStream;

namespace waxseal {

/** Counts the recipients that messages are still to be delivered to, for servers that never say "this message is done".
 * Bounded: past `most` the message that was added first is forgotten. */
class OpenRecipients
{
public:
    static constexpr std::size_t most = 100'000;

    void add(std::uint64_t message, std::uint32_t recipients);
    /** `count` more are done. True when none is left, and when the message is not known. */
    bool done(std::uint64_t message, std::uint32_t count);
    void clear();

    void save(QDataStream& out) const;
    bool restore(QDataStream& in); ///< false when it is damaged

private:
    void forgetFirst();

    std::unordered_map<std::uint64_t, std::uint32_t> m_left;
    std::deque<std::uint64_t> m_order; // of addition; those that are done stay until their turn
};

} // namespace waxseal
