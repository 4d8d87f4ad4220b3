// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/witness/witnessreader.h"

#include "model/core/bytes.h"
#include "model/records/bytestream.h"
#include "model/witness/reportmail.h"
#include "model/witness/saferemail.h"
#include "model/witness/tlsreport.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace waxseal {

namespace {

constexpr std::size_t mostNotes = 1000;
constexpr int mostFiles = 1'000'000;
constexpr int deepestFolder = 8;
constexpr std::size_t longestFile = 128U << 20; // that is no mbox
constexpr std::size_t blockSize = 1U << 18;
constexpr std::size_t headSize = 1U << 16;

enum class Kind : std::uint8_t
{
    Other,
    Json,
    Mail,
    Mbox,
    Archive,
    SaferEmail
};

std::string_view withoutMark(std::string_view text)
{
    takePrefix(text, "\xef\xbb\xbf");
    while (
        !text.empty() && (text.front() == ' ' || text.front() == '\n' || text.front() == '\r' || text.front() == '\t'))
        text.remove_prefix(1);
    return text;
}

/** A header field: a name without blanks, and a colon (RFC 5322, section 2.2). */
bool isHeaderLine(std::string_view line)
{
    const std::size_t colon = line.substr(0, 100).find(':');
    if (colon == std::string_view::npos || colon == 0)
        return false;
    return std::all_of(
        line.begin(), line.begin() + static_cast<std::ptrdiff_t>(colon), [](char c) { return c > ' ' && c < 0x7f; });
}

Kind kindOf(std::string_view head)
{
    if (head.starts_with("\x1f\x8b") || head.starts_with("PK\x03\x04"))
        return Kind::Archive;
    head = withoutMark(head);
    if (head.starts_with('{') || head.starts_with('['))
        return Kind::Json;
    if (head.starts_with("From "))
        return Kind::Mbox;
    if (isSaferEmailHeader(head))
        return Kind::SaferEmail;
    return isHeaderLine(head.substr(0, head.find('\n'))) ? Kind::Mail : Kind::Other;
}

class Reading
{
public:
    Reading(Witnesses& witnesses, WitnessReading& out)
        : m_witnesses(witnesses)
        , m_out(out)
    {
    }

    void note(WitnessNote::Code code, const QString& path, const QString& detail = {}, std::uint64_t count = 1)
    {
        if (m_out.notes.size() < mostNotes)
            m_out.notes.push_back({code, path, detail, count});
    }

    void file(const QString& path, const std::stop_token& stop)
    {
        ++m_out.files;
        auto stream = openStream(path);
        if (!stream) {
            const bool damaged = stream.error().code == ErrorCode::DamagedArchive;
            note(damaged ? WitnessNote::Code::Damaged : WitnessNote::Code::CannotOpen, path, stream.error().detail);
            return;
        }
        std::string bytes;
        if (!append(**stream, bytes, headSize))
            return bytesOf(bytes, path); // it is all there is
        if (kindOf(bytes) == Kind::Mbox)
            return mbox(bytes, **stream, path, stop);
        if (kindOf(bytes) == Kind::Other)
            return note(WitnessNote::Code::NotAWitness, path);
        while (append(**stream, bytes, bytes.size() + blockSize)) {
            if (stop.stop_requested())
                return;
            if (bytes.size() > longestFile)
                return note(WitnessNote::Code::TooLarge, path);
        }
        if ((*stream)->error())
            return note(WitnessNote::Code::Damaged, path, (*stream)->error()->detail);
        bytesOf(bytes, path);
    }

