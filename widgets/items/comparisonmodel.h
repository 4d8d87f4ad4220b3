// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/policy/periodcomparison.h"

#include <QAbstractTableModel>

#include <vector>

namespace waxseal {

/** The domains of two periods side by side. Sorts by numbers, filters by a part of the name. */
class ComparisonModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Domain,
        MessagesBefore,
        TlsBefore,
        LosesBefore,
        MessagesAfter,
        TlsAfter,
        LosesAfter,
        Change, ///< of the share over TLS, in points; only where there is mail in both
        ColumnCount
    };
    static constexpr int sortRole = Qt::UserRole; ///< a number, or the name

    explicit ComparisonModel(QObject* parent = nullptr);

    void setComparison(PeriodComparison comparison);
    const PeriodComparison& comparison() const { return m_comparison; }
    void setFilter(const QString& part);
    /** The policy key of a row. */
    const std::string& domain(int row) const { return at(row).domain; }
    /** All that is shown, with headers, one line a domain. */
    QString tabSeparated() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    const DomainComparison& at(int row) const { return m_comparison.domains[m_shown[static_cast<std::size_t>(row)]]; }
    double number(const DomainComparison& domain, int column) const;
    QString text(const DomainComparison& domain, int column) const;
    void arrange();

    PeriodComparison m_comparison;
    std::vector<std::size_t> m_shown;
    QString m_filter;
    int m_column = -1; ///< none: as it comes, what would be lost before first
    Qt::SortOrder m_order = Qt::DescendingOrder;
};

} // namespace waxseal
