// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/charttable.h"

#include <QLocale>

#include <cmath>

namespace waxseal {

using namespace Qt::StringLiterals;

namespace {

QString field(QString text, QChar separator)
{
    // A cipher or domain is a stranger's word: no spreadsheet shall take it for a formula.
    if (!text.isEmpty() && u"=+-@\t\r"_s.contains(text.front()))
        text.prepend(u'\'');
    if (separator == u'\t')
        return text.replace(u'\t', u' ').replace(u'\n', u' ').replace(u'\r', u' ');
    if (text.contains(separator) || text.contains(u'"') || text.contains(u'\n') || text.contains(u'\r'))
        return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
    return text;
}

} // namespace

ChartTable::ChartTable(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void ChartTable::setHeaders(const QStringList& headers, const QList<int>& decimals, const QStringList& units)
{
    beginResetModel();
    m_headers = headers;
    m_decimals = decimals;
    m_units = units;
    m_rows.clear();
    endResetModel();
}

void ChartTable::setRows(std::vector<Row> rows)
{
    if (rows.size() == m_rows.size() && !rows.empty()) {
        // The usual case, while a policy is edited: same rows, other figures. The view keeps its place.
        m_rows = std::move(rows);
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int ChartTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ChartTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_headers.size());
}

QVariant ChartTable::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((column == 0 ? Qt::AlignLeading : Qt::AlignTrailing) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole && role != Qt::UserRole)
        return {};
    if (column == 0)
        return role == Qt::DisplayRole ? row.label.shown : row.label.plain;
    const auto at = static_cast<std::size_t>(column - 1);
    if (at >= row.values.size() || std::isnan(row.values[at]))
        return {};
    if (role == Qt::UserRole)
        return row.values[at];
    return QString(QLocale().toString(row.values[at], 'f', decimals(column)) + m_units.value(column));
}

QVariant ChartTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_headers.size())
        return {};
    if (role == Qt::DisplayRole)
        return m_headers[section];
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((section == 0 ? Qt::AlignLeading : Qt::AlignTrailing) | Qt::AlignVCenter));
    return {};
}

QString ChartTable::joined(QChar separator) const
{
    QString text;
    for (qsizetype i = 0; i < m_headers.size(); ++i)
        text += (i > 0 ? QString(separator) : QString()) + field(m_headers[i], separator);
    text += u'\n';
    for (const Row& row : m_rows) {
        text += field(row.label.plain, separator);
        for (int column = 1; column < columnCount(); ++column) {
            const auto at = static_cast<std::size_t>(column - 1);
            text += separator;
            if (at < row.values.size() && !std::isnan(row.values[at]))
                text += QString::number(row.values[at], 'f', decimals(column));
        }
        text += u'\n';
    }
    return text;
}

QString ChartTable::csv() const
{
    return joined(u',');
}

QString ChartTable::tabbed() const
{
    return joined(u'\t');
}

} // namespace waxseal
