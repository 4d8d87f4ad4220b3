// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/inputs.h"

#include "app/cli/progress.h"
#include "widgets/words/words.h"

#include <QFileInfo>

namespace waxseal::cli {

int report(const Error& error)
{
    complain(words::text(error));
    switch (error.code) {
    case ErrorCode::InvalidPolicy:
    case ErrorCode::InvalidDomain:
    case ErrorCode::NothingToExport:
    case ErrorCode::Unsupported:
        return Usage;
    case ErrorCode::CannotOpen:
    case ErrorCode::CannotRead:
    case ErrorCode::CannotWrite:
    case ErrorCode::AlreadyExists:
    case ErrorCode::NotALog:
    case ErrorCode::UnusableRendering:
    case ErrorCode::DamagedArchive:
    case ErrorCode::NotAWorkspace:
    case ErrorCode::NewerWorkspace:
    case ErrorCode::DamagedWorkspace:
    case ErrorCode::Cancelled:
        break;
    }
    return InputOutput;
}

std::optional<Loaded> load(const Options& options, int& code, const MessageSink& messages)
{
    code = Usage;
    auto importOptions = options.importOptions();
    if (!importOptions)
        return {};
    if (options.inputs().isEmpty()) {
        options.misused(Cli::tr("Name a log, a folder, a workspace, or - for standard input."));
        return {};
    }
    Loaded loaded;
    QStringList logs;
    for (const QString& input : options.inputs()) {
        if (input != QStringLiteral("-") && !QFileInfo::exists(input)) {
            code = report({ErrorCode::CannotOpen, input, Cli::tr("there is no such file")});
            return {};
        }
        if (!isWorkspace(input)) {
            logs.append(input);
        } else if (loaded.workspacePath.isEmpty()) {
            loaded.workspacePath = input;
        } else {
            options.misused(Cli::tr("Name one workspace at most."));
            return {};
        }
    }
    std::optional<ImportState> previous;
    if (!loaded.workspacePath.isEmpty()) {
        auto opened = openWorkspace(loaded.workspacePath);
        if (!opened) {
            code = report(opened.error());
            return {};
        }
        Workspace workspace = std::move(opened).value();
        previous = std::move(workspace.state);
        loaded.policy = workspace.policy;
        loaded.probes = std::move(workspace.probes);
        const bool reread = options.has(QStringLiteral("internal")) || options.has(QStringLiteral("timezone"));
        if (reread && !options.has(QStringLiteral("quiet")))
            complain(Cli::tr("--internal and --timezone change nothing about what a workspace has counted already."));
        // New lines are counted as the old ones were.
        if (!options.has(QStringLiteral("internal")))
            importOptions->internal = previous->internal;
        const QTimeZone zone(QByteArray::fromStdString(previous->timeZone));
        if (!options.has(QStringLiteral("timezone")) && zone.isValid())
            importOptions->zone = zone;
    }
    if (logs.isEmpty()) {
        loaded.import = openState(std::move(*previous));
    } else {
        ProgressLine progress(options.has(QStringLiteral("quiet")));
        auto result = importLogs(logs, *importOptions, previous ? &*previous : nullptr, progress.sink(), {}, messages);
        progress.finish();
        if (!result) {
            code = report(result.error());
            return {};
        }
        loaded.import = std::move(result).value();
    }
    if (!options.has(QStringLiteral("quiet"))) {
        for (const ImportNote& note : loaded.import.state.notes)
            complain(words::text(note));
    }
    code = Done;
    return loaded;
}

} // namespace waxseal::cli
