// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/tester/testedlist.h"

#include "widgets/controls/plainheader.h"
#include "widgets/controls/roomydelegate.h"
#include "widgets/items/verdicts.h"
#include "widgets/style/icons.h"
#include "widgets/style/palette.h"
#include "widgets/tester/testedmodel.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace waxseal {

using namespace Qt::StringLiterals;
using style::unit;

namespace {

/** Gives each verdict a sign and its colour. */
class VerdictDelegate : public RoomyDelegate
{
public:
    using RoomyDelegate::RoomyDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const QString verdict = index.data(TestedModel::VerdictRole).toString();
        QColor ink = style::mutedText(option->palette);
        QString sign;
        if (verdict == u"none"_s || verdict == u"undelivered"_s) {
            ink = style::textColor(style::Role::LostLegitimate, option->palette);
            sign = verdict == u"none"_s ? u"unlock"_s : u"cross"_s;
        } else if (!verdict.isEmpty()) {
            ink = style::textColor(style::Role::Accepted, option->palette);
            sign = verdictRank(verdict) >= verdictRank(u"verify"_s) ? u"shield"_s : u"lock"_s;
        }
        option->palette.setColor(QPalette::Text, ink);
        option->decorationSize = {2 * unit, 2 * unit};
        option->features |= QStyleOptionViewItem::HasDecoration; // keeps the words in one column
        if (!sign.isEmpty())
            option->icon = style::themedIcon(sign);
    }
};

} // namespace

TestedList::TestedList(TestedModel* model, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_proxy(new QSortFilterProxyModel(this))
    , m_filter(new QLineEdit(this))
    , m_view(new QTableView(this))
{
    m_proxy->setSourceModel(model);
    m_proxy->setSortRole(TestedModel::SortRole);
    m_proxy->setFilterKeyColumn(TestedModel::Domain);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filter->setObjectName(u"testedFilter"_s);
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter the tested domains"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(style::themedIcon(u"search"_s), QLineEdit::LeadingPosition);

    m_view->setObjectName(u"testedList"_s);
    m_view->setAccessibleName(tr("Tested domains"));
    m_view->setHorizontalHeader(new PlainHeader(m_view));
    m_view->horizontalHeader()->setSectionsClickable(true);
    m_view->setItemDelegate(new RoomyDelegate(m_view));
    m_view->setModel(m_proxy);
    m_view->setItemDelegateForColumn(TestedModel::Strictest, new VerdictDelegate(this));
    // As they are tested, the most mail first, until somebody asks for another order: a large batch need not be sorted.
    m_view->horizontalHeader()->setSortIndicatorClearable(true);
    m_view->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_view->setSortingEnabled(true);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setTabKeyNavigation(false);
    m_view->setCornerButtonEnabled(false);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(m_view->fontMetrics().height() + unit);
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView* header = m_view->horizontalHeader();
    header->setObjectName(u"testedHeader"_s);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(TestedModel::Domain, QHeaderView::Stretch);
    const QFontMetrics metrics = m_view->fontMetrics();
    header->resizeSection(TestedModel::Strictest,
        std::max({metrics.horizontalAdvance(u"dane-only ↓"_s), metrics.horizontalAdvance(TestedModel::tr("testing…")),
            metrics.horizontalAdvance(verdictText(u"undelivered"_s)), metrics.horizontalAdvance(verdictText(u"none"_s)),
            header->sectionSizeHint(TestedModel::Strictest) - 6 * unit})
            + 6 * unit); // the sign, and a margin at both sides
    header->hideSection(TestedModel::Tested);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(unit);
    layout->addWidget(m_filter);
    layout->addWidget(m_view, 1);
    setMinimumWidth(30 * unit);
    connect(m_filter, &QLineEdit::textChanged, m_proxy, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        if (const QString key = current(); !key.isEmpty())
            Q_EMIT currentChanged(key);
    });
}

QString TestedList::current() const
{
    return m_view->currentIndex().data(TestedModel::KeyRole).toString();
}

void TestedList::setCurrent(const QString& key)
{
    const int row = m_model->rowOf(key);
    if (row < 0 || key == current())
        return;
    const QModelIndex index = m_proxy->mapFromSource(m_model->index(row, TestedModel::Domain));
    if (!index.isValid()) // filtered out
        return;
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index);
}

void TestedList::select(const QStringList& keys)
{
    m_filter->clear();
    QItemSelection selection;
    QModelIndex first;
    for (const QString& key : keys) {
        const int row = m_model->rowOf(key);
        const QModelIndex index
            = row < 0 ? QModelIndex() : m_proxy->mapFromSource(m_model->index(row, TestedModel::Domain));
        if (!index.isValid())
            continue;
        selection.select(index, index.siblingAtColumn(TestedModel::ColumnCount - 1));
        if (!first.isValid() || index.row() < first.row())
            first = index;
    }
    if (!first.isValid())
        return;
    m_view->selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
    m_view->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    m_view->scrollTo(first);
}

QStringList TestedList::selected() const
{
    QStringList keys;
    for (const QModelIndex& index : m_view->selectionModel()->selectedRows())
        keys.append(index.data(TestedModel::KeyRole).toString());
    return keys;
}

void TestedList::setContextActions(const QList<QAction*>& actions)
{
    m_view->addActions(actions);
}

QByteArray TestedList::columnState() const
{
    return m_view->horizontalHeader()->saveState();
}

void TestedList::restoreColumnState(const QByteArray& state)
{
    m_view->horizontalHeader()->restoreState(state);
}

} // namespace waxseal
