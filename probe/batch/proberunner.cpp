// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/batch/proberunner.h"

#include <QMetaObject>

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
    State(std::vector<DomainName> list, ProbeSettings with, bool lines)
        : domains(std::move(list))
        , settings(std::move(with))
        , withLines(lines)
    {
    }

    void finished(std::size_t /*index*/, std::shared_ptr<const DomainFacts> facts) override
    {
        post([&facts](ProbeUpdate& update) { update.finished.push_back(std::move(facts)); });
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
            pending.ended = std::exchange(update.ended, false);
            pending.error = std::exchange(update.error, {});
            isPosted = true;
            notify();
        }
        return update;
    }

    const std::vector<DomainName> domains;
    const ProbeSettings settings;
    const bool withLines;
    ProbeControl control;
    std::function<void()> notify;

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
    join();
}

void ProbeRunner::join()
{
    if (m_thread.joinable())
        m_thread.join();
}

void ProbeRunner::start(std::vector<DomainName> domains, const ProbeSettings& settings, bool withLines)
{
    cancel();
    join(); // a cancelled run ends within milliseconds
    m_remaining = domains;
    m_state = std::make_shared<State>(std::move(domains), settings, withLines);
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
    m_thread = std::thread([state = m_state] {
        const Status status = probeDomains(state->domains, state->settings, *state, state->control);
        state->post([&status](ProbeUpdate& update) {
            update.ended = true;
            if (!status)
                update.error = status.error();
        });
    });
}

void ProbeRunner::deliver(const std::shared_ptr<State>& from)
{
    if (from != m_state)
        return; // of a run that was cancelled
    const ProbeUpdate update = from->take();
    for (const std::shared_ptr<const DomainFacts>& facts : update.finished) {
        std::erase_if(m_remaining, [&facts](const DomainName& domain) { return domain.ascii() == facts->domain; });
    }
    if (update.ended)
        m_state.reset();
    Q_EMIT updated(update);
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
