// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/daychart.h"

#include "model/core/percent.h"
#include "widgets/charts/axes.h"
#include "widgets/charts/charttable.h"

#include <QAction>
#include <QActionGroup>
#include <QLocale>
#include <QMenu>
#include <QToolButton>
#include <qcustomplot.h>

#include <algorithm>
#include <numeric>

namespace waxseal {

using namespace Qt::StringLiterals;

DayChart::DayChart(QWidget* parent, const QList<Measure>& measures)
    : Chart(parent)
    , m_measure(measures.value(0, Measure::Messages))
{
    m_measures = new QActionGroup(this);
    auto* chooser = new QToolButton(this);
    chooser->setAutoRaise(true);
    chooser->setPopupMode(QToolButton::InstantPopup);
    chooser->setToolButtonStyle(Qt::ToolButtonTextOnly);
    chooser->setText(measureName(m_measure));
    chooser->setAccessibleName(tr("What the bars show"));
    auto* choices = new QMenu(chooser);
    for (const Measure measure : measures) {
        QAction* action = choices->addAction(measureName(measure));
        action->setCheckable(true);
        action->setChecked(measure == m_measure);
        action->setData(QVariant::fromValue(measure));
        m_measures->addAction(action);
    }
    connect(m_measures, &QActionGroup::triggered, this,
        [this](QAction* action) { setMeasure(action->data().value<Measure>()); });
    connect(this, &DayChart::measureChanged, chooser, [this, chooser] { chooser->setText(measureName(m_measure)); });
    chooser->setMenu(choices);
    addHeaderWidget(chooser);

    plot()->xAxis->setTicker(QSharedPointer<QCPAxisTickerText>::create());
    plot()->xAxis->grid()->setVisible(false);
    plot()->xAxis->setTickLength(0, 3);
    plot()->yAxis->setTickLength(0, 0);
    plot()->yAxis->setBasePen(Qt::NoPen);
    plot()->axisRect()->setAutoMargins(QCP::msAll);
    plot()->axisRect()->setMinimumMargins(QMargins(0, 8, 8, 0));

    m_legendRow = new QCPLayoutGrid;
    plot()->plotLayout()->addElement(1, 0, m_legendRow);
    plot()->legend->setVisible(true);
    plot()->legend->setFillOrder(QCPLegend::foColumnsFirst);
    plot()->legend->setIconSize(18, 18); // of which the plot uses two thirds
    plot()->legend->setIconTextPadding(5);
    plot()->legend->setColumnSpacing(2 * style::unit);
    plot()->legend->setMargins(QMargins(0, 2, 0, 2));
    m_legendRow->addElement(0, 0, plot()->legend);
    m_legendRow->setColumnStretchFactor(0, 0.001);
    m_legendRow->addElement(
        0, 1, new QCPLayoutElement(plot())); // takes the rest of the row, so that the legend stands at the left
    plot()->plotLayout()->setRowStretchFactor(1, 0.001);

    m_mark = new QCPItemRect(plot());
    m_mark->setLayer(u"overlay"_s);
    m_mark->setVisible(false);
    m_mark->topLeft->setTypeX(QCPItemPosition::ptPlotCoords);
    m_mark->topLeft->setTypeY(QCPItemPosition::ptAxisRectRatio);
    m_mark->bottomRight->setTypeX(QCPItemPosition::ptPlotCoords);
    m_mark->bottomRight->setTypeY(QCPItemPosition::ptAxisRectRatio);
}

QString DayChart::measureName(Measure measure) const
{
    switch (measure) {
    case Measure::Messages:
        return tr("Messages");
    case Measure::Share:
        return tr("Percent");
    case Measure::Important:
        return tr("Lost Only");
    }
    return {};
}

void DayChart::setMeasure(Measure measure)
{
    if (measure == m_measure)
        return;
    m_measure = measure;
    const QList<QAction*> actions = m_measures->actions();
    for (QAction* action : actions)
        action->setChecked(action->data().value<Measure>() == measure);
    fillBars();
    Q_EMIT measureChanged(measure);
}

void DayChart::setSeries(Day firstDay, std::vector<Series> series)
{
    const bool sameShape = series.size() == m_series.size()
        && std::equal(series.begin(), series.end(), m_series.begin(),
            [](const Series& a, const Series& b) { return a.name == b.name; });
    m_firstDay = firstDay;
    m_series = std::move(series);
    bin();
    if (!sameShape)
        ensureBars();
    fillBars();
    fillTable();

    QStringList totals;
    for (std::size_t s = 0; s < m_series.size(); ++s) {
        const double sum = std::accumulate(m_bins[s].begin(), m_bins[s].end(), 0.0);
        totals.append(tr("%1: %2").arg(m_series[s].name, QLocale().toString(sum, 'f', 0)));
    }
    setNothing(binCount() == 0);
    if (binCount() == 0)
        setSummary(tr("No mail."));
    else
        setSummary(tr("%1 to %2. %3.")
                       .arg(QLocale().toString(dateOf(m_firstDay), QLocale::LongFormat),
                           QLocale().toString(dateOf(static_cast<Day>(m_firstDay + m_series.front().values.size() - 1)),
                               QLocale::LongFormat),
                           totals.join(u"; "_s)));
}

void DayChart::bin()
{
    const std::size_t days = m_series.empty() ? 0 : m_series.front().values.size();
    m_days = DayBins(m_firstDay, days);
    m_bins.assign(m_series.size(), {});
    for (std::size_t s = 0; s < m_series.size(); ++s) {
        m_bins[s].assign(binCount(), 0.0);
        for (std::size_t day = 0; day < days; ++day)
            m_bins[s][m_days.binOf(day)] += m_series[s].values[day];
    }
}

void DayChart::ensureBars()
{
    for (QCPBars* bars : m_bars)
        plot()->removePlottable(bars);
    m_bars.clear();
    for (const Series& series : m_series) {
        auto* bars = new QCPBars(plot()->xAxis, plot()->yAxis);
        bars->setAntialiased(false);
        bars->setWidthType(QCPBars::wtPlotCoords);
        bars->setWidth(0.78);
        bars->setSelectable(QCP::stNone);
        bars->setName(series.name);
        if (!m_bars.empty())
            bars->moveAbove(m_bars.back());
        m_bars.push_back(bars);
    }
    // The legend names what the eye meets from left to right, whatever its row.
    plot()->legend->setWrap(static_cast<int>(m_bars.size()));
    retint(palette(), palette().color(backgroundRole()));
}

double DayChart::binTotal(std::size_t item) const
{
    double total = 0;
    for (const std::vector<double>& values : m_bins)
        total += values[item];
    return total;
}

void DayChart::fillBars()
{
    double highest = 0;
    std::vector<double> stacked(binCount(), 0.0);
    for (std::size_t s = 0; s < m_bars.size(); ++s) {
        const bool shown = m_measure != Measure::Important || m_series[s].important;
        QVector<double> keys; // only where there is something: a bar of nothing would still have its border
        QVector<double> values;
        for (std::size_t i = 0; i < binCount(); ++i) {
            const double total = m_measure == Measure::Share ? binTotal(i) : 0;
            const double value
                = m_measure == Measure::Share ? (total > 0 ? 100 * m_bins[s][i] / total : 0) : m_bins[s][i];
            if (shown && value > 0) {
                keys.append(static_cast<double>(i));
                values.append(value);
            }
            stacked[i] += shown ? value : 0;
            highest = std::max(highest, stacked[i]);
        }
        m_bars[s]->setData(keys, values, true);
    }
    plot()->xAxis->setRange(-0.6, std::max<double>(static_cast<double>(binCount()), 1) - 0.4);
    plot()->yAxis->setRange(0, m_measure == Measure::Share ? 100 : std::max(highest * 1.04, 4.0));
    if (m_measure == Measure::Share)
        labelInPercent(plot()->yAxis, 4);
    else
        labelInMessages(plot()->yAxis, 4);
    m_labels.clear();
    updateTicks();
    scheduleReplot();
}

QString DayChart::itemText(int item) const
{
    if (item < 0 || item >= itemCount())
        return {};
    const QLocale locale;
    const auto at = static_cast<std::size_t>(item);
    const double total = binTotal(at);
    QStringList lines{m_days.title(item)};
    for (std::size_t s = m_series.size(); s-- > 0;) {
        const double value = m_bins[s][at];
        lines.append(tr("%1: %2 (%3)", "series: messages (share of the day)")
                         .arg(m_series[s].name, locale.toString(value, 'f', 0),
                             percent(total > 0 ? value / total : 0, PercentForm::Compact)));
    }
    return lines.join(u'\n');
}

void DayChart::fillTable()
{
    QStringList headers{m_days.daysPerBin() == 1 ? tr("Day") : tr("Days from")};
    for (const Series& series : m_series)
        headers.append(series.name);
    QStringList current;
    for (int column = 0; column < table()->columnCount(); ++column)
        current.append(table()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    if (current != headers)
        table()->setHeaders(headers);
    std::vector<ChartTable::Row> rows;
    rows.reserve(binCount());
    for (std::size_t i = 0; i < binCount(); ++i) {
        const QDate date = m_days.date(static_cast<int>(i));
        ChartTable::Row row{{QLocale().toString(date, QLocale::ShortFormat), date.toString(Qt::ISODate)}, {}};
        for (const std::vector<double>& values : m_bins)
            row.values.push_back(values[i]);
        rows.push_back(std::move(row));
    }
    table()->setRows(std::move(rows));
}

void DayChart::updateTicks()
{
    if (binCount() == 0)
        return;
    const double barWidth = plot()->axisRect()->width() / (static_cast<double>(binCount()) + 0.2);
    const int labelWidth = QFontMetrics(font()).horizontalAdvance(u"30 Www"_s) + style::unit;
    auto labels = m_days.labels(barWidth, labelWidth);
    if (labels == m_labels)
        return;
    m_labels = std::move(labels);
    auto ticker = QSharedPointer<QCPAxisTickerText>::create();
    for (const auto& [bin, text] : m_labels)
        ticker->addTick(bin, text);
    plot()->xAxis->setTicker(ticker);
}

void DayChart::plotResized()
{
    const auto before = m_labels;
    updateTicks();
    if (before != m_labels)
        scheduleReplot();
}

void DayChart::retint(const QPalette& palette, const QColor& background)
{
    for (std::size_t s = 0; s < m_bars.size(); ++s) {
        const style::Role role = m_series[s].role;
        m_bars[s]->setBrush(style::brush(role, palette));
        // Stripes need a border, or they dissolve into the ground.
        m_bars[s]->setPen(role == style::Role::Unknown ? QPen(style::color(role, palette), 1) : QPen(Qt::NoPen));
    }
    QColor mark = palette.color(QPalette::Text);
    mark.setAlphaF(0.12F);
    m_mark->setBrush(mark);
    m_mark->setPen(QPen(style::mutedText(palette), 1));
    plot()->yAxis->setBasePen(Qt::NoPen);
    Q_UNUSED(background)
}

void DayChart::showHighlight(int item)
{
    m_mark->setVisible(item >= 0);
    m_mark->topLeft->setCoords(item - 0.5, 0);
    m_mark->bottomRight->setCoords(item + 0.5, 1);
}

int DayChart::itemAt(const QPoint& position) const
{
    if (!plot()->axisRect()->rect().contains(position))
        return -1;
    const int item = qRound(plot()->xAxis->pixelToCoord(position.x()));
    return item >= 0 && item < itemCount() ? item : -1;
}

QPoint DayChart::itemPosition(int item) const
{
    return {qRound(plot()->xAxis->coordToPixel(item)), plot()->axisRect()->top() + plot()->axisRect()->height() / 3};
}

QString DayChart::unitText() const
{
    return m_measure == Measure::Share ? tr("percent of the messages of a day") : m_days.unit();
}

void DayChart::setLegendShown(bool shown)
{
    m_legendShown = shown;
    placeLegend(shown);
    scheduleReplot();
}

void DayChart::setForPicture(bool picture)
{
    placeLegend(picture || m_legendShown);
}

void DayChart::placeLegend(bool shown)
{
    QCPLayoutGrid* layout = plot()->plotLayout();
    if (shown == plot()->legend->visible())
        return;
    plot()->legend->setVisible(shown);
    if (shown) {
        layout->addElement(layout->rowCount(), 0, m_legendRow);
        layout->setRowStretchFactor(layout->rowCount() - 1, 0.001);
    } else {
        layout->take(m_legendRow); // stays the plot's
        layout->simplify();
    }
}

} // namespace waxseal
