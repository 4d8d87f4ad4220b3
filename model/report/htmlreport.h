// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/forecast/forecast.h"
#include "model/importer/importer.h"
#include "model/policy/simulation.h"

#include <QByteArray>
#include <QDateTime>
#include <QStringList>

#include <array>
#include <optional>

namespace waxseal {

/** What a report is made of. */
struct ReportInput
{
    QString source; ///< what was read, in a word: a file's name, "company.waxseal"
    bool synthetic = false; ///< invented mail: said at the head
    QDateTime now; ///< UTC
    qint64 firstTime = 0; ///< µs since 1970, of the mail; 0: none
    qint64 lastTime = 0;
    std::array<TrafficSummary, 3> traffic; ///< index: Direction
    Excluded excluded;
    std::vector<SourceReport> files;
    QStringList notes; ///< import notes, in words
    const Simulation* simulation = nullptr; ///< with its policy set; must live during the call
    Forecast forecast;
    std::optional<Backtest> backtest;
    std::size_t mostDomains = 50; ///< rows of the table of domains
};

/**
 * One self-contained HTML file for those who sign a policy off: what the logs say, what the policy would lose, why, and
 * what is not known. No script, nothing loaded from elsewhere; everything that came from outside is escaped. UTF-8.
 */
QByteArray htmlReport(const ReportInput& input);

} // namespace waxseal
