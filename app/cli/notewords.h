// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/importer/importer.h"

#include <string_view>

namespace waxseal::cli {

/** The stable word of an import note, for scripts. */
std::string_view noteWord(ImportNote::Code code);

} // namespace waxseal::cli
