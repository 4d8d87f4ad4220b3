// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/importer/logsource.h"

#include "model/importer/inputfiles.h"
#include "model/importer/loghead.h"
#include "model/records/elsewhere.h"
#include "model/servers/servers.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QFileInfo>

#include <algorithm>
#include <tuple>

namespace waxseal {

namespace {

constexpr std::uint32_t headHashBytes = 1024;
constexpr std::uint32_t shortestHead = 64; // below this a head says nothing about a file
constexpr std::uint64_t readAheadFrom = 4 * 1024 * 1024;
constexpr qint64 farFuture = 366 * 86'400 * microsecondsPerSecond;
constexpr qint64 farPast = 631'152'000 * microsecondsPerSecond; // 1990

/** Ends when the import is cancelled: a reader may be far from its next record, and a pump waits for its reader. */
class StoppableStream : public ByteStream
{
public:
    StoppableStream(std::unique_ptr<ByteStream> inner, std::stop_token stop)
        : m_inner(std::move(inner))
        , m_stop(std::move(stop))
    {
    }

    std::size_t read(std::span<char> buffer) override
    {
        const std::size_t got = m_stop.stop_requested() ? 0 : m_inner->read(buffer);
        if (got == 0)
            m_error = m_inner->error();
        return got;
    }
    bool skip(std::uint64_t count) override
    {
        return m_inner->isCompressed() ? ByteStream::skip(count) : m_inner->skip(count);
    }
    std::uint64_t rawPosition() const override { return m_inner->rawPosition(); }
    bool isFinal() const override { return m_inner->isFinal(); }
    bool isCompressed() const override { return m_inner->isCompressed(); }

private:
    std::unique_ptr<ByteStream> m_inner;
    std::stop_token m_stop;
};

QByteArray hashOf(std::string_view bytes)
{
    return QCryptographicHash::hash(
        QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())), QCryptographicHash::Sha256);
}

/** Where years go on from the last line that was read, and its time. */
std::pair<TimeStampReader, qint64> resumedAt(std::string_view tail, const Piece& piece, const ImportOptions& options,
    const QDateTime& changed, std::unique_ptr<LineEnvelope> envelope)
{
    TimeStampReader times(options.zone, piece.year, changed.toMSecsSinceEpoch() * 1000);
    if (piece.day != 0)
        times.resume(piece.day, piece.suspectDay);
    const std::size_t lineEnd = tail.size() > 1 ? tail.rfind('\n', tail.size() - 2) : std::string_view::npos;
    const std::string_view last = tail.substr(lineEnd == std::string_view::npos ? 0 : lineEnd + 1);
    std::vector<char> line(last.begin(), last.end());
    line.push_back('\n');
    RecordReader reader(LineReader(prefixedStream(std::move(line), nullptr), 0), times, std::move(envelope));
    LogRecord record;
    const bool understood = reader.next(record);
    times = reader.times();
    if (piece.day != 0)
        times.resume(piece.day, piece.suspectDay); // the line has been read twice, and must not agree with itself
    return {times, understood ? record.time : 0};
}

} // namespace

void PieceIndex::add(const Piece& piece)
{
    if (piece.headLength >= shortestHead)
        m_byLength[piece.headLength].try_emplace(piece.headHash.toStdString(), m_pieces.size());
    m_pieces.push_back(piece);
}

qint64 PieceIndex::readUntil(const QString& path) const
{
    qint64 latest = 0;
    for (const Piece& piece : m_pieces) {
        if (piece.path == path)
            latest = std::max(latest, piece.clock);
    }
    return latest == 0 ? 0 : latest + 1;
}

std::optional<std::size_t> PieceIndex::find(std::string_view bytes) const
{
    std::optional<std::size_t> first;
    for (const auto& [length, byHash] : m_byLength) {
        if (length > bytes.size())
            break;
        const auto found = byHash.find(hashOf(bytes.substr(0, length)).toStdString());
        if (found != byHash.end() && (!first || found->second < *first))
            first = found->second;
    }
    return first;
}

