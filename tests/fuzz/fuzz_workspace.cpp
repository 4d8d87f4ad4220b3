// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// A workspace file from anywhere: what opens is sound, can be saved, and comes back the same.

#include "model/workspace/workspace.h"
#include "tests/fuzz/logs.h"

using namespace waxseal;
using namespace waxseal::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.waxseal"));
    const QString copy = folder.filePath(QStringLiteral("b.waxseal"));
    writeLog(path, viewOf(data, size));
    const auto opened = openWorkspace(path);
    if (!opened)
        return 0;
    const auto saved = saveWorkspace(*opened, copy);
    require(saved.hasValue(), "what opens can be saved");
    const auto again = openWorkspace(copy);
    require(again.hasValue(), "what was saved opens");
    require(again->probes == opened->probes && again->policy == opened->policy, "probes and policy come back");
    require(again->state.pieces == opened->state.pieces && again->state.notes == opened->state.notes,
        "pieces and notes come back");
    require(again->state.joiners == opened->state.joiners, "the joiner's state comes back");
    require(test::dump(again->state.settled) == test::dump(opened->state.settled), "the facts come back");
    const ImportResult result = openState(opened->state); // takes up the joiner's state
    require(result.facts->size() >= opened->state.settled.size(), "open messages add to the facts");
    return 0;
}
