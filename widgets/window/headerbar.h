// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/words.h"

#include <QToolBar>

class QHBoxLayout;
class QToolButton;

namespace waxseal {

class Document;
class PeriodBar;
class SegmentedControl;

/** The one toolbar: files, undo, the period and the direction that all places show. The strip of days gives way before
 * any button is cut. */
class HeaderBar : public QToolBar
{
    Q_OBJECT
public:
    HeaderBar(Document* document, const QList<QAction*>& files, const QList<QAction*>& history, QWidget* parent);

    void setDirection(Direction direction);
    PeriodBar* period() const { return m_period; }

Q_SIGNALS:
    void directionChosen(waxseal::Direction direction);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void addButton(QHBoxLayout* layout, QAction* action, bool isStep);
    void arrange();
    int narrowestWidth() const;

    SegmentedControl* m_direction;
    PeriodBar* m_period;
    QList<QToolButton*> m_buttons;
};

} // namespace waxseal
