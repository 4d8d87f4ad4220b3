// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/words.h"

#include <QWidget>

class QAction;
class QMenu;
class QSettings;
class QSplitter;

namespace waxseal {

class DetailsPanel;
class Document;
class DomainPanel;
class Forecaster;
class OutcomePanel;

/** The Policy place: the table of domains, what the policy costs, and the evidence behind a domain's figures. */
class PolicyPage : public QWidget
{
    Q_OBJECT
public:
    explicit PolicyPage(Document* document, QWidget* parent = nullptr);

    void setDirection(Direction direction);
    Direction direction() const { return m_direction; }

    DomainPanel* domains() const { return m_domains; }
    OutcomePanel* outcome() const { return m_outcome; }
    DetailsPanel* details() const { return m_details; }

    /** For the menu bar; a null pointer stands for a separator. */
    QList<QAction*> policyActions() const;
    QAction* findAction() const { return m_find; }
    QAction* detailsAction() const { return m_showDetails; }
    /** How the table is sorted, and its columns: for the menu bar. */
    QList<QMenu*> viewMenus() const { return m_viewMenus; }
    Forecaster* forecaster() const { return m_forecaster; }
    double budget() const; ///< share of the wanted mail that may be lost

    void saveLayout(QSettings& settings) const;
    void restoreLayout(const QSettings& settings);
    void resetLayout();

Q_SIGNALS:
    void testRequested(const QString& domain);
    void budgetChanged(double share);
    /** The last live test of the domain is to be seen at length. */
    void resultRequested(const QString& domain);

private:
    void resetSplitters();

    Document* m_document;
    Direction m_direction = Direction::Inbound;
    Forecaster* m_forecaster;
    DomainPanel* m_domains;
    OutcomePanel* m_outcome;
    DetailsPanel* m_details;
    QSplitter* m_across;
    QSplitter* m_down;
    QAction* m_find;
    QAction* m_showDetails;
    QList<QMenu*> m_viewMenus;
};

} // namespace waxseal
