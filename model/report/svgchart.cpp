// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/report/svgchart.h"

#include "model/core/printable.h"

#include <QLocale>

#include <algorithm>

namespace waxseal::report {

namespace {

constexpr double width = 960;
constexpr double height = 320;
constexpr double left = 70;
constexpr double right = 10;
constexpr double top = 76; // title, notes, legend
constexpr double bottom = 30;

/** A square that repeats without a seam, as the window's. */
QString pattern(const QString& id, const QString& ground, const QString& ink, const QString& drawing)
{
    return QStringLiteral("<pattern id=\"%1\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">"
                          "<rect width=\"6\" height=\"6\" fill=\"%2\"/><path d=\"%3\" stroke=\"%4\"/></pattern>")
        .arg(id, ground, drawing, ink);
}

} // namespace

QString fills::accepted()
{
    return QStringLiteral("#0072B2");
}

QString fills::lost()
{
    return QStringLiteral("url(#lost)");
}

QString fills::spam()
{
    return QStringLiteral("url(#spam)");
}

QString fills::unknown()
{
    return QStringLiteral("url(#hatch)");
}

QString fills::plaintext()
{
    return QStringLiteral("url(#clear)");
}

QString fills::definitions()
{
    return QStringLiteral("<svg width=\"0\" height=\"0\" style=\"position:absolute\" aria-hidden=\"true\"><defs>")
        + pattern(
            QStringLiteral("lost"), QStringLiteral("#D55E00"), QStringLiteral("#A84A00"), QStringLiteral("M0 0L6 6"))
        + pattern(QStringLiteral("spam"), QStringLiteral("#8C8C8C"), QStringLiteral("#D0D0D0"),
            QStringLiteral("M1 1.5h1M4 4.5h1"))
        + pattern(QStringLiteral("hatch"), QStringLiteral("#CFE8F7"), QStringLiteral("#56B4E9"),
            QStringLiteral("M-1 1L1 -1M0 6L6 0M5 7L7 5"))
        + pattern(
            QStringLiteral("clear"), QStringLiteral("#E69F00"), QStringLiteral("#9C6C00"), QStringLiteral("M0 3.5h6"))
        + QStringLiteral("</defs></svg>\n");
}

QString svgNumber(double value)
{
    return QString::number(value, 'f', 1);
}

QString svgText(double x, double y, const QString& anchor, const QString& text, const QString& cssClass)
{
    return QStringLiteral("<text x=\"%1\" y=\"%2\" text-anchor=\"%3\"%4>%5</text>\n")
        .arg(svgNumber(x), svgNumber(y), anchor,
            cssClass.isEmpty() ? QString() : QStringLiteral(" class=\"%1\"").arg(cssClass), escaped(text));
}

QString svgHead(double width, double height, const QString& title, const QString& description, const QStringList& notes)
{
    return QStringLiteral("<svg role=\"img\" viewBox=\"0 0 %1 %2\" aria-label=\"%3\">\n<title>%3</title>\n"
                          "<desc>%4</desc>\n")
               .arg(svgNumber(width), svgNumber(height), escaped(title), escaped(description))
        + svgText(left, 15, QStringLiteral("start"), title, QStringLiteral("title"))
        + svgText(left, 34, QStringLiteral("start"), notes.join(QStringLiteral(" · ")), QStringLiteral("notes"));
}

QString svgLegend(const std::vector<LegendEntry>& entries, double x, double y)
{
    QString out;
    for (const LegendEntry& entry : entries) {
        out += QStringLiteral(
            "<rect x=\"%1\" y=\"%2\" width=\"14\" height=\"14\" fill=\"%3\" stroke=\"#555\" stroke-width=\"0.5\"/>\n")
                   .arg(svgNumber(x), svgNumber(y), entry.fill);
        out += svgText(x + 20, y + 11, QStringLiteral("start"), entry.label);
        x += 44 + 7.5 * static_cast<double>(entry.label.size());
    }
    return out;
}

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

    QString out = svgHead(width, height, chart.title, chart.description, chart.notes);
    std::vector<LegendEntry> legend;
    for (const ChartSeries& series : chart.series)
        legend.push_back({series.label, series.fill});
    out += svgLegend(legend, left, 48);

    const QLocale locale;
    for (std::uint64_t value = 0; value <= ceiling; value += step) {
        out += QStringLiteral("<line x1=\"%1\" x2=\"%2\" y1=\"%3\" y2=\"%3\" stroke=\"#8884\"/>\n")
                   .arg(svgNumber(left), svgNumber(width - right), svgNumber(y(value)));
        out += svgText(left - 6, y(value) + 4, QStringLiteral("end"), locale.toString(static_cast<qulonglong>(value)));
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
                             .arg(svgNumber(begin + slot * 0.1), svgNumber(y(below + value)), svgNumber(slot * 0.8),
                                 svgNumber(y(below) - y(below + value)), series.fill);
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
        out += svgText(left + slot * (static_cast<double>(bar) + 0.5), height - 10, QStringLiteral("middle"),
            chart.bars[static_cast<qsizetype>(bar)]);
    return out + QStringLiteral("</svg>\n");
}

} // namespace waxseal::report
