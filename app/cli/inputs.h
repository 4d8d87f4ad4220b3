// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/options.h"
#include "model/importer/importer.h"
#include "model/policy/simulation.h"
#include "model/workspace/workspace.h"
#include "probe/verdict/storedtests.h"

#include <optional>
#include <stop_token>

namespace waxseal::cli {

/** What the inputs say: logs, a workspace, or a workspace and the logs that came after it. */
struct Loaded
{
    ImportResult import;
    Policy policy; ///< the workspace's, else empty
    std::vector<Workspace::ProbeRecord> probes;
    QString workspacePath; ///< empty when no workspace was among the inputs
    bool synthetic = false; ///< the demo log is among what was read: invented mail
    Period period; ///< what --since and --until left of the facts; every day without them
    FileStamp stamp; ///< of that file when it was read
    Choices choices; ///< the workspace's
    PeriodChoice chosenPeriod; ///< the workspace's
    Witnesses witnesses; ///< the workspace's
    bool testsVote = true; ///< as --with-tests or --without-tests says, else the workspace

    /** What every simulation of these inputs is made from. Reads the live tests where they matter. */
    Grounds grounds(Direction direction) const
    {
        return groundsOf(import.facts, probes, testsVote && direction == Direction::Outbound);
    }
};

/**
 * Reads the inputs, with progress on a terminal; says notes on standard error. Nothing: what was wrong has been said,
 * end with `code`. Stopped by its caller, who knows why, it says nothing.
 */
std::optional<Loaded> load(
    const Options& options, int& code, const MessageSink& messages = {}, const std::stop_token& stop = {});

/** Says of which domains with a requirement there is no mail at all in the logs: a slip of the pen looks like no loss.
 */
void sayWhoIsAbsent(const Options& options, const Simulation& simulation);

/** Says an error in words; returns the exit code it means. */
int report(const Error& error);

} // namespace waxseal::cli
