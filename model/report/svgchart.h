// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <cstdint>
#include <vector>

namespace waxseal::report {

/** One layer of a stacked bar chart. */
struct ChartSeries
{
    QString label;
    QString fill; ///< an SVG paint: "#0072B2", "url(#hatch)"
    std::vector<std::uint64_t> values; ///< one a bar
};

/** A bar chart as an SVG element: stacked bars, a y axis with round numbers, a legend. Everything in it is escaped. */
struct StackedChart
{
    QString title; ///< for those who hear it
    QString description;
    QString unit; ///< behind the legend, "messages a day"
    QStringList bars; ///< name of every bar, as its tooltip shows it
    std::vector<ChartSeries> series; ///< from the bottom up
};
QString svg(const StackedChart& chart);

/** Text for HTML and SVG: markup escaped, what is not printable told by its number. */
QString escaped(const QString& text);

/** A round step so that at most `most` of them reach `maximum`: 1, 2 or 5 times a power of ten. */
std::uint64_t roundStep(std::uint64_t maximum, int most);

} // namespace waxseal::report
