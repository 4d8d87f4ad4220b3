// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/importer/importer.h"

#include "model/importer/duplicatefilter.h"
#include "model/importer/importwatch.h"
#include "model/importer/inputfiles.h"
#include "model/importer/joiners.h"
#include "model/importer/logsource.h"
#include "model/importer/readagain.h"

#include <QCryptographicHash>

#include <algorithm>
#include <map>
#include <numeric>
#include <span>
#include <unordered_map>

namespace waxseal {

namespace {

/** Sources whose heads name a common host belong to one stream. */
std::vector<std::vector<LogSource*>> streamsOf(std::vector<LogSource>& sources)
{
    std::vector<std::size_t> parent(sources.size());
    std::iota(parent.begin(), parent.end(), std::size_t{0});
    const auto root = [&](std::size_t i) {
        while (parent[i] != i)
            i = parent[i] = parent[parent[i]];
        return i;
    };
    std::unordered_map<std::string, std::size_t> byHost;
    for (std::size_t i = 0; i < sources.size(); ++i) {
        for (const std::string& host : sources[i].hosts) {
            const auto [known, isNew] = byHost.emplace(host, i);
            if (!isNew)
                parent[root(i)] = root(known->second);
        }
    }
    std::map<std::size_t, std::vector<LogSource*>> groups;
    for (std::size_t i = 0; i < sources.size(); ++i)
        groups[root(i)].push_back(&sources[i]);
    std::vector<std::vector<LogSource*>> streams;
    for (auto& [first, members] : groups) {
        std::stable_sort(members.begin(), members.end(), [](const LogSource* a, const LogSource* b) {
            // Of files that begin in one moment the one that was begun before goes first, then the one that was
            // finished first.
            return std::make_tuple(a->firstTime, a->start == 0, a->changed)
                < std::make_tuple(b->firstTime, b->start == 0, b->changed);
        });
        streams.push_back(std::move(members));
    }
    return streams;
}

/** Notes and reports of what was read. */
void describe(const LogSource& source, ImportState& state)
{
    const RecordReader& reader = source.reader();
    const auto fromView
        = [](std::string_view text) { return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())); };
    SourceReport report;
    report.path = source.path;
    report.format = source.server == nullptr ? QString() : fromView(source.server->id);
    report.envelope = fromView(reader.envelopeName());
    if (reader.wrapper() != Wrapper::None)
        report.envelope.prepend(fromView(name(reader.wrapper())) + u'/');
    report.bytes = reader.lines().consumed() - source.piece.consumed;
    report.lines = reader.lineCount();
    report.skipped = reader.skipped();
    state.sources.push_back(report);

    using Code = ImportNote::Code;
    const auto note = [&](Code code, std::uint64_t count, const QString& detail = {}) {
        state.notes.push_back({code, count, source.path, detail});
    };
    if (reader.skipped() > 0)
        note(Code::SkippedLines, reader.skipped());
    if (reader.lines().overlongLines() > 0)
        note(Code::LineTooLong, reader.lines().overlongLines());
    if (reader.lines().hasPartialLine())
        note(Code::PartialLastLine, 1);
    if (reader.repeatedLines() > 0)
        note(Code::RepeatedLines, reader.repeatedLines());
    if (reader.times().inferredYear() != 0)
        note(Code::YearInferred, 0, QString::number(reader.times().inferredYear()));
    if (source.clock.strays() > 0)
        note(Code::StrayTimes, source.clock.strays());
    if (reader.lines().stream().error())
        note(Code::DamagedArchive, 0, reader.lines().stream().error()->detail);
    if (source.mailRecords == 0)
        note(Code::SkippedFile, 0, source.ifNoMail);
}

class Import
{
public:
    Import(ImportState& state, Joiners& joiners, Watch& watch)
        : m_state(state)
        , m_joiners(joiners)
        , m_watch(watch)
    {
    }

