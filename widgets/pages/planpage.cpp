// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/pages/planpage.h"

#include "widgets/pages/advicepanel.h"
#include "widgets/pages/exportpanel.h"

#include <QSettings>
#include <QSplitter>
#include <QVBoxLayout>

namespace waxseal {

using namespace Qt::StringLiterals;

PlanPage::PlanPage(Document* document, Forecaster* forecaster, QWidget* parent)
    : QWidget(parent)
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_advice(new AdvicePanel(document, forecaster))
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

void PlanPage::setBudget(double share)
{
    m_advice->setBudget(share);
}

void PlanPage::saveLayout(QSettings& settings) const
{
    settings.setValue(u"plan/splitter"_s, m_splitter->saveState());
}

void PlanPage::restoreLayout(const QSettings& settings)
{
    m_splitter->restoreState(settings.value(u"plan/splitter"_s).toByteArray());
}

void PlanPage::resetLayout()
{
    m_splitter->setSizes({550, 450}); // shares
}

} // namespace waxseal
