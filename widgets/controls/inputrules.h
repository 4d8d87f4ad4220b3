// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

namespace waxseal {

/**
 * An event filter for the whole application. The wheel scrolls, and changes no value: closed combo boxes, sliders and
 * tab bars let it pass to the page around them; spin boxes do unless the user has gone into them. Enter presses the
 * button that has the keyboard, in windows as in dialogs.
 */
class InputRules : public QObject
{
    Q_OBJECT
public:
    /** Installs the filter, once. Needs a QCoreApplication. */
    static void install();

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    explicit InputRules(QObject* parent);
};

} // namespace waxseal
