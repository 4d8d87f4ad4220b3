// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/policy/simulation.h"
#include "widgets/charts/daychart.h"

namespace waxseal {

/** Accepted against lost mail by day, under the policy of the moment. */
class OutcomeChart : public DayChart
{
    Q_OBJECT
public:
    explicit OutcomeChart(QWidget* parent = nullptr);

    void setOutcome(Day firstDay, const std::vector<Outcome>& days);
};

} // namespace waxseal
