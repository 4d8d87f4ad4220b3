// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <array>

class QAction;
class QBoxLayout;
class QGridLayout;
class QLabel;

namespace waxseal {

class ChangeChip;
class Document;
class Forecaster;
class HeroFigure;
class IntervalBar;
class KeptWatch;
class PolicyWatch;

/**
 * The head of the Policy place: accepted, lost and protected mail in one sentence, spam beside it, what the last step
 * changed, and the forecast. Everything has its own room for the largest figure that these logs allow; nothing moves.
 */
class HeroPanel : public QWidget
{
    Q_OBJECT
public:
    /** The actions go back and forth by one step; they belong to the caller. */
    HeroPanel(Document* document, PolicyWatch* watch, KeptWatch* kept, Forecaster* forecaster, QAction* undo,
        QAction* redo, QWidget* parent = nullptr);

    void setBudget(double share);
    ChangeChip* chip() const { return m_chip; }
    /** For what stands at the right of the figures; refit() when it takes more or less room. */
    void addCorner(QWidget* widget);
    void refit() { arrange(); }

    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    enum Figure
    {
        Accepted,
        Lost,
        Protected,
        Spam
    };
    HeroFigure* figure(Figure which) const { return m_figures[which]; }
    void reserve();
    void arrange();
    void restart();
    void showFigures();
    void showKept();
    void showChange();
    void showForecast();
    QString consequence() const;
    QString consequenceBrief() const;

    Document* m_document;
    PolicyWatch* m_watch;
    KeptWatch* m_kept;
    Forecaster* m_forecaster;
    QAction* m_undo;
    QAction* m_redo;
    std::array<HeroFigure*, 4> m_figures{};
    ChangeChip* m_chip;
    QLabel* m_interval;
    IntervalBar* m_bar;
    QBoxLayout* m_head;
    QBoxLayout* m_sentence;
    QBoxLayout* m_corner;
    QBoxLayout* m_forecast;
    double m_budget = 0;
};

} // namespace waxseal
