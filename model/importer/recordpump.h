// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/records/recordreader.h"

#include <array>
#include <atomic>
#include <semaphore>
#include <thread>
#include <vector>

namespace waxseal {

/**
 * Runs a RecordReader on a thread of its own, a few batches ahead: splitting lines and reading headers beside joining.
 * Batches hold copies of the records' bytes, so views live until the batch is used up, and nothing is shared but whose
 * turn it is.
 */
class RecordPump
{
public:
    explicit RecordPump(std::unique_ptr<RecordReader> reader);
    ~RecordPump();
    Q_DISABLE_COPY_MOVE(RecordPump)

    bool next(LogRecord& record);
    /** Bytes taken from the disk when the batch in use was filled. */
    std::uint64_t rawPosition() const { return m_raw; }
    /** The reader itself; only behind the last record. */
    const RecordReader& reader() const { return *m_reader; }

private:
    struct Batch
    {
        std::vector<char> bytes;
        std::vector<LogRecord> records;
        std::uint64_t raw = 0;
        bool last = false;
    };

    void run();
    void fill(Batch& batch);

    std::unique_ptr<RecordReader> m_reader;
    std::array<Batch, 3> m_batches;
    std::counting_semaphore<4> m_empty{3};
    std::counting_semaphore<4> m_full{0};
    std::atomic<bool> m_stop{false};
    std::size_t m_front = 0;
    std::size_t m_used = 0;
    bool m_holding = false;
    std::uint64_t m_raw = 0;
    std::thread m_thread; // last: starts when all else is there
};

} // namespace waxseal
