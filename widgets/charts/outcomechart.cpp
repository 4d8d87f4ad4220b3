// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/outcomechart.h"

#include "widgets/charts/charttable.h"
#include "widgets/charts/outcomebars.h"
#include "widgets/style/motion.h"
#include "widgets/style/numbers.h"

#include <QAction>
#include <QActionGroup>
#include <QLocale>
#include <QMenu>
#include <QMouseEvent>
#include <QToolButton>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace waxseal {

using namespace Qt::StringLiterals;
using style::unit;

namespace {

constexpr double belowShare = 1.4; // of the height above the line
constexpr double mostFilled = 0.82; // of the room below the line: the rest is for words
constexpr double leastFilled = 0.25; // a step of many domains that fills less finds a larger scale
constexpr int moves = 160; // ms
constexpr int mostCaptions = 4;
constexpr int dragBegins = 6; // pixels

/** Steps of an axis to `most`: 1, 2 or 5 times a power of ten, two or three of them. */
double axisStep(double most)
{
    const double power = std::pow(10, std::floor(std::log10(most)));
    for (const double step : {0.2, 0.5, 1.0, 2.0, 5.0}) {
        if (most / (step * power) < 4)
            return step * power;
    }
    return 10 * power;
}

/** Lets the bars be drawn where the axes are. */
class BarsItem : public QCPAbstractItem
{
public:
    BarsItem(QCustomPlot* plot, const OutcomeBars& bars)
        : QCPAbstractItem(plot)
        , m_bars(bars)
    {
        setSelectable(false);
    }
    double selectTest(const QPointF&, bool, QVariant* = nullptr) const override { return -1; }

protected:
    void draw(QCPPainter* painter) override
    {
        const QCPAxis* x = mParentPlot->xAxis;
        const QCPAxis* y = mParentPlot->yAxis;
        painter->setAntialiasing(false);
        m_bars.paint(painter,
            {mParentPlot->axisRect()->rect(), std::round(y->coordToPixel(0)), y->coordToPixel(0) - y->coordToPixel(1),
                x->coordToPixel(0), x->coordToPixel(1) - x->coordToPixel(0)});
    }

private:
    const OutcomeBars& m_bars;
};

/** A row of the plot's layout for the legend. */
class LegendRow : public QCPLayoutElement
{
public:
    LegendRow(QCustomPlot* plot, const OutcomeLegend& legend)
        : QCPLayoutElement(plot)
        , m_legend(legend)
    {
        setMargins(QMargins(0, 0, 0, 0));
    }

protected:
    void draw(QCPPainter* painter) override
    {
        painter->setAntialiasing(false);
        m_legend.paint(painter, rect());
    }

private:
    const OutcomeLegend& m_legend;
};

std::uint64_t wantedOf(const Outcome& outcome, Fate fate)
{
    return outcome.of(fate) - outcome.of(fate, SpamVerdict::Spam);
}

} // namespace

OutcomeChart::OutcomeChart(QWidget* parent)
    : Chart(parent)
{
    setTitle(tr("Accepted and lost by day"));
    buildMeasures();
    plot()->xAxis->setTicker(QSharedPointer<QCPAxisTickerText>::create());
    plot()->xAxis->grid()->setVisible(false);
    plot()->xAxis->setTickLength(0, 3);
    plot()->yAxis->setTicker(QSharedPointer<QCPAxisTickerText>::create());
    plot()->yAxis->setTickLength(0, 0);
    plot()->axisRect()->setAutoMargins(QCP::msAll);
    plot()->axisRect()->setMinimumMargins(QMargins(0, 6, 6, 0));

    m_legendRow = new LegendRow(plot(), m_legend);
    plot()->plotLayout()->insertRow(0);
    plot()->plotLayout()->addElement(0, 0, m_legendRow);
    plot()->plotLayout()->setRowStretchFactor(0, 0.001);

    // The bars have a buffer of their own: while they move, nothing else is drawn.
    plot()->addLayer(u"bars"_s, plot()->layer(u"main"_s), QCustomPlot::limAbove);
    plot()->layer(u"bars"_s)->setMode(QCPLayer::lmBuffered);
    auto* bars = new BarsItem(plot(), m_bars); // the plot's
    bars->setLayer(u"bars"_s);
    for (QCPItemRect** rect : {&m_mark, &m_band}) {
        *rect = new QCPItemRect(plot());
        (*rect)->setLayer(u"overlay"_s);
        (*rect)->setVisible(false);
        for (QCPItemPosition* corner : {(*rect)->topLeft, (*rect)->bottomRight}) {
            corner->setTypeX(QCPItemPosition::ptPlotCoords);
            corner->setTypeY(QCPItemPosition::ptAxisRectRatio);
        }
    }
    m_motion.setStartValue(0.0);
    m_motion.setEndValue(1.0);
    m_motion.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_motion, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
        moveTo(value.toDouble());
        redrawBars();
    });
    connect(&m_motion, &QVariantAnimation::finished, this, [this] {
        showCaptions();
        redrawBars();
    });
}

