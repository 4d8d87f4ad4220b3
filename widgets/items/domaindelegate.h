// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/words.h"

#include <QStyledItemDelegate>

class QComboBox;

namespace waxseal {

/** Draws the table of domains: the requirement as a switch with its level beside it, the TLS share as a bar, loss in
 * its colour. Edits the level in place. */
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

    /** What a click in the first column meets. */
    enum class Part
    {
        None,
        Switch,
        Level
    };
    static Part partAt(const QRect& cell, const QPoint& position, Qt::LayoutDirection layout);

    /** Room at the beginning of a name for what opens an organisation. */
    static constexpr int expanderWidth = 22;

    /** Where the switch begins. */
    static constexpr int requirementMargin = 12;
    /** Width that switch and level need for the longest requirement. */
    static int requirementWidth(const QFontMetrics& metrics);

    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
        const QModelIndex& index) override;

private:
    void paintRequirement(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintShare(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintDomain(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintNumber(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;

    Direction m_direction = Direction::Inbound;
};

} // namespace waxseal