OpenedSource openSource(
    const QString& path, const ImportOptions& options, const PieceIndex& known, const std::stop_token& stop)
{
    const bool isBrought = isElsewhere(path);
    const bool isRepeatable = !isBrought || isRepeatableElsewhere(path);
    auto opened = openStream(path, isRepeatable ? 0 : known.readUntil(path), stop);
    if (!opened) {
        if (opened.error().code == ErrorCode::DamagedArchive)
            return {{}, ImportNote{ImportNote::Code::DamagedArchive, 0, path, opened.error().detail}};
        return {{}, skippedFile(path, opened.error().detail)};
    }
    std::unique_ptr<ByteStream> stream = std::make_unique<StoppableStream>(std::move(*opened), stop);
    std::vector<char> headBuffer = readHead(*stream);
    const std::string_view bytes(headBuffer.data(), headBuffer.size());
    if (bytes.empty()) {
        if (stream->error())
            return {{}, ImportNote{ImportNote::Code::DamagedArchive, 0, path, stream->error()->detail}};
        if (!isRepeatable && known.readUntil(path) > 0) // the journal holds nothing that is later
            return {{}, ImportNote{ImportNote::Code::AlreadyRead, 0, path, {}}};
        return {{}, skippedFile(path, QStringLiteral("empty"))};
    }

    const QFileInfo info(path);
    const bool isFile = !isBrought && path != QLatin1StringView("-") && info.isFile();
    const bool piped = isBrought ? !isRepeatable : !isFile; // standard input, a shell's <(…), the journal
    const QDateTime changed = isFile ? info.lastModified() : QDateTime::currentDateTimeUtc();
    const TimeStampReader times(options.zone, 0, changed.toMSecsSinceEpoch() * 1000);
    LogHead head = inspectHead(bytes, options, times);
    if (!head.unusable.isEmpty())
        return {{}, ImportNote{ImportNote::Code::UnusableRendering, 0, path, head.unusable}};
    if (head.server == nullptr)
        head.server = serverOf(options.format);
    const QString unread = head.other.empty()
        ? QString()
        : QStringLiteral("log of ") + QLatin1StringView(head.other.data(), static_cast<qsizetype>(head.other.size()));
    // A syslog without a mail server's line so far may have some later; who knows after reading it.
    if (head.server == nullptr && !head.isLog)
        return {{}, skippedFile(path, unread.isEmpty() ? QStringLiteral("not a mail log") : unread)};

    LogSource source;
    source.path = path;
    source.isPiped = piped;
    source.changed = changed.toMSecsSinceEpoch();
    source.diskSize = !isFile ? 0 : static_cast<std::uint64_t>(std::max<qint64>(info.size(), 0));
    source.server = head.server;
    source.isOwnForm = head.isOwnForm;
    if (head.isOwnForm)
        source.envelope = head.server->makeEnvelope(bytes);
    source.ifNoMail = unread.isEmpty() ? QStringLiteral("no mail lines") : unread;
    source.firstTime = head.firstTime;
    source.guessedYear = head.guessedYear;
    source.hosts = std::move(head.hosts);

    const auto length = static_cast<std::uint32_t>(std::min<std::size_t>(bytes.size(), headHashBytes));
    if (const auto place = known.find(bytes)) {
        source.knownPiece = place;
        source.piece = known.at(*place);
        source.start = source.piece.consumed;
    }
    if (!piped || !source.knownPiece)
        source.piece.path = path;
    source.piece.headLength = length;
    source.piece.headHash = hashOf(bytes.substr(0, length));
    source.times = times;

    const std::string headText(source.isOwnForm ? bytes : std::string_view());
    stream = prefixedStream(std::move(headBuffer), std::move(stream));
    const auto envelope
        = [&] { return source.isOwnForm ? source.server->makeEnvelope(headText) : std::unique_ptr<LineEnvelope>(); };
    if (source.start > 0) {
        // The end of what was read must be there too, else the file only begins alike.
        std::vector<char> tail(source.piece.tailLength);
        if (source.start < tail.size() || !stream->skip(source.start - tail.size())
            || readFully(*stream, tail) < tail.size())
            return {{}, ImportNote{ImportNote::Code::AlreadyRead, 0, path, {}}}; // shorter: an older copy
        const std::string_view tailBytes(tail.data(), tail.size());
        if (hashOf(tailBytes) != source.piece.tailHash)
            return {{}, skippedFile(path, QStringLiteral("changed"))};
        source.guessedYear = 0;
        std::tie(source.times, source.lastTime) = resumedAt(tailBytes, source.piece, options, changed, envelope());
        source.firstTime = source.lastTime;
        source.clock = StreamClock(source.piece.clock, source.piece.suspect);
        if (!piped) { // a pipe cannot be read twice
            RecordReader peek(LineReader(std::move(stream), source.start), *source.times, envelope());
            LogRecord first;
            source.isExhausted = !peek.next(first);
            source.firstTime = StreamClock(source.clock).follow(first.time);
        }
    }
    if (piped)
        source.openStream = std::move(stream);
    return {std::move(source), {}};
}

bool LogSource::advance()
{
    hasRecord = pump->next(record);
    if (hasRecord) {
        record.clock = clock.follow(record.time);
        if (record.clock == 0) // nothing before it that could be believed
            record.clock = record.time;
        else if (clock.isAlone() && (record.time > record.clock + farFuture || record.time < farPast))
            record.time = record.clock; // no mail is of that day
    }
    return hasRecord;
}

bool LogSource::begin(const std::stop_token& stop)
{
    // No line is later than the file's last change, or than now; a year of grace for clocks that are wrong.
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    clock.setLatest(std::max(std::max(changed, now) * 1000, firstTime) + farFuture);
    std::unique_ptr<ByteStream> stream = std::move(openStream);
    if (stream == nullptr) {
        auto opened = waxseal::openStream(path, 0, stop);
        if (!opened)
            return false;
        stream = std::move(*opened);
        if (stream->isCompressed() && diskSize >= readAheadFrom)
            stream = readAhead(std::move(stream)); // decompression is as much work as all the rest
        stream = std::make_unique<StoppableStream>(std::move(stream), stop);
        // A file may have been rotated away since it was looked at: what bears its name must still begin as it did.
        std::vector<char> head(piece.headLength);
        if (readFully(*stream, head) < head.size() || hashOf({head.data(), head.size()}) != piece.headHash)
            return false;
        stream = prefixedStream(std::move(head), std::move(stream));
        if (!stream->skip(start))
            return false;
    }
    pump = std::make_unique<RecordPump>(
        std::make_unique<RecordReader>(LineReader(std::move(stream), start), *times, std::move(envelope)));
    return advance();
}

Piece pieceAfter(const LogSource& source)
{
    Piece piece = source.piece;
    const LineReader& lines = source.reader().lines();
    const std::string tail = lines.consumedTail();
    piece.consumed = lines.consumed();
    if (!tail.empty()) {
        piece.tailLength = static_cast<std::uint32_t>(tail.size());
        piece.tailHash = hashOf(tail);
    }
    if (source.reader().times().year() != 0)
        piece.year = source.reader().times().year();
    if (source.reader().times().day() != 0) {
        piece.day = source.reader().times().day();
        piece.suspectDay = source.reader().times().suspectDay();
    }
    piece.clock = source.clock.now();
    piece.suspect = source.clock.suspect();
    return piece;
}

} // namespace waxseal
