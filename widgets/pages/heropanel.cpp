// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/pages/heropanel.h"

#include "widgets/charts/intervalbar.h"
#include "widgets/controls/changechip.h"
#include "widgets/controls/herofigure.h"
#include "widgets/document/document.h"
#include "widgets/document/forecaster.h"
#include "widgets/document/keptwatch.h"
#include "widgets/document/policywatch.h"
#include "widgets/items/figures.h"
#include "widgets/pages/demobadge.h"
#include "widgets/style/numbers.h"
#include "widgets/style/text.h"
#include "widgets/words/forecastwords.h"

#include <QAction>
#include <QBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QResizeEvent>

#include <cmath>

namespace waxseal {

using namespace Qt::StringLiterals;
using style::TextLabel;
using style::unit;

namespace {

constexpr std::array scales{HeroFigure::fullScale, 1.55, 1.4, 1.25, 1.1, 1.0};
constexpr int sentenceGap = 2 * unit;

/** A difference of messages with its sign. */
QString signedCount(std::int64_t number)
{
    const QString digits = style::count(static_cast<std::uint64_t>(number < 0 ? -number : number));
    return number > 0 ? u'+' + digits : number < 0 ? u'\u2212' + digits : digits;
}

/** A difference of shares with its sign; empty for less than can be read. */
QString signedPercent(double share)
{
    if (std::abs(share) < 0.00005)
        return {};
    return (share > 0 ? u'+' : u'\u2212') + style::percent(std::abs(share));
}

/** A figure of the policy that is kept. */
QString keptText(const QString& value, const QString& name = u"A"_s)
{
    return name + u"  "_s + value;
}

} // namespace

HeroPanel::HeroPanel(Document* document, PolicyWatch* watch, KeptWatch* kept, Forecaster* forecaster, QAction* undo,
    QAction* redo, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_watch(watch)
    , m_kept(kept)
    , m_forecaster(forecaster)
    , m_undo(undo)
    , m_redo(redo)
    , m_chip(new ChangeChip(this))
    , m_interval(new TextLabel(TextLabel::Rank::Body, this))
    , m_bar(new IntervalBar(this))
{
    setObjectName(u"heroPanel"_s);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    const std::array names{u"heroAccepted"_s, u"heroLost"_s, u"heroProtected"_s, u"heroSpam"_s};
    for (std::size_t i = 0; i < m_figures.size(); ++i) {
        m_figures[i] = new HeroFigure(this);
        m_figures[i]->setObjectName(names[i]);
    }
    figure(Spam)->setQuiet(true);
    m_chip->setObjectName(u"changeChip"_s);
    m_interval->setObjectName(u"interval"_s);
    m_interval->setWordWrap(false);
    m_bar->setObjectName(u"intervalBar"_s);
    auto* demo = new DemoBadge(this);
    demo->setObjectName(u"demoMark"_s);

    m_sentence = new QBoxLayout(QBoxLayout::LeftToRight);
    m_sentence->setSpacing(sentenceGap);
    for (HeroFigure* part : m_figures)
        m_sentence->addWidget(part);
    m_sentence->addStretch(1);
    m_corner = new QBoxLayout(QBoxLayout::LeftToRight);
    m_corner->setSpacing(unit);
    m_corner->addWidget(demo);
    m_head = new QBoxLayout(QBoxLayout::LeftToRight);
    m_head->setSpacing(unit);
    m_head->addLayout(m_sentence, 1);
    m_head->addLayout(m_corner);
    m_head->setAlignment(m_corner, Qt::AlignTop | Qt::AlignRight);
    m_forecast = new QBoxLayout(QBoxLayout::LeftToRight);
    m_forecast->setSpacing(unit);
    m_forecast->addWidget(m_bar, 0, Qt::AlignVCenter);
    m_forecast->addWidget(m_interval, 0, Qt::AlignVCenter);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(3 * unit);
    m_chip->setMaximumWidth(90 * unit); // the way back stays near what was done
    foot->addWidget(m_chip, 100);
    foot->addStretch(1);
    foot->addLayout(m_forecast);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * unit, unit + unit / 2, 2 * unit, unit);
    layout->setSpacing(unit);
    layout->addLayout(m_head);
    layout->addLayout(foot);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);

