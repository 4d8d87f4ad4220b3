// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QAction;

namespace waxseal {

/** What stands where figures will be: drop a log here, or open one. */
class EmptyPlace : public QWidget
{
    Q_OBJECT
public:
    EmptyPlace(QAction* open, QAction* demo, QWidget* parent = nullptr);

    /** Something that can be opened is held over the window. */
    void setDropHint(bool hint);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    bool m_hint = false;
};

} // namespace waxseal
