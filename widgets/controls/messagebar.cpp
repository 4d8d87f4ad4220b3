// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/controls/messagebar.h"

#include "widgets/style/icons.h"
#include "widgets/style/palette.h"

#include <QAccessible>
#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace waxseal {

using namespace Qt::StringLiterals;
using style::unit;

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent)
    , m_layout(new QHBoxLayout(this))
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_close(new QToolButton(this))
{
    setObjectName(u"messageBar"_s);
    m_text->setObjectName(u"messageText"_s);
    m_text->setTextFormat(Qt::PlainText); // names of files and hosts come from strangers
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setObjectName(u"messageClose"_s);
    m_close->setAutoRaise(true);
    m_close->setIcon(style::themedIcon(u"clear"_s));
    m_close->setToolTip(tr("Close"));
    m_close->setAccessibleName(tr("Close message"));
    m_layout->setContentsMargins(2 * unit, unit, unit, unit);
    m_layout->setSpacing(unit);
    m_layout->addWidget(m_icon);
    m_layout->addWidget(m_text, 1);
    m_layout->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::dismiss);
    hide();
}

void MessageBar::show(Kind kind, const QString& text, const QList<QAction*>& actions)
{
    m_kind = kind;
    for (QToolButton* button : m_buttons) { // one of them may be what is being clicked
        button->disconnect(this);
        button->hide();
        button->setParent(nullptr);
        button->deleteLater();
    }
    m_buttons.clear();
    for (QAction* action : actions) {
        auto* button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        m_layout->insertWidget(m_layout->count() - 1, button);
        m_buttons.append(button);
        connect(button, &QToolButton::triggered, this, &MessageBar::dismiss);
    }
    m_icon->setPixmap(style::themedIcon(kind == Kind::Information ? u"info"_s : u"warning"_s)
                          .pixmap(QSize(16, 16), devicePixelRatioF()));
    m_text->setText(text);
    setAccessibleName(text);
    setVisible(true);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QString MessageBar::text() const
{
    return isHidden() ? QString() : m_text->text();
}

void MessageBar::dismiss()
{
    setVisible(false);
    Q_EMIT closed();
}

void MessageBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        QFrame::keyPressEvent(event);
}

void MessageBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const auto role = m_kind == Kind::Information ? style::Role::Accepted
        : m_kind == Kind::Warning                 ? style::Role::Plaintext
                                                  : style::Role::LostLegitimate;
    const QColor accent = style::color(role, palette());
    painter.fillRect(rect(), palette().color(QPalette::Base));
    QColor tint = accent;
    tint.setAlphaF(0.16F);
    painter.fillRect(rect(), tint);
    painter.fillRect(QRect(0, 0, 4, height()), accent);
    painter.fillRect(QRect(0, height() - 1, width(), 1), style::lineColor(palette()));
}

} // namespace waxseal
