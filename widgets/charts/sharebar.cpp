// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/sharebar.h"

#include "widgets/style/numbers.h"

#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>
#include <QToolTip>

#include <algorithm>
#include <numeric>

namespace waxseal {

using namespace Qt::StringLiterals;

namespace {
constexpr int barHeight = 18;
constexpr int swatchSize = 12;
constexpr int entryGap = 3 * style::unit;
}

ShareBar::ShareBar(QWidget* parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ShareBar::setParts(std::vector<Part> parts)
{
    const int before = heightForWidth(width());
    m_parts = std::move(parts);
    m_total = 0;
    QStringList words;
    for (const Part& part : m_parts)
        m_total += part.value;
    for (const Part& part : m_parts)
        words.append(entryText(part));
    setAccessibleDescription(words.join(u", "_s));
    if (heightForWidth(width()) != before)
        updateGeometry();
    update();
}

QString ShareBar::entryText(const Part& part) const
{
    return tr("%1 %2", "legend: name, share")
        .arg(part.name, m_total > 0 ? style::percent(part.value / m_total) : u"–"_s);
}

std::vector<ShareBar::Entry> ShareBar::legend(int width) const
{
    const QFontMetrics metrics(font());
    std::vector<QString> texts;
    std::vector<int> widths;
    for (const Part& part : m_parts) {
        texts.push_back(entryText(part));
        widths.push_back(swatchSize + 6 + metrics.horizontalAdvance(texts.back()));
    }
    const std::size_t count = m_parts.size();
    // As they come, row after row …
    std::size_t rows = 1;
    int end = 0;
    for (const int wide : widths) {
        if (end > 0 && end + entryGap + wide > width) {
            ++rows;
            end = 0;
        }
        end += (end > 0 ? entryGap : 0) + wide;
    }
    // … or in columns below each other, if that takes no more rows.
    std::size_t columns = rows > 1 ? (count + rows - 1) / rows : count;
    std::vector<int> columnWidths(columns, 0);
    for (std::size_t i = 0; i < count; ++i)
        columnWidths[i % columns] = std::max(columnWidths[i % columns], widths[i]);
    const int all
        = std::accumulate(columnWidths.begin(), columnWidths.end(), 0) + entryGap * (static_cast<int>(columns) - 1);
    const bool isGrid = rows > 1 && all <= width;
    std::vector<Entry> entries;
    int x = 0;
    int y = barHeight + style::unit;
    for (std::size_t i = 0; i < count; ++i) {
        if (isGrid ? i > 0 && i % columns == 0 : x > 0 && x + widths[i] > width) {
            x = 0;
            y += metrics.height() + style::unit / 2;
        }
        entries.push_back({QRect(x, y, widths[i], metrics.height()), texts[i], m_parts[i].role});
        x += (isGrid ? columnWidths[i % columns] : widths[i]) + entryGap;
    }
    return entries;
}

int ShareBar::heightForWidth(int width) const
{
    const std::vector<Entry> entries = legend(width);
    return entries.empty() ? barHeight : entries.back().rect.bottom() + 1;
}

QSize ShareBar::sizeHint() const
{
    return {400, heightForWidth(std::max(width(), 400))};
}

QSize ShareBar::minimumSizeHint() const
{
    return {160, heightForWidth(std::max(width(), 160))};
}

void ShareBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF bar(0, 0, width(), barHeight);
    QPainterPath outline;
    outline.addRoundedRect(bar, 4, 4);
    painter.setClipPath(outline);
    painter.fillRect(bar, style::trackColor(palette()));
    // What is not nothing is at least two pixels wide, so that a small loss can be seen.
    double x = 0;
    if (m_total > 0) {
        std::vector<double> widths;
        double sum = 0;
        for (const Part& part : m_parts) {
            widths.push_back(part.value > 0 ? std::max(3.0, bar.width() * part.value / m_total) : 0);
            sum += widths.back();
        }
        for (std::size_t i = 0; i < m_parts.size(); ++i) {
            const double wide = widths[i] * bar.width() / sum;
            if (wide <= 0)
                continue;
            const double gap = x > 0 ? 1 : 0;
            painter.fillRect(QRectF(layoutDirection() == Qt::RightToLeft ? bar.width() - x - wide : x + gap, 0,
                                 wide - gap, barHeight),
                style::brush(m_parts[i].role, palette()));
            x += wide;
        }
    }
    painter.setClipping(false);
    const std::vector<Entry> entries = legend(width());
    for (const Entry& entry : entries) {
        const QRect rect = style()->visualRect(layoutDirection(), QRect(0, 0, width(), height()), entry.rect);
        const QRect box
            = style()->alignedRect(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter, {swatchSize, swatchSize}, rect);
        painter.drawPixmap(box.topLeft(), style::swatch(entry.role, palette(), swatchSize, devicePixelRatioF()));
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(rect.adjusted(layoutDirection() == Qt::LeftToRight ? swatchSize + 6 : 0, 0,
                             layoutDirection() == Qt::RightToLeft ? -swatchSize - 6 : 0, 0),
            Qt::AlignLeading | Qt::AlignVCenter, entry.text);
    }
}

bool ShareBar::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        QStringList lines;
        for (const Part& part : m_parts)
            lines.append(tr("%1: %2", "legend: name, messages")
                             .arg(part.name, style::count(static_cast<std::uint64_t>(part.value))));
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), lines.join(u'\n'), this);
        return true;
    }
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    return QWidget::event(event);
}

} // namespace waxseal
