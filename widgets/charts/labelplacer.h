// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QRectF>

#include <optional>
#include <vector>

namespace waxseal {

/** A label that is to stand beside a point. */
struct LabelWish
{
    enum class Side
    {
        RightBelow,
        RightAbove,
        LeftBelow,
        LeftAbove,
        Right,
        Left,
        Below, ///< in the middle of the point, or as near to it as the room lets
        Above
    };
    QPointF point;
    QSizeF size; ///< of the label
    double gap = 0; ///< between the point and the label
    QList<Side> sides; ///< tried in this order
};

/**
 * Where labels stand so that none covers another one, leaves the room, or lies over what is `taken`. Those that come
 * first have the choice; nothing for a label that finds no place.
 */
std::vector<std::optional<QRectF>> placeLabels(
    const QRectF& room, const std::vector<LabelWish>& wishes, std::vector<QRectF> taken = {});

} // namespace waxseal
