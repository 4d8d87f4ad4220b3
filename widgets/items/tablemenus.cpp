// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/items/tablemenus.h"

#include "widgets/items/domaintable.h"
#include "widgets/items/domaintablemodel.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QHeaderView>
#include <QMenu>

namespace waxseal {

using Column = DomainTableModel::Column;

namespace {

QString title(const DomainTable& table, int column)
{
    return table.domains()->headerData(column, Qt::Horizontal).toString();
}

bool isOffered(const DomainTable& table, int column)
{
    return table.domains()->isUsed(column);
}

void sortBy(DomainTable* table, int column)
{
    QHeaderView* header = table->horizontalHeader();
    auto order = static_cast<Qt::SortOrder>(
        table->domains()->headerData(column, Qt::Horizontal, Qt::InitialSortOrderRole).toInt());
    if (header->sortIndicatorSection() == column) // again: the other way round
        order = header->sortIndicatorOrder() == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
    table->sortByHand(column, order);
}

void fillSortMenu(QMenu* menu, DomainTable* table)
{
    menu->clear();
    auto* group = new QActionGroup(menu);
    for (int column = 0; column < Column::ColumnCount; ++column) {
        if (!isOffered(*table, column))
            continue;
        QAction* action = menu->addAction(title(*table, column));
        action->setCheckable(true);
        action->setChecked(table->horizontalHeader()->sortIndicatorSection() == column);
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, table, [table, column] { sortBy(table, column); });
    }
}

void fillColumnMenu(QMenu* menu, DomainTable* table)
{
    menu->clear();
    for (int column = 0; column < Column::ColumnCount; ++column) {
        if (column == Column::Domain || !isOffered(*table, column))
            continue;
        QAction* action = menu->addAction(title(*table, column));
        action->setCheckable(true);
        action->setChecked(!table->isColumnHidden(column));
        QObject::connect(
            action, &QAction::toggled, table, [table, column](bool shown) { table->setColumnShown(column, shown); });
    }
    menu->addSeparator();
    QObject::connect(menu->addAction(QCoreApplication::translate("waxseal::DomainTable", "Reset Columns")),
        &QAction::triggered, table, &DomainTable::resetColumns);
}

QMenu* make(
    const QString& text, const QString& name, DomainTable* table, QWidget* parent, void (*fill)(QMenu*, DomainTable*))
{
    auto* menu = new QMenu(text, parent);
    menu->setObjectName(name);
    QObject::connect(menu, &QMenu::aboutToShow, table, [menu, table, fill] { fill(menu, table); });
    fill(menu, table);
    return menu;
}

} // namespace

QMenu* makeSortMenu(DomainTable* table, QWidget* parent)
{
    return make(QCoreApplication::translate("waxseal::DomainTable", "&Sort Domains By"), QStringLiteral("sortMenu"),
        table, parent, fillSortMenu);
}

QMenu* makeColumnMenu(DomainTable* table, QWidget* parent)
{
    return make(QCoreApplication::translate("waxseal::DomainTable", "&Columns"), QStringLiteral("columnMenu"), table,
        parent, fillColumnMenu);
}

} // namespace waxseal
