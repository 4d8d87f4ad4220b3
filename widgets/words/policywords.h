// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/policy/policyreader.h"

#include <QString>

namespace waxseal::words {

/** What a line of an existing configuration was taken for, in a sentence. */
QString text(const PolicyLine& line);

} // namespace waxseal::words
