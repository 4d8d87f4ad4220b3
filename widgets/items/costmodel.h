// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractTableModel>

#include <cstdint>
#include <optional>
#include <vector>

namespace waxseal {

/** The required domains that lose wanted mail, most first: name, bar, messages, and what drops them. */
class CostModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Domain,
        Bar,
        Lost,
        Drop,
        ColumnCount
    };
    enum Role
    {
        LostRole = Qt::UserRole, ///< messages
        BeforeRole, ///< messages that the rows above lose together
    };
    struct Row
    {
        std::size_t simulationRow = 0;
        QString domain; ///< as people read it
        std::uint64_t lost = 0;
        bool operator==(const Row&) const = default;
    };

    explicit CostModel(QObject* parent = nullptr);

    void setRows(std::vector<Row> rows);
    std::size_t simulationRow(int row) const { return m_rows[static_cast<std::size_t>(row)].simulationRow; }
    /** Row of the model for a row of the simulation; −1 for none. */
    int modelRow(std::size_t simulationRow) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<Row> m_rows;
    std::vector<std::uint64_t> m_before;
};

} // namespace waxseal
