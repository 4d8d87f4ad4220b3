// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/witness/witness.h"

#include "model/core/bytes.h"

#include <tuple>

namespace waxseal {

Witnesses::Added Witnesses::add(TlsReport report)
{
    std::size_t failures = 0;
    for (const WitnessedPolicy& policy : report.policies)
        failures += policy.failures.size();
    auto key = std::pair(lowered(report.organization), report.id);
    if (m_known.contains(key))
        return Added::Known;
    if (m_reports.size() >= mostReports || m_failures + failures > mostFailures)
        return Added::Full;
    m_known.insert(std::move(key));
    m_failures += failures;
    m_reports.push_back(std::move(report));
    return Added::New;
}

bool Witnesses::isBefore(const SaferEmail& a, const SaferEmail& b)
{
    return std::tie(a.domain, a.direction, a.region, a.host) < std::tie(b.domain, b.direction, b.region, b.host);
}

Witnesses::Added Witnesses::add(SaferEmail row)
{
    const auto at = m_safer.find(row);
    if (at != m_safer.end()) {
        if (*at == row || at->date > row.date)
            return Added::Known;
        m_safer.erase(at);
    } else if (m_safer.size() >= mostSaferRows) {
        return Added::Full;
    }
    m_safer.insert(std::move(row));
    return Added::New;
}

} // namespace waxseal
