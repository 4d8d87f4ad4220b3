// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/importer/recordreader.h"

#include "model/facts/dictionary.h"

#include <map>
#include <unordered_map>

namespace waxseal {

/** Drops lines that two files of one host both hold (mail.log and syslog): the most that any one file has at a moment
 * is what counts. */
class DuplicateFilter
{
public:
    bool isDuplicate(const LogRecord& record, std::size_t source)
    {
        if (record.time != m_time) {
            m_time = record.time;
            m_seen.clear();
        }
        const std::uint64_t hash = hashBytes(record.text) ^ hashWord(hashBytes(record.program) + record.pid)
            ^ hashWord(hashBytes(record.host));
        if (m_seen.size() >= mostLines)
            m_seen.clear(); // a moment without end: rather a line twice than memory without bound
        Counts& counts = m_seen[hash];
        const std::uint32_t here = ++counts.bySource[source];
        if (here <= counts.most) {
            ++m_dropped;
            return true;
        }
        counts.most = here;
        return false;
    }
    std::uint64_t dropped() const { return m_dropped; }
    qint64 time() const { return m_time; } ///< of the moment that it knows lines of
    void forget()
    {
        m_time = 0;
        m_seen.clear();
    }

private:
    struct Counts
    {
        std::map<std::size_t, std::uint32_t> bySource;
        std::uint32_t most = 0;
    };
    static constexpr std::size_t mostLines = 100'000;
    qint64 m_time = 0;
    std::unordered_map<std::uint64_t, Counts> m_seen;
    std::uint64_t m_dropped = 0;
};

} // namespace waxseal
