// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/facts/facttable.h"

#include <QWidget>

class QLabel;
class QScrollArea;

namespace waxseal {

class ColumnArea;
class Document;
class FigureTable;
class FigureView;
class ImportReport;
class ShareBar;
class TrafficChart;
class VersionChart;

/** What the logs say of one direction, whatever the policy; what was not counted; what the import has to say. */
class TrafficPage : public QWidget
{
    Q_OBJECT
public:
    explicit TrafficPage(Document* document, QWidget* parent = nullptr);

    Direction direction() const { return m_direction; }
    void setDirection(Direction direction);
    /** Scrolls to what the import says. */
    void showReport();

Q_SIGNALS:
    /** What stands behind a figure: the domain (its key) in Policy, its log lines, a live test of it. */
    void domainRequested(const QString& key);
    void linesRequested(const QString& key);
    void testRequested(const QString& key);
    /** Who loses mail on these days. */
    void daysRequested(waxseal::Day first, waxseal::Day last);
    /** Who sends in clear. */
    void plaintextRequested();

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* buildHeader();
    QWidget* buildBody();
    QWidget* section(const QString& title, QWidget* content, QLabel* explanation = nullptr);

    void lead(FigureView* view);
    void showRowMenu(FigureView* view, const QString& key, const QPoint& position);
    void markStale();
    void refresh();
    void refreshHeader();
    void refreshCharts();
    void refreshSpam();
    void refreshDomains();

    Document* m_document;
    Direction m_direction = Direction::Inbound;
    bool m_stale = true;

    QLabel* m_headline = nullptr;
    QLabel* m_subtitle = nullptr;
    QWidget* m_demo = nullptr;
    ShareBar* m_bar = nullptr;
    QLabel* m_notCounted = nullptr;
    QLabel* m_nothing = nullptr; ///< no mail in this direction
    ColumnArea* m_columns = nullptr;
    TrafficChart* m_chart = nullptr;
    VersionChart* m_versions = nullptr;
    VersionChart* m_ciphers = nullptr;
    VersionChart* m_trust = nullptr;
    FigureTable* m_spam = nullptr;
    FigureView* m_spamView = nullptr;
    QLabel* m_spamText = nullptr;
    FigureTable* m_busiest = nullptr;
    FigureTable* m_clear = nullptr;
    FigureView* m_clearView = nullptr;
    QLabel* m_clearText = nullptr;
    ImportReport* m_report = nullptr;
    QWidget* m_witnesses = nullptr;
    QScrollArea* m_scroll = nullptr;
};

} // namespace waxseal