void OutcomeChart::buildMeasures()
{
    const auto nameOf = [](Measure measure) { return measure == Measure::Share ? tr("Percent") : tr("Messages"); };
    m_measures = new QActionGroup(this);
    auto* chooser = new QToolButton(this);
    chooser->setAutoRaise(true);
    chooser->setPopupMode(QToolButton::InstantPopup);
    chooser->setToolButtonStyle(Qt::ToolButtonTextOnly);
    chooser->setText(nameOf(m_measure));
    chooser->setAccessibleName(tr("What the bars show"));
    auto* choices = new QMenu(chooser);
    for (const Measure measure : {Measure::Messages, Measure::Share}) {
        QAction* action = choices->addAction(nameOf(measure));
        action->setCheckable(true);
        action->setChecked(measure == m_measure);
        action->setData(QVariant::fromValue(measure));
        m_measures->addAction(action);
    }
    connect(m_measures, &QActionGroup::triggered, this,
        [this](QAction* action) { setMeasure(action->data().value<Measure>()); });
    connect(this, &OutcomeChart::measureChanged, chooser,
        [chooser, nameOf](Measure measure) { chooser->setText(nameOf(measure)); });
    chooser->setMenu(choices);
    addHeaderWidget(chooser);
}

void OutcomeChart::setMeasure(Measure measure)
{
    if (measure == m_measure)
        return;
    m_measure = measure;
    const QList<QAction*> actions = m_measures->actions();
    for (QAction* action : actions)
        action->setChecked(action->data().value<Measure>() == measure);
    refresh(Rescale::Always, false);
    Q_EMIT measureChanged(measure);
}

void OutcomeChart::setOutcome(Day firstDay, const std::vector<Outcome>& days)
{
    m_firstDay = firstDay;
    m_bins = DayBins(firstDay, days.size());
    m_before.clear();
    m_reference.clear();
    m_preview.reset();
    setBins(binned(days));
    refresh(Rescale::Always, false);
}

void OutcomeChart::compareWith(const std::vector<Outcome>& days, const QString& name)
{
    m_reference = days.empty() ? std::vector<Bin>() : binned(days);
    m_referenceName = name;
    refresh(Rescale::WhereNeeded, false);
}

void OutcomeChart::change(const std::vector<Outcome>& days, const std::vector<Outcome>& before, bool ofMany)
{
    m_before = before.empty() ? std::vector<Bin>() : binned(before);
    m_preview.reset();
    const bool wasNothing
        = std::all_of(m_now.begin(), m_now.end(), [](const Bin& bin) { return bin.lost + bin.spam == 0; });
    setBins(binned(days));
    refresh(wasNothing ? Rescale::Always : ofMany ? Rescale::WhereSmall : Rescale::WhereNeeded, true);
}

std::vector<OutcomeChart::Bin> OutcomeChart::binned(const std::vector<Outcome>& days) const
{
    std::vector<Bin> bins(static_cast<std::size_t>(m_bins.count()));
    for (std::size_t day = 0; day < days.size(); ++day) {
        const std::size_t at = m_bins.binOf(day);
        if (at >= bins.size())
            break;
        bins[at].accepted += wantedOf(days[day], Fate::Accepted);
        bins[at].unknown += wantedOf(days[day], Fate::Unknown);
        bins[at].lost += wantedOf(days[day], Fate::Lost);
        bins[at].spam += days[day].of(Fate::Lost, SpamVerdict::Spam);
    }
    return bins;
}

