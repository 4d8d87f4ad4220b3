// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <QWidget>

class QAction;
class QLineEdit;
class QSortFilterProxyModel;
class QTableView;

namespace waxseal {

class TestedModel;

/** The left of the Tester place: the tested domains, with a filter. */
class TestedList : public QWidget
{
    Q_OBJECT
public:
    explicit TestedList(TestedModel* model, QWidget* parent = nullptr);

    QString current() const; ///< A-label; empty: none
    void setCurrent(const QString& key);
    /** Selects these rows, and brings the first into sight; the filter goes. */
    void select(const QStringList& keys);
    QStringList selected() const;
    void setContextActions(const QList<QAction*>& actions);

    QByteArray columnState() const;
    void restoreColumnState(const QByteArray& state);

Q_SIGNALS:
    void currentChanged(const QString& key);

private:
    TestedModel* m_model;
    QSortFilterProxyModel* m_proxy;
    QLineEdit* m_filter;
    QTableView* m_view;
};

} // namespace waxseal