    connect(document, &Document::demoChanged, this, [this, demo] {
        demo->setVisible(m_document->isDemo());
        arrange();
    });
    demo->setVisible(document->isDemo());
    connect(watch, &PolicyWatch::restarted, this, &HeroPanel::restart);
    connect(watch, &PolicyWatch::changed, this, [this] {
        showFigures();
        showChange();
        showForecast();
    });
    connect(kept, &KeptWatch::changed, this, &HeroPanel::showFigures);
    connect(document, &Document::choicesChanged, this, &HeroPanel::showForecast);
    connect(forecaster, &Forecaster::intervalChanged, this, &HeroPanel::showForecast);
    connect(forecaster, &Forecaster::pendingChanged, this, &HeroPanel::showForecast);
    restart();
}

void HeroPanel::setBudget(double share)
{
    m_budget = share;
    showForecast();
}

void HeroPanel::addCorner(QWidget* widget)
{
    m_corner->addWidget(widget);
    arrange();
}

/** Gives every figure the room that it can need for the mail of these logs, whatever is required. */
void HeroPanel::reserve()
{
    const PolicyFigures& now = m_watch->figures();
    const bool labels = m_watch->labelsSpam();
    const QString all = style::count(now.wanted);
    //: The first part of one line: Accepted 99.35 % of wanted mail | lost 240 (0.65 %) | protected 83.0 %
    figure(Accepted)->setForm(labels ? tr("Accepted %1 of wanted mail") : tr("Accepted %1 of mail"));
    //: Continues the line that begins with "Accepted".
    figure(Lost)->setForm(tr("lost %1"));
    //: Continues the line that begins with "Accepted": mail that arrives as required.
    figure(Protected)->setForm(tr("protected %1"));
    //: Ends the line that begins with "Accepted": spam that is lost too.
    figure(Spam)->setForm(tr("and %1 spam"));
    const QString widestShare = style::percent(0.99999); // with two decimals
    figure(Accepted)->setWidest(widestShare, tr("%1 of %2").arg(all, all));
    const QString lost = tr("%1 (%2)", "messages (share)").arg(all, widestShare);
    figure(Lost)->setWidest(lost, keptText(lost));
    figure(Protected)->setWidest(widestShare,
        tr("%n domain(s) required", nullptr,
            static_cast<int>(m_document->simulation(m_watch->direction()).domainCount())));
    figure(Spam)->setWidest(style::count(now.spam), tr("of %1").arg(style::count(now.spam)));
    const int days = static_cast<int>(m_watch->days().size());
    QStringList widest{tr("Next %n day(s): nothing is required, nothing is lost", nullptr, days),
        tr("Next %n day(s), %1 of 100 times: %2 lost", nullptr, days)
            .arg(QLocale().toString(95), figures::percentRange(0.00, 0.0088)),
        tr("Next %n day(s): at most %1 lost", nullptr, days).arg(style::percent(0.99999))};
    int width = 0;
    for (const QString& text : widest)
        width = qMax(width, m_interval->fontMetrics().horizontalAdvance(text));
    m_interval->setFixedWidth(
        width + unit / 2 + m_interval->fontMetrics().horizontalAdvance(u"\u26a0 "_s)); // a warning may stand before it
    arrange();
}

/** The largest size in which the sentence fits beside its corner; what fits depends on the logs, not on the policy. */
void HeroPanel::arrange()
{
    const int margins = 4 * unit;
    const int cornerWidth = m_corner->sizeHint().width();
    const auto wanted = [&](double scale) {
        int width = 0;
        for (const HeroFigure* part : m_figures)
            width += part->widthAt(scale) + sentenceGap;
        return width;
    };
    double scale = scales.back();
    for (const double candidate : scales) {
        if (wanted(candidate) + cornerWidth + unit <= width() - margins) {
            scale = candidate;
            break;
        }
    }
    for (HeroFigure* part : m_figures)
        part->setScale(scale);
    const bool beside = wanted(scale) + cornerWidth + unit <= width() - margins;
    m_head->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::BottomToTop);
    // The drawing stands above its sentence where both do not fit beside a chip.
    const bool wide = width() - margins >= m_interval->minimumWidth() + m_bar->sizeHint().width() + 60 * unit;
    m_forecast->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_forecast->setSpacing(wide ? unit : 0);
}

