// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/verdict/comparison.h"

#include "probe/result/sentence.h"
#include "probe/result/words.h"
#include "probe/verdict/delivery.h"
#include "probe/verdict/findings.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace waxseal {

namespace {

using Kind = ProbeChange::Kind;

/** Gathers the differences of two tests. */
class Comparison
{
public:
    Comparison(const DomainFacts& before, const DomainFacts& now)
        : m_before(before)
        , m_now(now)
    {
    }

    std::vector<ProbeChange> compare()
    {
        deliveries();
        different(Kind::Dnssec, m_now.domain, factwords::name(m_before.mxLookup.security),
            factwords::name(m_now.mxLookup.security));
        hosts();
        different(Kind::MtaSts, m_now.domain, mtaStsWord(m_before.mtaSts), mtaStsWord(m_now.mtaSts));
        different(
            Kind::TlsRpt, m_now.domain, factwords::name(m_before.tlsRpt.record), factwords::name(m_now.tlsRpt.record));
        return std::move(m_changes);
    }

private:
    void add(Kind kind, std::string subject, std::string_view before = {}, std::string_view after = {})
    {
        m_changes.push_back({kind, std::move(subject), std::string(before), std::string(after), {}});
    }
    void different(Kind kind, const std::string& subject, std::string_view before, std::string_view after)
    {
        if (before != after)
            add(kind, subject, before, after);
    }
    static std::string mtaStsWord(const MtaStsFacts& sts)
    {
        return std::string(sts.hasPolicy() ? factwords::name(sts.mode) : factwords::name(sts.record));
    }
    void deliveries();
    void hosts();
    void addresses(const HostFacts& before, const HostFacts& now);
    void address(
        const HostFacts& hostBefore, const AddressFacts& before, const HostFacts& hostNow, const AddressFacts& now);
    using Found = std::map<Finding, std::string>; ///< with what is said of it
    void findings(const std::string& subject, const Found& before, const Found& now);
    static std::string recordsOf(const TlsaFacts& tlsa);

