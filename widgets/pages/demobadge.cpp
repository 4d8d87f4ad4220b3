// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/pages/demobadge.h"

#include "widgets/style/icons.h"
#include "widgets/style/palette.h"
#include "widgets/style/text.h"

#include <QHBoxLayout>
#include <QPainter>

namespace waxseal {

using namespace Qt::StringLiterals;

DemoBadge::DemoBadge(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(u"demoBadge"_s);
    auto* picture = new style::IconLabel(u"flask"_s, 16, this);
    auto* text = new style::TextLabel(style::TextLabel::Rank::Body, tr("Demo: synthetic data"), this);
    text->setWordWrap(false);
    setAccessibleName(text->text());
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(style::unit, style::unit / 2, style::unit + 2, style::unit / 2);
    row->setSpacing(style::unit / 2 + 2);
    row->addWidget(picture);
    row->addWidget(text);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void DemoBadge::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(style::color(style::Role::Plaintext, palette()), 1.2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), height() / 2.0 - 1, height() / 2.0 - 1);
}

} // namespace waxseal
