// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPalette>
#include <QWidget>

#include <functional>

class QAction;
class QCustomPlot;
class QHBoxLayout;
class QLabel;
class QMenu;
class QStackedLayout;
class QTableView;
class QToolButton;

namespace waxseal {

class ChartTable;

/**
 * What every chart can do, whatever it draws: a title, a menu (save, copy, show as table), a table twin, colours that
 * follow the palette, a highlight moved by mouse or arrow keys, and figures told to screen readers.
 */
class Chart : public QWidget
{
    Q_OBJECT
public:
    ~Chart() override;

    QString title() const { return m_title; }
    void setTitle(const QString& title);

    /** Pictures are drawn dark on light whatever the window's palette, with title and legend. False when the file
     * cannot be written. */
    bool savePng(const QString& path);
    bool savePdf(const QString& path);
    bool saveCsv(const QString& path) const;
    QString csv() const;
    /** The chart as it would be saved. */
    QPixmap picture(double scale = 1.0);

    /** What a picture says below its title beside the chart's unit: what it was made of. Asked when it is drawn. */
    void setPictureNotes(std::function<QStringList()> notes) { m_notes = std::move(notes); }

    QStringList pictureNotes() const;

    /** The twin; owned by the chart. */
    ChartTable* table() const { return m_table; }
    bool isTableShown() const;
    void setTableShown(bool shown);

    /** The highlighted item (a bar, a point): −1 for none. */
    int highlighted() const { return m_highlighted; }
    void setHighlighted(int item);
    virtual int itemCount() const = 0;
    /** An item in words: what the tooltip and the screen reader say. */
    virtual QString itemText(int item) const = 0;

    /** Save as PNG, PDF, CSV; copy picture, numbers; show as table. */
    QMenu* menu() const { return m_menu; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    /** Its items lead somewhere: a click or Enter says so. */
    void setActivatable(bool activatable);

Q_SIGNALS:
    void highlightChanged(int item);
    void itemActivated(int item);

protected:
    explicit Chart(QWidget* parent);

    QCustomPlot* plot() const { return m_plot; }
    /** A small control at the right of the title. */
    void addHeaderWidget(QWidget* widget);
    /** Says that there is nothing to draw, in place of axes and a grid of nothing. */
    void setNothing(bool nothing);
    /** Redraws soon; many calls make one drawing. */
    void scheduleReplot();
    /** The figures in words, for screen readers; followed by the highlighted item. */
    void setSummary(const QString& summary);
    /** Colours everything the subclass has put into the plot. Called at least once before the first drawing. */
    virtual void retint(const QPalette& palette, const QColor& background) = 0;
    /** Where to highlight: the subclass moves its own mark. −1: take it away. */
    virtual void showHighlight(int item) = 0;
    virtual int itemAt(const QPoint& position) const = 0;
    /** A point of the item in the plot's coordinates, for the tooltip. */
    virtual QPoint itemPosition(int item) const = 0;
    /** Items stand below each other: Up and Down move the highlight as well. */
    virtual bool isVertical() const { return false; }
    /** What its figures are: "messages a day". */
    virtual QString unitText() const { return {}; }
    /** The layout has been computed: the axis rectangle may have a new size. */
    virtual void plotResized() { }
    /** A picture that leaves the window is about to be drawn, or has been. */
    virtual void setForPicture(bool) { }

    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildMenu();
    void applyPalette();
    void applyTint(const QPalette& palette, const QColor& background);
    void refreshPixelRatio();
    void tellAssistiveTools();
    void showHighlightTip();
    void placeMessage();
    void askWhereToSave(const QString& suffix, const QString& filter, bool (Chart::*save)(const QString&));
    bool saveCsvTo(const QString& path) { return saveCsv(path); }
    template <typename Work>
    auto asPicture(Work work);

    QString m_title;
    QString m_summary;
    std::function<QStringList()> m_notes;
    QLabel* m_titleLabel = nullptr;
    QLabel* m_message = nullptr;
    QHBoxLayout* m_header = nullptr;
    QToolButton* m_menuButton = nullptr;
    QMenu* m_menu = nullptr;
    QAction* m_tableAction = nullptr;
    QStackedLayout* m_stack = nullptr;
    QCustomPlot* m_plot = nullptr;
    QTableView* m_tableView = nullptr;
    QLabel* m_nothing = nullptr;
    ChartTable* m_table = nullptr;
    int m_highlighted = -1;
    int m_pressedItem = -1;
    bool m_isActivatable = false;
    bool m_isNothing = false;
    bool m_tinted = false;
    bool m_screenWatched = false;
};

} // namespace waxseal
