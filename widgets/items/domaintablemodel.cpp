// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/items/domaintablemodel.h"

#include "model/core/domainname.h"
#include "model/forecast/forecast.h"
#include "widgets/document/document.h"
#include "widgets/items/domaincolumns.h"
#include "widgets/items/figures.h"
#include "widgets/items/verdicts.h"
#include "widgets/style/numbers.h"

#include <QLocale>
#include <QUrl>

#include <algorithm>
#include <cmath>

namespace waxseal {

using namespace Qt::StringLiterals;

namespace {

bool isOff(const Requirement& requirement)
{
    return requirement.level == Level::None || requirement.level == Level::May;
}

/** The bytes to look for among domain keys: lower case, and A-labels where the text has other letters. */
std::string needleOf(const QString& text)
{
    const QString lower = text.trimmed().toLower();
    QByteArray bytes = lower.toUtf8();
    const bool ascii
        = std::all_of(bytes.cbegin(), bytes.cend(), [](char c) { return static_cast<signed char>(c) >= 0; });
    if (!ascii) {
        if (const QByteArray ace = QUrl::toAce(lower); !ace.isEmpty())
            bytes = ace;
    }
    return bytes.toStdString();
}

/** How much of an outcome a live test decided, for a tooltip; empty for nothing. */
QString byTestText(const Outcome& outcome)
{
    if (outcome.byTest == 0)
        return {};
    return u'\n'
        + DomainTableModel::tr("Of %1 messages the log cannot tell; the last live test says what would become of them.")
              .arg(style::count(outcome.byTest));
}

} // namespace

DomainTableModel::DomainTableModel(Document* document, QObject* parent)
    : QAbstractTableModel(parent)
    , m_document(document)
    , m_simulation(&document->simulation(Direction::Inbound))
{
    connect(document, &Document::factsChanged, this, &DomainTableModel::reload);
    connect(document, &Document::policyChanged, this, &DomainTableModel::policyChanged);
    connect(document, &Document::probesChanged, this, &DomainTableModel::takeVerdicts);
    reload();
}

void DomainTableModel::setDirection(Direction direction)
{
    if (direction == m_direction)
        return;
    m_direction = direction;
    reload();
}

void DomainTableModel::setFilter(const DomainFilter& filter)
{
    if (filter == m_filter)
        return;
    beginResetModel();
    m_filter = filter;
    fillOrder();
    endResetModel();
}

std::size_t DomainTableModel::totalCount() const
{
    return m_simulation->domainCount();
}

void DomainTableModel::reload()
{
    const bool had = hasLiveTests();
    beginResetModel();
    m_simulation = &m_document->simulation(m_direction);
    readVerdicts();
    fillOrder();
    endResetModel();
    if (had != hasLiveTests())
        Q_EMIT liveTestsChanged();
}

bool DomainTableModel::passes(std::size_t row, std::string_view needle) const
{
    if (!needle.empty() && m_simulation->traffic(row).key.find(needle) == std::string_view::npos)
        return false;
    if (m_filter.wouldLose && figures(row).lost == 0)
        return false;
    if (m_filter.plaintextSeen && m_simulation->traffic(row).plaintext == 0)
        return false;
    return (!m_filter.hasRequirement || m_simulation->hasOwnRow(row)) && passesTest(row);
}

bool DomainTableModel::passesTest(std::size_t row) const
{
    if (m_filter.test == TestFilter::Any)
        return true;
    const int rank = verdictRank(m_verdicts.value(static_cast<std::uint32_t>(row)));
    switch (m_filter.test) {
    case TestFilter::Any:
        break;
    case TestFilter::NotTested:
        return rank < 0;
    case TestFilter::NoTls:
        return rank == verdictRank(u"none"_s);
    case TestFilter::EncryptOnly:
        return rank == verdictRank(u"encrypt"_s);
    case TestFilter::Authenticated:
        return rank > verdictRank(u"encrypt"_s);
    }
    return true;
}

void DomainTableModel::fillOrder()
{
    const std::string needle = needleOf(m_filter.text);
    m_order.clear();
    for (std::size_t row = 0; row < m_simulation->domainCount(); ++row) {
        if (passes(row, needle))
            m_order.push_back(static_cast<std::uint32_t>(row));
    }
    sortOrder();
}

void DomainTableModel::sortOrder()
{
    // The simulation's own order is by descending messages, and what the filter leaves is still in it.
    const bool inOrder = m_sortColumn == Messages && m_sortOrder == Qt::DescendingOrder
        && std::is_sorted(m_order.begin(), m_order.end());
    if (!inOrder) {
        std::vector<std::pair<double, std::uint32_t>> keyed;
        keyed.reserve(m_order.size());
        const double sign = m_sortOrder == Qt::AscendingOrder ? 1 : -1;
        for (const std::uint32_t row : m_order)
            keyed.emplace_back(sign * sortKey(row, m_sortColumn), row);
        std::sort(keyed.begin(), keyed.end()); // equal ones by descending messages
        std::transform(keyed.begin(), keyed.end(), m_order.begin(), [](const auto& pair) { return pair.second; });
    }
    m_place.assign(m_simulation->domainCount(), -1);
    for (std::size_t at = 0; at < m_order.size(); ++at)
        m_place[m_order[at]] = static_cast<std::int32_t>(at);
}

double DomainTableModel::sortKey(std::size_t row, int column) const
{
    const DomainTraffic& traffic = m_simulation->traffic(row);
    switch (column) {
    case Require: {
        const Requirement& requirement = m_simulation->effective(row);
        return static_cast<double>(requirement.level) * 100 + static_cast<double>(requirement.minimum) * 10
            + (m_simulation->hasOwnRow(row) ? 1 : 0);
    }
    case Domain:
        return m_document->index(m_direction).alphabetical(row);
    case Messages:
        return static_cast<double>(traffic.messages);
    case OverTls: {
        const std::uint64_t known = traffic.messages - traffic.unknown;
        return known == 0 ? -1 : static_cast<double>(traffic.overTls()) / static_cast<double>(known);
    }
    case WouldLose:
        return static_cast<double>(figures(row).lost);
    case OfItSpam:
        return static_cast<double>(figures(row).spam);
    case AtMost:
        return bound(figures(row).lost, traffic.messages);
    case Evidence: {
        const auto evidence = figures(row).evidence;
        return evidence ? static_cast<double>(*evidence) : 99;
    }
    case LiveTest:
        return verdictRank(m_verdicts.value(static_cast<std::uint32_t>(row)));
    default:
        return 0;
    }
}

void DomainTableModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ColumnCount)
        return;
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<std::uint32_t> rows;
    rows.reserve(static_cast<std::size_t>(before.size()));
    for (const QModelIndex& index : before)
        rows.push_back(m_order[static_cast<std::size_t>(index.row())]);
    m_sortColumn = column;
    m_sortOrder = order;
    sortOrder();
    QModelIndexList after;
    after.reserve(before.size());
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(index(m_place[rows[static_cast<std::size_t>(i)]], before[i].column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

int DomainTableModel::tableRow(std::size_t simulationRow) const
{
    return simulationRow < m_place.size() ? m_place[simulationRow] : -1;
}

std::string_view DomainTableModel::domainKey(int row) const
{
    return m_simulation->traffic(simulationRow(row)).key;
}

Scope DomainTableModel::scope(int row) const
{
    // The row for the domain alone sorts just before the one with subdomains, and goes first.
    Scope scope{std::string(domainKey(row)), false};
    const auto& rows = m_simulation->policy().rows;
    const auto at = rows.lower_bound(scope);
    return at != rows.end() && at->first.domain == scope.domain ? at->first : scope;
}

int DomainTableModel::findPrefix(const QString& prefix, int start) const
{
    const std::string needle = needleOf(prefix);
    const int rows = rowCount();
    for (int step = 0; step < rows; ++step) {
        const int row = (start + step) % rows;
        if (domainKey(row).starts_with(needle))
            return row;
    }
    return -1;
}

int DomainTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

int DomainTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

DomainTableModel::Figures DomainTableModel::figures(std::size_t row) const
{
    Figures out;
    out.requirement = m_simulation->effective(row);
    out.isOwn = m_simulation->hasOwnRow(row);
    out.isPrice = isOff(out.requirement);
    if (out.isPrice) {
        const DomainIndex::Price& price = m_document->index(m_direction).price(row);
        out.lost = price.lost;
        out.spam = price.lostSpam;
        out.evidence = price.evidence;
    } else {
        const Outcome& outcome = m_simulation->outcome(row);
        out.lost = outcome.lost();
        out.spam = outcome.of(Fate::Lost, SpamVerdict::Spam);
        out.evidence = mostOfLoss(outcome);
    }
    return out;
}

double DomainTableModel::bound(std::uint64_t lost, std::uint64_t messages) const
{
    const auto [entry, isNew] = m_bounds.try_emplace((lost << 32) ^ messages);
    if (isNew)
        entry->second = upperBound(lost, messages);
    return entry->second;
}

QString DomainTableModel::display(std::size_t row, int column) const
{
    const DomainTraffic& traffic = m_simulation->traffic(row);
    switch (column) {
    case Require:
        return figures::requirement(m_simulation->effective(row));
    case Domain:
        return figures::domain(traffic.key);
    case Messages:
        return style::count(traffic.messages);
    case OverTls: {
        const std::uint64_t known = traffic.messages - traffic.unknown;
        return known == 0 ? tr("unknown")
                          : style::percent(static_cast<double>(traffic.overTls()) / static_cast<double>(known));
    }
    case WouldLose:
        return style::count(figures(row).lost);
    case OfItSpam:
        return style::count(figures(row).spam);
    case AtMost: {
        const double most = bound(figures(row).lost, traffic.messages);
        return u"≤\u00a0"_s + style::percent(most);
    }
    case Evidence: {
        const auto evidence = figures(row).evidence;
        return evidence ? figures::evidence(*evidence) : u"–"_s;
    }
    case LiveTest: {
        const auto verdict = m_verdicts.constFind(static_cast<std::uint32_t>(row));
        if (verdict == m_verdicts.constEnd())
            return {};
        return verdict->isEmpty() ? tr("no answer") : verdictText(*verdict);
    }
    default:
        return {};
    }
}

QString DomainTableModel::toolTip(std::size_t row, int column) const
{
    const DomainTraffic& traffic = m_simulation->traffic(row);
    const Figures all = figures(row);
    switch (column) {
    case Require:
        return domaincolumns::whyRequired(*m_simulation, row);
    case OverTls:
        return tr("%1 over TLS, %2 in clear, %3 unknown")
            .arg(style::count(traffic.overTls()), style::count(traffic.plaintext), style::count(traffic.unknown));
    case WouldLose:
        if (all.isPrice)
            return tr("Nothing is required. Requiring encrypt would lose %1 of %2 messages.")
                .arg(style::count(all.lost), style::count(traffic.messages));
        return tr("%1 of %2 messages would be lost, %3 of them spam")
                   .arg(style::count(all.lost), style::count(traffic.messages), style::count(all.spam))
            + u'\n' + tr("At most %1").arg(style::percent(bound(all.lost, traffic.messages)))
            + byTestText(m_simulation->outcome(row));
    case LiveTest: {
        const std::string_view key = traffic.key;
        const TestSummary* test
            = m_document->tests().find(QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size())));
        return test == nullptr
            ? QString()
            : tr("Tested %1").arg(QLocale().toString(test->time.toLocalTime(), QLocale::ShortFormat));
    }
    case AtMost:
        return tr("Upper 95 % bound of the share that would be lost: few messages prove little");
    case Evidence:
        return all.evidence ? domaincolumns::whatEvidenceSays(*all.evidence) : tr("Nothing would be lost");
    default:
        return {};
    }
}

