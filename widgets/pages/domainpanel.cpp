// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/pages/domainpanel.h"

#include "widgets/controls/plaintable.h"
#include "widgets/document/document.h"
#include "widgets/items/domaindelegate.h"
#include "widgets/items/domaintable.h"
#include "widgets/items/domaintablemodel.h"
#include "widgets/items/hostlistmodel.h"
#include "widgets/pages/filterbar.h"
#include "widgets/pages/policyactions.h"
#include "widgets/pages/policybar.h"
#include "widgets/style/palette.h"

#include <QEvent>
#include <QHeaderView>
#include <QMenu>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace waxseal {

using namespace Qt::StringLiterals;
using style::unit;

namespace {

constexpr qsizetype mostRemembered = 5000; // selected rows that are found again after filtering

} // namespace

DomainPanel::DomainPanel(Document* document, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_model(new DomainTableModel(document, this))
    , m_filterBar(new FilterBar(this)) // made in the order in which Tab visits them
    , m_policyBar(new PolicyBar(document, this))
    , m_table(new DomainTable(m_model, this))
    , m_actions(new PolicyActions(document, m_table, this))
    , m_hosts(new HostListModel(document, this))
    , m_hostView(new QTableView(this))
    , m_stack(new QStackedWidget(this))
{
    makeHostView();
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_hostView);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(unit + unit / 2, unit + unit / 2, unit + unit / 2, unit);
    layout->setSpacing(unit);
    layout->addWidget(m_filterBar);
    layout->addWidget(m_policyBar);
    layout->addWidget(m_stack, 1);

    connect(m_filterBar, &FilterBar::filterChanged, this, &DomainPanel::applyFilter);
    connect(m_filterBar, &FilterBar::leaveRequested, this, [this] {
        if (m_filterBar->grouping() == Grouping::Host)
            return m_hostView->setFocus(Qt::OtherFocusReason);
        if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0)
            m_table->setCurrentIndex(m_model->index(0, DomainTableModel::Require));
        m_table->setFocus(Qt::OtherFocusReason);
    });
    connect(m_model, &DomainTableModel::liveTestsChanged, m_filterBar,
        [this] { m_filterBar->setTestsKnown(m_model->hasLiveTests()); });
    m_filterBar->setTestsKnown(m_model->hasLiveTests());
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, &DomainPanel::rememberPlace);
    connect(m_model, &QAbstractItemModel::modelReset, this, &DomainPanel::restorePlace);
    connect(
        m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &DomainPanel::currentDomainChanged);
    m_table->setMouseTracking(true);
    m_table->viewport()->installEventFilter(this);
    connect(m_table, &QAbstractItemView::entered, this, [this](const QModelIndex& index) { lookAt(index.row()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& index) {
        if (index.isValid() && m_table->hasFocus())
            lookAt(index.row());
    });
    connect(m_filterBar, &FilterBar::groupingChanged, this, &DomainPanel::setGrouping);
    connect(m_policyBar, &PolicyBar::pinsRequested, m_filterBar, &FilterBar::showByHand);
    connect(m_table, &DomainTable::requirementChosen, m_actions, &PolicyActions::require);
    connect(m_table, &DomainTable::switched, m_actions, &PolicyActions::toggleRows);
    connect(m_table, &QWidget::customContextMenuRequested, this, &DomainPanel::showContextMenu);
    // A change of many rows, or other facts, may bring the order that nobody has chosen; a single toggle moves no row.
    const auto sortByDefault
        = [this] { m_table->sortByDefault(!m_document->simulation(m_model->direction()).policy().isNone()); };
    connect(document, &Document::factsChanged, this, sortByDefault);
    connect(
        document, &Document::policyChanged, this, [this, sortByDefault](Direction direction, const QList<int>& rows) {
            if (direction == m_model->direction() && rows.isEmpty())
                sortByDefault();
        });
    restorePlace();
}

void DomainPanel::makeHostView()
{
    m_hostView->setObjectName(u"hostView"_s);
    m_hostView->setAccessibleName(tr("Hosts"));
    makePlain(m_hostView);
    m_hostView->setModel(m_hosts);
    m_hostView->verticalHeader()->setDefaultSectionSize(m_table->verticalHeader()->defaultSectionSize());
    QHeaderView* header = m_hostView->horizontalHeader();
    header->setMinimumSectionSize(8 * unit);
    header->setSectionsClickable(true);
    header->setSortIndicator(HostListModel::Messages, Qt::DescendingOrder);
    m_hostView->setSortingEnabled(true);
    const QFontMetrics metrics(font());
    const auto fit = [&](int column, const QString& sample) {
        m_hostView->setColumnWidth(
            column, std::max(header->sectionSizeHint(column), metrics.horizontalAdvance(sample) + 2 * unit));
    };
    fit(HostListModel::Address, u"255.255.255.255"_s);
    fit(HostListModel::Messages, u"888,888"_s);
    fit(HostListModel::OverTls, u"99.99 %"_s);
    fit(HostListModel::Loses, u"88,888"_s);
    fit(HostListModel::Spam, u"88,888"_s);
    for (const int column : {HostListModel::Name, HostListModel::Domains})
        header->setSectionResizeMode(column, QHeaderView::Stretch);
    connect(m_hosts, &HostListModel::loaded, this,
        [this] { m_filterBar->setCounts(m_hosts->totalCount(), static_cast<std::size_t>(m_hosts->rowCount())); });
    // A requirement is of domains: a host leads to the one that it has most mail of.
    connect(m_hostView, &QTableView::activated, this, [this](const QModelIndex& index) {
        const auto row = m_hosts->busiestDomain(index.row());
        if (!row)
            return;
        goTo(*row);
    });
}

