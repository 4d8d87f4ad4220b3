// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The log lines behind a figure.

#include "model/importer/importer.h"
#include "model/importer/loghead.h"
#include "model/records/recordreader.h"
#include "model/servers/servers.h"
#include "model/spam/spamscanner.h"

#include <QFileInfo>

#include <algorithm>

namespace waxseal {

namespace {

constexpr std::uint64_t lookAround = 1024 * 1024;
constexpr std::size_t mostLines = 400;

/** A line near the place, and what it is to those around it. */
struct NearLine
{
    LogLine line;
    std::string host;
    LineRole role;
    const Server* server = nullptr;
};

/** Whose record it is: that of the file's own form, or of the first that claims it, else of the first that hears it. */
const Server* serverOfRecord(const LogHead& form, const LogRecord& record)
{
    if (form.isOwnForm)
        return form.server;
    const Server* hearer = nullptr;
    for (const Server& server : servers()) {
        if (!server.hears(record.program))
            continue;
        if (server.claims(record.program, record.text))
            return &server;
        if (hearer == nullptr)
            hearer = &server;
    }
    return hearer != nullptr ? hearer : form.server;
}

LineRole roleOf(const Server* server, const LogRecord& record)
{
    LineRole role;
    if (server != nullptr)
        role = server->roleOf(record);
    if (!role.message.empty())
        return role;
    const SpamScanner* scanner = spamScanner(record.program);
    if (const auto report = scanner == nullptr ? std::nullopt : scanner->parse(record.text))
        role.message.assign(report->queueId);
    return role;
}

/** As a person can read it: the line as it stands, or what a stored form says. */
QByteArray textOf(const RecordReader& reader, const LogRecord& record)
{
    const auto bytes
        = [](std::string_view text) { return QByteArray(text.data(), static_cast<qsizetype>(text.size())); };
    if (reader.isReadableLine())
        return bytes(reader.currentLine()); // the header and the text lie in one line
    // As journalctl -o short-iso would print it.
    const QByteArray stamp
        = QDateTime::fromMSecsSinceEpoch(record.time / 1000, Qt::UTC).toString(Qt::ISODate).toLatin1();
    return stamp + ' ' + bytes(record.host) + ' ' + bytes(record.program) + '[' + QByteArray::number(record.pid)
        + "]: " + bytes(record.text);
}

/** The session of the line in focus, back to its beginning and on to its end. */
void chooseSession(const std::vector<NearLine>& lines, std::size_t focus, std::vector<bool>& wanted)
{
    using Part = LineRole::Part;
    const NearLine& at = lines[focus];
    if (at.role.session.empty())
        return;
    const auto isSame = [&](const NearLine& line) {
        return line.role.session == at.role.session && line.host == at.host && line.server == at.server;
    };
    for (std::size_t i = focus; i-- > 0;) {
        if (!isSame(lines[i]))
            continue;
        if (lines[i].role.ofSession == Part::Ends)
            break;
        if (at.role.isDelivery && lines[i].role.isDelivery && lines[i].role.message != at.role.message)
            break; // another message's delivery
        wanted[i] = true;
        if (lines[i].role.ofSession == Part::Begins)
            break;
    }
    if (at.role.isDelivery)
        return;
    for (std::size_t i = focus + 1; i < lines.size(); ++i) {
        if (!isSame(lines[i]))
            continue;
        if (lines[i].role.ofSession == Part::Begins)
            break;
        wanted[i] = true;
        if (lines[i].role.ofSession == Part::Ends)
            break;
    }
}

/** The message of the line in focus until it is over, and from its beginning where its id does not come back. */
void chooseMessage(const std::vector<NearLine>& lines, std::size_t focus, std::vector<bool>& wanted)
{
    using Part = LineRole::Part;
    const NearLine& at = lines[focus];
    if (at.role.message.empty())
        return;
    for (std::size_t i = focus; i < lines.size(); ++i) {
        if (lines[i].role.message != at.role.message)
            continue;
        if (i > focus && lines[i].role.ofMessage == Part::Begins)
            break;
        wanted[i] = true;
        if (lines[i].role.ofMessage == Part::Ends)
            break;
    }
    if (at.server == nullptr || at.server->idsComeBack)
        return;
    for (std::size_t i = focus; i-- > 0;) {
        if (lines[i].role.message != at.role.message)
            continue;
        wanted[i] = true;
        if (lines[i].role.ofMessage == Part::Begins)
            break;
    }
}

/** The lines within reach of a place; sets `focus` to the one at it, or leaves it. */
std::vector<NearLine> readAround(
    RecordReader& reader, const LogHead& form, std::uint64_t start, std::uint64_t offset, std::size_t& focus)
{
    std::vector<NearLine> lines;
    LogRecord record;
    while (reader.next(record) && record.offset <= offset + lookAround) {
        if (start > 0 && lines.empty() && record.offset == start && offset != start)
            continue; // most likely the rest of a cut line
        NearLine near;
        near.server = serverOfRecord(form, record);
        near.role = roleOf(near.server, record);
        near.host = record.host;
        near.line.offset = record.offset;
        near.line.text = textOf(reader, record);
        if (record.offset == offset)
            focus = lines.size();
        lines.push_back(std::move(near));
    }
    return lines;
}

} // namespace

Result<std::vector<LogLine>> readEvidence(const QString& path, std::uint64_t offset)
{
    auto opened = openStream(path);
    if (!opened)
        return opened.error();
    const qint64 changed = QFileInfo(path).lastModified().toMSecsSinceEpoch() * 1000;
    const TimeStampReader times(QTimeZone::utc(), 0, changed);
    const std::vector<char> head = readHead(**opened);
    const std::string_view headText(head.data(), head.size());
    const LogHead form = inspectHead(headText, ImportOptions(), times);
    opened = openStream(path);
    if (!opened)
        return opened.error();
    const std::uint64_t start = offset > lookAround ? offset - lookAround : 0;
    if (start > 0 && !(*opened)->skip(start))
        return Error{ErrorCode::CannotRead, path, {}};

    RecordReader reader(LineReader(std::move(*opened), start), times,
        form.isOwnForm ? form.server->makeEnvelope(headText) : std::unique_ptr<LineEnvelope>());
    std::size_t focus = SIZE_MAX;
    std::vector<NearLine> lines = readAround(reader, form, start, offset, focus);
    if (focus == SIZE_MAX)
        return Error{ErrorCode::CannotRead, path, {}};

    std::vector<bool> wanted(lines.size());
    wanted[focus] = true;
    chooseSession(lines, focus, wanted);
    chooseMessage(lines, focus, wanted);
    std::vector<LogLine> out;
    for (std::size_t i = 0; i < lines.size() && out.size() < mostLines; ++i) {
        if (!wanted[i])
            continue;
        out.push_back(std::move(lines[i].line));
        out.back().isFocus = i == focus;
    }
    return out;
}

} // namespace waxseal
