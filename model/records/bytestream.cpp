// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/records/bytestream.h"

#include "model/records/elsewhere.h"
#include "model/records/gzipstream.h"

#include <QDateTime>
#include <QFile>

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <semaphore>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#ifdef Q_OS_UNIX
#include <poll.h>
#include <unistd.h>
#endif

namespace waxseal {

namespace {

/** The next bytes of a file or pipe; 0 at its end, -1 on an error. A pipe that does not block is waited for. */
qint64 readSome(QFile& file, char* into, qint64 size)
{
#ifdef Q_OS_UNIX
    while (file.isSequential()) {
        const ssize_t got = ::read(file.handle(), into, static_cast<std::size_t>(size));
        if (got >= 0)
            return got;
        if (errno == EAGAIN || errno == EWOULDBLOCK) {
            pollfd waiting{file.handle(), POLLIN, 0};
            ::poll(&waiting, 1, -1);
        } else if (errno != EINTR) {
            return -1;
        }
    }
#endif
    return file.read(into, size);
}

class PlainStream : public ByteStream
{
public:
    /** `taken`: how much has been read of it already. `isFinal`: nothing will be appended. */
    PlainStream(std::unique_ptr<QFile> file, std::uint64_t taken, bool pipe, bool isFinal)
        : m_file(std::move(file))
        , m_position(taken)
        , m_pipe(pipe)
        , m_isFinal(isFinal)
    {
    }

    std::size_t read(std::span<char> buffer) override
    {
        const qint64 got = readSome(*m_file, buffer.data(), static_cast<qint64>(buffer.size()));
        if (got < 0) {
            m_error = Error{ErrorCode::CannotRead, m_file->fileName(), qt_error_string(errno)};
            return 0;
        }
        m_position += static_cast<std::uint64_t>(got);
        return static_cast<std::size_t>(got);
    }

    bool skip(std::uint64_t count) override
    {
        if (m_pipe)
            return ByteStream::skip(count);
        const std::uint64_t target = m_position + count;
        if (target > static_cast<std::uint64_t>(m_file->size()) || !m_file->seek(static_cast<qint64>(target)))
            return false;
        m_position = target;
        return true;
    }

    std::uint64_t rawPosition() const override { return m_position; }
    bool isFinal() const override { return m_isFinal; }

private:
    std::unique_ptr<QFile> m_file;
    std::uint64_t m_position;
    bool m_pipe;
    bool m_isFinal;
};

class PrefixedStream : public ByteStream
{
public:
    PrefixedStream(std::vector<char> prefix, std::unique_ptr<ByteStream> rest)
        : m_prefix(std::move(prefix))
        , m_rest(std::move(rest))
    {
    }

    std::size_t read(std::span<char> buffer) override
    {
        if (m_used < m_prefix.size()) {
            const std::size_t count = std::min(buffer.size(), m_prefix.size() - m_used);
            std::memcpy(buffer.data(), m_prefix.data() + m_used, count);
            m_used += count;
            return count;
        }
        if (m_rest == nullptr)
            return 0;
        const std::size_t got = m_rest->read(buffer);
        if (got == 0)
            m_error = m_rest->error();
        return got;
    }

    bool skip(std::uint64_t count) override
    {
        const std::uint64_t here = std::min<std::uint64_t>(count, m_prefix.size() - m_used);
        m_used += here;
        return count == here || (m_rest != nullptr && m_rest->skip(count - here));
    }

