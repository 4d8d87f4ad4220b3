// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/pages/figuretable.h"

#include "widgets/controls/plainheader.h"
#include "widgets/controls/roomydelegate.h"
#include "widgets/style/numbers.h"
#include "widgets/style/palette.h"
#include "widgets/style/text.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>
#include <QStyle>
#include <QWheelEvent>

#include <algorithm>

namespace waxseal {

using namespace Qt::StringLiterals;

FigureTable::FigureTable(QObject* parent)
    : QAbstractTableModel(parent)
{
}

FigureTable::Cell FigureTable::words(const QString& text, const QString& hint)
{
    return {text, {}, hint};
}

FigureTable::Cell FigureTable::number(std::uint64_t value)
{
    return {style::count(value), static_cast<qulonglong>(value), {}, false, value == 0};
}

FigureTable::Cell FigureTable::share(std::uint64_t part, std::uint64_t whole)
{
    const double raw = whole == 0 ? -1 : static_cast<double>(part) / static_cast<double>(whole);
    return {style::percent(part, whole), raw, {}, false, part == 0};
}

void FigureTable::setContents(const QStringList& headers, const QList<int>& numeric, std::vector<Row> rows)
{
    beginResetModel();
    m_headers = headers;
    m_numeric = numeric;
    m_rows = std::move(rows);
    endResetModel();
}

int FigureTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int FigureTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_headers.size());
}

QVariant FigureTable::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    if (static_cast<std::size_t>(index.column()) >= row.size())
        return {};
    const Cell& cell = row[static_cast<std::size_t>(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return cell.text;
    case keyRole:
        return cell.key;
    case Qt::UserRole:
        return cell.raw.isValid() ? cell.raw : QVariant(cell.text);
    case Qt::ToolTipRole:
        return style::toolTip(cell.hint);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment((cell.raw.isValid() ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter));
    case Qt::FontRole:
        if (cell.strong) {
            QFont font = QApplication::font();
            font.setWeight(QFont::DemiBold);
            return font;
        }
        return {};
    case Qt::ForegroundRole:
        return cell.muted ? QVariant(style::mutedText(QApplication::palette())) : QVariant();
    default:
        return {};
    }
}

QVariant FigureTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_headers.size())
        return {};
    if (role == Qt::DisplayRole)
        return m_headers[section];
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((m_numeric.contains(section) ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter));
    return {};
}

FigureView::FigureView(FigureTable* model, const QString& accessibleName, QWidget* parent)
    : QTableView(parent)
{
    auto* header = new PlainHeader(this);
    header->setLeadingMargin(0, style()->pixelMetric(QStyle::PM_FocusFrameHMargin) + 1);
    setHorizontalHeader(header);
    auto* delegate = new RoomyDelegate(this);
    delegate->setFlush(true);
    setItemDelegate(delegate);
    setModel(model);
    setAccessibleName(accessibleName);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTextElideMode(Qt::ElideMiddle);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    verticalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setMinimumSectionSize(40);
    restyle();
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        fitColumns();
        updateGeometry();
    });
    fitColumns();
    connect(this, &QAbstractItemView::activated, this, [this](const QModelIndex& index) {
        if (const QString key = keyOf(index); !key.isEmpty())
            Q_EMIT rowActivated(key);
    });
}

QString FigureView::keyOf(const QModelIndex& index) const
{
    return index.siblingAtColumn(0).data(FigureTable::keyRole).toString();
}

void FigureView::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    const QString key = index.isValid() ? keyOf(index) : QString();
    if (key.isEmpty())
        return QTableView::contextMenuEvent(event);
    Q_EMIT rowMenuRequested(key, byKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos());
}

void FigureView::restyle()
{
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + style::unit + 2);
}

void FigureView::setWideColumn(int column)
{
    m_wide = column;
    fitColumns();
}

void FigureView::fitColumns()
{
    const int columns = model()->columnCount();
    if (columns == 0)
        return;
    int others = 0;
    for (int column = 0; column < columns; ++column) {
        if (column == m_wide)
            continue;
        const int width
            = std::max(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column)) + style::unit;
        setColumnWidth(column, width);
        others += width;
    }
    setColumnWidth(m_wide, std::max(viewport()->width() - others, 80));
}

QSize FigureView::sizeHint() const
{
    return {360,
        horizontalHeader()->sizeHint().height() + model()->rowCount() * verticalHeader()->defaultSectionSize() + 2};
}

QSize FigureView::minimumSizeHint() const
{
    return {240, sizeHint().height()};
}

void FigureView::wheelEvent(QWheelEvent* event)
{
    event->ignore(); // the page scrolls
}

void FigureView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        copySelection();
    else
        QTableView::keyPressEvent(event);
}

void FigureView::copySelection() const
{
    QStringList lines;
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    for (const QModelIndex& row : std::as_const(rows)) {
        QStringList cells;
        for (int column = 0; column < model()->columnCount(); ++column)
            cells.append(row.siblingAtColumn(column).data().toString().replace(u'\t', u' '));
        lines.append(cells.join(u'\t'));
    }
    QApplication::clipboard()->setText(lines.join(u'\n'));
}

void FigureView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void FigureView::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        restyle();
        fitColumns();
        updateGeometry();
    }
}

} // namespace waxseal
