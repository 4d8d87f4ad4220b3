// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/inputs.h"

#include "app/cli/progress.h"
#include "model/importer/importrules.h"
#include "model/importer/inputfiles.h"
#include "model/records/bytestream.h"
#include "model/records/elsewhere.h"
#include "widgets/words/words.h"

#include <QFileInfo>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_set>

namespace waxseal::cli {

namespace {

/** That none of the files has a line of a mail server that is understood, and what the first of them is instead. */
std::optional<Error> nothingUnderstood(const ImportState& state)
{
    std::optional<Error> first;
    std::unordered_set<std::string> empty;
    for (const ImportNote& note : state.notes) {
        if (note.code != ImportNote::Code::SkippedFile
            || (note.detail != u"no mail lines" && !note.detail.startsWith(u"log of ")))
            continue;
        empty.insert(note.subject.toStdString());
        if (!first)
            first = Error{ErrorCode::NotALog, note.subject, note.detail};
    }
    for (const SourceReport& source : state.sources) {
        if (!empty.contains(source.path.toStdString()))
            return {};
    }
    return first;
}

/** Whether what was read says of itself, in its first line, that it is invented: the demo log does. */
bool isSynthetic(const ImportState& state)
{
    constexpr std::size_t few = 20;
    for (std::size_t i = 0; i < std::min(few, state.sources.size()); ++i) {
        const QString& path = state.sources[i].path;
        if (!QFileInfo(path).isFile())
            continue;
        const auto stream = openStream(path);
        if (!stream)
            continue;
        std::array<char, 200> head{};
        const std::size_t size = (*stream)->read(head);
        const std::string_view line(head.data(), std::min(size, std::string_view(head.data(), size).find('\n')));
        if (line.find(" waxseal-demo[1]: synthetic log") < 60) // behind the time and the host
            return true;
    }
    return false;
}

/** Goes on by the rules of the import before, and says which of those that were given are others. */
void goOn(const Options& options, ImportOptions& importOptions, const ImportState& previous)
{
    static const std::array<std::pair<ImportRule, QString>, 6> names{
        {{ImportRule::Internal, QStringLiteral("internal")}, {ImportRule::Forwarders, QStringLiteral("forwarder")},
            {ImportRule::LocalDomains, QStringLiteral("local-domain")},
            {ImportRule::RelayHost, QStringLiteral("relayhost")},
            {ImportRule::Transports, QStringLiteral("transports")},
            {ImportRule::TimeZone, QStringLiteral("timezone")}}};
    std::vector<ImportRule> given;
    for (const auto& [rule, name] : names) {
        if (options.has(name))
            given.push_back(rule);
    }
    QStringList different;
    for (const ImportRule rule : continueFrom(importOptions, previous, given)) {
        const auto at = std::find_if(names.begin(), names.end(), [rule](const auto& one) { return one.first == rule; });
        different.append(QStringLiteral("--") + at->second);
    }
    if (different.isEmpty() || options.has(QStringLiteral("quiet")))
        return;
    complain(Cli::tr("This workspace was made with other values of %1. What has been counted stays as it is; what is "
                     "read from now on counts by the new values. To count all of it alike, read all logs again into a "
                     "new workspace.")
                 .arg(different.join(QStringLiteral(", "))));
}

} // namespace

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
    case ErrorCode::ChangedMeanwhile:
    case ErrorCode::NotAPlainFile:
    case ErrorCode::DanglingLink:
    case ErrorCode::InUse:
    case ErrorCode::PendingChanges:
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

std::optional<Loaded> load(const Options& options, int& code, const MessageSink& messages, const std::stop_token& stop)
{
    code = Usage;
    auto importOptions = options.importOptions();
    if (!importOptions || !options.period({}))
        return {};
    if (options.inputs().isEmpty()) {
        options.misused(
            Cli::tr("Name a log, a folder, a workspace, - for standard input, journal: or ssh://HOST/PATH."));
        return {};
    }
    importOptions->streamOpen = !options.has(QStringLiteral("follow"));
    Loaded loaded;
    QStringList logs;
    for (const QString& input : options.inputs()) {
        if (input != QStringLiteral("-") && !isElsewhere(input) && !QFileInfo::exists(input)) {
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
        loaded.stamp = workspace.stamp;
        loaded.testsVote = workspace.testsVote;
        loaded.choices = std::move(workspace.choices);
        loaded.chosenPeriod = workspace.period;
        loaded.witnesses = std::move(workspace.witnesses);
        goOn(options, *importOptions, *previous);
    }
    if (options.has(QStringLiteral("with-tests")) || options.has(QStringLiteral("without-tests")))
        loaded.testsVote = options.has(QStringLiteral("with-tests"));
    if (logs.isEmpty()) {
        loaded.import = openState(std::move(*previous));
    } else {
        ProgressLine progress(options.has(QStringLiteral("quiet")));
        auto result
            = importLogs(logs, *importOptions, previous ? &*previous : nullptr, progress.sink(), stop, messages);
        progress.finish();
        if (!result) {
            code = result.error().code == ErrorCode::Cancelled ? InputOutput : report(result.error());
            return {};
        }
        loaded.import = std::move(result).value();
        for (const ImportNote& note : loaded.import.state.notes) {
            if (note.code != ImportNote::Code::SkippedFile
                || (note.detail != nameIsNoText && !isElsewhere(note.subject)))
                continue; // figures without a file that nobody can name, or that did not come, would be wrong without a
                          // word
            code = report({ErrorCode::CannotOpen, note.subject, note.detail});
            return {};
        }
        if (const auto nothing = nothingUnderstood(loaded.import.state); nothing && !previous) {
            code = report(*nothing);
            return {};
        }
    }
    // What the window shows of a workspace is what the commands show of it.
    const bool asChosen
        = !options.hasPeriod() && options.offers(QStringLiteral("since")) && !loaded.chosenPeriod.isEverything();
    if ((options.hasPeriod() || asChosen) && !messages) {
        const auto covered = coveredBy(*loaded.import.facts);
        const auto period = asChosen ? std::optional(loaded.chosenPeriod.on(covered))
                                     : options.period(covered ? std::optional(covered->last) : std::nullopt);
        if (!period)
            return {};
        loaded.period = *period;
        loaded.import.facts = within(loaded.import.facts, *period);
        ImportState& state = loaded.import.state;
        std::tie(state.firstTime, state.lastTime)
            = timesWithin(state.firstTime, state.lastTime, state.timeZone, *period);
        if (asChosen && !options.has(QStringLiteral("quiet")))
            complain(Cli::tr("Only mail of %1 to %2 counts, the period chosen in the workspace. --since 1970-01-01 "
                             "counts all of it.")
                         .arg(dateOf(period->first).toString(Qt::ISODate), dateOf(period->last).toString(Qt::ISODate)));
        if (covered && loaded.import.facts->isEmpty() && !options.has(QStringLiteral("quiet")))
            complain(
                Cli::tr("There is no mail in these days; the logs hold %1 to %2.")
                    .arg(dateOf(covered->first).toString(Qt::ISODate), dateOf(covered->last).toString(Qt::ISODate)));
    }
    if (!options.has(QStringLiteral("quiet"))) {
        for (const ImportNote& note : loaded.import.state.notes) {
            const bool guessed = note.code == ImportNote::Code::YearInferred;
            complain(guessed ? words::text(note) + QStringLiteral(" (--year)") : words::text(note));
        }
    }
    loaded.synthetic = isSynthetic(loaded.import.state);
    if (loaded.synthetic && !options.has(QStringLiteral("quiet")))
        complain(Cli::tr("This is the demo log: synthetic mail of an invented company."));
    code = Done;
    return loaded;
}

void sayWhoIsAbsent(const Options& options, const Simulation& simulation)
{
    if (options.has(QStringLiteral("quiet")) || simulation.policy().rows.empty())
        return;
    std::unordered_set<std::string_view> exact;
    std::unordered_set<std::string_view> above; // every domain, and every domain above one
    for (std::size_t row = 0; row < simulation.domainCount(); ++row) {
        std::string_view name = simulation.traffic(row).key;
        exact.insert(name);
        while (above.insert(name).second) {
            const std::size_t dot = name.find('.');
            if (dot == std::string_view::npos)
                break;
            name.remove_prefix(dot + 1);
        }
    }
    constexpr int few = 5;
    int absent = 0;
    for (const auto& [scope, requirement] : simulation.policy().rows) {
        if ((scope.subdomains ? above : exact).contains(scope.domain))
            continue;
        if (++absent <= few)
            complain(Cli::tr("There is no mail of %1 in these logs.").arg(QString::fromStdString(scope.text())));
    }
    if (absent > few)
        complain(Cli::tr("Nor of %n other domain(s) with a requirement.", nullptr, absent - few));
}

} // namespace waxseal::cli
