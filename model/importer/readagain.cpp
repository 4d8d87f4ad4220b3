// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/importer/readagain.h"

#include <algorithm>
#include <utility>

namespace waxseal {

namespace {

constexpr std::size_t mostHosts = 4096; // strangers write their names
constexpr std::size_t longestHost = 255;

std::vector<std::string> hostsOf(const LogSource& source)
{
    return source.hosts.empty() ? std::vector<std::string>{std::string()} : source.hosts;
}

/** The day and time within its year. */
std::pair<int, QTime> withinYear(qint64 time)
{
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(time / 1000, Qt::UTC);
    return {utc.date().dayOfYear(), utc.time()};
}

std::optional<LogSource> openOneAgain(
    const Piece& piece, const QString& path, const ImportOptions& options, const std::stop_token& stop)
{
    PieceIndex only;
    only.add(piece);
    const OpenedSource before = openSource(path, options, only, stop);
    if (!before.source || before.source->isPiped || !before.source->knownPiece
        || before.source->start != piece.consumed)
        return {};
    OpenedSource again = openSource(path, options, PieceIndex(), stop);
    if (!again.source)
        return {};
    LogSource& source = *again.source;
    if (source.guessedYear != 0 && piece.year != 0) {
        constexpr qint64 aDay = 86'400 * microsecondsPerSecond;
        const qint64 last = piece.day != 0 ? (piece.day + 1) * aDay - 1 : before.source->lastTime;
        const bool isOverNewYear = withinYear(source.firstTime) > withinYear(last);
        setYear(source, piece.year - (isOverNewYear ? 1 : 0), true, options);
        source.guessedYear = 0; // it is known
    }
    return std::move(again.source);
}

} // namespace

bool isOlder(const LogSource& source, const ImportState& state)
{
    constexpr qint64 disorder = 10 * microsecondsPerSecond; // lines of one moment, written by several programs
    if (source.knownPiece || state.pieces.empty())
        return false;
    if (state.hosts.empty()) // saved by a version that did not write them down
        return state.firstTime != 0 && source.firstTime < state.firstTime;
    const std::vector<std::string> hosts = hostsOf(source);
    return std::any_of(hosts.begin(), hosts.end(), [&](const std::string& host) {
        const auto read = state.hosts.find(host);
        return read != state.hosts.end()
            && (source.firstTime <= read->second.first || source.firstTime < read->second.last - disorder);
    });
}

bool isOfKnownHost(const LogSource& source, const ImportState& state)
{
    const std::vector<std::string> hosts = hostsOf(source);
    return std::any_of(hosts.begin(), hosts.end(), [&](const std::string& host) { return state.hosts.contains(host); });
}

void noteTimes(const LogSource& source, ImportState& state)
{
    if (source.isPiped)
        state.isRepeatable = false;
    if (source.mailRecords == 0)
        return;
    for (const std::string& host : hostsOf(source)) {
        if (host.size() > longestHost || (state.hosts.size() >= mostHosts && !state.hosts.contains(host)))
            continue;
        const auto [read, isNew] = state.hosts.try_emplace(host, TimeSpan{source.firstTime, source.clock.now()});
        read->second.first = std::min(read->second.first, source.firstTime);
        read->second.last = std::max(read->second.last, source.clock.now());
    }
}

std::optional<std::vector<LogSource>> openAgain(const ImportState& state, const std::vector<LogSource>& sources,
    const ImportOptions& options, const std::stop_token& stop)
{
    if (!state.isRepeatable)
        return {};
    std::vector<QString> paths;
    for (const Piece& piece : state.pieces)
        paths.push_back(piece.path);
    for (const LogSource& source : sources) {
        if (!source.knownPiece)
            continue;
        if (source.isPiped)
            return {};
        paths[*source.knownPiece] = source.path;
    }
    std::vector<LogSource> again;
    for (std::size_t i = 0; i < paths.size(); ++i) {
        std::optional<LogSource> opened = openOneAgain(state.pieces[i], paths[i], options, stop);
        if (!opened || stop.stop_requested())
            return {};
        again.push_back(std::move(*opened));
    }
    return again;
}

} // namespace waxseal
