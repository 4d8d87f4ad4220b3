// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/controls/changechip.h"

#include "widgets/style/motion.h"
#include "widgets/style/palette.h"
#include "widgets/style/text.h"

#include <QAction>
#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>
#include <QToolButton>
#include <QToolTip>

namespace waxseal {

using namespace Qt::StringLiterals;
using style::unit;

namespace {

constexpr int stays = 12'000; // ms
constexpr int fades = 400;
constexpr int mark = 9; // width of the triangle

QString joined(const QStringList& parts)
{
    QStringList out;
    for (const QString& part : parts) {
        if (!part.isEmpty())
            out.append(part);
    }
    return out.join(u" · "_s);
}

} // namespace

ChangeChip::ChangeChip(QWidget* parent)
    : QWidget(parent)
    , m_button(new QToolButton(this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_button->setObjectName(u"chipButton"_s);
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_button->setIconSize({14, 14});
    m_button->setText(tr("Undo"));
    m_button->setAutoRaise(true);
    m_button->setFocusPolicy(Qt::TabFocus);
    m_button->installEventFilter(this);
    m_button->hide();
    m_stays.setSingleShot(true);
    m_stays.setInterval(stays);
    connect(&m_stays, &QTimer::timeout, this, &ChangeChip::mayFade);
    m_fading.setStartValue(1.0);
    m_fading.setEndValue(0.0);
    connect(&m_fading, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
        m_opacity = value.toDouble();
        update();
    });
    connect(&m_fading, &QVariantAnimation::finished, this, [this] {
        m_isChange = false;
        m_opacity = 0;
        update();
    });
}

void ChangeChip::show(Tone tone, const QString& figure, const QString& subject, const QString& more, QAction* action)
{
    m_fading.stop();
    m_tone = tone;
    m_figure = figure;
    m_subject = subject;
    m_more = more;
    m_isChange = true;
    m_opacity = 1;
    m_button->setDefaultAction(action);
    if (action != nullptr)
        m_button->setText(QString(action->iconText()));
    m_button->setVisible(action != nullptr);
    place();
    m_stays.start();
    setAccessibleName(text());
    update();
}

void ChangeChip::showHint(const QString& text)
{
    m_fading.stop();
    m_stays.stop();
    m_button->hide();
    m_isChange = false;
    m_figure.clear();
    m_more.clear();
    m_subject = text;
    m_opacity = text.isEmpty() ? 0 : 1;
    setAccessibleName(text);
    update();
}

void ChangeChip::mayFade()
{
    // Who reads it or has the keyboard in it is not left with nothing.
    if (underMouse() || m_button->hasFocus())
        m_stays.start();
    else
        fade();
}

void ChangeChip::fade()
{
    m_stays.stop();
    m_button->hide();
    const int time = style::motion(*this, fades);
    if (time == 0 || !isVisible()) {
        m_isChange = false;
        m_opacity = 0;
        update();
        return;
    }
    m_fading.setDuration(time);
    m_fading.start();
}

QString ChangeChip::text() const
{
    return m_opacity > 0 ? joined({m_figure, m_subject, m_more}) : QString();
}

QSize ChangeChip::sizeHint() const
{
    return {62 * unit, minimumSizeHint().height()};
}

QSize ChangeChip::minimumSizeHint() const
{
    return {32 * unit, fontMetrics().height() + unit + unit / 2};
}

void ChangeChip::place()
{
    const QSize size(m_button->sizeHint().width(), height() - 4);
    m_button->setGeometry(
        style()->alignedRect(layoutDirection(), Qt::AlignRight | Qt::AlignVCenter, size, rect().adjusted(2, 0, -2, 0)));
}

void ChangeChip::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    place();
}

void ChangeChip::paintEvent(QPaintEvent*)
{
    if (m_opacity <= 0)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(m_opacity);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    if (!m_isChange) {
        painter.setPen(style::mutedText(palette()));
        painter.drawText(rect(), static_cast<int>(Qt::AlignLeading | Qt::AlignVCenter),
            fontMetrics().elidedText(m_subject, Qt::ElideRight, width()));
        return;
    }
    const style::Role role = m_tone == Tone::More ? style::Role::LostLegitimate : style::Role::Accepted;
    const QColor tint = m_tone == Tone::Even ? palette().color(QPalette::Text) : style::tint(role, palette());
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_tone == Tone::Even ? style::mix(palette().color(QPalette::Base), tint, 0.07) : tint);
    painter.drawRoundedRect(rect(), unit / 2.0, unit / 2.0);

    int x = unit + unit / 2;
    const int end = width() - (m_button->isVisible() ? m_button->width() + unit : unit);
    const auto visual
        = [&](int left, int wide) { return QRect(mirrored ? width() - left - wide : left, 0, wide, height()); };
    QFont bold = font();
    bold.setBold(true);
    const QColor strong = m_tone == Tone::Even ? palette().color(QPalette::Text) : style::textColor(role, palette());
    if (m_tone != Tone::Even) {
        const QRectF box = visual(x, mark);
        const double middle = height() / 2.0;
        const double tip = m_tone == Tone::More ? -4 : 4;
        QPainterPath triangle;
        triangle.moveTo(box.center().x(), middle + tip);
        triangle.lineTo(box.left(), middle - tip);
        triangle.lineTo(box.right(), middle - tip);
        triangle.closeSubpath();
        painter.fillPath(triangle, strong);
        x += mark + unit / 2 + 2;
    }
    const QFontMetrics boldMetrics(bold);
    const QString dot = u"  ·  "_s;
    const int dotWidth = fontMetrics().horizontalAdvance(dot);
    const int moreWidth = m_more.isEmpty() ? 0 : dotWidth + fontMetrics().horizontalAdvance(m_more);
    const auto put = [&](const QString& part, const QFont& font, const QColor& color, int wide) {
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(
            visual(x, wide), static_cast<int>(Qt::AlignVCenter | Qt::AlignLeading) | Qt::TextSingleLine, part);
        x += wide;
    };
    put(m_figure, bold, strong, boldMetrics.horizontalAdvance(m_figure) + 1);
    const int room = end - x - dotWidth - moreWidth;
    if (!m_subject.isEmpty() && room > 4 * unit) {
        const QString subject = fontMetrics().elidedText(m_subject, Qt::ElideMiddle, room);
        put(dot, font(), style::mutedText(palette()), dotWidth);
        put(subject, font(), palette().color(QPalette::Text), fontMetrics().horizontalAdvance(subject) + 1);
    }
    if (!m_more.isEmpty() && x + moreWidth <= end) {
        put(dot, font(), style::mutedText(palette()), dotWidth);
        put(m_more, font(), palette().color(QPalette::Text), fontMetrics().horizontalAdvance(m_more) + 1);
    }
}

void ChangeChip::enterEvent(QEnterEvent* event)
{
    QWidget::enterEvent(event);
    if (m_isChange)
        m_stays.stop();
}

void ChangeChip::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    if (m_isChange && !m_button->hasFocus())
        m_stays.start();
}

bool ChangeChip::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_button && event->type() == QEvent::FocusOut && m_isChange)
        m_stays.start();
    return QWidget::eventFilter(watched, event);
}

bool ChangeChip::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && !text().isEmpty()) {
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), style::toolTip(text()), this);
        return true;
    }
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    return QWidget::event(event);
}

} // namespace waxseal
