// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/charts/chart.h"
#include "widgets/charts/daybins.h"
#include "widgets/style/palette.h"

#include <QList>

#include <vector>

class QActionGroup;
class QCPBars;
class QCPItemRect;
class QCPLayoutGrid;

namespace waxseal {

/** Stacked bars by day; weeks, or several of them, where there are too many days to draw. */
class DayChart : public Chart
{
    Q_OBJECT
public:
    /** What the bars show: messages, their share of the day in percent, or only the series marked `important`, in
     * messages. */
    enum class Measure
    {
        Messages,
        Share,
        Important
    };
    Q_ENUM(Measure)

    static constexpr int maximumBars = DayBins::maximum;

    Measure measure() const { return m_measure; }
    void setMeasure(Measure measure);

    /** Without, where something beside the chart explains its colours already. Pictures always have it. */
    void setLegendShown(bool shown);

    int itemCount() const override { return m_days.count(); }
    QString itemText(int item) const override;
    /** Days in one bar: 1, or a multiple of 7. */
    int daysPerBar() const { return m_days.daysPerBin(); }
    /** The first and the last day of a bar. */
    std::pair<Day, Day> daysOf(int item) const { return m_days.range(item); }

Q_SIGNALS:
    void measureChanged(waxseal::DayChart::Measure measure);

protected:
    struct Series
    {
        QString name;
        style::Role role = style::Role::Accepted;
        bool important = false;
        std::vector<double> values; ///< by day
    };
    DayChart(QWidget* parent, const QList<Measure>& measures);
    /** From bottom to top. Every series has the same number of days. */
    void setSeries(Day firstDay, std::vector<Series> series);

    QString unitText() const override;
    void retint(const QPalette& palette, const QColor& background) override;
    void showHighlight(int item) override;
    int itemAt(const QPoint& position) const override;
    QPoint itemPosition(int item) const override;
    void plotResized() override;
    void setForPicture(bool picture) override;

private:
    void bin();
    std::size_t binCount() const { return static_cast<std::size_t>(m_days.count()); }
    void ensureBars();
    void fillBars();
    void fillTable();
    void updateTicks();
    QString measureName(Measure measure) const;
    double binTotal(std::size_t item) const;
    void placeLegend(bool shown);

    Day m_firstDay = 0;
    std::vector<Series> m_series;
    std::vector<std::vector<double>> m_bins; // by series, by bar
    DayBins m_days;
    std::vector<std::pair<int, QString>> m_labels;
    Measure m_measure = Measure::Messages;
    QActionGroup* m_measures = nullptr;
    std::vector<QCPBars*> m_bars; // owned by the plot
    QCPItemRect* m_mark = nullptr;
    QCPLayoutGrid* m_legendRow = nullptr;
    bool m_legendShown = true;
};

} // namespace waxseal
