// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Bytes in memory, given out as a disk, a pipe or a broken archive would.

#pragma once

#include "model/records/bytestream.h"

#include <QByteArray>

#include <algorithm>
#include <cstring>
#include <utility>

namespace waxseal::test {

class MemoryStream : public ByteStream
{
public:
    /** `portion`: the most that one read gives. `isFinal`: nothing can be appended. */
    explicit MemoryStream(QByteArray bytes, std::size_t portion = SIZE_MAX, bool isFinal = true)
        : m_bytes(std::move(bytes))
        , m_portion(portion)
        , m_final(isFinal)
    {
    }

    /** At the end of its bytes it fails. */
    void breakAtEnd() { m_breaks = true; }

    std::size_t read(std::span<char> buffer) override
    {
        const std::size_t left = static_cast<std::size_t>(m_bytes.size()) - m_at;
        const std::size_t count = std::min({buffer.size(), m_portion, left});
        if (count > 0)
            std::memcpy(buffer.data(), m_bytes.constData() + m_at, count);
        else if (m_breaks)
            m_error = Error{ErrorCode::DamagedArchive, {}, QStringLiteral("broken")};
        m_at += count;
        return count;
    }
    std::uint64_t rawPosition() const override { return m_at; }
    bool isFinal() const override { return m_final; }

private:
    QByteArray m_bytes;
    std::size_t m_portion;
    bool m_final;
    bool m_breaks = false;
    std::size_t m_at = 0;
};

} // namespace waxseal::test
