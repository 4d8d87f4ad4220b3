// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/pages/outcomepanel.h"

#include "widgets/charts/frontierchart.h"
#include "widgets/charts/outcomechart.h"
#include "widgets/document/document.h"
#include "widgets/document/forecaster.h"
#include "widgets/document/keptwatch.h"
#include "widgets/document/policypreview.h"
#include "widgets/document/policywatch.h"
#include "widgets/document/presets.h"
#include "widgets/items/figures.h"
#include "widgets/pages/costpanel.h"
#include "widgets/pages/picturenotes.h"
#include "widgets/style/icons.h"
#include "widgets/style/numbers.h"
#include "widgets/style/palette.h"
#include "widgets/style/text.h"

#include <QFrame>
#include <QToolButton>
#include <QVBoxLayout>

#include <cstdlib>

namespace waxseal {

using namespace Qt::StringLiterals;
using style::TextLabel;
using style::unit;

namespace {

/** Asks for what its parts need at least, where QWidget asks for what they would like: the charts give way before the
 * area scrolls. */
class Content : public QWidget
{
public:
    using QWidget::QWidget;
    int heightForWidth(int width) const override { return layout()->totalMinimumHeightForWidth(width); }
};

} // namespace

OutcomePanel::OutcomePanel(Document* document, PolicyWatch* watch, KeptWatch* kept, PolicyPreview* preview,
    Forecaster* forecaster, QWidget* parent)
    : QScrollArea(parent)
    , m_document(document)
    , m_watch(watch)
    , m_kept(kept)
    , m_forecaster(forecaster)
    , m_remark(new QFrame(this))
    , m_preview(preview)
{
    setObjectName(u"outcomePanel"_s);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setBackgroundRole(QPalette::Base);
    auto* content = new Content(this);
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    m_chart = new OutcomeChart(content);
    m_chart->setObjectName(u"outcomeChart"_s);
    m_chart->setMinimumHeight(24 * unit);
    m_costs = new CostPanel(document, watch, content);
    m_costs->setObjectName(u"costPanel"_s);
    m_frontier = new FrontierChart(content);
    m_frontier->setObjectName(u"frontierChart"_s);
    m_frontier->setTitle(tr("What each loss would buy"));
    m_frontier->setMinimumHeight(17 * unit);

    m_chart->setPictureNotes([this] { return pictureNotes(*m_document, m_watch->direction(), true); });
    m_frontier->setPictureNotes([this] { return pictureNotes(*m_document, m_watch->direction(), false); });

    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(2 * unit, unit, 2 * unit, unit);
    layout->setSpacing(unit);
    layout->addWidget(m_chart, 5);
    layout->addWidget(m_costs, 3);
    layout->addWidget(m_frontier, 3);
    setWidget(content);
    buildRemark();

    connect(watch, &PolicyWatch::restarted, this, &OutcomePanel::showOutcome);
    connect(watch, &PolicyWatch::changed, this, &OutcomePanel::showChange);
    connect(kept, &KeptWatch::changed, this, &OutcomePanel::showKept);
    connect(preview, &PolicyPreview::changed, this, &OutcomePanel::showPreview);
    connect(forecaster, &Forecaster::frontierChanged, this, &OutcomePanel::showFrontier);
    connect(m_frontier, &FrontierChart::budgetChanged, this, &OutcomePanel::budgetDragged);
    connect(m_frontier, &FrontierChart::budgetCommitted, this, &OutcomePanel::budgetCommitted);
    showOutcome();
    showFrontier();
}

/** It lies over the charts instead of pushing them. */
void OutcomePanel::buildRemark()
{
    m_remark->setObjectName(u"remark"_s);
    m_remark->setFrameShape(QFrame::StyledPanel);
    m_remark->setBackgroundRole(QPalette::Window);
    m_remark->setAutoFillBackground(true);
    auto* text = new TextLabel(TextLabel::Rank::Body,
        tr("RFC 3207, section 4: a publicly-referenced server must not require STARTTLS. Requiring it keeps spam away "
           "only until "
           "spammers adapt. MTA-STS, DANE and TLS-RPT get encryption from those who can without losing those who "
           "cannot."),
        m_remark);
    text->setObjectName(u"remarkText"_s);
    auto* close = new QToolButton(m_remark);
    close->setObjectName(u"remarkClose"_s);
    close->setAutoRaise(true);
    close->setIcon(style::themedIcon(u"clear"_s));
    close->setToolTip(tr("Close"));
    close->setAccessibleName(tr("Close remark"));
    auto* layout = new QHBoxLayout(m_remark);
    layout->setContentsMargins(unit, unit, unit / 2, unit);
    layout->setSpacing(unit);
    layout->addWidget(text, 1);
    layout->addWidget(close, 0, Qt::AlignTop);
    connect(close, &QToolButton::clicked, this, [this] { setRemarkRead(true); });
    m_remark->hide();
}

void OutcomePanel::placeRemark()
{
    const int margin = 2 * unit;
    const int wide = viewport()->width() - 2 * margin;
    const int high = m_remark->layout()->totalHeightForWidth(wide);
    m_remark->setGeometry(margin, viewport()->height() - high - margin, wide, high);
    m_remark->raise();
}

QSize OutcomePanel::minimumSizeHint() const
{
    return {36 * unit, 30 * unit};
}

QSize OutcomePanel::sizeHint() const
{
    return {60 * unit, 75 * unit};
}

void OutcomePanel::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    placeRemark();
}