    std::uint64_t rawPosition() const override { return m_rest == nullptr ? m_used : m_rest->rawPosition(); }
    bool isFinal() const override { return m_rest != nullptr && m_rest->isFinal(); }

private:
    std::vector<char> m_prefix;
    std::size_t m_used = 0;
    std::unique_ptr<ByteStream> m_rest;
};

/** Bytes packed by xz, zstd or bzip2 through libarchive's filters; no archive format is accepted, so no path in it can
 * matter. */
class CompressedStream : public ByteStream
{
public:
    static Result<std::unique_ptr<ByteStream>> open(const QString& path, std::unique_ptr<ByteStream> packed)
    {
        std::unique_ptr<CompressedStream> stream(new CompressedStream(path, std::move(packed)));
        archive* a = stream->m_archive.get();
        archive_read_support_filter_xz(a);
        archive_read_support_filter_zstd(a);
        archive_read_support_filter_bzip2(a);
        archive_read_support_format_raw(a);
        archive_read_support_format_empty(a); // an empty log, compressed
        archive_entry* entry = nullptr;
        const int opened = archive_read_open(a, stream.get(), nullptr, readPacked, nullptr);
        const int entered = opened == ARCHIVE_OK ? archive_read_next_header(a, &entry) : ARCHIVE_FATAL;
        if ((entered != ARCHIVE_OK && entered != ARCHIVE_EOF) || archive_error_string(a) != nullptr)
            return Error{ErrorCode::DamagedArchive, path, QString::fromUtf8(archive_error_string(a))};
        if (archive_filter_code(a, 0) == ARCHIVE_FILTER_NONE) // begins like an archive, and is cut in its header
            return Error{ErrorCode::DamagedArchive, path, QStringLiteral("truncated")};
        stream->m_atEnd = entered == ARCHIVE_EOF;
        return std::unique_ptr<ByteStream>(std::move(stream));
    }

    std::size_t read(std::span<char> buffer) override
    {
        // Block by block: archive_read_data() would drop what it has copied when the archive breaks off behind it.
        std::size_t filled = 0;
        while (filled < buffer.size() && (m_left > 0 || nextBlock())) {
            const std::size_t count = std::min(m_left, buffer.size() - filled);
            std::memcpy(buffer.data() + filled, m_block, count);
            m_block += count;
            m_left -= count;
            filled += count;
        }
        m_raw.store(m_packed->rawPosition(), std::memory_order_relaxed);
        return filled;
    }

    std::uint64_t rawPosition() const override { return m_raw.load(std::memory_order_relaxed); }
    bool isFinal() const override { return true; }
    bool isCompressed() const override { return true; }

private:
    struct Deleter
    {
        void operator()(archive* a) const { archive_read_free(a); }
    };

    static la_ssize_t readPacked(archive* a, void* self, const void** bytes)
    {
        CompressedStream& stream = *static_cast<CompressedStream*>(self);
        const std::size_t got = stream.m_packed->read(stream.m_input);
        *bytes = stream.m_input.data();
        if (got == 0 && stream.m_packed->error()) {
            archive_set_error(a, EIO, "%s", qUtf8Printable(stream.m_packed->error()->detail));
            return ARCHIVE_FATAL;
        }
        return static_cast<la_ssize_t>(got);
    }

    bool nextBlock()
    {
        while (!m_atEnd && m_left == 0) {
            const void* block = nullptr;
            la_int64_t offset = 0;
            const int got = archive_read_data_block(m_archive.get(), &block, &m_left, &offset);
            m_block = static_cast<const char*>(block);
            if (got == ARCHIVE_OK)
                continue;
            m_atEnd = true;
            if (got != ARCHIVE_EOF) {
                m_left = 0;
                m_error = Error{
                    ErrorCode::DamagedArchive, m_path, QString::fromUtf8(archive_error_string(m_archive.get()))};
            }
        }
        return m_left > 0;
    }

    CompressedStream(QString path, std::unique_ptr<ByteStream> packed)
        : m_packed(std::move(packed))
        , m_archive(archive_read_new())
        , m_path(std::move(path))
    {
    }

