// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractTableModel>
#include <QDateTime>

#include <vector>

namespace waxseal {

/** The tests of one domain, the latest first: when, how far mail was delivered, what had changed since the one before.
 */
class HistoryModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Tested,
        Strictest,
        Changes,
        ColumnCount
    };
    static constexpr int placeRole = Qt::UserRole; ///< among the document's probes

    struct Row
    {
        std::uint32_t place = 0;
        QDateTime time; ///< UTC
        QString verdict;
        QString changes;
    };

    explicit HistoryModel(QObject* parent = nullptr);
    void setRows(std::vector<Row> rows);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<Row> m_rows;
};

} // namespace waxseal
