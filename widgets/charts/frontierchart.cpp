// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/frontierchart.h"

#include "model/core/percent.h"
#include "widgets/charts/axes.h"
#include "widgets/charts/charttable.h"
#include "widgets/charts/labelplacer.h"
#include "widgets/style/numbers.h"
#include "widgets/style/palette.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <qcustomplot.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace waxseal {

using namespace Qt::StringLiterals;

namespace {
constexpr std::size_t maximumSamples = 200;
constexpr int grip = 12; // pixels around the handle that take it
constexpr int pad = 10; // pixels around the curve: marks at its ends are seen whole
constexpr std::size_t mostSteps = 3; // that are named
constexpr double leastStep = 0.01; // of the wanted mail
constexpr double nothing = 0.0005; // a share that is not worth a mark of its own

QCPItemTracer* makeMark(QCustomPlot* plot, double size)
{
    auto* mark = new QCPItemTracer(plot);
    mark->setStyle(QCPItemTracer::tsCircle);
    mark->setSize(size);
    mark->setClipToAxisRect(false);
    mark->setVisible(false);
    return mark;
}

void put(QCPItemTracer* mark, const QPointF& coordinates)
{
    mark->position->setCoords(coordinates);
}

} // namespace

FrontierChart::FrontierChart(QWidget* parent)
    : Chart(parent)
{
    setTitle(tr("What each loss would buy"));
    plot()->xAxis->setLabel(tr("wanted mail lost"));
    plot()->xAxis->setTickLength(0, 3);
    plot()->yAxis->setTickLength(0, 0);
    plot()->yAxis->setBasePen(Qt::NoPen);
    plot()->xAxis->grid()->setVisible(false);
    labelInPercent(plot()->xAxis, 4);
    labelInPercent(plot()->yAxis, 2);
    plot()->axisRect()->setMinimumMargins(QMargins(0, 8, 14, 0));

    m_curve = plot()->addGraph();
    m_curve->setLineStyle(QCPGraph::lsStepLeft);
    m_hover = plot()->addGraph();
    m_hover->setLineStyle(QCPGraph::lsNone);
    for (int i = 0; i < plot()->graphCount(); ++i)
        plot()->graph(i)->setSelectable(QCP::stNone);
    m_line = new QCPItemStraightLine(plot());
    m_gap = new QCPItemLine(plot());
    m_gap->setVisible(false);
    m_zeroMark = makeMark(plot(), 8);
    m_dotBefore = makeMark(plot(), 8);
    m_dotKept = makeMark(plot(), 10);
    m_dotPreview = makeMark(plot(), 12);
    m_best = makeMark(plot(), 10);
    m_handle = makeMark(plot(), 15);
    m_dot = makeMark(plot(), 12);
    constexpr std::size_t mostTexts = 6 + mostSteps;
    for (std::size_t i = 0; i < mostTexts; ++i) {
        auto* text = new QCPItemText(plot());
        text->setPositionAlignment(Qt::AlignLeft | Qt::AlignTop);
        text->position->setType(QCPItemPosition::ptAbsolute);
        text->setClipToAxisRect(false);
        text->setVisible(false);
        m_texts.push_back(text);
    }
    plot()->yAxis->setLabel(tr("mail protected"));
    setFrontier({});
}

void FrontierChart::setFrontier(const Frontier& frontier, const Names& names)
{
    m_knapsack = frontier.knapsack;
    m_points.clear();
    for (std::size_t i = 0; i < frontier.points.size(); ++i) {
        const FrontierPoint& point = frontier.points[i];
        if (!m_points.empty() && m_points.back().cost >= point.cost)
            m_points.back()
                = {m_points.back().cost, point.covered, i + 1}; // as dear as the one before: only the last counts
        else
            m_points.push_back({point.cost, point.covered, i + 1});
    }
    if (m_points.empty() || m_points.front().cost > 0)
        m_points.insert(m_points.begin(), Sample{});
    m_requireAllCost = frontier.requireAllCost;
    findSteps(frontier, names);
    m_samples.clear();
    const std::size_t count = std::min(maximumSamples, m_points.size());
    for (std::size_t i = 0; i < count; ++i)
        m_samples.push_back(m_points[count == 1 ? 0 : i * (m_points.size() - 1) / (count - 1)]);
    fillCurve();
    fillTable();
    placeHandle();
}

