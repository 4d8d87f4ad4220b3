// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "probe/result/facts.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <vector>

namespace waxseal {

/** Domains of a batch that have something in common. */
struct BatchGroup
{
    QString text; ///< translated
    QStringList domains; ///< A-labels
};

/** What a batch of tests has come to: how many domains at which level, and why no more. */
class BatchSummary
{
public:
    void clear();
    /** A domain that is added again replaces what was known of it. */
    void add(const DomainFacts& facts);
    int domainCount() const { return static_cast<int>(m_found.size()); }
    /** First by the strictest level that is delivered, strictest first; then by the reason, most domains first. */
    std::vector<BatchGroup> groups() const;
    /** Those of which nothing could be said, or not of every level. */
    QStringList notTested() const;

private:
    struct Found
    {
        QString verdict;
        QString why; ///< empty: nothing to explain
        bool isPartly = false; ///< a level could not be tested
    };
    QMap<QString, Found> m_found;
};

} // namespace waxseal
