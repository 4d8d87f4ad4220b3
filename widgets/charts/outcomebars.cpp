// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/outcomebars.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace waxseal {

using style::unit;

namespace {

constexpr double leastSlice = 2; // pixels
constexpr double barShare = 0.78; // of the room of a bar
constexpr int swatch = 10;
constexpr int swatchGap = 5;
constexpr int entryGap = 14;

/** The room of a bar from left to right. */
QRectF column(const BarArea& area, int bar)
{
    const double middle = area.firstBar + bar * area.barRoom;
    const double left = std::round(middle - barShare * area.barRoom / 2);
    const double right = std::max(left + 1, std::round(middle + barShare * area.barRoom / 2));
    return {left, 0, right - left, 0};
}

} // namespace

OutcomeBars::Below OutcomeBars::below(const OutcomeBar& bar, const BarArea& area) const
{
    const auto slice = [&](double value) {
        return value > 0 ? std::max(leastSlice, std::round(value * area.perUnit * factor)) : 0.0;
    };
    return {slice(bar.lost), slice(bar.spam)};
}

void OutcomeBars::paint(QPainter* painter, const BarArea& area) const
{
    for (int at = 0; at < static_cast<int>(bars.size()); ++at)
        paintBar(painter, area, at);
    for (int at = 0; at < static_cast<int>(before.size()); ++at)
        paintBefore(painter, area, at);
    for (int at = 0; at < static_cast<int>(preview.size()); ++at)
        paintPreview(painter, area, at);
    painter->setPen(QPen(style::mutedText(palette), 1));
    painter->drawLine(QPointF(area.rect.left(), area.line), QPointF(area.rect.right(), area.line));
    paintCaptions(painter, area);
}

void OutcomeBars::paintBar(QPainter* painter, const BarArea& area, int at) const
{
    const OutcomeBar& bar = bars[static_cast<std::size_t>(at)];
    QRectF rect = column(area, at);
    painter->setPen(Qt::NoPen);
    const auto fill = [&](double top, double height, style::Role role) {
        if (height <= 0)
            return;
        rect.setTop(top);
        rect.setHeight(height);
        painter->fillRect(rect, style::brush(role, palette));
        if (role == style::Role::Unknown) { // stripes need a border, or they dissolve into the ground
            painter->setPen(QPen(style::color(role, palette), 1));
            painter->drawRect(rect.adjusted(0, 0, -1, -1));
            painter->setPen(Qt::NoPen);
        }
    };
    const double accepted = bar.accepted > 0 ? std::max(1.0, std::round(bar.accepted * area.perUnit)) : 0;
    const double unknown = bar.unknown > 0 ? std::max(leastSlice, std::round(bar.unknown * area.perUnit)) : 0;
    fill(area.line - accepted, accepted, style::Role::Accepted);
    fill(area.line - accepted - unknown, unknown, style::Role::Unknown);
    const Below below = this->below(bar, area);
    fill(area.line + 1, below.lost, style::Role::LostLegitimate);
    fill(area.line + 1 + below.lost, below.spam, style::Role::LostSpam);
}

void OutcomeBars::paintBefore(QPainter* painter, const BarArea& area, int at) const
{
    const auto index = static_cast<std::size_t>(at);
    if (index >= bars.size() || before[index] == bars[index])
        return;
    // Only what can be seen to differ is outlined, above and below the line each for itself.
    const auto top = [&](const OutcomeBar& bar) { return (bar.accepted + bar.unknown) * area.perUnit; };
    const double was = std::round(top(before[index]));
    const double wasBelow = below(before[index], area).height();
    const bool differs = std::abs(top(before[index]) - top(bars[index])) >= 1;
    const bool differsBelow = std::abs(wasBelow - below(bars[index], area).height()) >= 1;
    const QRectF rect = column(area, at);
    painter->setPen(QPen(palette.color(QPalette::Text), 1));
    painter->setBrush(Qt::NoBrush);
    if (differs)
        painter->drawRect(QRectF(QPointF(rect.left() - 1, area.line - was - 1), QPointF(rect.right(), area.line)));
    if (differsBelow)
        painter->drawRect(QRectF(QPointF(rect.left() - 1, area.line), QPointF(rect.right(), area.line + 1 + wasBelow)));
}

void OutcomeBars::paintPreview(QPainter* painter, const BarArea& area, int at) const
{
    const auto index = static_cast<std::size_t>(at);
    const Difference& difference = preview[index];
    if (index >= bars.size() || (difference.lost == 0 && difference.spam == 0))
        return;
    const OutcomeBar& now = bars[index];
    OutcomeBar then = now;
    then.lost = std::max(0.0, now.lost + difference.lost);
    then.spam = std::max(0.0, now.spam + difference.spam);
    const double end = area.line + 1 + below(now, area).height();
    double other = area.line + 1 + below(then, area).height();
    if (std::abs(other - end) < leastSlice)
        other = end + (difference.lost + difference.spam < 0 ? -leastSlice : leastSlice);
    // What leaves the chart is still seen to leave it.
    const double floor = area.rect.bottom() - 1.0;
    const QRectF rect = column(area, at);
    QPen pen(palette.color(QPalette::Text), 1);
    pen.setDashPattern({2, 2});
    painter->setPen(pen);
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(QRectF(QPointF(rect.left(), std::min(std::min(end, other), floor - 3)),
        QPointF(rect.right() - 1, std::min(std::max(end, other), floor))));
}