/** The domains that buy most at once; those that cost nothing all stand at the beginning. */
void FrontierChart::findSteps(const Frontier& frontier, const Names& names)
{
    m_steps.clear();
    if (!names)
        return;
    struct Gain
    {
        double gain;
        std::size_t at;
    };
    std::vector<Gain> gains;
    double before = 0;
    for (std::size_t i = 0; i < frontier.points.size(); ++i) {
        const FrontierPoint& point = frontier.points[i];
        if (point.cost > 0 && point.covered - before >= leastStep)
            gains.push_back({point.covered - before, i});
        before = point.covered;
    }
    const std::size_t count = std::min(mostSteps, gains.size());
    std::partial_sort(gains.begin(), gains.begin() + static_cast<std::ptrdiff_t>(count), gains.end(),
        [](const Gain& a, const Gain& b) { return a.gain != b.gain ? a.gain > b.gain : a.at < b.at; });
    for (std::size_t i = 0; i < count; ++i) {
        const FrontierPoint& point = frontier.points[gains[i].at];
        //: A domain and how much more of the mail requiring it of that domain protects.
        m_steps.push_back({{point.cost, point.covered - gains[i].gain / 2},
            tr("%1 +%2", "step of a curve").arg(names(point.row), style::percent(gains[i].gain))});
    }
}

bool FrontierChart::hasCurve() const
{
    return m_curve != nullptr && m_curve->visible(); // the plot sends events while it is being furnished
}

double FrontierChart::highestCost() const
{
    return m_points.empty() ? 0 : m_points.back().cost;
}

