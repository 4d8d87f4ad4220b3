// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/importer/loghead.h"

#include "model/core/bytes.h"
#include "model/records/recordreader.h"
#include "model/records/streamclock.h"
#include "model/servers/otherservers.h"
#include "model/servers/servers.h"

#include <algorithm>
#include <array>

namespace waxseal {

namespace {

constexpr std::size_t headBytes = 256 * 1024;

bool isWanted(const Server& server, const ImportOptions& options)
{
    return options.format == "auto" || options.format == server.id;
}

std::unique_ptr<ByteStream> streamOf(std::string_view bytes)
{
    return prefixedStream(std::vector<char>(bytes.begin(), bytes.end()), nullptr);
}

/** A line of a JSON object that is spread over lines: `"MESSAGE" : …`, whatever the key of the text. */
bool isJsonMember(std::string_view line)
{
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    std::string_view key;
    if (!takePrefix(line, "\"") || !takeUntil(line, "\"", key))
        return false;
    constexpr std::array texts{"MESSAGE", "message", "log", "msg", "short_message", "line"};
    return std::find(texts.begin(), texts.end(), key) != texts.end();
}

/** What looks for forms of the servers' logs that leave out what is needed. */
std::vector<std::unique_ptr<HeadCheck>> headChecks(const ImportOptions& options)
{
    std::vector<std::unique_ptr<HeadCheck>> checks;
    for (const Server& server : servers()) {
        if (server.makeHeadCheck != nullptr && isWanted(server, options))
            checks.push_back(server.makeHeadCheck());
    }
    return checks;
}

/** The first reason word that one of them has; empty when nothing is missing. */
QString unusableBy(const std::vector<std::unique_ptr<HeadCheck>>& checks, bool isClaimed)
{
    for (const auto& check : checks) {
        const std::string_view reason = check->unusable(isClaimed);
        if (!reason.empty())
            return QString::fromLatin1(reason.data(), static_cast<qsizetype>(reason.size()));
    }
    return {};
}

/** The name of a form of a mail log that leaves out what is needed, where no line could be read; empty when it is none.
 */
QString unusableForm(std::string_view bytes, const std::vector<std::unique_ptr<HeadCheck>>& checks)
{
    LineReader lines(streamOf(bytes), 0);
    std::string_view line;
    constexpr int mostLines = 2000;
    bool isJson = false;
    for (int i = 0; i < mostLines && lines.next(line); ++i) {
        isJson = isJson || (i == 0 && (line == "{" || line == "["));
        if (isJson && isJsonMember(line))
            return QStringLiteral("json-pretty");
        if (i == 0 && line.find(',') != std::string_view::npos
            && (line.find("message") != std::string_view::npos || line.find("Message") != std::string_view::npos)
            && line.find('{') == std::string_view::npos)
            return QStringLiteral("csv");
        for (const auto& check : checks) {
            const std::string_view reason = check->seeLine(line);
            if (!reason.empty())
                return QString::fromLatin1(reason.data(), static_cast<qsizetype>(reason.size()));
        }
    }
    return unusableBy(checks, false);
}

LogHead inspectSyslog(std::string_view bytes, const ImportOptions& options, const TimeStampReader& times)
{
    LogHead head;
    RecordReader reader(LineReader(streamOf(bytes), 0), times);
    LogRecord record;
    const auto checks = headChecks(options);
    std::array<qint64, 3> times3{};
    constexpr int mostRecords = 2000;
    for (int i = 0; i < mostRecords && reader.next(record); ++i) {
        head.isLog = true;
        if (static_cast<std::size_t>(i) < times3.size())
            times3.at(static_cast<std::size_t>(i)) = record.time;
        for (const auto& check : checks)
            check->see(record, reader.envelope() == Envelope::Ecs);
        const std::string host(record.host);
        if (head.hosts.size() < 64 && std::find(head.hosts.begin(), head.hosts.end(), host) == head.hosts.end())
            head.hosts.push_back(host);
        if (head.server == nullptr) {
            for (const Server& server : servers()) {
                if (head.server == nullptr && isWanted(server, options) && server.claims(record.program, record.text))
                    head.server = &server;
            }
        }
    }
    // The first stamp, unless the next two agree that it is a stray.
    const auto isApart = [](qint64 a, qint64 b) { return b != 0 && std::abs(a - b) > StreamClock::leap; };
    const bool isStray = isApart(times3[0], times3[1]) && times3[2] != 0 && !isApart(times3[1], times3[2]);
    head.firstTime = isStray ? times3[1] : times3[0];
    head.guessedYear = reader.times().inferredYear();
    if (head.isLog) {
        head.unusable = unusableBy(checks, head.server != nullptr);
        return head;
    }
    head.other = otherServer(bytes);
    head.unusable = unusableForm(bytes, checks);
    return head;
}

/** Whose own file this is, if it is one: of whose form most lines are. */
void inspectOwnForms(std::string_view bytes, const ImportOptions& options, const TimeStampReader& times, LogHead& head)
{
    constexpr int mostRecords = 500;
    int most = 0;
    for (const Server& server : servers()) {
        std::unique_ptr<LineEnvelope> envelope;
        if (server.makeEnvelope != nullptr && isWanted(server, options))
            envelope = server.makeEnvelope(bytes);
        if (envelope == nullptr)
            continue;
        LogHead own;
        own.server = &server;
        own.isLog = own.isOwnForm = true;
        int claimed = 0;
        RecordReader reader(LineReader(streamOf(bytes), 0), times, std::move(envelope));
        LogRecord record;
        for (int i = 0; i < mostRecords && reader.next(record); ++i) {
            if (!server.claims(record.program, record.text))
                continue;
            if (claimed++ == 0)
                own.firstTime = record.time;
            const std::string host(record.host);
            if (own.hosts.size() < 64 && std::find(own.hosts.begin(), own.hosts.end(), host) == own.hosts.end())
                own.hosts.push_back(host);
        }
        own.guessedYear = reader.times().inferredYear();
        if (claimed > most) {
            most = claimed;
            head = std::move(own);
        }
    }
}

} // namespace

std::vector<char> readHead(ByteStream& stream)
{
    std::vector<char> head(headBytes);
    head.resize(readFully(stream, head));
    return head;
}

LogHead inspectHead(std::string_view bytes, const ImportOptions& options, const TimeStampReader& times)
{
    LogHead head = inspectSyslog(bytes, options, times);
    if (head.server == nullptr)
        inspectOwnForms(bytes, options, times, head);
    return head;
}

} // namespace waxseal