    std::unique_ptr<ByteStream> m_packed;
    std::vector<char> m_input = std::vector<char>(std::size_t{256} * 1024);
    std::unique_ptr<archive, Deleter> m_archive; // reads from the two above
    QString m_path;
    const char* m_block = nullptr; // libarchive's, until the next one
    std::size_t m_left = 0;
    bool m_atEnd = false;
    std::atomic<std::uint64_t> m_raw{0};
};

/** Two buffers change hands between the reading thread and the parsing one. */
class AheadStream : public ByteStream
{
public:
    explicit AheadStream(std::unique_ptr<ByteStream> inner)
        : m_inner(std::move(inner))
        , m_thread([this] { run(); })
    {
    }

    ~AheadStream() override
    {
        m_stop.store(true);
        m_empty.release();
        m_thread.join();
    }
    Q_DISABLE_COPY_MOVE(AheadStream)

    std::size_t read(std::span<char> buffer) override
    {
        if (m_atEnd)
            return 0;
        if (!m_holding) {
            m_full.acquire();
            m_holding = true;
            m_used = 0;
        }
        Slot& slot = m_slots[m_front];
        if (slot.size == 0) {
            m_atEnd = true;
            m_error = m_inner->error();
            return 0;
        }
        const std::size_t count = std::min(buffer.size(), slot.size - m_used);
        std::memcpy(buffer.data(), slot.bytes.data() + m_used, count);
        m_used += count;
        m_raw = slot.raw;
        if (m_used == slot.size) {
            m_holding = false;
            m_front = (m_front + 1) % m_slots.size();
            m_empty.release();
        }
        return count;
    }

    std::uint64_t rawPosition() const override { return m_raw; }
    bool isFinal() const override { return m_inner->isFinal(); }
    bool isCompressed() const override { return m_inner->isCompressed(); }

private:
    struct Slot
    {
        std::vector<char> bytes = std::vector<char>(std::size_t{1} << 20);
        std::size_t size = 0;
        std::uint64_t raw = 0;
    };

    void run()
    {
        for (std::size_t back = 0;; back = (back + 1) % m_slots.size()) {
            m_empty.acquire();
            if (m_stop.load())
                return;
            Slot& slot = m_slots[back];
            slot.size = m_inner->read(slot.bytes);
            slot.raw = m_inner->rawPosition();
            const bool last = slot.size == 0;
            m_full.release();
            if (last)
                return;
        }
    }

    std::unique_ptr<ByteStream> m_inner;
    std::array<Slot, 3> m_slots;
    std::counting_semaphore<4> m_empty{3};
    std::counting_semaphore<4> m_full{0};
    std::atomic<bool> m_stop{false};
    std::size_t m_front = 0;
    std::size_t m_used = 0;
    bool m_holding = false;
    bool m_atEnd = false;
    std::uint64_t m_raw = 0;
    std::thread m_thread; // last: starts when all else is there
};

/** The first bytes of a file tell how it is compressed: this many are enough. */
constexpr std::size_t magicLength = 6;

bool isGzip(std::string_view head)
{
    return head.starts_with("\x1f\x8b");
}

bool isPacked(std::string_view head) // by xz, zstd or bzip2
{
    constexpr std::string_view xz("\xfd"
                                  "7zXZ\0",
        6);
    return head.starts_with("BZh") || head.starts_with("\x28\xb5\x2f\xfd") || head.starts_with(xz);
}

/** The stream's content, unpacked where its first bytes say that it is packed. */
Result<std::unique_ptr<ByteStream>> unpackedStream(
    const QString& path, std::string_view head, std::unique_ptr<ByteStream> stream)
{
    if (isGzip(head))
        return openGzip(path, std::move(stream));
    if (isPacked(head))
        return CompressedStream::open(path, std::move(stream));
    return stream;
}

} // namespace

bool ByteStream::skip(std::uint64_t count)
{
    std::vector<char> scratch(std::size_t{1} << 16);
    while (count > 0) {
        const std::size_t got = read(std::span(scratch).first(std::min<std::uint64_t>(scratch.size(), count)));
        if (got == 0)
            return false;
        count -= got;
    }
    return true;
}

namespace {

/** What a program brings. Its log may grow although what was sent of it has an end. */
class BroughtStream : public ByteStream
{
public:
    explicit BroughtStream(std::unique_ptr<ByteStream> inner)
        : m_inner(std::move(inner))
    {
    }