    /** Feeds one stream in time order; false when stopped. */
    bool run(const std::vector<LogSource*>& sources)
    {
        std::vector<LogSource*> active;
        std::size_t pending = 0;
        m_duplicates.forget();
        while (!active.empty() || pending < sources.size()) {
            if (m_watch.stopped())
                return false;
            // Past the bound the next file waits until one has ended, and is then read late rather than not at all.
            const bool mayBegin = pending < sources.size() && active.size() < mostAtOnce;
            const qint64 nextStart = mayBegin ? sources[pending]->firstTime : INT64_MAX;
            // What was written before the next file begins is read first, to the end of that moment; ties go to the
            // source that began first. So a rotated pair is read as it was written.
            const auto earliest = std::min_element(active.begin(), active.end(),
                [](const LogSource* a, const LogSource* b) { return a->place() < b->place(); });
            if (earliest == active.end() || (*earliest)->place() > nextStart) {
                begin(*sources[pending++], active);
                continue;
            }
            LogSource& source = **earliest;
            const auto index = static_cast<std::size_t>(&source - sources.front());
            qint64 last = 0;
            do {
                last = source.place();
                // Alone, it can only share the moment in which another ended or begins.
                const bool shared
                    = active.size() > 1 || last >= nextStart - DuplicateFilter::moment || m_duplicates.knowsOf(last);
                if (!(shared && m_duplicates.isDuplicate(source.record, index)) && !feed(source))
                    return false;
                source.advance();
            } while (active.size() == 1 && source.hasRecord && source.place() <= nextStart);
            if (!source.hasRecord) {
                if (active.size() == 1 && (source.firstTime < last || source.start > 0))
                    m_duplicates.forget(); // what begins in this moment goes on where it ended, and repeats nothing
                m_watch.finished(source.diskSize);
                finish(source);
                active.erase(earliest);
            }
        }
        return !m_watch.stopped(); // which also ends the file that is being read
    }

    std::uint64_t duplicates() const { return m_duplicates.dropped(); }

private:
    static constexpr std::size_t mostAtOnce = 32; // open files, a thread and a few megabytes each

    void begin(LogSource& source, std::vector<LogSource*>& active)
    {
        if (source.begin(m_watch.stop())) {
            active.push_back(&source);
            return;
        }
        using Code = ImportNote::Code;
        if (source.pump == nullptr)
            m_state.notes.push_back({Code::SkippedFile, 0, source.path, QStringLiteral("changed")});
        else if (source.start > 0)
            m_state.notes.push_back({Code::AlreadyRead, 0, source.path, {}});
        else
            m_state.notes.push_back({Code::SkippedFile, 0, source.path, source.ifNoMail});
    }

    /** Writes down what was read, and lets go of the file. */
    void finish(LogSource& source)
    {
        describe(source, m_state);
        noteTimes(source, m_state);
        const Piece piece = pieceAfter(source);
        if (source.knownPiece)
            m_state.pieces[*source.knownPiece] = piece;
        else if (source.path != QLatin1StringView("-"))
            m_state.pieces.push_back(piece);
        source.pump.reset();
    }

    bool feed(LogSource& source)
    {
        const LogRecord& record = source.record;
        const Server* server = m_joiners.consume(record, source.isOwnForm ? source.server : nullptr, source.file);
        if (server != nullptr) {
            ++source.mailRecords;
            if (source.server == nullptr)
                source.server = server;
            if (!source.clock.isAlone()) {
                if (m_state.firstTime == 0 || record.time < m_state.firstTime)
                    m_state.firstTime = record.time;
                if (record.time > m_state.lastTime)
                    m_state.lastTime = record.time;
            }
        }
        return m_watch.goOn(source, m_joiners);
    }

    ImportState& m_state;
    Joiners& m_joiners;
    Watch& m_watch;
    DuplicateFilter m_duplicates;
};

/** What was open in joiners that could not be taken up. */
void noteLost(const Joiners& joiners, ImportState& state)
{
    for (const Server* server : joiners.lost())
        state.notes.push_back({ImportNote::Code::OpenStateLost, 0, {}, {}, std::string(server->id)});
}

ImportResult finishResult(ImportState state, const Joiners& joiners)
{
    ImportResult result;
    result.excluded = state.excluded;
    auto facts = std::make_shared<FactTable>(state.settled);
    joiners.addOpen(*facts, result.excluded);
    result.facts = std::move(facts);
    result.state = std::move(state);
    return result;
}

} // namespace

