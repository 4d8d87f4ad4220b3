// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/text.h"

#include "widgets/style/palette.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QPainter>

namespace waxseal::style {

QFont headlineFont(const QFont& body)
{
    QFont font(body);
    font.setPointSizeF(body.pointSizeF() > 0 ? body.pointSizeF() * 2.2 : 22);
    font.setWeight(QFont::Bold);
    return font;
}

QFont sectionFont(const QFont& body)
{
    QFont font(body);
    font.setPointSizeF(body.pointSizeF() > 0 ? body.pointSizeF() * 1.1 : 11);
    font.setWeight(QFont::DemiBold);
    return font;
}

QString isolated(const QString& text)
{
    if (!QGuiApplication::isRightToLeft() || text.isEmpty())
        return text;
    for (const QChar letter : text) {
        if (letter.direction() == QChar::DirR || letter.direction() == QChar::DirAL)
            return text; // words of the language: they know where they go
    }
    return QChar(0x2066) + text + QChar(0x2069); // LRI … PDI (Unicode TR 9)
}

QString toolTip(const QString& text)
{
    if (text.isEmpty())
        return {};
    return QStringLiteral("<qt>") + text.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>"))
        + QStringLiteral("</qt>");
}

QFont fixedFont(const QFont& body)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (body.pointSizeF() > 0)
        font.setPointSizeF(body.pointSizeF());
    return font;
}

TextLabel::TextLabel(Rank rank, QWidget* parent)
    : TextLabel(rank, {}, parent)
{
}

TextLabel::TextLabel(Rank rank, const QString& text, QWidget* parent)
    : QLabel(text, parent)
    , m_rank(rank)
{
    setTextFormat(Qt::PlainText); // much of what is shown was written by strangers
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    setWordWrap(rank == Rank::Body || rank == Rank::Muted);
    watchParent();
    restyle();
}

void TextLabel::watchParent()
{
    // A label with a size of its own is not told when the size it was derived from changes.
    if (parentWidget() != nullptr)
        parentWidget()->installEventFilter(this);
}

bool TextLabel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::FontChange)
        QMetaObject::invokeMethod(this, &TextLabel::restyle, Qt::QueuedConnection);
    return QLabel::eventFilter(watched, event);
}

bool TextLabel::event(QEvent* event)
{
    if (event->type() == QEvent::ParentAboutToChange && parentWidget() != nullptr)
        parentWidget()->removeEventFilter(this);
    const bool result = QLabel::event(event);
    if (event->type() == QEvent::ParentChange) {
        watchParent();
        restyle();
    }
    return result;
}

void TextLabel::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    switch (event->type()) {
    case QEvent::PaletteChange:
    case QEvent::ApplicationPaletteChange:
    case QEvent::ApplicationFontChange:
    case QEvent::FontChange:
        restyle();
        break;
    default:
        break;
    }
}

void TextLabel::restyle()
{
    if (m_restyling)
        return;
    m_restyling = true;
    const QFont body = parentWidget() != nullptr ? parentWidget()->font() : QApplication::font();
    if (m_rank == Rank::Headline)
        setFont(headlineFont(body));
    else if (m_rank == Rank::Section)
        setFont(sectionFont(body));
    if (m_rank == Rank::Muted) {
        const QPalette above = parentWidget() != nullptr ? parentWidget()->palette() : QApplication::palette();
        QPalette own;
        // Which of the two a label takes depends on its parent's background.
        own.setColor(QPalette::WindowText, mutedText(above));
        own.setColor(QPalette::Text, mutedText(above));
        setPalette(own);
    }
    m_restyling = false;
}

Hairline::Hairline(QWidget* parent)
    : QWidget(parent)
{
    setFixedHeight(1);
}

void Hairline::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), lineColor(palette()));
}

} // namespace waxseal::style
