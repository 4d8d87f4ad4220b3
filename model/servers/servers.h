// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/servers/server.h"

namespace waxseal {

/** The one list of mail servers, in the order in which a file's head is offered to them. */
const std::vector<Server>& servers();
/** By its id; null when there is none. */
const Server* serverOf(std::string_view id);

} // namespace waxseal
