// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/facts/dictionary.h"

namespace waxseal {

/** The place of a host's session or process in an index. */
constexpr std::uint64_t sessionKey(std::uint32_t host, std::uint64_t id)
{
    return hashWord(id + hashWord(host + 0x9e3779b97f4a7c15U));
}

} // namespace waxseal
