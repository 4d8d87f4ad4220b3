// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "probe/batch/proberun.h"

#include <QObject>
#include <QString>

#include <optional>
#include <thread>

namespace waxseal {

/** What has happened in a run since the last time. */
struct ProbeUpdate
{
    struct Line
    {
        std::string host;
        IpAddress address;
        TranscriptLine line;
    };
    std::vector<std::size_t> begun; ///< places in the list that was given: their turn has come
    std::vector<std::shared_ptr<const DomainFacts>> finished;
    std::vector<std::size_t> finishedAt; ///< their places in the list that was given
    std::vector<Line> lines; ///< only when they were asked for
    std::vector<ProbeNotice> notices; ///< each once a run
    ProbeProgress progress;
    bool ended = false; ///< the last one: all done, or `error`
    std::optional<Error> error; ///< the settings cannot be used
};

/**
 * Runs live tests on a thread of its own, for a window. One signal a turn, however much has happened. Used from its own
 * thread only. After cancel() or start() nothing is heard of an earlier run.
 */
class ProbeRunner : public QObject
{
    Q_OBJECT
public:
    explicit ProbeRunner(QObject* parent = nullptr);
    ~ProbeRunner() override; ///< cancels, and waits for the thread

    /** Begins; what was running is cancelled. `withLines`: live conversations, for a single domain. */
    void start(std::vector<DomainName> domains, const ProbeSettings& settings, bool withLines = false);
    void cancel(); ///< returns at once; no further update
    void setPaused(bool paused);

    bool isRunning() const { return m_state != nullptr; }
    bool isPaused() const;
    /** Domains of the last run that have no result: start() with them goes on where cancel() ended. */
    std::vector<DomainName> remaining() const;
    bool hasRemaining() const { return m_unfinished > 0; }
    /** The list of the last run. */
    const std::vector<DomainName>& domains() const { return *m_domains; }

Q_SIGNALS:
    void updated(const waxseal::ProbeUpdate& update);

private:
    struct State;
    void deliver(const std::shared_ptr<State>& from);
    void reap(bool all);

    std::shared_ptr<State> m_state; ///< of the run whose updates count
    std::shared_ptr<const std::vector<DomainName>> m_domains = std::make_shared<const std::vector<DomainName>>();
    std::vector<bool> m_isFinished; ///< by place in that list
    std::size_t m_unfinished = 0;
    struct Ending
    {
        std::shared_ptr<State> state;
        std::thread thread;
    };
    std::vector<Ending> m_threads; ///< of this run, and of cancelled ones that have not ended yet
};

} // namespace waxseal