void DomainPanel::setGrouping(Grouping grouping)
{
    const bool isHosts = grouping == Grouping::Host;
    m_hosts->setActive(isHosts);
    m_stack->setCurrentWidget(isHosts ? static_cast<QWidget*>(m_hostView) : m_table);
    if (!isHosts)
        m_model->setByOrganisation(grouping == Grouping::Organisation);
    applyFilter();
}

void DomainPanel::setDirection(Direction direction)
{
    m_hosts->setDirection(direction);
    m_table->domainDelegate()->setDirection(direction);
    m_model->setDirection(direction);
    m_policyBar->setDirection(direction);
    m_actions->setDirection(direction);
}

std::optional<std::size_t> DomainPanel::currentDomain() const
{
    const QModelIndex index = m_table->currentIndex();
    if (!index.isValid() || m_model->isOrganisation(index.row()))
        return {};
    return m_model->simulationRow(index.row());
}

void DomainPanel::goTo(std::size_t row)
{
    if (m_filterBar->grouping() == Grouping::Host)
        m_filterBar->setGrouping(Grouping::Domain);
    if (m_model->tableRow(row) < 0)
        m_model->show(row);
    if (m_model->tableRow(row) < 0) {
        m_filterBar->clear();
        m_model->show(row);
    }
    const int at = m_model->tableRow(row);
    if (at < 0)
        return;
    const QModelIndex index = m_model->index(at, DomainTableModel::Domain);
    m_table->setCurrentIndex(index);
    m_table->scrollTo(index, QAbstractItemView::PositionAtCenter);
    m_table->setFocus(Qt::OtherFocusReason);
}

void DomainPanel::lookAt(int row)
{
    Q_EMIT domainLookedAt(m_model->isOrganisation(row) ? std::nullopt : std::optional(m_model->simulationRow(row)));
}

bool DomainPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table->viewport() && event->type() == QEvent::Leave)
        Q_EMIT domainLookedAt({});
    return QWidget::eventFilter(watched, event);
}

void DomainPanel::showKept(const std::shared_ptr<const KeptFigures>& kept, bool isKept)
{
    if (isKept && !kept)
        return; // in a moment; the columns stay as they are
    m_filterBar->setKept(kept ? kept->name() : QString());
    m_model->setKept(kept);
}

void DomainPanel::applyFilter()
{
    if (m_filterBar->grouping() == Grouping::Host) {
        m_hosts->setFilter(m_filterBar->filter().text);
        m_filterBar->setCounts(m_hosts->totalCount(), static_cast<std::size_t>(m_hosts->rowCount()));
        return;
    }
    m_model->setFilter(m_filterBar->filter());
    m_filterBar->setCounts(m_model->totalCount(), m_model->shownCount());
}

void DomainPanel::rememberPlace()
{
    const QModelIndex current = m_table->currentIndex();
    m_selected.clear();
    if (!current.isValid())
        return; // a filter that leaves nothing: the place from before may come back
    m_current = m_model->domainKey(current.row());
    m_currentColumn = current.column();
    const QList<int> rows = m_table->selectedRows();
    if (rows.size() > mostRemembered)
        return;
    for (const int row : rows)
        m_selected.append(std::string(m_model->domainKey(row)));
}

void DomainPanel::restorePlace()
{
    m_filterBar->setCounts(m_model->totalCount(), m_model->shownCount());
    const Simulation& simulation = m_document->simulation(m_model->direction());
    const auto place = [&](const std::string& key) {
        const auto row = simulation.rowOf(key);
        return row ? m_model->tableRow(*row) : -1;
    };
    QItemSelectionModel* selection = m_table->selectionModel();
    QItemSelection again;
    for (const std::string& key : m_selected) {
        if (const int row = place(key); row >= 0) {
            const QModelIndex index = m_model->index(row, 0);
            again.select(index, index.siblingAtColumn(DomainTableModel::ColumnCount - 1));
        }
    }
    int row = m_current.empty() ? -1 : place(m_current);
    if (row < 0 && m_model->rowCount() > 0)
        row = 0;
    if (row < 0) {
        Q_EMIT currentDomainChanged();
        return;
    }
    const QModelIndex current = m_model->index(row, m_currentColumn);
    if (again.isEmpty())
        again.select(current.siblingAtColumn(0), current.siblingAtColumn(DomainTableModel::ColumnCount - 1));
    selection->select(again, QItemSelectionModel::ClearAndSelect);
    selection->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
    m_table->scrollTo(current);
    Q_EMIT currentDomainChanged(); // the row may be the same number and another domain
}

void DomainPanel::showContextMenu(const QPoint& position)
{
    if (!m_table->indexAt(position).isValid())
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (QAction* action : m_actions->all()) {
        if (action != nullptr)
            menu->addAction(action);
        else
            menu->addSeparator();
    }
    menu->popup(m_table->viewport()->mapToGlobal(position));
}

} // namespace waxseal
