// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/records/timestamp.h"

#include <algorithm>

namespace waxseal {

/**
 * How far a log has come. A stamp that is more than a day away from those before it moves nothing until the next one
 * agrees with it: then the log was silent, or another log follows in the same stream, which may go back in time. A
 * stamp that no other agrees with (a machine that was started with a wrong clock) is a stray.
 */
class StreamClock
{
public:
    static constexpr qint64 leap = 86'400 * microsecondsPerSecond;

    StreamClock() = default;
    /** As another one stood at the end of an earlier import: its now() and suspect(). */
    StreamClock(qint64 now, qint64 suspect)
        : m_now(now)
        , m_suspect(suspect)
    {
    }

    /** Stamps before 1990 and behind `latest` are of no mail log: they never move the clock. */
    void setLatest(qint64 latest) { m_latest = latest; }

    /** Takes the next stamp; returns the clock after it. */
    qint64 follow(qint64 time)
    {
        constexpr qint64 earliest = 631'152'000 * microsecondsPerSecond; // 1990
        if (time < earliest || time > m_latest) {
            m_isAlone = true;
            ++m_strays;
            return m_now;
        }
        if (m_now == 0 || isNear(time, m_now)) {
            m_strays += m_suspect != 0 ? 1 : 0;
            m_suspect = 0;
            m_now = std::max(m_now, time);
        } else if (m_suspect != 0 && isNear(time, m_suspect)) {
            m_suspect = 0;
            m_now = time;
        } else {
            m_strays += m_suspect != 0 ? 1 : 0;
            m_suspect = time;
        }
        m_isAlone = m_suspect != 0;
        return m_now;
    }

    qint64 now() const { return m_now; }
    qint64 suspect() const { return m_suspect; } ///< the last stamp, while none agrees with it; else 0
    bool isAlone() const { return m_isAlone; } ///< the last stamp moved nothing
    std::uint64_t strays() const { return m_strays; }

private:
    static bool isNear(qint64 a, qint64 b) { return a >= b - leap && a <= b + leap; }

    qint64 m_now = 0;
    qint64 m_suspect = 0;
    qint64 m_latest = INT64_MAX;
    std::uint64_t m_strays = 0;
    bool m_isAlone = false;
};

} // namespace waxseal
