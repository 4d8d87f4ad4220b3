// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/outcomechart.h"

namespace waxseal {

OutcomeChart::OutcomeChart(QWidget* parent)
    : DayChart(parent, {Measure::Messages, Measure::Share, Measure::Important})
{
    setTitle(tr("Accepted and lost by day"));
}

void OutcomeChart::setOutcome(Day firstDay, const std::vector<Outcome>& days)
{
    Series accepted{tr("accepted"), style::Role::Accepted, false, {}};
    Series wanted{{}, style::Role::LostLegitimate, true, {}};
    Series spam{tr("lost, spam"), style::Role::LostSpam, true, {}};
    Series unknown{tr("unknown"), style::Role::Unknown, false, {}};
    std::uint64_t legitimate = 0;
    std::uint64_t unlabelled = 0;
    for (const Outcome& day : days) {
        accepted.values.push_back(static_cast<double>(day.accepted()));
        wanted.values.push_back(static_cast<double>(day.lostWanted()));
        spam.values.push_back(static_cast<double>(day.of(Fate::Lost, SpamVerdict::Spam)));
        unknown.values.push_back(static_cast<double>(day.unknown()));
        for (const Fate fate : {Fate::Accepted, Fate::Lost, Fate::Unknown}) {
            legitimate += day.of(fate, SpamVerdict::Legitimate);
            unlabelled += day.of(fate, SpamVerdict::Unlabelled);
        }
    }
    // By what the log labels, not by what is lost now: the name must not change while requirements are switched.
    if (legitimate > 0)
        wanted.name = unlabelled > 0 ? tr("lost, not spam") : tr("lost, legitimate");
    else
        wanted.name = tr("lost, unlabelled");

    std::vector<Series> series;
    series.push_back(std::move(accepted));
    series.push_back(std::move(unknown));
    series.push_back(std::move(spam));
    series.push_back(std::move(wanted));
    setSeries(firstDay, std::move(series));
}

} // namespace waxseal
