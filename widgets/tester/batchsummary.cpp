// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/tester/batchsummary.h"

#include "probe/verdict/delivery.h"
#include "probe/verdict/storedtests.h"
#include "widgets/items/verdicts.h"

#include <QCoreApplication>

#include <algorithm>

namespace waxseal {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(BatchSummary)
};

/** The reason as one that many domains share: without the name and the reply of one host. */
QString sharedReason(Verdict verdict)
{
    verdict.host = Texts::tr("the mail host").toStdString();
    if (verdict.reason != DeliveryReason::NotTrusted)
        verdict.detail = "…";
    verdict.isFallback = false;
    QString text = reasonText(verdict);
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QString groupText(const QString& verdict)
{
    if (verdict.isEmpty())
        return Texts::tr("Not tested");
    if (verdict == u"undelivered"_s)
        return Texts::tr("Not delivered at any level");
    if (verdict == u"none"_s)
        return Texts::tr("Delivered only where TLS is not required");
    return Texts::tr("Delivered up to %1").arg(verdictText(verdict));
}

} // namespace

void BatchSummary::clear()
{
    m_found.clear();
}

void BatchSummary::add(const DomainFacts& facts)
{
    const auto matrix = deliveryMatrix(facts);
    const auto of = [&matrix](SenderLevel level) -> const Verdict& { return matrix[static_cast<std::size_t>(level)]; };
    Found found;
    found.verdict = strictestDelivered(facts);
    if (found.verdict.isEmpty() || found.verdict == u"undelivered"_s)
        found.why = sharedReason(of(SenderLevel::May));
    else if (found.verdict == u"none"_s)
        found.why = sharedReason(of(SenderLevel::Encrypt));
    else if (found.verdict == u"encrypt"_s)
        found.why = sharedReason(of(SenderLevel::Verify));
    found.isPartly = std::any_of(
        matrix.begin(), matrix.end(), [](const Verdict& one) { return one.outcome == Delivery::NotTested; });
    m_found.insert(QString::fromStdString(facts.domain), found);
}

std::vector<BatchGroup> BatchSummary::groups() const
{
    std::vector<BatchGroup> levels;
    std::vector<BatchGroup> reasons;
    QMap<int, QStringList> byRank;
    QMap<QString, QStringList> byReason;
    QMap<int, QString> verdicts;
    QStringList partly;
    for (auto one = m_found.cbegin(); one != m_found.cend(); ++one) {
        const int rank = -verdictRank(one->verdict);
        byRank[rank].append(one.key());
        verdicts[rank] = one->verdict;
        if (!one->why.isEmpty())
            byReason[groupText(one->verdict) + u": "_s + one->why].append(one.key());
        if (one->isPartly && !one->verdict.isEmpty())
            partly.append(one.key());
    }
    for (auto group = byRank.cbegin(); group != byRank.cend(); ++group)
        levels.push_back({groupText(verdicts[group.key()]), *group});
    for (auto group = byReason.cbegin(); group != byReason.cend(); ++group)
        reasons.push_back({group.key(), *group});
    std::stable_sort(reasons.begin(), reasons.end(),
        [](const BatchGroup& a, const BatchGroup& b) { return a.domains.size() > b.domains.size(); });
    if (!partly.isEmpty())
        levels.push_back({Texts::tr("Some levels not tested"), partly});
    levels.insert(levels.end(), reasons.begin(), reasons.end());
    return levels;
}

QStringList BatchSummary::notTested() const
{
    QStringList domains;
    for (auto one = m_found.cbegin(); one != m_found.cend(); ++one) {
        if (one->isPartly)
            domains.append(one.key());
    }
    return domains;
}

} // namespace waxseal
