// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/tester/deliverypanel.h"

#include "widgets/style/palette.h"
#include "widgets/style/text.h"
#include "widgets/tester/advice.h"
#include "widgets/tester/deliverytable.h"
#include "widgets/tester/testtexts.h"

#include <QAction>
#include <QDateTime>
#include <QPushButton>
#include <QVBoxLayout>

namespace waxseal {

using namespace Qt::StringLiterals;
using style::TextLabel;
using style::unit;

DeliveryPanel::DeliveryPanel(const QList<QAction*>& actions, QWidget* parent)
    : QScrollArea(parent)
{
    setObjectName(u"deliveryPanel"_s);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setBackgroundRole(QPalette::Base);
    auto* content = new QWidget(this);
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    m_title = new TextLabel(TextLabel::Rank::Section, tr("Would mail to this domain be delivered?"), content);
    m_title->setWordWrap(true); // else its words push all below it out of sight on half a screen
    m_sender = new TextLabel(TextLabel::Rank::Muted, content);
    m_sender->setObjectName(u"testSender"_s);
    m_sender->setWordWrap(true);
    m_sender->hide();
    m_table = new DeliveryTable(content);
    m_adviceTitle = new TextLabel(TextLabel::Rank::Section, tr("What to do"), content);
    m_advice = new TextLabel(TextLabel::Rank::Body, content);
    m_advice->setObjectName(u"testAdvice"_s);
    m_advice->setWordWrap(true);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(2 * unit, unit + unit / 2, 2 * unit, unit);
    layout->setSpacing(unit);
    layout->addWidget(m_title);
    layout->addWidget(m_sender);
    layout->addWidget(m_table);
    layout->addSpacing(unit);
    layout->addWidget(m_adviceTitle);
    layout->addWidget(m_advice);
    for (QAction* action : actions) {
        auto* button = new QPushButton(action->icon(), action->text(), content);
        button->setObjectName(action->objectName() + u"Button"_s);
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        const auto follow = [button, action] { button->setVisible(action->isEnabled()); };
        connect(action, &QAction::changed, button, [button, action] { button->setText(action->text()); });
        connect(action, &QAction::changed, button, follow);
        follow();
        layout->addWidget(button, 0, Qt::AlignLeft);
    }
    layout->addStretch(1);
    setWidget(content);
}

QSize DeliveryPanel::minimumSizeHint() const
{
    return {39 * unit, 20 * unit};
}

void DeliveryPanel::setFacts(const DomainFacts& facts, bool isOwn)
{
    m_table->setFacts(facts);
    m_title->setText(isOwn ? tr("Would the world's mail reach you?") : tr("Would mail to this domain be delivered?"));
    m_sender->setText(tr("As this sender would: %1").arg(senderText(facts.sender)));
    m_sender->setVisible(facts.sender != Sender::Postfix37);
    QStringList advice;
    if (isOwn) {
        advice = ownAdvice(facts);
        if (advice.isEmpty())
            advice.append(tr("Nothing to mend: the world sees your mail servers as they should be."));
    } else {
        advice.append(adviceText(facts));
    }
    advice.append(expiringSoon(facts, QDateTime::currentSecsSinceEpoch()));
    m_advice->setText(advice.join(u'\n'));
}

void DeliveryPanel::clearFacts(const QString& why)
{
    m_title->setText(tr("Would mail to this domain be delivered?"));
    m_sender->hide();
    m_table->clearFacts();
    m_advice->setText(why);
}

QString DeliveryPanel::text() const
{
    return m_table->text() + u'\n' + m_adviceTitle->text() + u'\n' + m_advice->text() + u'\n';
}

} // namespace waxseal
