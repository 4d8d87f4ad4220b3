// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/window/emptyplace.h"

#include "widgets/style/icons.h"
#include "widgets/style/palette.h"
#include "widgets/style/text.h"

#include <QAction>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace waxseal {

using namespace Qt::StringLiterals;
using style::TextLabel;
using style::unit;

namespace {

/** A drawing that is painted anew for every palette. */
class Drawing : public QWidget
{
public:
    Drawing(const QString& name, int size, QWidget* parent)
        : QWidget(parent)
        , m_icon(style::themedIcon(name))
    {
        setFixedSize(size, size);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setOpacity(0.55);
        m_icon.paint(&painter, rect());
    }

private:
    QIcon m_icon;
};

} // namespace

EmptyPlace::EmptyPlace(QAction* open, QAction* demo, QWidget* parent)
    : QWidget(parent)
{
    setObjectName(u"emptyPlace"_s);
    auto* title = new TextLabel(TextLabel::Rank::Headline, tr("Drop a mail log here"), this);
    title->setAlignment(Qt::AlignCenter);
    auto* text = new TextLabel(TextLabel::Rank::Muted,
        tr("Logs of Postfix, plain or compressed, files, folders or whole rotated sets. They are read here and stay "
           "here: nothing "
           "leaves this computer."),
        this);
    text->setAlignment(Qt::AlignCenter);
    text->setFixedWidth(60 * unit); // short lines read well
    const auto button = [this](QAction* action, const QString& name) {
        auto* widget = new QPushButton(action->icon(), QString(action->text()), this);
        widget->setObjectName(name);
        connect(widget, &QPushButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::changed, widget, [widget, action] { widget->setEnabled(action->isEnabled()); });
        widget->setEnabled(action->isEnabled());
        return widget;
    };
    auto* openButton = button(open, u"emptyOpen"_s);
    openButton->setDefault(true);
    auto* demoButton = button(demo, u"emptyDemo"_s);
    demoButton->setToolTip(demo->toolTip());

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(unit);
    buttons->addStretch(1);
    buttons->addWidget(openButton);
    buttons->addWidget(demoButton);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(4 * unit, 4 * unit, 4 * unit, 4 * unit);
    layout->setSpacing(2 * unit);
    layout->addStretch(2);
    layout->addWidget(new Drawing(u"drop"_s, 9 * unit, this), 0, Qt::AlignHCenter);
    layout->addWidget(title, 0, Qt::AlignHCenter);
    auto* middle = new QHBoxLayout; // not by alignment: that would give it the height of a single wide line
    middle->addStretch(1);
    middle->addWidget(text);
    middle->addStretch(1);
    layout->addLayout(middle);
    layout->addSpacing(unit);
    layout->addLayout(buttons);
    layout->addStretch(3);
}

void EmptyPlace::setDropHint(bool hint)
{
    m_hint = hint;
    update();
}

void EmptyPlace::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(2 * unit, 2 * unit, -2 * unit, -2 * unit);
    QColor tint = palette().color(QPalette::Highlight);
    QPen pen(m_hint ? tint : style::lineColor(palette()), 2, Qt::DashLine);
    painter.setPen(pen);
    tint.setAlphaF(m_hint ? 0.08F : 0.0F);
    painter.setBrush(tint);
    painter.drawRoundedRect(frame, unit, unit);
}

} // namespace waxseal
