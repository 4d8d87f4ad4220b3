// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/exporter/targets.h"

namespace waxseal {

ExportTarget postfixTarget();

} // namespace waxseal
