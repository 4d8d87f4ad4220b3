// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"
#include "probe/result/facts.h"

#include <QByteArray>

namespace waxseal {

/**
 * One domain's facts and what follows from them (findings, delivery), as `waxseal-cli probe --json` prints it and a
 * workspace keeps it. One line. What follows is judged at the time of the test, so that it does not change with the day
 * of reading.
 */
QByteArray domainToJson(const DomainFacts& facts);

/** Reads it back: the facts only, bounded; what follows from them is judged anew. An Error when it is no such result.
 */
Result<DomainFacts> domainFromJson(const QByteArray& json);

} // namespace waxseal