std::vector<OutcomeBar> OutcomeChart::barsOf(const std::vector<Bin>& bins) const
{
    std::vector<OutcomeBar> bars;
    bars.reserve(bins.size());
    for (const Bin& bin : bins) {
        const bool share = m_measure == Measure::Share;
        const double scale = !share ? 1 : bin.wanted() > 0 ? 100.0 / static_cast<double>(bin.wanted()) : 0;
        bars.push_back({scale * static_cast<double>(bin.accepted), scale * static_cast<double>(bin.unknown),
            scale * static_cast<double>(bin.lost), share ? 0 : static_cast<double>(bin.spam)});
    }
    return bars;
}

void OutcomeChart::setBins(std::vector<Bin> bins)
{
    m_now = std::move(bins);
    fillTable();
    Bin sum;
    for (const Bin& bin : m_now) {
        sum.accepted += bin.accepted;
        sum.unknown += bin.unknown;
        sum.lost += bin.lost;
        sum.spam += bin.spam;
    }
    setNothing(m_now.empty());
    if (m_now.empty()) {
        setSummary(tr("No mail."));
        return;
    }
    const QString totals = tr("Accepted: %1; lost: %2; spam lost: %3; unknown: %4")
                               .arg(style::count(sum.accepted), style::count(sum.lost), style::count(sum.spam),
                                   style::count(sum.unknown));
    setSummary(tr("%1 to %2. %3.")
                   .arg(QLocale().toString(dateOf(m_firstDay), QLocale::LongFormat),
                       QLocale().toString(dateOf(m_bins.range(itemCount() - 1).second), QLocale::LongFormat), totals));
}

/** Everything that follows from the figures. */
void OutcomeChart::refresh(Rescale rescale, bool moving)
{
    const double factor = m_factor;
    const double top = m_top;
    double most = 0;
    for (const Bin& bin : m_now)
        most = std::max(most, static_cast<double>(bin.wanted()));
    m_top = m_measure == Measure::Share ? 100 : std::max(most, 4.0);
    m_from = m_bars.bars; // where they are now, even in the middle of a movement
    m_to = barsOf(m_now);
    double below = 0;
    for (const OutcomeBar& bar : m_to)
        below = std::max(below, bar.lost + bar.spam);
    const bool isSmall = below * m_factor < leastFilled * belowShare * m_top;
    if (!fits(m_factor) || rescale == Rescale::Always || (rescale == Rescale::WhereSmall && isSmall))
        chooseScale();
    m_bars.factor = m_factor;
    m_bars.before = outline().empty() ? std::vector<OutcomeBar>() : barsOf(outline());
    showPreview();
    showLegend();
    const bool sameAxes = factor == m_factor && top == m_top && m_from.size() == m_to.size();
    m_motion.stop();
    const int time = moving && isVisible() && m_from.size() == m_to.size() ? style::motion(*this, moves) : 0;
    if (!sameAxes || !moving)
        showAxes();
    if (time > 0) {
        m_bars.captions.clear();
        m_motion.setDuration(time);
        m_motion.start();
    } else {
        moveTo(1);
        showCaptions();
    }
    scheduleReplot();
}

bool OutcomeChart::fits(double factor) const
{
    const double room = mostFilled * belowShare * m_top;
    return std::all_of(
        m_to.begin(), m_to.end(), [&](const OutcomeBar& bar) { return (bar.lost + bar.spam) * factor <= room; });
}

/** The largest 1-2-5 number at which all bars stay inside. */
void OutcomeChart::chooseScale()
{
    double most = 0;
    for (const OutcomeBar& bar : m_to)
        most = std::max(most, bar.lost + bar.spam);
    if (most <= 0)
        return; // the scale of before is as good as any
    const double wanted = std::clamp(mostFilled * belowShare * m_top / most, 0.2, 1e6);
    const double power = std::pow(10, std::floor(std::log10(wanted)));
    for (const double step : {5.0, 2.0, 1.0}) {
        m_factor = step * power;
        if (m_factor <= wanted)
            return;
    }
}

double OutcomeChart::lossFactor() const
{
    return m_factor;
}