namespace {

/** One importLogs(): batches of files into one state. */
class Session
{
public:
    Session(ImportState state, const ImportOptions& options, const ProgressSink& progress, std::stop_token stop,
        const MessageSink& messages)
        : m_state(std::move(state))
        , m_options(options)
        , m_messages(messages)
        , m_watch(progress, std::move(stop))
    {
        // What an earlier import said of its files is history.
        m_state.notes.clear();
        m_state.timeZone = options.zone.id().toStdString();
        m_state.internal = options.internal;
        m_state.localDomains = options.localDomains;
        m_state.routing = options.routing;
        m_state.forwarders = options.forwarders;
    }

    Result<ImportResult> run(const QStringList& inputs)
    {
        QStringList files = expandInputs(inputs, m_state.notes, m_watch.stop());
        if (files.isEmpty() && !m_state.notes.empty())
            m_refusal = Error{ErrorCode::CannotOpen, m_state.notes.front().subject, m_state.notes.front().detail};
        else if (files.isEmpty() && !inputs.isEmpty())
            refuse(inputs.first(), {ImportNote::Code::SkippedFile, 0, inputs.first(), QStringLiteral("no files")});
        // A second copy of a file waits until the first has been read: perhaps it goes on where that one ended.
        while (!files.isEmpty()) {
            QStringList copies;
            std::vector<LogSource> sources = open(files, copies);
            const std::vector<Piece> before = m_joiners == nullptr ? joinOlder(sources) : std::vector<Piece>();
            std::vector<LogSource> older = before.empty() ? takeOlder(sources) : std::vector<LogSource>();
            if (m_watch.stopped() || !readApart(older) || !read(sources))
                return Error{ErrorCode::Cancelled, {}, {}};
            if (const Piece* gone = missing(before))
                return Error{ErrorCode::CannotOpen, gone->path, QStringLiteral("changed")};
            files = std::move(copies);
        }
        if (m_joiners == nullptr && m_state.pieces.empty() && m_refusal)
            return *m_refusal;
        makeJoiners();
        m_joiners->finish();
        if (m_duplicates > 0)
            m_state.notes.push_back({ImportNote::Code::OverlappingFiles, m_duplicates, {}, {}});
        m_joiners->addNotes(m_state.notes);
        // What makes figures wrong comes before what explains them.
        std::stable_partition(
            m_state.notes.begin(), m_state.notes.end(), [](const ImportNote& note) { return isWarning(note.code); });
        m_state.joiners = m_joiners->save();
        const double seconds = m_watch.seconds();
        ImportResult result = finishResult(std::move(m_state), *m_joiners);
        result.seconds = seconds;
        return result;
    }

private:
    std::vector<LogSource> open(const QStringList& files, QStringList& copies)
    {
        std::vector<LogSource> sources;
        PieceIndex known;
        for (const Piece& piece : m_state.pieces)
            known.add(piece);
        for (const QString& path : files) {
            if (m_watch.stopped())
                break;
            OpenedSource opened = openSource(path, m_options, known, m_watch.stop());
            if (opened.note) {
                refuse(path, *opened.note);
                continue;
            }
            LogSource& source = *opened.source;
            if (source.knownPiece && *source.knownPiece >= m_state.pieces.size()) {
                copies.append(path);
                continue;
            }
            if (!source.knownPiece && source.piece.headLength >= 64) {
                Piece beingRead = source.piece; // recognised by its head alone
                beingRead.tailHash = QCryptographicHash::hash({}, QCryptographicHash::Sha256);
                known.add(beingRead);
            }
            if (!source.isExhausted) {
                m_watch.expect(source.diskSize);
                sources.push_back(std::move(source));
            } else {
                m_state.notes.push_back({ImportNote::Code::AlreadyRead, 0, path, {}});
                rename({&source, 1});
                m_state.pieces[*source.knownPiece].path = path;
            }
        }
        placeInYears(sources, m_options);
        return sources;
    }

