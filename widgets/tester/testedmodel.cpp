// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/tester/testedmodel.h"

#include "widgets/items/verdicts.h"

#include <QLocale>

#include <algorithm>

namespace waxseal {

using namespace Qt::StringLiterals;

TestedModel::TestedModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

/** One signal for each run of neighbours: a batch goes down the list, and what it does not touch is not looked at. */
void TestedModel::tellChanged(std::vector<int> rows)
{
    std::sort(rows.begin(), rows.end());
    for (std::size_t begin = 0; begin < rows.size();) {
        std::size_t end = begin + 1;
        while (end < rows.size() && rows[end] <= rows[end - 1] + 1)
            ++end;
        Q_EMIT dataChanged(index(rows[begin], 0), index(rows[end - 1], ColumnCount - 1));
        begin = end;
    }
}

void TestedModel::put(const std::vector<Row>& rows)
{
    std::vector<Row> fresh;
    std::vector<int> changed;
    for (const Row& row : rows) {
        if (const auto known = m_byKey.constFind(row.key); known != m_byKey.constEnd()) {
            const auto at = static_cast<std::size_t>(*known);
            if (at >= m_rows.size()) { // twice in the same batch
                fresh[at - m_rows.size()] = row;
                continue;
            }
            m_rows[at] = row;
            changed.push_back(*known);
        } else {
            m_byKey.insert(row.key, static_cast<int>(m_rows.size() + fresh.size()));
            fresh.push_back(row);
        }
    }
    if (!fresh.empty()) {
        const int begin = rowCount();
        beginInsertRows({}, begin, begin + static_cast<int>(fresh.size()) - 1);
        m_rows.insert(m_rows.end(), fresh.begin(), fresh.end());
        endInsertRows();
    }
    tellChanged(std::move(changed));
}

void TestedModel::setState(const QStringList& keys, State state)
{
    std::vector<int> changed;
    for (const QString& key : keys) {
        const int at = rowOf(key);
        if (at < 0 || row(at).state == state)
            continue;
        m_rows[static_cast<std::size_t>(at)].state = state;
        changed.push_back(at);
    }
    tellChanged(std::move(changed));
}

void TestedModel::stopWaiting()
{
    const auto goes = [](const Row& row) { return row.state != State::Done && !row.time.isValid(); };
    for (int end = rowCount(); end > 0;) {
        int begin = end;
        while (begin > 0 && goes(row(begin - 1)))
            --begin;
        if (begin == end) {
            --end;
            continue;
        }
        beginRemoveRows({}, begin, end - 1);
        for (int at = begin; at < end; ++at)
            m_byKey.remove(row(at).key);
        m_rows.erase(m_rows.begin() + begin, m_rows.begin() + end);
        endRemoveRows();
        end = begin;
    }
    std::vector<int> changed;
    for (int at = 0; at < rowCount(); ++at) {
        Row& row = m_rows[static_cast<std::size_t>(at)];
        m_byKey[row.key] = at;
        if (row.state != State::Done) {
            row.state = State::Done;
            changed.push_back(at);
        }
    }
    tellChanged(std::move(changed));
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

QString TestedModel::strictestText(const Row& row)
{
    switch (row.state) {
    case State::Waiting:
        return tr("waiting…");
    case State::Testing:
        return tr("testing…");
    case State::Done:
        break;
    }
    if (row.verdict.isEmpty())
        return tr("not tested");
    if (!hasChanged(row))
        return verdictText(row.verdict);
    const bool isStricter = verdictRank(row.verdict) > verdictRank(row.before);
    return verdictText(row.verdict) + (isStricter ? u" ↑"_s : u" ↓"_s);
}

bool TestedModel::hasChanged(const Row& row)
{
    return row.state == State::Done && !row.before.isEmpty() && !row.verdict.isEmpty() && row.before != row.verdict;
}

QVariant TestedModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == KeyRole)
        return row.key;
    if (role == VerdictRole)
        return row.state == State::Done ? row.verdict : QString();
    const bool display = role == Qt::DisplayRole || role == Qt::ToolTipRole;
    switch (static_cast<Column>(index.column())) {
    case Domain:
        if (display)
            return row.shown;
        if (role == SortRole)
            return row.key;
        if (role == Qt::AccessibleTextRole)
            return tr("%1: %2").arg(row.shown, strictestText(row));
        break;
    case Strictest:
        if (role == SortRole)
            return row.state == State::Done ? verdictRank(row.verdict) : -1 - static_cast<int>(row.state);
        if (role == Qt::DisplayRole)
            return strictestText(row);
        if (role == Qt::ToolTipRole)
            return hasChanged(row) ? tr("The time before: %1").arg(verdictText(row.before)) : strictestText(row);
        if (role == Qt::AccessibleTextRole)
            return hasChanged(row) ? tr("%1, the time before %2").arg(verdictText(row.verdict), verdictText(row.before))
                                   : strictestText(row);
        break;
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
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::ToolTipRole && section == Strictest)
        return tr("The strictest of Postfix's security levels at which mail to the domain is delivered");
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Domain:
        return tr("Domain");
    case Strictest:
        return tr("Delivered up to");
    case Tested:
        return tr("Tested");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace waxseal