void OutcomeChart::showAxes()
{
    plot()->xAxis->setRange(-0.6, std::max(itemCount(), 1) - 0.4);
    plot()->yAxis->setRange(-belowShare * m_top, m_top * 1.04);
    const bool share = m_measure == Measure::Share;
    const auto text = [&](double value) {
        if (!share)
            return QLocale().toString(value, 'g', 9);
        return style::percentValue(value);
    };
    auto ticker = QSharedPointer<QCPAxisTickerText>::create();
    if (itemCount() > 0) {
        const double step = axisStep(m_top);
        for (int i = 0; i * step <= m_top * 1.02; ++i)
            ticker->addTick(i * step, text(i * step));
        const double below = belowShare * m_top / m_factor;
        const double stepBelow = share ? axisStep(below) : std::max(1.0, axisStep(below));
        for (int i = 1; i * stepBelow <= below * 0.98; ++i)
            ticker->addTick(-i * stepBelow * m_factor, text(i * stepBelow));
    }
    plot()->yAxis->setTicker(ticker);
    // A grid of nothing is not drawn.
    plot()->yAxis->grid()->setVisible(itemCount() > 0);
    m_bars.scaleText = itemCount() == 0 ? QString()
        : m_factor >= 1                 ? tr("lost: scale × %1").arg(QLocale().toString(m_factor, 'f', 0))
                                        : tr("lost: scale × %1").arg(QLocale().toString(m_factor, 'g', 1));
    m_labels.clear();
    plotResized();
}

/** The share of the day stands below the bars that lose most. */
void OutcomeChart::showCaptions()
{
    m_bars.captions.clear();
    std::vector<int> order;
    for (int i = 0; i < static_cast<int>(m_now.size()); ++i) {
        if (m_now[static_cast<std::size_t>(i)].lost > 0)
            order.push_back(i);
    }
    const auto count = std::min<std::size_t>(order.size(), mostCaptions);
    std::partial_sort(
        order.begin(), order.begin() + static_cast<std::ptrdiff_t>(count), order.end(), [this](int a, int b) {
            return m_now[static_cast<std::size_t>(a)].lost > m_now[static_cast<std::size_t>(b)].lost;
        });
    for (std::size_t i = 0; i < count; ++i) {
        const Bin& bin = m_now[static_cast<std::size_t>(order[i])];
        m_bars.captions.emplace_back(order[i], style::percent(bin.lost, bin.wanted()));
    }
}

void OutcomeChart::showLegend()
{
    Bin sum;
    std::uint64_t wanted = 0;
    for (const Bin& bin : m_now) {
        sum.accepted += bin.accepted;
        sum.unknown += bin.unknown;
        sum.lost += bin.lost;
        sum.spam += bin.spam;
        wanted += bin.wanted();
    }
    using Entry = OutcomeLegend::Entry;
    const QString all = style::count(wanted);
    const auto area = [&](style::Role role, const QString& form, std::uint64_t count) {
        return Entry{Entry::Mark::Area, role, form.arg(style::count(count)), form.arg(all)};
    };
    m_legend.entries = {area(style::Role::Accepted, tr("accepted %1"), sum.accepted),
        area(style::Role::LostLegitimate, tr("lost %1"), sum.lost)};
    if (m_measure == Measure::Messages)
        m_legend.entries.push_back(area(style::Role::LostSpam, tr("lost spam %1"), sum.spam));
    m_legend.entries.push_back(area(style::Role::Unknown, tr("unknown %1"), sum.unknown));
    m_legend.entries.back().widest = m_legend.entries.back().text; // the last: nothing stands behind it
    m_legend.states.clear();
    if (!m_isPicture) {
        m_legend.states.push_back({Entry::Mark::Outline, {}, outlineName(), tr("before")});
        m_legend.states.push_back({Entry::Mark::Dashes, {}, m_preview ? m_preview->text : QString(), {}});
    }
    reserveLegend();
}

void OutcomeChart::reserveLegend()
{
    const int height = m_legend.height(plot()->width());
    if (m_legendRow->minimumSize().height() == height)
        return;
    m_legendRow->setMinimumSize(0, height);
    m_legendRow->setMaximumSize(QWIDGETSIZE_MAX, height);
}

void OutcomeChart::setPreview(const std::optional<Preview>& preview)
{
    if (!preview && !m_preview)
        return;
    m_preview = preview;
    showPreview();
    showLegend();
    scheduleReplot();
}

QString OutcomeChart::outlineName() const
{
    return outline().empty() ? QString() : m_reference.empty() ? tr("before") : m_referenceName;
}

QString OutcomeChart::previewText() const
{
    return m_preview ? m_preview->text : QString();
}

