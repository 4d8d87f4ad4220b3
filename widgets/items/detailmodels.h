// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/document/domaindetails.h"

#include <QAbstractTableModel>

#include <memory>

namespace waxseal {

/** The hosts behind a domain: address, name, messages, over TLS, would lose, last version, evidence. */
class HostTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Address,
        Name,
        Messages,
        OverTls,
        WouldLose,
        LastVersion,
        Evidence,
        ColumnCount
    };

    explicit HostTableModel(QObject* parent = nullptr);
    void setDetails(std::vector<DomainDetails::HostRow> rows, std::shared_ptr<const FactTable> facts);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<DomainDetails::HostRow> m_rows;
    std::shared_ptr<const FactTable> m_facts;
};

/** What a domain's messages travelled over: version, cipher, messages, share, would lose. */
class VersionTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Version,
        Cipher,
        Messages,
        Share,
        WouldLose,
        ColumnCount
    };

    explicit VersionTableModel(QObject* parent = nullptr);
    void setDetails(std::vector<DomainDetails::VersionRow> rows);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<DomainDetails::VersionRow> m_rows;
    std::uint64_t m_total = 0;
};

} // namespace waxseal
