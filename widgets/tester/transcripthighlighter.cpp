// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/tester/transcripthighlighter.h"

#include "widgets/style/palette.h"

#include <QEvent>
#include <QPlainTextEdit>

namespace waxseal {

using namespace Qt::StringLiterals;

TranscriptHighlighter::TranscriptHighlighter(QPlainTextEdit* view)
    : QSyntaxHighlighter(view->document())
    , m_view(view)
{
    view->installEventFilter(this);
}

bool TranscriptHighlighter::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_view && event->type() == QEvent::PaletteChange)
        rehighlight();
    return QSyntaxHighlighter::eventFilter(watched, event);
}

void TranscriptHighlighter::highlightBlock(const QString& text)
{
    const QPalette palette = m_view->palette();
    const auto length = static_cast<int>(text.size());
    QTextCharFormat format;
    const qsizetype connection = text.indexOf(u'#');
    // "  0.021  #1 < 250-STARTTLS": the sign stands two characters behind the connection's number.
    qsizetype sign = connection < 0 ? -1 : text.indexOf(u' ', connection) + 1;
    if (connection < 0 || sign <= 0 || sign + 2 > text.size()) {
        format.setFontWeight(QFont::Bold); // an address
        setFormat(0, length, format);
        return;
    }
    format.setForeground(style::mutedText(palette));
    setFormat(0, static_cast<int>(text[sign] == u'=' ? length : sign + 1), format);
    const QStringView said = QStringView(text).mid(sign + 2);
    if (text[sign] == u'<' && (said.startsWith(u'4') || said.startsWith(u'5'))) {
        format.setForeground(style::textColor(style::Role::LostLegitimate, palette));
        setFormat(static_cast<int>(sign + 2), length, format);
    }
    if (text[sign] == u'=')
        return;
    if (const qsizetype at = text.indexOf(u"STARTTLS"_s, sign, Qt::CaseInsensitive); at >= 0) {
        format.setForeground(style::textColor(style::Role::Accepted, palette));
        format.setFontWeight(QFont::Bold);
        setFormat(static_cast<int>(at), 8, format);
    }
}

} // namespace waxseal
