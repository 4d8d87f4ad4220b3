// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIcon>
#include <QString>
#include <QStringList>
#include <QWidget>

namespace waxseal::style {

/**
 * One of our line drawings (resources/icons/<name>.svg), drawn in the palette's text colour at the moment it is
 * painted, so that it follows a change between light and dark by itself. A null icon when there is no such drawing.
 */
QIcon themedIcon(const QString& name);

/** The names that themedIcon() knows. */
QStringList iconNames();

/** The program's own icon, in its colours. */
QIcon applicationIcon();

/** A drawing in a layout. Unlike a label with a pixmap it follows the palette and the screen. */
class IconLabel : public QWidget
{
    Q_OBJECT
public:
    explicit IconLabel(const QString& name, int size, QWidget* parent = nullptr);
    explicit IconLabel(const QIcon& icon, int size, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QIcon m_icon;
};

} // namespace waxseal::style
