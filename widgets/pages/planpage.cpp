// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/pages/planpage.h"

#include "widgets/pages/advicepanel.h"
#include "widgets/pages/exportpanel.h"

#include <QEvent>
#include <QSettings>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace waxseal {

using namespace Qt::StringLiterals;

namespace {
constexpr int leastWidth = 420; // of each half
constexpr int widestAdvice = 1060;
constexpr int comfortableFiles = 500; // width of their half
constexpr int leastAdvice = 120; // height: the headline and the recommendation begin
}

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
    m_advice->setMinimumSize(leastWidth, leastAdvice);
    m_export->setMinimumWidth(leastWidth);
    m_export->setAutoFillBackground(true);
    m_export->setBackgroundRole(QPalette::Window);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
}

/** Side by side where there is room for both, else the advice above the files. */
void PlanPage::arrange()
{
    // In some languages the buttons of the files are wider than the least half.
    m_export->setMinimumWidth(std::max(leastWidth, m_export->minimumSizeHint().width()));
    const int both
        = m_advice->minimumWidth() + std::max(comfortableFiles, m_export->minimumWidth()) + m_splitter->handleWidth();
    const Qt::Orientation fitting = width() < both ? Qt::Vertical : Qt::Horizontal;
    if (fitting == m_splitter->orientation())
        return;
    if (fitting == Qt::Vertical) {
        if (m_wasShown) // before, the sizes are nobody's choice
            m_beside = m_splitter->saveState();
        m_splitter->setOrientation(fitting);
        resetLayout();
    } else if (m_beside.isEmpty() || !m_splitter->restoreState(m_beside)) {
        m_splitter->setOrientation(fitting);
        resetLayout();
    }
    updateGeometry();
}

void PlanPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void PlanPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_wasShown = true;
}

bool PlanPage::event(QEvent* event)
{
    const bool result = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest)
        arrange(); // words of another length
    return result;
}

QSize PlanPage::minimumSizeHint() const
{
    const QSize files = m_export->minimumSizeHint();
    const int above = m_splitter->orientation() == Qt::Vertical ? leastAdvice + m_splitter->handleWidth() : 0;
    return {std::max(leastWidth, files.width()), above + files.height()};
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
    settings.setValue(
        u"plan/splitter"_s, m_splitter->orientation() == Qt::Vertical ? m_beside : m_splitter->saveState());
}

void PlanPage::restoreLayout(const QSettings& settings)
{
    m_beside = settings.value(u"plan/splitter"_s).toByteArray();
    m_splitter->restoreState(m_beside);
}

void PlanPage::resetLayout()
{
    const int room = m_splitter->orientation() == Qt::Horizontal ? std::max(width(), 2 * leastWidth) : 1000;
    const int advice = std::min(room * 55 / 100, widestAdvice);
    m_splitter->setSizes({advice, room - advice});
}

} // namespace waxseal
