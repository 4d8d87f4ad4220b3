// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTableView>

namespace waxseal {

class DomainDelegate;
class DomainTableModel;
class PlainHeader;

/**
 * The table of domains. Space or a click on the switch requires TLS or nothing, of the row or of all selected ones.
 * Enter, F2 or a click on the level opens the levels, wherever the cursor stands; a letter does in the first column and
 * looks for a domain in the others.
 */
class DomainTable : public QTableView
{
    Q_OBJECT
public:
    explicit DomainTable(DomainTableModel* model, QWidget* parent = nullptr);

    DomainTableModel* domains() const { return m_model; }
    DomainDelegate* domainDelegate() const { return m_delegate; }
    QList<int> selectedRows() const; ///< ascending
    /** Opens the requirement of a row for editing. */
    void editRequirement(int row, QKeyEvent* typed = nullptr);
    void keyboardSearch(const QString& search) override;
    QByteArray columnState() const;
    void restoreColumnState(const QByteArray& state);
    void resetColumns();
    void setColumnShown(int column, bool shown);
    /** Sorts as the user says; from then on nothing else does. */
    void sortByHand(int column, Qt::SortOrder order);
    /** The order that nobody has chosen: by loss where something is required, else by messages. */
    void sortByDefault(bool isAnythingRequired);

Q_SIGNALS:
    /** The user chose a requirement (its word; empty: none of its own) for these rows. */
    void requirementChosen(const QList<int>& rows, const QString& requirement);
    /** The switch of these rows was turned. */
    void switched(const QList<int>& rows);
    void deleteRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void commitData(QWidget* editor) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool isOnSwitch(const QPoint& position) const;
    bool pressSwitch(const QMouseEvent& event);
    bool pressExpander(const QMouseEvent& event);
    bool expandByKey(int key, const QModelIndex& current);
    QList<int> rowsFor(int row) const;
    void updateRowHeight();
    void fitColumns();
    void showUsed();
    bool isCrushed() const;

    DomainTableModel* m_model;
    DomainDelegate* m_delegate;
    PlainHeader* m_header;
    bool m_fits = true; ///< column widths follow the table's; no longer once the user has set one
    bool m_fitting = false;
    bool m_isHeaderPressed = false;
    bool m_sortedByHand = false;
    QPersistentModelIndex m_pressedSwitch;
    unsigned m_givesWay = 0; ///< columns hidden for want of room, a bit each
    unsigned m_asked = 0; ///< columns shown by hand, a bit each: these do not give way
    QString m_typed;
    qint64 m_typedAt = 0;
};

} // namespace waxseal
