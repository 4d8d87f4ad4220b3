// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/importer/recordpump.h"

#include <cstring>

namespace waxseal {

namespace {

constexpr std::size_t batchRecords = 4096;
constexpr std::size_t batchBytes = 768 * 1024; // three batches stay in a second-level cache's reach

std::string_view keep(std::vector<char>& bytes, std::string_view text)
{
    const std::size_t at = bytes.size();
    bytes.insert(bytes.end(), text.begin(), text.end()); // within the reserve: views stay
    return {bytes.data() + at, text.size()};
}

} // namespace

RecordPump::RecordPump(std::unique_ptr<RecordReader> reader)
    : m_reader(std::move(reader))
    , m_thread([this] { run(); })
{
}

RecordPump::~RecordPump()
{
    m_stop.store(true);
    m_empty.release();
    m_thread.join();
}

bool RecordPump::next(LogRecord& record)
{
    while (true) {
        if (!m_holding) {
            m_full.acquire();
            m_holding = true;
            m_used = 0;
            m_raw = m_batches[m_front].raw;
        }
        const Batch& batch = m_batches[m_front];
        if (m_used < batch.records.size()) {
            record = batch.records[m_used++];
            return true;
        }
        if (batch.last)
            return false;
        m_holding = false;
        m_front = (m_front + 1) % m_batches.size();
        m_empty.release();
    }
}

void RecordPump::run()
{
    for (std::size_t back = 0;; back = (back + 1) % m_batches.size()) {
        m_empty.acquire();
        if (m_stop.load())
            return;
        fill(m_batches[back]);
        const bool last = m_batches[back].last;
        m_full.release();
        if (last)
            return;
    }
}

void RecordPump::fill(Batch& batch)
{
    // One record more than the bound always fits: a field is no longer than a line.
    constexpr std::size_t reserve = batchBytes + 4 * LineReader::longestLine;
    batch.bytes.clear();
    batch.bytes.reserve(reserve);
    batch.records.clear();
    LogRecord record;
    while (batch.records.size() < batchRecords && batch.bytes.size() < batchBytes) {
        if (m_stop.load(std::memory_order_relaxed) || !m_reader->next(record)) {
            batch.last = true;
            break;
        }
        // Header and text of a text line lie in one piece; a journal's fields do not.
        const char* begin = record.host.data();
        const char* end = record.text.data() + record.text.size();
        const std::string_view line = m_reader->currentLine();
        const bool inLine = begin >= line.data() && end <= line.data() + line.size() && begin <= end
            && record.program.data() >= begin && record.program.data() <= end;
        if (inLine) {
            const std::string_view kept = keep(batch.bytes, {begin, static_cast<std::size_t>(end - begin)});
            const auto moved = [&](std::string_view view) {
                return std::string_view(kept.data() + (view.data() - begin), view.size());
            };
            record.host = moved(record.host);
            record.program = moved(record.program);
            record.text = moved(record.text);
        } else {
            record.host = keep(batch.bytes, record.host);
            record.program = keep(batch.bytes, record.program);
            record.text = keep(batch.bytes, record.text);
        }
        batch.records.push_back(record);
    }
    batch.raw = m_reader->lines().stream().rawPosition();
}

} // namespace waxseal
