// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/policy/simulation.h"
#include "widgets/charts/daychart.h"

namespace waxseal {

/** The share of mail over TLS by day, as the logs have it, whatever the policy. */
class TrafficChart : public DayChart
{
    Q_OBJECT
public:
    explicit TrafficChart(QWidget* parent = nullptr);

    void setTraffic(const TrafficSummary& traffic);
};

} // namespace waxseal
