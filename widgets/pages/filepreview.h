// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QPlainTextEdit>

namespace waxseal {

/** Shows the exact bytes of a file, read only. A long one is laid out piece by piece, so that the window never waits
 * for it. */
class FilePreview : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit FilePreview(QWidget* parent = nullptr);

    void setContent(const QByteArray& content);
    /** All of the content is in the view. */
    bool isComplete() const { return m_shown == m_content.size(); }

Q_SIGNALS:
    void completed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void showMore();

    QByteArray m_content;
    qsizetype m_shown = 0;
    quint64 m_generation = 0;
};

} // namespace waxseal
