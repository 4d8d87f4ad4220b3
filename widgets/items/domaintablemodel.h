// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/policy/simulation.h"

#include <QAbstractTableModel>
#include <QHash>

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace waxseal {

class Document;

/** Domains by what their last live test found. */
enum class TestFilter
{
    Any,
    NotTested, ///< or without an answer that tells
    NoTls,
    EncryptOnly, ///< encrypted, not authenticated
    Authenticated, ///< verify or stricter
};

/** Which domains to show. All conditions hold together. */
struct DomainFilter
{
    QString text; ///< part of the name, case and IDNA spelling aside
    bool wouldLose = false; ///< lose mail under their requirement, or under encrypt where nothing is required
    bool plaintextSeen = false;
    bool hasRequirement = false; ///< a row of the policy decides, not the default
    TestFilter test = TestFilter::Any;
    bool operator==(const DomainFilter&) const = default;
};

/**
 * The domains of one direction with everything the Policy table shows. Sorts and filters itself, on raw numbers: an
 * array of row numbers stands between the table and the simulation, so that 200 000 rows stay within a keystroke. An
 * edit never moves a row; sorting does.
 */
class DomainTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Require,
        Domain,
        Messages,
        OverTls,
        WouldLose,
        OfItSpam,
        AtMost,
        Evidence,
        LiveTest,
        ColumnCount
    };
    enum Role
    {
        SortRole = Qt::UserRole, ///< raw number (or the name, for Domain)
        ShareRole, ///< OverTls: 0 … 1, or nothing when not known of any message
        IsPriceRole, ///< bool: what encrypt would cost, not what the policy costs
        IsOwnRole, ///< bool: a row of the policy decides
        WithSubdomainsRole, ///< bool: that row covers subdomains
        WantedLossRole, ///< bool: some of the loss is not spam
    };

    explicit DomainTableModel(Document* document, QObject* parent = nullptr);

    void setDirection(Direction direction);
    Direction direction() const { return m_direction; }
    void setFilter(const DomainFilter& filter);
    const DomainFilter& filter() const { return m_filter; }
    std::size_t totalCount() const; ///< domains before filtering

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    /** Row of the simulation behind a row of the table. */
    std::size_t simulationRow(int row) const { return m_order[static_cast<std::size_t>(row)]; }
    /** Row of the table for a row of the simulation; −1 when filtered out. */
    int tableRow(std::size_t simulationRow) const;
    std::string_view domainKey(int row) const;
    /** The row of the policy that an edit of this table row is about: the one that decides now, if it names this
     * domain. */
    Scope scope(int row) const;
    /** First row from `start` (wrapping) whose name begins with `prefix`; −1 for none. */
    int findPrefix(const QString& prefix, int start) const;

    /** Cells as tab-separated text with a header line, in the order given. */
    QString tabSeparated(const QList<int>& rows, const QList<int>& columns) const;

    /** Tells what live tests found; the column is worth showing when any domain has a result. */
    bool hasLiveTests() const { return !m_verdicts.isEmpty(); }

Q_SIGNALS:
    void liveTestsChanged();

private:
    struct Figures
    {
        Requirement requirement;
        bool isOwn = false;
        bool isPrice = false;
        std::uint64_t lost = 0;
        std::uint64_t spam = 0;
        std::optional<EvidenceClass> evidence;
    };
    Figures figures(std::size_t row) const;
    double bound(std::uint64_t lost, std::uint64_t messages) const;
    bool passes(std::size_t row, std::string_view needle) const;
    bool passesTest(std::size_t row) const;
    void reload();
    void fillOrder();
    void sortOrder();
    double sortKey(std::size_t row, int column) const;
    void readVerdicts();
    void takeVerdicts(const QStringList& domains);
    void policyChanged(Direction direction, const QList<int>& rows);
    QString display(std::size_t row, int column) const;
    QString toolTip(std::size_t row, int column) const;

    Document* m_document;
    const Simulation* m_simulation;
    Direction m_direction = Direction::Inbound;
    DomainFilter m_filter;
    int m_sortColumn = Messages;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
    std::vector<std::uint32_t> m_order; ///< table row → simulation row
    std::vector<std::int32_t> m_place; ///< simulation row → table row
    QHash<std::uint32_t, QString> m_verdicts; ///< by simulation row
    mutable std::unordered_map<std::uint64_t, double> m_bounds; ///< by lost and messages: few pairs are distinct
};

} // namespace waxseal
