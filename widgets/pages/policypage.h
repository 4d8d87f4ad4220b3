// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/facts/facttable.h"

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
class HeroPanel;
class KeptWatch;
class OutcomePanel;
class PolicyPreview;
class PolicyWatch;
class VersusBar;

/**
 * The Policy place: the hero line above; at the left the table of domains and the evidence behind a domain's figures;
 * at the right the charts of what the policy costs. Nothing in it moves when a domain is switched.
 */
class PolicyPage : public QWidget
{
    Q_OBJECT
public:
    explicit PolicyPage(Document* document, QWidget* parent = nullptr);

    void setDirection(Direction direction);
    Direction direction() const { return m_direction; }

    DomainPanel* domains() const { return m_domains; }
    HeroPanel* hero() const { return m_hero; }
    PolicyWatch* watch() const { return m_watch; }
    KeptWatch* kept() const { return m_kept; }
    VersusBar* versus() const { return m_versus; }
    PolicyPreview* preview() const { return m_preview; }
    OutcomePanel* outcome() const { return m_outcome; }
    DetailsPanel* details() const { return m_details; }

    /** Goes to a domain by its key, and to its log lines if those are asked for. */
    void showDomain(const QString& key, bool lines = false);
    /** Lists who loses mail on these days, or who sends in clear. */
    void showDays(Day first, Day last);
    void showPlaintext();

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
    /** The mouse was drawn over these days of the chart: they are to be the period. */
    void periodDragged(waxseal::Day first, waxseal::Day last);

private:
    void resetSplitters();

    Document* m_document;
    Direction m_direction = Direction::Inbound;
    PolicyWatch* m_watch;
    KeptWatch* m_kept;
    PolicyPreview* m_preview;
    Forecaster* m_forecaster;
    HeroPanel* m_hero;
    VersusBar* m_versus;
    DomainPanel* m_domains;
    DetailsPanel* m_details; // before the charts: Tab goes down, then across
    OutcomePanel* m_outcome;
    QSplitter* m_across;
    QSplitter* m_down;
    QAction* m_find;
    QAction* m_showDetails;
    QList<QMenu*> m_viewMenus;
};

} // namespace waxseal
