// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <array>
#include <vector>

class QVBoxLayout;

namespace waxseal {

/**
 * Sections below each other in one, two or three columns, as many as the width has room for, so that nothing is cut on
 * a small screen and nothing floats lost on a large one.
 */
class ColumnArea : public QWidget
{
    Q_OBJECT
public:
    static constexpr int maximumColumns = 3;

    explicit ColumnArea(QWidget* parent = nullptr);

    /** Adds a section: its column when there are two, and when there are three. Takes ownership. */
    void add(QWidget* section, int ofTwo, int ofThree);
    int columns() const { return m_columns; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Section
    {
        QWidget* widget;
        int ofTwo;
        int ofThree;
    };
    void arrange(int columns);

    std::vector<Section> m_sections;
    std::array<QWidget*, maximumColumns> m_boxes{};
    std::array<QVBoxLayout*, maximumColumns> m_layouts{};
    int m_columns = 0;
};

} // namespace waxseal
