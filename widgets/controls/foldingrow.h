// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QHBoxLayout;
class QGridLayout;

namespace waxseal {

/** A row of controls in two groups: beside each other where there is room, else below each other. What folds it is the
 * width alone, never what the controls say. */
class FoldingRow : public QWidget
{
    Q_OBJECT
public:
    explicit FoldingRow(QWidget* parent = nullptr);

    void addLeading(QWidget* widget, int stretch = 0);
    void addTrailing(QWidget* widget);
    /** Space before the next widget of the second group. */
    void addTrailingSpace(int width);
    bool isFolded() const { return m_isFolded; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    bool foldsAt(int width) const;
    void fold(bool folded);

    QWidget* m_leading;
    QWidget* m_trailing;
    QHBoxLayout* m_leadingRow;
    QHBoxLayout* m_trailingRow;
    bool m_isFolded = false;
};

} // namespace waxseal
