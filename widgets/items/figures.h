// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/policy/simulation.h"

#include <QString>

#include <string_view>

/** Figures and names as every page shows them. */
namespace waxseal::figures {

/** Two shares 0 … 1 as "0.09 – 0.22 %". */
QString percentRange(double low, double high);
/** A domain key for people: U-labels where safe, "(null sender <>)", "(no domain)". */
QString domain(std::string_view key);
/** Postfix's word with a real sign: "encrypt ≥ 1.2". */
QString requirement(const Requirement& requirement);

/** An evidence class as one word, for a narrow column; words::text() says it at length. */
QString evidence(EvidenceClass evidence);

} // namespace waxseal::figures
