// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/pages/filepreview.h"

#include "widgets/style/text.h"

#include <QApplication>
#include <QEvent>
#include <QScrollBar>
#include <QTextCursor>
#include <QTextDocument>

namespace waxseal {

namespace {
constexpr qsizetype piece = 64 * 1024; // a few milliseconds of layout
}

FilePreview::FilePreview(QWidget* parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setLayoutDirection(Qt::LeftToRight); // configuration, whatever the language around it
    setUndoRedoEnabled(false);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFont(style::fixedFont(QApplication::font()));
}

void FilePreview::setContent(const QByteArray& content)
{
    if (content == m_content)
        return;
    const int place = verticalScrollBar()->value();
    m_content = content;
    m_shown = 0;
    ++m_generation;
    clear();
    showMore();
    verticalScrollBar()->setValue(place); // a policy that changes leaves the reader where he was
}

void FilePreview::showMore()
{
    qsizetype end = m_content.size();
    if (end - m_shown > piece) {
        const qsizetype line = m_content.indexOf('\n', m_shown + piece);
        end = line < 0 ? end : line + 1;
    }
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    QTextBlockFormat leftToRight;
    leftToRight.setLayoutDirection(Qt::LeftToRight);
    cursor.setBlockFormat(leftToRight);
    cursor.insertText(QString::fromUtf8(m_content.sliced(m_shown, end - m_shown)));
    m_shown = end;
    if (isComplete()) {
        Q_EMIT completed();
        return;
    }
    const auto next = [this, generation = m_generation] {
        if (generation == m_generation)
            showMore();
    };
    QMetaObject::invokeMethod(this, next, Qt::QueuedConnection);
}

void FilePreview::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange)
        setFont(style::fixedFont(QApplication::font()));
}

} // namespace waxseal
