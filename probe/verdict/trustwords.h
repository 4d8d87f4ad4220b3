// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "probe/result/facts.h"

#include <QString>

#include <string>

namespace waxseal {

/**
 * Why a chain is not trusted, the gravest reason first, in English: "it has expired". OpenSSL's own words where we have
 * none; empty when it is trusted.
 */
std::string whyNotTrusted(const ChainFacts& chain);
/** The same, translated. */
QString trustText(const std::string& why);

} // namespace waxseal
