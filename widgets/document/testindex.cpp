// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/document/testindex.h"

#include <algorithm>

namespace waxseal {

TestIndex::TestIndex(const std::vector<Workspace::ProbeRecord>& records, const std::vector<QString>& verdicts)
{
    std::vector<std::uint32_t> byTime(records.size());
    for (std::size_t i = 0; i < byTime.size(); ++i)
        byTime[i] = static_cast<std::uint32_t>(i);
    std::stable_sort(byTime.begin(), byTime.end(),
        [&records](std::uint32_t a, std::uint32_t b) { return records[a].time < records[b].time; });
    for (const std::uint32_t place : byTime)
        add(records[place], place, verdicts[place]);
}

void TestIndex::add(const Workspace::ProbeRecord& record, std::uint32_t place, const QString& verdict)
{
    TestSummary& summary = m_summaries[record.domain];
    summary.before = summary.records.empty() ? QString() : summary.verdict;
    summary.verdict = verdict;
    summary.time = record.time;
    summary.records.push_back(place);
    summary.verdicts.push_back(verdict);
}

const TestSummary* TestIndex::find(const QString& domain) const
{
    const auto known = m_summaries.constFind(domain);
    return known == m_summaries.constEnd() ? nullptr : &*known;
}

} // namespace waxseal
