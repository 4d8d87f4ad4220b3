// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/facts/excluded.h"
#include "model/facts/facttable.h"
#include "model/ledger/importnote.h"
#include "model/ledger/importoptions.h"
#include "model/ledger/messagerecord.h"

namespace waxseal {

/** What a joiner works on: the settled facts of the import under way. */
struct JoinContext
{
    FactTable* facts = nullptr;
    Excluded* excluded = nullptr;
    const ImportOptions* options = nullptr;
    const MessageSink* messages = nullptr; ///< may be empty
};

} // namespace waxseal
