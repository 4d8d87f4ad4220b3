// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/items/domaintable.h"

#include "widgets/controls/plainheader.h"
#include "widgets/items/domaindelegate.h"
#include "widgets/items/domaintablemodel.h"
#include "widgets/items/tablemenus.h"

#include <QComboBox>
#include <QDateTime>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPointer>
#include <QResizeEvent>
#include <QScopedValueRollback>
#include <QTimer>

#include <algorithm>
#include <array>

namespace waxseal {

using Column = DomainTableModel::Column;

namespace {

/** A column that a narrow table does without, while names have less room than this. */
struct GivingWay
{
    Column column;
    int characters; ///< of a name
};

constexpr std::array givingWay{// in this order
    GivingWay{Column::Spam, 26}, GivingWay{Column::AtMost, 26}, GivingWay{Column::Evidence, 18},
    GivingWay{Column::OverTls, 18}};

} // namespace

DomainTable::DomainTable(DomainTableModel* model, QWidget* parent)
    : QTableView(parent)
    , m_model(model)
    , m_delegate(new DomainDelegate(this))
    , m_header(new PlainHeader(this))
{
    setHorizontalHeader(m_header);
    m_header->setSectionsClickable(true);
    m_header->setLeadingMargin(Column::Require, DomainDelegate::requirementMargin);
    setObjectName(QStringLiteral("domainTable"));
    setAccessibleName(tr("Domains"));
    setModel(model);
    setItemDelegate(m_delegate);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers); // opened by key and click below, from any column
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false); // Tab leaves the table, as in a form
    setCornerButtonEnabled(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setContextMenuPolicy(Qt::CustomContextMenu);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);

    QHeaderView* header = horizontalHeader();
    header->setObjectName(QStringLiteral("domainTableHeader"));
    header->setSectionsMovable(true);
    header->setSortIndicatorShown(true);
    header->setStretchLastSection(false);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    QMenu* columns = makeColumnMenu(this, this);
    connect(header, &QWidget::customContextMenuRequested, this, [this, columns](const QPoint& position) {
        columns->popup(horizontalHeader()->viewport()->mapToGlobal(position));
    });
    resetColumns();
    header->setSortIndicator(Column::Messages, Qt::DescendingOrder);
    setSortingEnabled(true);
    updateRowHeight();
    connect(model, &DomainTableModel::liveTestsChanged, this, &DomainTable::showUsed);
    connect(model, &DomainTableModel::keptChanged, this, &DomainTable::showUsed);
    connect(header, &QHeaderView::sectionClicked, this, [this] { m_sortedByHand = true; });
    connect(header, &QHeaderView::sectionResized, this, [this](int column) {
        // By hand: the border is dragged, or clicked twice. The stretched column changes with every other one.
        if (!m_fitting && m_isHeaderPressed && column != Column::Domain)
            m_fits = false;
    });
    header->viewport()->installEventFilter(this);
}

bool DomainTable::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_header->viewport()) {
        if (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick)
            m_isHeaderPressed = true;
        else if (event->type() == QEvent::MouseButtonRelease)
            m_isHeaderPressed = false;
    }
    return QTableView::eventFilter(watched, event);
}

/** Columns that have nothing to say are not there. */
void DomainTable::showUsed()
{
    for (const int column : {Column::LiveTest, Column::Kept})
        setColumnHidden(column, !m_model->isUsed(column));
    fitColumns();
}

void DomainTable::resetColumns()
{
    QHeaderView* header = horizontalHeader();
    for (int column = 0; column < Column::ColumnCount; ++column) {
        header->moveSection(header->visualIndex(column), column);
        header->setSectionResizeMode(column, QHeaderView::Interactive);
        setColumnHidden(column, !m_model->isUsed(column));
    }
    header->setMinimumSectionSize(40);
    header->setSectionResizeMode(Column::Domain, QHeaderView::Stretch);
    m_fits = true;
    m_asked = 0;
    fitColumns();
}

/** Shares the width: the numbers get what they need, names the most of the rest; in a narrow table the TLS share does
 * without its bar. */
