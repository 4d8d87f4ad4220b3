// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/versionchart.h"

#include "widgets/charts/charttable.h"
#include "widgets/style/numbers.h"

#include <QLocale>
#include <qcustomplot.h>

#include <algorithm>

namespace waxseal {

using namespace Qt::StringLiterals;

namespace {
constexpr int rowHeight = 26;
}

VersionChart::VersionChart(QWidget* parent)
    : Chart(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    plot()->xAxis->setVisible(false);
    plot()->xAxis->grid()->setVisible(false);
    plot()->yAxis->grid()->setVisible(false);
    plot()->yAxis->setTickLength(0, 0);
    plot()->yAxis->setTicks(true);
    plot()->yAxis->setRangeReversed(true);
    plot()->axisRect()->setMinimumMargins(QMargins(0, 0, 0, 0));

    m_mark = new QCPItemRect(plot());
    m_mark->setLayer(u"overlay"_s);
    m_mark->setVisible(false);
    for (QCPItemPosition* corner : {m_mark->topLeft, m_mark->bottomRight}) {
        corner->setTypeX(QCPItemPosition::ptAxisRectRatio);
        corner->setTypeY(QCPItemPosition::ptPlotCoords);
    }
}

QSize VersionChart::sizeHint() const
{
    return {360, 48 + rowHeight * std::max(3, itemCount())};
}

QSize VersionChart::minimumSizeHint() const
{
    return {260, sizeHint().height()};
}

void VersionChart::clearItems()
{
    for (QCPBars* bars : m_bars)
        plot()->removePlottable(bars);
    for (QCPItemText* figure : m_figures)
        plot()->removeItem(figure);
    m_bars.clear();
    m_figures.clear();
}

void VersionChart::setRows(const QString& column, const std::vector<Row>& rows)
{
    clearItems();
    m_rows.clear();
    m_total = 0;
    std::uint64_t others = 0;
    int otherCount = 0;
    for (const Row& row : rows) {
        m_total += row.messages;
        if (itemCount() < maximumRows - 1 || rows.size() == static_cast<std::size_t>(maximumRows)) {
            m_rows.push_back(row);
        } else {
            others += row.messages;
            ++otherCount;
        }
    }
    if (otherCount > 0)
        m_rows.push_back({tr("%n other(s)", "the less used of a list", otherCount), others, m_rows.back().role});

    auto names = QSharedPointer<QCPAxisTickerText>::create();
    std::uint64_t highest = 1;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const Row& row = m_rows[i];
        const auto at = static_cast<double>(i);
        highest = std::max(highest, row.messages);
        names->addTick(at, QFontMetrics(font()).elidedText(row.name, Qt::ElideMiddle, 210));
        auto* bars = new QCPBars(plot()->yAxis, plot()->xAxis);
        bars->setAntialiased(false);
        bars->setWidth(0.62);
        bars->setSelectable(QCP::stNone);
        bars->addData(at, static_cast<double>(row.messages));
        m_bars.push_back(bars);
        auto* figure = new QCPItemText(plot());
        figure->position->setCoords(static_cast<double>(row.messages), at);
        figure->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        figure->setPadding(QMargins(6, 0, 0, 0));
        figure->setClipToAxisRect(false);
        figure->setText(
            tr("%1 · %2", "messages · share").arg(style::count(row.messages), style::percent(row.messages, m_total)));
        m_figures.push_back(figure);
    }
    plot()->yAxis->setTicker(names);
    plot()->yAxis->setRange(-0.5, std::max(static_cast<double>(m_rows.size()), 1.0) - 0.5);
    plot()->xAxis->setRange(0, static_cast<double>(highest));
    plotResized();

    std::vector<ChartTable::Row> table;
    for (const Row& row : rows) {
        const double share = m_total > 0 ? 100.0 * static_cast<double>(row.messages) / static_cast<double>(m_total) : 0;
        table.push_back({{row.name, row.name}, {static_cast<double>(row.messages), share}});
    }
    this->table()->setHeaders({column, tr("Messages"), tr("Share (%)")}, {0, 0, 2});
    this->table()->setRows(std::move(table));

    retint(palette(), palette().color(backgroundRole()));
    setNothing(m_rows.empty());
    QStringList sentences;
    for (int i = 0; i < itemCount(); ++i)
        sentences.append(itemText(i));
    setSummary(sentences.isEmpty() ? tr("No mail.") : sentences.join(u' '));
    updateGeometry();
    scheduleReplot();
}

QString VersionChart::itemText(int item) const
{
    if (item < 0 || item >= itemCount())
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(item)];
    return tr("%1: %2 messages, %3.", "a version or cipher: count, share")
        .arg(row.name, style::count(row.messages), style::percent(row.messages, m_total));
}

QString VersionChart::unitText() const
{
    return tr("messages");
}

void VersionChart::plotResized()
{
    // The longest bar ends where its figure still fits beside it.
    if (m_rows.empty())
        return;
    const QFontMetrics metrics(font());
    const int width = plot()->axisRect()->width();
    double range = 1;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const int room = std::max(20, width - metrics.horizontalAdvance(m_figures[i]->text()) - 12);
        range = std::max(range, static_cast<double>(m_rows[i].messages) * width / room);
    }
    if (!qFuzzyCompare(range, plot()->xAxis->range().upper)) {
        plot()->xAxis->setRange(0, range);
        scheduleReplot();
    }
}

void VersionChart::retint(const QPalette& palette, const QColor& background)
{
    for (std::size_t i = 0; i < m_bars.size(); ++i) {
        m_bars[i]->setBrush(style::brush(m_rows[i].role, palette));
        m_bars[i]->setPen(Qt::NoPen);
        m_figures[i]->setColor(style::mutedText(palette));
        m_figures[i]->setFont(font());
    }
    QColor mark = palette.color(QPalette::Text);
    mark.setAlphaF(0.08F);
    m_mark->setBrush(mark);
    m_mark->setPen(Qt::NoPen);
    plot()->yAxis->setTickLabelColor(palette.color(QPalette::Text));
    Q_UNUSED(background)
}

void VersionChart::showHighlight(int item)
{
    m_mark->setVisible(item >= 0);
    m_mark->topLeft->setCoords(0, item - 0.5);
    m_mark->bottomRight->setCoords(1, item + 0.5);
}

int VersionChart::itemAt(const QPoint& position) const
{
    const QRect area = plot()->axisRect()->rect();
    if (position.y() < area.top() || position.y() > area.bottom())
        return -1;
    const int item = qRound(plot()->yAxis->pixelToCoord(position.y()));
    return item >= 0 && item < itemCount() ? item : -1;
}

QPoint VersionChart::itemPosition(int item) const
{
    return {plot()->axisRect()->left() + plot()->axisRect()->width() / 3, qRound(plot()->yAxis->coordToPixel(item))};
}

} // namespace waxseal
