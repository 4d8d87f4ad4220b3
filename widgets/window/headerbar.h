// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/words.h"

#include <QToolBar>

class QHBoxLayout;
class QLabel;

namespace waxseal {

class Document;
class SegmentedControl;

/** The one toolbar: files, undo, the direction that all places show, and the period of the logs. Its buttons give way
 * before any is cut. */
class HeaderBar : public QToolBar
{
    Q_OBJECT
public:
    HeaderBar(Document* document, const QList<QAction*>& files, const QList<QAction*>& history, QWidget* parent);

    void setDirection(Direction direction);

Q_SIGNALS:
    void directionChosen(waxseal::Direction direction);

private:
    void addButton(QHBoxLayout* layout, QAction* action, bool isStep);
    void showPeriod();

    Document* m_document;
    SegmentedControl* m_direction;
    QLabel* m_period;
};

/** The days that a document's logs cover, for people: "1 – 30 Nov 2026"; empty when it has none. */
QString periodText(const Document& document);

} // namespace waxseal
