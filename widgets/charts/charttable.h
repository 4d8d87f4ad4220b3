// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractTableModel>
#include <QStringList>

#include <vector>

namespace waxseal {

/**
 * The numbers of a chart as a table: its twin for those who cannot or will not read pictures. The first column names
 * what the row is about, the others are numbers. Qt::DisplayRole is for people, Qt::UserRole the raw value.
 */
class ChartTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    /** A cell of the first column: what is shown, and what a file gets (an ISO date, say). */
    struct Label
    {
        QString shown;
        QString plain;
    };
    struct Row
    {
        Label label;
        std::vector<double> values; ///< NaN: no value
    };

    explicit ChartTable(QObject* parent = nullptr);

    /** `decimals`: of the numbers of a column; a column without an entry has none. `unit`: behind each number of the
     * column. */
    void setHeaders(const QStringList& headers, const QList<int>& decimals = {}, const QStringList& units = {});
    void setRows(std::vector<Row> rows);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /** RFC 4180, UTF-8, numbers with a point and without grouping. Text that a spreadsheet would run as a formula is
     * quoted with '. */
    QString csv() const;
    /** The same with tabs, for the clipboard. */
    QString tabbed() const;

private:
    QString joined(QChar separator) const;
    int decimals(int column) const { return m_decimals.value(column, 0); }

    QStringList m_headers;
    QStringList m_units;
    QList<int> m_decimals;
    std::vector<Row> m_rows;
};

} // namespace waxseal
