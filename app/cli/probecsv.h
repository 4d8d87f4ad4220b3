// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "probe/result/facts.h"

#include <QByteArray>

namespace waxseal::cli {

/** A domain a line; columns are a contract (the man page). */
QByteArray probeCsvHeader();
QByteArray probeCsvLine(const DomainFacts& facts);

} // namespace waxseal::cli
