// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/batch/proberunner.h"

#include <QMetaObject>

#include <atomic>
#include <functional>
#include <iterator>
#include <mutex>
#include <utility>

namespace waxseal {

namespace {

constexpr std::ptrdiff_t resultsATurn = 32;

} // namespace

/** What the run's thread and the runner's share; it goes with the last of them. */
struct ProbeRunner::State : public ProbeSink
{
    State(std::shared_ptr<const std::vector<DomainName>> list, ProbeSettings with, bool lines)
        : domains(std::move(list))
        , settings(std::move(with))
        , withLines(lines)
    {
    }

    void began(std::size_t index) override
    {
        post([index](ProbeUpdate& update) { update.begun.push_back(index); });
    }
    void finished(std::size_t index, std::shared_ptr<const DomainFacts> facts) override
    {
        post([&](ProbeUpdate& update) {
            update.finished.push_back(std::move(facts));
            update.finishedAt.push_back(index);
        });
    }
    void progress(const ProbeProgress& progress) override
    {
        post([&progress](ProbeUpdate& update) { update.progress = progress; });
    }
    void notice(ProbeNotice notice) override
    {
        post([notice](ProbeUpdate& update) { update.notices.push_back(notice); });
    }
    void line(const std::string& host, const IpAddress& address, const TranscriptLine& line) override
    {
        post([&](ProbeUpdate& update) { update.lines.push_back({host, address, line}); });
    }
    bool wantsLines() const override { return withLines; }

    /** Adds to the update that is on its way, or sends one. */
    template <typename Change>
    void post(Change change)
    {
        const std::lock_guard lock(mutex);
        change(pending);
        if (!isPosted) {
            isPosted = true;
            notify();
        }
    }
    /** What has come, but no more results than a window takes in in one turn; the others follow in the next. */
    ProbeUpdate take()
    {
        const std::lock_guard lock(mutex);
        isPosted = false;
        ProbeUpdate update = std::exchange(pending, {});
        pending.progress = update.progress;
        if (std::ssize(update.finished) > resultsATurn) {
            const auto rest = update.finished.begin() + resultsATurn;
            pending.finished.assign(std::make_move_iterator(rest), std::make_move_iterator(update.finished.end()));
            update.finished.erase(rest, update.finished.end());
            const auto restAt = update.finishedAt.begin() + resultsATurn;
            pending.finishedAt.assign(restAt, update.finishedAt.end());
            update.finishedAt.erase(restAt, update.finishedAt.end());
            pending.ended = std::exchange(update.ended, false);
            pending.error = std::exchange(update.error, {});
            isPosted = true;
            notify();
        }
        return update;
    }

    const std::shared_ptr<const std::vector<DomainName>> domains;
    const ProbeSettings settings;
    const bool withLines;
    ProbeControl control;
    std::function<void()> notify;
    std::atomic_bool hasEnded = false; ///< the thread does no more than return

private:
    std::mutex mutex;
    ProbeUpdate pending;
    bool isPosted = false;
};

ProbeRunner::ProbeRunner(QObject* parent)
    : QObject(parent)
{
}

ProbeRunner::~ProbeRunner()
{
    cancel();
    reap(true);
}

/** Joins the threads that have ended, or all. */
void ProbeRunner::reap(bool all)
{
    std::erase_if(m_threads, [all](Ending& ending) {
        if (!all && !ending.state->hasEnded)
            return false;
        ending.thread.join();
        return true;
    });
}

void ProbeRunner::start(std::vector<DomainName> domains, const ProbeSettings& settings, bool withLines)
{
    cancel();
    reap(false); // a cancelled run ends by itself: closing hundreds of connections is nothing to wait for
    m_domains = std::make_shared<const std::vector<DomainName>>(std::move(domains));
    m_isFinished.assign(m_domains->size(), false);
    m_unfinished = m_domains->size();
    m_state = std::make_shared<State>(m_domains, settings, withLines);
    // The runner outlives the thread, so the address is good; what is queued when it goes is dropped by Qt.
    m_state->notify = [this, weak = std::weak_ptr<State>(m_state)] {
        QMetaObject::invokeMethod(
            this,
            [this, weak] {
                if (const std::shared_ptr<State> state = weak.lock())
                    deliver(state);
            },
            Qt::QueuedConnection);
    };
    auto work = [state = m_state] {
        const Status status = probeDomains(*state->domains, state->settings, *state, state->control);
        state->post([&status](ProbeUpdate& update) {
            update.ended = true;
            if (!status)
                update.error = status.error();
        });
        state->hasEnded = true;
    };
    m_threads.push_back({m_state, std::thread(std::move(work))});
}

void ProbeRunner::deliver(const std::shared_ptr<State>& from)
{
    if (from != m_state)
        return; // of a run that was cancelled
    const ProbeUpdate update = from->take();
    for (const std::size_t place : update.finishedAt)
        m_isFinished[place] = true; // each place comes once
    m_unfinished -= update.finishedAt.size();
    if (update.ended)
        m_state.reset();
    Q_EMIT updated(update);
}

std::vector<DomainName> ProbeRunner::remaining() const
{
    std::vector<DomainName> left;
    for (std::size_t place = 0; place < m_isFinished.size(); ++place) {
        if (!m_isFinished[place])
            left.push_back((*m_domains)[place]);
    }
    return left;
}

void ProbeRunner::cancel()
{
    if (m_state != nullptr)
        m_state->control.stop();
    m_state.reset();
}

void ProbeRunner::setPaused(bool paused)
{
    if (m_state != nullptr)
        m_state->control.setPaused(paused);
}

bool ProbeRunner::isPaused() const
{
    return m_state != nullptr && m_state->control.isPaused();
}

} // namespace waxseal
