// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

namespace waxseal {

/**
 * An event filter for the whole application: the wheel scrolls, and changes no value. Closed combo boxes, sliders and
 * tab bars let it pass to the page around them; spin boxes do unless the user has gone into them.
 */
class WheelGuard : public QObject
{
    Q_OBJECT
public:
    /** Installs the filter, once. Needs a QCoreApplication. */
    static void install();

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    explicit WheelGuard(QObject* parent);
};

} // namespace waxseal
