// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/ledger/importnote.h"

#include <QStringList>

#include <stop_token>
#include <vector>

namespace waxseal {

/** The reason word of a file in a folder whose name is not UTF-8: it was not read. */
inline constexpr QLatin1StringView nameIsNoText("name is not UTF-8");

/** The note that says why a file is left out: `reason` is one of ImportNote's words. */
ImportNote skippedFile(const QString& path, const QString& reason);

/** Files of folders (at most four deep), of ssh:// addresses with wildcards, and files as named, each once, in order;
 * "-" and "journal:" are kept. */
QStringList expandInputs(const QStringList& inputs, std::vector<ImportNote>& notes, const std::stop_token& stop = {});

} // namespace waxseal
