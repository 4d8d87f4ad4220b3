// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/daystrip.h"

#include "widgets/style/numbers.h"
#include "widgets/style/palette.h"

#include <QApplication>
#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QStyleOptionFocusRect>
#include <QToolTip>

#include <algorithm>

namespace waxseal {

using style::unit;

DayStrip::DayStrip(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::IBeamCursor);
    setMouseTracking(true);
}

void DayStrip::setDays(Day first, std::vector<std::uint64_t> messages)
{
    m_first = first;
    m_messages = std::move(messages);
    m_drag = Drag::None;
    m_drawn.reset();
    update();
}

void DayStrip::setChosen(const std::optional<Period>& days)
{
    m_chosen = days;
    update();
}

QSize DayStrip::sizeHint() const
{
    return {23 * unit, 2 * unit + fontMetrics().height() + 4};
}

QRectF DayStrip::bars() const
{
    return {1.0, 1.0, width() - 2.0, height() - fontMetrics().height() - 3.0};
}

double DayStrip::xOf(Day day) const
{
    const QRectF room = bars();
    const double share = static_cast<double>(static_cast<int>(day) - m_first) / std::max(1, count());
    return isRightToLeft() ? room.right() - share * room.width() : room.left() + share * room.width();
}

int DayStrip::middleOf(Day day) const
{
    return qRound((xOf(day) + xOf(static_cast<Day>(day + 1))) / 2);
}

Day DayStrip::dayAt(int x) const
{
    const QRectF room = bars();
    const double share = (isRightToLeft() ? room.right() - x : x - room.left()) / room.width();
    return static_cast<Day>(m_first + std::clamp(static_cast<int>(share * count()), 0, std::max(0, count() - 1)));
}

Period DayStrip::moved(const Period& days, int by) const
{
    const int length = days.last - days.first;
    const int first
        = std::clamp(days.first + by, static_cast<int>(m_first), std::max<int>(m_first, lastDay() - length));
    return {static_cast<Day>(first), static_cast<Day>(first + length)};
}

void DayStrip::paintEvent(QPaintEvent*)
{
    if (count() == 0)
        return;
    QPainter painter(this);
    const QRectF room = bars();
    const std::optional<Period>& shown = m_drawn ? m_drawn : m_chosen;
    const std::uint64_t most = std::max<std::uint64_t>(1, *std::max_element(m_messages.begin(), m_messages.end()));
    const QColor inside = style::color(style::Role::Accepted, palette());
    const QColor outside = style::mix(palette().color(QPalette::Window), style::mutedText(palette()), 0.55);
    if (shown) {
        QRectF band(QPointF(xOf(shown->first), 0), QPointF(xOf(static_cast<Day>(shown->last + 1)), room.bottom() + 1));
        band = band.normalized();
        painter.fillRect(band, style::mix(palette().color(QPalette::Window), inside, 0.18));
        painter.setPen(QPen(inside, 1));
        painter.drawRect(band.adjusted(0.5, 0.5, -0.5, -0.5));
    }
    // A bar a day, or, of many days, the busiest of those that share a pixel.
    const double width = room.width() / count();
    for (int i = 0; i < count(); ++i) {
        const auto day = static_cast<Day>(m_first + i);
        const double high
            = room.height() * static_cast<double>(m_messages[static_cast<std::size_t>(i)]) / static_cast<double>(most);
        if (high <= 0)
            continue;
        const double left = std::min(xOf(day), xOf(static_cast<Day>(day + 1)));
        const bool isIn = !shown || shown->contains(day);
        painter.fillRect(QRectF(left, room.bottom() - std::max(high, 1.0), std::max(1.0, width - (width >= 3 ? 1 : 0)),
                             std::max(high, 1.0)),
            isIn ? inside : outside);
    }
    painter.setPen(style::lineColor(palette()));
    painter.drawLine(QPointF(room.left(), room.bottom() + 0.5), QPointF(room.right(), room.bottom() + 0.5));
    paintMonths(painter);
    if (hasFocus()) {
        QStyleOptionFocusRect option;
        option.initFrom(this);
        option.rect = rect();
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
    }
}