QSize HeroPanel::minimumSizeHint() const
{
    // The figures become smaller before the window stops to.
    int width = 0;
    for (const HeroFigure* part : m_figures)
        width += part->widthAt(scales.back()) + sentenceGap;
    return {width + 4 * unit, QWidget::minimumSizeHint().height()};
}

void HeroPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void HeroPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LocaleChange)
        reserve();
}

void HeroPanel::restart()
{
    reserve();
    showFigures();
    showChange();
    showForecast();
}

QString HeroPanel::consequence() const
{
    const Simulation& simulation = m_document->simulation(m_watch->direction());
    const Outcome& outcome = simulation.outcome();
    if (simulation.policy().isNone() || simulation.domainCount() == 0)
        return {};
    const std::uint64_t never = outcome.lostByEvidence[static_cast<std::size_t>(EvidenceClass::Never)];
    QStringList lines;
    if (outcome.lost() > 0)
        lines.append(never == outcome.lost()
                ? tr("None of the hosts behind what is lost, spam included, ever met the requirement.")
                : tr("Of what is lost, spam included, %1 come from hosts that never met the requirement; the others "
                     "met it at "
                     "times, or are little known.")
                      .arg(style::count(never)));
    if (outcome.byTest > 0)
        lines.append(tr("%1 of these messages are judged by live tests: the logs cannot know.")
                         .arg(style::count(outcome.byTest)));
    if (m_watch->direction() == Direction::Outbound)
        lines.append(tr("What the other side cannot do stays in the queue for days and is then returned."));
    else
        lines.append(simulation.policy().refusal == Refusal::Later
                ? tr("Refused later (4xx): senders retry for days, then give up.")
                : tr("Refused now (5xx): senders get it back as undeliverable at once."));
    return lines.join(u'\n');
}

/** What becomes of what is lost, in few words. */
QString HeroPanel::consequenceBrief() const
{
    const Simulation& simulation = m_document->simulation(m_watch->direction());
    if (simulation.policy().isNone() || m_watch->figures().lost == 0)
        return {};
    if (m_watch->direction() == Direction::Outbound)
        return tr("queued, then returned");
    return simulation.policy().refusal == Refusal::Later ? tr("retried for days (4xx)") : tr("returned at once (5xx)");
}

void HeroPanel::showFigures()
{
    const PolicyFigures& now = m_watch->figures();
    const bool any = now.wanted > 0;
    figure(Accepted)->setValue(any ? style::percent(now.acceptedShare()) : QString());
    figure(Accepted)->setBeneath(
        any ? tr("%1 of %2").arg(style::count(now.accepted), style::count(now.wanted)) : QString());
    figure(Accepted)->setToolTip(now.unknown == 0
            ? QString()
            : tr("Of %1 messages the logs cannot tell whether they would be accepted.").arg(style::count(now.unknown)));
    figure(Lost)->setValue(any
            ? tr("%1 (%2)", "messages (share)").arg(style::count(now.lost), style::percent(now.lostShare()))
            : QString());
    figure(Lost)->setRole(now.lost > 0 ? std::optional(style::Role::LostLegitimate) : std::nullopt);
    figure(Lost)->setBeneath(consequenceBrief());
    figure(Lost)->setToolTip(consequence());
    figure(Protected)->setValue(any ? style::percent(now.protectedShare()) : QString());
    figure(Protected)->setBeneath(
        any ? tr("%n domain(s) required", nullptr, static_cast<int>(now.requiredDomains)) : QString());
    figure(Protected)->setToolTip(tr("The share of it that arrives as required"));
    figure(Spam)->setValue(m_watch->labelsSpam() ? style::count(now.spamLost) : QString());
    figure(Spam)->setBeneath(m_watch->labelsSpam() ? tr("of %1").arg(style::count(now.spam)) : QString());
    figure(Spam)->setToolTip(tr("Messages lost that a scanner called spam: not among the wanted mail"));
    if (any && m_kept->isKept())
        showKept();
}

