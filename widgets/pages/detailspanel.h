// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/words.h"

#include <QWidget>

#include <optional>

class QAbstractItemModel;
class QLabel;
class QPushButton;
class QTableView;
class QTabWidget;

namespace waxseal {

class Document;
class EvidenceView;
class HostTableModel;
class VersionTableModel;

/** Below the table: the hosts, versions, log lines and live test of the domain that the cursor is on. */
class DetailsPanel : public QWidget
{
    Q_OBJECT
public:
    enum Tab
    {
        Hosts,
        Versions,
        LogLines,
        LiveTest
    };

    explicit DetailsPanel(Document* document, QWidget* parent = nullptr);

    /** A row of the simulation of a direction, or nothing. */
    void setDomain(Direction direction, std::optional<std::size_t> row);
    void showLogLines();
    QTabWidget* tabs() const { return m_tabs; }
    HostTableModel* hosts() const { return m_hosts; }
    VersionTableModel* versions() const { return m_versions; }
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void testRequested(const QString& domain);
    /** The last live test is to be seen at length. */
    void resultRequested(const QString& domain);

private:
    QTableView* addTable(QAbstractItemModel* model, const QString& name, const QString& title);
    static void widenColumns(QTableView* view);
    QWidget* buildTest();
    void refresh();
    void showTest();
    QString domainKey() const; ///< of the row; empty without one

    Document* m_document;
    Direction m_direction = Direction::Inbound;
    std::optional<std::size_t> m_row;
    QLabel* m_name;
    QTabWidget* m_tabs;
    QTableView* m_hostTable = nullptr;
    QTableView* m_versionTable = nullptr;
    HostTableModel* m_hosts;
    VersionTableModel* m_versions;
    EvidenceView* m_evidence;
    QLabel* m_testText = nullptr;
    QLabel* m_testAdvice = nullptr;
    QPushButton* m_testButton = nullptr;
    QPushButton* m_resultButton = nullptr;
};

} // namespace waxseal
