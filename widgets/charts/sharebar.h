// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/style/palette.h"

#include <QWidget>

#include <vector>

namespace waxseal {

/** One horizontal bar that shows how a whole is shared, with a legend of shares below it. */
class ShareBar : public QWidget
{
    Q_OBJECT
public:
    struct Part
    {
        QString name;
        style::Role role = style::Role::Accepted;
        double value = 0;
    };

    explicit ShareBar(QWidget* parent = nullptr);

    void setParts(std::vector<Part> parts);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Entry
    {
        QRect rect;
        QString text;
        style::Role role;
    };
    std::vector<Entry> legend(int width) const;
    QString entryText(const Part& part) const;

    std::vector<Part> m_parts;
    double m_total = 0;
};

} // namespace waxseal
