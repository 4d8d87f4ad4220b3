// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/policy/simulation.h"

#include <QObject>
#include <QTimer>

#include <optional>
#include <vector>

namespace waxseal {

class Document;

/** What switching a domain would do, without doing it. */
struct SwitchPreview
{
    std::size_t row = 0; ///< of the simulation
    std::int64_t lost = 0; ///< wanted messages more, or, negative, fewer
    std::int64_t spam = 0; ///< lost beside them
    struct DayDifference
    {
        Day day = 0;
        std::int64_t lost = 0;
        std::int64_t spam = 0;
    };
    std::vector<DayDifference> days; ///< those on which something differs, ascending
};

/** What the switch of a row of the simulation would do: encryption where nothing is required, else nothing. */
SwitchPreview previewSwitch(const Simulation& simulation, std::size_t row);

/** Follows the row that mouse or keyboard is on, a moment behind, so that running through rows costs nothing. */
class PolicyPreview : public QObject
{
    Q_OBJECT
public:
    explicit PolicyPreview(Document* document, QObject* parent = nullptr);

    void setDirection(Direction direction);
    /** The row that is looked at; nothing: none. */
    void look(std::optional<std::size_t> row);
    const std::optional<SwitchPreview>& preview() const { return m_preview; }

Q_SIGNALS:
    void changed();

private:
    void show();
    void hide();

    Document* m_document;
    Direction m_direction = Direction::Inbound;
    QTimer m_timer;
    std::optional<std::size_t> m_row;
    std::optional<SwitchPreview> m_preview;
};

} // namespace waxseal
