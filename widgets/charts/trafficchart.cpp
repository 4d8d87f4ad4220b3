// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/trafficchart.h"

namespace waxseal {

TrafficChart::TrafficChart(QWidget* parent)
    : DayChart(parent, {Measure::Share, Measure::Messages})
{
    setTitle(tr("Mail over TLS by day"));
}

void TrafficChart::setTraffic(const TrafficSummary& traffic)
{
    Series tls{tr("over TLS"), style::Role::Accepted, false, {}};
    Series unknown{tr("unknown"), style::Role::Unknown, false, {}};
    Series plaintext{tr("plaintext"), style::Role::Plaintext, false, {}};
    for (const TrafficSummary::DayTraffic& day : traffic.days) {
        tls.values.push_back(static_cast<double>(day.tls));
        unknown.values.push_back(static_cast<double>(day.unknown));
        plaintext.values.push_back(static_cast<double>(day.plaintext));
    }
    std::vector<Series> series;
    series.push_back(std::move(tls));
    series.push_back(std::move(unknown));
    series.push_back(std::move(plaintext));
    setSeries(traffic.firstDay, std::move(series));
}

} // namespace waxseal
