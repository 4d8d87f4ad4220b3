// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/importer/bytestream.h"

#include <QFile>

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>
#include <semaphore>
#include <thread>
#include <vector>

namespace waxseal {

namespace {

class PlainStream : public ByteStream
{
public:
    PlainStream(std::unique_ptr<QFile> file, bool final)
        : m_file(std::move(file))
        , m_final(final)
    {
    }

    std::size_t read(std::span<char> buffer) override
    {
        const qint64 got = m_file->read(buffer.data(), static_cast<qint64>(buffer.size()));
        if (got < 0) {
            m_error = Error{ErrorCode::CannotRead, m_file->fileName(), m_file->errorString()};
            return 0;
        }
        m_position += static_cast<std::uint64_t>(got);
        return static_cast<std::size_t>(got);
    }

    bool skip(std::uint64_t count) override
    {
        if (m_file->isSequential())
            return ByteStream::skip(count);
        const std::uint64_t target = m_position + count;
        if (target > static_cast<std::uint64_t>(m_file->size()) || !m_file->seek(static_cast<qint64>(target)))
            return false;
        m_position = target;
        return true;
    }

    std::uint64_t rawPosition() const override { return m_position; }
    bool isFinal() const override { return m_final; }

private:
    std::unique_ptr<QFile> m_file;
    std::uint64_t m_position = 0;
    bool m_final;
};

/** One compressed file through libarchive's filters; no archive format is accepted, so no path in it can matter. */
class CompressedStream : public ByteStream
{
public:
    static Result<std::unique_ptr<ByteStream>> open(const QString& path)
    {
        std::unique_ptr<CompressedStream> stream(new CompressedStream(path));
        archive* a = stream->m_archive.get();
        archive_read_support_filter_gzip(a);
        archive_read_support_filter_xz(a);
        archive_read_support_filter_zstd(a);
        archive_read_support_filter_bzip2(a);
        archive_read_support_format_raw(a);
        archive_read_support_format_empty(a); // an empty log, compressed
        constexpr std::size_t block = 256 * 1024;
        archive_entry* entry = nullptr;
#ifdef Q_OS_WIN
        const int opened = archive_read_open_filename_w(a, reinterpret_cast<const wchar_t*>(path.utf16()), block);
#else
        const int opened = archive_read_open_filename(a, QFile::encodeName(path).constData(), block);
#endif
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
        const la_int64_t raw = archive_filter_bytes(m_archive.get(), -1);
        m_raw.store(raw > 0 ? static_cast<std::uint64_t>(raw) : 0, std::memory_order_relaxed);
        return filled;
    }

    std::uint64_t rawPosition() const override
    {
        return m_raw.load(std::memory_order_relaxed);
    }
    bool isFinal() const override
    {
        return true;
    }
    bool isCompressed() const override
    {
        return true;
    }

private:
    struct Deleter
    {
        void operator()(archive* a) const { archive_read_free(a); }
    };

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

    explicit CompressedStream(QString path)
        : m_archive(archive_read_new())
        , m_path(std::move(path))
    {
    }

    std::unique_ptr<archive, Deleter> m_archive;
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

bool beginsCompressed(const QByteArray& head)
{
    return head.startsWith("\x1f\x8b") || head.startsWith("BZh") || head.startsWith("\x28\xb5\x2f\xfd")
        || head.startsWith(QByteArray::fromRawData("\xfd"
                                                   "7zXZ\0",
            6));
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

Result<std::unique_ptr<ByteStream>> openStream(const QString& path)
{
    if (path == QLatin1StringView("-")) {
        auto input = std::make_unique<QFile>();
        if (!input->open(stdin, QIODevice::ReadOnly))
            return Error{ErrorCode::CannotOpen, path, input->errorString()};
        return std::unique_ptr<ByteStream>(std::make_unique<PlainStream>(std::move(input), true));
    }
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return Error{ErrorCode::CannotOpen, path, file->errorString()};
    const QByteArray head = file->isSequential() ? QByteArray() : file->read(6);
    if (beginsCompressed(head))
        return CompressedStream::open(path);
    if (!head.isEmpty())
        file->seek(0);
    const bool pipe = file->isSequential();
    return std::unique_ptr<ByteStream>(std::make_unique<PlainStream>(std::move(file), pipe));
}

std::unique_ptr<ByteStream> readAhead(std::unique_ptr<ByteStream> stream)
{
    return std::make_unique<AheadStream>(std::move(stream));
}

} // namespace waxseal
