// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractTableModel>
#include <QStringList>
#include <QTableView>
#include <QVariant>

#include <vector>

namespace waxseal {

/** A small table of figures that are ready to be shown: words at the left, numbers at the right. */
class FigureTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    struct Cell
    {
        QString text;
        QVariant raw; ///< Qt::UserRole; a number makes the cell stand at the right
        QString hint; ///< tooltip, plain text
        bool strong = false;
        bool muted = false;
        QString key = {}; ///< of what the row leads to; empty: nowhere
    };
    static constexpr int keyRole = Qt::UserRole + 1;
    using Row = std::vector<Cell>;

    explicit FigureTable(QObject* parent = nullptr);

    static Cell words(const QString& text, const QString& hint = {});
    static Cell number(std::uint64_t value);
    static Cell share(std::uint64_t part, std::uint64_t whole);

    /** `numeric`: columns whose header stands at the right. */
    void setContents(const QStringList& headers, const QList<int>& numeric, std::vector<Row> rows);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QStringList m_headers;
    QList<int> m_numeric;
    std::vector<Row> m_rows;
};

/** Shows a FigureTable in a page that scrolls as a whole: as high as its rows, without a frame; Ctrl+C copies the
 * selection. */
class FigureView : public QTableView
{
    Q_OBJECT
public:
    explicit FigureView(FigureTable* model, const QString& accessibleName, QWidget* parent = nullptr);

    /** The column that takes the room left over; its text is cut in the middle. */
    void setWideColumn(int column);
    /** What the row leads to; empty: nothing. */
    QString keyOf(const QModelIndex& index) const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    void copySelection() const; ///< as Ctrl+C

Q_SIGNALS:
    /** Enter or a double click on a row that leads somewhere. */
    void rowActivated(const QString& key);
    /** A right click, or the menu key. */
    void rowMenuRequested(const QString& key, const QPoint& globalPosition);

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fitColumns();
    void restyle();

    int m_wide = 0;
};

} // namespace waxseal