    const DomainFacts& m_before;
    const DomainFacts& m_now;
    std::vector<ProbeChange> m_changes;
};

void Comparison::deliveries()
{
    const auto before = deliveryMatrix(m_before);
    const auto now = deliveryMatrix(m_now);
    for (std::size_t i = 0; i < now.size(); ++i)
        different(Kind::Delivery, std::string(name(allSenderLevels[i])), name(before[i].outcome), name(now[i].outcome));
}

void Comparison::hosts()
{
    const auto find = [](const std::vector<HostFacts>& list, const std::string& host) {
        return std::find_if(list.begin(), list.end(), [&host](const HostFacts& one) { return one.name == host; });
    };
    for (const HostFacts& host : m_before.hosts) {
        if (find(m_now.hosts, host.name) == m_now.hosts.end())
            add(Kind::HostGone, host.name);
    }
    for (const HostFacts& host : m_now.hosts) {
        const auto before = find(m_before.hosts, host.name);
        if (before == m_before.hosts.end()) {
            add(Kind::HostAppeared, host.name);
            continue;
        }
        different(Kind::TlsaRecords, host.name, recordsOf(before->tlsa), recordsOf(host.tlsa));
        addresses(*before, host);
    }
}

std::string Comparison::recordsOf(const TlsaFacts& tlsa)
{
    std::set<std::string> sorted;
    for (const TlsaRecord& record : tlsa.records)
        sorted.insert(record.text());
    std::string text;
    for (const std::string& record : sorted)
        text += text.empty() ? record : ", " + record;
    return text;
}

void Comparison::addresses(const HostFacts& before, const HostFacts& now)
{
    const auto find = [](const std::vector<AddressFacts>& list, const IpAddress& ip) {
        return std::find_if(list.begin(), list.end(), [&ip](const AddressFacts& one) { return one.address == ip; });
    };
    for (const AddressFacts& old : before.addresses) {
        if (find(now.addresses, old.address) == now.addresses.end())
            add(Kind::AddressGone, now.name + ' ' + old.address.text());
    }
    for (const AddressFacts& one : now.addresses) {
        const auto old = find(before.addresses, one.address);
        if (old == before.addresses.end())
            add(Kind::AddressAppeared, now.name + ' ' + one.address.text());
        else
            address(before, *old, now, one);
    }
}

void Comparison::address(
    const HostFacts& hostBefore, const AddressFacts& before, const HostFacts& hostNow, const AddressFacts& now)
{
    const std::string subject = hostNow.name + ' ' + now.address.text();
    different(Kind::Reach, subject, factwords::name(before.reach), factwords::name(now.reach));
    if (before.reach != Reach::Reached || now.reach != Reach::Reached)
        return; // there is nothing to compare with
    different(Kind::StartTls, subject, factwords::name(before.startTls), factwords::name(now.startTls));
    different(Kind::TlsVersion, subject, name(before.session.version), name(now.session.version));
    if (!before.chain.isEmpty() && !now.chain.isEmpty() && before.chain.leaf().sha256 != now.chain.leaf().sha256) {
        const auto until = [](const ChainFacts& chain) {
            return QDateTime::fromSecsSinceEpoch(chain.leaf().notAfter, Qt::UTC)
                .toString(Qt::ISODate)
                .left(10)
                .toStdString();
        };
        add(Kind::Certificate, subject, until(before.chain), until(now.chain));
    }
    const auto wordsOf = [](const DomainFacts& facts, const HostFacts& host, const AddressFacts& address) {
        Found found;
        for (const FoundFact& fact : findingsOf(facts, host, address, facts.time)) {
            // That something has a name is no news; that it has become weak is.
            const bool isPlain = fact.finding >= Finding::Cipher && fact.finding <= Finding::CertificateSignature;
            if (!isPlain || fact.grade == Grade::PhaseOut || fact.grade == Grade::Insufficient)
                found.emplace(fact.finding, fact.detail);
        }
        return found;
    };
    findings(subject, wordsOf(m_before, hostBefore, before), wordsOf(m_now, hostNow, now));
}

void Comparison::findings(const std::string& subject, const Found& before, const Found& now)
{
    for (const auto& [finding, detail] : now) {
        if (!before.contains(finding))
            m_changes.push_back({Kind::FindingAppeared, subject, {}, std::string(name(finding)), detail});
    }
    for (const auto& [finding, detail] : before) {
        if (!now.contains(finding))
            m_changes.push_back({Kind::FindingGone, subject, std::string(name(finding)), {}, detail});
    }
}

const char* sentenceOf(Kind kind)
{
    switch (kind) {
    case Kind::Delivery:
        return QT_TRANSLATE_NOOP("ProbeChange", "At %1 mail was %2 and is now %3.");
    case Kind::HostAppeared:
        return QT_TRANSLATE_NOOP("ProbeChange", "New mail host: %1.");
    case Kind::HostGone:
        return QT_TRANSLATE_NOOP("ProbeChange", "No longer a mail host: %1.");
    case Kind::AddressAppeared:
        return QT_TRANSLATE_NOOP("ProbeChange", "New address: %1.");
    case Kind::AddressGone:
        return QT_TRANSLATE_NOOP("ProbeChange", "No longer an address: %1.");
    case Kind::Reach:
        return QT_TRANSLATE_NOOP("ProbeChange", "%1: connection was “%2”, now “%3”.");
    case Kind::StartTls:
        return QT_TRANSLATE_NOOP("ProbeChange", "%1: STARTTLS was “%2”, now “%3”.");
    case Kind::TlsVersion:
        return QT_TRANSLATE_NOOP("ProbeChange", "%1: the best version was TLS %2, now %3.");
    case Kind::Certificate:
        return QT_TRANSLATE_NOOP("ProbeChange", "%1: another certificate, valid until %3 (before: %2).");
    case Kind::FindingAppeared:
        return QT_TRANSLATE_NOOP("ProbeChange", "%1: new: %3");
    case Kind::FindingGone:
        return QT_TRANSLATE_NOOP("ProbeChange", "%1: no longer: %2");
    case Kind::TlsaRecords:
        return QT_TRANSLATE_NOOP("ProbeChange", "%1: TLSA records were “%2”, now “%3”.");
    case Kind::MtaSts:
        return QT_TRANSLATE_NOOP("ProbeChange", "MTA-STS was “%2”, now “%3”.");
    case Kind::TlsRpt:
        return QT_TRANSLATE_NOOP("ProbeChange", "TLS-RPT was “%2”, now “%3”.");
    case Kind::Dnssec:
        return QT_TRANSLATE_NOOP("ProbeChange", "DNSSEC was “%2”, now “%3”.");
    }
    return "";
}

// The words of facts and outcomes (factwords, Delivery) as far as sentences above name them.
constexpr const char* allWords[] = {
    QT_TRANSLATE_NOOP("ProbeChange", "delivered"),
    QT_TRANSLATE_NOOP("ProbeChange", "deferred"),
    QT_TRANSLATE_NOOP("ProbeChange", "bounced"),
    QT_TRANSLATE_NOOP("ProbeChange", "not tested"),
    QT_TRANSLATE_NOOP("ProbeChange", "reached"),
    QT_TRANSLATE_NOOP("ProbeChange", "refused"),
    QT_TRANSLATE_NOOP("ProbeChange", "unreachable"),
    QT_TRANSLATE_NOOP("ProbeChange", "timed out"),
    QT_TRANSLATE_NOOP("ProbeChange", "throttled"),
    QT_TRANSLATE_NOOP("ProbeChange", "too slow"),
    QT_TRANSLATE_NOOP("ProbeChange", "closed"),
    QT_TRANSLATE_NOOP("ProbeChange", "misbehaving"),
    QT_TRANSLATE_NOOP("ProbeChange", "proxy failed"),
    QT_TRANSLATE_NOOP("ProbeChange", "works"),
    QT_TRANSLATE_NOOP("ProbeChange", "not offered"),
    QT_TRANSLATE_NOOP("ProbeChange", "hidden"),
    QT_TRANSLATE_NOOP("ProbeChange", "stripped"),
    QT_TRANSLATE_NOOP("ProbeChange", "broken"),
    QT_TRANSLATE_NOOP("ProbeChange", "not asked"),
    QT_TRANSLATE_NOOP("ProbeChange", "found"),
    QT_TRANSLATE_NOOP("ProbeChange", "absent"),
    QT_TRANSLATE_NOOP("ProbeChange", "several"),
    QT_TRANSLATE_NOOP("ProbeChange", "invalid"),
    QT_TRANSLATE_NOOP("ProbeChange", "failed"),
    QT_TRANSLATE_NOOP("ProbeChange", "insecure"),
    QT_TRANSLATE_NOOP("ProbeChange", "secure"),
    QT_TRANSLATE_NOOP("ProbeChange", "bogus"),
};

/** A word for people; what is none of ours (a date, records, a mode of MTA-STS) stays as it is. */
std::string wordText(const ProbeChange& change, const std::string& word)
{
    if (change.kind == Kind::FindingAppeared || change.kind == Kind::FindingGone) {
        const std::optional<Finding> finding = findingNamed(word);
        return finding ? findingText({*finding, Grade::None, change.detail}).toStdString() : word;
    }
    const bool known = std::find_if(std::begin(allWords), std::end(allWords), [&word](const char* one) {
        return word == one;
    }) != std::end(allWords);
    return known ? QCoreApplication::translate("ProbeChange", word.c_str()).toStdString() : word;
}

} // namespace

std::vector<ProbeChange> compareProbes(const DomainFacts& before, const DomainFacts& now)
{
    return Comparison(before, now).compare();
}

QString changeText(const ProbeChange& change)
{
    return filled(QCoreApplication::translate("ProbeChange", sentenceOf(change.kind)),
        {change.subject, wordText(change, change.before), wordText(change, change.after)});
}

} // namespace waxseal
