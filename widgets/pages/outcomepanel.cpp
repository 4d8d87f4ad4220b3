// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/pages/outcomepanel.h"

#include "widgets/charts/frontierchart.h"
#include "widgets/charts/outcomechart.h"
#include "widgets/charts/sharebar.h"
#include "widgets/document/document.h"
#include "widgets/document/forecaster.h"
#include "widgets/items/figures.h"
#include "widgets/pages/demobadge.h"
#include "widgets/style/icons.h"
#include "widgets/style/numbers.h"
#include "widgets/style/palette.h"
#include "widgets/style/text.h"
#include "widgets/words/forecastwords.h"

#include <QBoxLayout>
#include <QFrame>
#include <QToolButton>
#include <QVBoxLayout>

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

OutcomePanel::OutcomePanel(Document* document, Forecaster* forecaster, QWidget* parent)
    : QScrollArea(parent)
    , m_document(document)
    , m_forecaster(forecaster)
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

    m_demo = new DemoBadge(content);
    m_demo->setObjectName(u"demoMark"_s);
    m_headline = new TextLabel(TextLabel::Rank::Headline, content);
    m_headline->setObjectName(u"headline"_s);
    m_headline->setAccessibleName(tr("Share of mail lost"));
    m_interval = new TextLabel(TextLabel::Rank::Muted, content);
    m_interval->setObjectName(u"interval"_s);
    m_counts = new TextLabel(TextLabel::Rank::Body, content);
    m_counts->setObjectName(u"counts"_s);
    m_consequence = new TextLabel(TextLabel::Rank::Muted, content);
    m_consequence->setObjectName(u"consequence"_s);
    m_bar = new ShareBar(content);
    m_bar->setObjectName(u"outcomeBar"_s);
    m_remark = buildRemark();
    m_chart = new OutcomeChart(content);
    m_chart->setObjectName(u"outcomeChart"_s);
    m_chart->setTitle(tr("Accepted and lost by day"));
    m_chart->setLegendShown(false); // the bar above has it
    m_frontier = new FrontierChart(content);
    m_frontier->setObjectName(u"frontierChart"_s);
    m_frontier->setTitle(tr("What each loss would buy"));

    m_head = new QBoxLayout(QBoxLayout::LeftToRight);
    m_head->setSpacing(unit);
    m_head->addWidget(m_headline);
    m_head->addStretch(1);
    m_head->addWidget(m_demo, 0, Qt::AlignLeft | Qt::AlignVCenter);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(2 * unit, unit + unit / 2, 2 * unit, unit);
    layout->setSpacing(unit);
    layout->addLayout(m_head);
    layout->addWidget(m_interval);
    layout->addWidget(m_counts);
    layout->addWidget(m_bar);
    layout->addWidget(m_consequence);
    layout->addWidget(m_remark);
    layout->addSpacing(unit / 2);
    layout->addWidget(m_chart, 1);
    layout->addWidget(m_frontier, 1);
    for (Chart* chart : {static_cast<Chart*>(m_chart), static_cast<Chart*>(m_frontier)})
        chart->setMinimumHeight(17 * unit);
    setWidget(content);

    connect(document, &Document::factsChanged, this, &OutcomePanel::reload);
    connect(document, &Document::policyChanged, this, &OutcomePanel::policyChanged);
    connect(document, &Document::demoChanged, m_demo, &QWidget::setVisible);
    connect(forecaster, &Forecaster::intervalChanged, this, &OutcomePanel::showForecast);
    connect(forecaster, &Forecaster::pendingChanged, this, &OutcomePanel::showForecast);
    connect(forecaster, &Forecaster::frontierChanged, this, &OutcomePanel::showFrontier);
    connect(m_frontier, &FrontierChart::budgetChanged, this, &OutcomePanel::budgetDragged);
    connect(m_frontier, &FrontierChart::budgetCommitted, this, &OutcomePanel::budgetCommitted);
    m_demo->setVisible(document->isDemo());
    reload();
    showFrontier();
}

QWidget* OutcomePanel::buildRemark()
{
    auto* frame = new QFrame(this);
    frame->setObjectName(u"remark"_s);
    frame->setFrameShape(QFrame::StyledPanel);
    auto* text = new TextLabel(TextLabel::Rank::Body,
        tr("RFC 3207, section 4: a publicly-referenced server must not require STARTTLS. Requiring it keeps spam away "
           "only until "
           "spammers adapt. MTA-STS, DANE and TLS-RPT get encryption from those who can without losing those who "
           "cannot."),
        frame);
    text->setObjectName(u"remarkText"_s);
    auto* close = new QToolButton(frame);
    close->setObjectName(u"remarkClose"_s);
    close->setAutoRaise(true);
    close->setIcon(style::themedIcon(u"clear"_s));
    close->setToolTip(tr("Close"));
    close->setAccessibleName(tr("Close remark"));
    auto* layout = new QHBoxLayout(frame);
    layout->setContentsMargins(unit, unit, unit / 2, unit);
    layout->setSpacing(unit);
    layout->addWidget(text, 1);
    layout->addWidget(close, 0, Qt::AlignTop);
    connect(close, &QToolButton::clicked, this, [this, frame] {
        m_remarkDismissed = true;
        frame->hide();
    });
    frame->hide();
    return frame;
}

