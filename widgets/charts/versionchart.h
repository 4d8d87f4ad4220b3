// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/charts/chart.h"
#include "widgets/style/palette.h"

#include <cstdint>
#include <vector>

class QCPBars;
class QCPItemRect;
class QCPItemText;

namespace waxseal {

/** Messages by version, cipher or another word: horizontal bars, each with its figure beside it. */
class VersionChart : public Chart
{
    Q_OBJECT
public:
    struct Row
    {
        QString name;
        std::uint64_t messages = 0;
        style::Role role = style::Role::Accepted;
    };
    static constexpr int maximumRows = 8;

    explicit VersionChart(QWidget* parent = nullptr);

    /** Shown in this order; rows beyond the eighth become one row "others" (the table has them all). `column`: what the
     * names are. */
    void setRows(const QString& column, const std::vector<Row>& rows);

    int itemCount() const override { return static_cast<int>(m_rows.size()); }
    style::Role role(int item) const { return m_rows[static_cast<std::size_t>(item)].role; }
    QString itemText(int item) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void retint(const QPalette& palette, const QColor& background) override;
    void showHighlight(int item) override;
    int itemAt(const QPoint& position) const override;
    QPoint itemPosition(int item) const override;
    bool isVertical() const override { return true; }
    QString unitText() const override;
    void plotResized() override;

private:
    void clearItems();

    std::vector<Row> m_rows;
    std::uint64_t m_total = 0;
    // One bar series a row, so that each can have its colour and pattern; owned by the plot.
    std::vector<QCPBars*> m_bars;
    std::vector<QCPItemText*> m_figures;
    QCPItemRect* m_mark = nullptr;
};

} // namespace waxseal