void OutcomeChart::showPreview()
{
    m_bars.preview.clear();
    if (!m_preview)
        return;
    m_bars.preview.resize(m_now.size());
    for (const DayDifference& difference : m_preview->days) {
        if (difference.day < m_firstDay)
            continue;
        const std::size_t at = m_bins.binOf(static_cast<std::size_t>(difference.day - m_firstDay));
        if (at >= m_now.size())
            continue;
        const bool share = m_measure == Measure::Share;
        const auto wanted = static_cast<double>(m_now[at].wanted());
        const double scale = !share ? 1 : wanted > 0 ? 100 / wanted : 0;
        m_bars.preview[at].lost += scale * static_cast<double>(difference.lost);
        m_bars.preview[at].spam += share ? 0 : static_cast<double>(difference.spam);
    }
}

void OutcomeChart::moveTo(double progress)
{
    if (progress >= 1 || m_from.size() != m_to.size()) {
        m_bars.bars = m_to;
        return;
    }
    const auto between = [progress](double a, double b) { return a + (b - a) * progress; };
    for (std::size_t i = 0; i < m_to.size(); ++i)
        m_bars.bars[i] = {between(m_from[i].accepted, m_to[i].accepted), between(m_from[i].unknown, m_to[i].unknown),
            between(m_from[i].lost, m_to[i].lost), between(m_from[i].spam, m_to[i].spam)};
}

void OutcomeChart::redrawBars()
{
    plot()->layer(u"bars"_s)->replot();
}

QString OutcomeChart::itemText(int item) const
{
    if (item < 0 || item >= itemCount())
        return {};
    const Bin& bin = m_now[static_cast<std::size_t>(item)];
    QStringList lines{m_bins.title(item)};
    const auto line = [&](const QString& name, std::uint64_t count) {
        lines.append(tr("%1: %2 (%3)", "series: messages (share of the day)")
                         .arg(name, style::count(count), style::percent(count, bin.wanted())));
    };
    line(tr("accepted"), bin.accepted);
    line(tr("lost"), bin.lost);
    if (bin.unknown > 0)
        line(tr("unknown"), bin.unknown);
    lines.append(tr("spam lost: %1").arg(style::count(bin.spam)));
    return lines.join(u'\n');
}