QSize OutcomePanel::minimumSizeHint() const
{
    return {40 * unit, 30 * unit};
}

QSize OutcomePanel::sizeHint() const
{
    return {60 * unit, 75 * unit};
}

/** The mark of the demo stands beside the headline, or above it where both do not fit. */
void OutcomePanel::arrangeHead()
{
    const QString longest = tr("%1 lost").arg(style::percent(0.8888)) + u'8'; // whatever it says now: nothing jumps
    const int wanted = m_headline->fontMetrics().horizontalAdvance(longest) + unit + m_demo->sizeHint().width();
    const bool fits = wanted <= viewport()->width() - 4 * unit;
    m_head->setDirection(fits ? QBoxLayout::LeftToRight : QBoxLayout::BottomToTop);
}

void OutcomePanel::resizeEvent(QResizeEvent* event)
{
    arrangeHead();
    QScrollArea::resizeEvent(event);
}

void OutcomePanel::setDirection(Direction direction)
{
    if (direction == m_direction)
        return;
    m_direction = direction;
    reload();
}

void OutcomePanel::setRemarkRead(bool read)
{
    m_remarkDismissed = read;
    showOutcome();
}

void OutcomePanel::setBudget(double share)
{
    m_frontier->setBudget(share);
}

void OutcomePanel::reload()
{
    const Simulation& simulation = m_document->simulation(m_direction);
    m_isRequired.assign(simulation.domainCount(), 0);
    m_protectedOf.assign(simulation.domainCount(), 0);
    m_requiredDomains = 0;
    m_protected = 0;
    policyChanged(m_direction, {});
    showForecast();
}

void OutcomePanel::countRequired(std::size_t row)
{
    const Simulation& simulation = m_document->simulation(m_direction);
    const bool isRequired = simulation.effective(row).level > Level::May;
    const Outcome& outcome = simulation.outcome(row);
    const std::uint64_t arrives = isRequired ? outcome.accepted() - outcome.of(Fate::Accepted, SpamVerdict::Spam) : 0;
    m_requiredDomains += (isRequired ? 1U : 0U) - std::uint64_t{m_isRequired[row]};
    m_protected += arrives - m_protectedOf[row];
    m_isRequired[row] = isRequired ? 1 : 0;
    m_protectedOf[row] = arrives;
}

void OutcomePanel::policyChanged(Direction direction, const QList<int>& rows)
{
    if (direction != m_direction)
        return;
    if (rows.isEmpty()) {
        for (std::size_t row = 0; row < m_isRequired.size(); ++row)
            countRequired(row);
    }
    for (const int row : rows)
        countRequired(static_cast<std::size_t>(row));
    showOutcome();
}

QString OutcomePanel::countsText() const
{
    const Outcome& outcome = m_document->simulation(m_direction).outcome();
    QString text = tr("%1 of %2 messages").arg(style::count(outcome.lost()), style::count(outcome.total()));
    QStringList kinds;
    const auto add = [&](std::uint64_t count, const QString& form) {
        if (count > 0)
            kinds.append(form.arg(style::count(count)));
    };
    add(outcome.of(Fate::Lost, SpamVerdict::Legitimate), tr("%1 legitimate"));
    add(outcome.of(Fate::Lost, SpamVerdict::Spam), tr("%1 spam"));
    add(outcome.of(Fate::Lost, SpamVerdict::Unlabelled), tr("%1 unlabelled"));
    if (!kinds.isEmpty())
        text += u" · "_s + kinds.join(u", "_s);
    std::uint64_t wanted = 0;
    for (const Fate fate : {Fate::Accepted, Fate::Lost, Fate::Unknown})
        wanted += outcome.of(fate) - outcome.of(fate, SpamVerdict::Spam);
    if (m_requiredDomains > 0 && wanted > 0) {
        const double share = static_cast<double>(m_protected) / static_cast<double>(wanted);
        text += u" · "_s + tr("%n domain(s) with a requirement", nullptr, static_cast<int>(m_requiredDomains)) + u", "_s
            + tr("%1 of the wanted mail protected").arg(style::percent(share));
    }
    return text;
}

