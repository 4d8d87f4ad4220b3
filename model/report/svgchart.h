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

/** The paints of what charts show: one meaning, one colour (Okabe and Ito's, told apart by colour-blind eyes), and a
 * pattern that says the same again. The patterns are `definitions()`. */
namespace fills {
QString accepted();
QString lost();
QString spam();
QString unknown();
QString plaintext();
QString definitions(); ///< once in a document: an SVG element without a size
} // namespace fills

/** Parts of charts. All text is escaped here. */
struct LegendEntry
{
    QString label;
    QString fill;
};
QString svgNumber(double value);
QString svgText(double x, double y, const QString& anchor, const QString& text, const QString& cssClass = {});
/** The element's beginning, with title and notes. */
QString svgHead(
    double width, double height, const QString& title, const QString& description, const QStringList& notes);
QString svgLegend(const std::vector<LegendEntry>& entries, double x, double y);

/** A bar chart as an SVG element: stacked bars, a y axis with round numbers, a legend. Everything in it is escaped. */
struct StackedChart
{
    QString title; ///< for those who hear it
    QString description;
    QStringList notes; ///< below the title: unit, source, period
    QStringList bars; ///< name of every bar, as its tooltip shows it
    std::vector<ChartSeries> series; ///< from the bottom up
};
QString svg(const StackedChart& chart);

/** Text for HTML and SVG: markup escaped, what is not printable told by its number. */
QString escaped(const QString& text);

/** A round step so that at most `most` of them reach `maximum`: 1, 2 or 5 times a power of ten. */
std::uint64_t roundStep(std::uint64_t maximum, int most);

} // namespace waxseal::report
