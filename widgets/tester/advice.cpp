// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/tester/advice.h"

#include "probe/verdict/delivery.h"
#include "probe/verdict/findings.h"
#include "widgets/tester/deliverytable.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>

namespace waxseal {

using namespace Qt::StringLiterals;

namespace {

struct Advice
{
    Q_DECLARE_TR_FUNCTIONS(Advice)
};

constexpr std::int64_t day = 86'400;

bool isGraver(Grade a, Grade b)
{
    return static_cast<int>(a) > static_cast<int>(b);
}

/** One finding as something to do; empty for what needs nothing done. */
QString toDo(const FoundFact& found)
{
    switch (found.finding) {
    case Finding::RequiresTlsPublicly:
    case Finding::ClientCertificateRequired:
    case Finding::HiddenStartTls:
    case Finding::StrippedStartTls:
    case Finding::ExpiresSoon:
    case Finding::DaneMismatches:
    case Finding::OtherKeyMismatches:
    case Finding::DaneWrongName:
    case Finding::DaneUnusable:
    case Finding::CommonNameOnly:
        return findingText(found);
    case Finding::SelfSigned:
    case Finding::UnknownAuthority:
    case Finding::WrongName:
        return findingText(found);
    default:
        return found.grade == Grade::Insufficient || found.grade == Grade::PhaseOut ? findingText(found) : QString();
    }
}

} // namespace

std::optional<SenderLevel> advisedLevel(const DomainFacts& facts)
{
    const auto matrix = deliveryMatrix(facts);
    const auto delivers = [&matrix](SenderLevel level) {
        return matrix[static_cast<std::size_t>(level)].outcome == Delivery::Delivered;
    };
    if (!delivers(SenderLevel::May))
        return {};
    constexpr std::array levels{SenderLevel::DaneOnly, SenderLevel::Secure, SenderLevel::Verify, SenderLevel::Encrypt};
    const auto* const found = std::find_if(levels.begin(), levels.end(), delivers);
    return found == levels.end() ? std::nullopt : std::optional(*found);
}

QString adviceText(const DomainFacts& facts)
{
    const auto matrix = deliveryMatrix(facts);
    const auto of = [&matrix](SenderLevel level) -> const Verdict& { return matrix[static_cast<std::size_t>(level)]; };
    const Verdict& may = of(SenderLevel::May);
    if (may.outcome == Delivery::NotTested)
        return Advice::tr("Nothing can be said yet. %1 Test again later.").arg(reasonText(may));
    if (may.outcome != Delivery::Delivered)
        return Advice::tr("Mail does not arrive at any level. %1").arg(reasonText(may));
    for (const SenderLevel level :
        {SenderLevel::DaneOnly, SenderLevel::Secure, SenderLevel::Verify, SenderLevel::Encrypt}) {
        if (of(level).outcome != Delivery::Delivered)
            continue;
        if (level == SenderLevel::DaneOnly)
            return Advice::tr("Require dane-only of this domain: its mail is authenticated by DNSSEC and arrives.");
        QString text = level == SenderLevel::Secure
            ? Advice::tr("Require secure of this domain if its mail must reach nobody but its servers: it arrives.")
            : Advice::tr("Require at most %1 of this domain today.").arg(levelText(level));
        if (of(SenderLevel::Dane).outcome != Delivery::Delivered
            && of(SenderLevel::Dane).outcome != Delivery::NotTested)
            text += u' ' + Advice::tr("At dane, mail would wait.") + u' ' + reasonText(of(SenderLevel::Dane));
        else if (of(SenderLevel::Secure).outcome == Delivery::Deferred
            || of(SenderLevel::Secure).outcome == Delivery::Bounced)
            text += u' ' + Advice::tr("Beyond that, mail would wait.") + u' ' + reasonText(of(SenderLevel::Secure));
        return text;
    }
    return Advice::tr("Require no TLS of this domain: it would lose all mail.") + u' '
        + reasonText(of(SenderLevel::Encrypt));
}

QStringList ownAdvice(const DomainFacts& facts)
{
    std::vector<std::pair<Grade, QString>> found;
    for (const HostFacts& host : facts.hosts) {
        for (const AddressFacts& address : host.addresses) {
            for (const FoundFact& fact : findingsOf(facts, host, address, facts.time)) {
                const QString text = toDo(fact);
                if (!text.isEmpty())
                    found.emplace_back(
                        fact.grade, facts.hosts.size() > 1 ? QString::fromStdString(host.name) + u": "_s + text : text);
            }
        }
    }
    std::stable_sort(
        found.begin(), found.end(), [](const auto& a, const auto& b) { return isGraver(a.first, b.first); });
    QStringList list;
    for (const auto& [grade, text] : found) {
        if (!list.contains(text))
            list.append(text);
    }
    if (facts.mxLookup.isBogus())
        list.prepend(Advice::tr("Mend the DNSSEC signatures: senders that validate do not see the domain."));
    if (facts.mtaSts.record == MtaStsFacts::Record::Absent)
        list.append(
            Advice::tr("Publish an MTA-STS policy: senders that know it then insist on TLS with your servers."));
    const MtaStsFacts& sts = facts.mtaSts;
    if (sts.record == MtaStsFacts::Record::Invalid || sts.record == MtaStsFacts::Record::Several)
        list.append(Advice::tr("Mend the MTA-STS record, which senders pass over as it is: %1")
                        .arg(QString::fromStdString(sts.detail)));
    else if (sts.record == MtaStsFacts::Record::Found && !sts.hasPolicy())
        list.append(Advice::tr("Mend the MTA-STS policy, which senders cannot use as it is: %1")
                        .arg(QString::fromStdString(sts.detail)));
    if (facts.tlsRpt.record == TlsRptFacts::Record::Invalid || facts.tlsRpt.record == TlsRptFacts::Record::Several)
        list.append(Advice::tr("Mend the TLS-RPT record, which senders pass over as it is: %1")
                        .arg(QString::fromStdString(facts.tlsRpt.detail)));
    if (facts.tlsRpt.record == TlsRptFacts::Record::Absent)
        list.append(Advice::tr("Publish a TLS-RPT record: large senders then report failures to you every day."));
    return list;
}

QStringList expiringSoon(const DomainFacts& facts, std::int64_t now)
{
    QStringList list;
    for (const HostFacts& host : facts.hosts) {
        for (const AddressFacts& address : host.addresses) {
            if (address.chain.isEmpty())
                continue;
            const std::int64_t end = address.chain.leaf().notAfter;
            if (end <= now || end - now > expirySoonDays * day)
                continue;
            const QString date
                = QLocale().toString(QDateTime::fromSecsSinceEpoch(end, Qt::UTC).date(), QLocale::ShortFormat);
            const QString line = Advice::tr(
                "The certificate of %1 ends in %n day(s), on %2.", nullptr, static_cast<int>((end - now) / day))
                                     .arg(QString::fromStdString(host.name), date);
            if (!list.contains(line))
                list.append(line);
        }
    }
    return list;
}

} // namespace waxseal
