// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The import alone, for profilers: bench_import FILE...

#include "model/importer/importer.h"

#include <QCoreApplication>

#include <cstdio>

using namespace waxseal;

int main(int argc, char* argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList inputs = QCoreApplication::arguments().mid(1);
    if (inputs.isEmpty()) {
        std::fputs("Usage: bench_import FILE...\n", stderr);
        return 2;
    }
    const Result<ImportResult> result = importLogs(inputs, {});
    if (!result) {
        std::fprintf(
            stderr, "error %d: %ls\n", static_cast<int>(result.error().code), qUtf16Printable(result.error().detail));
        return 3;
    }
    std::uint64_t bytes = 0;
    std::uint64_t lines = 0;
    for (const SourceReport& source : result->state.sources) {
        bytes += source.bytes;
        lines += source.lines;
    }
    std::uint64_t messages = 0;
    for (std::size_t i = 0; i < result->facts->size(); ++i)
        messages += result->facts->messages(i);
    const double seconds = result->seconds;
    std::printf("%.3f s, %.0f MB/s, %.0f ns a line; %llu lines, %llu messages, %zu fact rows, %.1f MiB of facts (%.0f "
                "B a row)\n",
        seconds, static_cast<double>(bytes) / 1e6 / seconds, seconds * 1e9 / static_cast<double>(lines),
        static_cast<unsigned long long>(lines), static_cast<unsigned long long>(messages), result->facts->size(),
        static_cast<double>(result->facts->memory()) / 1048576.0,
        static_cast<double>(result->facts->memory()) / static_cast<double>(result->facts->size()));
    return 0;
}
