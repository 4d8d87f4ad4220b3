// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/policy/simulation.h"
#include "model/workspace/workspace.h"
#include "probe/verdict/probeevidence.h"

#include <QString>

#include <memory>
#include <vector>

namespace waxseal {

/**
 * What a live test says in one word: the strictest level that is delivered, "none" when opportunistic mail is the most
 * there is, "undelivered" when not even that is, "" when nothing could be tested.
 */
QString strictestDelivered(const DomainFacts& facts);

/** The live tests that a workspace keeps, each read once and judged by today's rules; words that were stored beside the
 * facts are not looked at. */
struct StoredTests
{
    std::shared_ptr<const ProbeEvidence> evidence = std::make_shared<const ProbeEvidence>(); ///< the latest of each
    std::vector<QString> verdicts; ///< of each record, as strictestDelivered() says it; "" for one that is damaged
};

/** As slow as the records are long. Any thread. A record whose facts are of another domain than it says is damaged. */
StoredTests readTests(const std::vector<Workspace::ProbeRecord>& records);

/** What the figures of a workspace are made from. Tests that do not vote are not read. */
Grounds groundsOf(
    std::shared_ptr<const FactTable> facts, const std::vector<Workspace::ProbeRecord>& records, bool testsVote);

} // namespace waxseal