    /**
     * Where a source is older than what was read before: puts the files of the state before the sources, to be read
     * again from their beginnings, and forgets what came of them. Returns the pieces that must then be there again;
     * nothing when there is no such source, or not all files are there any more.
     */
    std::vector<Piece> joinOlder(std::vector<LogSource>& sources)
    {
        const bool hasOlder = std::any_of(
            sources.begin(), sources.end(), [this](const LogSource& source) { return isOlder(source, m_state); });
        if (!hasOlder || m_messages)
            return {};
        auto all = openAgain(m_state, sources, m_options, m_watch.stop());
        if (!all)
            return {};
        for (const LogSource& source : *all)
            m_watch.expect(source.diskSize);
        // The new ones first: of files that begin in one moment and were changed in one, they are the older.
        std::erase_if(sources, [](const LogSource& source) { return source.knownPiece.has_value(); });
        std::move(all->begin(), all->end(), std::back_inserter(sources));
        std::vector<Piece> before = std::move(m_state.pieces);
        m_state.pieces.clear();
        m_state.settled = FactTable();
        m_state.excluded = {};
        m_state.sources.clear();
        m_state.firstTime = m_state.lastTime = 0;
        m_state.joiners.clear();
        m_state.hosts.clear();
        m_state.notes.push_back({ImportNote::Code::OlderLogs, before.size(), {}, {}});
        return before;
    }

    /** A piece that was there before and is not now. */
    const Piece* missing(const std::vector<Piece>& before) const
    {
        const auto gone = std::find_if(before.begin(), before.end(), [this](const Piece& old) {
            return std::none_of(m_state.pieces.begin(), m_state.pieces.end(), [&](const Piece& piece) {
                return piece.consumed >= old.consumed
                    && (piece.headLength > old.headLength || piece.headHash == old.headHash);
            });
        });
        return gone == before.end() ? nullptr : &*gone;
    }

    /** Takes the sources out that are older than what was read before. */
    std::vector<LogSource> takeOlder(std::vector<LogSource>& sources) const
    {
        std::vector<LogSource> older;
        const auto rest = std::stable_partition(
            sources.begin(), sources.end(), [this](const LogSource& source) { return !isOlder(source, m_state); });
        std::move(rest, sources.end(), std::back_inserter(older));
        sources.erase(rest, sources.end());
        return older;
    }

    /**
     * Reads older logs that cannot be joined with what was read before. What is open at their end counts as what is
     * known of it: their lines must not be taken for what follows on the end of the newer logs.
     */
    bool readApart(std::vector<LogSource>& older)
    {
        if (older.empty())
            return true;
        std::unique_ptr<Joiners> kept = std::move(m_joiners);
        const SavedJoiners open = std::exchange(m_state.joiners, {});
        if (!read(older))
            return false;
        m_joiners->finish();
        m_joiners->addOpen(m_state.settled, m_state.excluded);
        m_joiners->addNotes(m_state.notes);
        if (const std::uint64_t count = m_joiners->openCount(); count > 0)
            m_state.notes.push_back({ImportNote::Code::OlderLogsApart, count, {}, {}});
        m_joiners = std::move(kept);
        m_state.joiners = open;
        return true;
    }

    void refuse(const QString& path, const ImportNote& note)
    {
        using Code = ImportNote::Code;
        if (!m_refusal && note.code != Code::AlreadyRead) {
            ErrorCode code = ErrorCode::CannotOpen;
            if (note.code == Code::UnusableRendering)
                code = ErrorCode::UnusableRendering;
            else if (note.code == Code::DamagedArchive)
                code = ErrorCode::DamagedArchive;
            else if (note.detail == u"not a mail log" || note.detail == u"empty" || note.detail == u"no files"
                || note.detail.startsWith(u"log of "))
                code = ErrorCode::NotALog;
            m_refusal = Error{code, path, note.detail};
        }
        m_state.notes.push_back(note);
    }

    void makeJoiners()
    {
        if (m_joiners != nullptr)
            return;
        m_joiners = std::make_unique<Joiners>(
            JoinContext{&m_state.settled, &m_state.excluded, &m_options, m_messages ? &m_messages : nullptr},
            m_state.joiners);
        noteLost(*m_joiners, m_state);
    }

