// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/options.h"
#include "model/exporter/targets.h"
#include "model/workspace/workspace.h"

namespace waxseal::cli {

/** The ids of all export targets, with `mark` between. */
QString targetIds(const QString& mark);

/** The options of all export targets, each once; the help says whose it is. */
QList<Option> targetOptions();

/** The target that --target names. nullptr: what is wrong has been said, end with ExitCode::Usage. */
const ExportTarget* chosenTarget(const Options& options);

/** Reads the target's options, and says which do not belong to it or are not as they should be (false). Certificates'
 * files become digests. */
bool readTargetOptions(
    const Options& options, const ExportTarget& target, Direction direction, std::map<QString, QString>& values);

/** What the options left open is taken from the live test of the domain, if there is one; says what is still missing
 * (false). */
bool completeTargetOptions(const Options& options, const ExportTarget& target,
    const std::vector<Workspace::ProbeRecord>& tests, std::map<QString, QString>& values);

} // namespace waxseal::cli
