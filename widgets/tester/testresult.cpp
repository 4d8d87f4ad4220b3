// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/tester/testresult.h"

#include "probe/verdict/comparison.h"
#include "probe/verdict/resultjson.h"
#include "widgets/document/document.h"

namespace waxseal {

namespace {

std::shared_ptr<const DomainFacts> read(const Document& document, std::uint32_t place)
{
    Result<DomainFacts> facts = domainFromJson(document.probes()[place].json);
    return facts ? std::make_shared<const DomainFacts>(std::move(*facts)) : nullptr;
}

} // namespace

TestResult readTest(const Document& document, const QString& domain, std::optional<std::uint32_t> place)
{
    TestResult result;
    result.domain = domain;
    const TestSummary* tests = document.tests().find(domain);
    if (tests == nullptr || tests->records.empty())
        return result;
    std::size_t at = tests->records.size() - 1;
    for (std::size_t i = 0; place && i < tests->records.size(); ++i) {
        if (tests->records[i] == *place)
            at = i;
    }
    result.isLatest = at + 1 == tests->records.size();
    result.facts = read(document, tests->records[at]);
    if (at > 0)
        result.before = read(document, tests->records[at - 1]);
    return result;
}

QStringList changeTexts(const DomainFacts& before, const DomainFacts& now)
{
    QStringList texts;
    for (const ProbeChange& change : compareProbes(before, now))
        texts.append(changeText(change));
    return texts;
}

} // namespace waxseal