void OutcomePanel::setRemarkRead(bool read)
{
    m_remarkDismissed = read;
    showRemark();
}

void OutcomePanel::setBudget(double share)
{
    m_frontier->setBudget(share);
    m_costs->setBudget(share);
}

void OutcomePanel::showOutcome()
{
    m_chart->setOutcome(m_watch->firstDay(), m_watch->days());
    showKept();
    showStanding(false);
    showRemark();
}

/** What requiring this of a domain is to be expected to lose and what it protects, in wanted messages. */
std::pair<double, double> OutcomePanel::share(std::size_t row, const Requirement& requirement) const
{
    if (requirement.level <= Level::May)
        return {};
    const Simulation& simulation = m_document->simulation(m_watch->direction());
    const bool inForce = requirement == simulation.effective(row);
    const Outcome outcome = inForce ? simulation.outcome(row) : simulation.whatIf(row, requirement);
    // The frontier knows what encryption is to be expected to lose; of all else, what it would have lost.
    const bool isKnown = requirement == presetRequirement && row < m_expected.size() && m_expected[row] >= 0;
    return {isKnown ? m_expected[row] : static_cast<double>(outcome.lostWanted()),
        static_cast<double>(outcome.wanted(Fate::Accepted))};
}

template <typename RequirementOf>
std::pair<double, double> OutcomePanel::standing(RequirementOf requirementOf) const
{
    const Simulation& simulation = m_document->simulation(m_watch->direction());
    const auto wanted = static_cast<double>(m_watch->figures().wanted);
    double cost = 0;
    double covered = 0;
    for (std::size_t row = 0; row < simulation.domainCount(); ++row) {
        const auto [lost, kept] = share(row, requirementOf(row));
        cost += lost;
        covered += kept;
    }
    return wanted > 0 ? std::pair(cost / wanted, covered / wanted) : std::pair(0.0, 0.0);
}

/** The dot of the policy in force; after a step of one domain, with where it stood before. */
void OutcomePanel::showStanding(bool isStep)
{
    const Simulation& simulation = m_document->simulation(m_watch->direction());
    if (simulation.domainCount() == 0 || m_expected.empty())
        return m_frontier->setPolicy({});
    const auto [cost, covered]
        = standing([&](std::size_t row) -> const Requirement& { return simulation.effective(row); });
    m_frontier->setPolicy(FrontierChart::Standing{cost, covered},
        isStep ? m_frontier->policy() : std::optional<FrontierChart::Standing>());
}

