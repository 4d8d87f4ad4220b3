// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "probe/result/facts.h"

#include <QString>

namespace waxseal::cli {

struct ProbeTextStyle
{
    bool withTranscript = false;
    bool coloured = false;
};

/** The result of a test for people, in lines of at most 80 columns; safe on a terminal. */
QString probeText(const DomainFacts& facts, const ProbeTextStyle& style);

} // namespace waxseal::cli
