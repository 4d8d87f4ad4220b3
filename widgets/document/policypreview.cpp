// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/document/policypreview.h"

#include "widgets/document/document.h"
#include "widgets/document/presets.h"

#include <algorithm>
#include <chrono>

namespace waxseal {

SwitchPreview previewSwitch(const Simulation& simulation, std::size_t row)
{
    SwitchPreview out;
    out.row = row;
    const bool isOn = simulation.effective(row).level > Level::May;
    const Requirement requirement = isOn ? simulation.effective(row) : presetRequirement;
    const std::int64_t sign = isOn ? -1 : 1;
    const auto all = simulation.dayCounts(row, requirement, false);
    const auto wanted = simulation.dayCounts(row, requirement, true);
    auto at = wanted.begin(); // both are in the order of days; a day of spam alone is only in one
    for (const Simulation::DayCount& day : all) {
        while (at != wanted.end() && at->day < day.day)
            ++at;
        const std::int64_t lost = at != wanted.end() && at->day == day.day ? std::int64_t{at->lost} : 0;
        const std::int64_t spam = std::int64_t{day.lost} - lost;
        if (lost == 0 && spam == 0)
            continue;
        out.days.push_back({day.day, sign * lost, sign * spam});
        out.lost += sign * lost;
        out.spam += sign * spam;
    }
    return out;
}

PolicyPreview::PolicyPreview(Document* document, QObject* parent)
    : QObject(parent)
    , m_document(document)
{
    using namespace std::chrono_literals;
    m_timer.setSingleShot(true);
    m_timer.setInterval(80ms);
    connect(&m_timer, &QTimer::timeout, this, &PolicyPreview::show);
    // What was just done is seen as done; what could be done comes with the next look.
    connect(document, &Document::policyChanged, this, &PolicyPreview::hide);
    connect(document, &Document::factsChanged, this, [this] {
        m_row.reset();
        hide();
    });
}

void PolicyPreview::setDirection(Direction direction)
{
    m_direction = direction;
    m_row.reset();
    hide();
}

void PolicyPreview::look(std::optional<std::size_t> row)
{
    if (row == m_row)
        return;
    m_row = row;
    m_timer.start();
}

void PolicyPreview::show()
{
    const Simulation& simulation = m_document->simulation(m_direction);
    if (!m_row || *m_row >= simulation.domainCount())
        return hide();
    m_preview = previewSwitch(simulation, *m_row);
    Q_EMIT changed();
}

void PolicyPreview::hide()
{
    m_timer.stop();
    if (!m_preview)
        return;
    m_preview.reset();
    Q_EMIT changed();
}

} // namespace waxseal
