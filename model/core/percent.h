// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QLocale>
#include <QString>

#include <cstdint>

namespace waxseal {

/** How a percentage is written. */
enum class PercentForm : std::uint8_t
{
    Fixed, ///< two decimals, for tables and reports: "12.34 %", "0.00 %"
    Compact ///< as many decimals as it deserves, with a space that does not break: "94.2 %", "0.14 %", "0 %"
};

/**
 * A share (0 … 1) in percent. Nothing and all are written only where they are exact: what is not nothing reads at least
 * "< 0.01 %", what is not all at most "> 99.99 %". Every percentage that the program shows is written here.
 */
QString percent(double share, PercentForm form = PercentForm::Fixed, const QLocale& locale = QLocale());

/** The same of counts; a dash where there is nothing to share. */
QString percentOf(std::uint64_t part, std::uint64_t whole, PercentForm form = PercentForm::Fixed);

/** From a share to a share, in the compact form: "0.09 – 0.22 %", "< 0.01 – 0.22 %". */
QString percentRange(double low, double high);

/** Without decimals, for round numbers such as a confidence level. */
QString percentRounded(double share);

/** A percentage (0 … 100) for programs, in the C locale: more decimals than asked where it would read as 0 or 100 and
 * is neither. */
QByteArray percentDigits(double percentage, int decimals);

} // namespace waxseal
