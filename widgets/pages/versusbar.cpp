// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/pages/versusbar.h"

#include "widgets/controls/segmentedcontrol.h"
#include "widgets/document/document.h"
#include "widgets/style/palette.h"

#include <QAction>
#include <QHBoxLayout>
#include <QToolButton>

namespace waxseal {

using namespace Qt::StringLiterals;
using style::unit;

VersusBar::VersusBar(Document* document, QWidget* parent)
    : QWidget(parent)
    , keep(new QAction(this))
    , swap(new QAction(tr("S&wap Policies A and B"), this))
    , forget(new QAction(this))
    , m_document(document)
    , m_which(new SegmentedControl(this))
    , m_keep(new QToolButton(this))
{
    setObjectName(u"versusBar"_s);
    m_which->setObjectName(u"versus"_s);
    m_which->setAccessibleName(tr("Which of the two policies is in force"));
    m_which->add(u"A"_s);
    m_which->add(u"B"_s);
    swap->setShortcut(Qt::Key_F8);
    swap->setObjectName(u"swapPolicies"_s);
    m_keep->setObjectName(u"keepPolicy"_s);
    m_keep->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_keep->setFocusPolicy(Qt::TabFocus);
    m_keep->setDefaultAction(keep);
    m_keep->setPopupMode(QToolButton::MenuButtonPopup);
    m_keep->addActions({swap, forget});
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(unit);
    layout->addWidget(m_which);
    layout->addWidget(m_keep);

    connect(keep, &QAction::triggered, this, [this] { m_document->keepPolicy(m_direction); });
    connect(swap, &QAction::triggered, this, [this] { m_document->swapPolicies(m_direction); });
    connect(forget, &QAction::triggered, this, [this] { m_document->forgetKept(m_direction); });
    connect(m_which, &SegmentedControl::chosen, this, [this](int choice) {
        const auto kept = m_document->choices().keptOf(m_direction);
        if (kept && kept->isA == (choice == 0))
            m_document->swapPolicies(m_direction);
    });
    connect(document, &Document::keptChanged, this, &VersusBar::refresh);
    connect(document, &Document::factsChanged, this, &VersusBar::refresh);
    refresh();
}

void VersusBar::setDirection(Direction direction)
{
    m_direction = direction;
    refresh();
}

QList<QAction*> VersusBar::actions() const
{
    return {keep, swap, forget};
}

void VersusBar::refresh()
{
    const auto kept = m_document->choices().keptOf(m_direction);
    const QString name = !kept || kept->isA ? u"A"_s : u"B"_s;
    const bool any = m_document->simulation(m_direction).domainCount() > 0;
    //: Keeps the policy in force as one of two that are compared, A or B.
    // As wide as it is for either letter.
    int width = 0;
    for (const QString& letter : {name == u"A"_s ? u"B"_s : u"A"_s, name}) {
        keep->setText(tr("&Keep as %1").arg(letter));
        width = qMax(width, m_keep->sizeHint().width());
    }
    m_keep->setFixedWidth(width);
    keep->setToolTip(tr("Keep this policy as %1, to compare others with it").arg(name));
    keep->setEnabled(any);
    swap->setEnabled(kept != nullptr);
    forget->setText(tr("For&get %1").arg(name));
    forget->setEnabled(kept != nullptr);
    m_which->setCurrent(!kept ? -1 : kept->isA ? 1 : 0);
    for (const int choice : {0, 1}) {
        const bool isKept = kept && kept->isA == (choice == 0);
        m_which->button(choice)->setToolTip(isKept ? tr("The policy that is kept: a click or %1 goes to it")
                                                         .arg(swap->shortcut().toString(QKeySequence::NativeText))
                                                   : tr("The policy in force"));
    }
    if (m_which->isHidden() == (kept != nullptr)) {
        m_which->setVisible(kept != nullptr);
        Q_EMIT resized();
    }
}

} // namespace waxseal
