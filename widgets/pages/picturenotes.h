// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/words.h"

#include <QString>
#include <QStringList>

namespace waxseal {

class Document;

/** What was read, in a word: a file's name. */
QString sourceOf(const Document& document);

/** What a picture of a chart says below its title beside its unit: direction, policy, source, period. Without the
 * policy where the chart does not depend on it. */
QStringList pictureNotes(const Document& document, Direction direction, bool withPolicy);

} // namespace waxseal
