// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/importer/importer.h"
#include "model/policy/policy.h"

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
};

/** `PRAGMA user_version` of the files this version writes. */
inline constexpr int workspaceVersion = 1;

/** Writes `path` atomically: a whole new file beside it, then a rename. The schema is documented in ARCHITECTURE.md. */
Status saveWorkspace(const Workspace& workspace, const QString& path);

/** Opens, checks (`application_id`, `user_version`, foreign keys, bounds) and migrates in memory. */
Result<Workspace> openWorkspace(const QString& path);

/** Whether a file looks like a workspace (its first bytes and application_id), without opening it whole. */
bool isWorkspace(const QString& path);

} // namespace waxseal
