// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/document/documentloader.h"

namespace waxseal {

DocumentLoader::DocumentLoader(QObject* parent)
    : QObject(parent)
{
}

DocumentLoader::~DocumentLoader() = default; // the thread is asked to stop, and waited for

template <typename Task>
void DocumentLoader::start(Work work, Task task)
{
    if (isBusy())
        return;
    m_work = work;
    Q_EMIT busyChanged(true);
    m_thread = std::jthread(std::move(task)); // the thread before has reported its end and only has to be joined
}

/** From the working thread: runs `report` on ours, once this work is no longer counted as running. */
template <typename Report>
void DocumentLoader::finish(Report report)
{
    QMetaObject::invokeMethod(
        this,
        [this, report = std::move(report)] {
            const Work work = std::exchange(m_work, Work::None);
            Q_EMIT busyChanged(false);
            report(work);
        },
        Qt::QueuedConnection);
}

void DocumentLoader::importLogs(const QStringList& inputs, const ImportOptions& options,
    std::shared_ptr<const ImportResult> previous, const Policy& policy, std::shared_ptr<const LiveEvidence> live,
    const PeriodChoice& period)
{
    start(Work::Importing, [=, this](const std::stop_token& stop) {
        const auto tell = [this](const ImportProgress& progress) {
            QMetaObject::invokeMethod(
                this, [this, progress] { Q_EMIT progressed(progress); }, Qt::QueuedConnection);
        };
        Result<ImportResult> result
            = waxseal::importLogs(inputs, options, previous ? &previous->state : nullptr, tell, stop);
        if (!result) {
            finish([this, error = result.error()](Work work) { Q_EMIT failed(work, error); });
            return;
        }
        auto import = std::make_shared<const ImportResult>(std::move(result).value());
        auto facts = std::make_shared<DocumentFacts>(prepareDocument(std::move(import), policy, live, period));
        if (stop.stop_requested()) {
            finish([this](Work work) { Q_EMIT failed(work, {ErrorCode::Cancelled, {}, {}}); });
            return;
        }
        finish([this, facts = std::move(facts)](Work) { Q_EMIT imported(facts); });
    });
}

void DocumentLoader::openWorkspace(const QString& path)
{
    start(Work::Opening, [=, this](const std::stop_token& stop) {
        Result<Workspace> result = waxseal::openWorkspace(path);
        if (!result || stop.stop_requested()) {
            const Error error = result ? Error{ErrorCode::Cancelled, path, {}} : result.error();
            finish([this, error](Work work) { Q_EMIT failed(work, error); });
            return;
        }
        const FileStamp stamp = result->stamp;
        auto facts = std::make_shared<DocumentFacts>(prepareDocument(std::move(result).value()));
        finish([this, path, stamp, facts = std::move(facts)](Work) {
            m_stamp = stamp;
            Q_EMIT opened(facts, path);
        });
    });
}

void DocumentLoader::readWitnesses(const QStringList& inputs, std::shared_ptr<const Witnesses> previous)
{
    start(Work::Witnessing, [=, this](const std::stop_token& stop) {
        auto witnesses = std::make_shared<Witnesses>(*previous);
        const WitnessReading reading = waxseal::readWitnesses(inputs, *witnesses, stop);
        if (stop.stop_requested()) {
            finish([this](Work work) { Q_EMIT failed(work, {ErrorCode::Cancelled, {}, {}}); });
            return;
        }
        finish([this, witnesses, reading](Work) { Q_EMIT witnessed(witnesses, reading); });
    });
}

void DocumentLoader::saveWorkspace(std::shared_ptr<const ImportResult> import, Workspace rest, const QString& path)
{
    start(Work::Saving, [=, this, stamp = m_stamp, rest = std::move(rest)](const std::stop_token&) mutable {
        rest.state = import->state;
        rest.stamp = stamp;
        const auto status = waxseal::saveWorkspace(rest, path);
        if (status)
            finish([this, path, saved = *status](Work) {
                m_stamp = saved;
                Q_EMIT this->saved(path);
            });
        else
            finish([this, error = status.error()](Work work) { Q_EMIT failed(work, error); });
    });
}

void DocumentLoader::cancel()
{
    if (m_work != Work::Saving)
        m_thread.request_stop();
}

} // namespace waxseal
