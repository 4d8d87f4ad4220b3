// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// A whole import, in one step and in two: the facts are the same. The first two bytes say where the log is split.

#include "tests/fuzz/logs.h"

using namespace waxseal;
using namespace waxseal::fuzz;

namespace {

void complainOfDifference(const QByteArray& whole, const QByteArray& steps)
{
    std::fprintf(stderr, "--- in one step\n%s\n--- in two\n%s\n", whole.constData(), steps.constData());
    require(false, "an import in two steps gives the facts of one");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    std::string_view log = viewOf(data, size);
    const std::size_t high = takeByte(log);
    const std::size_t split = log.size() * (high * 256U + takeByte(log)) / 65536U;
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("mail.log"));
    const ImportOptions options = importOptions();

    writeLog(path, log);
    const auto whole = importLogs({path}, options);
    writeLog(path, log.substr(0, std::min(split, log.size())));
    const auto first = importLogs({path}, options);
    if (!whole || !first) // what a head of the file is does not say what the whole is
        return 0;
    // A head that was not yet taken for a log was read without being counted; it is tried again as a whole.
    writeLog(path, log);
    const auto second = importLogs({path}, options, &first->state);
    require(second.hasValue(), "a log that could be read can be read on");
    if (const QByteArray once = dumped(*whole), twice = dumped(*second); once != twice)
        complainOfDifference(once, twice);
    return 0;
}
