// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/tester/resultmodel.h"

#include "probe/verdict/findings.h"
#include "widgets/style/icons.h"
#include "widgets/tester/testtexts.h"
#include "widgets/words/words.h"

#include <QDateTime>
#include <QFont>
#include <QLocale>

#include <algorithm>

namespace waxseal {

using namespace Qt::StringLiterals;

/** One line of the tree. */
struct ResultModel::Node
{
    Node* parent = nullptr;
    int row = 0;
    Mark mark = Mark::Neutral;
    QString what;
    QString detail;
    QString whole; ///< the detail where it is shown shortened
    std::vector<std::unique_ptr<Node>> children;
};

namespace {

QString fromStd(const std::string& text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/** An unbroken word, such as a hash, cut for display. */
QString shortened(const QString& text, qsizetype most)
{
    return text.size() <= most ? text : text.left(most - 1) + u'…';
}

QString mtaStsText(const MtaStsFacts& facts)
{
    switch (facts.record) {
    case MtaStsFacts::Record::NotAsked:
        return ResultModel::tr("not asked");
    case MtaStsFacts::Record::Absent:
        return ResultModel::tr("no record");
    case MtaStsFacts::Record::Several:
        return ResultModel::tr("several records, so none counts");
    case MtaStsFacts::Record::Invalid:
        return facts.detail.empty() ? ResultModel::tr("the record is not valid")
                                    : ResultModel::tr("the record is not valid: %1").arg(fromStd(facts.detail));
    case MtaStsFacts::Record::Failed:
        return ResultModel::tr("look-up failed");
    case MtaStsFacts::Record::Found:
        break;
    }
    if (facts.fetch != MtaStsFacts::Fetch::Fetched)
        return ResultModel::tr("the policy cannot be used: %1").arg(fromStd(facts.detail));
    switch (facts.mode) {
    case MtaStsFacts::Mode::Enforce:
        return ResultModel::tr("mode enforce");
    case MtaStsFacts::Mode::Testing:
        return ResultModel::tr("mode testing");
    case MtaStsFacts::Mode::None:
        break;
    }
    return ResultModel::tr("mode none");
}

QString tlsRptText(const TlsRptFacts& facts)
{
    switch (facts.record) {
    case TlsRptFacts::Record::NotAsked:
        return ResultModel::tr("not asked");
    case TlsRptFacts::Record::Absent:
        return ResultModel::tr("no record");
    case TlsRptFacts::Record::Several:
        return ResultModel::tr("several records, so none counts");
    case TlsRptFacts::Record::Invalid:
        return facts.detail.empty() ? ResultModel::tr("the record is not valid")
                                    : ResultModel::tr("the record is not valid: %1").arg(fromStd(facts.detail));
    case TlsRptFacts::Record::Failed:
        return ResultModel::tr("look-up failed");
    case TlsRptFacts::Record::Found:
        break;
    }
    QStringList addresses;
    for (const std::string& address : facts.addresses)
        addresses.append(fromStd(address));
    return addresses.join(u", "_s);
}

QString iconName(ResultModel::Mark mark)
{
    switch (mark) {
    case ResultModel::Mark::Good:
        return u"check"_s;
    case ResultModel::Mark::Bad:
        return u"cross"_s;
    case ResultModel::Mark::Doubtful:
        return u"warning"_s;
    case ResultModel::Mark::Neutral:
        return u"info"_s;
    case ResultModel::Mark::Busy:
        return u"clock"_s;
    }
    return {};
}

QString spoken(ResultModel::Mark mark, const QString& what)
{
    switch (mark) {
    case ResultModel::Mark::Good:
        return ResultModel::tr("good: %1").arg(what);
    case ResultModel::Mark::Bad:
        return ResultModel::tr("problem: %1").arg(what);
    case ResultModel::Mark::Doubtful:
        return ResultModel::tr("remark: %1").arg(what);
    case ResultModel::Mark::Neutral:
    case ResultModel::Mark::Busy:
        break;
    }
    return what;
}

/** How much a finding matters to mail, whether or not the guidelines have a class for it. */
ResultModel::Mark markOf(const FoundFact& found)
{
    switch (found.finding) {
    case Finding::DaneMatches:
    case Finding::DaneRollOver:
    case Finding::OtherKeyMatches:
    case Finding::RequireTlsExtension:
        return ResultModel::Mark::Good;
    case Finding::DaneMismatches:
    case Finding::OtherKeyMismatches:
    case Finding::DaneWrongName:
    case Finding::ClientCertificateRequired:
    case Finding::NoStartTls:
    case Finding::BrokenStartTls:
    case Finding::RefusedStartTls:
    case Finding::StrippedStartTls:
    case Finding::Expired:
        return ResultModel::Mark::Bad;
    case Finding::HiddenStartTls:
    case Finding::RequiresTlsPublicly:
    case Finding::ExpiresSoon:
    case Finding::NotYetValid:
    case Finding::SelfSigned:
    case Finding::MissingIntermediate:
    case Finding::UnknownAuthority:
    case Finding::WrongName:
    case Finding::CommonNameOnly:
    case Finding::AnonymousOnly:
    case Finding::OnlyTls13:
    case Finding::DaneUnusable:
    case Finding::CutShort:
        return ResultModel::Mark::Doubtful;
    default:
        break;
    }
    switch (found.grade) {
    case Grade::Good:
    case Grade::Sufficient:
        return ResultModel::Mark::Good;
    case Grade::PhaseOut:
        return ResultModel::Mark::Doubtful;
    case Grade::Insufficient:
        return ResultModel::Mark::Bad;
    case Grade::None:
        break;
    }
    return ResultModel::Mark::Neutral;
}

} // namespace

QString reachText(const AddressFacts& address)
{
    switch (address.reach) {
    case Reach::NotTested:
        return ResultModel::tr("not tested");
    case Reach::Reached:
        return {};
    case Reach::Refused:
        return ResultModel::tr("connection refused");
    case Reach::Unreachable:
        return ResultModel::tr("no route from here");
    case Reach::TimedOut:
        return ResultModel::tr("no answer in time");
    case Reach::Throttled:
        return ResultModel::tr("not tested (throttled)");
    case Reach::Tarpit:
        return ResultModel::tr("not tested (too slow)");
    case Reach::Closed:
        return ResultModel::tr("hung up at once");
    case Reach::Misbehaving:
        return ResultModel::tr("does not speak SMTP");
    case Reach::ProxyFailed:
        return ResultModel::tr("the proxy would not connect");
    case Reach::HelloRefused:
        return ResultModel::tr("refuses our greeting");
    case Reach::Ourselves:
        return ResultModel::tr("this machine itself: not tested");
    }
    return {};
}

ResultModel::ResultModel(QObject* parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Node>())
{
}

ResultModel::~ResultModel() = default;

void ResultModel::clear()
{
    beginResetModel();
    m_root = std::make_unique<Node>();
    m_steps.clear();
    endResetModel();
}

void ResultModel::begin(const QString& domain)
{
    beginResetModel();
    m_root = std::make_unique<Node>();
    m_steps.clear();
    m_steps.insert({}, add(m_root.get(), Mark::Busy, domain, tr("looking up its mail servers…")));
    endResetModel();
}

void ResultModel::addStep(const std::string& host, const IpAddress& address, const TranscriptLine& line)
{
    Node* const domain = m_steps.value({});
    if (domain == nullptr)
        return;
    setDetail(domain, {});
    const QString key = fromStd(host);
    Node* const hostNode = step(domain, key, key);
    const QString at = fromStd(address.text());
    Node* const node = step(hostNode, key + u' ' + at, at);
    setDetail(node, tr("connection %1: %2").arg(QString::number(line.connection), shortened(fromStd(line.text), 28)));
}

ResultModel::Node* ResultModel::step(Node* parent, const QString& key, const QString& what)
{
    if (Node* const known = m_steps.value(key))
        return known;
    const int row = static_cast<int>(parent->children.size());
    beginInsertRows(indexOf(parent, 0), row, row);
    Node* const node = add(parent, Mark::Busy, what, {});
    endInsertRows();
    m_steps.insert(key, node);
    return node;
}

void ResultModel::setDetail(Node* node, const QString& detail)
{
    if (node->detail == detail)
        return;
    node->detail = detail;
    const QModelIndex index = indexOf(node, Detail);
    Q_EMIT dataChanged(index, index);
}

ResultModel::Node* ResultModel::add(
    Node* parent, Mark mark, const QString& what, const QString& detail, const QString& whole)
{
    auto node = std::make_unique<Node>();
    node->parent = parent;
    node->row = static_cast<int>(parent->children.size());
    node->mark = mark;
    node->what = what;
    node->detail = detail;
    node->whole = whole;
    return parent->children.emplace_back(std::move(node)).get();
}

void ResultModel::setFacts(const DomainFacts& facts)
{
    beginResetModel();
    m_root = std::make_unique<Node>();
    m_steps.clear();
    const bool dnsFailed = facts.mxLookup.isBogus() || facts.mxLookup.status == DnsStatus::Failed;
    QString mx = dnsStateText(facts.mxLookup);
    if (facts.nullMx)
        mx = tr("accepts no mail (null MX, RFC 7505)");
    else if (facts.implicitMx)
        mx = tr("no MX record: the domain itself is the host");
    Node* const top = add(m_root.get(),
        dnsFailed                       ? Mark::Bad
            : facts.mxLookup.isSecure() ? Mark::Good
                                        : Mark::Neutral,
        fromStd(facts.domain), mx);
    for (const HostFacts& host : facts.hosts)
        addHost(top, facts, host);
    addPolicies(m_root.get(), facts);
    endResetModel();
}

void ResultModel::addHost(Node* parent, const DomainFacts& facts, const HostFacts& host)
{
    const bool failed = host.lookup.isBogus() || host.lookup.status == DnsStatus::Failed || host.lookup.isAbsent();
    const bool worse = !failed
        && std::none_of(
            host.addresses.begin(), host.addresses.end(), [](const AddressFacts& address) { return address.hasTls(); });
    Node* const item = add(parent,
        failed      ? Mark::Bad
            : worse ? Mark::Doubtful
                    : Mark::Good,
        fromStd(host.name), failed ? dnsStateText(host.lookup) : tr("preference %1").arg(host.preference));
    if (host.tlsa.isPresent()) {
        for (const TlsaRecord& record : host.tlsa.records) {
            const QString text = fromStd(record.text());
            add(item, record.isUsable() ? Mark::Good : Mark::Doubtful, tr("TLSA %1").arg(shortened(text, 20)), {},
                text);
        }
    } else if (host.tlsa.isFailed()) {
        add(item, Mark::Bad, tr("TLSA records"), dnsStateText(host.tlsa.lookup));
    }
    for (const AddressFacts& address : host.addresses)
        addAddress(item, facts, host, address);
}

void ResultModel::addAddress(Node* parent, const DomainFacts& facts, const HostFacts& host, const AddressFacts& address)
{
    const bool reached = address.reach == Reach::Reached;
    const QString detail = reached ? tr("%n connection(s)", nullptr, address.connections) : reachText(address);
    const QString whole = reached || address.detail.empty() ? QString() : detail + u": "_s + fromStd(address.detail);
    Node* const item = add(parent, reached ? (address.hasTls() ? Mark::Good : Mark::Bad) : Mark::Doubtful,
        fromStd(address.address.text()) + u" : "_s + QString::number(address.port), detail, whole);
    if (!reached && !address.detail.empty())
        add(item, Mark::Neutral, fromStd(address.detail), {});
    if (reached)
        addSession(item, facts, address);
    for (const FoundFact& found : findingsOf(facts, host, address, facts.time)) {
        add(item, markOf(found), findingText(found), gradeText(found.grade));
    }
}

/** What is as it should be, where the findings only tell what is not. */
void ResultModel::addSession(Node* parent, const DomainFacts& facts, const AddressFacts& address)
{
    if (address.hasTls()) {
        add(parent, Mark::Good, tr("STARTTLS works"), words::text(address.session.version));
        if (address.required == Answer::No)
            add(parent, Mark::Good, tr("STARTTLS is offered, not required"),
                facts.isPubliclyReferenced() ? tr("as RFC 3207 says") : QString());
    }
    if (!address.chain.isEmpty()) {
        const QDate end = QDateTime::fromSecsSinceEpoch(address.chain.leaf().notAfter, Qt::UTC).date();
        if (address.chain.isTrusted())
            add(parent, Mark::Good,
                tr("Certificate chain complete and trusted, until %1")
                    .arg(QLocale().toString(end, QLocale::ShortFormat)),
                {});
    }
    if (address.commandInjection == Injection::Safe)
        add(parent, Mark::Good, tr("A command sent before the handshake is ignored"), {});
}

void ResultModel::addPolicies(Node* parent, const DomainFacts& facts)
{
    const MtaStsFacts& sts = facts.mtaSts;
    const bool broken = (sts.record == MtaStsFacts::Record::Found && !sts.hasPolicy())
        || sts.record == MtaStsFacts::Record::Several || sts.record == MtaStsFacts::Record::Invalid;
    add(parent, sts.hasPolicy() ? Mark::Good : broken ? Mark::Bad : Mark::Neutral, tr("MTA-STS"), mtaStsText(sts));
    const TlsRptFacts::Record report = facts.tlsRpt.record;
    const bool isWrong = report == TlsRptFacts::Record::Several || report == TlsRptFacts::Record::Invalid;
    add(parent,
        report == TlsRptFacts::Record::Found ? Mark::Good
            : isWrong                        ? Mark::Bad
                                             : Mark::Neutral,
        tr("TLS-RPT"), tlsRptText(facts.tlsRpt));
}

QString ResultModel::text() const
{
    QString out;
    const auto write = [&](const auto& self, const Node& node, int depth) -> void {
        constexpr QLatin1StringView signs("+-!  ");
        out += QString(depth * 2, u' ') + signs.at(static_cast<qsizetype>(node.mark)) + u' ' + node.what;
        if (const QString& detail = node.whole.isEmpty() ? node.detail : node.whole; !detail.isEmpty())
            out += u": "_s + detail;
        out += u'\n';
        for (const auto& child : node.children)
            self(self, *child, depth + 1);
    };
    for (const auto& child : m_root->children)
        write(write, *child, 0);
    return out;
}

const ResultModel::Node* ResultModel::nodeOf(const QModelIndex& index) const
{
    return index.isValid() ? static_cast<const Node*>(index.constInternalPointer()) : m_root.get();
}

QModelIndex ResultModel::indexOf(Node* node, int column) const
{
    return node == m_root.get() ? QModelIndex() : createIndex(node->row, column, node);
}

QModelIndex ResultModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, nodeOf(parent)->children[static_cast<std::size_t>(row)].get());
}