void OutcomePanel::showKept()
{
    const auto kept = m_kept->figures();
    const bool fits = kept && kept->days.size() == m_watch->days().size();
    m_chart->compareWith(fits ? kept->days : std::vector<Outcome>(), fits ? kept->name() : QString());
    const Simulation& simulation = m_document->simulation(m_watch->direction());
    if (!kept || kept->rows.size() != simulation.domainCount() || m_expected.empty())
        return m_frontier->setKept({}, {});
    const auto [cost, covered]
        = standing([&](std::size_t row) -> const Requirement& { return kept->rows[row].requirement; });
    m_frontier->setKept(FrontierChart::Standing{cost, covered}, kept->name());
}

void OutcomePanel::showChange()
{
    const auto& change = m_watch->lastChange();
    m_chart->change(m_watch->days(), m_watch->daysBefore(), !change || change->domains != 1);
    showStanding(change && change->domains == 1);
    showRemark();
}

void OutcomePanel::showRemark()
{
    const Simulation& simulation = m_document->simulation(m_watch->direction());
    const bool requiresAll
        = m_watch->direction() == Direction::Inbound && simulation.policy().byDefault.level > Level::May;
    m_remark->setVisible(requiresAll && !m_remarkDismissed && simulation.domainCount() > 0);
    placeRemark();
}

void OutcomePanel::showPreview()
{
    const std::optional<SwitchPreview>& preview = m_preview->preview();
    m_costs->setPreview(preview);
    if (!preview) {
        m_chart->setPreview({});
        m_frontier->setPreview({});
        return;
    }
    showPreviewedStanding(preview->row);
    const auto signedCount = [](std::int64_t count) -> QString {
        return (count < 0 ? u"\u2212"_s : u"+"_s) + style::count(static_cast<std::uint64_t>(std::abs(count)));
    };
    const Simulation& simulation = m_document->simulation(m_watch->direction());
    const QString domain = figures::domain(simulation.traffic(preview->row).key);
    OutcomeChart::Preview shown;
    //: What switching the domain under the mouse would do: name, wanted messages, spam.
    shown.text = m_watch->labelsSpam()
        ? tr("%1: %2 lost, %3 spam").arg(domain, signedCount(preview->lost), signedCount(preview->spam))
        : tr("%1: %2 lost").arg(domain, signedCount(preview->lost));
    for (const SwitchPreview::DayDifference& day : preview->days)
        shown.days.push_back({day.day, day.lost, day.spam});
    m_chart->setPreview(shown);
}

void OutcomePanel::showPreviewedStanding(std::size_t row)
{
    const Simulation& simulation = m_document->simulation(m_watch->direction());
    const auto wanted = static_cast<double>(m_watch->figures().wanted);
    if (!m_frontier->policy() || wanted == 0)
        return;
    // The switch goes between nothing and encryption.
    const Requirement& now = simulation.effective(row);
    const bool isRequired = now.level > Level::May;
    const auto [lost, kept] = share(row, isRequired ? now : presetRequirement);
    const double sign = isRequired ? -1 : 1;
    FrontierChart::Standing standing = *m_frontier->policy();
    standing.cost += sign * lost / wanted;
    standing.covered += sign * kept / wanted;
    m_frontier->setPreview(standing);
}

void OutcomePanel::showFrontier()
{
    const auto known = m_forecaster->frontier();
    const Simulation& simulation = m_document->simulation(m_watch->direction());
    m_expected.clear();
    if (known) {
        m_expected.assign(simulation.domainCount(), -1);
        for (const FrontierPoint& point : known->points)
            m_expected[point.row] = point.expected;
    }
    m_frontier->setQuotesRfc(m_watch->direction() == Direction::Inbound);
    m_frontier->setFrontier(
        known ? *known : Frontier{}, [&](std::uint32_t row) { return figures::domain(simulation.traffic(row).key); });
    showStanding(false);
    showKept();
}

} // namespace waxseal
