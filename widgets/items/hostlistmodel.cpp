// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/items/hostlistmodel.h"

#include "model/core/printable.h"
#include "widgets/document/document.h"
#include "widgets/items/figures.h"
#include "widgets/style/numbers.h"
#include "widgets/style/text.h"

#include <QtConcurrentRun>

#include <algorithm>

namespace waxseal {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t mostNamed = 12; // domains in a tooltip

QString domainText(const FactTable& facts, DomainId id)
{
    return figures::domain(facts.domains.text(id));
}

} // namespace

HostListModel::HostListModel(Document* document, QObject* parent)
    : QAbstractTableModel(parent)
    , m_document(document)
{
    using namespace std::chrono_literals;
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(60ms);
    connect(&m_refresh, &QTimer::timeout, this, &HostListModel::findLosses);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &HostListModel::takeHosts);
    connect(document, &Document::factsChanged, this, &HostListModel::restart);
    connect(document, &Document::policyChanged, this, [this](Direction direction) {
        if (direction == m_direction && m_isActive)
            m_refresh.start();
    });
}

HostListModel::~HostListModel()
{
    m_watcher.waitForFinished();
}

void HostListModel::setDirection(Direction direction)
{
    if (direction == m_direction)
        return;
    m_direction = direction;
    restart();
}

void HostListModel::setActive(bool active)
{
    if (active == m_isActive)
        return;
    m_isActive = active;
    if (active && m_isStale)
        load();
    else if (active)
        findLosses();
}

void HostListModel::restart()
{
    m_isStale = true;
    beginResetModel();
    m_hosts.reset();
    m_order.clear();
    endResetModel();
    if (m_isActive)
        load();
}

void HostListModel::load()
{
    if (m_watcher.isRunning())
        return; // takeHosts() sees that they are of other facts
    m_isStale = false;
    m_facts = m_document->simulation(m_direction).factsPointer();
    m_watcher.setFuture(QtConcurrent::run([facts = m_facts, direction = m_direction] {
        return std::make_shared<const Hosts>(trafficByHost(*facts, direction));
    }));
}

void HostListModel::takeHosts()
{
    if (m_isStale) {
        if (m_isActive)
            load();
        return;
    }
    m_outcomes = m_document->simulation(m_direction).hostOutcomes();
    beginResetModel();
    m_hosts = m_watcher.result();
    arrange();
    endResetModel();
    Q_EMIT loaded();
}

/** What the policy loses of each host's mail; one pass over the facts, however many hosts there are. */
void HostListModel::findLosses()
{
    if (!m_hosts || m_isStale)
        return;
    m_outcomes = m_document->simulation(m_direction).hostOutcomes();
    if (m_order.empty())
        return;
    Q_EMIT dataChanged(index(0, Loses), index(rowCount() - 1, Spam));
}

void HostListModel::setFilter(const QString& part)
{
    if (part.trimmed() == m_filter)
        return;
    m_filter = part.trimmed();
    if (!m_hosts)
        return;
    beginResetModel();
    arrange();
    endResetModel();
}

void HostListModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ColumnCount)
        return;
    m_column = column;
    m_sortOrder = order;
    if (!m_hosts)
        return;
    beginResetModel();
    arrange();
    endResetModel();
}

void HostListModel::arrange()
{
    m_order.clear();
    const auto matches = [&](const HostTraffic& host) {
        const auto has = [&](const QString& text) { return text.contains(m_filter, Qt::CaseInsensitive); };
        return m_filter.isEmpty() || has(text(host, Address)) || has(text(host, Name))
            || std::any_of(
                host.domains.begin(), host.domains.end(), [&](DomainId id) { return has(domainText(*m_facts, id)); });
    };
    for (std::size_t i = 0; i < m_hosts->size(); ++i) {
        if (matches((*m_hosts)[i]))
            m_order.push_back(static_cast<std::uint32_t>(i));
    }
    // The hosts come with most mail first, which decides among equal ones.
    const auto sorted = [&](auto keyOf) {
        std::vector<std::pair<decltype(keyOf(std::uint32_t{})), std::uint32_t>> keyed;
        keyed.reserve(m_order.size());
        for (const std::uint32_t place : m_order)
            keyed.emplace_back(keyOf(place), place);
        std::stable_sort(keyed.begin(), keyed.end(), [&](const auto& a, const auto& b) {
            return m_sortOrder == Qt::AscendingOrder ? a.first < b.first : b.first < a.first;
        });
        std::transform(keyed.begin(), keyed.end(), m_order.begin(), [](const auto& pair) { return pair.second; });
    };
    if (isNumber(m_column))
        sorted([&](std::uint32_t place) { return number((*m_hosts)[place], m_column); });
    else
        sorted([&](std::uint32_t place) { return text((*m_hosts)[place], m_column); });
}

