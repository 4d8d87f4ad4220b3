// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/importer/importer.h"

namespace waxseal::cli {

/** One line on standard error that follows an import; nothing when standard error is no terminal. */
class ProgressLine
{
public:
    explicit ProgressLine(bool quiet);
    ProgressSink sink();
    void finish(); ///< wipes the line

private:
    void show(const ImportProgress& progress);
    bool m_active = false;
    bool m_shown = false;
    double m_last = -1;
};

} // namespace waxseal::cli
