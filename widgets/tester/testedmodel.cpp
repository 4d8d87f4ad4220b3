// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/tester/testedmodel.h"

#include "widgets/items/verdicts.h"

#include <QLocale>

#include <algorithm>

namespace waxseal {

TestedModel::TestedModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void TestedModel::put(const std::vector<Row>& rows)
{
    std::vector<Row> fresh;
    int first = rowCount();
    int last = -1;
    for (const Row& row : rows) {
        if (const auto known = m_byKey.constFind(row.key); known != m_byKey.constEnd()) {
            const auto at = static_cast<std::size_t>(*known);
            if (at >= m_rows.size()) { // twice in the same batch
                fresh[at - m_rows.size()] = row;
                continue;
            }
            m_rows[at] = row;
            first = std::min(first, *known);
            last = std::max(last, *known);
        } else {
            m_byKey.insert(row.key, static_cast<int>(m_rows.size() + fresh.size()));
            fresh.push_back(row);
        }
    }
    if (last >= 0)
        Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount - 1));
    if (fresh.empty())
        return;
    const int begin = rowCount();
    beginInsertRows({}, begin, begin + static_cast<int>(fresh.size()) - 1);
    m_rows.insert(m_rows.end(), fresh.begin(), fresh.end());
    endInsertRows();
}

void TestedModel::stopWaiting()
{
    beginResetModel();
    std::erase_if(m_rows, [](const Row& row) { return row.waiting && !row.time.isValid(); });
    m_byKey.clear();
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        m_rows[i].waiting = false;
        m_byKey.insert(m_rows[i].key, static_cast<int>(i));
    }
    endResetModel();
}

void TestedModel::clear()
{
    beginResetModel();
    m_rows.clear();
    m_byKey.clear();
    endResetModel();
}

int TestedModel::rowOf(const QString& key) const
{
    return m_byKey.value(key, -1);
}

int TestedModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TestedModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TestedModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == KeyRole)
        return row.key;
    const bool display = role == Qt::DisplayRole || role == Qt::ToolTipRole || role == Qt::AccessibleTextRole;
    switch (static_cast<Column>(index.column())) {
    case Domain:
        if (display)
            return row.shown;
        if (role == SortRole)
            return row.key;
        break;
    case Strictest:
        if (role == SortRole)
            return row.waiting ? -2 : verdictRank(row.verdict);
        if (!display)
            break;
        if (row.waiting)
            return tr("waiting…");
        return row.verdict.isEmpty() ? tr("not tested") : verdictText(row.verdict);
    case Tested:
        if (role == SortRole)
            return row.time;
        if (display && row.time.isValid())
            return QLocale().toString(row.time.toLocalTime(), QLocale::ShortFormat);
        break;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant TestedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Domain:
        return tr("Domain");
    case Strictest:
        return tr("Strictest level delivered");
    case Tested:
        return tr("Tested");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace waxseal
