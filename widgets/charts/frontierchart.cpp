// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/frontierchart.h"

#include "model/core/percent.h"
#include "widgets/charts/axes.h"
#include "widgets/charts/charttable.h"
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
}

FrontierChart::FrontierChart(QWidget* parent)
    : Chart(parent)
{
    setTitle(tr("What each loss would buy"));
    plot()->xAxis->setLabel(tr("wanted mail lost"));
    plot()->xAxis->setTickLength(0, 3);
    plot()->yAxis->setTickLength(0, 0);
    plot()->yAxis->setRange(0, 104);
    plot()->yAxis->setBasePen(Qt::NoPen);
    plot()->xAxis->grid()->setVisible(false);
    labelInPercent(plot()->xAxis, 4);
    labelInPercent(plot()->yAxis, 2);
    plot()->axisRect()->setMinimumMargins(QMargins(0, 8, 14, 0));

    m_curve = plot()->addGraph();
    m_curve->setLineStyle(QCPGraph::lsStepLeft);
    m_ends = plot()->addGraph();
    m_ends->setLineStyle(QCPGraph::lsNone);
    m_hover = plot()->addGraph();
    m_hover->setLineStyle(QCPGraph::lsNone);
    m_handle = plot()->addGraph();
    m_handle->setLineStyle(QCPGraph::lsNone);
    for (int i = 0; i < plot()->graphCount(); ++i)
        plot()->graph(i)->setSelectable(QCP::stNone);
    m_ends->setLayer(u"main"_s);
    m_line = new QCPItemStraightLine(plot());
    const auto text = [this](Qt::Alignment alignment) {
        auto* item = new QCPItemText(plot());
        item->setPositionAlignment(alignment);
        item->setPadding(QMargins(8, 3, 8, 3));
        item->setClipToAxisRect(false);
        return item;
    };
    m_zeroText = text(Qt::AlignLeft | Qt::AlignTop);
    m_allText = text(Qt::AlignRight | Qt::AlignTop);
    m_handleText = text(Qt::AlignLeft | Qt::AlignTop);
    for (QCPItemText* item : {m_zeroText, m_allText, m_handleText})
        item->setVisible(false);
    plot()->setCursor(Qt::PointingHandCursor);
    setFrontier({});
}

void FrontierChart::setFrontier(const Frontier& frontier)
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
    m_samples.clear();
    const std::size_t count = std::min(maximumSamples, m_points.size());
    for (std::size_t i = 0; i < count; ++i)
        m_samples.push_back(m_points[count == 1 ? 0 : i * (m_points.size() - 1) / (count - 1)]);
    fillCurve();
    fillTable();
    placeHandle();
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
    m_ends->data()->clear();
    if (any) {
        m_ends->addData(0, 100 * m_points.front().covered);
        m_ends->addData(100 * last, 100 * m_points.back().covered);
    }
    // A little before zero, so that what stands there is seen whole.
    plot()->xAxis->setRange(-1.8 * m_range, 100 * m_range);

    m_zeroText->setVisible(any && m_points.front().domains > 0);
    if (m_zeroText->visible()) {
        m_zeroText->setText(tr("no loss · %1").arg(style::percent(m_points.front().covered)));
        m_zeroText->position->setCoords(0, 100 * m_points.front().covered);
    }
    m_allText->setVisible(any);
    if (any) {
        m_allText->position->setCoords(100 * m_range, 0);
        m_allText->setPositionAlignment(Qt::AlignRight | Qt::AlignBottom);
    }
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
    const double y = 100 * m_bought.value;
    m_handle->data()->clear();
    m_handle->addData(x, y);
    m_line->point1->setCoords(x, 0);
    m_line->point2->setCoords(x, 1);
    m_handleText->setVisible(hasCurve());
    m_handle->setVisible(hasCurve());
    m_line->setVisible(hasCurve());
    m_handleText->position->setCoords(x, y);
    plotResized();
    describe();
    scheduleReplot();
}