QVariant DomainTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const std::size_t row = simulationRow(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return display(row, column);
    case Qt::EditRole:
        if (column == Require)
            return QString::fromStdString(m_simulation->effective(row).text());
        return display(row, column);
    case Qt::ToolTipRole:
        return toolTip(row, column);
    case Qt::TextAlignmentRole:
        if (column >= Messages && column <= AtMost)
            return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
        return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        return u"%1: %2"_s.arg(headerData(column, Qt::Horizontal).toString(), display(row, column));
    case SortRole:
        return column == Domain ? QVariant(figures::domain(m_simulation->traffic(row).key))
                                : QVariant(sortKey(row, column));
    case ShareRole: {
        const double share = column == OverTls ? sortKey(row, OverTls) : -1;
        return share < 0 ? QVariant() : QVariant(share);
    }
    case IsPriceRole:
        return figures(row).isPrice;
    case IsOwnRole:
        return m_simulation->hasOwnRow(row);
    case WithSubdomainsRole: {
        const Scope own = scope(index.row());
        return own.subdomains;
    }
    case WantedLossRole: {
        const Figures all = figures(row);
        return all.lost > all.spam;
    }
    default:
        return {};
    }
}

bool DomainTableModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::EditRole || index.column() != Require)
        return false;
    const QString text = value.toString();
    std::optional<Requirement> requirement;
    if (!text.isEmpty()) {
        requirement = Requirement::parse(text.toStdString(), m_direction);
        if (!requirement)
            return false;
    }
    m_document->require(m_direction, {scope(index.row())}, requirement);
    return true;
}

