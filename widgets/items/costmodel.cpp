// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/items/costmodel.h"

#include "widgets/style/numbers.h"

#include <algorithm>

namespace waxseal {

CostModel::CostModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void CostModel::setRows(std::vector<Row> rows)
{
    if (rows == m_rows)
        return;
    const auto sumUp = [&] {
        m_rows = std::move(rows);
        m_before.clear();
        std::uint64_t sum = 0;
        for (const Row& row : m_rows) {
            m_before.push_back(sum);
            sum += row.lost;
        }
    };
    const bool sameDomains = std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
        [](const Row& a, const Row& b) { return a.simulationRow == b.simulationRow && a.domain == b.domain; });
    if (sameDomains) {
        sumUp();
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    sumUp();
    endResetModel();
}

int CostModel::modelRow(std::size_t simulationRow) const
{
    const auto found = std::find_if(
        m_rows.begin(), m_rows.end(), [&](const Row& row) { return row.simulationRow == simulationRow; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int CostModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CostModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CostModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto at = static_cast<std::size_t>(index.row());
    const Row& row = m_rows[at];
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == Domain)
            return row.domain;
        return index.column() == Lost ? QVariant(style::count(row.lost)) : QVariant();
    case Qt::ToolTipRole:
        if (index.column() == Drop)
            return tr("Require nothing of %1").arg(row.domain);
        return tr("%1: %2 wanted messages lost").arg(row.domain, style::count(row.lost));
    case Qt::AccessibleTextRole:
        return index.column() == Drop ? tr("Require nothing of %1").arg(row.domain)
                                      : tr("%1: %2 wanted messages lost").arg(row.domain, style::count(row.lost));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((index.column() == Lost ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case LostRole:
        return static_cast<qulonglong>(row.lost);
    case BeforeRole:
        return static_cast<qulonglong>(m_before[at]);
    default:
        return {};
    }
}

QVariant CostModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Domain:
        return tr("Domain");
    case Lost:
        return tr("Loses");
    default:
        return {};
    }
}

} // namespace waxseal
