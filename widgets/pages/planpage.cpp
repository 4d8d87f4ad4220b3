// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/pages/planpage.h"

#include "widgets/pages/advicepanel.h"
#include "widgets/pages/exportpanel.h"

#include <QSplitter>
#include <QVBoxLayout>

namespace waxseal {

using namespace Qt::StringLiterals;

PlanPage::PlanPage(Document* document, QWidget* parent)
    : QWidget(parent)
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_advice(new AdvicePanel(document))
    , m_export(new ExportPanel(document))
{
    setObjectName(u"planPage"_s);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_splitter->setObjectName(u"planSplitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_advice);
    m_splitter->addWidget(m_export);
    m_splitter->setStretchFactor(0, 11);
    m_splitter->setStretchFactor(1, 9);
    m_advice->setMinimumWidth(420);
    m_export->setMinimumWidth(420);
    m_export->setAutoFillBackground(true);
    m_export->setBackgroundRole(QPalette::Window);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
}

void PlanPage::setDirection(Direction direction)
{
    m_advice->setDirection(direction);
    m_export->setDirection(direction);
}

} // namespace waxseal
