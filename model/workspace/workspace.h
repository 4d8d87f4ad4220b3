// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/safefile.h"
#include "model/facts/period.h"
#include "model/importer/importer.h"
#include "model/policy/policy.h"
#include "model/witness/witness.h"
#include "model/workspace/choices.h"

namespace waxseal {

/** All that a workspace file holds. */
struct Workspace
{
    ImportState state;
    Policy policy;
    /** Results of live tests, newest last: opaque to this floor (JSON as `waxseal-cli probe --json` prints it). */
    struct ProbeRecord
    {
        QString domain;
        QDateTime time; ///< UTC
        QByteArray json;
        bool operator==(const ProbeRecord&) const = default;
    };
    std::vector<ProbeRecord> probes;
    bool testsVote = true; ///< live tests judge the outbound mail of which the logs cannot know
    FileStamp stamp = {}; ///< of the file it was read from; not part of what is saved
    Choices choices = {};
    PeriodChoice period = {}; ///< the days that are looked at
    Witnesses witnesses = {}; ///< what others saw: kept beside the facts
};

/** `PRAGMA user_version` of the files this version writes. */
inline constexpr int workspaceVersion = 2;

/**
 * Writes `path` atomically: a whole new file beside it, which is opened and read as a check, then a rename (SafeFile).
 * The schema is documented in ARCHITECTURE.md.
 *
 * Returns the stamp of the new file. ErrorCode::ChangedMeanwhile when the file there is no longer what `before` says,
 * or, without `before`, what `workspace.stamp` says where that is of this file. PendingChanges when another program's
 * journal lies beside it.
 */
Result<FileStamp> saveWorkspace(const Workspace& workspace, const QString& path, Overwrite overwrite = Overwrite::Yes,
    const std::optional<FileStamp>& before = {});

/**
 * Opens, checks (`application_id`, `user_version`, foreign keys, bounds) and migrates in memory. Says what is wrong:
 * CannotOpen (no such file, no permission, a folder), NotAPlainFile, NotAWorkspace, NewerWorkspace, InUse (locked),
 * PendingChanges (a journal of SQLite beside it that cannot be used), CannotRead (the disk), DamagedWorkspace.
 */
Result<Workspace> openWorkspace(const QString& path);

/** Whether a file looks like a workspace (its first bytes and application_id), without opening it whole. */
bool isWorkspace(const QString& path);

} // namespace waxseal
