// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/tester/deliverytable.h"

#include "widgets/controls/plainheader.h"
#include "widgets/style/icons.h"
#include "widgets/style/palette.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace waxseal {

using namespace Qt::StringLiterals;
using style::unit;

namespace {

QString fromView(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/** The outcome as a tinted label with a sign, so that colour does not speak alone; the rest with air around it. */
class DeliveryDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QString text = index.data().toString();
        const QFontMetrics metrics(fontOf(option, index.column()));
        const int least = metrics.height() + unit + unit / 2;
        if (index.column() == DeliveryTable::Outcome)
            return {metrics.height() + metrics.horizontalAdvance(text) + 3 * unit, least};
        if (index.column() == DeliveryTable::Level)
            return {metrics.horizontalAdvance(text) + 2 * unit, least};
        const auto* table = qobject_cast<const QTableWidget*>(option.widget);
        const int width = (table != nullptr ? table->columnWidth(index.column()) : option.rect.width()) - unit;
        const QRect needed = metrics.boundingRect(QRect(0, 0, std::max(width, 10 * unit), 10'000), wrapped, text);
        return {needed.width() + unit, std::max(needed.height() + unit, least)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& given, const QModelIndex& index) const override
    {
        QStyleOptionViewItem option(given);
        initStyleOption(&option, index);
        const QString text = std::exchange(option.text, {});
        const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
        style->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);
        painter->save();
        painter->setFont(fontOf(option, index.column()));
        const bool selected = option.state & QStyle::State_Selected;
        painter->setPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
        const QRect room = option.rect.adjusted(unit / 2, 0, -unit / 2, 0); // flush with the header's words
        if (index.column() == DeliveryTable::Outcome && index.data(DeliveryTable::outcomeRole).isValid())
            paintOutcome(
                painter, option, text, static_cast<Delivery>(index.data(DeliveryTable::outcomeRole).toInt()), selected);
        else
            painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter | wrapped, text);
        painter->restore();
    }

private:
    static constexpr int wrapped = Qt::TextWordWrap;

    static QFont fontOf(const QStyleOptionViewItem& option, int column)
    {
        QFont font = option.font;
        font.setBold(column == DeliveryTable::Level);
        return font;
    }

    static void paintOutcome(
        QPainter* painter, const QStyleOptionViewItem& option, const QString& text, Delivery delivery, bool selected)
    {
        QString sign = u"help"_s;
        QColor tint = style::mutedText(option.palette);
        QColor ink = tint;
        if (delivery == Delivery::Delivered) {
            sign = u"check"_s;
            tint = style::color(style::Role::Accepted, option.palette);
            ink = style::textColor(style::Role::Accepted, option.palette);
        } else if (delivery != Delivery::NotTested) {
            sign = delivery == Delivery::Deferred ? u"clock"_s : u"cross"_s;
            tint = style::color(style::Role::LostLegitimate, option.palette);
            ink = style::textColor(style::Role::LostLegitimate, option.palette);
        }
        const QFontMetrics metrics(painter->font());
        QRect pill = option.rect.adjusted(0, 0, -unit, 0);
        pill.setHeight(metrics.height() + unit / 2);
        pill.moveTop(option.rect.center().y() - pill.height() / 2);
        if (!selected) {
            tint.setAlphaF(0.12F);
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(Qt::NoPen);
            painter->setBrush(tint);
            painter->drawRoundedRect(pill, unit / 2.0, unit / 2.0);
            painter->setPen(ink);
        }
        const int size = metrics.ascent();
        const QRect icon(pill.left() + unit / 2, pill.center().y() - size / 2, size, size);
        style::themedIcon(sign).paint(painter, icon);
        painter->drawText(pill.adjusted(unit + size, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, text);
    }
};

} // namespace

QString deliveryText(Delivery delivery)
{
    switch (delivery) {
    case Delivery::Delivered:
        return DeliveryTable::tr("delivered");
    case Delivery::Deferred:
        return DeliveryTable::tr("deferred");
    case Delivery::Bounced:
        return DeliveryTable::tr("bounced");
    case Delivery::NotTested:
        return DeliveryTable::tr("not tested");
    }
    return {};
}

QString levelText(SenderLevel level)
{
    return level == SenderLevel::MtaSts ? u"MTA-STS"_s : fromView(name(level));
}

DeliveryTable::DeliveryTable(QWidget* parent)
    : QTableWidget(static_cast<int>(allSenderLevels.size()), 3, parent)
{
    setObjectName(u"deliveryTable"_s);
    setAccessibleName(tr("Would mail to this domain be delivered?"));
    setItemDelegate(new DeliveryDelegate(this));
    setHorizontalHeader(new PlainHeader(this, unit / 2)); // flush with the cells
    setHorizontalHeaderLabels({tr("Level"), tr("Outcome"), tr("Why")});
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(unit);
    horizontalHeader()->setSectionResizeMode(Level, QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(Outcome, QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(Why, QHeaderView::Stretch);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setShowGrid(false);
    setWordWrap(true);
    setFrameShape(QFrame::NoFrame);
    setTabKeyNavigation(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setCornerButtonEnabled(false);
    clearFacts();
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this](int column) {
        // Lines break elsewhere now. Not here and then: the header is in the middle of its layout.
        if (column == Why && !std::exchange(m_fitPending, true))
            QMetaObject::invokeMethod(this, &DeliveryTable::fitRows, Qt::QueuedConnection);
    });
}

void DeliveryTable::clearFacts()
{
    for (int row = 0; row < rowCount(); ++row) {
        for (int column = 0; column < columnCount(); ++column)
            setItem(row, column, new QTableWidgetItem);
        item(row, Level)->setText(levelText(allSenderLevels[static_cast<std::size_t>(row)]));
    }
    fitRows();
}

void DeliveryTable::setFacts(const DomainFacts& facts)
{
    const auto matrix = deliveryMatrix(facts);
    QString above;
    for (int row = 0; row < rowCount(); ++row) {
        const Verdict& verdict = matrix[static_cast<std::size_t>(row)];
        item(row, Outcome)->setText(deliveryText(verdict.outcome));
        item(row, Outcome)->setData(outcomeRole, static_cast<int>(verdict.outcome));
        const QString why = reasonText(verdict);
        item(row, Why)->setText(why == above ? tr("the same") : why);
        item(row, Why)->setToolTip(why);
        above = why;
        item(row, Level)
            ->setData(
                Qt::AccessibleTextRole, u"%1: %2. %3"_s.arg(item(row, Level)->text(), item(row, Outcome)->text(), why));
    }
    fitRows();
}

void DeliveryTable::fitRows()
{
    m_fitPending = false;
    resizeRowsToContents();
    updateGeometry();
}

void DeliveryTable::changeEvent(QEvent* event)
{
    QTableWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitRows();
}

void DeliveryTable::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        QApplication::clipboard()->setText(text());
    else
        QTableWidget::keyPressEvent(event);
}

QSize DeliveryTable::sizeHint() const
{
    return {48 * unit, verticalHeader()->length() + horizontalHeader()->sizeHint().height() + 2 * frameWidth()};
}

QSize DeliveryTable::minimumSizeHint() const
{
    return {30 * unit, sizeHint().height()};
}

QString DeliveryTable::text() const
{
    QString out;
    for (int row = 0; row < rowCount(); ++row)
        out += item(row, Level)->text() + u'\t' + item(row, Outcome)->text() + u'\t' + item(row, Why)->toolTip()
            + u'\n';
    return out;
}

} // namespace waxseal
