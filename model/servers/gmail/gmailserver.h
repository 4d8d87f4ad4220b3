// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/servers/server.h"

namespace waxseal {

/** Google Workspace's Gmail logs, exported from BigQuery. */
Server gmailServer();

} // namespace waxseal
