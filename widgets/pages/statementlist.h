// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <vector>

class QGridLayout;

namespace waxseal {

/** Statements below each other: a figure or a number at the left, at the right a title, perhaps, and a text that wraps.
 */
class StatementList : public QWidget
{
    Q_OBJECT
public:
    struct Statement
    {
        QString lead; ///< "20", "1."
        QString title;
        QString text;
    };

    explicit StatementList(QWidget* parent = nullptr);

    /** Changes nothing that is there already, so that a selection survives. */
    void setStatements(const std::vector<Statement>& statements);
    /** All of it as plain text. */
    QString text() const;

private:
    std::vector<Statement> m_statements;
    std::vector<QWidget*> m_widgets;
    QGridLayout* m_grid;
};

} // namespace waxseal