    void bytesOf(std::string_view bytes, const QString& path)
    {
        switch (kindOf(bytes)) {
        case Kind::Json: {
            QString why;
            if (json(withoutMark(bytes), {}, path, &why) == 0)
                note(WitnessNote::Code::NotAWitness, path, why);
            return;
        }
        case Kind::SaferEmail:
            return safer(bytes, path);
        case Kind::Mbox: {
            std::uint64_t found = 0;
            MboxSplitter splitter([&](std::string_view one) { found += mail(one, path); });
            splitter.add(bytes);
            splitter.finish();
            if (found == 0)
                note(WitnessNote::Code::NotAWitness, path);
            return;
        }
        case Kind::Mail:
            if (mail(bytes, path) == 0)
                note(WitnessNote::Code::NotAWitness, path);
            return;
        case Kind::Archive:
            return archive(bytes, path);
        case Kind::Other:
            return note(WitnessNote::Code::NotAWitness, path);
        }
    }

private:
    /** Reads on until there are `size` bytes; false at the end. */
    static bool append(ByteStream& stream, std::string& bytes, std::size_t size)
    {
        const std::size_t before = bytes.size();
        bytes.resize(size);
        bytes.resize(before + readFully(stream, std::span(bytes).subspan(before)));
        return bytes.size() == size;
    }

    void mbox(const std::string& head, ByteStream& stream, const QString& path, const std::stop_token& stop)
    {
        std::uint64_t found = 0;
        MboxSplitter splitter([&](std::string_view one) { found += mail(one, path); });
        splitter.add(withoutMark(head));
        std::string block;
        bool goesOn = true;
        while (goesOn && !stop.stop_requested()) {
            block.clear();
            goesOn = append(stream, block, blockSize);
            splitter.add(block);
        }
        splitter.finish();
        if (stream.error())
            note(WitnessNote::Code::Damaged, path, stream.error()->detail);
        if (splitter.tooLarge() > 0)
            note(WitnessNote::Code::TooLarge, path, {}, splitter.tooLarge());
        if (found == 0)
            note(WitnessNote::Code::NotAWitness, path);
    }

    void archive(std::string_view bytes, const QString& path)
    {
        const auto content = unpacked(bytes, longestFile);
        if (!content)
            return note(content.error().code == ErrorCode::Unsupported ? WitnessNote::Code::TooLarge
                                                                       : WitnessNote::Code::Damaged,
                path, content.error().detail);
        if (kindOf(*content) == Kind::Archive)
            return note(WitnessNote::Code::NotAWitness, path); // packed once more: nobody does that
        bytesOf(*content, path);
    }

    /** How many reports were in it, new or known. */
    std::uint64_t mail(std::string_view bytes, const QString& path)
    {
        std::uint64_t found = 0;
        eachAttachment(bytes, [&](std::string_view content, std::string_view submitter) {
            found += json(content, submitter, path, nullptr);
        });
        return found;
    }

    std::uint64_t json(std::string_view text, std::string_view submitter, const QString& path, QString* why)
    {
        if (text.starts_with('[')) {
            if (text.size() > longestTlsReport)
                return 0;
            std::uint64_t found = 0;
            const auto raw = QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size()));
            for (const QJsonValue& each : QJsonDocument::fromJson(raw).array()) {
                const QByteArray one = QJsonDocument(each.toObject()).toJson(QJsonDocument::Compact);
                found += report({one.constData(), static_cast<std::size_t>(one.size())}, submitter, path, why);
            }
            return found;
        }
        // One a line: a line that is a whole object is followed by another.
        std::string_view rest = text;
        const std::size_t lineEnd = text.find('\n');
        const std::string_view next
            = lineEnd == std::string_view::npos ? std::string_view() : withoutMark(text.substr(lineEnd));
        const std::string_view first = text.substr(0, std::min(lineEnd, text.size()));
        if (!next.starts_with('{') || first.find("\"policies\"") == std::string_view::npos)
            return report(text, submitter, path, why);
        std::uint64_t found = 0;
        while (!rest.empty()) {
            const std::string_view line = rest.substr(0, rest.find('\n'));
            rest.remove_prefix(std::min(line.size() + 1, rest.size()));
            if (!withoutMark(line).empty())
                found += report(line, submitter, path, why);
        }
        return found;
    }

    std::uint64_t report(std::string_view text, std::string_view submitter, const QString& path, QString* why)
    {
        auto read = readTlsReport(text, submitter);
        if (!read) {
            if (why)
                *why = read.error().detail;
            if (read.error().code == ErrorCode::Unsupported)
                note(WitnessNote::Code::TooLarge, path);
            return 0;
        }
        switch (m_witnesses.add(std::move(read).value())) {
        case Witnesses::Added::New:
            ++m_out.reports;
            break;
        case Witnesses::Added::Known:
            ++m_out.known;
            break;
        case Witnesses::Added::Full:
            full(path);
            break;
        }
        return 1;
    }

    void safer(std::string_view bytes, const QString& path)
    {
        const SaferEmailRead read = readSaferEmail(withoutMark(bytes), m_witnesses);
        m_out.saferRows += read.added;
        m_out.saferKnown += read.known;
        m_out.saferSkipped += read.skipped;
        if (read.isFull)
            full(path);
    }

    void full(const QString& path)
    {
        if (!m_isFull)
            note(WitnessNote::Code::TooMany, path);
        m_isFull = true;
    }

    Witnesses& m_witnesses;
    WitnessReading& m_out;
    bool m_isFull = false;
};