void DomainTable::fitColumns()
{
    if (!m_fits || m_fitting)
        return;
    const QScopedValueRollback fitting(m_fitting, true);
    QFont bold = font();
    bold.setBold(true);
    const QFontMetrics strong(bold);
    QHeaderView* header = horizontalHeader();
    constexpr int padding = 2 * style::unit; // of a cell
    std::array<int, Column::ColumnCount> widths{};
    const auto fit = [&](int column, const QString& sample, int more = 0) {
        widths[static_cast<std::size_t>(column)]
            = qMax(header->sectionSizeHint(column), strong.horizontalAdvance(sample) + padding + more);
    };
    constexpr int bar = 56;
    widths[Column::Require] = DomainDelegate::requirementWidth(fontMetrics());
    fit(Column::Messages, QStringLiteral("888,888"));
    fit(Column::OverTls, QStringLiteral("99.99 %"), bar);
    fit(Column::Loses, QStringLiteral("+88,888"));
    fit(Column::Kept, QStringLiteral("88,888"));
    fit(Column::Spam, QStringLiteral("+8,888"));
    fit(Column::AtMost, QStringLiteral("≤ 88.8 %"));
    fit(Column::Evidence, QStringLiteral("unknown"));
    fit(Column::LiveTest, QStringLiteral("dane-only"));
    const auto rest = [&] {
        int left = viewport()->width();
        for (int column = 0; column < Column::ColumnCount; ++column)
            left -= isColumnHidden(column) ? 0 : widths[static_cast<std::size_t>(column)];
        return left;
    };
    const int letter = fontMetrics().averageCharWidth();
    const int enough = givingWay.front().characters * letter; // for a name
    for (const auto& [column, characters] : givingWay) {
        if (m_givesWay & (1U << column))
            setColumnHidden(column, false);
    }
    m_givesWay = 0;
    if (rest() < enough)
        fit(Column::OverTls, QStringLiteral("99.99 %"));
    // In a narrow table what tooltips and the details below repeat gives way to the names.
    for (const auto& [column, characters] : givingWay) {
        if (rest() >= characters * letter || isColumnHidden(column) || (m_asked & (1U << column)))
            continue;
        setColumnHidden(column, true);
        m_givesWay |= 1U << column;
    }
    if (const int spare = rest() - 2 * enough; spare > 0) {
        // In a wide table figures must not stand too far from their names.
        for (int& width : widths)
            width += width > 0 ? spare / Column::ColumnCount : 0;
    }
    for (int column = 0; column < Column::ColumnCount; ++column) {
        if (column != Column::Domain && !isColumnHidden(column))
            setColumnWidth(column, widths[static_cast<std::size_t>(column)]);
    }
}

void DomainTable::resizeEvent(QResizeEvent* event)
{
    // Widths that somebody has set hold as long as they leave the names any room.
    if (!m_fits && isCrushed())
        m_fits = true;
    if (event->size().width() != event->oldSize().width())
        fitColumns();
    QTableView::resizeEvent(event);
}

bool DomainTable::isCrushed() const
{
    int left = viewport()->width();
    for (int column = 0; column < Column::ColumnCount; ++column)
        left -= column == Column::Domain || isColumnHidden(column) ? 0 : columnWidth(column);
    return left < 12 * fontMetrics().averageCharWidth();
}

void DomainTable::setColumnShown(int column, bool shown)
{
    setColumnHidden(column, !shown);
    m_asked = shown ? m_asked | (1U << column) : m_asked & ~(1U << column);
    fitColumns();
}

void DomainTable::sortByHand(int column, Qt::SortOrder order)
{
    m_sortedByHand = true;
    sortByColumn(column, order);
}

void DomainTable::sortByDefault(bool isAnythingRequired)
{
    const int column = isAnythingRequired ? Column::Loses : Column::Messages;
    if (m_sortedByHand)
        return;
    sortByColumn(column, Qt::DescendingOrder);
    scrollToTop();
}

