// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/document/keptwatch.h"

#include <QAbstractTableModel>
#include <QHash>

#include <cstdint>
#include <span>
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
    bool wouldLose = false; ///< lose wanted mail under their requirement, or under encrypt where nothing is required
    bool plaintextSeen = false;
    bool hasRequirement = false; ///< a row of the policy decides, not the default
    bool byHand = false; ///< chosen by hand
    bool differs = false; ///< something else is required of them than by the policy that is kept
    std::optional<std::pair<Day, Day>> losesOn = {}; ///< lose wanted mail on one of these days
    TestFilter test = TestFilter::Any;
    bool operator==(const DomainFilter&) const = default;
};

/**
 * The domains of one direction with everything the Policy table shows. Sorts and filters itself, on raw numbers: an
 * array of row numbers stands between the table and the simulation, so that 200 000 rows stay within a keystroke. An
 * edit never moves a row; sorting does. By organisation, a row of sums stands above the domains of each organisation
 * that has several; these are there while it is expanded.
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
        Loses,
        Kept, ///< what the policy that is kept loses
        Spam,
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
        IsPinnedRole, ///< bool: chosen by hand
        IsMutedRole, ///< bool: warnings and advice do not name it
        NoteRole, ///< what was noted on the domain
        LevelRole, ///< RowLevel
        IsExpandedRole, ///< bool, of organisations
        SwitchRole, ///< Qt::CheckState: on, off, or some of an organisation
        IsRequiredRole, ///< bool: encryption is required of it, by whatever row
    };

    enum RowLevel
    {
        Alone, ///< a domain without others of its organisation, or not by organisation
        Organisation,
        Member ///< a domain below its organisation
    };

    explicit DomainTableModel(Document* document, QObject* parent = nullptr);

    void setDirection(Direction direction);
    Direction direction() const { return m_direction; }
    void setFilter(const DomainFilter& filter);
    const DomainFilter& filter() const { return m_filter; }
    std::size_t totalCount() const; ///< domains before filtering
    std::size_t shownCount() const { return m_shown; } ///< domains that the filter leaves, expanded or not
    void setByOrganisation(bool byOrganisation);
    bool isByOrganisation() const { return m_byOrganisation; }
    bool isOrganisation(int row) const { return (m_order[static_cast<std::size_t>(row)] & organisationBit) != 0; }
    bool isExpanded(int row) const;
    /** Shows or hides the domains below an organisation. */
    void setExpanded(int row, bool expanded);
    /** Opens the organisation above a row of the simulation, where there is one. */
    void show(std::size_t simulationRow);
    /** The organisation above a domain; −1 for none. */
    int organisationRow(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    /** The rows as the header says: numbers begin with the largest. */
    static bool isNumber(int column) { return column >= Messages && column <= AtMost; }
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    /** Row of the simulation behind a row of the table; of an organisation, its largest domain. */
    std::size_t simulationRow(int row) const
    {
        return isOrganisation(row) ? members(row).front() : m_order[static_cast<std::size_t>(row)];
    }
    /** All of them behind rows of the table, ascending, each once; of an organisation, its domains that are shown. */
    std::vector<std::size_t> simulationRows(const QList<int>& rows) const;
    /** Row of the table for a row of the simulation; −1 when filtered out. */
    int tableRow(std::size_t simulationRow) const;
    std::string_view domainKey(int row) const; ///< of an organisation its name
    /** The row of the policy that an edit of this table row is about: the one that decides now, if it names this
     * domain. */
    Scope scope(int row) const { return scopeOf(simulationRow(row)); }
    /** The same of a row of the simulation. */
    Scope scopeOf(std::size_t simulationRow) const;
    /** First row from `start` (wrapping) whose name begins with `prefix`; −1 for none. */
    int findPrefix(const QString& prefix, int start) const;

    /** Cells as tab-separated text with a header line, in the order given. */
    QString tabSeparated(const QList<int>& rows, const QList<int>& columns) const;

    /** Tells what live tests found; the column is worth showing when any domain has a result. */
    bool hasLiveTests() const { return !m_verdicts.isEmpty(); }
    /** The policy that is kept to be compared, if its figures are known. */
    void setKept(std::shared_ptr<const KeptFigures> kept);
    const std::shared_ptr<const KeptFigures>& kept() const { return m_kept; }
    /** Whether a column has something to say at all. */
    bool isUsed(int column) const { return column == LiveTest ? hasLiveTests() : column != Kept || m_kept != nullptr; }

Q_SIGNALS:
    void liveTestsChanged();
    void keptChanged();

private:
    struct Figures
    {
        Requirement requirement;
        bool isOwn = false;
        bool isPrice = false;
        std::uint64_t lost = 0; ///< wanted messages
        std::uint64_t spam = 0; ///< lost beside them
        std::optional<EvidenceClass> evidence;
    };
    static constexpr std::uint32_t organisationBit = std::uint32_t{1} << 31U;
    struct Sums // of an organisation
    {
        std::uint64_t messages = 0;
        std::uint64_t overTls = 0;
        std::uint64_t unknown = 0;
        std::uint64_t lost = 0; ///< by what is required of some of them
        std::uint64_t spam = 0;
        std::uint64_t price = 0; ///< wanted messages that requiring encryption of the others would lose
        std::uint64_t priceSpam = 0;
        std::uint64_t kept = 0; ///< by the policy that is kept
        std::size_t required = 0;
        std::size_t domains = 0;
        double alphabetical = 0;
    };
    std::uint32_t organisation(int row) const { return m_order[static_cast<std::size_t>(row)] & ~organisationBit; }
    /** Rows of the simulation that are shown below an organisation, by descending messages. */
    std::span<const std::uint32_t> members(int row) const { return membersOf(organisation(row)); }
    std::span<const std::uint32_t> membersOf(std::uint32_t organisation) const;
    Sums sums(std::span<const std::uint32_t> rows) const;
    double organisationKey(const Sums& sums, int column) const;
    QString organisationText(int row, int column) const;
    QVariant organisationData(int row, int column, int role) const;
    void groupRows();
    void arrange();
    void listRows();
    Figures figures(std::size_t row) const;
    static double lossKey(const Figures& figures, std::uint64_t messages);
    static QString lossText(const Figures& figures, std::uint64_t messages);
    double bound(std::uint64_t lost, std::uint64_t messages) const;
    bool passes(std::size_t row, std::string_view needle) const;
    bool passesTest(std::size_t row) const;
    bool losesOn(std::size_t row, Day first, Day last) const;
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
    std::shared_ptr<const KeptFigures> m_kept;
    const KeptFigures::Row* keptRow(std::size_t row) const; ///< null: no policy is kept
    Direction m_direction = Direction::Inbound;
    DomainFilter m_filter;
    int m_sortColumn = Messages;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
    bool m_byOrganisation = false;
    std::size_t m_shown = 0;
    std::vector<std::uint32_t> m_passing; ///< rows of the simulation that the filter leaves, in the order of the sort
    std::vector<std::uint32_t> m_members; ///< the same by organisation, each by descending messages
    std::vector<std::uint32_t> m_memberBegin; ///< by organisation
    std::vector<std::uint8_t> m_isExpanded; ///< by organisation
    std::vector<std::uint32_t> m_order; ///< table row → simulation row, or organisation with organisationBit
    std::vector<std::int32_t> m_place; ///< simulation row → table row
    QHash<std::uint32_t, QString> m_verdicts; ///< by simulation row
    mutable std::unordered_map<std::uint64_t, double> m_bounds; ///< by lost and messages: few pairs are distinct
};

} // namespace waxseal
