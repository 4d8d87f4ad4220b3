// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/facts/period.h"

#include <QWidget>

#include <cstdint>
#include <optional>
#include <vector>

namespace waxseal {

/**
 * All days of the logs as a small row of bars, the chosen ones marked. Days are chosen by drawing the mouse over them;
 * what is chosen is moved by drawing it, or with the arrow keys (with Shift they move its last day). A double click or
 * Escape chooses all.
 */
class DayStrip : public QWidget
{
    Q_OBJECT
public:
    explicit DayStrip(QWidget* parent = nullptr);

    /** Messages by day, from `first` on without gaps. */
    void setDays(Day first, std::vector<std::uint64_t> messages);
    /** Nothing: all days. */
    void setChosen(const std::optional<Period>& days);
    const std::optional<Period>& chosen() const { return m_chosen; }

    /** The middle of a day, in pixels from the left. */
    int middleOf(Day day) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void daysChosen(waxseal::Day first, waxseal::Day last);
    void allChosen();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    int count() const { return static_cast<int>(m_messages.size()); }
    Day lastDay() const { return static_cast<Day>(m_first + count() - 1); }
    QRectF bars() const; ///< the room of the bars; names of months stand below
    Day dayAt(int x) const;
    double xOf(Day day) const; ///< its left edge
    Period moved(const Period& days, int by) const;
    void paintMonths(QPainter& painter) const;

    enum class Drag
    {
        None,
        Choosing,
        Moving
    };
    Day m_first = 0;
    std::vector<std::uint64_t> m_messages;
    std::optional<Period> m_chosen;
    Drag m_drag = Drag::None;
    bool m_hasMoved = false;
    int m_pressedAt = 0; ///< pixel
    std::optional<Period> m_drawn; ///< what letting go would choose
};

} // namespace waxseal