    std::size_t read(std::span<char> buffer) override
    {
        const std::size_t got = m_inner->read(buffer);
        if (got == 0)
            m_error = m_inner->error();
        return got;
    }
    std::uint64_t rawPosition() const override { return m_inner->rawPosition(); }
    bool isFinal() const override { return false; }
    bool isCompressed() const override { return true; } // it can only be skipped by reading

private:
    std::unique_ptr<ByteStream> m_inner;
};

Result<std::unique_ptr<ByteStream>> openBrought(const QString& input, qint64 after, const std::stop_token& stop)
{
    auto opened = openElsewhere(input, after, stop);
    if (!opened)
        return opened.error();
    std::unique_ptr<ByteStream> stream = std::move(*opened);
    std::vector<char> head(magicLength);
    head.resize(readFully(*stream, head));
    if (stream->error())
        return *stream->error();
    const std::string magic(head.begin(), head.end());
    auto unpacked = unpackedStream(input, magic, prefixedStream(std::move(head), std::move(stream)));
    if (!unpacked)
        return unpacked.error();
    return std::unique_ptr<ByteStream>(std::make_unique<BroughtStream>(std::move(*unpacked)));
}

} // namespace

Result<std::unique_ptr<ByteStream>> openStream(const QString& path, qint64 after, const std::stop_token& stop)
{
    if (isElsewhere(path))
        return openBrought(path, after, stop);
    const bool standardInput = path == QLatin1StringView("-");
    auto file = std::make_unique<QFile>(standardInput ? QString() : path);
    const auto mode = QIODevice::ReadOnly | QIODevice::Unbuffered;
    if (!(standardInput ? file->open(fileno(stdin), mode) : file->open(mode)))
        return Error{ErrorCode::CannotOpen, path, file->errorString()};
    const bool pipe = standardInput || file->isSequential();
    std::vector<char> head(magicLength);
    std::size_t filled = 0;
    while (filled < head.size()) { // a pipe may give a byte at a time
        const qint64 got = readSome(*file, head.data() + filled, static_cast<qint64>(head.size() - filled));
        if (got <= 0)
            break;
        filled += static_cast<std::size_t>(got);
    }
    head.resize(filled);
    const std::string magic(head.begin(), head.end());
    if (!pipe)
        file->seek(0);
    // Daemons write whole lines: where the last one has no end and nothing has come for a minute, that was all.
    constexpr qint64 quiet = 60'000; // ms
    const bool isFinal
        = pipe || file->fileTime(QFileDevice::FileModificationTime).msecsTo(QDateTime::currentDateTimeUtc()) > quiet;
    std::unique_ptr<ByteStream> plain
        = std::make_unique<PlainStream>(std::move(file), pipe ? head.size() : 0, pipe, isFinal);
    if (pipe) // what has been read of it cannot be read again
        plain = prefixedStream(std::move(head), std::move(plain));
    return unpackedStream(path, magic, std::move(plain));
}

std::size_t readFully(ByteStream& stream, std::span<char> buffer)
{
    std::size_t filled = 0;
    while (filled < buffer.size()) {
        const std::size_t got = stream.read(buffer.subspan(filled));
        if (got == 0)
            break;
        filled += got;
    }
    return filled;
}

std::unique_ptr<ByteStream> prefixedStream(std::vector<char> prefix, std::unique_ptr<ByteStream> rest)
{
    return std::make_unique<PrefixedStream>(std::move(prefix), std::move(rest));
}

std::unique_ptr<ByteStream> readAhead(std::unique_ptr<ByteStream> stream)
{
    return std::make_unique<AheadStream>(std::move(stream));
}

} // namespace waxseal
