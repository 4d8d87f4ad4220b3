// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/items/domaindelegate.h"

#include "model/policy/policy.h"
#include "widgets/items/domaintablemodel.h"
#include "widgets/items/figures.h"
#include "widgets/style/icons.h"
#include "widgets/style/palette.h"
#include "widgets/style/switch.h"
#include "widgets/style/text.h"

#include <QApplication>
#include <QComboBox>
#include <QPainter>
#include <QPainterPath>

#include <utility>

namespace waxseal {

using style::unit;

namespace {

constexpr int margin = unit;
constexpr int chevron = 6;
constexpr int barWidth = 12 * unit; // at most
constexpr int barHeight = 6;
constexpr int pinSize = 14;
constexpr int switchWidth = 28;
constexpr int switchHeight = 16;

void drawText(QPainter* painter, const QRect& rect, const QStyleOptionViewItem& option, const QString& text,
    Qt::Alignment alignment, Qt::TextElideMode elide = Qt::ElideRight)
{
    const QFontMetrics metrics(painter->font());
    // The painter knows the direction of a text, not that of the table.
    painter->drawText(rect,
        static_cast<int>(QStyle::visualAlignment(option.direction, alignment) | Qt::AlignVCenter | Qt::AlignAbsolute)
            | Qt::TextSingleLine,
        style::isolated(metrics.elidedText(text, elide, rect.width())));
}

void drawChevron(QPainter* painter, const QPointF& centre)
{
    QPainterPath path;
    path.moveTo(centre.x() - chevron / 2.0, centre.y() - chevron / 4.0);
    path.lineTo(centre.x(), centre.y() + chevron / 4.0);
    path.lineTo(centre.x() + chevron / 2.0, centre.y() - chevron / 4.0);
    painter->strokePath(path, QPen(painter->pen().color(), 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

void drawExpander(QPainter* painter, const QPointF& centre, bool open, bool mirrored)
{
    QPainterPath path;
    const double across = chevron / 2.0;
    if (open) {
        path.moveTo(centre.x() - across, centre.y() - across / 2);
        path.lineTo(centre.x(), centre.y() + across / 2);
        path.lineTo(centre.x() + across, centre.y() - across / 2);
    } else {
        const double tip = mirrored ? -across / 2 : across / 2;
        path.moveTo(centre.x() - tip, centre.y() - across);
        path.lineTo(centre.x() + tip, centre.y());
        path.lineTo(centre.x() - tip, centre.y() + across);
    }
    painter->strokePath(path, QPen(painter->pen().color(), 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

/** Closing its list without a choice closes the editor with it. */
class RequirementCombo : public QComboBox
{
public:
    RequirementCombo(DomainDelegate* delegate, QWidget* parent)
        : QComboBox(parent)
        , m_delegate(delegate)
    {
    }

    void hidePopup() override
    {
        QComboBox::hidePopup();
        // A choice is told after this.
        QMetaObject::invokeMethod(
            this, [this] { leave(); }, Qt::QueuedConnection);
    }

    void leave()
    {
        // A view that lets go of its editor hides it, and deletes it later: when all rows are new, for one.
        if (!isHidden() && !std::exchange(m_left, true))
            Q_EMIT m_delegate->closeEditor(this, QAbstractItemDelegate::NoHint);
    }

private:
    DomainDelegate* m_delegate;
    bool m_left = false;
};

constexpr const char* chosenProperty = "chosen";
constexpr const char* initialProperty = "initial";

} // namespace

DomainDelegate::DomainDelegate(QObject* parent)
    : QStyledItemDelegate(parent)
{
}

int DomainDelegate::requirementWidth(const QFontMetrics& metrics)
{
    return requirementMargin + switchWidth + unit
        + qMax(metrics.horizontalAdvance(QStringLiteral("encrypt ≥ 1.2")), metrics.averageCharWidth() * 12) + chevron
        + pinSize + unit + unit / 2;
}

QSize DomainDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {10 * unit, option.fontMetrics.height() + static_cast<int>(1.25 * unit)};
}

void DomainDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    // The style draws the row: selection, hover, focus. What stands in it is drawn here.
    QStyleOptionViewItem base = option;
    initStyleOption(&base, index);
    base.text.clear();
    base.features &= ~QStyleOptionViewItem::HasCheckIndicator; // the switch is ours
    // A selected row is tinted, not filled: its figures keep their colours.
    const bool selected = (option.state & QStyle::State_Selected) != 0;
    if (selected) {
        base.state &= ~QStyle::State_Selected;
        base.backgroundBrush = style::selectionColor(option.palette, (option.state & QStyle::State_Active) != 0);
    }
    const QWidget* view = option.widget;
    (view != nullptr ? view->style() : QApplication::style())
        ->drawControl(QStyle::CE_ItemViewItem, &base, painter, view);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(style::lineColor(option.palette));
    painter->drawLine(QPointF(option.rect.left(), option.rect.bottom() + 0.5),
        QPointF(option.rect.right() + 1, option.rect.bottom() + 0.5));
    painter->setFont(option.font);
    painter->setPen(option.palette.color(QPalette::Text));
    switch (index.column()) {
    case DomainTableModel::Require:
        paintRequirement(painter, option, index);
        break;
    case DomainTableModel::Domain:
        paintDomain(painter, option, index);
        break;
    case DomainTableModel::OverTls:
        paintShare(painter, option, index);
        break;
    default:
        paintNumber(painter, option, index);
        break;
    }
    painter->restore();
}

void DomainDelegate::paintRequirement(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QPalette& palette = option.palette;
    const bool own = index.data(DomainTableModel::IsOwnRole).toBool();
    const bool on = index.data(DomainTableModel::IsRequiredRole).toBool();
    const bool isSome = index.data(DomainTableModel::SwitchRole).toInt() == Qt::PartiallyChecked;
    const bool isOrganisation = index.data(DomainTableModel::LevelRole).toInt() == DomainTableModel::Organisation;
    const auto visual = [&](const QRect& rect) { return QStyle::visualRect(option.direction, option.rect, rect); };
    const QRect knobbed(
        option.rect.left() + requirementMargin, option.rect.center().y() - switchHeight / 2, switchWidth, switchHeight);
    // What the default requires of everybody is paler than a choice of its own.
    style::paintSwitch(painter, visual(knobbed), palette,
        isSome    ? style::Switch::Some
            : !on ? style::Switch::Off
            : own ? style::Switch::On
                  : style::Switch::OnByDefault,
        option.direction);
    painter->setFont(option.font);
    painter->setPen(on ? palette.color(QPalette::Text) : style::mutedText(palette));
    const QRect level(knobbed.right() + unit, option.rect.top(),
        option.rect.right() - knobbed.right() - 2 * unit - chevron - pinSize, option.rect.height());
    const QString word = index.data().toString();
    drawText(painter, visual(level), option, word, Qt::AlignLeading);
    const int wide = qMin(level.width(), QFontMetrics(option.font).horizontalAdvance(word));
    QColor faint = painter->pen().color();
    faint.setAlphaF(0.7F);
    painter->setPen(faint);
    if (index.data(DomainTableModel::IsPinnedRole).toBool()) {
        const QRect place(option.rect.right() - pinSize - 2, option.rect.center().y() - pinSize / 2, pinSize, pinSize);
        style::themedIcon(QStringLiteral("pin")).paint(painter, visual(place));
    }
    if (isOrganisation)
        return; // the levels are its domains'
    const QRect arrow(level.left() + wide + unit / 2, level.top(), chevron + 2, level.height());
    drawChevron(painter, QPointF(visual(arrow).center()) + QPointF(0.5, 1));
}

DomainDelegate::Part DomainDelegate::partAt(const QRect& cell, const QPoint& position, Qt::LayoutDirection layout)
{
    if (!cell.contains(position))
        return Part::None;
    const int along = layout == Qt::RightToLeft ? cell.right() - position.x() : position.x() - cell.left();
    return along < requirementMargin + switchWidth + unit / 2 ? Part::Switch : Part::Level;
}

bool DomainDelegate::editorEvent(QEvent*, QAbstractItemModel*, const QStyleOptionViewItem&, const QModelIndex&)
{
    return false; // the table knows what a click means: for one row, or for all that are selected
}

void DomainDelegate::paintDomain(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto visual = [&](const QRect& place) { return QStyle::visualRect(option.direction, option.rect, place); };
    QRect rect = option.rect.adjusted(margin, 0, -margin / 2, 0); // as in a table from left to right
    const auto* model = qobject_cast<const DomainTableModel*>(index.model());
    if (model != nullptr && model->isByOrganisation()) {
        // Organisations open; what stands below one is set back from it.
        const int level = index.data(DomainTableModel::LevelRole).toInt();
        if (level == DomainTableModel::Organisation) {
            const QRect place(option.rect.left(), option.rect.top(), expanderWidth, option.rect.height());
            drawExpander(painter, QRectF(visual(place)).center(), index.data(DomainTableModel::IsExpandedRole).toBool(),
                option.direction == Qt::RightToLeft);
            QFont bold = option.font;
            bold.setBold(true);
            painter->setFont(bold);
        }
        rect.setLeft(option.rect.left() + expanderWidth + (level == DomainTableModel::Member ? 2 * unit : 0));
    }
    const QString name = index.data().toString();
    if (index.data(DomainTableModel::IsMutedRole).toBool()) {
        const QRect place(rect.right() - pinSize, rect.center().y() - pinSize / 2, pinSize, pinSize);
        style::themedIcon(QStringLiteral("mute"))
            .paint(painter, QStyle::visualRect(option.direction, option.rect, place));
        rect.setRight(place.left() - unit / 2);
    }
    if (index.data(DomainTableModel::NoteRole).isValid()) {
        const QRect place(rect.right() - pinSize, rect.center().y() - pinSize / 2, pinSize, pinSize);
        style::themedIcon(QStringLiteral("note")).paint(painter, visual(place));
        rect.setRight(place.left() - unit / 2);
    }
    if (index.data(DomainTableModel::WithSubdomainsRole).toBool()) {
        const QString more = tr("+ subdomains");
        const QFontMetrics metrics(painter->font());
        const int width = metrics.horizontalAdvance(more);
        const int left = qMin(metrics.horizontalAdvance(name) + unit, rect.width() - width);
        if (left > 6 * unit) {
            painter->setPen(style::mutedText(option.palette));
            drawText(painter, visual(rect.adjusted(left, 0, 0, 0)), option, more, Qt::AlignLeft);
            rect.setWidth(left - unit / 2);
            painter->setPen(option.palette.color(QPalette::Text));
        }
    }
    drawText(painter, visual(rect), option, name, Qt::AlignLeft, Qt::ElideMiddle);
}

void DomainDelegate::paintShare(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QRect rect = option.rect.adjusted(margin, 0, -margin, 0);
    const QVariant share = index.data(DomainTableModel::ShareRole);
    if (!share.isValid())
        painter->setPen(style::mutedText(option.palette));
    drawText(painter, rect, option, index.data().toString(), Qt::AlignRight);
    const int room = rect.width() - QFontMetrics(painter->font()).horizontalAdvance(QStringLiteral("100.0 %")) - unit;
    if (!share.isValid() || room < 2 * unit)
        return;
    const bool mirrored = option.direction == Qt::RightToLeft;
    const double wide = qMin(room, barWidth);
    const QRectF track(
        mirrored ? rect.right() + 1 - wide : rect.left(), rect.center().y() - barHeight / 2.0 + 0.5, wide, barHeight);
    painter->setPen(Qt::NoPen);
    painter->setBrush(style::trackColor(option.palette));
    painter->drawRoundedRect(track, barHeight / 2.0, barHeight / 2.0);
    // Clipped, so that a short bar keeps the round end of the long one.
    QPainterPath clip;
    clip.addRoundedRect(track, barHeight / 2.0, barHeight / 2.0);
    painter->setClipPath(clip);
    QRectF bar = track;
    if (mirrored)
        bar.setLeft(track.right() - track.width() * share.toDouble());
    else
        bar.setWidth(track.width() * share.toDouble());
    painter->fillRect(bar, style::color(style::Role::Accepted, option.palette));
    painter->setClipping(false);
}

void DomainDelegate::paintNumber(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int column = index.column();
    QFont font = option.font;
    if (column == DomainTableModel::Loses || column == DomainTableModel::Spam) {
        const bool some = index.data(DomainTableModel::SortRole).toDouble() > 0;
        const bool price = index.data(DomainTableModel::IsPriceRole).toBool();
        const bool isLoss = some && !price && column == DomainTableModel::Loses;
        painter->setPen(
            isLoss ? style::textColor(style::Role::LostLegitimate, option.palette) : style::mutedText(option.palette));
        font.setBold(isLoss);
    } else if (column != DomainTableModel::Messages) {
        painter->setPen(style::mutedText(option.palette));
    }
    painter->setFont(font);
    const auto alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()) & Qt::AlignHorizontal_Mask;
    drawText(painter, option.rect.adjusted(margin, 0, -margin, 0), option, index.data().toString(), alignment);
}

QWidget* DomainDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const
{
    auto* self = const_cast<DomainDelegate*>(this); // signals of a delegate are not const
    auto* combo = new RequirementCombo(self, parent);
    combo->setObjectName(QStringLiteral("requirementEditor"));
    combo->setAccessibleName(
        tr("Requirement for %1").arg(index.siblingAtColumn(DomainTableModel::Domain).data().toString()));
    combo->setMaxVisibleItems(20);
    for (const Requirement& requirement : requirements(m_direction))
        combo->addItem(figures::requirement(requirement), QString::fromStdString(requirement.text()));
    combo->insertSeparator(combo->count());
    //: No row of its own for this domain: what is required of all by default counts.
    combo->addItem(tr("default"), QString());
    connect(combo, &QComboBox::activated, self, [self, combo] {
        combo->setProperty(chosenProperty, true);
        Q_EMIT self->commitData(combo);
        combo->leave();
    });
    return combo;
}

bool DomainDelegate::isChosen(const QComboBox& editor)
{
    return editor.property(chosenProperty).toBool()
        || editor.currentIndex() != editor.property(initialProperty).toInt();
}

void DomainDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    auto* combo = qobject_cast<QComboBox*>(editor);
    // Figures may change while it is open; the choice stays the user's.
    if (combo == nullptr || combo->property(initialProperty).isValid())
        return;
    combo->setCurrentIndex(combo->findData(index.data(Qt::EditRole).toString()));
    combo->setProperty(initialProperty, combo->currentIndex());
}

void DomainDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const
{
    if (const auto* combo = qobject_cast<QComboBox*>(editor); combo != nullptr && isChosen(*combo))
        model->setData(index, combo->currentData(), Qt::EditRole);
}

} // namespace waxseal
