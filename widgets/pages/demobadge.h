// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace waxseal {

/** "Demo: synthetic data": stands wherever figures of the demo log are shown. */
class DemoBadge : public QWidget
{
    Q_OBJECT
public:
    explicit DemoBadge(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace waxseal