QByteArray DomainTable::columnState() const
{
    // What gives way to a narrow window is no choice to be kept.
    QHeaderView* header = horizontalHeader();
    for (const auto& [column, characters] : givingWay) {
        if (m_givesWay & (1U << column))
            header->showSection(column);
    }
    // Widths are kept where somebody has set them; else they follow the window.
    QByteArray state = (m_fits ? QByteArrayLiteral("fit") : QByteArrayLiteral("own")) + header->saveState();
    for (const auto& [column, characters] : givingWay) {
        if (m_givesWay & (1U << column))
            header->hideSection(column);
    }
    return state;
}

void DomainTable::restoreColumnState(const QByteArray& state)
{
    const QByteArray how = state.left(3);
    if ((how != "fit" && how != "own") || !horizontalHeader()->restoreState(state.mid(3)))
        return;
    m_fits = how == "fit";
    const int sorted = horizontalHeader()->sortIndicatorSection();
    m_sortedByHand = sorted != Column::Loses && sorted != Column::Messages;
    horizontalHeader()->setSectionResizeMode(Column::Domain, QHeaderView::Stretch);
    showUsed();
}

void DomainTable::updateRowHeight()
{
    QStyleOptionViewItem option;
    option.initFrom(this);
    option.fontMetrics = fontMetrics();
    verticalHeader()->setDefaultSectionSize(m_delegate->sizeHint(option, {}).height() + 4);
}

void DomainTable::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateRowHeight();
}

