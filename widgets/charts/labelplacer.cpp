// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/labelplacer.h"

#include <algorithm>

namespace waxseal {

namespace {

QRectF placed(const LabelWish& wish, LabelWish::Side side, const QRectF& room)
{
    using Side = LabelWish::Side;
    const bool isLeft = side == Side::LeftBelow || side == Side::LeftAbove || side == Side::Left;
    const double x = isLeft ? wish.point.x() - wish.gap - wish.size.width() : wish.point.x() + wish.gap;
    double y = wish.point.y() + wish.gap / 2;
    if (side == Side::RightAbove || side == Side::LeftAbove)
        y = wish.point.y() - wish.gap / 2 - wish.size.height();
    else if (side == Side::Right || side == Side::Left)
        y = wish.point.y() - wish.size.height() / 2;
    if (side == Side::Below || side == Side::Above) {
        const double most = std::max(room.left(), room.right() - wish.size.width());
        return {QPointF(std::clamp(wish.point.x() - wish.size.width() / 2, room.left(), most),
                    side == Side::Below ? wish.point.y() + wish.gap : wish.point.y() - wish.gap - wish.size.height()),
            wish.size};
    }
    return {QPointF(x, y), wish.size};
}

} // namespace

std::vector<std::optional<QRectF>> placeLabels(
    const QRectF& room, const std::vector<LabelWish>& wishes, std::vector<QRectF> taken)
{
    std::vector<std::optional<QRectF>> out;
    out.reserve(wishes.size());
    for (const LabelWish& wish : wishes) {
        std::optional<QRectF> found;
        for (const LabelWish::Side side : wish.sides) {
            const QRectF rect = placed(wish, side, room);
            const bool isFree = room.contains(rect)
                && std::none_of(
                    taken.begin(), taken.end(), [&](const QRectF& other) { return other.intersects(rect); });
            if (!isFree)
                continue;
            found = rect;
            taken.push_back(rect);
            break;
        }
        out.push_back(found);
    }
    return out;
}

} // namespace waxseal
