// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/tester/resulttree.h"

#include "probe/verdict/findings.h"
#include "widgets/style/icons.h"
#include "widgets/words/words.h"

#include <QHeaderView>

namespace waxseal {

using namespace Qt::StringLiterals;

namespace {

QString fromStd(const std::string& text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString dnsText(const DnsState& state)
{
    if (state.isBogus())
        return ResultTree::tr("DNSSEC bogus: %1").arg(fromStd(state.detail));
    switch (state.status) {
    case DnsStatus::NotAsked:
        return {};
    case DnsStatus::Found:
        return state.isSecure() ? ResultTree::tr("DNSSEC valid") : ResultTree::tr("not signed");
    case DnsStatus::NoData:
    case DnsStatus::NoDomain:
        return ResultTree::tr("no such record");
    case DnsStatus::Failed:
        return ResultTree::tr("look-up failed: %1").arg(fromStd(state.detail));
    }
    return {};
}

QString mtaStsText(const MtaStsFacts& facts)
{
    switch (facts.record) {
    case MtaStsFacts::Record::NotAsked:
        return ResultTree::tr("not asked");
    case MtaStsFacts::Record::Absent:
        return ResultTree::tr("no record");
    case MtaStsFacts::Record::Several:
        return ResultTree::tr("several records, so none counts");
    case MtaStsFacts::Record::Invalid:
        return ResultTree::tr("the record is not valid");
    case MtaStsFacts::Record::Failed:
        return ResultTree::tr("look-up failed");
    case MtaStsFacts::Record::Found:
        break;
    }
    if (facts.fetch != MtaStsFacts::Fetch::Fetched)
        return ResultTree::tr("the policy cannot be used: %1").arg(fromStd(facts.detail));
    switch (facts.mode) {
    case MtaStsFacts::Mode::Enforce:
        return ResultTree::tr("mode enforce");
    case MtaStsFacts::Mode::Testing:
        return ResultTree::tr("mode testing");
    case MtaStsFacts::Mode::None:
        break;
    }
    return ResultTree::tr("mode none");
}

} // namespace

QString reachText(const AddressFacts& address)
{
    switch (address.reach) {
    case Reach::NotTested:
        return ResultTree::tr("not tested");
    case Reach::Reached:
        return {};
    case Reach::Refused:
        return ResultTree::tr("connection refused");
    case Reach::Unreachable:
        return ResultTree::tr("no route from here");
    case Reach::TimedOut:
        return ResultTree::tr("no answer in time");
    case Reach::Throttled:
        return ResultTree::tr("not tested (throttled)");
    case Reach::Tarpit:
        return ResultTree::tr("not tested (too slow)");
    case Reach::Closed:
        return ResultTree::tr("hung up at once");
    case Reach::Misbehaving:
        return ResultTree::tr("does not speak SMTP");
    case Reach::ProxyFailed:
        return ResultTree::tr("the proxy would not connect");
    }
    return {};
}

ResultTree::ResultTree(QWidget* parent)
    : QTreeWidget(parent)
{
    setObjectName(u"resultTree"_s);
    setAccessibleName(tr("What the test found"));
    setColumnCount(2);
    setHeaderLabels({tr("Check"), tr("Result")});
    header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    header()->setStretchLastSection(true);
    setUniformRowHeights(true);
    setFrameShape(QFrame::NoFrame);
    setTextElideMode(Qt::ElideRight);
}

QTreeWidgetItem* ResultTree::add(QTreeWidgetItem* parent, Mark mark, const QString& what, const QString& detail)
{
    auto* item = parent == nullptr ? new QTreeWidgetItem(this) : new QTreeWidgetItem(parent);
    item->setText(0, what);
    item->setText(1, detail);
    item->setToolTip(0, what);
    item->setToolTip(1, detail);
    QString icon;
    QString spoken;
    switch (mark) {
    case Mark::Good:
        icon = u"check"_s;
        spoken = tr("good: %1");
        break;
    case Mark::Bad:
        icon = u"cross"_s;
        spoken = tr("problem: %1");
        break;
    case Mark::Doubtful:
        icon = u"warning"_s;
        spoken = tr("remark: %1");
        break;
    case Mark::Neutral:
        spoken = u"%1"_s;
        break;
    }
    if (!icon.isEmpty())
        item->setIcon(0, style::themedIcon(icon));
    item->setData(0, Qt::AccessibleTextRole, spoken.arg(what));
    item->setData(0, Qt::UserRole, static_cast<int>(mark));
    return item;
}

void ResultTree::setFacts(const DomainFacts& facts)
{
    clear();
    const bool dnsFailed = facts.mxLookup.isBogus() || facts.mxLookup.status == DnsStatus::Failed;
    QString mx = dnsText(facts.mxLookup);
    if (facts.nullMx)
        mx = tr("accepts no mail (null MX, RFC 7505)");
    else if (facts.implicitMx)
        mx = tr("no MX record: the domain itself is the host");
    auto* top = add(nullptr,
        dnsFailed                       ? Mark::Bad
            : facts.mxLookup.isSecure() ? Mark::Good
                                        : Mark::Neutral,
        fromStd(facts.domain), mx);
    for (const HostFacts& host : facts.hosts)
        addHost(top, facts, host);
    addPolicies(top, facts);
    expandAll();
}

void ResultTree::addHost(QTreeWidgetItem* parent, const DomainFacts& facts, const HostFacts& host)
{
    const bool failed = host.lookup.isBogus() || host.lookup.status == DnsStatus::Failed || host.lookup.isAbsent();
    auto* item = add(parent, failed ? Mark::Bad : Mark::Neutral, fromStd(host.name),
        failed ? dnsText(host.lookup) : tr("preference %1").arg(host.preference));
    if (host.tlsa.isPresent()) {
        QStringList records;
        for (const TlsaRecord& record : host.tlsa.records)
            records.append(fromStd(record.text()));
        add(item, host.tlsa.isUsable() ? Mark::Good : Mark::Doubtful, tr("TLSA"), records.join(u" · "_s));
    } else if (host.tlsa.isFailed()) {
        add(item, Mark::Bad, tr("TLSA"), dnsText(host.tlsa.lookup));
    }
    for (const AddressFacts& address : host.addresses)
        addAddress(item, facts, host, address);
}

void ResultTree::addAddress(
    QTreeWidgetItem* parent, const DomainFacts& facts, const HostFacts& host, const AddressFacts& address)
{
    const bool reached = address.reach == Reach::Reached;
    QString detail = reached ? tr("%n connection(s)", nullptr, address.connections) : reachText(address);
    if (!reached && !address.detail.empty())
        detail += u": "_s + fromStd(address.detail);
    auto* item = add(parent, reached ? (address.hasTls() ? Mark::Good : Mark::Bad) : Mark::Doubtful,
        fromStd(address.address.text()) + u" : "_s + QString::number(address.port), detail);
    if (reached && address.hasTls())
        add(item, Mark::Good, tr("STARTTLS"),
            u"%1, %2, %3"_s.arg(
                words::text(address.session.version), fromStd(address.session.cipher), fromStd(address.session.group)));
    for (const FoundFact& found : findingsOf(facts, host, address, facts.time)) {
        Mark mark = Mark::Neutral;
        if (found.grade == Grade::Good || found.grade == Grade::Sufficient)
            mark = Mark::Good;
        else if (found.grade == Grade::PhaseOut)
            mark = Mark::Doubtful;
        else if (found.grade == Grade::Insufficient)
            mark = Mark::Bad;
        const std::string_view grade = name(found.grade);
        add(item, mark, findingText(found), QString::fromLatin1(grade.data(), static_cast<qsizetype>(grade.size())));
    }
}

void ResultTree::addPolicies(QTreeWidgetItem* parent, const DomainFacts& facts)
{
    const MtaStsFacts& sts = facts.mtaSts;
    const bool broken = sts.record == MtaStsFacts::Record::Found && !sts.hasPolicy();
    add(parent, sts.hasPolicy() ? Mark::Good : broken ? Mark::Bad : Mark::Neutral, tr("MTA-STS"), mtaStsText(sts));
    QString report = tr("no record");
    if (facts.tlsRpt.record == TlsRptFacts::Record::Found) {
        QStringList addresses;
        for (const std::string& address : facts.tlsRpt.addresses)
            addresses.append(fromStd(address));
        report = addresses.join(u", "_s);
    }
    add(parent, facts.tlsRpt.record == TlsRptFacts::Record::Found ? Mark::Good : Mark::Neutral, tr("TLS-RPT"), report);
}

QString ResultTree::text() const
{
    QString out;
    const auto write = [&](const auto& self, const QTreeWidgetItem* item, int depth) -> void {
        constexpr QLatin1StringView signs("+-! ");
        const int mark = item->data(0, Qt::UserRole).toInt();
        out += QString(depth * 2, u' ') + signs.at(mark) + u' ' + item->text(0);
        if (!item->text(1).isEmpty())
            out += u": "_s + item->text(1);
        out += u'\n';
        for (int i = 0; i < item->childCount(); ++i)
            self(self, item->child(i), depth + 1);
    };
    for (int i = 0; i < topLevelItemCount(); ++i)
        write(write, topLevelItem(i), 0);
    return out;
}

} // namespace waxseal
