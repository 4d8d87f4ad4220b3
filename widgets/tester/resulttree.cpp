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
        if (index.column() != 0)
            return {QStyledItemDelegate::sizeHint(given, index).width() + unit, least};
        int depth = 1;
        for (QModelIndex above = index.parent(); above.isValid(); above = above.parent())
            ++depth;
        const int room
            = m_tree->columnWidth(0) - depth * m_tree->indentation() - option.decorationSize.width() - 2 * unit;
        const QRect needed = option.fontMetrics.boundingRect(
            QRect(0, 0, std::max(room, 12 * unit), 10'000), Qt::TextWordWrap, option.text);
        return {needed.width(), std::max(needed.height() + unit / 2, least)};
    }

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const auto mark = static_cast<ResultModel::Mark>(index.siblingAtColumn(0).data(ResultModel::markRole).toInt());
        option->displayAlignment = Qt::AlignTop | (index.column() == 0 ? Qt::AlignLeft : Qt::AlignRight);
        option->decorationAlignment = Qt::AlignTop;
        if (index.column() == 0)
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
    header()->setSectionResizeMode(ResultModel::Detail, QHeaderView::ResizeToContents);
    header()->setResizeContentsPrecision(-1);
    setIconSize({2 * unit, 2 * unit});
    setIndentation(2 * unit);
    setWordWrap(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    connect(m_model, &QAbstractItemModel::modelReset, this, &QTreeView::expandAll);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &QTreeView::expand);
}

void ResultTree::resizeEvent(QResizeEvent* event)
{
    QTreeView::resizeEvent(event);
    scheduleDelayedItemsLayout(); // lines break elsewhere now
}

void ResultTree::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        QApplication::clipboard()->setText(text());
    else
        QTreeView::keyPressEvent(event);
}

} // namespace waxseal
