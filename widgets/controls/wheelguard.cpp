// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/controls/wheelguard.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QScrollBar>
#include <QTabBar>

namespace waxseal {

namespace {

bool wouldChange(const QObject* watched)
{
    if (const auto* spin = qobject_cast<const QAbstractSpinBox*>(watched))
        return !spin->hasFocus();
    if (qobject_cast<const QAbstractSlider*>(watched) != nullptr)
        return qobject_cast<const QScrollBar*>(watched) == nullptr;
    return qobject_cast<const QComboBox*>(watched) != nullptr || qobject_cast<const QTabBar*>(watched) != nullptr;
}

} // namespace

WheelGuard::WheelGuard(QObject* parent)
    : QObject(parent)
{
}

void WheelGuard::install()
{
    QCoreApplication* app = QCoreApplication::instance();
    if (app->findChild<WheelGuard*>(QString(), Qt::FindDirectChildrenOnly) == nullptr)
        app->installEventFilter(new WheelGuard(app));
}

bool WheelGuard::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Polish) {
        // Qt gives the keyboard to what the wheel turns over, and would then find it focused.
        auto* widget = qobject_cast<QWidget*>(watched);
        if (widget != nullptr && widget->focusPolicy() == Qt::WheelFocus
            && (qobject_cast<QAbstractSpinBox*>(widget) != nullptr || qobject_cast<QComboBox*>(widget) != nullptr))
            widget->setFocusPolicy(Qt::StrongFocus);
    } else if (event->type() == QEvent::Wheel && wouldChange(watched)) {
        event->ignore(); // Qt offers it to the parent next, which may scroll
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace waxseal
