// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QToolButton>
#include <QWidget>

namespace waxseal {

/** One place in the rail at the left: a drawing over its name. */
class PlaceButton : public QToolButton
{
    Q_OBJECT
public:
    PlaceButton(QAction* action, QWidget* parent);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

/** The rail of places. Its actions are checkable and exclusive; they come from the window, which has them in a menu
 * too. */
class PlaceSwitcher : public QWidget
{
    Q_OBJECT
public:
    explicit PlaceSwitcher(QWidget* parent = nullptr);

    void add(QAction* action);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace waxseal
