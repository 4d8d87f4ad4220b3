// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace waxseal {

/** `waxseal-cli probe`: tests domains live. `arguments` stand behind the word "probe". Returns the exit code. */
int probeCommand(const QStringList& arguments);

} // namespace waxseal
