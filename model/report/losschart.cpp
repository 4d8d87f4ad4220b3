// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/report/losschart.h"

#include "model/core/percent.h"
#include "model/report/svgchart.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace waxseal::report {

namespace {

constexpr double width = 960;
constexpr double left = 70;
constexpr double right = 10;
constexpr double top = 80; // title, notes, legend
constexpr double above = 110; // height of the accepted mail
constexpr double below = 150; // … and of the lost mail
constexpr double foot = 30;
constexpr double line = top + above;
constexpr double mostFilled = 0.82; // of the room below: the rest is for words
constexpr double leastSlice = 2;
constexpr std::size_t mostCaptions = 4;

QString count(std::uint64_t value)
{
    return QLocale().toString(static_cast<qulonglong>(value));
}

std::uint64_t highest(const LossChart& chart)
{
    std::uint64_t most = 4;
    for (const LossChart::Bar& bar : chart.bars)
        most = std::max(most, bar.wanted());
    return most;
}

/** Where things stand in the picture. */
struct Place
{
    explicit Place(const LossChart& chart)
        : slot(
            chart.bars.empty() ? width - left - right : (width - left - right) / static_cast<double>(chart.bars.size()))
        , perMessage(above / static_cast<double>(highest(chart)))
        , factor(lossFactor(chart))
    {
    }
    double begin(std::size_t bar) const { return left + slot * static_cast<double>(bar); }
    double heightAbove(std::uint64_t messages) const
    {
        return messages == 0 ? 0 : std::max(1.0, static_cast<double>(messages) * perMessage);
    }
    double heightBelow(std::uint64_t messages) const
    {
        return messages == 0 ? 0 : std::max(leastSlice, static_cast<double>(messages) * perMessage * factor);
    }
    double slot;
    double perMessage;
    double factor;
};

QString rectangle(double x, double y, double wide, double high, const QString& fill)
{
    if (high <= 0)
        return {};
    return QStringLiteral("<rect x=\"%1\" y=\"%2\" width=\"%3\" height=\"%4\" fill=\"%5\"/>")
        .arg(svgNumber(x), svgNumber(y), svgNumber(wide), svgNumber(high), fill);
}

QString axes(const LossChart& chart, const Place& place)
{
    QString out;
    const auto tick = [&](double y, std::uint64_t value) {
        out += QStringLiteral("<line x1=\"%1\" x2=\"%2\" y1=\"%3\" y2=\"%3\" stroke=\"#8884\"/>\n")
                   .arg(svgNumber(left), svgNumber(width - right), svgNumber(y));
        out += svgText(left - 6, y + 4, QStringLiteral("end"), count(value));
    };
    const std::uint64_t step = roundStep(highest(chart), 3);
    for (std::uint64_t value = 0; value <= highest(chart); value += step)
        tick(line - static_cast<double>(value) * place.perMessage, value);
    const double perLost = place.perMessage * place.factor;
    const auto most = static_cast<std::uint64_t>(below / perLost);
    const std::uint64_t stepBelow = roundStep(std::max<std::uint64_t>(most, 1), 4);
    for (std::uint64_t value = stepBelow; value <= most; value += stepBelow)
        tick(line + static_cast<double>(value) * perLost, value);
    // The first, the last, and as many between as there is room for.
    const std::size_t every = std::max<std::size_t>(1, (chart.bars.size() + 7) / 8);
    for (std::size_t bar = 0; bar < chart.bars.size(); bar += every)
        out += svgText(place.begin(bar) + place.slot / 2, line + below + foot - 10, QStringLiteral("middle"),
            chart.names[static_cast<qsizetype>(bar)]);
    return out;
}

QString tip(const LossChart& chart, std::size_t at)
{
    const LossChart::Bar& bar = chart.bars[at];
    const std::array lines{QCoreApplication::translate("Report", "accepted: %1").arg(count(bar.accepted)),
        QCoreApplication::translate("Report", "lost: %1 (%2)").arg(count(bar.lost), percentOf(bar.lost, bar.wanted())),
        QCoreApplication::translate("Report", "spam lost: %1").arg(count(bar.spam)),
        QCoreApplication::translate("Report", "unknown: %1").arg(count(bar.unknown))};
    QString out = escaped(chart.names[static_cast<qsizetype>(at)]);
    for (const QString& each : lines)
        out += u'\n' + escaped(each);
    return out;
}

QString drawing(const LossChart& chart, const Place& place)
{
    QString out;
    for (std::size_t at = 0; at < chart.bars.size(); ++at) {
        const LossChart::Bar& bar = chart.bars[at];
        const double x = place.begin(at) + place.slot * 0.1;
        const double wide = place.slot * 0.8;
        const double accepted = place.heightAbove(bar.accepted);
        const double unknown = place.heightAbove(bar.unknown);
        const double lost = place.heightBelow(bar.lost);
        out += QStringLiteral("<g>%1%2%3%4<title>%5</title></g>\n")
                   .arg(rectangle(x, line - accepted, wide, accepted, fills::accepted()),
                       rectangle(x, line - accepted - unknown, wide, unknown, fills::unknown()),
                       rectangle(x, line, wide, lost, fills::lost()),
                       rectangle(x, line + lost, wide, place.heightBelow(bar.spam), fills::spam()), tip(chart, at));
    }
    return out;
}

/** The share of the days that lose most stands below them. */
QString captions(const LossChart& chart, const Place& place)
{
    std::vector<std::size_t> order(chart.bars.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
        [&](std::size_t a, std::size_t b) { return chart.bars[a].lost > chart.bars[b].lost; });
    order.resize(std::min(order.size(), mostCaptions));
    constexpr double roomOfOne = 48;
    std::vector<double> taken;
    QString out;
    for (const std::size_t at : order) {
        const LossChart::Bar& bar = chart.bars[at];
        const double x = std::clamp(place.begin(at) + place.slot / 2, left + 20, width - right - 20);
        const bool isFree
            = std::none_of(taken.begin(), taken.end(), [&](double other) { return std::abs(other - x) < roomOfOne; });
        if (bar.lost == 0 || !isFree)
            continue;
        taken.push_back(x);
        const double y = line + place.heightBelow(bar.lost) + place.heightBelow(bar.spam) + 13;
        out += svgText(x, std::min(y, line + below - 2), QStringLiteral("middle"), percentOf(bar.lost, bar.wanted()),
            QStringLiteral("lost"));
    }
    return out;
}

} // namespace