QString OutcomePanel::consequenceText() const
{
    const Simulation& simulation = m_document->simulation(m_direction);
    const Outcome& outcome = simulation.outcome();
    if (simulation.domainCount() == 0)
        return {};
    if (simulation.policy().isNone())
        return tr(
            "Nothing is required: all mail is accepted as it comes. Choose a requirement in the table, or a preset.");
    const std::uint64_t never = outcome.lostByEvidence[static_cast<std::size_t>(EvidenceClass::Never)];
    QString text;
    if (outcome.lost() > 0) {
        text = (never == outcome.lost()
                       ? tr("None of the hosts behind them ever met the requirement.")
                       : tr("At worst all of them, at best %1: the other hosts met it at times, or are little known.")
                             .arg(style::count(never)))
            + u' ';
    }
    if (outcome.byTest > 0)
        text += tr("%1 of these messages are judged by live tests: the logs cannot know.")
                    .arg(style::count(outcome.byTest))
            + u' ';
    if (m_direction == Direction::Outbound)
        return text + tr("What the other side cannot do stays in the queue for days and is then returned.");
    return text
        + (simulation.policy().refusal == Refusal::Later
                ? tr("Refused for later (4xx): senders retry for days, then give up.")
                : tr("Refused now (5xx): senders get it back as undeliverable at once."));
}

void OutcomePanel::showOutcome()
{
    const Simulation& simulation = m_document->simulation(m_direction);
    const Outcome& outcome = simulation.outcome();
    m_headline->setText(tr("%1 lost").arg(style::percent(outcome.lostShare())));
    m_counts->setText(countsText());
    m_consequence->setText(consequenceText());
    const std::uint64_t legitimate = outcome.of(Fate::Lost, SpamVerdict::Legitimate);
    const std::uint64_t unlabelled = outcome.of(Fate::Lost, SpamVerdict::Unlabelled);
    const QString wanted = unlabelled == 0 ? tr("lost, legitimate")
        : legitimate == 0                  ? tr("lost, unlabelled")
                                           : tr("lost, not spam");
    m_bar->setParts({{tr("accepted"), style::Role::Accepted, static_cast<double>(outcome.accepted())},
        {wanted, style::Role::LostLegitimate, static_cast<double>(outcome.lostWanted())},
        {tr("lost, spam"), style::Role::LostSpam, static_cast<double>(outcome.of(Fate::Lost, SpamVerdict::Spam))},
        {tr("unknown"), style::Role::Unknown, static_cast<double>(outcome.unknown())}});
    m_chart->setOutcome(simulation.firstDay(), simulation.days());
    const bool requiresAll = m_direction == Direction::Inbound && simulation.policy().byDefault.level > Level::May;
    m_remark->setVisible(requiresAll && !m_remarkDismissed && simulation.domainCount() > 0);
}

void OutcomePanel::showForecast()
{
    const Simulation& simulation = m_document->simulation(m_direction);
    QString text;
    if (simulation.domainCount() == 0 || simulation.policy().isNone()) {
        // No loss without a requirement: nothing to foretell.
    } else if (m_forecaster->isPending()) {
        text = tr("forecasting…");
    } else if (const auto& interval = m_forecaster->interval()) {
        text = tr(
            "%1 of wanted mail expected in the next %n day(s)", nullptr, static_cast<int>(simulation.days().size()))
                   .arg(figures::percentRange(interval->low, interval->high));
        QStringList hints{
            tr("%1 interval, %2").arg(style::percent(interval->level), QString::fromStdString(interval->method))};
        const QStringList warnings
            = words::warnings(m_forecaster->forecast(), simulation, PercentForm::Compact, figures::domain);
        if (!warnings.isEmpty())
            text += u" · "_s + words::whatMoves(m_forecaster->forecast(), simulation, figures::domain);
        // Names of strangers are in it: marked as rich text and escaped, so that none is taken for markup.
        m_interval->setToolTip(
            u"<qt>"_s + (hints + warnings).join(u'\n').toHtmlEscaped().replace(u'\n', u"<br>"_s) + u"</qt>"_s);
    } else {
        text = tr("too few data for a forecast; at most %1 of wanted mail")
                   .arg(style::percent(m_forecaster->forecast().atMost));
        m_interval->setToolTip(tr("A forecast needs 14 days of logs whose TLS is known; the bound holds with 95 %"));
    }
    m_interval->setText(text);
}

void OutcomePanel::showFrontier()
{
    const auto known = m_forecaster->frontier();
    m_frontier->setFrontier(known ? *known : Frontier{});
}

} // namespace waxseal
