// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/servers/server.h"

namespace waxseal {

/** Forms of Postfix's log that leave out the service, the process id or the time. */
std::unique_ptr<HeadCheck> makePostfixHeadCheck();

} // namespace waxseal
