// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/policy/grouping.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <string>

class QStackedWidget;
class QTableView;

namespace waxseal {

class Document;
class DomainTable;
class DomainTableModel;
class FilterBar;
class HostListModel;
struct KeptFigures;
class PolicyActions;
class PolicyBar;

/** The left of the Policy place: filter, policy, and the table of domains. */
class DomainPanel : public QWidget
{
    Q_OBJECT
public:
    explicit DomainPanel(Document* document, QWidget* parent = nullptr);

    void setDirection(Direction direction);

    DomainTable* table() const { return m_table; }
    FilterBar* filterBar() const { return m_filterBar; }
    HostListModel* hosts() const { return m_hosts; }
    PolicyBar* policyBar() const { return m_policyBar; }
    PolicyActions* policyActions() const { return m_actions; }
    /** Row of the simulation that the cursor is on. */
    std::optional<std::size_t> currentDomain() const;
    /** Puts the cursor on a row of the simulation, whatever the filter. */
    void goTo(std::size_t row);

    /** The policy that is kept, if its figures are known. */
    void showKept(const std::shared_ptr<const KeptFigures>& kept, bool isKept);

Q_SIGNALS:
    void currentDomainChanged();
    /** The row of the simulation under the mouse, or the one the keyboard has come to; nothing: none. */
    void domainLookedAt(std::optional<std::size_t> row);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void applyFilter();
    void lookAt(int row);
    void rememberPlace();
    void restorePlace();
    void showContextMenu(const QPoint& position);
    void makeHostView();
    void setGrouping(Grouping grouping);

    Document* m_document;
    DomainTableModel* m_model;
    FilterBar* m_filterBar;
    PolicyBar* m_policyBar;
    DomainTable* m_table;
    PolicyActions* m_actions;
    HostListModel* m_hosts;
    QTableView* m_hostView;
    QStackedWidget* m_stack;
    std::string m_current; ///< the domain the cursor was on before the table was refilled
    QList<std::string> m_selected;
    int m_currentColumn = 0;
};

} // namespace waxseal