/** The same figures of the policy that is kept, beneath those of the one in force. */
void HeroPanel::showKept()
{
    const auto kept = m_kept->figures();
    const auto show = [&](Figure which, const QString& value) {
        figure(which)->setBeneath(kept ? keptText(value, kept->name()) : u"…"_s);
    };
    const PolicyFigures of = kept ? kept->figures : PolicyFigures();
    show(Accepted, style::percent(of.acceptedShare()));
    show(Lost, tr("%1 (%2)", "messages (share)").arg(style::count(of.lost), style::percent(of.lostShare())));
    show(Protected, style::percent(of.protectedShare()));
    if (m_watch->labelsSpam())
        show(Spam, style::count(of.spamLost));
}

void HeroPanel::showChange()
{
    const std::optional<LastChange>& change = m_watch->lastChange();
    const Simulation& simulation = m_document->simulation(m_watch->direction());
    if (!change) {
        const bool hint = simulation.domainCount() > 0 && simulation.policy().isNone();
        m_chip->showHint(hint
                ? tr("Nothing is required: all mail is accepted as it comes. Switch a domain on, or choose a preset.")
                : QString());
        return;
    }
    const ChangeChip::Tone tone = change->lost > 0 ? ChangeChip::Tone::More
        : change->lost < 0                         ? ChangeChip::Tone::Less
                                                   : ChangeChip::Tone::Even;
    const QString figure = tr("%1 lost", "more or fewer messages").arg(signedCount(change->lost));
    QString subject = change->text;
    if (!change->domain.empty())
        subject = figures::domain(change->domain);
    else if (change->isUndo)
        subject = tr("Undone: %1").arg(change->text);
    const QString share = signedPercent(change->protectedShare);
    m_chip->show(tone, figure, subject,
        share.isEmpty() ? QString() : tr("%1 protected", "more or less of the mail").arg(share),
        change->isUndo ? m_redo : m_undo);
}

void HeroPanel::showForecast()
{
    const Simulation& simulation = m_document->simulation(m_watch->direction());
    const int days = static_cast<int>(simulation.days().size());
    const auto& interval = m_forecaster->interval();
    const bool isPending = m_forecaster->isPending();
    m_bar->setPending(isPending);
    const double now = m_watch->figures().lostShare();
    if (simulation.domainCount() == 0) {
        m_interval->clear();
        m_bar->setFigures({});
    } else if (simulation.policy().isNone()) {
        m_interval->setText(tr("Next %n day(s): nothing is required, nothing is lost", nullptr, days));
        m_interval->setToolTip({});
        m_bar->setFigures(IntervalBar::Figures{0, 0, now, m_budget});
    } else if (isPending) {
        // The new drawing comes in a moment: the old one stays, pale, so that nothing flickers.
        m_interval->setText(tr("Next %n day(s): forecasting…", nullptr, days));
    } else if (interval) {
        const Forecast& forecast = m_forecaster->forecast();
        const QStringList warnings
            = words::warnings(forecast, simulation, PercentForm::Compact, figures::domain, m_document->choices().muted);
        const QString sentence = tr("Next %n day(s), %1 of 100 times: %2 lost", nullptr, days)
                                     .arg(QLocale().toString(qRound(interval->level * 100)),
                                         figures::percentRange(interval->low, interval->high));
        // Who changed and what moves stands in the tooltip: there is more of it than the line has room for.
        m_interval->setText(warnings.isEmpty() ? sentence : QString(u"\u26a0 "_s + sentence));
        const QString meaning
            = tr("If the same senders go on as in these logs. The dashed line is the budget, the mark "
                 "what these logs say.");
        m_interval->setToolTip(style::toolTip((warnings + QStringList{meaning}).join(u'\n'))); // names of strangers
        m_bar->setFigures(IntervalBar::Figures{interval->low, interval->high, now, m_budget});
    } else {
        const double atMost = m_forecaster->forecast().atMost;
        m_interval->setText(tr("Next %n day(s): at most %1 lost", nullptr, days).arg(style::percent(atMost)));
        m_interval->setToolTip(tr(
            "Too few data for a range: a forecast needs 14 days of logs whose TLS is known. 95 of 100 times the loss "
            "stays below this."));
        m_bar->setFigures(IntervalBar::Figures{0, atMost, now, m_budget});
    }
    m_bar->setToolTip(m_interval->toolTip());
}

} // namespace waxseal
