// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/words.h"

#include <QWidget>

class QAction;
class QToolButton;

namespace waxseal {

class Document;
class SegmentedControl;

/** Two policies, A and B: keeps the one in force to be compared with, and goes from one to the other. */
class VersusBar : public QWidget
{
    Q_OBJECT
public:
    explicit VersusBar(Document* document, QWidget* parent = nullptr);

    void setDirection(Direction direction);
    /** Keep, swap and forget, for a menu. */
    QList<QAction*> actions() const;

    QAction* keep = nullptr;
    QAction* swap = nullptr; ///< by one key
    QAction* forget = nullptr;

Q_SIGNALS:
    /** It takes more or less room than before. */
    void resized();

private:
    void refresh();

    Document* m_document;
    Direction m_direction = Direction::Inbound;
    SegmentedControl* m_which;
    QToolButton* m_keep;
};

} // namespace waxseal
