// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/controls/plaintable.h"

#include "widgets/controls/plainheader.h"
#include "widgets/controls/roomydelegate.h"

#include <QTableView>

namespace waxseal {

void makePlain(QTableView* view)
{
    view->setHorizontalHeader(new PlainHeader(view));
    view->setItemDelegate(new RoomyDelegate(view));
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setShowGrid(false);
    view->setWordWrap(false);
    view->setTabKeyNavigation(false);
    view->setCornerButtonEnabled(false);
    view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->verticalHeader()->hide();
    view->verticalHeader()->setDefaultSectionSize(view->fontMetrics().height() + style::unit);
    view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
}

} // namespace waxseal