double FrontierChart::step() const
{
    // A hundredth of the width, rounded to 1, 2 or 5.
    const double raw = m_range / 100;
    const double decade = std::pow(10.0, std::floor(std::log10(raw)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (raw <= factor * decade * 1.001)
            return factor * decade;
    }
    return 10 * decade;
}

double FrontierChart::coveredBy(double budget) const
{
    return m_knapsack.within(budget).value;
}

std::size_t FrontierChart::domainsWithin(double budget) const
{
    return m_knapsack.within(budget).count();
}

void FrontierChart::fillCurve()
{
    // "Require all" is often far to the right of the last domain that is worth it; then only its direction is shown.
    const double last = highestCost();
    m_range = std::max({last * 1.08, m_requireAllCost <= 2 * last ? m_requireAllCost * 1.05 : 0.0, 0.0005});
    QVector<double> keys;
    QVector<double> values;
    for (const Sample& point : m_points) {
        keys.append(100 * point.cost);
        values.append(100 * point.covered);
    }
    if (!keys.isEmpty()) {
        keys.append(100 * std::min(m_range, std::max(last, m_requireAllCost)));
        values.append(values.last());
    }
    m_curve->setData(keys, values, true);
    const bool any = m_points.size() > 1 || (!m_points.empty() && m_points.front().domains > 0);
    m_curve->setVisible(any);
    padRanges();
}

/** A little beyond the curve on every side, in pixels, so that what stands at its ends is seen whole. */
void FrontierChart::padRanges()
{
    const QRect area = plot()->axisRect()->rect();
    const double acrossPixel = 100 * m_range / std::max(1, area.width() - 2 * pad);
    const double downPixel = 100.0 / std::max(1, area.height() - 2 * pad);
    plot()->xAxis->setRange(-pad * acrossPixel, 100 * m_range + pad * acrossPixel);
    plot()->yAxis->setRange(-pad * downPixel, 100 + pad * downPixel);
}

void FrontierChart::fillTable()
{
    table()->setHeaders({tr("Wanted mail lost"), tr("Mail protected (%)"), tr("Domains")}, {0, 2, 0});
    std::vector<ChartTable::Row> rows;
    for (const Sample& sample : m_samples) {
        rows.push_back(
            {{percent(sample.cost, PercentForm::Compact), QString::fromLatin1(percentDigits(100 * sample.cost, 4))},
                {100 * sample.covered, static_cast<double>(sample.domains)}});
    }
    table()->setRows(std::move(rows));
}

void FrontierChart::placeHandle()
{
    m_bought = m_knapsack.within(m_budget);
    const double x = 100 * std::min(m_budget, m_range);
    put(m_handle, {x, 100 * m_bought.value});
    m_line->point1->setCoords(x, 0);
    m_line->point2->setCoords(x, 1);
    m_handle->setVisible(hasCurve());
    m_line->setVisible(hasCurve());
    setNothing(!hasCurve());
    placeMarks();
}

void FrontierChart::placeMarks()
{
    const auto show = [this](QCPItemTracer* mark, const std::optional<Standing>& standing) {
        mark->setVisible(hasCurve() && standing.has_value());
        if (standing)
            put(mark, {100 * std::min(standing->cost, m_range), 100 * standing->covered});
    };
    show(m_dot, m_policy);
    show(m_dotBefore, m_policyBefore);
    show(m_dotPreview, m_previewed);
    show(m_dotKept, m_kept);
    std::optional<Standing> best;
    if (m_policy)
        best = Standing{m_policy->cost, m_knapsack.within(m_policy->cost).value};
    if (best && best->covered - m_policy->covered < nothing)
        best.reset(); // it is the best already
    show(m_best, best);
    m_gap->setVisible(m_best->visible());
    if (best) {
        m_gap->start->setCoords(m_dot->position->coords());
        m_gap->end->setCoords(m_best->position->coords());
    }
    const bool hasZero = hasCurve() && m_points.front().domains > 0;
    show(m_zeroMark, hasZero ? std::optional(Standing{0, m_points.front().covered}) : std::nullopt);
    placeLabels();
    describe();
    scheduleReplot();
}

void FrontierChart::setPolicy(const std::optional<Standing>& now, const std::optional<Standing>& before)
{
    m_policy = now;
    m_policyBefore = before == now ? std::nullopt : before;
    m_previewed.reset();
    placeMarks();
}

void FrontierChart::setPreview(const std::optional<Standing>& preview)
{
    if (preview == m_previewed)
        return;
    m_previewed = preview;
    placeMarks();
}

void FrontierChart::setKept(const std::optional<Standing>& kept, const QString& name)
{
    m_kept = kept;
    m_keptName = name;
    placeMarks();
}

void FrontierChart::setQuotesRfc(bool quotes)
{
    m_quotesRfc = quotes;
    placeMarks();
}

QPointF FrontierChart::pixelOf(const Standing& standing) const
{
    return {plot()->xAxis->coordToPixel(100 * std::min(standing.cost, m_range)),
        plot()->yAxis->coordToPixel(100 * standing.covered)};
}

QPointF FrontierChart::handlePosition() const
{
    return pixelOf({m_budget, m_bought.value});
}

QList<std::pair<QString, QRectF>> FrontierChart::labels() const
{
    QList<std::pair<QString, QRectF>> out;
    for (const QCPItemText* text : m_texts) {
        if (text->visible())
            out.append({text->text(),
                QRectF(text->position->pixelPosition(), QFontMetricsF(text->font()).size(0, text->text()))});
    }
    return out;
}

void FrontierChart::plotResized()
{
    padRanges();
    // A label that does not fit is none.
    const QString label = tr("mail protected");
    const bool fits
        = QFontMetrics(font()).horizontalAdvance(label) <= plot()->axisRect()->rect().height() + style::unit;
    const QString fitting = fits ? label : QString();
    if (plot()->yAxis->label() != fitting) {
        plot()->yAxis->setLabel(fitting);
        scheduleReplot();
    }
    placeLabels();
}

/** What is most important finds its place first; what finds none is left to the tooltip and the table. */
void FrontierChart::placeLabels()
{
    for (QCPItemText* text : m_texts)
        text->setVisible(false);
    const QRectF area = plot()->axisRect()->rect();
    if (area.width() < 10 || !hasCurve())
        return;
    using Side = LabelWish::Side;
    const QList<Side> below{
        Side::RightBelow, Side::LeftBelow, Side::RightAbove, Side::LeftAbove, Side::Below, Side::Above};
    const QList<Side> above{Side::RightAbove, Side::LeftAbove, Side::Right, Side::Left, Side::RightBelow};
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    struct Wanted
    {
        QString text;
        QString shorter; ///< where there is no room for the other
        bool isStrong = false;
        LabelWish wish;
    };
    std::vector<Wanted> wanted;
    const auto want = [&](const QString& text, const QString& shorter, bool isStrong, const QPointF& point,
                          const QList<Side>& sides) {
        const QFontMetricsF metrics(isStrong ? strong : font());
        QString fitting = text;
        if (!shorter.isEmpty() && metrics.horizontalAdvance(text) > area.width() / 2)
            fitting = shorter;
        wanted.push_back({fitting, shorter, isStrong, {point, metrics.size(0, fitting), 10, sides}});
    };
    std::vector<QRectF> taken;
    const auto mark = [&](const QCPItemTracer* item) {
        if (!item->visible())
            return;
        const QPointF at = item->position->pixelPosition();
        const double half = item->size() / 2 + 1;
        taken.emplace_back(at.x() - half, at.y() - half, 2 * half, 2 * half);
    };
    for (const QCPItemTracer* item : {m_handle, m_dot, m_best, m_dotKept, m_zeroMark})
        mark(item);
    if (m_dot->visible())
        want(tr("your policy %1").arg(style::percent(m_policy->covered)), {}, true, pixelOf(*m_policy), below);
    want(tr("budget %1 · protects %2").arg(style::percent(m_budget), style::percent(m_bought.value)),
        tr("protects %1", "at the budget").arg(style::percent(m_bought.value)), false, handlePosition(), below);
    if (m_best->visible())
        want(tr("best for this loss %1").arg(style::percent(m_knapsack.within(m_policy->cost).value)), {}, false,
            m_best->position->pixelPosition(), above);
    if (m_dotKept->visible())
        want(m_keptName, {}, true, pixelOf(*m_kept), below);
    const QString all = tr("require all: %1 lost").arg(style::percent(m_requireAllCost));
    want(m_quotesRfc ? tr("require all: %1 lost · RFC 3207 § 4").arg(style::percent(m_requireAllCost)) : all, all,
        false, QPointF(area.right() + 4, area.bottom() - 12), {Side::LeftAbove});
    if (m_zeroMark->visible())
        want(tr("no loss · %1").arg(style::percent(m_points.front().covered)), {}, false,
            pixelOf({0, m_points.front().covered}), {Side::RightBelow, Side::RightAbove, Side::Right});
    for (const Step& step : m_steps)
        want(step.text, {}, false, pixelOf(step.at), {Side::Right, Side::RightBelow});
    std::vector<LabelWish> wishes;
    for (const Wanted& each : wanted)
        wishes.push_back(each.wish);
    const auto places = waxseal::placeLabels(area, wishes, std::move(taken));
    for (std::size_t i = 0; i < wanted.size() && i < m_texts.size(); ++i) {
        if (!places[i])
            continue;
        m_texts[i]->setText(wanted[i].text);
        m_texts[i]->setFont(wanted[i].isStrong ? strong : font());
        m_texts[i]->setColor(wanted[i].isStrong ? m_tint.color(QPalette::Text) : style::mutedText(m_tint));
        m_texts[i]->position->setPixelPosition(places[i]->topLeft());
        m_texts[i]->setVisible(true);
    }
    scheduleReplot();
}

QString FrontierChart::unitText() const
{
    return tr("percent of the wanted mail");
}

void FrontierChart::describe()
{
    if (!hasCurve())
        return setSummary(tr("No domain is worth requiring TLS of."));
    QString text
        = tr("Budget %1: protects %2 of wanted mail by requiring TLS of %n domain(s). Requiring it of all loses %3.",
            nullptr, static_cast<int>(m_bought.count()))
              .arg(style::percent(m_budget), style::percent(m_bought.value), style::percent(m_requireAllCost));
    if (m_policy)
        text += u' '
            + tr("Your policy protects %1 and is to be expected to lose %2; the best for that loss protects %3.")
                  .arg(style::percent(m_policy->covered), style::percent(m_policy->cost),
                      style::percent(m_knapsack.within(m_policy->cost).value));
    setSummary(text);
}

QString FrontierChart::itemText(int item) const
{
    if (item < 0 || item >= itemCount())
        return {};
    const Sample& sample = m_samples[static_cast<std::size_t>(item)];
    return tr("%n domain(s): %1 of wanted mail protected, %2 lost.", nullptr, static_cast<int>(sample.domains))
        .arg(style::percent(sample.covered), style::percent(sample.cost));
}

void FrontierChart::setBudget(double share)
{
    share = std::clamp(share, 0.0, 1.0);
    if (share == m_budget)
        return;
    m_budget = share;
    placeHandle();
}

void FrontierChart::moveBudget(double share)
{
    share = std::clamp(share, 0.0, m_range);
    if (share == m_budget)
        return;
    m_moved = true;
    setBudget(share);
    Q_EMIT budgetChanged(m_budget);
}

void FrontierChart::commit()
{
    if (!m_moved)
        return;
    m_moved = false;
    Q_EMIT budgetCommitted(m_budget);
}

void FrontierChart::keyPressEvent(QKeyEvent* event)
{
    if (!hasCurve() || isTableShown())
        return QWidget::keyPressEvent(event);
    const double unit = step();
    const double at = std::round(m_budget / unit); // keys walk on whole steps
    switch (event->key()) {
    case Qt::Key_Right:
    case Qt::Key_Up:
        return moveBudget((at + 1) * unit);
    case Qt::Key_Left:
    case Qt::Key_Down:
        return moveBudget((at - 1) * unit);
    case Qt::Key_PageUp:
        return moveBudget((at + 10) * unit);
    case Qt::Key_PageDown:
        return moveBudget((at - 10) * unit);
    case Qt::Key_Home:
        return moveBudget(0);
    case Qt::Key_End:
        return moveBudget(highestCost());
    default:
        return Chart::keyPressEvent(event);
    }
}

void FrontierChart::keyReleaseEvent(QKeyEvent* event)
{
    if (!event->isAutoRepeat())
        commit();
    Chart::keyReleaseEvent(event);
}

void FrontierChart::focusOutEvent(QFocusEvent* event)
{
    commit();
    Chart::focusOutEvent(event);
}

bool FrontierChart::isNearHandle(const QPoint& position) const
{
    return std::abs(plot()->xAxis->coordToPixel(100 * m_budget) - position.x()) <= grip;
}

bool FrontierChart::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == plot() && hasCurve()) {
        const auto budgetAt = [this](const QEvent* mouse) {
            const double share
                = plot()->xAxis->pixelToCoord(static_cast<const QMouseEvent*>(mouse)->position().x()) / 100;
            return std::round(share / (step() / 10)) * (step() / 10); // no more digits than pixels
        };
        switch (event->type()) {
        case QEvent::MouseButtonPress:
            if (static_cast<QMouseEvent*>(event)->button() != Qt::LeftButton)
                break;
            m_dragging = isNearHandle(static_cast<QMouseEvent*>(event)->pos()); // a click beside it changes nothing
            break;
        case QEvent::MouseMove:
            if (m_dragging) {
                moveBudget(budgetAt(event));
                return true;
            }
            plot()->setCursor(
                isNearHandle(static_cast<QMouseEvent*>(event)->pos()) ? Qt::SizeHorCursor : Qt::ArrowCursor);
            break;
        case QEvent::MouseButtonRelease:
            m_dragging = false;
            commit();
            break;
        default:
            break;
        }
    }
    return Chart::eventFilter(watched, event);
}