void FrontierChart::plotResized()
{
    // The room below and to the right of the curve is always free; near the right edge the text turns to the left.
    const QFontMetrics metrics(font());
    const QRect area = plot()->axisRect()->rect();
    if (area.width() < 10 || !hasCurve())
        return;
    // A label that does not fit is none.
    const QString label = tr("mail protected");
    const QString fitting = metrics.horizontalAdvance(label) <= area.height() + style::unit ? label : QString();
    if (plot()->yAxis->label() != fitting) {
        plot()->yAxis->setLabel(fitting);
        scheduleReplot();
    }
    QString all = tr("require all: %1 lost · RFC 3207 § 4").arg(style::percent(m_requireAllCost));
    if (QFontMetrics(m_allText->font()).horizontalAdvance(all) > area.width())
        all = tr("require all: %1 lost").arg(style::percent(m_requireAllCost));
    if (m_allText->text() != all) {
        m_allText->setText(all);
        scheduleReplot();
    }
    const double x = plot()->xAxis->coordToPixel(100 * std::min(m_budget, m_range));
    const double y = plot()->yAxis->coordToPixel(100 * m_bought.value);
    QString text = tr("budget %1 · protects %2").arg(style::percent(m_budget), style::percent(m_bought.value));
    const auto widthOf
        = [this](const QString& shown) { return QFontMetrics(m_handleText->font()).horizontalAdvance(shown) + 24; };
    if (x + widthOf(text) > area.right() && x - widthOf(text) < area.left())
        text = tr("protects %1", "at the budget").arg(style::percent(m_bought.value));
    m_handleText->setText(text);
    const int width = widthOf(text);
    const bool left = x + width > area.right() && x - width > area.left();
    const bool above = y + 3 * metrics.height() > area.bottom();
    const Qt::Alignment alignment = (left ? Qt::AlignRight : Qt::AlignLeft) | (above ? Qt::AlignBottom : Qt::AlignTop);
    if (m_handleText->positionAlignment() != alignment) {
        m_handleText->setPositionAlignment(alignment);
        scheduleReplot();
    }
    const double zeroY = plot()->yAxis->coordToPixel(100 * m_points.front().covered);
    const int zeroWidth = metrics.horizontalAdvance(m_zeroText->text()) + 24;
    // The label steps aside for the line of the budget, and away when the budget's own label is there.
    const bool crossed = x < area.left() + zeroWidth;
    const bool collides = crossed && std::abs(zeroY - y) < 1.6 * metrics.height();
    const bool zeroShown = m_points.front().domains > 0 && !collides;
    m_zeroText->position->setCoords(crossed ? 100 * m_budget : 0, 100 * m_points.front().covered);
    if (m_zeroText->visible() != zeroShown) {
        m_zeroText->setVisible(zeroShown);
        scheduleReplot();
    }
}

void FrontierChart::describe()
{
    if (!hasCurve())
        return setSummary(tr("No domain is worth requiring TLS of."));
    setSummary(
        tr("Budget %1: protects %2 of wanted mail by requiring TLS of %n domain(s). Requiring it of all loses %3.",
            nullptr, static_cast<int>(m_bought.count()))
            .arg(style::percent(m_budget), style::percent(m_bought.value), style::percent(m_requireAllCost)));
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
            m_dragging = true;
            if (!isNearHandle(static_cast<QMouseEvent*>(event)->pos()))
                moveBudget(budgetAt(event));
            break;
        case QEvent::MouseMove:
            if (m_dragging) {
                moveBudget(budgetAt(event));
                return true;
            }
            plot()->setCursor(
                isNearHandle(static_cast<QMouseEvent*>(event)->pos()) ? Qt::SizeHorCursor : Qt::PointingHandCursor);
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
    QColor fill = line;
    fill.setAlphaF(0.12F);
    m_curve->setPen(QPen(line, 2));
    m_curve->setBrush(fill);
    m_ends->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(line, 1.6), background, 8));
    m_hover->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(line, 1.6), line, 7));
    m_handle->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(background, 2), handle, 15));
    m_line->setPen(QPen(handle, 1, Qt::DashLine));
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_handleText->setFont(strong);
    m_handleText->setColor(palette.color(QPalette::Text));
    for (QCPItemText* text : {m_zeroText, m_allText}) {
        text->setFont(font());
        text->setColor(style::mutedText(palette));
    }
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
