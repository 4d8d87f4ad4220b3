// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/tester/resulttree.h"

#include "widgets/style/palette.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QStyledItemDelegate>

#include <algorithm>

namespace waxseal {

using namespace Qt::StringLiterals;
using style::unit;

namespace {

constexpr int wrapped = Qt::TextWordWrap | Qt::TextWrapAnywhere; // names and addresses have no spaces

/** Lets what is said of a check run over several lines, and gives problems their colour. */
class ResultDelegate : public QStyledItemDelegate
{
public:
    explicit ResultDelegate(ResultTree* tree)
        : QStyledItemDelegate(tree)
        , m_tree(tree)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem& given, const QModelIndex& index) const override
    {
        QStyleOptionViewItem option(given);
        initStyleOption(&option, index);
        const int least = option.fontMetrics.height() + unit / 2;
        if (index.column() != 0) {
            // As wide as it would like; as high as it is in the room that it has.
            const int wide = option.fontMetrics.horizontalAdvance(option.text) + 2 * unit;
            const int room = std::max(m_tree->columnWidth(index.column()) - unit, 8 * unit);
            const QRect needed = option.fontMetrics.boundingRect(QRect(0, 0, room, 10'000), wrapped, option.text);
            return {wide, wide <= room + unit ? least : std::max(needed.height() + unit / 2, least)};
        }
        int depth = 1;
        for (QModelIndex above = index.parent(); above.isValid(); above = above.parent())
            ++depth;
        const int room
            = m_tree->columnWidth(0) - depth * m_tree->indentation() - option.decorationSize.width() - 2 * unit;
        const QRect needed
            = option.fontMetrics.boundingRect(QRect(0, 0, std::max(room, 12 * unit), 10'000), wrapped, option.text);
        return {needed.width(), std::max(needed.height() + unit / 2, least)};
    }

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const auto mark = static_cast<ResultModel::Mark>(index.siblingAtColumn(0).data(ResultModel::markRole).toInt());
        option->displayAlignment = Qt::AlignTop | (index.column() == 0 ? Qt::AlignLeft : Qt::AlignRight);
        option->decorationAlignment = Qt::AlignTop;
        option->features |= QStyleOptionViewItem::WrapText;
        QColor ink;
        if (mark == ResultModel::Mark::Bad)
            ink = style::textColor(style::Role::LostLegitimate, option->palette);
        else if (index.column() != 0 || mark == ResultModel::Mark::Busy)
            ink = style::mutedText(option->palette);
        if (ink.isValid())
            option->palette.setColor(QPalette::Text, ink);
    }

private:
    ResultTree* m_tree;
};

} // namespace

ResultTree::ResultTree(QWidget* parent)
    : QTreeView(parent)
    , m_model(new ResultModel(this))
{
    setObjectName(u"resultTree"_s);
    setAccessibleName(tr("What the test found"));
    setModel(m_model);
    setItemDelegate(new ResultDelegate(this));
    setHeaderHidden(true);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(ResultModel::What, QHeaderView::Stretch);
    header()->setSectionResizeMode(ResultModel::Detail, QHeaderView::Fixed);
    setIconSize({2 * unit, 2 * unit});
    setIndentation(2 * unit);
    setWordWrap(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    connect(m_model, &QAbstractItemModel::modelReset, this, &QTreeView::expandAll);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &QTreeView::expand);
    m_fitting.setSingleShot(true); // many rows come at once while a test runs
    m_fitting.setInterval(0);
    connect(&m_fitting, &QTimer::timeout, this, &ResultTree::fitColumns);
    connect(m_model, &QAbstractItemModel::modelReset, &m_fitting, qOverload<>(&QTimer::start));
    connect(m_model, &QAbstractItemModel::rowsInserted, &m_fitting, qOverload<>(&QTimer::start));
    connect(m_model, &QAbstractItemModel::dataChanged, &m_fitting, qOverload<>(&QTimer::start));
}

/** The values get what they need, and never so much that the findings beside them are squeezed. */
void ResultTree::fitColumns()
{
    int needed = 0;
    const auto look = [&](const auto& self, const QModelIndex& parent) -> void {
        for (int row = 0; row < m_model->rowCount(parent); ++row) {
            const QModelIndex index = m_model->index(row, ResultModel::Detail, parent);
            needed = std::max(needed, fontMetrics().horizontalAdvance(index.data().toString()) + 2 * unit);
            self(self, index.siblingAtColumn(0));
        }
    };
    look(look, {});
    const int most = viewport()->width() * 2 / 5;
    header()->resizeSection(ResultModel::Detail, std::max(std::min(needed, most), 8 * unit));
    scheduleDelayedItemsLayout(); // lines break elsewhere now
}

void ResultTree::resizeEvent(QResizeEvent* event)
{
    QTreeView::resizeEvent(event);
    fitColumns();
}

void ResultTree::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        QApplication::clipboard()->setText(text());
    else
        QTreeView::keyPressEvent(event);
}

} // namespace waxseal
