// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/exporter/targets.h"

namespace waxseal {

/** What exportTargets() begins with: each server's target, then what is to be published. Made in model/servers. */
std::vector<ExportTarget> makeExportTargets();

} // namespace waxseal
