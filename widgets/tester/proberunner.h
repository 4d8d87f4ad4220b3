// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "probe/batch/proberun.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QObject>

#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace waxseal {

/** One finished test, as the workspace keeps it and as the place shows it. */
struct TestResult
{
    QString domain; ///< A-label
    QDateTime time; ///< UTC
    QByteArray json;
    std::shared_ptr<const DomainFacts> facts;
};

/**
 * Runs live tests on a thread of its own and tells of them on the GUI thread, results in batches a few times a second, so that a run over
 * thousands of domains stays smooth. Stops and waits when it goes; the engine returns at once.
 */
class ProbeRunner : public QObject
{
    Q_OBJECT
public:
    explicit ProbeRunner(QObject* parent = nullptr);
    ~ProbeRunner() override;

    bool isRunning() const { return m_thread.joinable(); }
    bool isPaused() const { return m_control != nullptr && m_control->isPaused(); }

    /** Begins a run; one at a time. `lines`: tell the conversation as it goes. */
    void start(std::vector<DomainName> domains, const ProbeSettings& settings, bool lines);
    void stop();
    void setPaused(bool paused);

Q_SIGNALS:
    void started(int domains);
    void results(const QList<waxseal::TestResult>& results);
    void progressed(const waxseal::ProbeProgress& progress);
    void noticed(waxseal::ProbeNotice notice);
    void lines(const QStringList& lines);
    /** The run is over; an error is one of the settings. */
    void finished(const std::optional<waxseal::Error>& error);

private:
    class Sink;
    void deliver();
    void end();

    std::unique_ptr<ProbeControl> m_control;
    std::unique_ptr<Sink> m_sink;
    std::thread m_thread;

    // What the worker leaves and deliver() takes.
    std::mutex m_mutex;
    QList<TestResult> m_results;
    QStringList m_lines;
    std::optional<ProbeProgress> m_progress;
    QList<ProbeNotice> m_notices;
    std::optional<Error> m_error;
    bool m_done = false;
};

} // namespace waxseal