std::optional<std::size_t> HostListModel::busiestDomain(int row) const
{
    const HostTraffic& host = at(row);
    if (host.domains.empty())
        return {};
    return m_document->simulation(m_direction).rowOf(m_facts->domains.text(host.domains.front()));
}

const Outcome& HostListModel::outcome(const HostTraffic& host) const
{
    static const Outcome none;
    return host.id < m_outcomes.size() ? m_outcomes[host.id] : none;
}

double HostListModel::number(const HostTraffic& host, int column) const
{
    switch (column) {
    case Domains:
        return static_cast<double>(host.domains.size());
    case Messages:
        return static_cast<double>(host.traffic.messages);
    case OverTls: {
        const std::uint64_t known = host.traffic.messages - host.traffic.unknown;
        return known == 0 ? -1 : static_cast<double>(host.traffic.overTls()) / static_cast<double>(known);
    }
    case Loses:
        return static_cast<double>(outcome(host).lostWanted());
    default:
        return static_cast<double>(outcome(host).of(Fate::Lost, SpamVerdict::Spam));
    }
}

QString HostListModel::text(const HostTraffic& host, int column) const
{
    const Host& of = m_facts->host(host.id);
    switch (column) {
    case Address:
        return of.address.isNull() ? tr("not in the log") : QString::fromStdString(of.address.text());
    case Name:
        return of.name.empty() ? u"–"_s : visibleText(std::string_view(of.name));
    case Domains:
        // One is named, of more the number says enough: the tooltip names them.
        return host.domains.size() == 1 ? domainText(*m_facts, host.domains.front())
                                        : style::count(host.domains.size());
    case OverTls: {
        const std::uint64_t known = host.traffic.messages - host.traffic.unknown;
        return known == 0 ? tr("unknown") : style::percent(host.traffic.overTls(), known);
    }
    default:
        return style::count(static_cast<std::uint64_t>(number(host, column)));
    }
}

int HostListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

int HostListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HostListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const HostTraffic& host = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(host, index.column());
    case Qt::AccessibleTextRole:
        return u"%1: %2"_s.arg(headerData(index.column(), Qt::Horizontal).toString(), text(host, index.column()));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case sortRole:
        return isNumber(index.column()) ? QVariant(number(host, index.column())) : QVariant(text(host, index.column()));
    case Qt::ToolTipRole: {
        if (index.column() == Address || index.column() == Name)
            return style::toolTip(text(host, index.column()));
        if (index.column() != Domains)
            return {};
        QStringList names;
        for (std::size_t i = 0; i < std::min(mostNamed, host.domains.size()); ++i)
            names.append(domainText(*m_facts, host.domains[i]));
        if (host.domains.size() > mostNamed)
            names.append(tr("and %n more", "domains", static_cast<int>(host.domains.size() - mostNamed)));
        return style::toolTip(names.join(u'\n'));
    }
    default:
        return {};
    }
}

QVariant HostListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::InitialSortOrderRole)
        return isNumber(section) ? Qt::DescendingOrder : Qt::AscendingOrder;
    if (role == Qt::ToolTipRole && section == Loses)
        return tr("Wanted messages of the host that the policy loses");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Address:
        return tr("Address");
    case Name:
        return tr("Name");
    case Domains:
        return m_direction == Direction::Outbound ? tr("For domains") : tr("Domains");
    case Messages:
        return tr("Messages");
    case OverTls:
        return tr("Over TLS");
    case Loses:
        return tr("Loses");
    default:
        return tr("Spam");
    }
}

} // namespace waxseal
