// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/importer/importer.h"
#include "model/policy/policy.h"

namespace waxseal {

/** Which state of a file was read or written: so that what another program has saved since is not overwritten. */
struct WorkspaceStamp
{
    QString path; ///< canonical; empty: no file
    std::int64_t size = 0;
    std::int64_t modified = 0; ///< ns since 1970, or as near as the system knows it
    std::uint64_t serial = 0; ///< the inode, where there is one
    bool operator==(const WorkspaceStamp&) const = default;
};

/** The file as it is now. */
WorkspaceStamp workspaceStamp(const QString& path);

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
    WorkspaceStamp stamp = {}; ///< of the file it was read from; not part of what is saved
};

/** `PRAGMA user_version` of the files this version writes. */
inline constexpr int workspaceVersion = 1;

/** Writes `path` atomically: a whole new file beside it, then a rename. The schema is documented in ARCHITECTURE.md.
 * ErrorCode::ChangedMeanwhile when `workspace.stamp` is of this file and no longer true. */
Status saveWorkspace(const Workspace& workspace, const QString& path);

/** Opens, checks (`application_id`, `user_version`, foreign keys, bounds) and migrates in memory. */
Result<Workspace> openWorkspace(const QString& path);

/** Whether a file looks like a workspace (its first bytes and application_id), without opening it whole. */
bool isWorkspace(const QString& path);

} // namespace waxseal
