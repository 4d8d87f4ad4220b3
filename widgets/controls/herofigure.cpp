// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/controls/herofigure.h"

#include "widgets/style/text.h"

#include <QEvent>
#include <QFontMetrics>
#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace waxseal {

using style::unit;

HeroFigure::HeroFigure(QWidget* parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void HeroFigure::setForm(const QString& form)
{
    const qsizetype at = form.indexOf(QStringLiteral("%1"));
    m_before = at < 0 ? form : form.left(at);
    m_after = at < 0 ? QString() : form.mid(at + 2);
    refresh();
    updateGeometry();
}

void HeroFigure::setWidest(const QString& value, const QString& beneath)
{
    if (value == m_widest && beneath == m_widestBeneath)
        return;
    m_widest = value;
    m_widestBeneath = beneath;
    updateGeometry();
}

void HeroFigure::setValue(const QString& value)
{
    if (value == m_value)
        return;
    m_value = value;
    refresh();
}

void HeroFigure::setRole(std::optional<style::Role> role)
{
    m_role = role;
    update();
}

void HeroFigure::setQuiet(bool quiet)
{
    m_isQuiet = quiet;
    updateGeometry();
}

void HeroFigure::setBeneath(const QString& text)
{
    m_beneath = text;
    refresh();
}

void HeroFigure::setScale(double scale)
{
    if (qFuzzyCompare(scale, m_scale))
        return;
    m_scale = scale;
    updateGeometry();
    update();
}

void HeroFigure::refresh()
{
    const QString sentence = m_value.isEmpty() ? QString() : QString(m_before + m_value + m_after);
    setText(sentence);
    setAccessibleDescription(m_beneath);
    update();
}

QFont HeroFigure::sentenceFont(double scale) const
{
    QFont large = font();
    const double factor = m_isQuiet ? 1.0 : scale;
    if (large.pointSizeF() > 0)
        large.setPointSizeF(large.pointSizeF() * factor);
    else
        large.setPixelSize(qRound(large.pixelSize() * factor));
    return large;
}

QFont HeroFigure::valueFont(double scale) const
{
    QFont bold = sentenceFont(scale);
    bold.setBold(!m_isQuiet);
    return bold;
}

int HeroFigure::widthAt(double scale) const
{
    const QFontMetrics sentence(sentenceFont(scale));
    const QFontMetrics value(valueFont(scale));
    const int line = sentence.horizontalAdvance(m_before) + value.horizontalAdvance(m_widest)
        + sentence.horizontalAdvance(m_after);
    return qMax(line, fontMetrics().horizontalAdvance(m_widestBeneath)) + 4;
}

QSize HeroFigure::sizeHint() const
{
    // Quiet figures stand on the same line as the others.
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * m_scale);
    large.setBold(true);
    return {widthAt(m_scale), QFontMetrics(large).height() + fontMetrics().height()};
}

void HeroFigure::paintEvent(QPaintEvent*)
{
    if (text().isEmpty())
        return;
    QPainter painter(this);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * m_scale);
    large.setBold(true);
    const int baseline = QFontMetrics(large).ascent();
    const QColor muted = style::mutedText(palette());
    const QColor ink = palette().color(foregroundRole());
    const QFontMetrics sentence(sentenceFont(m_scale));
    const QFontMetrics value(valueFont(m_scale));
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    int x = 0;
    const auto draw = [&](const QString& part, const QFont& font, const QFontMetrics& metrics, const QColor& color) {
        const int wide = metrics.horizontalAdvance(part);
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(QPoint(mirrored ? width() - x - wide : x, baseline), part);
        x += wide;
    };
    draw(m_before, sentenceFont(m_scale), sentence, muted);
    const int valueAt = x;
    draw(m_value, valueFont(m_scale), value, m_role ? style::textColor(*m_role, palette()) : m_isQuiet ? muted : ink);
    draw(m_after, sentenceFont(m_scale), sentence, muted);

    painter.setFont(font());
    painter.setPen(muted);
    // Beneath the value, unless it needs the room from the beginning.
    const int wanted = fontMetrics().horizontalAdvance(m_beneath) + 2;
    const int left = valueAt + wanted <= width() ? valueAt : qMax(0, width() - wanted);
    const QRect row(mirrored ? 0 : left, height() - fontMetrics().height(), width() - left, fontMetrics().height());
    painter.drawText(row, static_cast<int>((mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter),
        fontMetrics().elidedText(m_beneath, Qt::ElideRight, row.width()));
}

void HeroFigure::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

bool HeroFigure::event(QEvent* event)
{
    // The small line may be cut; it is whole in the tooltip, before what else the tooltip says.
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && !m_beneath.isEmpty()) {
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), style::toolTip(m_beneath), this);
        return true;
    }
    return QLabel::event(event);
}

} // namespace waxseal
