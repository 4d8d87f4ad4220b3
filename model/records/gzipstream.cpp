// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/records/gzipstream.h"

#include <zlib.h>

#include <algorithm>
#include <atomic>
#include <limits>
#include <vector>

namespace waxseal {

namespace {

class GzipStream : public ByteStream
{
public:
    GzipStream(QString path, std::unique_ptr<ByteStream> packed)
        : m_path(std::move(path))
        , m_packed(std::move(packed))
    {
        constexpr int gzipOnly = 16;
        m_isReady = inflateInit2(&m_z, MAX_WBITS + gzipOnly) == Z_OK;
        if (!m_isReady)
            fail("no memory");
    }
    ~GzipStream() override
    {
        if (m_isReady)
            inflateEnd(&m_z);
    }
    Q_DISABLE_COPY_MOVE(GzipStream)

    std::size_t read(std::span<char> buffer) override
    {
        m_z.next_out = reinterpret_cast<Bytef*>(buffer.data());
        const auto size = static_cast<uInt>(std::min<std::size_t>(buffer.size(), std::numeric_limits<uInt>::max()));
        m_z.avail_out = size;
        while (m_z.avail_out > 0 && !m_atEnd)
            step();
        m_raw.store(m_packed->rawPosition(), std::memory_order_relaxed);
        return size - m_z.avail_out;
    }
    std::uint64_t rawPosition() const override { return m_raw.load(std::memory_order_relaxed); }
    bool isFinal() const override { return true; }
    bool isCompressed() const override { return true; }

private:
    void fail(const char* what)
    {
        m_atEnd = true;
        if (!m_error)
            m_error = Error{ErrorCode::DamagedArchive, m_path, QString::fromLatin1(what)};
    }

    bool fill()
    {
        const std::size_t got = m_packed->read(m_input);
        m_z.next_in = reinterpret_cast<Bytef*>(m_input.data());
        m_z.avail_in = static_cast<uInt>(got);
        if (got == 0 && m_packed->error()) {
            m_atEnd = true;
            m_error = m_packed->error();
        }
        return got > 0;
    }

    void step()
    {
        if (m_z.avail_in == 0 && !fill()) {
            if (m_isInMember)
                fail("truncated");
            m_atEnd = true;
            return;
        }
        if (!m_isInMember && m_members > 0) {
            // Padding with zeros is usual on tapes, and no damage.
            while (m_z.avail_in > 0 && *m_z.next_in == 0) {
                ++m_z.next_in;
                --m_z.avail_in;
            }
            if (m_z.avail_in == 0)
                return;
            constexpr Bytef magic = 0x1f;
            if (*m_z.next_in != magic)
                return fail("trailing garbage");
        }
        m_isInMember = true;
        switch (inflate(&m_z, Z_NO_FLUSH)) {
        case Z_STREAM_END:
            m_isInMember = false;
            ++m_members;
            inflateReset(&m_z);
            break;
        case Z_OK:
        case Z_BUF_ERROR: // more input or more room is needed
            break;
        default: {
            const bool isHeader = m_members > 0 && m_z.total_out == 0;
            fail(isHeader ? "trailing garbage" : m_z.msg != nullptr ? m_z.msg : "damaged");
        }
        }
    }

    QString m_path;
    std::unique_ptr<ByteStream> m_packed;
    std::vector<char> m_input = std::vector<char>(std::size_t{256} * 1024);
    z_stream m_z{};
    bool m_isReady = false;
    bool m_isInMember = false;
    bool m_atEnd = false;
    std::uint64_t m_members = 0;
    std::atomic<std::uint64_t> m_raw{0};
};

} // namespace

Result<std::unique_ptr<ByteStream>> openGzip(const QString& path, std::unique_ptr<ByteStream> packed)
{
    return std::unique_ptr<ByteStream>(std::make_unique<GzipStream>(path, std::move(packed)));
}

} // namespace waxseal
