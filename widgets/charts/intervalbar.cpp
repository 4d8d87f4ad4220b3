// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/intervalbar.h"

#include "widgets/style/palette.h"

#include <QPainter>

#include <algorithm>

namespace waxseal {

using style::unit;

namespace {
constexpr int lineHeight = 4;
constexpr int bandHeight = 10;
}

IntervalBar::IntervalBar(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void IntervalBar::setFigures(const std::optional<Figures>& figures)
{
    if (figures == m_figures)
        return;
    m_figures = figures;
    update();
}

void IntervalBar::setPending(bool pending)
{
    if (pending == m_isPending)
        return;
    m_isPending = pending;
    update();
}

QSize IntervalBar::sizeHint() const
{
    return {18 * unit, 2 * unit};
}

QSize IntervalBar::minimumSizeHint() const
{
    return {10 * unit, 2 * unit};
}

void IntervalBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double middle = height() / 2.0;
    painter.setPen(Qt::NoPen);
    painter.setBrush(style::trackColor(palette()));
    painter.drawRoundedRect(
        QRectF(0, middle - lineHeight / 2.0, width(), lineHeight), lineHeight / 2.0, lineHeight / 2.0);
    if (!m_figures)
        return;
    // A round end, so that the scale does not change with every toggle.
    const double most = std::max({m_figures->high, m_figures->now, m_figures->limit}) * 1.05;
    double end = 1e-5;
    for (int step = 0; end < most && end < 1; ++step)
        end *= step % 3 == 1 ? 2.5 : 2; // 1, 2, 5, 10 …
    const auto at = [&](double share) {
        const double x = std::clamp(share / end, 0.0, 1.0) * (width() - 2) + 1;
        return layoutDirection() == Qt::RightToLeft ? width() - x : x;
    };
    if (m_isPending)
        painter.setOpacity(0.35);
    const QColor lost = style::color(style::Role::LostLegitimate, palette());
    const double left = std::min(at(m_figures->low), at(m_figures->high));
    const double right = std::max(at(m_figures->low), at(m_figures->high));
    painter.setBrush(style::mix(palette().color(QPalette::Base), lost, 0.40));
    painter.drawRoundedRect(QRectF(left, middle - bandHeight / 2.0, std::max(right - left, 3.0), bandHeight), 2, 2);
    painter.setOpacity(1);
    painter.setBrush(style::textColor(style::Role::LostLegitimate, palette()));
    painter.drawRect(QRectF(at(m_figures->now) - 1.25, middle - bandHeight / 2.0 - 2, 2.5, bandHeight + 4));
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(palette().color(QPalette::Text), 1, Qt::DashLine));
    const int limit = qRound(at(m_figures->limit));
    painter.drawLine(limit, 0, limit, height() - 1);
}

} // namespace waxseal