/** The name of a month where it begins; of the first one at the left end. None over another. */
void DayStrip::paintMonths(QPainter& painter) const
{
    painter.setPen(style::mutedText(palette()));
    const QLocale locale;
    const double top = bars().bottom() + 2;
    double taken = -1e9;
    for (QDate month = dateOf(m_first); month <= dateOf(lastDay());
         month = QDate(month.year(), month.month(), 1).addMonths(1)) {
        const auto day = dayOf(month);
        if (!day)
            return;
        const QString name = locale.standaloneMonthName(month.month(), QLocale::ShortFormat);
        const double wide = fontMetrics().horizontalAdvance(name);
        const double from = isRightToLeft() ? width() - xOf(*day) : xOf(*day); // from the side where time begins
        if (from < taken || from + wide > width())
            continue;
        painter.drawText(QPointF(isRightToLeft() ? width() - from - wide : from, top + fontMetrics().ascent()), name);
        taken = from + wide + unit;
    }
}

void DayStrip::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || count() == 0)
        return QWidget::mousePressEvent(event);
    const int x = event->pos().x();
    m_pressedAt = x;
    m_hasMoved = false;
    m_drag = m_chosen && m_chosen->contains(dayAt(x)) ? Drag::Moving : Drag::Choosing;
}

void DayStrip::mouseMoveEvent(QMouseEvent* event)
{
    const int x = event->pos().x();
    if (m_drag == Drag::None) {
        const bool isOver = m_chosen && count() > 0 && m_chosen->contains(dayAt(x));
        setCursor(isOver ? Qt::OpenHandCursor : Qt::IBeamCursor);
        return;
    }
    m_hasMoved = m_hasMoved || std::abs(x - m_pressedAt) >= QApplication::startDragDistance() / 2;
    if (!m_hasMoved)
        return; // a click that trembles chooses nothing
    const Day from = dayAt(m_pressedAt);
    const Day to = dayAt(x);
    if (m_drag == Drag::Moving)
        m_drawn = moved(*m_chosen, to - from);
    else
        m_drawn = Period{std::min(from, to), std::max(from, to)};
    update();
}

void DayStrip::mouseReleaseEvent(QMouseEvent*)
{
    m_drag = Drag::None;
    const auto drawn = std::exchange(m_drawn, std::nullopt);
    update();
    if (drawn && drawn != m_chosen)
        Q_EMIT daysChosen(drawn->first, drawn->last);
}

void DayStrip::mouseDoubleClickEvent(QMouseEvent*)
{
    m_drag = Drag::None;
    m_drawn.reset();
    Q_EMIT allChosen();
}

void DayStrip::keyPressEvent(QKeyEvent* event)
{
    if (count() == 0)
        return QWidget::keyPressEvent(event);
    const bool back = event->key() == (isRightToLeft() ? Qt::Key_Right : Qt::Key_Left);
    const bool forth = event->key() == (isRightToLeft() ? Qt::Key_Left : Qt::Key_Right);
    if (event->key() == Qt::Key_Escape || event->key() == Qt::Key_Delete) {
        Q_EMIT allChosen();
    } else if (back || forth) {
        // With nothing chosen yet the first key takes the last week.
        const int week = std::min(7, count());
        Period days{static_cast<Day>(lastDay() - week + 1), lastDay()};
        if (m_chosen && event->modifiers().testFlag(Qt::ShiftModifier))
            days = {m_chosen->first,
                static_cast<Day>(std::clamp(m_chosen->last + (forth ? 1 : -1), static_cast<int>(m_chosen->first),
                    static_cast<int>(lastDay())))};
        else if (m_chosen)
            days = moved(*m_chosen, forth ? 1 : -1);
        if (days != m_chosen)
            Q_EMIT daysChosen(days.first, days.last);
    } else {
        QWidget::keyPressEvent(event);
    }
}

bool DayStrip::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && count() > 0) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const Day day = dayAt(help->pos().x());
        //: A day and how many messages came or went on it.
        QToolTip::showText(help->globalPos(),
            tr("%1: %2 messages")
                .arg(style::period(dateOf(day), dateOf(day)),
                    style::count(m_messages[static_cast<std::size_t>(day - m_first)])),
            this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace waxseal
