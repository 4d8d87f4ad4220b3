// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/palette.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace waxseal::style {
namespace {

QColor okabeIto(Role role)
{
    switch (role) {
    case Role::Accepted:
        return QColor(0x00, 0x72, 0xb2);
    case Role::LostLegitimate:
        return QColor(0xd5, 0x5e, 0x00);
    case Role::LostSpam:
        return QColor(0x8c, 0x8c, 0x8c);
    case Role::Unknown:
        return QColor(0x56, 0xb4, 0xe9);
    case Role::Plaintext:
        return QColor(0xe6, 0x9f, 0x00);
    }
    return {};
}

double luminance(const QColor& color)
{
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

/** Moves a colour away from the background until it stands out enough; keeps it where it already does. */
QColor standingOut(const QColor& color, const QColor& background, double ratio)
{
    const QColor away = luminance(background) < 0.18 ? QColor(Qt::white) : QColor(Qt::black);
    for (int step = 0; step <= 20; ++step) {
        const QColor candidate = mix(color, away, step * 0.05);
        if (contrast(candidate, background) >= ratio)
            return candidate;
    }
    return away;
}

/** Moves a colour away from the grounds on which text stands until it can be read on each of them (WCAG 2.1, 1.4.3).
 * Asked for every cell that is painted, so the last answers are kept. */
QColor readable(const QColor& color, const QPalette& palette)
{
    using Key = std::array<QRgb, 5>;
    static std::vector<std::pair<Key, QColor>> known; // only the GUI thread paints
    const Key key{color.rgb(), palette.color(QPalette::Base).rgb(), palette.color(QPalette::Window).rgb(),
        palette.color(QPalette::Highlight).rgb(), palette.color(QPalette::Text).rgb()};
    const auto found = std::find_if(known.begin(), known.end(), [&](const auto& entry) { return entry.first == key; });
    if (found != known.end())
        return found->second;
    constexpr std::size_t most = 16; // a palette has about six
    if (known.size() == most)
        known.clear();
    const std::vector<QColor> grounds = textGrounds(palette);
    const QColor away = isDark(palette) ? QColor(Qt::white) : QColor(Qt::black);
    QColor out = away;
    for (int step = 0; step <= 20; ++step) {
        const QColor candidate = mix(color, away, step * 0.05);
        if (std::all_of(grounds.begin(), grounds.end(),
                [&](const QColor& ground) { return contrast(candidate, ground) >= 4.5; })) {
            out = candidate;
            break;
        }
    }
    known.emplace_back(key, out);
    return out;
}

constexpr int tileSize = 6;

/** A square that repeats without a seam. Lines are smooth: they must not break up in a legend of twelve pixels. */
QPixmap tile(const QColor& ground, const QColor& ink, Role role)
{
    QPixmap pixmap(tileSize, tileSize);
    pixmap.fill(ground);
    QPainter painter(&pixmap);
    switch (role) {
    case Role::LostLegitimate:
        for (int i = 0; i < tileSize; ++i)
            painter.fillRect(i, i, 1, 1, ink);
        break;
    case Role::Unknown:
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(ink, 2));
        // Beside the diagonal the two whose corners reach in from the neighbours.
        for (const int shift : {-tileSize, 0, tileSize})
            painter.drawLine(QPointF(shift - tileSize, 2 * tileSize), QPointF(shift + 2 * tileSize, -tileSize));
        break;
    case Role::Plaintext:
        painter.fillRect(0, tileSize / 2, tileSize, 1, ink);
        break;
    case Role::LostSpam:
        painter.fillRect(1, 1, 1, 1, ink);
        painter.fillRect(4, 4, 1, 1, ink);
        break;
    case Role::Accepted:
        break;
    }
    return pixmap;
}

} // namespace

QColor mix(const QColor& from, const QColor& to, double share)
{
    const auto part = [share](float a, float b) { return static_cast<float>(a + (b - a) * share); };
    return QColor::fromRgbF(
        part(from.redF(), to.redF()), part(from.greenF(), to.greenF()), part(from.blueF(), to.blueF()));
}

bool isDark(const QPalette& palette)
{
    return luminance(palette.color(QPalette::Base)) < luminance(palette.color(QPalette::Text));
}

double contrast(const QColor& a, const QColor& b)
{
    const double light = std::max(luminance(a), luminance(b));
    const double dark = std::min(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
}

QColor color(Role role, const QPalette& palette)
{
    const QColor base = palette.color(QPalette::Base);
    // Light blue and orange are meant to be light; their pattern and its ink give them the contrast.
    const double ratio = role == Role::Unknown || role == Role::Plaintext ? 2.0 : 3.0;
    return standingOut(okabeIto(role), base, ratio);
}

std::vector<QColor> textGrounds(const QPalette& palette)
{
    const QColor base = palette.color(QPalette::Base);
    return {base, palette.color(QPalette::Window), selectionColor(palette, true), selectionColor(palette, false),
        tint(Role::Accepted, palette), tint(Role::LostLegitimate, palette)};
}

QColor tint(Role role, const QPalette& palette)
{
    return mix(palette.color(QPalette::Base), color(role, palette), 0.13);
}

QColor textColor(Role role, const QPalette& palette)
{
    return readable(okabeIto(role), palette);
}

QBrush brush(Role role, const QPalette& palette)
{
    const QColor area = color(role, palette);
    const QColor base = palette.color(QPalette::Base);
    switch (role) {
    case Role::Accepted:
        return area;
    case Role::LostLegitimate:
        return QBrush(tile(area, mix(area, isDark(palette) ? base : QColor(Qt::black), 0.30), role));
    case Role::LostSpam:
        return QBrush(tile(area, mix(area, base, 0.75), role));
    case Role::Unknown:
        return QBrush(tile(base, area, role));
    case Role::Plaintext:
        return QBrush(tile(area, mix(area, isDark(palette) ? base : QColor(Qt::black), 0.25), role));
    }
    return area;
}

QPixmap swatch(Role role, const QPalette& palette, int size, qreal devicePixelRatio)
{
    QPixmap pixmap(QSize(size, size) * devicePixelRatio);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(brush(role, palette));
    painter.setPen(role == Role::Unknown ? QPen(color(role, palette), 1) : QPen(Qt::NoPen));
    painter.drawRoundedRect(QRectF(0.5, 0.5, size - 1, size - 1), 2, 2);
    return pixmap;
}

QColor mutedText(const QPalette& palette)
{
    return readable(mix(palette.color(QPalette::Text), palette.color(QPalette::Base), 0.45), palette);
}

QColor lineColor(const QPalette& palette)
{
    return mix(palette.color(QPalette::Base), palette.color(QPalette::Text), 0.14);
}

QColor trackColor(const QPalette& palette)
{
    return mix(palette.color(QPalette::Base), palette.color(QPalette::Text), 0.10);
}

QColor selectionColor(const QPalette& palette, bool active)
{
    return mix(palette.color(QPalette::Base), palette.color(QPalette::Highlight), active ? 0.22 : 0.12);
}

QPalette printPalette()
{
    QPalette palette(QColor(0xf4, 0xf4, 0xf4), Qt::white);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(role, QColor(0x1d, 0x1f, 0x21));
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::Window, Qt::white);
    palette.setColor(QPalette::Highlight, color(Role::Accepted, palette));
    return palette;
}

} // namespace waxseal::style
