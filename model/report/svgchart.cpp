// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/report/svgchart.h"

#include "model/core/printable.h"

#include <QLocale>

#include <algorithm>

namespace waxseal::report {

namespace {

constexpr double width = 960;
constexpr double height = 280;
constexpr double left = 70;
constexpr double right = 10;
constexpr double top = 34;
constexpr double bottom = 30;

QString number(double value)
{
    return QString::number(value, 'f', 1);
}

QString textAt(double x, double y, const QString& anchor, const QString& text)
{
    return QStringLiteral("<text x=\"%1\" y=\"%2\" text-anchor=\"%3\">%4</text>\n")
        .arg(number(x), number(y), anchor, escaped(text));
}

} // namespace

QString escaped(const QString& text)
{
    return visibleText(text).toHtmlEscaped();
}

std::uint64_t roundStep(std::uint64_t maximum, int most)
{
    std::uint64_t power = 1;
    while (true) {
        for (const std::uint64_t factor : {1U, 2U, 5U}) {
            if (maximum / (factor * power) < static_cast<std::uint64_t>(most))
                return factor * power;
        }
        power *= 10;
    }
}

QString svg(const StackedChart& chart)
{
    const std::size_t bars = static_cast<std::size_t>(chart.bars.size());
    std::uint64_t highest = 1;
    for (std::size_t bar = 0; bar < bars; ++bar) {
        std::uint64_t sum = 0;
        for (const ChartSeries& series : chart.series)
            sum += series.values[bar];
        highest = std::max(highest, sum);
    }
    const std::uint64_t step = roundStep(highest, 6);
    const std::uint64_t ceiling = (highest + step - 1) / step * step;
    const double plotWidth = width - left - right;
    const double plotHeight = height - top - bottom;
    const auto y = [&](std::uint64_t value) {
        return top + plotHeight * (1.0 - static_cast<double>(value) / static_cast<double>(ceiling));
    };

    QString out = QStringLiteral("<svg role=\"img\" viewBox=\"0 0 %1 %2\" aria-label=\"%3\">\n")
                      .arg(number(width), number(height), escaped(chart.title));
    out += QStringLiteral("<title>%1</title>\n<desc>%2</desc>\n").arg(escaped(chart.title), escaped(chart.description));
    double x = left;
    for (const ChartSeries& series : chart.series) {
        out += QStringLiteral(
            "<rect x=\"%1\" y=\"8\" width=\"14\" height=\"14\" fill=\"%2\" stroke=\"#555\" stroke-width=\"0.5\"/>\n")
                   .arg(number(x), series.fill);
        out += textAt(x + 20, 19, QStringLiteral("start"), series.label);
        x += 44 + 7.5 * static_cast<double>(series.label.size());
    }
    out += textAt(width - right, 19, QStringLiteral("end"), chart.unit);

    const QLocale locale;
    for (std::uint64_t value = 0; value <= ceiling; value += step) {
        out += QStringLiteral("<line x1=\"%1\" x2=\"%2\" y1=\"%3\" y2=\"%3\" stroke=\"#8884\"/>\n")
                   .arg(number(left), number(width - right), number(y(value)));
        out += textAt(left - 6, y(value) + 4, QStringLiteral("end"), locale.toString(static_cast<qulonglong>(value)));
    }
    const double slot = bars == 0 ? plotWidth : plotWidth / static_cast<double>(bars);
    for (std::size_t bar = 0; bar < bars; ++bar) {
        const double begin = left + slot * static_cast<double>(bar);
        QString tip = chart.bars[static_cast<qsizetype>(bar)];
        QString rects;
        std::uint64_t below = 0;
        for (const ChartSeries& series : chart.series) {
            const std::uint64_t value = series.values[bar];
            tip += QStringLiteral("\n%1: %2").arg(series.label, locale.toString(static_cast<qulonglong>(value)));
            if (value > 0)
                rects += QStringLiteral("<rect x=\"%1\" y=\"%2\" width=\"%3\" height=\"%4\" fill=\"%5\"/>")
                             .arg(number(begin + slot * 0.1), number(y(below + value)), number(slot * 0.8),
                                 number(y(below) - y(below + value)), series.fill);
            below += value;
        }
        QStringList lines = tip.split(u'\n');
        for (QString& line : lines)
            line = escaped(line);
        out += QStringLiteral("<g>%1<title>%2</title></g>\n").arg(rects, lines.join(u'\n'));
    }
    // The first, the last, and as many between as there is room for.
    const std::size_t every = std::max<std::size_t>(1, (bars + 7) / 8);
    for (std::size_t bar = 0; bar < bars; bar += every)
        out += textAt(left + slot * (static_cast<double>(bar) + 0.5), height - 10, QStringLiteral("middle"),
            chart.bars[static_cast<qsizetype>(bar)]);
    return out + QStringLiteral("</svg>\n");
}

} // namespace waxseal::report