QList<int> DomainTable::selectedRows() const
{
    QList<int> rows;
    for (const QItemSelectionRange& range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(row);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

void DomainTable::editRequirement(int row, QKeyEvent* typed)
{
    const QModelIndex index = m_model->index(row, Column::Require);
    if (!index.isValid())
        return;
    if (m_model->isOrganisation(row)) {
        m_model->setExpanded(row, !m_model->isExpanded(row)); // the levels are its domains'
        return;
    }
    scrollTo(index);
    // Selection stays as it is: the choice is for all selected rows when this is one of them.
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    edit(index);
    QPointer<QComboBox> combo = qobject_cast<QComboBox*>(indexWidget(index));
    if (!combo)
        return;
    combo->setFocus();
    const QString letter = typed != nullptr ? typed->text() : QString();
    QTimer::singleShot(0, combo, [combo, letter] {
        combo->showPopup();
        if (!letter.isEmpty())
            combo->view()->keyboardSearch(letter);
    });
}

void DomainTable::keyPressEvent(QKeyEvent* event)
{
    const QModelIndex current = currentIndex();
    const bool plain = (event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == 0;
    if (event->matches(QKeySequence::Delete)) {
        Q_EMIT deleteRequested();
        return;
    }
    if (current.isValid() && plain && state() != EditingState) {
        if (expandByKey(event->key(), current))
            return;
        switch (event->key()) {
        case Qt::Key_Space:
            // In the middle of a searched word a space is a letter, as in every view; domain names have none.
            if (!event->isAutoRepeat())
                Q_EMIT switched(rowsFor(current.row()));
            return;
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_F2:
            editRequirement(current.row());
            return;
        default:
            break;
        }
        const QString text = event->text();
        if (current.column() == Column::Require && !text.isEmpty() && text.front().isLetter()) {
            editRequirement(current.row(), event);
            return;
        }
    }
    QTableView::keyPressEvent(event);
}

bool DomainTable::isOnSwitch(const QPoint& position) const
{
    const QModelIndex index = indexAt(position);
    return index.isValid() && index.column() == Column::Require
        && DomainDelegate::partAt(visualRect(index), position, layoutDirection()) == DomainDelegate::Part::Switch;
}

/** All selected rows when this is one of them, else this one. */
QList<int> DomainTable::rowsFor(int row) const
{
    QList<int> rows = selectedRows();
    return rows.contains(row) ? rows : QList<int>{row};
}

bool DomainTable::pressSwitch(const QMouseEvent& event)
{
    const QPoint position = event.position().toPoint();
    if (event.button() != Qt::LeftButton || event.modifiers() != Qt::NoModifier || !isOnSwitch(position))
        return false;
    // What is selected stays so: the switch of one selected row is that of all.
    const QModelIndex index = indexAt(position);
    const bool isSelected = selectionModel()->isSelected(index);
    selectionModel()->setCurrentIndex(index,
        isSelected ? QItemSelectionModel::SelectionFlags(QItemSelectionModel::NoUpdate)
                   : QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_pressedSwitch = index;
    return true;
}

bool DomainTable::pressExpander(const QMouseEvent& event)
{
    const QModelIndex index = indexAt(event.position().toPoint());
    if (event.button() != Qt::LeftButton || !index.isValid() || index.column() != Column::Domain
        || !m_model->isOrganisation(index.row()))
        return false;
    const QRect cell = visualRect(index);
    const int along = layoutDirection() == Qt::RightToLeft ? cell.right() - event.position().toPoint().x()
                                                           : event.position().toPoint().x() - cell.left();
    if (along > DomainDelegate::expanderWidth)
        return false;
    m_model->setExpanded(index.row(), !m_model->isExpanded(index.row()));
    return true;
}

/** As in a tree: Right opens an organisation, Left closes it or goes up to it. */
bool DomainTable::expandByKey(int key, const QModelIndex& current)
{
    if (!m_model->isByOrganisation() || (key != Qt::Key_Left && key != Qt::Key_Right))
        return false;
    const bool opens = (key == Qt::Key_Right) != (layoutDirection() == Qt::RightToLeft);
    if (m_model->isOrganisation(current.row())) {
        if (opens == m_model->isExpanded(current.row()))
            return false;
        m_model->setExpanded(current.row(), opens);
        return true;
    }
    const int above = opens ? -1 : m_model->organisationRow(current.row());
    if (above < 0)
        return false;
    setCurrentIndex(m_model->index(above, current.column()));
    return true;
}

void DomainTable::mousePressEvent(QMouseEvent* event)
{
    if (!pressExpander(*event) && !pressSwitch(*event))
        QTableView::mousePressEvent(event);
}

void DomainTable::mouseDoubleClickEvent(QMouseEvent* event)
{
    // Two quick clicks are two.
    if (!pressExpander(*event) && !pressSwitch(*event))
        QTableView::mouseDoubleClickEvent(event);
}

void DomainTable::mouseReleaseEvent(QMouseEvent* event)
{
    const QPoint position = event->position().toPoint();
    const QModelIndex index = indexAt(position);
    if (m_pressedSwitch.isValid()) {
        const bool same = index == m_pressedSwitch && isOnSwitch(position);
        m_pressedSwitch = QModelIndex();
        if (same)
            Q_EMIT switched(rowsFor(index.row()));
        return;
    }
    const bool plainClick = event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier;
    const bool here = index.isValid() && index == currentIndex();
    QTableView::mouseReleaseEvent(event);
    if (plainClick && here && index.column() == Column::Require && selectedRows().size() == 1)
        editRequirement(index.row());
}

void DomainTable::commitData(QWidget* editor)
{
    const auto* combo = qobject_cast<QComboBox*>(editor);
    if (combo == nullptr) {
        QTableView::commitData(editor);
        return;
    }
    if (!DomainDelegate::isChosen(*combo))
        return; // looked at and left
    Q_EMIT requirementChosen(rowsFor(currentIndex().row()), combo->currentData().toString());
}

void DomainTable::keyboardSearch(const QString& search)
{
    constexpr qint64 pause = 1000; // ms, after which a new word begins
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const bool goesOn = now - m_typedAt < pause && !m_typed.isEmpty();
    m_typed = goesOn ? m_typed + search : search;
    m_typedAt = now;
    const int start = currentIndex().isValid() ? currentIndex().row() + (goesOn ? 0 : 1) : 0;
    const int row = m_model->findPrefix(m_typed, qMax(0, start));
    if (row >= 0)
        setCurrentIndex(m_model->index(row, currentIndex().isValid() ? currentIndex().column() : Column::Domain));
}

} // namespace waxseal