void OutcomeChart::fillTable()
{
    const QStringList headers{m_bins.daysPerBin() == 1 ? tr("Day") : tr("Days from"), tr("accepted"), tr("lost"),
        tr("lost spam"), tr("unknown")};
    QStringList current;
    for (int column = 0; column < table()->columnCount(); ++column)
        current.append(table()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    if (current != headers)
        table()->setHeaders(headers);
    std::vector<ChartTable::Row> rows;
    rows.reserve(m_now.size());
    for (std::size_t i = 0; i < m_now.size(); ++i) {
        const QDate date = m_bins.date(static_cast<int>(i));
        const Bin& bin = m_now[i];
        rows.push_back({{QLocale().toString(date, QLocale::ShortFormat), date.toString(Qt::ISODate)},
            {static_cast<double>(bin.accepted), static_cast<double>(bin.lost), static_cast<double>(bin.spam),
                static_cast<double>(bin.unknown)}});
    }
    table()->setRows(std::move(rows));
}

void OutcomeChart::plotResized()
{
    const int height = m_legendRow->minimumSize().height();
    reserveLegend();
    const double barWidth = plot()->axisRect()->width() / (itemCount() + 0.2);
    const int labelWidth = QFontMetrics(font()).horizontalAdvance(u"30 Www"_s) + unit;
    auto labels = m_bins.labels(barWidth, labelWidth);
    if (labels == m_labels && height == m_legendRow->minimumSize().height())
        return;
    if (labels != m_labels) {
        m_labels = std::move(labels);
        auto ticker = QSharedPointer<QCPAxisTickerText>::create();
        for (const auto& [bin, text] : m_labels)
            ticker->addTick(bin, text);
        plot()->xAxis->setTicker(ticker);
    }
    scheduleReplot();
}

void OutcomeChart::retint(const QPalette& palette, const QColor&)
{
    m_bars.palette = palette;
    m_bars.font = font();
    m_legend.palette = palette;
    m_legend.font = font();
    reserveLegend();
    QColor mark = palette.color(QPalette::Text);
    mark.setAlphaF(0.12F);
    m_mark->setBrush(mark);
    m_mark->setPen(QPen(style::mutedText(palette), 1));
    QColor band = palette.color(QPalette::Highlight);
    band.setAlphaF(0.22F);
    m_band->setBrush(band);
    m_band->setPen(QPen(palette.color(QPalette::Highlight), 1));
    plot()->yAxis->setBasePen(Qt::NoPen);
    plot()->xAxis->setBasePen(Qt::NoPen);
    plot()->yAxis->grid()->setZeroLinePen(Qt::NoPen); // the bars draw the line
}

void OutcomeChart::showHighlight(int item)
{
    m_mark->setVisible(item >= 0);
    m_mark->topLeft->setCoords(item - 0.5, 0);
    m_mark->bottomRight->setCoords(item + 0.5, 1);
}

int OutcomeChart::itemAt(const QPoint& position) const
{
    if (!plot()->axisRect()->rect().contains(position))
        return -1;
    const int item = qRound(plot()->xAxis->pixelToCoord(position.x()));
    return item >= 0 && item < itemCount() ? item : -1;
}

QPoint OutcomeChart::itemPosition(int item) const
{
    return {qRound(plot()->xAxis->coordToPixel(item)), plot()->axisRect()->top() + plot()->axisRect()->height() / 3};
}

QString OutcomeChart::unitText() const
{
    return m_measure == Measure::Share ? tr("percent of the wanted mail of a day")
                                       : tr("wanted mail, %1").arg(m_bins.unit());
}

void OutcomeChart::setForPicture(bool picture)
{
    // A picture shows what is, and not how it came about.
    m_isPicture = picture;
    m_motion.stop();
    moveTo(1);
    showCaptions();
    m_bars.before = picture || outline().empty() ? std::vector<OutcomeBar>() : barsOf(outline());
    if (picture)
        m_bars.preview.clear();
    else
        showPreview();
    showLegend();
}

void OutcomeChart::keyPressEvent(QKeyEvent* event)
{
    const bool enters = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape && m_dragged >= 0)
        return endDrag(false);
    if (!enters || highlighted() < 0)
        return Chart::keyPressEvent(event);
    const auto [first, last] = m_bins.range(highlighted());
    Q_EMIT daysActivated(first, last);
}

void OutcomeChart::dragTo(int item)
{
    m_dragged = item;
    m_band->setVisible(true);
    m_band->topLeft->setCoords(std::min(m_pressed, item) - 0.5, 0);
    m_band->bottomRight->setCoords(std::max(m_pressed, item) + 0.5, 1);
    scheduleReplot();
}

void OutcomeChart::endDrag(bool tell)
{
    const int from = std::min(m_pressed, m_dragged);
    const int to = std::max(m_pressed, m_dragged);
    m_pressed = -1;
    m_dragged = -1;
    m_band->setVisible(false);
    scheduleReplot();
    if (tell)
        Q_EMIT periodDragged(m_bins.range(from).first, m_bins.range(to).second);
}

bool OutcomeChart::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != plot())
        return Chart::eventFilter(watched, event);
    const auto position = [&] { return static_cast<QMouseEvent*>(event)->position().toPoint(); };
    if (event->type() == QEvent::MouseButtonPress && static_cast<QMouseEvent*>(event)->button() == Qt::LeftButton) {
        m_pressed = itemAt(position());
        m_pressedAt = position().x();
        m_dragged = -1;
    } else if (event->type() == QEvent::MouseMove && m_pressed >= 0) {
        const QRect area = plot()->axisRect()->rect();
        const QPoint inside(std::clamp(position().x(), area.left(), area.right()), area.center().y());
        const int item = std::clamp(qRound(plot()->xAxis->pixelToCoord(inside.x())), 0, itemCount() - 1);
        if (m_dragged >= 0 || (std::abs(position().x() - m_pressedAt) >= dragBegins && item != m_pressed))
            dragTo(item);
    } else if (event->type() == QEvent::MouseButtonRelease && m_pressed >= 0) {
        if (m_dragged >= 0) {
            endDrag(true);
        } else if (const int item = std::exchange(m_pressed, -1); item == itemAt(position())) {
            const auto [first, last] = m_bins.range(item);
            Q_EMIT daysActivated(first, last);
        }
    }
    return Chart::eventFilter(watched, event);
}

} // namespace waxseal