void FrontierChart::retint(const QPalette& palette, const QColor& background)
{
    const QColor line = style::color(style::Role::Accepted, palette);
    const QColor handle = style::color(style::Role::LostLegitimate, palette);
    const QColor quiet = style::mutedText(palette);
    m_tint = palette;
    QColor fill = line;
    fill.setAlphaF(0.12F);
    m_curve->setPen(QPen(line, 2));
    m_curve->setBrush(fill);
    m_hover->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(line, 1.6), line, 7));
    const auto paint = [](QCPItemTracer* mark, const QPen& pen, const QBrush& brush) {
        mark->setPen(pen);
        mark->setBrush(brush);
    };
    paint(m_zeroMark, QPen(line, 1.6), background);
    paint(m_best, QPen(line, 2), background);
    paint(m_dot, QPen(background, 1.5), line);
    paint(m_dotBefore, QPen(quiet, 1.4), background);
    paint(m_dotKept, QPen(palette.color(QPalette::Text), 1.6), background);
    paint(m_dotPreview, QPen(quiet, 1.4, Qt::DotLine), Qt::NoBrush);
    paint(m_handle, QPen(background, 2), handle);
    m_line->setPen(QPen(handle, 1, Qt::DashLine));
    m_gap->setPen(QPen(quiet, 1, Qt::DotLine));
    for (QCPItemText* text : m_texts)
        text->setColor(text->font().weight() > QFont::Normal ? palette.color(QPalette::Text) : quiet);
    plot()->yAxis->setBasePen(Qt::NoPen);
}

