// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>

class QAction;
class QWidget;

namespace waxseal {

/** What can be done in the Tester place. Each action exists once, for the menu bar, the bar and the context menu. */
struct TestActions
{
    explicit TestActions(QWidget* owner);

    QAction* domain; ///< to the field where a domain is typed
    QAction* all;
    QAction* untested;
    QAction* list;
    QAction* own;
    QAction* again;
    QAction* others; ///< what a cancelled run has left
    QAction* confirm; ///< begins the batch that was asked for
    QAction* notTested; ///< once more, those of which not everything could be said
    QAction* apply; ///< the advice becomes the domain's requirement
    QAction* pause;
    QAction* cancel;
    QAction* copy;
    QAction* postmaster;
    QAction* settings;

    /** For a menu; a null pointer stands for a separator. */
    QList<QAction*> menu() const;
};

} // namespace waxseal
