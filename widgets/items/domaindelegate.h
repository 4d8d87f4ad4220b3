// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/words.h"

#include <QStyledItemDelegate>

class QComboBox;

namespace waxseal {

/** Draws the table of domains: the requirement as a pill, the TLS share as a bar, loss in its colour. Edits the
 * requirement in place. */
class DomainDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit DomainDelegate(QObject* parent = nullptr);

    void setDirection(Direction direction) { m_direction = direction; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;

    /** Whether the user has made a choice in the editor, and not only opened it. */
    static bool isChosen(const QComboBox& editor);

    /** Where the word in the pill begins. */
    static constexpr int requirementMargin = 12;
    /** Width that the pill needs for the longest requirement of this direction. */
    static int requirementWidth(const QFontMetrics& metrics);

private:
    void paintRequirement(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintShare(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintDomain(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintNumber(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;

    Direction m_direction = Direction::Inbound;
};

} // namespace waxseal
