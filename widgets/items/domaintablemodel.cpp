// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/items/domaintablemodel.h"

#include "model/core/domainname.h"
#include "widgets/document/document.h"
#include "widgets/items/verdicts.h"

#include <QUrl>

#include <algorithm>
#include <numeric>
#include <tuple>

namespace waxseal {

using namespace Qt::StringLiterals;

namespace {

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

} // namespace

DomainTableModel::DomainTableModel(Document* document, QObject* parent)
    : QAbstractTableModel(parent)
    , m_document(document)
    , m_simulation(&document->simulation(Direction::Inbound))
{
    connect(document, &Document::factsChanged, this, &DomainTableModel::reload);
    connect(document, &Document::policyChanged, this, &DomainTableModel::policyChanged);
    connect(document, &Document::choicesChanged, this, &DomainTableModel::policyChanged);
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
    m_isExpanded.clear();
    m_simulation = &m_document->simulation(m_direction);
    m_kept.reset(); // of other rows
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
    if (const KeptFigures::Row* kept = m_filter.differs ? keptRow(row) : nullptr;
        kept != nullptr && kept->requirement == m_simulation->effective(row))
        return false;
    if (m_filter.byHand && !m_document->pins(m_direction).contains(scopeOf(row)))
        return false;
    if (m_filter.losesOn && !losesOn(row, m_filter.losesOn->first, m_filter.losesOn->second))
        return false;
    return (!m_filter.hasRequirement || m_simulation->hasOwnRow(row)) && passesTest(row);
}

void DomainTableModel::setKept(std::shared_ptr<const KeptFigures> kept)
{
    if (kept == m_kept)
        return;
    const bool resets = m_filter.differs || m_sortColumn == Kept;
    if (resets)
        beginResetModel();
    m_kept = std::move(kept);
    if (resets) {
        fillOrder();
        endResetModel();
    } else if (!m_order.empty()) {
        Q_EMIT dataChanged(index(0, Kept), index(rowCount() - 1, Kept));
    }
    Q_EMIT headerDataChanged(Qt::Horizontal, Kept, Kept);
    Q_EMIT keptChanged();
}

const KeptFigures::Row* DomainTableModel::keptRow(std::size_t row) const
{
    return m_kept && row < m_kept->rows.size() ? &m_kept->rows[row] : nullptr;
}

bool DomainTableModel::losesOn(std::size_t row, Day first, Day last) const
{
    if (m_simulation->effective(row).level <= Level::May || m_simulation->outcome(row).lostWanted() == 0)
        return false;
    const auto days = m_simulation->dayCounts(row, m_simulation->effective(row), true);
    return std::any_of(days.begin(), days.end(),
        [&](const Simulation::DayCount& day) { return day.day >= first && day.day <= last && day.lost > 0; });
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
    m_passing.clear();
    for (std::size_t row = 0; row < m_simulation->domainCount(); ++row) {
        if (passes(row, needle))
            m_passing.push_back(static_cast<std::uint32_t>(row));
    }
    m_shown = m_passing.size();
    if (m_byOrganisation)
        groupRows();
    sortOrder();
}

/** Puts the rows of each organisation together; the simulation's own order is by descending messages. */
void DomainTableModel::groupRows()
{
    const DomainIndex& index = m_document->index(m_direction);
    m_memberBegin.assign(index.organisationCount() + 1, 0);
    for (const std::uint32_t row : m_passing)
        ++m_memberBegin[index.organisation(row) + 1U];
    std::partial_sum(m_memberBegin.begin(), m_memberBegin.end(), m_memberBegin.begin());
    m_members.resize(m_passing.size());
    std::vector<std::uint32_t> fill(m_memberBegin.begin(), m_memberBegin.end() - 1);
    std::vector<std::uint32_t> rows = m_passing;
    std::sort(rows.begin(), rows.end());
    for (const std::uint32_t row : rows)
        m_members[fill[index.organisation(row)]++] = row;
    m_isExpanded.resize(index.organisationCount(), 0);
}

std::span<const std::uint32_t> DomainTableModel::membersOf(std::uint32_t organisation) const
{
    return std::span(m_members).subspan(
        m_memberBegin[organisation], m_memberBegin[organisation + 1U] - m_memberBegin[organisation]);
}

void DomainTableModel::sortOrder()
{
    // The simulation's own order is by descending messages.
    const bool byMessages = m_sortColumn == Messages && m_sortOrder == Qt::DescendingOrder;
    if (byMessages) {
        if (!std::is_sorted(m_passing.begin(), m_passing.end()))
            std::sort(m_passing.begin(), m_passing.end());
    } else {
        std::vector<std::pair<double, std::uint32_t>> keyed;
        keyed.reserve(m_passing.size());
        const double sign = m_sortOrder == Qt::AscendingOrder ? 1 : -1;
        for (const std::uint32_t row : m_passing)
            keyed.emplace_back(sign * sortKey(row, m_sortColumn), row);
        std::sort(keyed.begin(), keyed.end()); // equal ones by descending messages
        std::transform(keyed.begin(), keyed.end(), m_passing.begin(), [](const auto& pair) { return pair.second; });
    }
    listRows();
}

/** The rows of the table: those of the filter, or organisations with their domains below them. */
void DomainTableModel::listRows()
{
    if (m_byOrganisation)
        arrange();
    else
        m_order = m_passing;
    m_place.assign(m_simulation->domainCount(), -1);
    for (std::size_t at = 0; at < m_order.size(); ++at) {
        if ((m_order[at] & organisationBit) == 0)
            m_place[m_order[at]] = static_cast<std::int32_t>(at);
    }
}

void DomainTableModel::arrange()
{
    const DomainIndex& index = m_document->index(m_direction);
    const double sign = m_sortOrder == Qt::AscendingOrder ? 1 : -1;
    struct Top
    {
        double key;
        std::uint32_t first; // row of the simulation: equal ones by descending messages
        std::uint32_t entry;
        bool operator<(const Top& other) const { return std::tie(key, first) < std::tie(other.key, other.first); }
    };
    std::vector<Top> tops;
    for (std::uint32_t organisation = 0; organisation < index.organisationCount(); ++organisation) {
        const auto rows = membersOf(organisation);
        if (rows.size() == 1)
            tops.push_back({sign * sortKey(rows.front(), m_sortColumn), rows.front(), rows.front()});
        else if (rows.size() > 1)
            tops.push_back(
                {sign * organisationKey(sums(rows), m_sortColumn), rows.front(), organisation | organisationBit});
    }
    std::sort(tops.begin(), tops.end());
    // Members come in the order in which they stand among all.
    std::vector<std::vector<std::uint32_t>> expanded(index.organisationCount());
    for (const std::uint32_t row : m_passing) {
        if (const std::uint32_t organisation = index.organisation(row); m_isExpanded[organisation] != 0)
            expanded[organisation].push_back(row);
    }
    m_order.clear();
    for (const Top& top : tops) {
        m_order.push_back(top.entry);
        if ((top.entry & organisationBit) != 0) {
            const auto& below = expanded[top.entry & ~organisationBit];
            m_order.insert(m_order.end(), below.begin(), below.end());
        }
    }
}

void DomainTableModel::setByOrganisation(bool byOrganisation)
{
    if (byOrganisation == m_byOrganisation)
        return;
    beginResetModel();
    m_byOrganisation = byOrganisation;
    fillOrder();
    endResetModel();
}

bool DomainTableModel::isExpanded(int row) const
{
    return isOrganisation(row) && m_isExpanded[organisation(row)] != 0;
}

void DomainTableModel::setExpanded(int row, bool expanded)
{
    if (!isOrganisation(row) || expanded == isExpanded(row))
        return;
    const std::uint32_t organisation = this->organisation(row);
    const auto count = static_cast<int>(membersOf(organisation).size());
    if (expanded)
        beginInsertRows({}, row + 1, row + count);
    else
        beginRemoveRows({}, row + 1, row + count);
    m_isExpanded[organisation] = expanded ? 1 : 0;
    listRows();
    if (expanded)
        endInsertRows();
    else
        endRemoveRows();
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void DomainTableModel::show(std::size_t simulationRow)
{
    if (!m_byOrganisation)
        return;
    const std::uint32_t wanted = m_document->index(m_direction).organisation(simulationRow) | organisationBit;
    const auto at = std::find(m_order.begin(), m_order.end(), wanted);
    if (at != m_order.end())
        setExpanded(static_cast<int>(at - m_order.begin()), true);
}

int DomainTableModel::organisationRow(int row) const
{
    if (!m_byOrganisation || isOrganisation(row))
        return -1;
    const std::uint32_t organisation = m_document->index(m_direction).organisation(simulationRow(row));
    if (m_isExpanded[organisation] == 0 || membersOf(organisation).size() < 2)
        return -1;
    const std::uint32_t wanted = organisation | organisationBit;
    for (int above = row - 1; above >= 0; --above) {
        if (isOrganisation(above))
            return m_order[static_cast<std::size_t>(above)] == wanted ? above : -1;
    }
    return -1;
}

std::vector<std::size_t> DomainTableModel::simulationRows(const QList<int>& rows) const
{
    std::vector<std::size_t> out;
    for (const int row : rows) {
        if (!isOrganisation(row))
            out.push_back(simulationRow(row));
        else
            out.insert(out.end(), members(row).begin(), members(row).end());
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

void DomainTableModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ColumnCount)
        return;
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<std::uint32_t> entries;
    entries.reserve(static_cast<std::size_t>(before.size()));
    for (const QModelIndex& index : before)
        entries.push_back(m_order[static_cast<std::size_t>(index.row())]);
    m_sortColumn = column;
    m_sortOrder = order;
    sortOrder();
    std::unordered_map<std::uint32_t, int> organisations; // whose persistent rows are looked for
    for (std::size_t at = 0; m_byOrganisation && !before.isEmpty() && at < m_order.size(); ++at) {
        if ((m_order[at] & organisationBit) != 0)
            organisations.emplace(m_order[at], static_cast<int>(at));
    }
    QModelIndexList after;
    after.reserve(before.size());
    for (qsizetype i = 0; i < before.size(); ++i) {
        const std::uint32_t entry = entries[static_cast<std::size_t>(i)];
        const int row = (entry & organisationBit) != 0 ? organisations.at(entry) : m_place[entry];
        after.append(index(row, before[i].column()));
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

int DomainTableModel::tableRow(std::size_t simulationRow) const
{
    return simulationRow < m_place.size() ? m_place[simulationRow] : -1;
}

std::string_view DomainTableModel::domainKey(int row) const
{
    return isOrganisation(row) ? std::string_view(m_document->index(m_direction).organisationName(organisation(row)))
                               : m_simulation->traffic(simulationRow(row)).key;
}

Scope DomainTableModel::scopeOf(std::size_t simulationRow) const
{
    // The row for the domain alone sorts just before the one with subdomains, and goes first.
    Scope scope{std::string(m_simulation->traffic(simulationRow).key), false};
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

Qt::ItemFlags DomainTableModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == Require)
        flags |= Qt::ItemIsEditable | Qt::ItemIsUserCheckable;
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
    const auto tell = [this](int at) { Q_EMIT dataChanged(index(at, 0), index(at, ColumnCount - 1)); };
    for (const int row : rows) {
        if (const int at = tableRow(static_cast<std::size_t>(row)); at >= 0)
            tell(at);
    }
    if (!m_byOrganisation)
        return;
    std::vector<std::uint32_t> touched;
    for (const int row : rows)
        touched.push_back(m_document->index(m_direction).organisation(static_cast<std::size_t>(row)) | organisationBit);
    for (std::size_t at = 0; at < m_order.size(); ++at) {
        if ((m_order[at] & organisationBit) != 0
            && std::find(touched.begin(), touched.end(), m_order[at]) != touched.end())
            tell(static_cast<int>(at));
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

} // namespace waxseal
