// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/words.h"

#include <QStatusBar>

class QLabel;
class QToolButton;

namespace waxseal {

class Document;

/** The line at the foot: what was read, what of it was not counted, and how many notes the import left. */
class StatusLine : public QStatusBar
{
    Q_OBJECT
public:
    explicit StatusLine(Document* document, QWidget* parent = nullptr);

    void setDirection(Direction direction);

Q_SIGNALS:
    void notesRequested();

private:
    void refresh();

    Document* m_document;
    Direction m_direction = Direction::Inbound;
    QLabel* m_read;
    QLabel* m_excluded;
    QToolButton* m_notes;
};

} // namespace waxseal
