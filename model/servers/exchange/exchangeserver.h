// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/servers/server.h"

namespace waxseal {

/** Microsoft Exchange's SMTP protocol logs and message tracking. */
Server exchangeServer();

} // namespace waxseal
