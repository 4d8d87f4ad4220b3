// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/facts/period.h"

#include <QWidget>

class QAction;
class QMenu;
class QToolButton;

namespace waxseal {

class DayStrip;
class Document;

/**
 * The period that all places show: a strip of all days, a button that says which are looked at and offers others, and
 * the way back to all. The strip gives way where the room is short.
 */
class PeriodBar : public QWidget
{
    Q_OBJECT
public:
    explicit PeriodBar(Document* document, QWidget* parent = nullptr);

    void setDirection(Direction direction);
    void setStripShown(bool shown);
    /** How much room it takes without the strip, and how much the strip takes beside it. */
    int narrowWidth() const;
    int stripWidth() const;

    /** The choices, for a menu bar: all days, the last ones, months, and from a day to a day. */
    QMenu* menu() const { return m_menu; }
    QAction* allAction() const { return m_all; }
    /** Asks for two days. */
    void askForDays();

Q_SIGNALS:
    /** Two periods are to be compared. */
    void comparisonRequested();

private:
    void choose(const PeriodChoice& period);
    void chooseDays(Day first, Day last);
    void fillMenu();
    void refresh();

    Document* m_document;
    Direction m_direction = Direction::Inbound;
    DayStrip* m_strip;
    QToolButton* m_button;
    QToolButton* m_clear;
    QMenu* m_menu;
    QAction* m_all;
};

/** The days that a document looks at, for people: "1 – 30 Nov 2026"; empty when its logs have none. */
QString periodText(const Document& document);
/** From a day to a day, with short names of months: "1 – 30 Nov 2026". */
QString shortPeriod(QDate first, QDate last);

} // namespace waxseal
