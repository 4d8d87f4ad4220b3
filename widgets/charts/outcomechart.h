// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/policy/simulation.h"
#include "widgets/charts/chart.h"
#include "widgets/charts/daybins.h"
#include "widgets/charts/outcomebars.h"

#include <QVariantAnimation>

#include <optional>
#include <vector>

class QActionGroup;
class QCPItemRect;
class QCPLayoutElement;
class QToolButton;

namespace waxseal {

/**
 * Wanted mail by day under the policy of the moment: accepted above the line, lost below it on a scale of its own that
 * is written beside it and stays the same while domains are switched, so that a loss of a thousandth is seen. Lost spam
 * stands below what is lost. The state before the last step is an outline, a possible step a dashed one.
 */
class OutcomeChart : public Chart
{
    Q_OBJECT
public:
    enum class Measure
    {
        Messages,
        Share ///< percent of the wanted mail of the day; spam is no part of it
    };
    Q_ENUM(Measure)

    explicit OutcomeChart(QWidget* parent = nullptr);

    Measure measure() const { return m_measure; }
    void setMeasure(Measure measure);

    /** Other mail: nothing of what was shown before is compared with it. */
    void setOutcome(Day firstDay, const std::vector<Outcome>& days);
    /** The same mail after a step. A step of many domains may find a better scale; one of a domain only where the bars
     * would leave the chart. */
    void change(const std::vector<Outcome>& days, const std::vector<Outcome>& before, bool ofMany);

    /** Another state of the same mail, as an outline in place of the one before the last step; no days: none. */
    void compareWith(const std::vector<Outcome>& days, const QString& name);

    /** What a step would add to a day, or, negative, give back. */
    struct DayDifference
    {
        Day day = 0;
        std::int64_t lost = 0; ///< wanted messages
        std::int64_t spam = 0;
    };
    struct Preview
    {
        QString text; ///< who, and how much
        std::vector<DayDifference> days;
    };
    void setPreview(const std::optional<Preview>& preview);
    QString previewText() const;
    /** The state that the outline shows, in a word; empty: there is no outline. */
    QString outlineName() const;

    /** How much larger the scale of what is lost is: 1, 2, 5, 10 … or a part of it. */
    double lossFactor() const;
    bool isMoving() const { return m_motion.state() == QAbstractAnimation::Running; }

    int itemCount() const override { return m_bins.count(); }
    QString itemText(int item) const override;
    int daysPerBar() const { return m_bins.daysPerBin(); }

    QSize minimumSizeHint() const override { return {220, 190}; }

Q_SIGNALS:
    void measureChanged(waxseal::OutcomeChart::Measure measure);
    /** A bar was clicked, or chosen with Enter. */
    void daysActivated(waxseal::Day first, waxseal::Day last);
    /** The mouse was drawn over these days. */
    void periodDragged(waxseal::Day first, waxseal::Day last);

protected:
    void retint(const QPalette& palette, const QColor& background) override;
    void showHighlight(int item) override;
    int itemAt(const QPoint& position) const override;
    QPoint itemPosition(int item) const override;
    void plotResized() override;
    QString unitText() const override;
    void setForPicture(bool picture) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Bin // messages
    {
        std::uint64_t accepted = 0;
        std::uint64_t unknown = 0;
        std::uint64_t lost = 0;
        std::uint64_t spam = 0;
        std::uint64_t wanted() const { return accepted + unknown + lost; }
    };
    std::vector<Bin> binned(const std::vector<Outcome>& days) const;
    std::vector<OutcomeBar> barsOf(const std::vector<Bin>& bins) const;
    void buildMeasures();
    void setBins(std::vector<Bin> bins);
    enum class Rescale
    {
        WhereNeeded, ///< where bars would leave the chart
        WhereSmall, ///< and where they would be small
        Always
    };
    void refresh(Rescale rescale, bool moves);
    bool fits(double factor) const;
    void chooseScale();
    void showAxes();
    void showCaptions();
    void showLegend();
    void reserveLegend();
    void showPreview();
    void fillTable();
    void moveTo(double progress);
    void redrawBars();
    void dragTo(int item);
    void endDrag(bool tell);

    Measure m_measure = Measure::Messages;
    Day m_firstDay = 0;
    DayBins m_bins;
    std::vector<Bin> m_now;
    std::vector<Bin> m_before; ///< the last step
    std::vector<Bin> m_reference; ///< shown in its place
    QString m_referenceName;
    const std::vector<Bin>& outline() const { return m_reference.empty() ? m_before : m_reference; }
    std::optional<Preview> m_preview;
    double m_top = 1; ///< of the axis, in its unit
    double m_factor = 50;
    std::vector<OutcomeBar> m_from; ///< where the bars came from
    std::vector<OutcomeBar> m_to;
    QVariantAnimation m_motion;
    std::vector<std::pair<int, QString>> m_labels;
    QActionGroup* m_measures = nullptr;
    OutcomeBars m_bars;
    OutcomeLegend m_legend;
    QCPLayoutElement* m_legendRow = nullptr; // the plot's, as the next two
    QCPItemRect* m_mark = nullptr;
    QCPItemRect* m_band = nullptr;
    int m_pressed = -1; ///< bar
    int m_pressedAt = 0; ///< pixel
    int m_dragged = -1;
    bool m_isPicture = false;
};

} // namespace waxseal
