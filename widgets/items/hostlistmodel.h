// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/policy/grouping.h"
#include "model/policy/simulation.h"

#include <QAbstractTableModel>
#include <QFutureWatcher>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace waxseal {

class Document;

/**
 * The rows by host: which address sends (or takes) how much mail, for which domains, and what the policy loses of it.
 * A requirement is of domains, so nothing is switched here. The hosts are found on another thread, and only while
 * somebody looks at them; their losses follow the policy a moment behind.
 */
class HostListModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Address,
        Name,
        Domains,
        Messages,
        OverTls,
        Loses, ///< wanted messages, under the policy in force
        Spam,
        ColumnCount
    };
    static constexpr int sortRole = Qt::UserRole; ///< a number, or the text

    explicit HostListModel(Document* document, QObject* parent = nullptr);
    ~HostListModel() override;

    void setDirection(Direction direction);
    /** Whether anybody looks at it: otherwise nothing is computed. */
    void setActive(bool active);
    /** A part of an address, of a name, or of a domain's name. */
    void setFilter(const QString& part);
    bool isBusy() const { return m_watcher.isRunning() || m_refresh.isActive(); }
    std::size_t totalCount() const { return m_hosts ? m_hosts->size() : 0; }
    /** Row of the simulation of the domain with most of the mail of a host; nothing where there is none. */
    std::optional<std::size_t> busiestDomain(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    /** The hosts are there. */
    void loaded();

private:
    using Hosts = std::vector<HostTraffic>;
    static bool isNumber(int column) { return column >= Domains; }
    const HostTraffic& at(int row) const { return (*m_hosts)[m_order[static_cast<std::size_t>(row)]]; }
    const Outcome& outcome(const HostTraffic& host) const;
    double number(const HostTraffic& host, int column) const;
    QString text(const HostTraffic& host, int column) const;
    void restart();
    void load();
    void takeHosts();
    void findLosses();
    void arrange();

    Document* m_document;
    Direction m_direction = Direction::Inbound;
    bool m_isActive = false;
    bool m_isStale = true;
    std::shared_ptr<const FactTable> m_facts; ///< those that the hosts are of
    std::shared_ptr<const Hosts> m_hosts;
    std::vector<Outcome> m_outcomes; ///< by HostId
    std::vector<std::uint32_t> m_order; ///< row → place among the hosts
    QString m_filter;
    int m_column = Messages;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
    QFutureWatcher<std::shared_ptr<const Hosts>> m_watcher;
    QTimer m_refresh;
};

} // namespace waxseal