void FrontierChart::showHighlight(int item)
{
    m_hover->data()->clear();
    if (item >= 0 && item < itemCount()) {
        const Sample& sample = m_samples[static_cast<std::size_t>(item)];
        m_hover->addData(100 * sample.cost, 100 * sample.covered);
    }
}

int FrontierChart::itemAt(const QPoint& position) const
{
    if (m_samples.empty() || !hasCurve() || !plot()->axisRect()->rect().contains(position))
        return -1;
    const double cost = plot()->xAxis->pixelToCoord(position.x()) / 100;
    const auto after = std::lower_bound(m_samples.begin(), m_samples.end(), cost,
        [](const Sample& sample, double value) { return sample.cost < value; });
    if (after == m_samples.end())
        return itemCount() - 1;
    if (after != m_samples.begin() && cost - std::prev(after)->cost < after->cost - cost)
        return static_cast<int>(after - m_samples.begin()) - 1;
    return static_cast<int>(after - m_samples.begin());
}

QPoint FrontierChart::itemPosition(int item) const
{
    const Sample& sample = m_samples[static_cast<std::size_t>(item)];
    return {qRound(plot()->xAxis->coordToPixel(100 * sample.cost)),
        qRound(plot()->yAxis->coordToPixel(100 * sample.covered))};
}

} // namespace waxseal