QVariant DomainTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole) {
        const bool number = section >= Messages && section <= AtMost;
        return QVariant::fromValue((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role == Qt::ToolTipRole)
        return domaincolumns::hint(section);
    return role == Qt::DisplayRole ? domaincolumns::title(section, m_direction) : QVariant();
}

Qt::ItemFlags DomainTableModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == Require)
        flags |= Qt::ItemIsEditable;
    return flags;
}

void DomainTableModel::policyChanged(Direction direction, const QList<int>& rows)
{
    if (direction != m_direction || m_order.empty())
        return;
    if (rows.isEmpty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    for (const int row : rows) {
        if (const int at = tableRow(static_cast<std::size_t>(row)); at >= 0)
            Q_EMIT dataChanged(index(at, 0), index(at, ColumnCount - 1));
    }
}

void DomainTableModel::readVerdicts()
{
    m_verdicts.clear();
    const auto& tests = m_document->tests().all();
    for (auto test = tests.cbegin(); test != tests.cend(); ++test) {
        if (const auto row = m_simulation->rowOf(test.key().toStdString()))
            m_verdicts.insert(static_cast<std::uint32_t>(*row), test->verdict);
    }
}

void DomainTableModel::takeVerdicts(const QStringList& domains)
{
    const bool had = hasLiveTests();
    for (const QString& domain : domains) {
        const auto row = m_simulation->rowOf(domain.toStdString());
        const TestSummary* test = m_document->tests().find(domain);
        if (!row || test == nullptr)
            continue;
        m_verdicts.insert(static_cast<std::uint32_t>(*row), test->verdict);
        if (const int at = tableRow(*row); at >= 0)
            Q_EMIT dataChanged(index(at, LiveTest), index(at, LiveTest));
    }
    if (had != hasLiveTests())
        Q_EMIT liveTestsChanged();
}

QString DomainTableModel::tabSeparated(const QList<int>& rows, const QList<int>& columns) const
{
    QString out;
    const auto line = [&](auto cell) {
        QStringList cells;
        for (const int column : columns) {
            // Names come from strangers: no tab or line end may shift the cells behind it, and no cell may become a
            // formula.
            QString text = cell(column).simplified();
            if (!text.isEmpty() && QStringView(u"=+-@").contains(text.front()))
                text.prepend(u'\'');
            cells.append(text);
        }
        out += cells.join(u'\t') + u'\n';
    };
    line([&](int column) { return headerData(column, Qt::Horizontal).toString(); });
    for (const int row : rows)
        line([&](int column) { return display(simulationRow(row), column); });
    return out;
}

} // namespace waxseal
