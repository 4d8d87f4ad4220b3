// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/tester/deliverytable.h"

#include "widgets/style/palette.h"

#include <QHeaderView>

namespace waxseal {

using namespace Qt::StringLiterals;

namespace {

QString fromView(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

bool isDelivered(const std::array<Verdict, allSenderLevels.size()>& matrix, SenderLevel level)
{
    return matrix[static_cast<std::size_t>(level)].outcome == Delivery::Delivered;
}

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

QString adviceText(const DomainFacts& facts)
{
    const auto matrix = deliveryMatrix(facts);
    const Verdict& may = matrix[static_cast<std::size_t>(SenderLevel::May)];
    if (may.outcome == Delivery::NotTested)
        return DeliveryTable::tr("Nothing can be said yet: %1 Test again later.").arg(reasonText(may));
    if (may.outcome != Delivery::Delivered)
        return DeliveryTable::tr("Mail does not arrive at any level: %1").arg(reasonText(may));
    for (const SenderLevel level :
        {SenderLevel::DaneOnly, SenderLevel::Secure, SenderLevel::Verify, SenderLevel::Encrypt}) {
        if (!isDelivered(matrix, level))
            continue;
        QString text = DeliveryTable::tr("Mail arrives up to level %1. Require no more than that of this domain today.")
                           .arg(levelText(level));
        for (const SenderLevel stricter : {SenderLevel::Encrypt, SenderLevel::Dane, SenderLevel::Secure}) {
            if (!isDelivered(matrix, stricter)) {
                text += u' '
                    + DeliveryTable::tr("%1: %2").arg(
                        levelText(stricter), reasonText(matrix[static_cast<std::size_t>(stricter)]));
                break;
            }
        }
        return text;
    }
    return DeliveryTable::tr("Require no TLS of this domain: it would lose all mail. %1")
        .arg(reasonText(matrix[static_cast<std::size_t>(SenderLevel::Encrypt)]));
}

DeliveryTable::DeliveryTable(QWidget* parent)
    : QTableWidget(static_cast<int>(allSenderLevels.size()), 3, parent)
{
    setObjectName(u"deliveryTable"_s);
    setAccessibleName(tr("Would mail to this domain be delivered?"));
    setHorizontalHeaderLabels({tr("Level"), tr("Outcome"), tr("Why")});
    verticalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setShowGrid(false);
    setWordWrap(true);
    setFrameShape(QFrame::NoFrame);
    setTabKeyNavigation(false);
    clearFacts();
}

void DeliveryTable::clearFacts()
{
    for (int row = 0; row < rowCount(); ++row) {
        setItem(row, 0, new QTableWidgetItem(levelText(allSenderLevels[static_cast<std::size_t>(row)])));
        setItem(row, 1, new QTableWidgetItem);
        setItem(row, 2, new QTableWidgetItem);
        QFont bold = font();
        bold.setBold(true);
        item(row, 0)->setFont(bold);
    }
}

void DeliveryTable::setFacts(const DomainFacts& facts)
{
    clearFacts();
    const auto matrix = deliveryMatrix(facts);
    for (int row = 0; row < rowCount(); ++row) {
        const Verdict& verdict = matrix[static_cast<std::size_t>(row)];
        QTableWidgetItem* outcome = item(row, 1);
        outcome->setText(deliveryText(verdict.outcome));
        const bool good = verdict.outcome == Delivery::Delivered;
        const bool bad = verdict.outcome == Delivery::Deferred || verdict.outcome == Delivery::Bounced;
        outcome->setForeground(good ? style::textColor(style::Role::Accepted, palette())
                : bad               ? style::textColor(style::Role::LostLegitimate, palette())
                                    : style::mutedText(palette()));
        QString why = reasonText(verdict);
        if (!verdict.host.empty() && facts.hosts.size() > 1)
            why += u" ("_s + fromView(verdict.host) + u')';
        item(row, 2)->setText(why);
        item(row, 2)->setToolTip(why);
    }
    resizeRowsToContents();
}

QString DeliveryTable::text() const
{
    QString out;
    for (int row = 0; row < rowCount(); ++row)
        out += item(row, 0)->text() + u'\t' + item(row, 1)->text() + u'\t' + item(row, 2)->text() + u'\n';
    return out;
}

} // namespace waxseal
