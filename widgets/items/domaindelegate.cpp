// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/items/domaindelegate.h"

#include "model/policy/policy.h"
#include "widgets/items/domaintablemodel.h"
#include "widgets/items/figures.h"
#include "widgets/style/palette.h"

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

void drawText(QPainter* painter, const QRect& rect, const QStyleOptionViewItem& option, const QString& text,
    Qt::Alignment alignment, Qt::TextElideMode elide = Qt::ElideRight)
{
    const QFontMetrics metrics(painter->font());
    painter->drawText(rect, static_cast<int>(alignment | Qt::AlignVCenter) | Qt::TextSingleLine,
        metrics.elidedText(text, elide, rect.width()));
    Q_UNUSED(option)
}

void drawChevron(QPainter* painter, const QPointF& centre)
{
    QPainterPath path;
    path.moveTo(centre.x() - chevron / 2.0, centre.y() - chevron / 4.0);
    path.lineTo(centre.x(), centre.y() + chevron / 4.0);
    path.lineTo(centre.x() + chevron / 2.0, centre.y() - chevron / 4.0);
    painter->strokePath(path, QPen(painter->pen().color(), 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
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
        if (!std::exchange(m_left, true))
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
    QFont bold = QApplication::font();
    bold.setBold(true);
    const QFontMetrics wide(bold);
    return qMax(wide.horizontalAdvance(QStringLiteral("encrypt ≥ 1.2")), metrics.averageCharWidth() * 12) + 2 * margin
        + chevron + 2 * unit;
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
    const bool off = index.data(DomainTableModel::IsPriceRole).toBool();
    const QRect pill = option.rect.adjusted(unit / 2, 3, -unit / 2, -4);
    if (!off) {
        const QColor accent = style::color(style::Role::Accepted, palette);
        painter->setPen(Qt::NoPen);
        painter->setBrush(style::mix(palette.color(QPalette::Base), accent, own ? 0.18 : 0.08));
        painter->drawRoundedRect(pill, unit / 2.0, unit / 2.0);
    }
    QFont font = option.font;
    font.setBold(!off && own);
    painter->setFont(font);
    painter->setPen(off ? style::mutedText(palette)
                        : (own ? style::textColor(style::Role::Accepted, palette) : palette.color(QPalette::Text)));
    const QRect text = pill.adjusted(requirementMargin - unit / 2, 0, -unit - chevron - 2, 0);
    drawText(painter, text, option, index.data().toString(), Qt::AlignLeft);
    QColor faint = painter->pen().color();
    faint.setAlphaF(0.6F);
    painter->setPen(faint);
    drawChevron(painter, QPointF(pill.right() - unit - chevron / 2.0 + 2, pill.center().y() + 1));
}

void DomainDelegate::paintDomain(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QRect rect = option.rect.adjusted(margin, 0, -margin / 2, 0);
    const QString name = index.data().toString();
    if (index.data(DomainTableModel::WithSubdomainsRole).toBool()) {
        const QString more = tr("+ subdomains");
        const QFontMetrics metrics(painter->font());
        const int width = metrics.horizontalAdvance(more);
        const int left = qMin(metrics.horizontalAdvance(name) + unit, rect.width() - width);
        if (left > 6 * unit) {
            painter->setPen(style::mutedText(option.palette));
            drawText(painter, rect.adjusted(left, 0, 0, 0), option, more, Qt::AlignLeft);
            rect.setWidth(left - unit / 2);
            painter->setPen(option.palette.color(QPalette::Text));
        }
    }
    drawText(painter, rect, option, name, Qt::AlignLeft, Qt::ElideMiddle);
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
    const QRectF track(rect.left(), rect.center().y() - barHeight / 2.0 + 0.5, qMin(room, barWidth), barHeight);
    painter->setPen(Qt::NoPen);
    painter->setBrush(style::trackColor(option.palette));
    painter->drawRoundedRect(track, barHeight / 2.0, barHeight / 2.0);
    // Clipped, so that a short bar keeps the round end of the long one.
    QPainterPath clip;
    clip.addRoundedRect(track, barHeight / 2.0, barHeight / 2.0);
    painter->setClipPath(clip);
    QRectF bar = track;
    bar.setWidth(track.width() * share.toDouble());
    painter->fillRect(bar, style::color(style::Role::Accepted, option.palette));
    painter->setClipping(false);
}

void DomainDelegate::paintNumber(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int column = index.column();
    QFont font = option.font;
    if (column == DomainTableModel::WouldLose || column == DomainTableModel::OfItSpam) {
        const bool some = index.data(DomainTableModel::SortRole).toDouble() > 0;
        const bool price = index.data(DomainTableModel::IsPriceRole).toBool();
        const bool wanted
            = column == DomainTableModel::WouldLose && index.data(DomainTableModel::WantedLossRole).toBool();
        if (!some || (price && !wanted))
            painter->setPen(style::mutedText(option.palette));
        else if (wanted)
            painter->setPen(style::textColor(style::Role::LostLegitimate, option.palette));
        if (wanted && price) {
            QColor faint = style::mix(painter->pen().color(), option.palette.color(QPalette::Base), 0.25);
            painter->setPen(faint);
        }
        font.setBold(wanted && !price);
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
