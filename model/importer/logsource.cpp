// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/importer/logsource.h"

#include "model/records/elsewhere.h"
#include "model/servers/otherservers.h"

#include "model/core/bytes.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <filesystem>
#include <tuple>

namespace waxseal {

namespace {

constexpr std::size_t headBytes = 256 * 1024;
constexpr std::uint32_t headHashBytes = 1024;
constexpr std::uint32_t shortestHead = 64; // below this a head says nothing about a file
constexpr std::uint64_t readAheadFrom = 4 * 1024 * 1024;
constexpr qsizetype mostFiles = 10'000;
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

} // namespace

std::vector<char> readHead(ByteStream& stream)
{
    std::vector<char> head(headBytes);
    head.resize(readFully(stream, head));
    return head;
}

namespace {

struct Head
{
    bool isLog = false;
    const Server* server = nullptr;
    bool isOwnForm = false;
    QString unusable;
    std::string_view other; ///< a server whose logs are not read
    qint64 firstTime = 0;
    int guessedYear = 0; ///< of the first stamp, where it names none
    std::vector<std::string> hosts;
};

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

Head inspectSyslog(std::string_view bytes, const ImportOptions& options, const TimeStampReader& times)
{
    Head head;
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
void inspectOwnForms(std::string_view bytes, const ImportOptions& options, const TimeStampReader& times, Head& head)
{
    constexpr int mostRecords = 500;
    int most = 0;
    for (const Server& server : servers()) {
        std::unique_ptr<LineEnvelope> envelope;
        if (server.makeEnvelope != nullptr && isWanted(server, options))
            envelope = server.makeEnvelope(bytes);
        if (envelope == nullptr)
            continue;
        Head own;
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

Head inspect(std::string_view bytes, const ImportOptions& options, const TimeStampReader& times)
{
    Head head = inspectSyslog(bytes, options, times);
    if (head.server == nullptr)
        inspectOwnForms(bytes, options, times, head);
    return head;
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

ImportNote skipped(const QString& path, const QString& reason)
{
    return {ImportNote::Code::SkippedFile, 0, path, reason};
}

} // namespace

LogForm formOf(std::string_view head, const ImportOptions& options, const TimeStampReader& times)
{
    const Head found = inspect(head, options, times);
    return {found.server, found.isOwnForm};
}

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
        return {{}, skipped(path, opened.error().detail)};
    }
    std::unique_ptr<ByteStream> stream = std::make_unique<StoppableStream>(std::move(*opened), stop);
    std::vector<char> headBuffer = readHead(*stream);
    const std::string_view bytes(headBuffer.data(), headBuffer.size());
    if (bytes.empty()) {
        if (stream->error())
            return {{}, ImportNote{ImportNote::Code::DamagedArchive, 0, path, stream->error()->detail}};
        if (!isRepeatable && known.readUntil(path) > 0) // the journal holds nothing that is later
            return {{}, ImportNote{ImportNote::Code::AlreadyRead, 0, path, {}}};
        return {{}, skipped(path, QStringLiteral("empty"))};
    }

    const QFileInfo info(path);
    const bool isFile = !isBrought && path != QLatin1StringView("-") && info.isFile();
    const bool piped = isBrought ? !isRepeatable : !isFile; // standard input, a shell's <(…), the journal
    const QDateTime changed = isFile ? info.lastModified() : QDateTime::currentDateTimeUtc();
    const TimeStampReader times(options.zone, 0, changed.toMSecsSinceEpoch() * 1000);
    Head head = inspect(bytes, options, times);
    if (!head.unusable.isEmpty())
        return {{}, ImportNote{ImportNote::Code::UnusableRendering, 0, path, head.unusable}};
    if (head.server == nullptr)
        head.server = serverOf(options.format);
    const QString unread = head.other.empty()
        ? QString()
        : QStringLiteral("log of ") + QLatin1StringView(head.other.data(), static_cast<qsizetype>(head.other.size()));
    // A syslog without a mail server's line so far may have some later; who knows after reading it.
    if (head.server == nullptr && !head.isLog)
        return {{}, skipped(path, unread.isEmpty() ? QStringLiteral("not a mail log") : unread)};

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
            return {{}, skipped(path, QStringLiteral("changed"))};
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

void setYear(LogSource& source, int year, bool isGiven, const ImportOptions& options)
{
    const QDateTime first = QDateTime::fromMSecsSinceEpoch(source.firstTime / 1000, Qt::UTC);
    const qint64 moved = first.addYears(year - source.guessedYear).toMSecsSinceEpoch() - source.firstTime / 1000;
    source.firstTime += moved * 1000;
    if (isGiven || year != source.guessedYear)
        source.times.emplace(options.zone, year, source.changed * 1000);
}

namespace {

/** Where a set of days of the year begins: behind the longest time without any. */
std::size_t beginOfCycle(const std::vector<LogSource*>& byDay)
{
    const auto dayOf = [](const LogSource* source) {
        return QDateTime::fromMSecsSinceEpoch(source->firstTime / 1000, Qt::UTC).date().dayOfYear();
    };
    std::size_t begin = 0;
    int longest = 0;
    for (std::size_t i = 0; i < byDay.size(); ++i) {
        const int before = i > 0 ? dayOf(byDay[i - 1]) : dayOf(byDay.back()) - 366;
        if (dayOf(byDay[i]) - before > longest) {
            longest = dayOf(byDay[i]) - before;
            begin = i;
        }
    }
    return begin;
}

} // namespace

void placeInYears(std::vector<LogSource>& sources, const ImportOptions& options)
{
    std::vector<LogSource*> yearless;
    for (LogSource& source : sources) {
        if (source.guessedYear != 0)
            yearless.push_back(&source);
    }
    if (yearless.empty())
        return;
    const auto [oldest, newest] = std::minmax_element(yearless.begin(), yearless.end(),
        [](const LogSource* a, const LogSource* b) { return a->changed < b->changed; });
    constexpr qint64 twoDays = 2 * 86'400'000;
    const bool areCopies = yearless.size() > 1 && (*newest)->changed - (*oldest)->changed < twoDays;
    if (areCopies) {
        // Copied files: their last change says nothing of each of them. They follow one another in the circle of the
        // year.
        std::sort(yearless.begin(), yearless.end(), [](const LogSource* a, const LogSource* b) {
            const auto day = [](const LogSource* source) {
                const QDateTime time = QDateTime::fromMSecsSinceEpoch(source->firstTime / 1000, Qt::UTC);
                return std::make_pair(time.date().dayOfYear(), time.time());
            };
            return day(a) < day(b);
        });
        const std::size_t begin = beginOfCycle(yearless);
        const std::size_t last = (begin + yearless.size() - 1) % yearless.size();
        const int first = options.year != 0 ? options.year : yearless[last]->guessedYear - (last < begin ? 1 : 0);
        for (std::size_t i = 0; i < yearless.size(); ++i)
            setYear(*yearless[i], first + (i < begin ? 1 : 0), options.year != 0, options);
        return;
    }
    if (options.year == 0)
        return;
    const LogSource* first = *std::min_element(yearless.begin(), yearless.end(),
        [](const LogSource* a, const LogSource* b) { return a->firstTime < b->firstTime; });
    const int shift = options.year - first->guessedYear;
    for (LogSource* source : yearless)
        setYear(*source, source->guessedYear + shift, true, options);
}

QStringList expandInputs(const QStringList& inputs, std::vector<ImportNote>& notes, const std::stop_token& stop)
{
    QStringList files;
    const auto noteNamesThatAreNoText = [&](const QString& folder) {
        std::error_code error;
        for (std::filesystem::directory_iterator entry(QFile::encodeName(folder).toStdString(), error), end;
             !error && entry != end; entry.increment(error)) {
            const std::string name = entry->path().filename().string();
            QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
            const QString text = decoder(QByteArrayView(name.data(), static_cast<qsizetype>(name.size())));
            if (decoder.hasError() || text.contains(QChar::ReplacementCharacter))
                notes.push_back(skipped(folder + QLatin1Char('/') + text, QString(nameIsNoText)));
        }
    };
    const auto addFolder = [&](const auto& self, const QString& folder, int depth) -> void {
        QDir dir(folder);
        dir.setSorting(QDir::Name);
        noteNamesThatAreNoText(folder);
        // Debian's rsyslog writes the same lines to mail.log and, by severity, to mail.info, mail.warn and mail.err.
        const bool hasMailLog = dir.exists(QStringLiteral("mail.log"));
        for (const QFileInfo& entry : dir.entryInfoList(QDir::Files | QDir::Readable | QDir::NoSymLinks)) {
            const QString base = entry.fileName();
            if (hasMailLog
                && (base.startsWith(u"mail.info") || base.startsWith(u"mail.warn") || base.startsWith(u"mail.err"))) {
                notes.push_back(skipped(entry.filePath(), QStringLiteral("part of mail.log")));
                continue;
            }
            if (files.size() < mostFiles)
                files.append(entry.filePath());
        }
        if (depth == 0)
            return;
        for (const QFileInfo& entry : dir.entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks))
            self(self, entry.filePath(), depth - 1);
    };
    for (const QString& input : inputs) {
        if (isElsewhere(input)) {
            const auto expanded = expandElsewhere(input, stop);
            if (expanded)
                files += *expanded;
            else
                notes.push_back(skipped(input, expanded.error().detail));
        } else if (input != QLatin1StringView("-") && QFileInfo(input).isDir())
            addFolder(addFolder, input, 4);
        else
            files.append(input);
    }
    files.removeDuplicates();
    return files;
}

} // namespace waxseal
