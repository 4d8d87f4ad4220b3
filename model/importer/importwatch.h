// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/importer/joiners.h"
#include "model/importer/logsource.h"

#include <QElapsedTimer>

#include <algorithm>
#include <stop_token>

namespace waxseal {

/** Reports at most twenty times a second, and knows when to stop. */
class Watch
{
public:
    Watch(const ProgressSink& sink, std::stop_token stop)
        : m_sink(sink)
        , m_stop(std::move(stop))
    {
        m_clock.start();
    }

    const std::stop_token& stop() const { return m_stop; }
    bool stopped() const { return m_stop.stop_requested(); }
    double seconds() const { return static_cast<double>(m_clock.nsecsElapsed()) / 1e9; }
    void expect(std::uint64_t bytes) { m_total += bytes; }
    void finished(std::uint64_t bytes) { m_done += bytes; }

    /** Called for every record; looks at the clock now and then. */
    bool goOn(const LogSource& source, const Joiners& joiners)
    {
        if (++m_lines % linesBetweenLooks != 0)
            return true;
        if (m_sink && m_clock.elapsed() - m_last >= progressInterval)
            report(source, joiners);
        return !stopped();
    }

    void report(const LogSource& source, const Joiners& joiners)
    {
        m_last = m_clock.elapsed();
        if (!m_sink)
            return;
        ImportProgress progress;
        progress.file = source.path;
        progress.bytesTotal = m_total;
        progress.bytesDone = m_done + std::min(source.pump->rawPosition(), source.diskSize);
        progress.lines = m_lines;
        progress.messages = joiners.messageCount();
        progress.seconds = seconds();
        m_sink(progress);
    }

private:
    static constexpr std::uint64_t linesBetweenLooks = 4096;
    static constexpr qint64 progressInterval = 50; // ms

    const ProgressSink& m_sink;
    std::stop_token m_stop;
    std::uint64_t m_total = 0;
    std::uint64_t m_done = 0;
    std::uint64_t m_lines = 0;
    qint64 m_last = -progressInterval;
    QElapsedTimer m_clock;
};

} // namespace waxseal
