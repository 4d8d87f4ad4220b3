// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/policy/policy.h"

#include <QObject>

#include <optional>

class QAction;
class QMenu;

namespace waxseal {

class Document;
class DomainTable;

/** What can be done to the domains selected in the table. Each action exists once, for the menu bar and the context
 * menu. */
class PolicyActions : public QObject
{
    Q_OBJECT
public:
    PolicyActions(Document* document, DomainTable* table, QWidget* parent);

    void setDirection(Direction direction);

    /** "Require" with a requirement an item; follows the direction. */
    QMenu* requireMenu() const { return m_requireMenu; }
    /** Everything, in the order of a menu; a null pointer stands for a separator. */
    QList<QAction*> all() const;

    QAction* copy = nullptr;
    QAction* toggle = nullptr; ///< encrypt or nothing, by one key
    QAction* drop = nullptr;
    QAction* subdomains = nullptr;
    QAction* organisation = nullptr;
    QAction* test = nullptr;
    QAction* unpin = nullptr; ///< presets may decide again
    QAction* note = nullptr;
    QAction* mute = nullptr; ///< warnings and advice do not name the domain

    /** Requires it (its word; empty: none of its own) of rows of the table. */
    void require(const QList<int>& rows, const QString& requirement);
    /** Encryption of all of these rows, or, where it is required of all of them already, nothing. */
    void toggleRows(const QList<int>& rows);
    /** Nothing of a row of the simulation, by hand. */
    void switchOff(std::size_t simulationRow);

Q_SIGNALS:
    void testRequested(const QString& domain);

private:
    void refresh();
    void setSubdomains(bool on);
    void requireOrganisation();
    void copySelection() const;
    void requestTest();
    void editNote();
    void setMuted(bool muted);
    QList<Scope> scopesOf(const QList<int>& rows) const;

    Document* m_document;
    DomainTable* m_table;
    QWidget* m_widget;
    QMenu* m_requireMenu;
    Direction m_direction = Direction::Inbound;
};

} // namespace waxseal