double lossFactor(const LossChart& chart)
{
    std::uint64_t most = 0;
    for (const LossChart::Bar& bar : chart.bars)
        most = std::max(most, bar.lost + bar.spam);
    if (most == 0)
        return 1;
    const double fitting = mostFilled * below / above * static_cast<double>(highest(chart)) / static_cast<double>(most);
    const double wanted = std::clamp(fitting, 0.1, 1e6);
    const double power = std::pow(10, std::floor(std::log10(wanted)));
    for (const double step : {5.0, 2.0}) {
        if (step * power <= wanted)
            return step * power;
    }
    return power;
}

QString svg(const LossChart& chart)
{
    const Place place(chart);
    LossChart::Bar sum;
    for (const LossChart::Bar& bar : chart.bars) {
        sum.accepted += bar.accepted;
        sum.unknown += bar.unknown;
        sum.lost += bar.lost;
        sum.spam += bar.spam;
    }
    QString out = svgHead(width, line + below + foot, chart.title, chart.description, chart.notes);
    const std::vector<LegendEntry> legend{
        {QCoreApplication::translate("Report", "accepted %1").arg(count(sum.accepted)), fills::accepted()},
        {QCoreApplication::translate("Report", "lost %1").arg(count(sum.lost)), fills::lost()},
        {QCoreApplication::translate("Report", "lost spam %1").arg(count(sum.spam)), fills::spam()},
        {QCoreApplication::translate("Report", "unknown %1").arg(count(sum.unknown)), fills::unknown()}};
    out += svgLegend(legend, left, 48) + axes(chart, place) + drawing(chart, place);
    out += QStringLiteral("<line x1=\"%1\" x2=\"%2\" y1=\"%3\" y2=\"%3\" stroke=\"currentColor\"/>\n")
               .arg(svgNumber(left), svgNumber(width - right), svgNumber(line));
    out += captions(chart, place);
    if (sum.lost + sum.spam > 0)
        out += svgText(left + 4, line + below - 4, QStringLiteral("start"),
            QCoreApplication::translate("Report", "lost: scale × %1")
                .arg(QLocale().toString(place.factor, 'g', place.factor < 1 ? 1 : 7)),
            QStringLiteral("lost"));
    return out + QStringLiteral("</svg>\n");
}

} // namespace waxseal::report
