// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The log lines behind a figure.

#include "model/importer/importer.h"
#include "model/importer/recordreader.h"
#include "model/postfix/postfixparser.h"
#include "model/spam/spamscanner.h"

#include <QFileInfo>

namespace waxseal {

namespace {

constexpr std::uint64_t lookAround = 1024 * 1024;
constexpr std::size_t mostLines = 400;

/** A line near the place, understood as far as it matters here. */
struct NearLine
{
    LogLine line;
    std::string host;
    std::uint32_t pid = 0;
    PostfixProgram program = PostfixProgram::None;
    PostfixEvent::Kind kind = PostfixEvent::Kind::None;
    std::string queueId;
};

/** "NAME: …", the queue id at the front, where a line has one. */
std::string queueIdOf(PostfixProgram program, const LogRecord& record, const PostfixEvent& event)
{
    if (!event.queueId.empty())
        return std::string(event.queueId);
    if (program == PostfixProgram::None) {
        const SpamScanner* scanner = spamScanner(record.program);
        const auto report = scanner == nullptr ? std::nullopt : scanner->parse(record.text);
        return report ? std::string(report->queueId) : std::string();
    }
    // Lines without a meaning of their own (reject_warning, header checks) still belong to their message.
    return std::string(leadingQueueId(record.text));
}

} // namespace

Result<std::vector<LogLine>> readEvidence(const QString& path, std::uint64_t offset)
{
    auto opened = openStream(path);
    if (!opened)
        return opened.error();
    const std::uint64_t start = offset > lookAround ? offset - lookAround : 0;
    if (start > 0 && !(*opened)->skip(start))
        return Error{ErrorCode::CannotRead, path, {}};

    const qint64 changed = QFileInfo(path).lastModified().toMSecsSinceEpoch() * 1000;
    RecordReader reader(LineReader(std::move(*opened), start), TimeStampReader(QTimeZone::utc(), 0, changed));
    std::vector<NearLine> lines;
    std::size_t focus = SIZE_MAX;
    LogRecord record;
    while (reader.next(record) && record.offset <= offset + lookAround) {
        if (start > 0 && lines.empty() && record.offset == start && offset != start)
            continue; // most likely the rest of a cut line
        NearLine near;
        near.program = postfixProgram(record.program);
        const PostfixEvent event = parsePostfix(near.program, record.text);
        near.kind = event.kind;
        near.queueId = queueIdOf(near.program, record, event);
        near.host = record.host;
        near.pid = record.pid;
        near.line.offset = record.offset;
        if (!reader.isReadableLine()) {
            // As journalctl -o short-iso would print it: the stored form is not for reading.
            const QByteArray stamp
                = QDateTime::fromMSecsSinceEpoch(record.time / 1000, Qt::UTC).toString(Qt::ISODate).toLatin1();
            near.line.text = stamp + ' ' + QByteArray::fromStdString(near.host) + ' '
                + QByteArray(record.program.data(), static_cast<qsizetype>(record.program.size())) + '['
                + QByteArray::number(record.pid)
                + "]: " + QByteArray(record.text.data(), static_cast<qsizetype>(record.text.size()));
        } else {
            // The header and the text lie in one line: from its first byte to the end of the text.
            const std::string_view whole = reader.currentLine();
            near.line.text = QByteArray(whole.data(), static_cast<qsizetype>(whole.size()));
        }
        if (record.offset == offset)
            focus = lines.size();
        lines.push_back(std::move(near));
    }
    if (focus == SIZE_MAX)
        return Error{ErrorCode::CannotRead, path, {}};

    const NearLine& at = lines[focus];
    std::vector<bool> wanted(lines.size());
    wanted[focus] = true;
    const auto sameProcess = [&](const NearLine& line) {
        return line.pid == at.pid && line.host == at.host && line.program == at.program;
    };
    for (std::size_t i = focus; i-- > 0;) { // the session back to its beginning
        if (!sameProcess(lines[i]))
            continue;
        if (lines[i].kind == PostfixEvent::Kind::Disconnect)
            break;
        if (at.kind == PostfixEvent::Kind::Delivery && lines[i].kind == PostfixEvent::Kind::Delivery
            && lines[i].queueId != at.queueId)
            break; // another message's delivery
        wanted[i] = true;
        if (lines[i].kind == PostfixEvent::Kind::Connect)
            break;
    }
    if (at.kind != PostfixEvent::Kind::Delivery) { // and on to its end
        for (std::size_t i = focus + 1; i < lines.size(); ++i) {
            if (!sameProcess(lines[i]))
                continue;
            if (lines[i].kind == PostfixEvent::Kind::Connect)
                break;
            wanted[i] = true;
            if (lines[i].kind == PostfixEvent::Kind::Disconnect)
                break;
        }
    }
    if (!at.queueId.empty()) { // the message until it is removed; queue ids come back after that
        for (std::size_t i = focus; i < lines.size(); ++i) {
            if (lines[i].queueId != at.queueId)
                continue;
            if (i > focus && lines[i].kind == PostfixEvent::Kind::MessageBegins)
                break;
            wanted[i] = true;
            if (lines[i].kind == PostfixEvent::Kind::Removed)
                break;
        }
    }

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
