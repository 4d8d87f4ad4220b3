// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/controls/inputrules.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDialog>
#include <QKeyEvent>
#include <QPushButton>
#include <QScrollBar>
#include <QTabBar>
#include <QToolButton>

namespace waxseal {

namespace {

bool wheelWouldChange(const QObject* watched)
{
    if (const auto* spin = qobject_cast<const QAbstractSpinBox*>(watched))
        return !spin->hasFocus();
    if (qobject_cast<const QAbstractSlider*>(watched) != nullptr)
        return qobject_cast<const QScrollBar*>(watched) == nullptr;
    return qobject_cast<const QComboBox*>(watched) != nullptr || qobject_cast<const QTabBar*>(watched) != nullptr;
}

/** Presses a button of a window as Space would; dialogs have rules of their own. */
bool pressByEnter(QObject* watched, const QKeyEvent& event)
{
    const bool isEnter = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    auto* button = qobject_cast<QAbstractButton*>(watched);
    if (!isEnter || button == nullptr || event.isAutoRepeat() || !button->isEnabled()
        || (event.modifiers() & ~Qt::KeypadModifier) != 0 || qobject_cast<QDialog*>(button->window()) != nullptr)
        return false;
    if (auto* tool = qobject_cast<QToolButton*>(button);
        tool != nullptr && tool->popupMode() == QToolButton::InstantPopup)
        tool->showMenu();
    else if (tool != nullptr || qobject_cast<QPushButton*>(button) != nullptr)
        button->click();
    else
        return false;
    return true;
}

} // namespace

InputRules::InputRules(QObject* parent)
    : QObject(parent)
{
}

void InputRules::install()
{
    QCoreApplication* app = QCoreApplication::instance();
    if (app->findChild<InputRules*>(QString(), Qt::FindDirectChildrenOnly) == nullptr)
        app->installEventFilter(new InputRules(app));
}

bool InputRules::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::Polish: {
        // Qt gives the keyboard to what the wheel turns over, and would then find it focused.
        auto* widget = qobject_cast<QWidget*>(watched);
        if (widget != nullptr && widget->focusPolicy() == Qt::WheelFocus
            && (qobject_cast<QAbstractSpinBox*>(widget) != nullptr || qobject_cast<QComboBox*>(widget) != nullptr))
            widget->setFocusPolicy(Qt::StrongFocus);
        break;
    }
    case QEvent::Wheel:
        if (wheelWouldChange(watched)) {
            event->ignore(); // Qt offers it to the parent next, which may scroll
            return true;
        }
        break;
    case QEvent::KeyPress:
        if (pressByEnter(watched, *static_cast<QKeyEvent*>(event)))
            return true;
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace waxseal