QModelIndex ResultModel::parent(const QModelIndex& index) const
{
    return index.isValid() ? indexOf(nodeOf(index)->parent, 0) : QModelIndex();
}

int ResultModel::rowCount(const QModelIndex& parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(nodeOf(parent)->children.size());
}

int ResultModel::columnCount(const QModelIndex&) const
{
    return ColumnCount;
}

QVariant ResultModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Node& node = *nodeOf(index);
    if (role == markRole)
        return static_cast<int>(node.mark);
    if (index.column() == Detail) {
        if (role == Qt::DisplayRole)
            return node.detail;
        return role == Qt::ToolTipRole ? QVariant(node.whole.isEmpty() ? node.detail : node.whole) : QVariant();
    }
    switch (role) {
    case Qt::DisplayRole:
        return node.what;
    case Qt::DecorationRole:
        return style::themedIcon(iconName(node.mark));
    case Qt::AccessibleTextRole: {
        const QString what = spoken(node.mark, node.what);
        return node.detail.isEmpty() ? what : QString(what + u", "_s + node.detail);
    }
    case Qt::FontRole:
        if (node.parent == m_root.get() && node.row == 0) {
            QFont bold;
            bold.setBold(true);
            return bold;
        }
        return {};
    default:
        return {};
    }
}

QVariant ResultModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == What ? tr("Check") : tr("Result");
}

} // namespace waxseal
