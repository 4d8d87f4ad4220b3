// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/workspace/workspace.h"

#include <QHash>

#include <vector>

namespace waxseal {

/** What is shown of a domain's live tests without reading them again: found once, when a result comes in. */
struct TestSummary
{
    QString verdict; ///< of the last test, as strictestDelivered() says it
    QString before; ///< of the one before that
    QDateTime time; ///< of the last test, UTC
    std::vector<std::uint32_t> records; ///< places among the document's probes, oldest first
    std::vector<QString> verdicts; ///< of each of them
};

/** The live tests of a workspace by domain (A-label). */
class TestIndex
{
public:
    TestIndex() = default;
    /** Records and what readTests() said of each. */
    TestIndex(const std::vector<Workspace::ProbeRecord>& records, const std::vector<QString>& verdicts);

    /** A result that is now at `place`; results arrive in the order of time. */
    void add(const Workspace::ProbeRecord& record, std::uint32_t place, const QString& verdict);

    /** Null for a domain that was never tested. */
    const TestSummary* find(const QString& domain) const;
    const QHash<QString, TestSummary>& all() const { return m_summaries; }

private:
    QHash<QString, TestSummary> m_summaries;
};

} // namespace waxseal
