// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "probe/result/facts.h"

#include <QByteArray>
#include <QString>

namespace waxseal {

/**
 * What a live test's record (JSON as `waxseal-cli probe --json` prints it) says in one word: the strictest level that
 * is delivered, "none" when opportunistic mail is the most there is, "undelivered" when not even that is, "" when
 * nothing could be tested.
 */
QString strictestDelivered(const QByteArray& json);
/** The same of a result that has not been written yet. */
QString strictestDelivered(const DomainFacts& facts);

/** Strictness for sorting, weakest 0; −1 when not tested. */
int verdictRank(const QString& verdict);

/** That word for people. */
QString verdictText(const QString& verdict);

} // namespace waxseal
