// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/records/recordreader.h"

#include "model/facts/dictionary.h"

#include <algorithm>
#include <unordered_map>
#include <vector>

namespace waxseal {

/**
 * Drops lines that two files of one host both hold (mail.log and syslog, syslog and journal, headers of seconds and of
 * microseconds): the first copy counts, and each further source's next one at about that time is the same line.
 */
class DuplicateFilter
{
public:
    /** Copies of one line are never further apart. */
    static constexpr qint64 moment = 1'500'000; // µs

    bool isDuplicate(const LogRecord& record, std::size_t source)
    {
        if (record.time > m_bucketEnd || record.time < m_bucketEnd - 2 * moment) {
            m_before = record.time > m_bucketEnd + moment ? Seen{} : std::move(m_seen);
            m_seen.clear();
            m_bucketEnd = record.time + moment;
        }
        m_time = record.time;
        if (m_seen.size() >= mostLines)
            m_seen.clear(); // a moment without end: rather a line twice than memory without bound
        const std::uint64_t hash = hashBytes(record.text) ^ hashWord(hashBytes(record.program) + record.pid)
            ^ hashWord(hashBytes(record.host));
        for (Seen* seen : {&m_before, &m_seen}) {
            const auto found = seen->find(hash);
            if (found == seen->end())
                continue;
            for (Line& line : found->second) {
                if (!isOneMoment(record.time, line.time)
                    || std::find(line.sources.begin(), line.sources.end(), source) != line.sources.end())
                    continue;
                line.sources.push_back(source);
                ++m_dropped;
                return true;
            }
        }
        m_seen[hash].push_back({record.time, {source}});
        return false;
    }
    std::uint64_t dropped() const { return m_dropped; }
    /** True when it may know lines of this time. */
    bool knowsOf(qint64 time) const { return time >= m_time - moment && time <= m_time + moment; }
    void forget()
    {
        m_time = INT64_MIN / 2;
        m_bucketEnd = 0;
        m_seen.clear();
        m_before.clear();
    }

private:
    /** Whether two stamps may be one line's: headers of seconds leave out the fraction, and daemons differ by little.
     */
    static bool isOneMoment(qint64 a, qint64 b)
    {
        constexpr qint64 second = 1'000'000;
        constexpr qint64 slack = 100'000;
        const bool isWholeA = a % second == 0;
        const bool isWholeB = b % second == 0;
        if (isWholeA && isWholeB)
            return a == b;
        if (!isWholeA && !isWholeB)
            return a - b <= second / 2 && b - a <= second / 2;
        const qint64 left = isWholeA ? b - a : a - b; // what the fraction adds
        return left >= -slack && left < second + slack;
    }

    struct Line
    {
        qint64 time = 0;
        std::vector<std::size_t> sources; ///< that had it
    };
    using Seen = std::unordered_map<std::uint64_t, std::vector<Line>>;
    static constexpr std::size_t mostLines = 100'000;
    qint64 m_time = INT64_MIN / 2;
    qint64 m_bucketEnd = 0;
    Seen m_seen;
    Seen m_before; // of the moment before
    std::uint64_t m_dropped = 0;
};

} // namespace waxseal
