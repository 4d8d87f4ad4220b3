// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Envelopes: a stream gives the same records whether it comes at once or a few bytes at a time.

#include "model/records/recordreader.h"
#include "tests/fuzz/fuzz.h"
#include "tests/model/memorystream.h"

#include <QTimeZone>

using namespace waxseal;
using namespace waxseal::fuzz;

namespace {

std::string recordsOf(const QByteArray& bytes, std::size_t portion)
{
    RecordReader reader(LineReader(std::make_unique<test::MemoryStream>(bytes, portion), 0),
        TimeStampReader(QTimeZone::utc(), 2026, 0));
    std::string out;
    LogRecord record;
    std::uint64_t last = 0;
    while (reader.next(record)) {
        require(record.offset >= last && record.offset <= static_cast<std::uint64_t>(bytes.size()),
            "records come in the order of their places");
        last = record.offset;
        out += std::to_string(record.time) + ' ' + std::to_string(record.pid) + ' ' + std::to_string(record.offset)
            + ' ' + std::to_string(record.repeated) + ' ';
        out.append(record.host).append(" ").append(record.program).append(": ").append(record.text).append("\n");
    }
    out += std::to_string(reader.lineCount()) + ' ' + std::to_string(reader.skipped());
    return out;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    std::string_view input = viewOf(data, size);
    const std::size_t portion = std::size_t{takeByte(input)} + 1;
    const QByteArray bytes = bytesOf(input);
    require(recordsOf(bytes, SIZE_MAX) == recordsOf(bytes, portion), "portions do not change the records");
    return 0;
}
