// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/follow.h"

#include "model/records/elsewhere.h"

#include <QFileInfo>
#include <QThread>

#include <algorithm>
#include <map>
#include <utility>

namespace waxseal::cli {

namespace {

constexpr unsigned long between = 1; // s, looks at files here
constexpr unsigned long betweenElsewhere = 10; // s: each look starts a program, and perhaps a connection

/** What tells that files here have changed, without reading them. Folders are listed by the import itself. */
std::map<QString, std::pair<qint64, qint64>> sizesOf(const QStringList& inputs)
{
    std::map<QString, std::pair<qint64, qint64>> sizes;
    for (const QString& input : inputs) {
        const QFileInfo info(input);
        sizes[input] = {info.size(), info.lastModified().toMSecsSinceEpoch()};
    }
    return sizes;
}

bool mayHaveGrown(const QStringList& inputs, std::map<QString, std::pair<qint64, qint64>>& known)
{
    const bool isListed = std::any_of(inputs.begin(), inputs.end(),
        [](const QString& input) { return isElsewhere(input) || QFileInfo(input).isDir(); });
    auto now = sizesOf(inputs);
    const bool changed = now != known;
    known = std::move(now);
    return isListed || changed;
}

std::uint64_t linesOf(const ImportState& state)
{
    std::uint64_t lines = 0;
    for (const SourceReport& source : state.sources)
        lines += source.lines;
    return lines;
}

} // namespace

Option followOption()
{
    return {QStringLiteral("follow"), {},
        Cli::tr("Go on when the end is reached: read what is appended, across rotation, until interrupted.")};
}

int follow(const Options& options, Loaded& loaded, const std::function<bool()>& changed, const MessageSink& messages,
    const std::stop_token& stop)
{
    QStringList logs;
    for (const QString& input : options.inputs()) {
        if (input == QStringLiteral("-"))
            return options.misused(Cli::tr("--follow: standard input ends where it ends. Name the log itself."));
        if (input != loaded.workspacePath)
            logs.append(input);
    }
    if (logs.isEmpty())
        return options.misused(Cli::tr("--follow: name a log beside the workspace."));
    auto importOptions = options.importOptions();
    if (!importOptions)
        return Usage;
    importOptions->streamOpen = false; // a row that has been printed cannot be taken back
    const bool isAway = std::any_of(logs.begin(), logs.end(), isElsewhere);
    auto known = sizesOf(logs);
    while (!stop.stop_requested()) {
        QThread::sleep(isAway ? betweenElsewhere : between);
        if (!mayHaveGrown(logs, known))
            continue;
        // Between two names of a rotation a file may be missing for a moment, and a machine may be away for longer.
        auto more = importLogs(logs, *importOptions, &loaded.import.state, {}, stop, messages);
        if (!more || linesOf(more->state) == 0)
            continue;
        loaded.import = std::move(more).value();
        if (options.hasPeriod() && !messages) {
            const auto covered = coveredBy(*loaded.import.facts);
            if (const auto period = options.period(covered ? std::optional(covered->last) : std::nullopt))
                loaded.import.facts = within(loaded.import.facts, *period);
        }
        if (!changed())
            return InputOutput;
    }
    return InputOutput;
}

} // namespace waxseal::cli
