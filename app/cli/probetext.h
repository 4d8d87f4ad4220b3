// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "probe/result/facts.h"

#include <QString>

namespace waxseal::cli {

/** A domain's result as text for a terminal: the verdicts first, then hosts, addresses and findings. */
QString probeText(const DomainFacts& facts, bool withTranscript);

} // namespace waxseal::cli
