// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDate>
#include <QString>

#include <cstdint>

namespace waxseal::style {

/** A count with the locale's grouping. */
QString count(std::uint64_t number);

/**
 * A share (0 … 1) as "94.2 %", with as many decimals as it deserves. What is not nothing never reads 0 %, what is not
 * all never 100 %. The space does not break.
 */
QString percent(double share);

/** A value that is percent already, with as many decimals as it has: for the steps of an axis. */
QString percentValue(double value);

/** Without decimals, for round numbers such as a confidence level. */
QString percentRounded(double share);

/** The same of counts; a dash when there is nothing to share. */
QString percent(std::uint64_t part, std::uint64_t whole);

/** From a day to a day: "1 – 30 November 2026". */
QString period(const QDate& from, const QDate& to);

/** Bytes as "1.2 MiB". */
QString bytes(std::uint64_t number);

} // namespace waxseal::style