void OutcomeBars::paintCaptions(QPainter* painter, const BarArea& area) const
{
    const QFontMetrics metrics(font);
    painter->setFont(font);
    painter->setPen(style::textColor(style::Role::LostLegitimate, palette));
    const QRect scale(area.rect.left() + 2, area.rect.bottom() - metrics.height() - 1,
        metrics.horizontalAdvance(scaleText) + 4, metrics.height());
    std::vector<QRect> taken;
    if (!scaleText.isEmpty()) {
        taken.push_back(scale);
        QColor ground = palette.color(QPalette::Base);
        ground.setAlphaF(0.8F);
        painter->fillRect(scale, ground);
        painter->drawText(scale, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), scaleText);
    }
    for (const auto& [bar, text] : captions) {
        if (bar >= static_cast<int>(bars.size()))
            continue;
        const int wide = metrics.horizontalAdvance(text);
        const QRectF rect = column(area, bar);
        const double end = area.line + 1 + below(bars[static_cast<std::size_t>(bar)], area).height();
        int left = qRound(rect.center().x() - wide / 2.0);
        left = std::clamp(left, area.rect.left(), std::max(area.rect.left(), area.rect.right() - wide));
        const QRect place(left, qRound(end) + 2, wide, metrics.height());
        const QRect roomy = place.adjusted(-4, 0, 4, 0);
        // Over no other caption, over no bar, and inside.
        bool isFree = place.bottom() <= area.rect.bottom()
            && std::none_of(taken.begin(), taken.end(), [&](const QRect& other) { return other.intersects(roomy); });
        for (int other = 0; isFree && other < static_cast<int>(bars.size()); ++other) {
            const QRectF beside = column(area, other);
            isFree = other == bar || beside.right() < place.left() || beside.left() > place.right()
                || area.line + 1 + below(bars[static_cast<std::size_t>(other)], area).height() <= place.top() + 2;
        }
        if (!isFree)
            continue;
        taken.push_back(place);
        QColor ground = palette.color(QPalette::Base);
        ground.setAlphaF(0.7F);
        painter->fillRect(place, ground); // a preview may lie below
        painter->drawText(place, static_cast<int>(Qt::AlignCenter), text);
    }
}

int OutcomeLegend::entryWidth(const QString& text) const
{
    return swatch + swatchGap + QFontMetrics(font).horizontalAdvance(text);
}

int OutcomeLegend::height(int width) const
{
    int lines = states.empty() ? 1 : 2;
    int end = 0;
    for (const Entry& entry : entries) {
        const int wide = entryWidth(entry.widest);
        if (end > 0 && end + entryGap + wide > width) {
            ++lines;
            end = 0;
        }
        end += (end > 0 ? entryGap : 0) + wide;
    }
    return lines * (QFontMetrics(font).height() + 2) + unit / 2;
}

void OutcomeLegend::paintEntry(QPainter* painter, const Entry& entry, const QRect& rect) const
{
    const QRect box(rect.left(), rect.center().y() - swatch / 2 + 1, swatch, swatch);
    painter->setBrush(Qt::NoBrush);
    switch (entry.mark) {
    case Entry::Mark::Area:
        painter->fillRect(box, style::brush(entry.role, palette));
        if (entry.role == style::Role::Unknown) {
            painter->setPen(QPen(style::color(entry.role, palette), 1));
            painter->drawRect(box.adjusted(0, 0, -1, -1));
        }
        break;
    case Entry::Mark::Outline:
        painter->setPen(QPen(palette.color(QPalette::Text), 1));
        painter->drawRect(box.adjusted(0, 0, -1, -1));
        break;
    case Entry::Mark::Dashes: {
        QPen pen(palette.color(QPalette::Text), 1);
        pen.setDashPattern({2, 2});
        painter->setPen(pen);
        painter->drawRect(box.adjusted(0, 0, -1, -1));
        break;
    }
    }
    painter->setPen(palette.color(QPalette::Text));
    painter->setFont(font);
    const QRect text = rect.adjusted(swatch + swatchGap, 0, 0, 0);
    painter->drawText(text, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine,
        QFontMetrics(font).elidedText(entry.text, Qt::ElideMiddle, text.width()));
}

void OutcomeLegend::paint(QPainter* painter, const QRect& rect) const
{
    const int high = QFontMetrics(font).height() + 2;
    int x = rect.left();
    int y = rect.top();
    for (const Entry& entry : entries) {
        const int wide = entryWidth(entry.widest);
        if (x > rect.left() && x + wide > rect.right()) {
            x = rect.left();
            y += high;
        }
        paintEntry(painter, entry, QRect(x, y, std::min(wide, rect.right() - x) + 2, high));
        x += wide + entryGap;
    }
    x = rect.left();
    y += high;
    for (const Entry& entry : states) {
        if (!entry.text.isEmpty())
            paintEntry(painter, entry, QRect(x, y, std::min(entryWidth(entry.text), rect.right() - x) + 2, high));
        // Each state has its place whether the one before it is there or not.
        x += entryWidth(entry.widest) + entryGap;
    }
}

} // namespace waxseal
