// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QCPAxis;

namespace waxseal {

/** Labels the ticks of an axis whose coordinates are percent: "0.5 %". */
void labelInPercent(QCPAxis* axis, int tickCount);
/** Labels the ticks of an axis of whole messages, and puts none between two. */
void labelInMessages(QCPAxis* axis, int tickCount);

} // namespace waxseal