void addFolder(const QString& folder, int depth, QStringList& files)
{
    const QDir dir(folder);
    for (const QFileInfo& entry : dir.entryInfoList(QDir::Files | QDir::Readable | QDir::NoSymLinks, QDir::Name)) {
        if (files.size() < mostFiles)
            files.append(entry.filePath());
    }
    if (depth == 0)
        return;
    for (const QFileInfo& entry : dir.entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks, QDir::Name))
        addFolder(entry.filePath(), depth - 1, files);
}

/** Whether `text` holds `word`, whatever its letters' case; `word` in lower case. */
bool holds(std::string_view text, std::string_view word)
{
    return std::search(text.begin(), text.end(), word.begin(), word.end(), [](char a, char b) {
        return asciiLower(a) == b;
    }) != text.end();
}

} // namespace

WitnessReading readWitnesses(const QStringList& inputs, Witnesses& witnesses, const std::stop_token& stop)
{
    WitnessReading out;
    QStringList files;
    for (const QString& input : inputs) {
        if (input != QLatin1StringView("-") && QFileInfo(input).isDir())
            addFolder(input, deepestFolder, files);
        else
            files.append(input);
    }
    files.removeDuplicates();
    Reading reading(witnesses, out);
    for (const QString& path : files) {
        if (stop.stop_requested())
            break;
        reading.file(path, stop);
    }
    return out;
}

void readWitness(std::string_view bytes, const QString& path, Witnesses& witnesses, WitnessReading& reading)
{
    Reading(witnesses, reading).bytesOf(bytes, path);
}

bool looksLikeWitness(std::string_view head)
{
    switch (kindOf(head)) {
    case Kind::SaferEmail:
        return true;
    case Kind::Json:
        // A journal's records may hold such words in their messages, and then have these names of their own.
        return (holds(head, "\"organization-name\"") || holds(head, "\"date-range\""))
            && !holds(head, "\"__realtime_timestamp\"") && !holds(head, "\"message\"");
    case Kind::Mail:
    case Kind::Mbox:
        return holds(head, "tls-report-domain:") || holds(head, "report-type=tlsrpt")
            || holds(head, "report-type=\"tlsrpt\"") || holds(head, "application/tlsrpt");
    case Kind::Archive:
    case Kind::Other:
        break;
    }
    return false;
}

bool looksLikeWitness(const QString& path)
{
    if (!QFileInfo(path).isFile()) // what is taken from a pipe is gone for whoever comes next
        return false;
    const auto stream = openStream(path);
    if (!stream)
        return false;
    std::string head(headSize, '\0');
    head.resize(readFully(**stream, head));
    if (head.starts_with("PK\x03\x04")) {
        const auto content = unpacked(head, headSize * 8);
        return content && looksLikeWitness(std::string_view(*content));
    }
    return looksLikeWitness(std::string_view(head));
}

} // namespace waxseal