    bool read(std::vector<LogSource>& sources)
    {
        if (sources.empty())
            return true;
        rename(sources);
        for (LogSource& source : sources) {
            if (!source.knownPiece)
                displace(source.path);
            const std::uint32_t file = m_state.settled.files.id(source.path.toStdString());
            source.file = static_cast<FileId>(file <= 0xffff ? file : 0); // too many names: its lines cannot be shown
        }
        makeJoiners();
        for (const LogSource& source : sources) {
            if (source.server != nullptr)
                m_joiners->need(*source.server);
        }
        Import import(m_state, *m_joiners, m_watch);
        const std::vector<std::vector<LogSource*>> streams = streamsOf(sources);
        // A single stream goes on where the import before ended, at its time.
        const bool goesOn = streams.size() == 1
            && std::any_of(sources.begin(), sources.end(),
                [this](const LogSource& source) { return source.knownPiece || isOfKnownHost(source, m_state); });
        if (!goesOn)
            m_joiners->nextStream();
        for (const std::vector<LogSource*>& stream : streams) {
            if (!import.run(stream))
                return false;
            if (streams.size() > 1)
                m_joiners->nextStream();
        }
        m_duplicates += import.duplicates();
        return true;
    }

    /** Pieces that have come back under another name take their evidence along. */
    void rename(std::span<const LogSource> sources)
    {
        Dictionary& files = m_state.settled.files;
        std::vector<std::pair<std::uint32_t, std::string>> renames;
        for (const LogSource& source : sources) {
            if (!source.knownPiece || source.isPiped || m_state.pieces[*source.knownPiece].path == source.path)
                continue;
            const std::uint32_t id = files.find(m_state.pieces[*source.knownPiece].path.toStdString());
            if (id != HashIndex::empty && id != 0)
                renames.emplace_back(id, source.path.toStdString());
        }
        // In two steps: rotation passes names on, so one file's new name is another's old one.
        for (const auto& [id, path] : renames)
            files.rename(id, '\x01' + path);
        for (const auto& [id, path] : renames) {
            displace(QString::fromStdString(path));
            files.rename(id, path);
        }
    }

    /** Another file bears this name now. What was read under it keeps its figures, and its lines cannot be shown any
     * more. */
    void displace(const QString& path)
    {
        Dictionary& files = m_state.settled.files;
        const std::uint32_t id = files.find(path.toStdString());
        if (id == HashIndex::empty || id == 0)
            return;
        QString name = path;
        do {
            name += QLatin1Char('~');
        } while (files.find(name.toStdString()) != HashIndex::empty);
        files.rename(id, name.toStdString());
        for (Piece& piece : m_state.pieces) {
            if (piece.path == path)
                piece.path = name;
        }
    }

    ImportState m_state;
    const ImportOptions& m_options;
    const MessageSink& m_messages;
    Watch m_watch;
    std::unique_ptr<Joiners> m_joiners;
    std::optional<Error> m_refusal;
    std::uint64_t m_duplicates = 0;
};

} // namespace

Result<ImportResult> importLogs(const QStringList& inputs, const ImportOptions& options, const ImportState* previous,
    const ProgressSink& progress, std::stop_token stop, const MessageSink& messages)
{
    Session session(previous == nullptr ? ImportState{} : *previous, options, progress, std::move(stop), messages);
    return session.run(inputs);
}

ImportResult openState(ImportState state)
{
    ImportOptions options;
    options.internal = state.internal;
    options.localDomains = state.localDomains;
    options.routing = state.routing;
    options.forwarders = state.forwarders;
    if (const QTimeZone zone(QByteArray::fromStdString(state.timeZone)); zone.isValid())
        options.zone = zone;
    const Joiners joiners({&state.settled, &state.excluded, &options, nullptr}, state.joiners);
    const auto isLost = [](const ImportNote& note) { return note.code == ImportNote::Code::OpenStateLost; };
    if (std::ranges::none_of(state.notes, isLost))
        noteLost(joiners, state);
    return finishResult(std::move(state), joiners);
}

} // namespace waxseal
