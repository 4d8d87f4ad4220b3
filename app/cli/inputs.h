// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/options.h"
#include "model/importer/importer.h"
#include "model/workspace/workspace.h"

#include <optional>

namespace waxseal::cli {

/** What the inputs say: logs, a workspace, or a workspace and the logs that came after it. */
struct Loaded
{
    ImportResult import;
    Policy policy; ///< the workspace's, else empty
    std::vector<Workspace::ProbeRecord> probes;
    QString workspacePath; ///< empty when no workspace was among the inputs
};

/**
 * Reads the inputs, with progress on a terminal; says notes on standard error. Nothing: what was wrong has been said,
 * end with `code`.
 */
std::optional<Loaded> load(const Options& options, int& code, const MessageSink& messages = {});

/** Says an error in words; returns the exit code it means. */
int report(const Error& error);

} // namespace waxseal::cli
