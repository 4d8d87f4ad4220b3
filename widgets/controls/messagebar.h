// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

class QAction;
class QHBoxLayout;
class QLabel;
class QToolButton;

namespace waxseal {

/** A message in the window instead of a box in front of it: what happened, where, what to do next. Stays until closed
 * or replaced. */
class MessageBar : public QFrame
{
    Q_OBJECT
public:
    enum class Kind
    {
        Information,
        Warning,
        Error
    };

    explicit MessageBar(QWidget* parent = nullptr);

    /** Plain text. The actions become buttons and belong to the caller. */
    void show(Kind kind, const QString& text, const QList<QAction*>& actions = {});
    QString text() const;
    Kind kind() const { return m_kind; }

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void dismiss();

    Kind m_kind = Kind::Information;
    QHBoxLayout* m_layout;
    QLabel* m_icon;
    QLabel* m_text;
    QToolButton* m_close;
    QList<QToolButton*> m_buttons;
};

} // namespace waxseal
