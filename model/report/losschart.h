// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <cstdint>
#include <vector>

namespace waxseal::report {

/**
 * What a policy would have accepted and lost, as the window draws it: accepted mail above the line, lost mail below it
 * on a scale of its own that is stated, so that a loss of a thousandth is seen.
 */
struct LossChart
{
    /** Messages of a day, or of several. All are wanted mail but the spam. */
    struct Bar
    {
        std::uint64_t accepted = 0;
        std::uint64_t unknown = 0;
        std::uint64_t lost = 0;
        std::uint64_t spam = 0; ///< lost
        std::uint64_t wanted() const { return accepted + unknown + lost; }
    };
    QString title;
    QString description; ///< for those who hear it
    QStringList notes; ///< below the title: unit, policy, source, period
    QStringList names; ///< one a bar, as its tooltip shows it
    std::vector<Bar> bars;
};

/** By how much the scale below the line is larger than that above: a 1-2-5 number, the largest at which all fits. */
double lossFactor(const LossChart& chart);

/** The chart as an SVG element. Everything in it is escaped. */
QString svg(const LossChart& chart);

} // namespace waxseal::report
