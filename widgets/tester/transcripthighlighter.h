// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSyntaxHighlighter>

class QPlainTextEdit;

namespace waxseal {

/** Sets off the addresses, what STARTTLS is about, remarks, and what the other side refuses in a transcript. */
class TranscriptHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    explicit TranscriptHighlighter(QPlainTextEdit* view);

protected:
    void highlightBlock(const QString& text) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QPlainTextEdit* m_view;
};

} // namespace waxseal
