// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"
#include "model/witness/witnessreader.h"
#include "widgets/document/documentfacts.h"

#include <QObject>

#include <thread>

namespace waxseal {

/**
 * Reads logs, opens and saves workspaces on a thread of its own, one piece of work at a time. The outcome arrives as
 * one signal on the thread of this object, with everything derived from the facts already built. Its destructor cancels
 * and waits.
 */
class DocumentLoader : public QObject
{
    Q_OBJECT
public:
    enum class Work
    {
        None,
        Importing,
        Opening,
        Saving,
        Witnessing
    };

    explicit DocumentLoader(QObject* parent = nullptr);
    ~DocumentLoader() override;

    bool isBusy() const { return m_work != Work::None; }
    Work work() const { return m_work; }

    /** Imports logs, continuing from `previous` (may be null). `live` are the tests that vote, `period` the days that
     * are looked at. Nothing happens when busy. */
    void importLogs(const QStringList& inputs, const ImportOptions& options,
        std::shared_ptr<const ImportResult> previous, const Policy& policy,
        std::shared_ptr<const LiveEvidence> live = {}, const PeriodChoice& period = {});
    void openWorkspace(const QString& path);
    /** Reads TLS reports and the like, and adds them to `previous`. */
    void readWitnesses(const QStringList& inputs, std::shared_ptr<const Witnesses> previous);
    /** All of `rest` but its facts, which are those of `import`. */
    void saveWorkspace(std::shared_ptr<const ImportResult> import, Workspace rest, const QString& path);
    /** Asks the work to stop; failed() with ErrorCode::Cancelled follows. Saving is not stopped halfway. */
    void cancel();

Q_SIGNALS:
    void busyChanged(bool busy);
    void progressed(const waxseal::ImportProgress& progress);
    /** Shared so that it can travel through a signal: the receiver moves out of it. */
    void imported(const std::shared_ptr<waxseal::DocumentFacts>& facts);
    void opened(const std::shared_ptr<waxseal::DocumentFacts>& facts, const QString& path);
    void saved(const QString& path);
    void witnessed(const std::shared_ptr<const waxseal::Witnesses>& witnesses, const waxseal::WitnessReading& reading);
    void failed(waxseal::DocumentLoader::Work work, const waxseal::Error& error);

private:
    template <typename Task>
    void start(Work work, Task task);
    template <typename Report>
    void finish(Report report);

    Work m_work = Work::None;
    FileStamp m_stamp; // of the workspace that was last opened or saved
    std::jthread m_thread; // last: joined before anything it may call is gone
};

} // namespace waxseal
